"""The figures are those of the reference data's own program, on a run over a few of its articles."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from pipeline.config import load_settings
from pipeline.evaluate import as_record, evaluate
from pipeline.run.batch import run

DATA = Path(os.environ.get("RAVABET_DATA", ""))
ARTICLES = ("dev-003", "dev-021", "dev-048", "dev-066", "dev-090", "dev-113")

pytestmark = pytest.mark.skipif("RAVABET_DATA" not in os.environ, reason="RAVABET_DATA names no reference data")


@pytest.fixture(scope="module")
def gold(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("gold")
    for name in ARTICLES:
        shutil.copy(DATA / f"gold/dev/{name}.json", folder)
    return folder


@pytest.fixture(scope="module")
def outputs(gold: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    articles, output = tmp_path_factory.mktemp("articles"), tmp_path_factory.mktemp("run")
    subprocess.run([sys.executable, str(DATA / "gold/to_articles.py"), str(gold), str(articles)], check=True)
    run(articles, output, load_settings(None, {"jobs": 0}))
    return output


def reference(outputs: Path, gold: Path, *options: str) -> dict[str, Any]:
    command = [sys.executable, str(DATA / "gold/score.py"), str(outputs), str(gold), "--json", *options]
    figures: dict[str, Any] = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    del figures["errors"]
    return figures


@pytest.mark.parametrize("documents", ["", "dev-020:dev-070"])
def test_every_figure_is_that_of_the_reference(outputs: Path, gold: Path, documents: str) -> None:
    expected = reference(outputs, gold, *(["--docs", documents] if documents else []))

    figures = as_record(evaluate(outputs, gold, documents))

    assert {name: figures[name] for name in expected} == expected
    assert expected["event"]["tp"] > 0
