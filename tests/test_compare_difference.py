"""Two runs side by side."""

import json
from pathlib import Path
from typing import Any

import pytest
from small_runs import MENTIONS, NODES, RECORD, article_row, mention_row, relation_row, write_run

from pipeline.compare import Difference, as_record, compare
from pipeline.compare.summary import KindSummary
from pipeline.errors import OutputError

ACCUSE = relation_row("ACCUSE", "ZRK", "TLM")
OFFICE = relation_row("OFFICE", "per-kazemi", "ZRK")


def compared(folder: Path, first: dict[str, Any], second: dict[str, Any], kind: str | None = None) -> Difference:
    plain = {"nodes": NODES, "mentions": MENTIONS}
    runs = (write_run(folder / name, **{**plain, **run}) for name, run in (("first", first), ("second", second)))
    return compare(*runs, kind)


def test_runs_that_found_the_same_are_equal_whatever_they_were_made_with(tmp_path: Path) -> None:
    difference = compared(
        tmp_path, {"relations": [ACCUSE]}, {"relations": [ACCUSE], "record": {**RECORD, "version": "2"}}
    )

    assert (difference.equal, difference.articles, difference.compared) == (True, (), 1)
    assert [one.name for one in difference.settings] == ["version"]


@pytest.mark.parametrize(
    "second",
    [
        {"relations": [ACCUSE]},
        {"mentions": MENTIONS[1:]},
        {"articles": [article_row(status="duplicate")]},
        {"articles": []},
    ],
)
def test_runs_that_found_something_else_are_not_equal(tmp_path: Path, second: dict[str, Any]) -> None:
    assert not compared(tmp_path, {}, second).equal


def test_articles_of_one_run_alone_are_named(tmp_path: Path) -> None:
    articles = {name: article_row(name) for name in "abc"}

    difference = compared(
        tmp_path, {"articles": [articles["a"], articles["b"]]}, {"articles": [articles["b"], articles["c"]]}
    )

    assert [str(one) for one in (*difference.only_first, *difference.only_second)] == ["news/a.md", "news/c.md"]
    assert difference.compared == 1


def test_an_article_that_was_read_differently_is_not_compared(tmp_path: Path) -> None:
    """Its text or date is another, and so is its id."""
    again = article_row("a", article_id="id-other", record="7"), article_row("a", record="7")

    difference = compared(tmp_path, {"articles": again[:1]}, {"articles": again[1:], "relations": [ACCUSE]})

    assert [str(one) for one in difference.read_anew] == ["news/a.md, record 7"]
    assert (difference.only_first, difference.only_second, difference.articles) == ((), (), ())
    assert not difference.equal


def test_changes_stand_with_their_article(tmp_path: Path) -> None:
    articles = [article_row(name) for name in ("b", "a", "c")]
    later = [relation_row("ACCUSE", "ZRK", "TLM", article=name) for name in ("c", "a")]

    difference = compared(tmp_path, {"articles": articles}, {"articles": articles, "relations": later})

    assert [str(one.article) for one in difference.articles] == ["news/a.md", "news/c.md"]
    assert [len(one.relations) for one in difference.articles] == [1, 1]


def test_an_article_may_change_its_status(tmp_path: Path) -> None:
    [change] = compared(tmp_path, {}, {"articles": [article_row(status="duplicate")]}).articles

    assert change.status == ("ok", "duplicate")


def test_the_summary_counts_by_kind_with_entities_first(tmp_path: Path) -> None:
    second = {
        "mentions": [*MENTIONS[:3], mention_row("ZRK", "زرکان", "country", start=90)],
        "relations": [relation_row("ACCUSE", "ZRK", "TLM", polarity="negated"), OFFICE],
    }

    assert compared(tmp_path, {"relations": [ACCUSE]}, second).summary == (
        KindSummary("person", 2, 2, added=0, removed=0, changed=0),
        KindSummary("country", 2, 1, added=0, removed=1, changed=1),
        KindSummary("ACCUSE", 1, 1, added=0, removed=0, changed=1),
        KindSummary("OFFICE", 0, 1, added=1, removed=0, changed=0),
    )


def test_with_a_kind_only_its_relations_are_compared(tmp_path: Path) -> None:
    difference = compared(tmp_path, {"mentions": ()}, {"relations": [ACCUSE, OFFICE]}, "OFFICE")

    assert [one.kind for one in difference.summary] == ["OFFICE"]
    [article] = difference.articles
    assert (article.entities, [one.kind for one in article.relations]) == ((), ["OFFICE"])
    assert compare(tmp_path / "first", tmp_path / "second", "AID").equal


def test_the_record_is_json(tmp_path: Path) -> None:
    difference = compared(tmp_path, {}, {"relations": [ACCUSE]})
    record = json.loads(json.dumps(as_record(difference)))

    assert (record["equal"], record["changed"], record["compared"]) == (False, 1, 1)
    assert record["articles"][0]["relations"][0]["source"] == {"id": "ZRK", "label": "زرکان"}
    assert record["summary"][-1] == {"kind": "ACCUSE", "first": 0, "second": 1, "added": 1, "removed": 0, "changed": 0}


def test_a_limit_leaves_out_articles_and_no_counts(tmp_path: Path) -> None:
    record = as_record(compared(tmp_path, {}, {"relations": [ACCUSE]}), limit=0)

    assert (record["articles"], record["changed"], record["summary"][-1]["added"]) == ((), 1, 1)


def test_a_run_that_is_not_finished_is_named(tmp_path: Path) -> None:
    first, second = (write_run(tmp_path / name) for name in ("first", "second"))
    (second / "run.json").unlink()

    with pytest.raises(OutputError, match=r"second/run\.json: not there; finish the run"):
        compare(first, second)
