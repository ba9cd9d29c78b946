"""What a run found, for a person to read."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from rich.console import Console
from rich.table import Table

from pipeline.run.batch import RunReport
from pipeline.run.record import strongest_pairs

MOST_FAILURES = 5


def print_summary(report: RunReport, output: Path) -> None:
    """Print counts, the strongest pairs of countries, what was set aside and where the files are."""
    console = Console(highlight=False, soft_wrap=True)
    table = Table.grid(padding=(0, 2))
    table.add_column(style="bold", no_wrap=True)
    table.add_column()
    for name, text in _lines(report, output):
        table.add_row(name, text)
    console.print(table)


def _lines(report: RunReport, output: Path) -> Iterator[tuple[str, str]]:
    counts = report.record["counts"]
    known = sum(counts["articles"].values()) - report.analysed
    kept = f", {known} known from an earlier run" if known > 0 else ""
    yield "Articles", f"{_by_kind(counts['articles'])}; {report.analysed} analysed in {report.seconds:.1f} s{kept}"
    yield "Entities", _by_kind(counts["nodes"])
    yield "Relations", f"{_by_kind(counts['relations'])}; {counts['events']} events"
    labels = {node.Id: node.Label for node in report.tables.nodes}
    title = "Strongest pairs"
    for first, second, events in strongest_pairs(report.tables.edges):
        yield title, f"{labels.get(first, first)} – {labels.get(second, second)}: {events} {_plural('event', events)}"
        title = ""
    title = "Set aside"
    for failure in report.tables.failures[:MOST_FAILURES]:
        yield title, f"{failure.path} {failure.record}".strip() + f": {failure.reason}"
        title = ""
    if len(report.tables.failures) > MOST_FAILURES:
        yield "", f"and {len(report.tables.failures) - MOST_FAILURES} more, see {output / 'failures.csv'}"
    yield "Files", f"{output}: relations.csv, nodes.csv, edges.csv; graph-default.gexf is the one to open in Gephi"


def _by_kind(counts: Mapping[str, int]) -> str:
    """`12: 7 country, 5 person`, the most frequent kind first."""
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    parts = ", ".join(f"{number} {kind}" for kind, number in ranked)
    return f"{sum(counts.values())}" + (f": {parts}" if parts else "")


def _plural(word: str, number: int) -> str:
    return word if number == 1 else f"{word}s"
