"""One run, from a folder of articles to a folder of tables and graphs.

Only what is new or changed is read and analysed; results are kept as they come, so that
a run that was broken off goes on where it stopped.
"""

import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from pipeline.config import Settings
from pipeline.errors import RunError
from pipeline.export import write_json, write_outputs
from pipeline.graph import graphs_of
from pipeline.lexicon.codes import load_codes
from pipeline.model import Article, ArticleResult, Failure
from pipeline.run.fingerprint import Fingerprint, fingerprint
from pipeline.run.folders import prepare_output, staged
from pipeline.run.intake import Intake, new_articles
from pipeline.run.manifest import Entry, Manifest, entry_of, open_manifest
from pipeline.run.record import run_record, timing_record
from pipeline.run.reduce import Outcomes, Rules, reduce
from pipeline.run.stages import load_stages, predicate_labels
from pipeline.run.workers import Loader, analyze_all
from pipeline.tables import RunTables


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a run is: articles found, analysed now, and set aside."""

    found: int
    analysed: int
    failed: int


Watcher = Callable[[Progress], None]


@dataclass(frozen=True, slots=True)
class RunReport:
    """What a run did: its tables, the content of run.json, how many articles it analysed anew, and how long it took."""

    tables: RunTables
    record: dict[str, Any]
    analysed: int
    seconds: float


@dataclass(slots=True)
class _Failed:
    """Articles that could not be analysed, with their texts, by the key of their entry."""

    articles: dict[str, Article] = field(default_factory=dict)
    failures: dict[str, Failure] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Job:
    folder: Path
    output: Path
    settings: Settings
    mark: Fingerprint
    watch: Watcher
    load: Loader


def run(
    folder: Path, output: Path, settings: Settings, watch: Watcher = lambda _: None, load: Loader = load_stages
) -> RunReport:
    """Analyse a folder of articles and write tables and graphs into the output folder.

    Args:
        folder: The articles.
        output: Where the files go; made where it is missing, other files in it are left alone.
        settings: The settings as resolved.
        watch: Called after every article.
        load: Loads the stages, once in every worker process.

    Raises:
        RavabetError: The run cannot be done or finished; results so far are kept for the next one.
        RunError: An article failed, and the run was to stop at the first that does.
    """
    started, clock = datetime.now(UTC), time.monotonic()
    prepare_output(folder, output)
    job = _Job(folder, output, settings, fingerprint(settings), watch, load)
    rules = Rules(predicate_labels(settings), load_codes(), settings.min_confidence, settings.duplicates)
    with open_manifest(output) as manifest:
        intake, failed, analysed = _analyse(job, manifest)
        seconds = {"analysis": time.monotonic() - clock}
        tables = reduce(_outcomes(intake, failed, manifest), rules)
        record = run_record(settings, job.mark, intake.hashes, tables)
        with staged(output) as staging:
            write_outputs(tables, graphs_of(tables), staging)
            write_json(record, staging / "run.json")
            seconds["whole"] = time.monotonic() - clock
            write_json(timing_record(started, seconds, analysed, settings), staging / "timing.json")
        if not settings.limit:
            manifest.keep_only({entry.key for entry in intake.entries}, intake.keys)
    return RunReport(tables, record, analysed, seconds["whole"])


def _analyse(job: _Job, manifest: Manifest) -> tuple[Intake, _Failed, int]:
    """Analyse what is new, and keep every result at once."""
    intake, failed, analysed, digest = Intake(), _Failed(), 0, job.mark.digest
    articles = new_articles(job.folder, job.output, job.settings, manifest, digest, intake)
    with closing(analyze_all(articles, job.settings, job.load)) as outcomes:
        for article, outcome in outcomes:
            key = entry_of(article, digest).key
            if isinstance(outcome, ArticleResult):
                manifest.store(key, outcome)
            elif job.settings.fail_fast:
                raise RunError(f"{outcome.path}: {outcome.stage}: {outcome.reason} ({outcome.exception})")
            else:
                failed.articles[key], failed.failures[key] = article, outcome
            analysed += 1
            job.watch(Progress(len(intake.entries), analysed, len(failed.articles)))
    return intake, failed, analysed


def _outcomes(intake: Intake, failed: _Failed, manifest: Manifest) -> Outcomes:
    broken = [entry for entry in intake.entries if entry.key in failed.articles]
    return Outcomes(
        results=[manifest.load(entry) for entry in intake.entries if entry.key not in failed.articles],
        failed=[replace(entry.article, text=failed.articles[entry.key].text) for entry in broken],
        failures=[*intake.failures, *(_failure(entry, failed.failures[entry.key]) for entry in broken)],
    )


def _failure(entry: Entry, failure: Failure) -> Failure:
    """The failure of an article, told of each of its copies."""
    return replace(failure, path=entry.article.path, record=entry.article.record)
