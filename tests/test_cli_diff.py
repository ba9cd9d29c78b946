"""The command `ravabet diff`."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from small_runs import MENTIONS, NODES, RECORD, article_row, mention_row, node_row, relation_row, write_run
from typer.testing import CliRunner, Result

from pipeline.cli.commands import app

Diff = Callable[..., Result]


@pytest.fixture
def diff(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Diff:
    """The command in a folder with the runs `first` and `second`, which differ in all that can differ."""
    monkeypatch.setenv("COLUMNS", "200")
    accuse = relation_row("ACCUSE", "ZRK", "TLM")
    write_run(tmp_path / "first", articles=[article_row("a"), article_row("b")], mentions=MENTIONS, nodes=NODES)
    write_run(
        tmp_path / "second",
        articles=[article_row("a"), article_row("c")],
        mentions=[*MENTIONS[1:], mention_row("per-2", "مریم کاظمی", "person", start=15)],
        nodes=[*NODES, node_row("per-2", "person", label="مریم کاظمی")],
        relations=[accuse, relation_row("OFFICE", "per-2", "ZRK")],
        record={**RECORD, "lexicon": "5" * 64, "counts": {"mentions": 5}},
    )
    monkeypatch.chdir(tmp_path)
    return lambda *words: CliRunner().invoke(app, ["diff", *map(str, words)])


def lines(result: Result) -> list[str]:
    """The lines printed, with single spaces."""
    return [" ".join(line.split()) for line in result.stdout.splitlines()]


def test_runs_that_differ_give_exit_code_1_and_all_differences(diff: Diff) -> None:
    result = diff("first", "second")

    assert (result.exit_code, result.stderr) == (1, "")
    assert {"lexicon aa 555555555555…", "mentions – 5"} <= set(lines(result))
    assert {"only in the first run: news/b.md", "only in the second run: news/c.md"} <= set(lines(result))
    assert "resolved person «مریم کاظمی» مریم کاظمی (per-kazemi) → مریم کاظمی (per-2) ×1" in lines(result)
    assert "added ACCUSE:sample زرکان (ZRK) → تلمار (TLM)" in lines(result)
    assert "«دیدار کرد» [sample 0.80]" in lines(result)


def test_it_ends_with_a_summary_by_kind(diff: Diff) -> None:
    assert lines(diff("first", "second"))[-6:] == [
        "first run second run added removed changed",
        "person 2 2 – – 1",
        "country 2 2 – – –",
        "ACCUSE – 1 1 – –",
        "OFFICE – 1 1 – –",
        "1 of 1 articles changed; 2 articles could not be compared.",
    ]


def test_runs_that_found_the_same_give_exit_code_0(diff: Diff) -> None:
    result = diff("first", "first")

    assert (result.exit_code, lines(result)[-1]) == (0, "The runs found the same in 2 articles.")


def test_what_is_said_differently_stands_below_its_relation(diff: Diff, tmp_path: Path) -> None:
    for name, changes in (("one", {}), ("two", {"realis": "future", "speaker": "TLM", "confidence": 0.5})):
        write_run(tmp_path / name, nodes=NODES, relations=[relation_row("ACCUSE", "ZRK", "TLM", **changes)])

    printed = lines(diff("one", "two"))
    at = printed.index("changed ACCUSE:sample زرکان (ZRK) → تلمار (TLM)")

    assert printed[at + 1 : at + 4] == [
        "realis: actual → future",
        "speaker: – → تلمار (TLM)",
        "confidence: 0.80 → 0.50",
    ]


def test_a_limit_leaves_articles_to_the_summary(diff: Diff) -> None:
    printed = lines(diff("first", "second", "--limit", 0))

    assert "and 1 more that changed" in printed
    assert "news/a.md" not in printed


def test_json_has_all_differences(diff: Diff) -> None:
    result = diff("first", "second", "--json", "--kind", "office")
    record = json.loads(result.stdout)

    assert (result.exit_code, record["equal"], record["settings"][0]["name"]) == (1, False, "lexicon")
    assert [one["kind"] for one in record["articles"][0]["relations"]] == ["OFFICE"]


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["first", "nowhere"], "ravabet: nowhere: is no folder, so it is not the output of a run"),
        (["first", "."], "ravabet: .: holds no schema.json"),
        (["first", "second", "--kind", "MEET"], "ravabet: --kind MEET: is no kind of relation"),
        (["first"], "Usage:"),
    ],
)
def test_trouble_gives_exit_code_2(diff: Diff, words: list[str], message: str) -> None:
    result = diff(*words)

    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.lstrip().startswith(message)
