"""An evaluation for a person to read: figures, precision by kind and confidence, and mistakes one by one."""

from collections.abc import Iterator, Mapping, Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from pipeline.cli.figures_table import figures_table
from pipeline.evaluate import Evaluation, Mistake, as_record
from pipeline.evaluate.confidence import Band, Calibration, Judged, bands, calibration, events
from pipeline.evaluate.figures import Tally
from pipeline.evaluate.record import quality_figures

MOST_MISQUOTES = 5
_NOTHING = "–"


def print_evaluation(evaluation: Evaluation, shown: Sequence[Mistake]) -> None:
    """Print the mistakes that are shown, then all figures."""
    console = Console(highlight=False, soft_wrap=True)
    for mistake in shown:
        console.print(_mistake(mistake))
    console.print(_tallies(evaluation.relations, "Relations"))
    console.print(_tallies(evaluation.entities | {"entity_all": evaluation.actors}, "Entities"))
    console.print(_tallies(evaluation.kinds, "Kinds"))
    console.print(_precision(evaluation.judged))
    console.print(_qualities(evaluation))
    for line in (*_notes(evaluation), _calibration(calibration(events(evaluation.judged)))):
        console.print(line, markup=False)


def print_misquotes(evaluation: Evaluation) -> None:
    """Say on standard error what of the gold no run can find, because it does not stand in the articles."""
    console = Console(stderr=True, highlight=False, soft_wrap=True)
    for line in evaluation.misquotes[:MOST_MISQUOTES]:
        console.print(f"note: {line}", markup=False)
    left = len(evaluation.misquotes) - MOST_MISQUOTES
    if left > 0:
        console.print(f"note: and {left} more names, descriptions and quotes that are not in the text", markup=False)


def _mistake(one: Mistake) -> Text:
    """One line: what was missed or is extra, where, between whom, and on what evidence."""
    line = Text()
    line.append("missed " if one.missed else "extra  ", style="yellow" if one.missed else "red")
    line.append(f"{one.doc_id} {one.kind} {one.source} → {one.target}")
    how = "" if one.confidence is None else f"  [{one.rule} {one.confidence:.2f}]"
    return line.append(f"  «{one.evidence}»{how}", style="dim")


def _tallies(tallies: Mapping[str, Tally], title: str) -> Table:
    table = figures_table(title, "precision", "recall", "F1", "right", "extra", "missed")
    for name, one in tallies.items():
        rates = (f"{rate:.3f}" for rate in (one.precision, one.recall, one.f1))
        table.add_row(name, *rates, str(one.right), str(one.extra), str(one.missed))
    return table


def _precision(relations: Sequence[Judged]) -> Table:
    """Precision by kind in bands of confidence; the lowest band only where anything stands in it."""
    groups = {"events": bands(events(relations))}
    for kind in sorted({one.kind for one in relations}):
        groups[kind] = bands(one for one in relations if one.kind == kind)
    least = bands(relations)[0]
    first = 0 if least.found else 1
    table = figures_table("Precision by confidence", *(_range(band) for band in bands(())[first:]))
    for name, some in groups.items():
        table.add_row(name, *(_share(band) for band in some[first:]))
    return table


def _qualities(evaluation: Evaluation) -> Table:
    table = figures_table("Of the right events", "")
    for name, value in quality_figures(evaluation).items():
        text = _NOTHING if value is None else str(value) if isinstance(value, int) else f"{value:.3f}"
        table.add_row(name.replace("_", " "), text)
    return table


def _notes(evaluation: Evaluation) -> Iterator[str]:
    record = as_record(evaluation)
    yield f"{record['articles']} articles; {record['texts_wrong']} texts of mentions not in their article"
    yield f"{record['events_on_empty_articles']} events on {record['empty_articles']} articles without any"
    if evaluation.missing:
        yield f"not read by the run, all missed: {', '.join(evaluation.missing)}"


def _calibration(found: Calibration) -> str:
    if found.error is None:
        return "no events, so nothing to say of their confidence"
    bins = ", ".join(f"{one.confidence:.2f} → {one.precision:.2f}" for one in found.bins)
    return f"expected calibration error of the events {found.error:.3f} (mean confidence → precision: {bins})"


def _range(band: Band) -> str:
    return f"≥ {band.low:g}" if band.high == 1 else f"{band.low:g}–{band.high:g}"


def _share(band: Band) -> str:
    return _NOTHING if band.precision is None else f"{band.precision:.2f} of {band.found}"
