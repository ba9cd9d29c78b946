"""Edges: what is one edge, what it weighs, what is left out."""

import random
from dataclasses import replace

import pytest
from sample_run import LABELS, sample_tables

from pipeline.graph import build_edges
from pipeline.graph.edges import edge_kind


def edges(**changes):
    tables = replace(sample_tables(), **changes)
    return build_edges(tables.relations, tables.nodes, tables.articles, LABELS)


def edge(level, source, target, kind, rows=None):
    found = [
        row for row in rows or edges() if (row.level, row.Source, row.Target, row.Kind) == (level, source, target, kind)
    ]
    assert len(found) == 1
    return found[0]


@pytest.mark.parametrize(
    ("polarity", "realis", "expected"),
    [
        ("affirmed", "actual", "CONSULT:meet"),
        ("negated", "actual", "CONSULT:meet:negated"),
        ("affirmed", "hypothetical", "CONSULT:meet:hypothetical"),
        ("negated", "future", "CONSULT:meet:negated:future"),
    ],
)
def test_kind(polarity, realis, expected):
    assert expected == edge_kind("CONSULT", "meet", polarity, realis)


def test_weight_counts_events_and_duplicates_do_not_count():
    meeting = edge("actor", "per-kazemi", "per-petrov", "CONSULT:meet")

    assert (meeting.Weight, meeting.statements, meeting.articles, meeting.publishers) == (2, 3, 2, 2)
    assert meeting.relation_ids == ("r-1", "r-4", "r-5")


def test_a_reciprocal_edge_runs_from_the_smaller_id_and_says_so():
    assert edge("actor", "per-kazemi", "per-petrov", "CONSULT:meet").reciprocal


def test_a_country_edge_is_turned_by_the_ids_of_the_countries():
    tables = sample_tables()
    relation = replace(tables.relations[0], source="NAM", target="per-kazemi", reciprocal=True)
    rows = edges(relations=[relation])

    assert [(row.level, row.Source, row.Target) for row in rows] == [
        ("actor", "NAM", "per-kazemi"),
        ("country", "IRN", "NAM"),
    ]


def test_the_statement_with_the_highest_confidence_speaks():
    tables = sample_tables()
    relations = [replace(row, evidence=row.relation_id, cameo="0" + row.relation_id[-1]) for row in tables.relations]
    meeting = edge("actor", "per-kazemi", "per-petrov", "CONSULT:meet", edges(relations=relations))

    assert (meeting.evidence, meeting.cameo, meeting.confidence) == ("r-4", "04", 0.9)


def test_dates_span_all_events():
    meeting = edge("actor", "per-kazemi", "per-petrov", "CONSULT:meet")

    assert (meeting.first_date, meeting.last_date) == ("2019-11-01", "2019-11-04")


def test_default_edges_are_what_is_said_to_have_happened():
    expected = {"CONSULT:meet:negated:future", "OFFICE:office"}

    assert expected == {row.Kind for row in edges() if not row.default}


def test_a_country_edge_sums_up_all_actors_of_both_countries():
    accusation = edge("country", "IRN", "RUS", "ACCUSE:accuse")

    assert (accusation.Weight, accusation.relation_ids, accusation.speakers) == (2, ("r-10", "r-2"), ("org-un",))


def test_pairs_within_one_country_and_standing_kinds_have_no_country_edge():
    used = {one for row in edges() if row.level == "country" for one in row.relation_ids}

    assert set() == used & {"r-7", "r-9"}


def test_a_statement_without_event_is_its_own_event():
    rows = [replace(row, event_id="") for row in sample_tables().relations]

    assert edge("actor", "per-kazemi", "per-petrov", "CONSULT:meet", edges(relations=rows)).Weight == 3


def test_labels_are_persian_where_the_predicate_has_one():
    tables = sample_tables()
    rows = build_edges(tables.relations, tables.nodes, tables.articles, {"meet": "دیدار با"})

    assert {("meet", "دیدار با"), ("accuse", "accuse"), ("office", "office"), ("visit", "visit")} == {
        (row.predicate, row.Label) for row in rows
    }


def test_edges_do_not_depend_on_the_order_of_rows():
    tables, order = sample_tables(), random.Random(3)
    mixed = {
        name: order.sample(list(getattr(tables, name)), len(getattr(tables, name))) for name in ("relations", "nodes")
    }

    assert edges() == edges(**mixed)


def test_edge_ids_and_kinds_of_a_pair_are_unique():
    rows = edges()

    assert (
        len(rows)
        == len({row.Id for row in rows})
        == len({(row.level, row.Source, row.Target, row.Kind) for row in rows})
    )
