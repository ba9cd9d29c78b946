"""Walking a folder: order, what is left out, failures, and a round trip through every format and encoding."""

import csv
import io
import json
import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.errors import ReadError
from pipeline.model import Article, Failure
from pipeline.read import ReadOptions, find_files, read_file, read_folder

OPTIONS = ReadOptions()
PUBLISHED = "2019-11-02T14:43:00+03:30"
WORDS = st.sampled_from(
    ["وزیر", "گفت‌وگو", "مسکو", "پيام", "گفت:", "«آری»", "۱۲", "(ناتو)", "می‌رود،", "IAEA", "چهارجانبه", "ژاپن"]
)
LINE = st.lists(WORDS, min_size=3, max_size=9).map(" ".join)
BODY = st.lists(LINE, min_size=1, max_size=5).map(lambda lines: ".\n".join(lines) + ".")


def as_head(title: str, body: str) -> str:
    return f"# {title}\n\nPublished at: **{PUBLISHED}**\n\nAuthor: ****\n\nOriginal: [سپهر](https://example.org)\n\n{body}\n"


def as_front_matter(title: str, body: str) -> str:
    return f"---\ntitle: {json.dumps(title, ensure_ascii=False)}\ndate: {PUBLISHED}\n---\n\n{body}\n"


def as_json(title: str, body: str) -> str:
    return json.dumps({"title": title, "text": body, "published": PUBLISHED}, ensure_ascii=False)


def as_csv(title: str, body: str) -> str:
    out = io.StringIO()
    csv.writer(out).writerows([["عنوان", "متن", "تاریخ"], [title, body, PUBLISHED]])
    return out.getvalue()


def as_page(title: str, body: str) -> str:
    lines = "".join(f"<p>{line}</p>\n" for line in body.split("\n"))
    return f'<html><head><meta name="date" content="{PUBLISHED}"></head><body><h1>{title}</h1>{lines}</body></html>'


FORMATS = [
    ("a.md", as_head),
    ("b.md", as_front_matter),
    ("c.json", as_json),
    ("d.jsonl", as_json),
    ("e.csv", as_csv),
    ("f.tsv", lambda title, body: as_csv(title, body).replace(",", "\t")),
    ("g.html", as_page),
]


def articles(folder: Path) -> list[Article]:
    found = list(read_folder(folder, OPTIONS))
    assert [item for item in found if isinstance(item, Failure)] == []
    return [item for item in found if isinstance(item, Article)]


def failure(tmp_path: Path, name: str, data: bytes) -> Failure:
    (tmp_path / name).write_bytes(data)
    [item] = read_folder(tmp_path, OPTIONS)
    assert isinstance(item, Failure)
    return item


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize(("name", "written"), FORMATS)
@settings(max_examples=10, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(title=LINE, body=BODY)
def test_every_format_gives_back_what_was_written(tmp_path, name, written, encoding, title, body) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / name).write_bytes(written(title, body).replace("\n", "\r\n").encode(encoding))
    [article] = articles(tmp_path)

    assert (article.text, article.title, article.published) == (f"{title}\n{body}", title, PUBLISHED)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(title=LINE, body=BODY)
def test_windows_1256_gives_back_what_was_written(tmp_path, title, body) -> None:  # type: ignore[no-untyped-def]
    legacy = f"{body}\nوزير امور خارجه گفت كه گفتگوها با همسايگان ادامه دارد و پاسخ آنها بسيار خوب بوده است"
    legacy = legacy.replace("ی", "ي").replace("ک", "ك").replace("۱۲", "12")
    title = title.replace("ی", "ي").replace("ک", "ك").replace("۱۲", "12")
    (tmp_path / "a.md").write_bytes(as_head(title, legacy).replace("ی", "ي").encode("windows-1256"))
    [article] = articles(tmp_path)

    assert (article.text, article.encoding) == (f"{title}\n{legacy}", "windows-1256")


