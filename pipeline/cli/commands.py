"""The commands and their options. What they need is imported when they are called, so that help is quick.

Exit codes: 0 all is well, 1 the command failed, 2 it was called wrongly, 3 the run is
finished but set articles aside or missed them, 130 broken off with Ctrl-C. `diff` is like the diff of
files: 0 the same, 1 not the same, 2 trouble.
"""

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, Any

import typer

from pipeline.config import Settings, load_settings
from pipeline.errors import ConfigError, RavabetError

OK, FAILED, USAGE, SET_ASIDE, INTERRUPTED = 0, 1, 2, 3, 130

app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    help="Diplomatic relations from Persian news: who met, backed, accused or sanctioned whom.",
    epilog="Exit codes: 0 well, 1 failed, 2 wrong usage, 3 finished but some articles set aside or missing, "
    "130 Ctrl-C; of diff: 0 the same, 1 not the same, 2 trouble.",
)

ConfigFile = Annotated[Path | None, typer.Option("--config", help="A TOML file with settings.", metavar="FILE")]
LexiconFolders = Annotated[
    list[Path] | None,
    typer.Option("--lexicon", help="A folder of your own data files; may be given again.", metavar="DIR"),
]
ModelsFolder = Annotated[Path | None, typer.Option("--models", help="A folder of trained models.", metavar="DIR")]


def main() -> None:
    """The entry point of the command."""
    app()


@contextmanager
def reported(failed: int = FAILED) -> Iterator[None]:
    """Turn what a user can meet into one clear message and an exit code, `failed` where the command could not do it."""
    try:
        yield
    except ConfigError as error:
        typer.echo(f"ravabet: {error}", err=True)
        raise typer.Exit(USAGE) from error
    except RavabetError as error:
        typer.echo(f"ravabet: {error}", err=True)
        raise typer.Exit(failed) from error
    except KeyboardInterrupt as error:
        typer.echo("\nravabet: broken off; what is done is kept, and the same command goes on from there", err=True)
        raise typer.Exit(INTERRUPTED) from error


def _settings(config: Path | None, lexicon: list[Path] | None, models: Path | None, **options: Any) -> Settings:
    folders = tuple(lexicon) if lexicon else None
    return load_settings(config, {"lexicon": folders, "models": str(models) if models else None, **options})


def _relation_kind(kind: str | None) -> str | None:
    """A kind of relation as it stands in the tables; small letters will do."""
    from pipeline.columns import EVENTS, STANDING

    if kind is None or kind.upper() in (*EVENTS, *STANDING):
        return kind and kind.upper()
    message = f"--kind {kind}: is no kind of relation; give one of {', '.join((*EVENTS, *STANDING))}"
    raise ConfigError(message)


def _print_json(value: Any) -> None:
    typer.echo(json.dumps(value, ensure_ascii=False, indent=1))


@app.command()
def run(
    folder: Annotated[Path, typer.Argument(help="The folder of articles.", metavar="FOLDER")],
    out: Annotated[Path, typer.Option("--out", "-o", help="Where tables and graphs are written.", metavar="DIR")],
    jobs: Annotated[int | None, typer.Option(help="Worker processes; 0 uses none, and no deadlines.")] = None,
    limit: Annotated[int | None, typer.Option(help="Read at most so many articles.")] = None,
    config: ConfigFile = None,
    lexicon: LexiconFolders = None,
    models: ModelsFolder = None,
    min_confidence: Annotated[float | None, typer.Option(help="Leave out relations less certain, 0 to 1.")] = None,
    timeout: Annotated[float | None, typer.Option(help="Seconds one article may take.")] = None,
    fail_fast: Annotated[bool, typer.Option("--fail-fast", help="Stop at the first article that fails.")] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Say nothing but what went wrong.")] = False,
) -> None:
    """Read a folder of articles and write tables and graphs; a second run takes up only what is new or changed."""
    options = {"jobs": jobs, "limit": limit, "min_confidence": min_confidence, "timeout": timeout}
    with reported():
        settings = _settings(config, lexicon, models, **options, fail_fast=fail_fast or None)
        from pipeline.cli.progress import shown_progress
        from pipeline.cli.summary import print_summary
        from pipeline.run.batch import run as run_batch

        with shown_progress(quiet) as watch:
            report = run_batch(folder, out, settings, watch)
        if not quiet:
            print_summary(report, out)
    if report.tables.failures:
        if quiet:
            typer.echo(f"ravabet: {len(report.tables.failures)} set aside, see {out / 'failures.csv'}", err=True)
        raise typer.Exit(SET_ASIDE)


