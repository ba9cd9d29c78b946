"""Polarity, realis, speaker, direction and evidence of the right events."""

from pathlib import Path
from typing import Any

import pytest
from small_runs import evaluated, relation, relation_row

from pipeline.evaluate.record import quality_figures


def figures(folder: Path, gold: list[dict[str, Any]], found: list[dict[str, Any]]) -> dict[str, float | int | None]:
    """The qualities where gold and run say these things of one event; it is told on both sides."""
    told = [relation("ACCUSE", "zrk", "tlm", **one) for one in gold]
    rows = [relation_row("ACCUSE", "ZRK", "TLM", **one) for one in found]
    return quality_figures(evaluated(folder, told, rows))


def test_wrong_events_have_no_qualities(tmp_path: Path) -> None:
    found = quality_figures(evaluated(tmp_path, [], [relation_row("ACCUSE", "ZRK", "TLM")]))

    assert (found["right_events"], found["reciprocal"], found["evidence_exact"], found["negated_f1"]) == (
        0,
        None,
        None,
        0,
    )


def test_events_alone_count_and_no_offices(tmp_path: Path) -> None:
    office = evaluated(tmp_path, [relation("OFFICE", "kazemi", "zrk")], [relation_row("OFFICE", "per-kazemi", "ZRK")])

    assert quality_figures(office)["right_events"] == 0


@pytest.mark.parametrize(("gold", "found", "expected"), [("negated", "negated", 1.0), ("negated", "affirmed", 0.0)])
def test_negation_is_measured_as_f1(tmp_path: Path, gold: str, found: str, expected: float) -> None:
    assert figures(tmp_path, [{"polarity": gold}], [{"polarity": found}])["negated_f1"] == expected


def test_realis_is_the_mean_of_three_f1(tmp_path: Path) -> None:
    assert figures(tmp_path, [{"realis": "future"}], [{"realis": "future"}])["realis_macro_f1"] == 0.3333


def test_the_most_certain_of_several_rows_counts(tmp_path: Path) -> None:
    rows = [{"polarity": "affirmed", "confidence": 0.6}, {"polarity": "negated", "confidence": 0.9}]

    assert figures(tmp_path, [{"polarity": "negated"}], rows)["negated_f1"] == 1.0


def test_of_equally_certain_rows_the_earlier_counts(tmp_path: Path) -> None:
    rows = [{"polarity": "affirmed", "char_start": 30}, {"polarity": "negated", "char_start": 20}]

    assert figures(tmp_path, [{"polarity": "negated"}], rows)["negated_f1"] == 1.0


@pytest.mark.parametrize(
    ("polarity", "realis", "negated_f1"),
    [("negated", "future", 1.0), ("negated", "hypothetical", 0.0), ("affirmed", "actual", 0.0)],
)
def test_a_row_is_held_against_the_gold_nearest_to_it(
    tmp_path: Path, polarity: str, realis: str, negated_f1: float
) -> None:
    """Realis counts before polarity: the row that is denied and hypothetical meets the affirmed one."""
    gold = [
        {"polarity": "affirmed", "realis": "hypothetical"},
        {"polarity": "affirmed", "realis": "future"},
        {"polarity": "negated", "realis": "future"},
    ]

    assert figures(tmp_path, gold, [{"polarity": polarity, "realis": realis}])["negated_f1"] == negated_f1


@pytest.mark.parametrize(
    ("gold", "found", "expected"),
    [("kazemi", "per-kazemi", 1.0), ("kazemi", "per-petrov", 0.0), ("kazemi", "", 0.0), (None, "unheard-of", 0.0)],
)
def test_speakers_are_compared_as_gold_entities(tmp_path: Path, gold: str | None, found: str, expected: float) -> None:
    assert figures(tmp_path, [{"speaker": gold}], [{"speaker": found}])["speaker_f1"] == expected


@pytest.mark.parametrize(("gold", "found", "expected"), [(True, True, 1.0), (True, False, 0.0), (False, True, 0.0)])
def test_reciprocal_is_a_share(tmp_path: Path, gold: bool, found: bool, expected: float) -> None:
    assert figures(tmp_path, [{"reciprocal": gold}], [{"reciprocal": found}])["reciprocal"] == expected


@pytest.mark.parametrize(
    ("evidence", "exact", "same"),
    [
        ("زرکان تلمار را متهم کرد.", 1.0, 1.0),
        ("تلمار را متهم", 1.0, 1.0),
        ("زركان تلمار را متهم کرد", 0.0, 1.0),
        ("ایوان پتروف دیدار کرد", 1.0, 0.0),
        ("«»", 0.0, 0.0),
    ],
)
def test_evidence_stands_in_the_article_and_overlaps_what_gold_quotes(
    tmp_path: Path, evidence: str, exact: float, same: float
) -> None:
    found = figures(tmp_path, [{"evidence": "زرکان تلمار را متهم کرد."}], [{"evidence": evidence}])

    assert (found["evidence_exact"], found["evidence_same"]) == (exact, same)


def test_long_evidence_is_not_exact(tmp_path: Path) -> None:
    assert figures(tmp_path, [{}], [{"evidence": "دیدار " * 70}])["evidence_exact"] == 0.0
