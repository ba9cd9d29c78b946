"""Relations by kind and ends: events, full events, pairs, countries, standing kinds."""

from pathlib import Path

import pytest
from small_runs import evaluated, relation, relation_row

from pipeline.evaluate.figures import Tally

KAZEMI, PETROV, ZRK, TLM = "per-kazemi", "per-petrov", "ZRK", "TLM"


def test_kind_source_and_target_make_an_event(tmp_path: Path) -> None:
    gold = [relation("ACCUSE", "zrk", "tlm"), relation("CONSULT", "kazemi", "petrov")]
    found = [relation_row("ACCUSE", ZRK, TLM), relation_row("THREATEN", ZRK, TLM)]

    result = evaluated(tmp_path, gold, found)

    assert result.relations["event"] == Tally(right=1, extra=1, missed=1)
    assert result.kinds == {"ACCUSE": Tally(1), "CONSULT": Tally(missed=1), "THREATEN": Tally(extra=1)}


def test_order_tells_events_apart(tmp_path: Path) -> None:
    result = evaluated(tmp_path, [relation("ACCUSE", "zrk", "tlm")], [relation_row("ACCUSE", TLM, ZRK)])

    assert result.relations["event"] == Tally(extra=1, missed=1)
    assert result.relations["pair"] == Tally(right=1)


@pytest.mark.parametrize("reciprocal", [True, False])
def test_order_is_free_where_gold_says_reciprocal(tmp_path: Path, reciprocal: bool) -> None:
    gold = [relation("CONSULT", "kazemi", "petrov", reciprocal=True)]

    result = evaluated(tmp_path, gold, [relation_row("CONSULT", PETROV, KAZEMI, reciprocal=reciprocal)])

    assert result.relations["event"] == Tally(right=1)


def test_a_run_that_calls_a_one_way_event_reciprocal_must_have_its_order_right(tmp_path: Path) -> None:
    gold = [relation("CONSULT", "kazemi", "petrov")]

    result = evaluated(tmp_path, gold, [relation_row("CONSULT", PETROV, KAZEMI, reciprocal=True)])

    assert result.relations["event"] == Tally(extra=1, missed=1)


def test_both_orders_of_a_reciprocal_event_are_one(tmp_path: Path) -> None:
    rows = [relation_row("CONSULT", *ends, reciprocal=True) for ends in ((ZRK, TLM), (TLM, ZRK))]

    assert evaluated(tmp_path, [], rows).relations["event"] == Tally(extra=1)


def test_gold_that_says_both_lets_order_be_free(tmp_path: Path) -> None:
    """A visit one way and talks of the two are one triple."""
    gold = [relation("CONSULT", "zrk", "tlm"), relation("CONSULT", "tlm", "zrk", reciprocal=True)]

    assert evaluated(tmp_path, gold, [relation_row("CONSULT", TLM, ZRK)]).relations["event"] == Tally(right=1)


def test_rows_of_one_triple_count_once(tmp_path: Path) -> None:
    rows = [relation_row("ACCUSE", ZRK, TLM, char_start=start) for start in (0, 9)]

    assert evaluated(tmp_path, [relation("ACCUSE", "zrk", "tlm")], rows).relations["event"] == Tally(right=1)


def test_full_events_have_polarity_and_realis_right_as_well(tmp_path: Path) -> None:
    gold = [relation("ACCUSE", "zrk", "tlm"), relation("ACCUSE", "zrk", "tlm", realis="future")]
    found = [relation_row("ACCUSE", ZRK, TLM), relation_row("ACCUSE", ZRK, TLM, polarity="negated")]

    result = evaluated(tmp_path, gold, found)

    assert (result.relations["event"], result.relations["full"]) == (Tally(1), Tally(1, 1, 1))


def test_an_end_that_is_no_gold_entity_makes_the_event_wrong(tmp_path: Path) -> None:
    result = evaluated(tmp_path, [relation("ACCUSE", "zrk", "tlm")], [relation_row("ACCUSE", ZRK, "elsewhere")])

    assert result.relations["event"] == Tally(extra=1, missed=1)


def test_standing_kinds_are_no_events(tmp_path: Path) -> None:
    gold = [relation("OFFICE", "kazemi", "zrk"), relation("OFFICE", "petrov", "tlm")]

    result = evaluated(tmp_path, gold, [relation_row("OFFICE", KAZEMI, ZRK)])

    assert result.relations["standing"] == Tally(right=1, missed=1)
    assert [result.relations[name] for name in ("event", "full", "country", "pair")] == [Tally()] * 4
    assert result.kinds == {"OFFICE": Tally(right=1, missed=1)}


def test_a_pair_counts_once_whatever_its_kinds_and_directions(tmp_path: Path) -> None:
    gold = [relation("ACCUSE", "zrk", "tlm"), relation("THREATEN", "tlm", "zrk")]

    result = evaluated(tmp_path, gold, [relation_row("REJECT", ZRK, TLM), relation_row("ACCUSE", KAZEMI, PETROV)])

    assert result.relations["pair"] == Tally(right=1, extra=1)


def test_persons_stand_for_their_countries_whatever_the_order(tmp_path: Path) -> None:
    """Gold has the two persons meet, the run lets one country call on the other."""
    gold = [relation("CONSULT", "kazemi", "petrov"), relation("CONSULT", "petrov", "zrk")]

    result = evaluated(tmp_path, gold, [relation_row("CONSULT", TLM, ZRK)])

    assert result.relations["country"] == Tally(right=1)


def test_gold_says_whom_a_person_acts_for_where_it_knows_him(tmp_path: Path) -> None:
    """The run has the second person act for the first one's country."""
    result = evaluated(tmp_path, [], [relation_row("CONSULT", KAZEMI, PETROV)])

    assert result.relations["country"] == Tally(extra=1)


def test_relations_within_one_country_are_none_between_countries(tmp_path: Path) -> None:
    result = evaluated(tmp_path, [relation("ACCUSE", "kazemi", "zrk")], [relation_row("ACCUSE", KAZEMI, ZRK)])

    assert (result.relations["event"], result.relations["country"]) == (Tally(1), Tally())
