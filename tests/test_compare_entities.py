"""Entities of one article in two runs."""

from small_runs import mention_row

from pipeline.columns import MentionRow
from pipeline.compare.entities import EntityChange, entity_changes
from pipeline.compare.sides import Named, RunSide

FIRST = RunSide({}, {"ZRK": "زرکان", "per-1": "کاظمی"}, {})
SECOND = RunSide({}, {"ZRK": "زرکان", "per-2": "مریم کاظمی"}, {})
ZRK = Named("ZRK", "زرکان")


def changes(before: list[MentionRow], after: list[MentionRow]) -> list[EntityChange]:
    return list(entity_changes(before, after, (FIRST, SECOND)))


def country(start: int, text: str = "زرکان", form: str = "name") -> MentionRow:
    return mention_row("ZRK", text, "country", form, start=start)


def person(node: str, start: int, text: str = "کاظمی") -> MentionRow:
    return mention_row(node, text, "person", start=start)


def test_the_same_mentions_make_no_change() -> None:
    assert changes([country(5)], [country(5, form="metonym")]) == []


def test_an_entity_that_only_the_second_run_mentions_appeared() -> None:
    [change] = changes([], [country(9), country(5)])

    assert change == EntityChange("appeared", "country", "زرکان", 5, (), (ZRK,), gained=2, lost=0)


def test_an_entity_that_only_the_first_run_mentions_vanished() -> None:
    [change] = changes([country(5)], [])

    assert change == EntityChange("vanished", "country", "زرکان", 5, (ZRK,), (), gained=0, lost=1)


def test_the_same_words_as_another_node_are_resolved_anew() -> None:
    """Once for all places, with the labels that each run gives."""
    before, after = ([person(node, start) for start in (20, 5)] for node in ("per-1", "per-2"))

    [change] = changes(before, after)

    assert (change.change, change.start, change.gained, change.lost) == ("resolved", 5, 2, 2)
    assert (change.first, change.second) == ((Named("per-1", "کاظمی"),), (Named("per-2", "مریم کاظمی"),))


def test_an_entity_may_be_resolved_anew_in_one_place_and_vanish_from_another() -> None:
    found = changes([person("per-1", 5), person("per-1", 20)], [person("per-2", 5)])

    assert [(one.change, one.start) for one in found] == [("resolved", 5), ("vanished", 20)]


def test_other_words_are_another_mention() -> None:
    found = changes([person("per-1", 5)], [person("per-2", 5, "کاظمی نیز")])

    assert [one.change for one in found] == ["appeared", "vanished"]


def test_an_entity_of_both_runs_may_have_more_mentions_or_fewer() -> None:
    [change] = changes([country(5), country(9)], [country(5), country(15), country(25)])

    assert change == EntityChange("mentioned", "country", "زرکان", 9, (ZRK,), (ZRK,), gained=2, lost=1)


def test_words_that_stand_for_one_more_are_no_other_node() -> None:
    """«both countries» may be several nodes at one place."""
    found = changes([person("per-1", 5)], [person("per-1", 5), person("per-2", 5)])

    assert [(one.change, one.second[0].id) for one in found] == [("appeared", "per-2")]


def test_changes_stand_in_the_order_of_the_text() -> None:
    found = changes([country(30)], [person("per-2", 2), person("per-2", 60)])

    assert [one.start for one in found] == [2, 30]
