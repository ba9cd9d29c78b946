"""The command: exit codes, one clear line for what goes wrong, a summary a person can read."""

import os
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import fake_stages
import pytest
from run_inputs import write_articles
from typer.testing import CliRunner, Result

import pipeline.run.batch
import pipeline.run.explain
from pipeline.cli.commands import app
from pipeline.errors import LexiconError

Ravabet = Callable[..., Result]


@pytest.fixture
def ravabet(monkeypatch: pytest.MonkeyPatch) -> Ravabet:
    """The command with the simple stages in place of the real ones."""
    monkeypatch.setattr(pipeline.run.batch, "run", partial(pipeline.run.batch.run, load=fake_stages.load))
    monkeypatch.setattr(pipeline.run.explain, "explain", partial(pipeline.run.explain.explain, load=fake_stages.load))
    monkeypatch.setenv("COLUMNS", "200")
    return lambda *words: CliRunner().invoke(app, [str(word) for word in words])


def test_a_run_ends_with_a_summary(ravabet: Ravabet, tmp_path: Path) -> None:
    folder = write_articles(tmp_path / "in", "a", "b")

    result = ravabet("run", folder, "--out", tmp_path / "out", "--jobs", 0)

    assert (result.exit_code, result.stderr) == (0, "")
    assert "2: 2 ok; 2 analysed" in result.stdout
    assert "4: 4 CONSULT" in result.stdout
    assert "IRN – RUS: 2 events" in result.stdout
    assert str(tmp_path / "out") in result.stdout


def test_a_second_run_says_what_it_knew(ravabet: Ravabet, tmp_path: Path) -> None:
    folder = write_articles(tmp_path / "in", "a", "b")
    ravabet("run", folder, "--out", tmp_path / "out", "--jobs", 0)

    result = ravabet("run", folder, "--out", tmp_path / "out", "--jobs", 0)

    assert "0 analysed" in result.stdout
    assert "2 known from an earlier run" in result.stdout


def test_quiet_says_nothing(ravabet: Ravabet, tmp_path: Path) -> None:
    result = ravabet("run", write_articles(tmp_path / "in", "a"), "--out", tmp_path / "out", "--jobs", 0, "--quiet")

    assert (result.exit_code, result.output) == (0, "")


def test_articles_set_aside_give_exit_code_3_and_are_named(ravabet: Ravabet, tmp_path: Path) -> None:
    result = ravabet("run", write_articles(tmp_path / "in", "a", "break-b"), "--out", tmp_path / "out", "--jobs", 0)

    assert result.exit_code == 3
    assert "break-b.txt: told to break" in result.stdout


def test_fail_fast_gives_exit_code_1(ravabet: Ravabet, tmp_path: Path) -> None:
    folder = write_articles(tmp_path / "in", "break-b")

    result = ravabet("run", folder, "--out", tmp_path / "out", "--jobs", 0, "--fail-fast")

    assert result.exit_code == 1
    assert result.stderr.startswith("ravabet: break-b.txt: tag: told to break")


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["run", "nowhere", "--out", "out"], "ravabet: nowhere is no folder of articles; check the path\n"),
        (["run", "in", "--out", "."], "ravabet: --out . would write among the articles in in; give another folder\n"),
        (["run", "in", "--out", "out", "--config", "no.toml"], "ravabet: no.toml: cannot be read"),
        (["run", "in", "--out", "out", "--timeout", "-1"], "ravabet: options: timeout = -1.0 is out of range"),
        (["run", "in", "--out", "out", "--lexicon", "none"], "ravabet: no such folder: none"),
        (["explain", "in"], "ravabet: in is no file; give one file with an article\n"),
        (["run", "in"], "Usage:"),
        (["ran"], "Usage:"),
    ],
)
def test_wrong_usage_gives_exit_code_2_and_the_remedy(
    ravabet: Ravabet, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: list[str], message: str
) -> None:
    write_articles(tmp_path / "in", "a")
    monkeypatch.chdir(tmp_path)

    result = ravabet(*words)

    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.lstrip().startswith(message)


