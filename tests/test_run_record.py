"""What a run says of itself."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from sample_run import sample_tables

from pipeline.columns import EdgeRow
from pipeline.config import Settings
from pipeline.run.fingerprint import Fingerprint
from pipeline.run.record import counts, input_hash, run_record, strongest_pairs, timing_record

TABLES = sample_tables()
MARK = Fingerprint("1", "code", {"hazm": "0.10"}, "lexicon", {"pos.pt": "hash"})
COUNTRY = next(edge for edge in TABLES.edges if edge.level == "country")


def edge(source: str, target: str, weight: int, *, default: bool = True) -> EdgeRow:
    return replace(COUNTRY, Source=source, Target=target, Weight=weight, default=default)


def test_counts_add_up_to_the_rows_of_the_tables() -> None:
    found = counts(TABLES)

    assert sum(found["articles"].values()) == len(TABLES.articles)
    assert sum(found["nodes"].values()) == len(TABLES.nodes)
    assert sum(found["relations"].values()) == len(TABLES.relations)
    assert sum(found["failures"].values()) == len(TABLES.failures)
    assert found["events"] == len({row.event_id for row in TABLES.relations})


def test_pairs_add_up_both_directions_and_leave_out_what_did_not_happen() -> None:
    edges = [edge("IRN", "RUS", 2), edge("RUS", "IRN", 3), edge("IRN", "TUR", 4), edge("IRN", "USA", 9, default=False)]

    assert strongest_pairs(edges) == [("IRN", "RUS", 5), ("IRN", "TUR", 4)]


def test_pairs_of_equal_strength_stand_in_the_order_of_their_ids() -> None:
    edges = [edge("TUR", "RUS", 1), edge("IRN", "TUR", 1), edge("IRN", "RUS", 1)]

    assert strongest_pairs(edges, 2) == [("IRN", "RUS", 1), ("IRN", "TUR", 1)]


def test_actor_edges_are_no_pairs_of_countries() -> None:
    assert strongest_pairs([replace(edge("IRN", "RUS", 1), level="actor")]) == []


def test_the_input_hash_does_not_depend_on_order_but_on_paths_and_contents() -> None:
    one = input_hash({"a": "1", "b": "2"})

    assert input_hash({"b": "2", "a": "1"}) == one
    assert len({one, input_hash({"a": "2", "b": "1"}), input_hash({"a": "1"})}) == 3


def test_speed_alone_is_no_part_of_run_json() -> None:
    slow = run_record(Settings(jobs=1, batch=1, timeout=1), MARK, {}, TABLES)

    assert run_record(Settings(jobs=8, batch=64, timeout=9), MARK, {}, TABLES) == slow


def test_folders_are_named_without_the_machine_they_are_on() -> None:
    record = run_record(Settings(lexicon=(Path("/here/mine"),), models="/there/trained"), MARK, {}, TABLES)

    assert (record["configuration"]["lexicon"], record["configuration"]["models"]) == (["mine"], "trained")


def test_timing_says_when_how_long_and_with_what() -> None:
    record = timing_record(datetime(2020, 1, 2, 3, 4, 5, 6, UTC), {"whole": 1.23456}, 7, Settings(jobs=2))

    assert (record["started"], record["seconds"]) == ("2020-01-02T03:04:05+00:00", {"whole": 1.235})
    assert (record["analysed"], record["jobs"]) == (7, 2)
