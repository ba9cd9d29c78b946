"""Folders of small articles for runs with the stages of `fake_stages`."""

from pathlib import Path
from typing import Any

import fake_stages

from pipeline.config import load_settings
from pipeline.model import Article
from pipeline.run.batch import RunReport, run

ORDERS = {"break": "BREAK", "die": "DIE", "hang": "HANG"}


def article(name: str = "a", text: str = "IRN met RUS", **parts: Any) -> Article:
    """An article in memory."""
    return Article(f"id-{name}", f"{name}.txt", text, **parts)


def write_articles(folder: Path, *names: str) -> Path:
    """A folder with one article per name; a name that begins with an order (`die-1`) carries it in its text."""
    folder.mkdir(exist_ok=True)
    for name in names:
        order = ORDERS.get(name.split("-")[0], "calm")
        text = f"News {name}\n\nIRN met RUS at place {name}. Then TUR met IRN, {order}."
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return folder


def run_fake(folder: Path, output: Path, load: Any = fake_stages.load, **options: Any) -> RunReport:
    """A run with the simple stages, in this process unless `jobs` says otherwise."""
    return run(folder, output, load_settings(None, {"jobs": 0, **options}), load=load)


def tables(folder: Path) -> dict[str, bytes]:
    """The bytes of all files of a run but those that may differ: the manifest and the durations."""
    files = (file for file in sorted(folder.iterdir()) if file.name not in {"manifest.sqlite", "timing.json"})
    return {file.name: file.read_bytes() for file in files}


def column(folder: Path, table: str, name: str) -> list[str]:
    """One column of a CSV file of a run."""
    import csv

    with (folder / f"{table}.csv").open(encoding="utf-8-sig", newline="") as handle:
        return [row[name] for row in csv.DictReader(handle)]
