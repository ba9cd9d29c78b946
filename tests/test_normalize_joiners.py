"""Counted forms come before learned weights."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from pipeline.normalize.evidence import Evidence, Piece
from pipeline.normalize.joiners import LIKELY, SURE, Joiners, Table, read_table, with_house_forms


@dataclass(frozen=True, slots=True)
class FewWords:
    """A vocabulary of one word and one verb."""

    frequency: Mapping[str, int] = field(default_factory=lambda: {"کتاب": 5000})
    verb_cuts: Mapping[str, frozenset[int]] = field(default_factory=lambda: {"میروم": frozenset({2})})


@pytest.fixture
def joiners() -> Joiners:
    pieces = {"ها": Piece(ends=90, joined_before=900, free_before=1), "می": Piece(begins=90, joined_after=900)}
    table = Table(
        forms={"خانهها": "خانه\u200cها", "میدان": "میدان"},
        pairs={"نخست وزیر": SURE, "هیچ کدام": LIKELY, "کتاب ها": 0},
        pieces=pieces,
        inside={"": -1.0, "suffix=ها": 3.0, "verb10": 5.0},
        between={"": -1.0, "suffix=ها": 2.0, "prefix=می": 9.0},
    )
    return Joiners(table, Evidence(pieces, FewWords()))


@pytest.mark.parametrize(
    ("word", "due"),
    [
        ("خانهها", "خانه|ها"),
        ("میدان", "میدان"),
        ("کتابها", "کتاب|ها"),
        ("میروم", "می|روم"),
        ("سپهر", "سپهر"),
        ("خانه|ها", "خانه|ها"),
        ("ا" * 100_000, "ا" * 100_000),
    ],
)
def test_a_word_gets_the_counted_form_or_what_the_weights_say(joiners: Joiners, word: str, due: str) -> None:
    assert joiners.word(word.replace("|", "\u200c")).replace("\u200c", "|") == due


@pytest.mark.parametrize(
    ("left", "right", "due"),
    [
        ("نخست", "وزیر", SURE),
        ("هیچ", "کدام", LIKELY),
        ("کتاب", "ها", 0),
        ("خانه", "ها", LIKELY),
        ("می", "روم", SURE),
        ("کتاب", "کتاب", 0),
    ],
)
def test_a_pair_is_joined_as_counted_or_as_the_weights_say(joiners: Joiners, left: str, right: str, due: int) -> None:
    assert joiners.pair(left, right) == due


def test_tables_are_read_from_their_files(tmp_path: Path) -> None:
    (tmp_path / "joiners.tsv").write_text(
        "form\tخانه|ها\t9\t1\nsure\tنخست|وزیر\t9\t0\npiece\tها\t0\t1\t0\t0\t9\t0\n", encoding="utf-8"
    )
    (tmp_path / "joiner_weights.tsv").write_text("inside\t\t-1.5\nbetween\tends1\t2\n", encoding="utf-8")
    (tmp_path / "house_forms.tsv").write_text("رئیس|جمهور\tlikely\nگفت|وگو\tsure\tگفت و گو\n", encoding="utf-8")
    table = with_house_forms(read_table(tmp_path), tmp_path)

    assert table.forms["خانهها"] == "خانه\u200cها"
    assert table.pairs == {"نخست وزیر": SURE, "رئیس جمهور": LIKELY, "گفت وگو": SURE}
    assert table.pieces == {"ها": Piece(ends=1, joined_before=9)}
    assert (table.inside, table.between) == ({"": -1.5}, {"ends1": 2.0})
    assert table.phrases == ("گفت و گو",)
