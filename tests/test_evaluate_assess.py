"""A run held against a gold folder: ranges, missing articles, totals."""

import json
from pathlib import Path
from typing import Any

import pytest
from small_runs import (
    ENTITIES,
    MENTIONS,
    NODES,
    article_row,
    evaluated,
    mention_row,
    relation,
    relation_row,
    write_gold,
    write_run,
)

from pipeline.errors import ConfigError, OutputError
from pipeline.evaluate import as_record, chosen, evaluate

EVENT = relation("ACCUSE", "zrk", "tlm")
ROW = relation_row("ACCUSE", "ZRK", "TLM")


def three(folder: Path) -> tuple[Path, Path]:
    """A run that read `a` and `b`, and gold of `a`, `b` and `c`."""
    for name in ("a", "b", "c"):
        write_gold(folder / "gold", ENTITIES, [EVENT], name=name)
    articles = [article_row(name) for name in ("a", "b")]
    return write_run(
        folder / "run", articles=articles, mentions=MENTIONS, nodes=NODES, relations=[ROW]
    ), folder / "gold"


@pytest.mark.parametrize(
    ("documents", "expected"),
    [("", "abc"), ("a:b", "ab"), ("b:b", "b"), ("b:", "bc"), (":b", "ab"), ("a:zzz", "abc"), (":", "abc")],
)
def test_a_range_holds_both_its_ends(tmp_path: Path, documents: str, expected: str) -> None:
    result = evaluate(*three(tmp_path), documents)

    assert "".join(one.doc_id for one in result.articles) == expected


@pytest.mark.parametrize(
    ("documents", "message"),
    [
        ("a", "--docs a: is no range; give the first and the last id"),
        ("x:y", "no gold article lies between; their ids go from a to c"),
    ],
)
def test_a_range_without_articles_is_wrong_usage(tmp_path: Path, documents: str, message: str) -> None:
    with pytest.raises(ConfigError, match=message):
        evaluate(*three(tmp_path), documents)


def test_articles_the_run_did_not_read_are_named_and_all_missed(tmp_path: Path) -> None:
    result = evaluate(*three(tmp_path), "b:c")

    assert result.missing == ["c"]
    assert (result.relations["event"].missed, result.entities["country"].missed) == (2, 4)


def test_a_folder_without_a_run_is_named(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="is no folder"):
        evaluate(tmp_path / "nowhere", write_gold(tmp_path / "gold"))


def test_the_text_of_the_run_stands_in_where_gold_has_none(tmp_path: Path) -> None:
    gold = write_gold(tmp_path / "gold", ENTITIES, title=None, text=None)
    run = write_run(tmp_path / "run", mentions=MENTIONS, nodes=NODES)

    assert as_record(evaluate(run, gold))["texts_wrong"] == 0


def test_mentions_that_do_not_stand_in_the_gold_text_are_counted(tmp_path: Path) -> None:
    result = evaluated(tmp_path, mentions=[*MENTIONS, mention_row("TLM", "تلمارستان", "country")])

    assert as_record(result)["texts_wrong"] == 1


def test_rows_on_articles_without_events_are_counted_each(tmp_path: Path) -> None:
    rows = [ROW, relation_row("ACCUSE", "ZRK", "TLM", char_start=9), relation_row("OFFICE", "per-kazemi", "ZRK")]

    record = as_record(evaluated(tmp_path, [relation("OFFICE", "kazemi", "zrk")], rows))

    assert (record["empty_articles"], record["events_on_empty_articles"]) == (1, 2)


def test_articles_with_events_are_not_empty(tmp_path: Path) -> None:
    record = as_record(evaluated(tmp_path, [EVENT], [relation_row("REJECT", "ZRK", "TLM")]))

    assert (record["empty_articles"], record["events_on_empty_articles"]) == (0, 0)


def test_counts_of_articles_add_up(tmp_path: Path) -> None:
    record = as_record(evaluate(*three(tmp_path)))

    assert record["event"] == {"p": 1.0, "r": 0.3333, "f1": 0.5, "tp": 1, "fp": 0, "fn": 2}
    assert record["entity_all"] == {"p": 1.0, "r": 0.3333, "f1": 0.5, "tp": 4, "fp": 0, "fn": 8}
    assert record["articles"] == 3


def test_the_record_is_json_with_precision_by_kind_and_confidence(tmp_path: Path) -> None:
    result = evaluated(tmp_path, [EVENT], [ROW, relation_row("OFFICE", "per-kazemi", "TLM", confidence=0.95)])
    record: dict[str, Any] = json.loads(json.dumps(as_record(result, chosen(result.mistakes, 1))))

    assert list(record["confidence"]) == ["events", "ACCUSE", "OFFICE"]
    assert record["confidence"]["ACCUSE"][3] == {"low": 0.7, "high": 0.9, "right": 1, "found": 1, "p": 1.0}
    assert record["confidence"]["OFFICE"][4] == {"low": 0.9, "high": 1.0, "right": 0, "found": 1, "p": 0.0}
    assert record["calibration"] == {"error": 0.2, "bins": [{"found": 1, "confidence": 0.8, "precision": 1.0}]}
    assert [one["kind"] for one in record["errors"]] == ["OFFICE"]


def test_articles_of_one_name_are_one(tmp_path: Path) -> None:
    """Records of one file share its name, and so its annotation."""
    articles = [article_row("a", path="a.jsonl", record="1"), article_row("b", path="a.jsonl", record="2")]
    rows = [ROW, relation_row("REJECT", "ZRK", "TLM", article="b")]

    result = evaluated(tmp_path, [EVENT, relation("REJECT", "zrk", "tlm")], rows, articles=articles)

    assert result.relations["event"].right == 2
