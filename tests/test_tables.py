"""Tables as a whole: order, schema, several values in a cell."""

import random
from dataclasses import replace

import pytest
from sample_run import sample_tables

from pipeline.columns import EdgeRow, NodeRow
from pipeline.tables import TABLES, graph_columns, in_order, joined, ordered, schema, violations


@pytest.mark.parametrize("name", TABLES)
def test_rows_have_one_order_however_they_came(name):
    rows = list(getattr(sample_tables(), name))
    shuffled = random.Random(5).sample(rows, len(rows))

    assert in_order(name, rows) == in_order(name, shuffled)


def test_records_of_one_file_are_ordered_as_numbers():
    row = sample_tables().articles[0]
    rows = [replace(row, record=record) for record in ("10", "9", "")]

    assert [one.record for one in in_order("articles", rows)] == ["", "9", "10"]


def test_ordered_keeps_every_row():
    tables = sample_tables()

    assert [len(getattr(tables, name)) for name in TABLES] == [len(getattr(ordered(tables), name)) for name in TABLES]


def test_a_bar_inside_a_value_is_not_taken_for_two_values():
    assert joined(["الف", "ب|پ"]) == "الف|ب¦پ"


def test_the_schema_lists_types_values_and_meaning():
    columns = {one["name"]: one for one in schema()["tables"]["edges"]["columns"]}

    assert columns["level"]["values"] == ["actor", "country"]
    assert columns["Weight"] == {
        "name": "Weight",
        "type": "integer",
        "required": True,
        "description": "Number of distinct events",
    }


@pytest.mark.parametrize("row", [NodeRow, EdgeRow])
def test_no_graph_attribute_has_a_name_that_a_format_keeps_for_itself(row):
    reserved = {"id", "type", "start", "end", "source", "target", "for", "size", "x", "y", "z", "r", "g", "b"}

    assert set() == {name.lower() for name in graph_columns(row)} & reserved


@pytest.mark.parametrize("name", TABLES)
def test_the_sample_keeps_to_the_schema(name):
    assert list(violations(name, getattr(sample_tables(), name))) == []


def test_a_value_outside_the_schema_is_named():
    edge = replace(sample_tables().edges[0], level="province", Label="")

    assert list(violations("edges", [edge])) == ["edges, row 0, Label: ''", "edges, row 0, level: 'province'"]
