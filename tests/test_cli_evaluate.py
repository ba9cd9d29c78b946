"""The command `ravabet evaluate`."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from small_runs import ENTITIES, MENTIONS, NODES, entity, relation, relation_row, write_gold, write_run
from typer.testing import CliRunner, Result

from pipeline.cli.commands import app

Evaluate = Callable[..., Result]


@pytest.fixture
def evaluate(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Evaluate:
    """The command on a run with one event right, one extra and one missed."""
    monkeypatch.setenv("COLUMNS", "200")
    gold = [relation("ACCUSE", "zrk", "tlm"), relation("CONSULT", "kazemi", "petrov")]
    found = [relation_row("ACCUSE", "ZRK", "TLM", confidence=0.9), relation_row("REJECT", "TLM", "ZRK", confidence=0.4)]
    write_gold(tmp_path / "gold", ENTITIES, gold)
    write_run(tmp_path / "run", mentions=MENTIONS, nodes=NODES, relations=found)
    monkeypatch.chdir(tmp_path)
    return lambda *words: CliRunner().invoke(app, ["evaluate", "run", "gold", *map(str, words)])


def lines(result: Result) -> list[str]:
    """The lines printed, with single spaces."""
    return [" ".join(line.split()) for line in result.stdout.splitlines()]


def test_all_figures_are_printed(evaluate: Evaluate) -> None:
    result = evaluate()

    assert (result.exit_code, result.stderr) == (0, "")
    assert "event 0.500 0.500 0.500 1 1 1" in lines(result)
    assert "entity_all 1.000 1.000 1.000 4 0 0" in lines(result)
    assert "CONSULT 0.000 0.000 0.000 0 0 1" in lines(result)
    assert "affiliation 0.500" in lines(result)
    assert "expected calibration error of the events 0.250" in result.stdout


def test_precision_is_printed_by_kind_and_confidence(evaluate: Evaluate) -> None:
    printed = lines(evaluate())

    assert "0.3–0.5 0.5–0.7 0.7–0.9 ≥ 0.9" in printed
    assert "events 0.00 of 1 – – 1.00 of 1" in printed
    assert "REJECT 0.00 of 1 – – –" in printed


def test_mistakes_are_shown_where_they_are_asked_for(evaluate: Evaluate) -> None:
    missed, extra = "missed a CONSULT مریم کاظمی → ایوان پتروف", "extra a REJECT تلمار → زرکان"

    assert [line for line in lines(evaluate()) if "«" in line] == []
    assert lines(evaluate("--errors", 1))[:2] == [f"{missed} «دیدار کرد»", ""]
    assert lines(evaluate("--errors", 9, "--kind", "reject"))[:2] == [f"{extra} «دیدار کرد» [sample 0.40]", ""]


def test_json_has_the_figures_and_the_mistakes(evaluate: Evaluate) -> None:
    record = json.loads(evaluate("--json", "--errors", 5, "--seed", 1).stdout)

    assert record["event"] == {"p": 0.5, "r": 0.5, "f1": 0.5, "tp": 1, "fp": 1, "fn": 1}
    assert {one["kind"] for one in record["errors"]} == {"CONSULT", "REJECT"}


def test_an_article_that_was_not_read_gives_exit_code_3(evaluate: Evaluate, tmp_path: Path) -> None:
    write_gold(tmp_path / "gold", name="b")

    result = evaluate()

    assert result.exit_code == 3
    assert "not read by the run, all missed: b" in result.stdout


def test_what_no_run_can_find_is_told_on_standard_error(evaluate: Evaluate, tmp_path: Path) -> None:
    unheard = [entity(f"x{number}", "person", f"نام{number}") for number in range(7)]
    write_gold(tmp_path / "gold", unheard)

    result = evaluate("--json")

    assert result.stderr.splitlines()[0] == "note: a: x0: «نام0» is not in the text; copy it as it stands there"
    assert result.stderr.splitlines()[5] == "note: and 2 more names, descriptions and quotes that are not in the text"
    assert json.loads(result.stdout)["articles"] == 1


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["--kind", "MEET"], "ravabet: --kind MEET: is no kind of relation; give one of AGREE, CONSULT"),
        (["--docs", "a"], "ravabet: --docs a: is no range"),
        (["--errors", "-1"], "Usage:"),
    ],
)
def test_wrong_usage_gives_exit_code_2(evaluate: Evaluate, words: list[str], message: str) -> None:
    result = evaluate(*words)

    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.lstrip().startswith(message)


def test_malformed_gold_gives_exit_code_1_and_the_place(evaluate: Evaluate, tmp_path: Path) -> None:
    write_gold(tmp_path / "gold", relations=[relation("ACCUSE", "zrk", "tlm")])

    result = evaluate()

    assert result.exit_code == 1
    assert result.stderr.startswith("ravabet: 2 problem(s) in the gold of gold:\n  a.json: relations[0].source: 'zrk'")
