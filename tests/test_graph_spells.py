"""Days on which the events of an edge happened."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sample_run import sample_tables

from pipeline.graph.spells import edge_spells, merged


def spells_of(kind):
    tables = sample_tables()
    found = edge_spells(tables.edges, tables.relations)
    return next((found.get(edge.Id) for edge in tables.edges if edge.Kind == kind and edge.level == "actor"), None)


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("CONSULT:meet", (("2019-11-01", "2019-11-04"),)),
        ("CONSULT:visit", None),
        ("ACCUSE:accuse", (("2019-01-01", "2019-12-31"),)),
    ],
)
def test_spells(kind, expected):
    assert expected == spells_of(kind)


DAYS = st.dates(date(2019, 1, 1), date(2019, 3, 1))
SPELLS = st.lists(st.tuples(DAYS, st.integers(0, 9)).map(lambda pair: (pair[0], pair[0] + timedelta(pair[1]))))


def days(spells):
    return {start + timedelta(n) for start, end in spells for n in range((end - start).days + 1)}


@given(SPELLS)
def test_merged_spells_cover_the_same_days_and_never_overlap(spells):
    found = merged((start.isoformat(), end.isoformat()) for start, end in spells)
    dates = [(date.fromisoformat(start), date.fromisoformat(end)) for start, end in found]

    assert days(spells) == days(dates)
    assert all(one[1] < two[0] for one, two in pairwise(dates))
