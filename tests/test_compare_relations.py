"""Relations of one article in two runs."""

from typing import Any

import pytest
from small_runs import relation_row

from pipeline.columns import RelationRow
from pipeline.compare.relations import FieldChange, RelationChange, relation_changes
from pipeline.compare.sides import Named, RunSide

FIRST = RunSide({}, {"ZRK": "زرکان", "TLM": "تلمار"}, {})
SECOND = RunSide({}, {"ZRK": "جمهوری زرکان", "TLM": "تلمار"}, {})


def accuse(source: str = "ZRK", target: str = "TLM", **changes: Any) -> RelationRow:
    return relation_row("ACCUSE", source, target, **changes)


def compared(before: list[RelationRow], after: list[RelationRow]) -> list[RelationChange]:
    return list(relation_changes(before, after, (FIRST, SECOND)))


def test_equal_relations_make_no_change() -> None:
    assert compared([accuse()], [accuse(relation_id="other", rule="other", evidence="تلمار", event_id="f")]) == []


def test_what_only_the_second_run_states_is_added_with_evidence_and_rule() -> None:
    [change] = compared([], [accuse(evidence="زرکان تلمار را متهم کرد", rule="accuse", confidence=0.7)])

    assert (change.change, change.kind, change.fields) == ("added", "ACCUSE", ())
    assert (change.source, change.target) == (Named("ZRK", "جمهوری زرکان"), Named("TLM", "تلمار"))
    assert (change.evidence, change.rule, change.confidence) == ("زرکان تلمار را متهم کرد", "accuse", 0.7)


def test_what_only_the_first_run_states_is_removed() -> None:
    [change] = compared([accuse(rule="old")], [])

    assert (change.change, change.rule, change.source) == ("removed", "old", Named("ZRK", "زرکان"))


@pytest.mark.parametrize(
    "other",
    [accuse("ZRK", "x"), relation_row("THREATEN", "ZRK", "TLM"), accuse("TLM", "ZRK", char_start=50, char_end=59)],
)
def test_another_pair_kind_or_direction_elsewhere_is_another_relation(other: RelationRow) -> None:
    assert {one.change for one in compared([accuse()], [other])} == {"added", "removed"}


@pytest.mark.parametrize(
    ("changes", "name", "first", "second"),
    [
        ({"polarity": "negated"}, "polarity", "affirmed", "negated"),
        ({"realis": "future"}, "realis", "actual", "future"),
        ({"predicate": "blame"}, "predicate", "sample", "blame"),
        ({"reciprocal": True}, "direction", Named("ZRK", "زرکان"), "reciprocal"),
        ({"speaker": "TLM"}, "speaker", Named("", ""), Named("TLM", "تلمار")),
        ({"place": "x"}, "place", Named("", ""), Named("x", "x")),
        ({"date_start": "2019-11-02", "date_end": "2019-11-02"}, "date", "", "2019-11-02"),
        ({"date_start": "2019-11-02", "date_end": "2019-11-04"}, "date", "", "2019-11-02/2019-11-04"),
        ({"confidence": 0.65}, "confidence", 0.8, 0.65),
    ],
)
def test_what_is_said_differently_is_changed(changes: dict[str, Any], name: str, first: object, second: object) -> None:
    [change] = compared([accuse()], [accuse(**changes)])

    assert (change.change, change.fields) == ("changed", (FieldChange(name, first, second),))  # type: ignore[arg-type]


@pytest.mark.parametrize("confidence", [0.7, 0.9, 0.75])
def test_confidence_may_move_by_a_tenth(confidence: float) -> None:
    assert compared([accuse()], [accuse(confidence=confidence)]) == []


def test_a_node_with_another_label_is_the_same_speaker() -> None:
    assert compared([accuse(speaker="ZRK")], [accuse(speaker="ZRK")]) == []


def test_the_order_of_a_reciprocal_pair_makes_no_difference() -> None:
    assert compared([accuse(reciprocal=True)], [accuse("TLM", "ZRK", reciprocal=True)]) == []


def test_the_other_direction_on_the_same_words_is_a_change() -> None:
    [change] = compared([accuse()], [accuse("TLM", "ZRK")])

    assert change.fields == (FieldChange("direction", Named("ZRK", "زرکان"), Named("TLM", "تلمار")),)


def test_of_several_the_nearest_are_taken_together() -> None:
    """The one in the first sentence was denied before and is gone; that of the second is as it was."""
    early, late = ({"char_start": start, "char_end": start + 9} for start in (0, 50))

    [change] = compared([accuse(**early, polarity="negated"), accuse(**late)], [accuse(**late)])

    assert (change.change, change.start) == ("removed", 0)


def test_evidence_may_move_where_kind_pair_and_direction_stay() -> None:
    assert compared([accuse()], [accuse(char_start=50, char_end=59)]) == []


def test_changes_stand_in_the_order_of_the_text() -> None:
    rows = [relation_row(kind, "ZRK", "TLM", char_start=start) for kind, start in (("AID", 40), ("ACCUSE", 4))]

    assert [one.start for one in compared(rows[:1], rows[1:])] == [4, 40]
