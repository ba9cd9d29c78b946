"""Entities found, missed and made up, and the countries of persons."""

from pathlib import Path

from small_runs import ENTITIES, MENTIONS, NODES, entity, evaluated, mention_row, node_row, write_gold, write_run

from pipeline.evaluate import evaluate
from pipeline.evaluate.figures import Tally
from pipeline.evaluate.record import quality_figures


def test_each_kind_has_its_counts(tmp_path: Path) -> None:
    mentions = [*MENTIONS[1:], mention_row("x", "دیدار", "place")]

    found = evaluated(tmp_path, mentions=mentions, nodes=[*NODES, node_row("x", "place")])

    assert found.entities == {
        "person": Tally(right=1, missed=1),
        "country": Tally(right=2),
        "organization": Tally(),
        "place": Tally(extra=1),
    }


def test_places_are_no_actors(tmp_path: Path) -> None:
    mentions = [*MENTIONS, mention_row("x", "دیدار", "place")]

    assert evaluated(tmp_path, mentions=mentions, nodes=[*NODES, node_row("x", "place")]).actors == Tally(right=4)


def test_what_is_free_counts_on_neither_side(tmp_path: Path) -> None:
    """The country is there inside the name of a council alone; the run lists it, and a body of no name of its own."""
    text = {"title": "تیتر", "text": "شورای زرکان"}
    council = entity("council", "organization", "شورای زرکان")
    write_gold(tmp_path / "gold", [council, entity("zrk", "country", "زرکان", iso3="ZRK")], **text)
    rows = [mention_row("ZRK", "زرکان", "country"), mention_row("org-council", "شورای زرکان", "organization")]
    nodes = [*NODES, node_row("org-council", "organization")]
    run = write_run(tmp_path / "run", mentions=rows, nodes=nodes)

    found = evaluate(run, tmp_path / "gold").entities

    assert (found["country"], found["organization"]) == (Tally(), Tally(right=1))


def test_a_name_inside_a_longer_one_is_no_mistake_where_gold_does_not_list_it(tmp_path: Path) -> None:
    text = {"title": "تیتر", "text": "شورای زرکان"}
    write_gold(tmp_path / "gold", [entity("council", "organization", "شورای زرکان")], **text)
    write_gold(tmp_path / "gold", ENTITIES, name="b")
    run = write_run(tmp_path / "run", mentions=[mention_row("ZRK", "زرکان", "country")], nodes=NODES)

    [first, _] = evaluate(run, tmp_path / "gold").articles

    assert first.entities.kinds["country"] == Tally()


def test_names_outside_the_range_of_documents_are_known_all_the_same(tmp_path: Path) -> None:
    text = {"title": "تیتر", "text": "شورای زرکان"}
    write_gold(tmp_path / "gold", [entity("council", "organization", "شورای زرکان")], **text)
    write_gold(tmp_path / "gold", ENTITIES, name="b")
    run = write_run(tmp_path / "run", mentions=[mention_row("ZRK", "زرکان", "country")], nodes=NODES)

    assert evaluate(run, tmp_path / "gold", "a:a").entities["country"] == Tally()


def test_the_country_of_a_person_is_that_of_whom_it_acts_for(tmp_path: Path) -> None:
    """Gold and run agree on the minister; the run lets the other one act for the wrong country."""
    figures = quality_figures(evaluated(tmp_path))

    assert figures["affiliation"] == 0.5


def test_a_country_is_reached_through_a_body(tmp_path: Path) -> None:
    nodes = [
        node_row("per-petrov", "person", affiliation="org"),
        node_row("org", "organization", affiliation="TLM"),
        *NODES[2:],
    ]

    assert quality_figures(evaluated(tmp_path, nodes=nodes, mentions=MENTIONS[1:]))["affiliation"] == 1.0


def test_affiliations_in_a_circle_end(tmp_path: Path) -> None:
    nodes = [node_row("per-petrov", "person", affiliation="org"), node_row("org", "organization", affiliation="org")]

    assert quality_figures(evaluated(tmp_path, nodes=nodes, mentions=MENTIONS[1:2]))["affiliation"] == 0.0
