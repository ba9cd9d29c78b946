"""Name corpora become sentences of forms with PER, LOC and ORG."""

from pathlib import Path

import pytest

from training.ner_corpora import CHOOSING_SENTENCES, read_names, tenths


def corpus(folder: Path, text: str) -> Path:
    path = folder / "own.conll"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("علي\tB-PER\nآمد\tO\n", [("علی", "B-PER"), ("آمد", "O")]),
        ("پل\tB-FAC\nسفید\tI-FAC\n", [("پل", "B-LOC"), ("سفید", "I-LOC")]),
        ("جام\tB-EVENT\nجهان\tI-EVENT\n", [("جام", "O"), ("جهان", "O")]),
        ("تهران\tI-LOC\n", [("تهران", "B-LOC")]),
        ("می شود\tO\n", [("می‌شود", "O")]),
        ("بانک ملی\tB-ORG\n", [("بانک", "B-ORG"), ("ملی", "I-ORG")]),
        ("ایران\u200f\tB-LOC\n", [("ایران", "B-LOC")]),
    ],
)
def test_one_token_line(tmp_path: Path, text: str, expected: list[tuple[str, str]]) -> None:
    """A spaced token is joined where the joined form is known, and cut where it is not."""
    (sentence,) = read_names(corpus(tmp_path, text), frozenset(["می‌شود"]))

    assert list(sentence) == expected


def test_the_last_tenth_is_for_testing() -> None:
    sentences = [((str(number), "O"),) for number in range(5000)]

    training, choosing, test = tenths(sentences)

    assert (len(choosing), len(test)) == (CHOOSING_SENTENCES, 500)
    assert training + choosing + test == sentences
