"""Statements share an event where kind, parties and dates go together, and only there."""

import random
from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.run.events import Statement, event_ids

_numbers = count()


def said(start: str = "", end: str = "", article: str = "a", published: str = "", **parts: object) -> Statement:
    values = {"kind": "CONSULT", "parties": ("", "IRN", "RUS"), **parts}
    return Statement(
        f"r{next(_numbers):04}", start=start, end=end or start, article=article, published=published, **values
    )


def groups(*statements: Statement) -> list[list[int]]:
    """The statements that share an event, by their place in the call."""
    events = event_ids(statements)
    found: dict[str, list[int]] = {}
    for place, statement in enumerate(statements):
        found.setdefault(events[statement.relation_id], []).append(place)
    return list(found.values())


def test_the_same_day_told_twice_is_one_event() -> None:
    assert groups(said("2019-05-01", article="a"), said("2019-05-01", article="b")) == [[0, 1]]


@pytest.mark.parametrize("parts", [{"kind": "ACCUSE"}, {"parties": ("", "IRN", "TUR")}, {"parties": ("IRN", "RUS")}])
def test_another_kind_or_other_parties_are_another_event(parts: dict[str, object]) -> None:
    assert groups(said("2019-05-01"), said("2019-05-01", **parts)) == [[0], [1]]


def test_days_apart_are_two_events() -> None:
    assert groups(said("2019-05-01"), said("2019-05-03")) == [[0], [1]]


def test_a_week_joins_the_one_day_in_it() -> None:
    assert groups(said("2019-05-01", "2019-05-07"), said("2019-05-03", article="b")) == [[0, 1]]


def test_a_year_never_ties_two_days_together() -> None:
    day, later, year = said("2019-05-01"), said("2019-09-09"), said("2019-01-01", "2019-12-31")

    assert groups(day, later, year) == [[0], [1], [2]]


def test_undated_statements_of_one_article_are_one_event() -> None:
    assert groups(said(), said(), said(article="b")) == [[0, 1], [2]]


def test_an_undated_statement_joins_the_one_dated_event_of_its_article() -> None:
    assert groups(said("2019-05-01"), said()) == [[0, 1]]


def test_an_undated_statement_beside_two_dated_events_stands_for_itself() -> None:
    assert groups(said("2019-05-01"), said("2019-09-09"), said()) == [[0], [1], [2]]


@pytest.mark.parametrize(("other", "expected"), [("2019-05-02", [[0, 1]]), ("2019-05-03", [[0], [1]])])
def test_undated_statements_of_two_articles_are_one_event_if_published_within_a_day(
    other: str, expected: list[list[int]]
) -> None:
    assert groups(said(published="2019-05-01"), said(article="b", published=other)) == expected


def test_days_of_publication_do_not_chain() -> None:
    days = [said(article=f"a{day}", published=f"2019-05-0{day}") for day in range(1, 6)]

    assert groups(*days) == [[0, 1], [2, 3], [4]]


@given(st.lists(st.tuples(st.integers(1, 9), st.integers(0, 9), st.sampled_from("abc")), max_size=12), st.randoms())
def test_the_order_of_statements_makes_no_difference(rows: list[tuple[int, int, str]], chance: random.Random) -> None:
    statements = [
        said(f"2019-05-{first:02}" if length else "", f"2019-05-{first + length:02}" if length else "", article)
        for first, length, article in rows
    ]
    shuffled = statements.copy()
    chance.shuffle(shuffled)

    assert event_ids(shuffled) == event_ids(statements)