@app.command()
def explain(
    article: Annotated[Path, typer.Argument(help="A file with one article or more.", metavar="ARTICLE")],
    record: Annotated[str, typer.Option(help="Only this record of a JSON Lines or CSV file.")] = "",
    config: ConfigFile = None,
    lexicon: LexiconFolders = None,
    models: ModelsFolder = None,
) -> None:
    """Show what was found in an article, and by which rule, entry and tokens."""
    with reported():
        settings = _settings(config, lexicon, models)
        from pipeline.cli.explanation import print_explanation
        from pipeline.run.explain import explain as explain_file

        failed = [print_explanation(one) for one in explain_file(article, settings, record)]
    if any(failed):
        raise typer.Exit(SET_ASIDE)


@app.command()
def doctor(
    out: Annotated[Path, typer.Option("--out", "-o", help="The folder a run would write to.", metavar="DIR")] = Path(
        "outputs"
    ),
    config: ConfigFile = None,
    lexicon: LexiconFolders = None,
    models: ModelsFolder = None,
    unchecked: Annotated[bool, typer.Option("--unchecked", help="List every unchecked tenure.")] = False,
) -> None:
    """Tell whether everything that a run needs is in order."""
    with reported():
        settings = _settings(config, lexicon, models)
        from pipeline.cli.checkup import print_checks
        from pipeline.run.doctor import examine

        well = print_checks(examine(settings, out, list_unchecked=unchecked))
    if not well:
        raise typer.Exit(FAILED)


@app.command()
def evaluate(
    folder: Annotated[Path, typer.Argument(help="The folder that a run wrote.", metavar="RUN")],
    gold: Annotated[Path, typer.Argument(help="A folder of annotated articles, one JSON file each.", metavar="GOLD")],
    docs: Annotated[str, typer.Option(help="Only articles from this id to that.", metavar="FIRST:LAST")] = "",
    errors: Annotated[int, typer.Option(help="Show so many relations that are missed or extra.", min=0)] = 0,
    seed: Annotated[
        int | None, typer.Option(help="Show a random choice of them, the same for the same number.")
    ] = None,
    kind: Annotated[str | None, typer.Option(help="Show only those of this kind.", metavar="KIND")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Measure a run against annotated articles; exit code 3 where it did not read one of them."""
    with reported():
        from pipeline.cli.evaluation import print_evaluation, print_misquotes
        from pipeline.evaluate import as_record, chosen
        from pipeline.evaluate import evaluate as evaluate_run

        wanted = _relation_kind(kind)
        evaluation = evaluate_run(folder, gold, docs)
        shown = chosen(evaluation.mistakes, errors, wanted, seed)
        print_misquotes(evaluation)
        if as_json:
            _print_json(as_record(evaluation, shown))
        else:
            print_evaluation(evaluation, shown)
    if evaluation.missing:
        raise typer.Exit(SET_ASIDE)


@app.command()
def diff(
    first: Annotated[Path, typer.Argument(help="The folder that the earlier run wrote.", metavar="RUN1")],
    second: Annotated[Path, typer.Argument(help="The folder that the later run wrote.", metavar="RUN2")],
    kind: Annotated[str | None, typer.Option(help="Compare only relations of this kind.", metavar="KIND")] = None,
    limit: Annotated[int | None, typer.Option(help="Show so many changed articles at most.", min=0)] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Show what a second run over the same articles found otherwise; exit code 0 same, 1 not the same, 2 trouble."""
    with reported(failed=USAGE):
        from pipeline.cli.difference import print_difference
        from pipeline.compare import as_record, compare

        difference = compare(first, second, _relation_kind(kind))
        if as_json:
            _print_json(as_record(difference, limit))
        else:
            print_difference(difference, limit)
    if not difference.equal:
        raise typer.Exit(FAILED)


@app.command()
def version() -> None:
    """Print the version."""
    import pipeline

    typer.echo(f"ravabet {pipeline.__version__}, Python {sys.version.split()[0]}")
