"""The declaration of tables and columns."""

import pytest

from pipeline.columns import Column, EdgeRow, NodeRow, RelationRow, columns_of
from pipeline.tables import TABLES


def column(row, name):
    return next(one for one in columns_of(row) if one.name == name)


def test_a_column_takes_type_and_description_from_its_annotation():
    expected = Column("Weight", "integer", "Number of distinct events", required=True)

    assert expected == column(EdgeRow, "Weight")


@pytest.mark.parametrize(
    ("row", "name", "kind", "required"),
    [
        (NodeRow, "first_seen", "time", False),
        (NodeRow, "aliases", "list", False),
        (RelationRow, "goldstein", "number", False),
        (RelationRow, "confidence", "number", True),
        (RelationRow, "reciprocal", "boolean", True),
        (RelationRow, "cameo", "text", False),
        (RelationRow, "date_basis", "text", False),
    ],
)
def test_types_and_what_may_be_empty(row, name, kind, required):
    found = column(row, name)

    assert (kind, required) == (found.type, found.required)


def test_a_closed_set_of_values_is_listed_without_the_empty_one():
    assert column(RelationRow, "attribution").values == ("direct", "indirect")


def test_all_sixteen_events_and_two_standing_kinds_are_allowed():
    assert len(set(column(RelationRow, "kind").values)) == 18


@pytest.mark.parametrize("name", TABLES)
def test_every_column_says_what_it_means(name):
    assert [one.name for one in TABLES[name].columns if not one.description or one.description == "time"] == []


def test_the_edge_table_begins_as_gephi_wants_it():
    expected = ["Source", "Target", "Type", "Id", "Label", "Kind", "Weight", "level"]

    assert expected == [one.name for one in columns_of(EdgeRow)][:8]
