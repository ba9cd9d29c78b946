"""Reading frame files: merging, and all problems of all files in one report."""

from pathlib import Path

import pytest

from pipeline.errors import LexiconError
from pipeline.lexicon.frames import load_frames
from pipeline.lexicon.grammar import fold_words

WINK = """\
[[frame]]
id = "wink"
label = "چشمک"
kind = "CONSULT"
cameo = "040"
phrases = ["چشمک زد#زن", "چشمک … به"]
source = ["subj"]
target = ["به"]
"""


def _folder(path: Path, **files: str) -> Path:
    (path / "frames").mkdir(parents=True)
    for stem, text in files.items():
        (path / "frames" / f"{stem}.toml").write_text(text, encoding="utf-8")
    return path


def _problems(path: Path, **files: str) -> list[str]:
    with pytest.raises(LexiconError) as caught:
        load_frames([_folder(path, **files)], str)
    return str(caught.value).splitlines()


def test_a_frame_is_read_with_its_phrases_as_rows_of_words(tmp_path: Path) -> None:
    (frame,) = load_frames([_folder(tmp_path, own=WINK)], str)

    assert (frame.id, frame.kind, frame.cameo, frame.mode, frame.reciprocal) == ("wink", "CONSULT", "040", "", False)
    assert frame.phrases == (("چشمک", "زد#زن"), ("چشمک", "…", "به"))
    assert (frame.source, frame.target) == (("subj",), ("به",))


def test_words_are_spelled_by_the_given_function_and_lemmas_are_not(tmp_path: Path) -> None:
    text = WINK.replace("چشمک", "چشـمك") + 'unless = ["مي‌زند"]\n'
    (frame,) = load_frames([_folder(tmp_path, own=text)], fold_words)

    assert frame.phrases[0] == ("چشمک", "زد#زن")
    assert frame.unless == {"میزند"}


def test_a_later_folder_replaces_a_frame_and_adds_others(tmp_path: Path) -> None:
    mine = WINK.replace("CONSULT", "SUPPORT") + WINK.replace("wink", "nod")
    folders = [_folder(tmp_path / "a", own=WINK), _folder(tmp_path / "b", mine=mine)]

    assert [(frame.id, frame.kind) for frame in load_frames(folders, str)] == [("nod", "CONSULT"), ("wink", "SUPPORT")]


def test_a_folder_without_frames_adds_none(tmp_path: Path) -> None:
    assert load_frames([tmp_path], str) == ()


@pytest.mark.parametrize(
    ("old", "new", "part"),
    [
        ('label = "چشمک"\n', "", "own.toml, frame wink: key 'label' is missing; add it"),
        ('kind = "CONSULT"\n', "", "own.toml, frame wink: key 'kind' is missing; add it"),
        ('id = "wink"\n', "", "own.toml, frame 1: key 'id' is missing; add it"),
        ('phrases = ["چشمک زد#زن", "چشمک … به"]', "phrases = []", "own.toml, frame wink: key 'phrases' is missing"),
        ("source =", "sources =", "own.toml, frame wink: key 'sources' is unknown; known are cameo, counter_examples"),
        ("CONSULT", "CHAT", "own.toml, frame wink: kind 'CHAT' is none of AGREE, CONSULT"),
        ('["subj"]', '"subj"', "own.toml, frame wink: 'source' is no list of texts; write it as"),
        ('["به"]', "[1]", "own.toml, frame wink: 'target' is no list of texts; write it as"),
        ("[[frame]]", "[frame]", "own.toml: [frame] holds one frame only; write [[frame]] above each"),
        ('cameo = "040"', "cameo = ", "own.toml: not readable as TOML (Invalid value (at line 5"),
    ],
)
def test_a_problem_names_file_frame_and_remedy(tmp_path: Path, old: str, new: str, part: str) -> None:
    (problem,) = _problems(tmp_path, own=WINK.replace(old, new))

    assert problem.startswith(part)


def test_all_problems_of_all_files_are_reported_together(tmp_path: Path) -> None:
    problems = _problems(
        tmp_path,
        a="[[frame]\n",
        b=WINK.replace("CONSULT", "CHAT").replace("target", "aim"),
        c=WINK.replace('label = "چشمک"\n', ""),
        d=WINK,
    )

    assert [problem.partition(":")[0] for problem in problems] == [
        "a.toml",
        "b.toml, frame wink",
        "b.toml, frame wink",
        "c.toml, frame wink",
    ]
