"""Counting how words are joined."""

from collections import Counter
from pathlib import Path

from pipeline.normalize.evidence import Piece
from training.joiners import Counts, build, read_lines, settle_forms


def joined(text: str) -> str:
    """Own example text with a visible joiner."""
    return text.replace("|", "\u200c")


def test_pairs_are_counted_joined_and_apart() -> None:
    counts = Counts().read([joined("او می|رود و کتاب|ها را می|برد")])

    assert counts.joined == Counter({("می", "رود"): 1, ("کتاب", "ها"): 1, ("می", "برد"): 1})
    assert counts.apart["او", "می"] == 1
    assert counts.pieces()["می"] == Piece(begins=2, joined_after=2, free_before=2)


def test_words_beside_marks_are_no_pair() -> None:
    assert Counts().read(["او، رفت"]).apart == Counter()


def test_the_majority_settles_a_form() -> None:
    counts = Counts().read([joined("کتاب|ها کتاب|ها کتابها")])

    assert settle_forms(counts, {"سپهر": 3}) == {
        "سپهر": ("سپهر", 3, 0),
        "کتابها": (joined("کتاب|ها"), 2, 1),
    }


def test_only_the_text_lines_of_a_treebank_are_read(tmp_path: Path) -> None:
    treebank = tmp_path / "own.conllu"
    treebank.write_text("# sent_id = 1\n# text = او مي\u200cرود.\n1\tاو\n\n", encoding="utf-8")

    assert read_lines(treebank) == [joined("او می|رود.")]


def test_building_twice_gives_the_same_lines() -> None:
    careful = [
        (joined(f"{word}|ها را می|برد"), 1) for word in ["کتاب", "درخت", "خانه", "دفتر", "مداد", "سنگ", "چوب"]
    ] * 3
    one, two = (build(careful, Counts(), {}) for _ in range(2))

    assert one == two
    assert any(row.startswith("piece\tها\t") for row in one[0])