def test_the_same_article_has_the_same_id_in_every_format(tmp_path: Path) -> None:
    for name, written in FORMATS:
        (tmp_path / name).write_text(written("سفر به مسکو", "وزیر رفت.\nاو بازگشت."), encoding="utf-8")

    assert len({article.article_id for article in articles(tmp_path)}) == 1


def test_files_come_in_the_order_of_their_paths(tmp_path: Path) -> None:
    for name in ["b/z.txt", "b.txt", "a/é.txt", "a/a.txt", "ب.txt", "B.txt"]:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("متن", encoding="utf-8")

    assert [path.relative_to(tmp_path).as_posix() for path in find_files(tmp_path)] == [
        "B.txt", "a/a.txt", "a/é.txt", "b.txt", "b/z.txt", "ب.txt",
    ]  # fmt: skip


def test_hidden_files_pipes_and_links_to_folders_are_left_out(tmp_path: Path) -> None:
    inside, outside = tmp_path / "in", tmp_path / "out"
    (inside / ".git").mkdir(parents=True)
    outside.mkdir()
    for path in (inside / ".a.txt", inside / ".git" / "b.txt", outside / "c.txt", inside / "d.txt"):
        path.write_text("متن", encoding="utf-8")
    (inside / "linked").symlink_to(outside)
    (inside / "self").symlink_to(inside)
    (inside / "gone.txt").symlink_to(inside / "nowhere")
    os.mkfifo(inside / "pipe.txt")

    assert find_files(inside) == [inside / "d.txt"]


def test_a_name_that_is_no_utf8_can_be_stored(tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xd3a.txt"))
    path.write_text("متن", encoding="utf-8")

    assert [article.path for article in articles(tmp_path)] == ["\\xd3a.txt"]


@pytest.mark.parametrize("name", ["nowhere", "file.txt"])
def test_what_is_no_folder_is_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / "file.txt").write_text("متن", encoding="utf-8")

    with pytest.raises(ReadError, match=f"{name} is no folder of articles; "):
        list(read_folder(tmp_path / name, OPTIONS))


def test_an_empty_file_is_a_failure_with_a_remedy(tmp_path: Path) -> None:
    assert failure(tmp_path, "a.md", b" \n") == Failure(
        "a.md", "", "read", "empty: the file holds nothing; fill it or take it away", ""
    )


def test_an_unknown_ending_is_a_failure_with_a_remedy(tmp_path: Path) -> None:
    reason = failure(tmp_path, "a.docx", b"PK").reason

    assert reason.startswith("files ending in .docx are not read (.md ")
    assert reason.endswith("are); convert the file or take it away")


def test_a_file_that_cannot_be_opened_is_a_failure(tmp_path: Path) -> None:
    [item] = read_file(tmp_path, tmp_path / "gone.txt", OPTIONS)

    assert item == Failure(
        "gone.txt", "", "read", "cannot be opened: No such file or directory; check its rights", "FileNotFoundError"
    )


def test_a_bad_file_does_not_stop_the_others(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text("{", encoding="utf-8")
    (tmp_path / "b.txt").write_text("متن", encoding="utf-8")

    assert [type(item) for item in read_folder(tmp_path, OPTIONS)] == [Failure, Article]


def test_surrogates_and_nul_become_replacement_characters(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text('{"text": "الف\\ud800ب\\u0000پ\\ud83d\\ude00"}', encoding="utf-8")

    assert [article.text for article in articles(tmp_path)] == ["\nالف\ufffdب\ufffdپ😀"]


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(data=st.binary(max_size=200) | st.text(max_size=200).map(lambda text: text.encode("utf-8", "replace")))
@pytest.mark.parametrize("ending", [".md", ".html", ".txt", ".json", ".jsonl", ".csv"])
def test_no_bytes_crash_a_reader(tmp_path, ending, data) -> None:  # type: ignore[no-untyped-def]
    path = tmp_path / f"a{ending}"
    path.write_bytes(data)

    for item in read_file(tmp_path, path, OPTIONS):
        assert item.reason if isinstance(item, Failure) else item.text.encode()