def test_a_broken_lexicon_is_told_in_full_without_a_traceback(
    ravabet: Ravabet, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: Any, **__: Any) -> None:
        message = "2 problem(s) in the lexicon:\n  people.csv:3: one\n  people.csv:9: two"
        raise LexiconError(message)

    monkeypatch.setattr(pipeline.run.batch, "run", refuse)

    result = ravabet("run", tmp_path, "--out", tmp_path / "out")

    assert result.exit_code == 1
    assert result.stderr == "ravabet: 2 problem(s) in the lexicon:\n  people.csv:3: one\n  people.csv:9: two\n"


def test_ctrl_c_gives_exit_code_130_and_says_how_to_go_on(
    ravabet: Ravabet, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(*_: Any, **__: Any) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(pipeline.run.batch, "run", interrupt)

    result = ravabet("run", tmp_path, "--out", tmp_path / "out")

    assert result.exit_code == 130
    assert "the same command goes on from there" in result.stderr


def test_explain_shows_rules_and_tokens(ravabet: Ravabet, tmp_path: Path) -> None:
    write_articles(tmp_path, "a")

    result = ravabet("explain", tmp_path / "a.txt")

    assert result.exit_code == 0
    assert "CONSULT:meet  IRN IRN ↔ RUS RUS" in result.stdout
    assert "rule fake  confidence 0.80" in result.stdout
    assert "«IRN met RUS at place a»" in result.stdout


def test_explain_shows_what_was_nearly_found_and_why_not(ravabet: Ravabet, tmp_path: Path) -> None:
    write_articles(tmp_path, "a")

    result = ravabet("explain", tmp_path / "a.txt")

    assert "because slots +1.5" in result.stdout
    assert "not made: accuse «blames»  IRN → RUS  probability 0.30" in result.stdout
    assert "because distance -0.7" in result.stdout
    assert "unlikely" not in result.stdout
    assert "is likelier" not in result.stdout


def test_explain_says_why_an_article_failed(ravabet: Ravabet, tmp_path: Path) -> None:
    write_articles(tmp_path, "break-a")

    result = ravabet("explain", tmp_path / "break-a.txt")

    assert (result.exit_code, "tag: told to break" in result.stdout) == (3, True)


def test_explain_takes_one_record_of_a_file(ravabet: Ravabet, tmp_path: Path) -> None:
    file = tmp_path / "news.jsonl"
    file.write_text('{"title": "first", "text": "IRN met RUS"}\n{"title": "second", "text": "TUR met RUS"}\n')

    result = ravabet("explain", file, "--record", "2")

    assert ("first" in result.stdout, "second" in result.stdout) == (False, True)


def test_explain_names_a_record_that_is_not_there(ravabet: Ravabet, tmp_path: Path) -> None:
    write_articles(tmp_path, "a")

    result = ravabet("explain", tmp_path / "a.txt", "--record", "9")

    assert result.exit_code == 2
    assert "has no record '9'" in result.stderr


def test_version_prints_one_line(ravabet: Ravabet) -> None:
    assert ravabet("version").stdout.startswith(f"ravabet {pipeline.__version__}, Python 3.")


def test_help_imports_nothing_heavy() -> None:
    code = (
        "import sys; from pipeline.cli.commands import app; sys.argv = ['ravabet', '--help']\n"
        "try: app()\n"
        "except SystemExit: pass\n"
        "print(sorted({'pandas', 'torch', 'stanza', 'hazm', 'networkx', 'pyarrow'} & set(sys.modules)))"
    )

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.splitlines()[-1] == "[]"


def test_a_closed_pipe_makes_no_traceback(tmp_path: Path) -> None:
    """As in `ravabet explain article | head -1`."""
    write_articles(tmp_path, "a")
    code = (
        "import functools, fake_stages, pipeline.run.explain as room\n"
        "from pipeline.cli.commands import app\n"
        "room.explain = functools.partial(room.explain, load=fake_stages.load)\n"
        f"app(['explain', {str(tmp_path / 'a.txt')!r}])"
    )
    reading, writing = os.pipe()
    os.close(reading)
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parent)}

    done = subprocess.run(
        [sys.executable, "-c", code], stdout=writing, stderr=subprocess.PIPE, env=environment, text=True
    )

    os.close(writing)
    assert "Traceback" not in done.stderr


def test_the_module_is_the_command() -> None:
    done = subprocess.run([sys.executable, "-m", "pipeline", "version"], capture_output=True, text=True, check=True)

    assert done.stdout.startswith("ravabet ")
