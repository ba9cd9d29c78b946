"""The difference of two runs for a person to read: settings, counts, each article that changed, and a summary."""

from collections.abc import Iterable, Iterator

from rich.console import Console
from rich.table import Table
from rich.text import Text

from pipeline.cli.figures_table import figures_table
from pipeline.compare import ArticleDifference, Difference
from pipeline.compare.entities import EntityChange
from pipeline.compare.relations import FieldChange, RelationChange
from pipeline.compare.settings import Setting
from pipeline.compare.sides import Named
from pipeline.compare.summary import KindSummary

HASH_LENGTH = 64
SHOWN_OF_HASH = 12
STYLES = {
    **dict.fromkeys(("added", "appeared"), "green"),
    **dict.fromkeys(("removed", "vanished"), "red"),
    **dict.fromkeys(("changed", "resolved", "mentioned"), "yellow"),
}


def print_difference(difference: Difference, limit: int | None = None) -> None:
    """Print all differences; of the articles that changed the first so many, where a limit is given."""
    console = Console(highlight=False, soft_wrap=True)
    for title, settings in (("Made with", difference.settings), ("Counts", difference.counts)):
        if settings:
            console.print(_settings(title, settings))
    for line in _apart(difference):
        console.print(line, markup=False)
    for article in difference.articles[:limit]:
        console.print(f"\n{article.article}", style="bold", markup=False)
        for change in _changes(article):
            console.print(change)
    left = len(difference.articles[limit:]) if limit is not None else 0
    if left:
        console.print(f"\nand {left} more that changed")
    console.print(_summary(difference.summary))
    console.print(_verdict(difference))


def _settings(title: str, settings: Iterable[Setting]) -> Table:
    table = figures_table(title, "first run", "second run")
    for one in settings:
        table.add_row(*map(Text, (one.name, _short(one.first), _short(one.second))))
    return table


def _short(value: str | None) -> str:
    """A value of run.json; of a hash its beginning."""
    if value is None:
        return "–"
    return f"{value[:SHOWN_OF_HASH]}…" if len(value) == HASH_LENGTH and value.isalnum() else value


def _apart(difference: Difference) -> Iterator[str]:
    """What cannot be compared, one line an article."""
    for what, articles in (
        ("only in the first run", difference.only_first),
        ("only in the second run", difference.only_second),
        ("text or date read differently", difference.read_anew),
    ):
        for article in articles:
            yield f"{what}: {article}"


def _changes(article: ArticleDifference) -> Iterator[Text]:
    if article.status:
        yield Text(f"  status: {' → '.join(article.status)}")
    yield from map(_entity, article.entities)
    for relation in article.relations:
        yield _relation(relation)
        yield from map(_field, relation.fields)
        yield Text(f"      «{relation.evidence}»  [{relation.rule} {relation.confidence:.2f}]", style="dim")


def _entity(one: EntityChange) -> Text:
    line = _begin(one.change, f"{one.kind} «{one.text}»  ")
    first, second = (", ".join(map(str, nodes)) for nodes in (one.first, one.second))
    line.append(f"{first} → {second}" if one.change == "resolved" else second or first)
    signs = {"+": one.gained, "−": one.lost} if one.change != "resolved" else {"×": one.gained}
    return line.append("".join(f"  {sign}{number}" for sign, number in signs.items() if number), style="dim")


def _relation(one: RelationChange) -> Text:
    arrow = "↔" if one.reciprocal else "→"
    return _begin(one.change, f"{one.kind}:{one.predicate}  {one.source} {arrow} {one.target}")


def _field(one: FieldChange) -> Text:
    return Text(f"      {one.name}: {_value(one.first)} → {_value(one.second)}")


def _value(value: str | float | Named) -> str:
    return f"{value:.2f}" if isinstance(value, float) else str(value) or "–"


def _begin(change: str, what: str) -> Text:
    return Text("  ").append(f"{change:<9} ", style=STYLES[change]).append(what)


def _summary(rows: Iterable[KindSummary]) -> Table:
    table = figures_table("Summary", "first run", "second run", "added", "removed", "changed")
    for one in rows:
        numbers = (one.first, one.second, one.added, one.removed, one.changed)
        table.add_row(one.kind, *(str(number or "–") for number in numbers))
    return table


def _verdict(difference: Difference) -> str:
    if difference.equal:
        return f"The runs found the same in {difference.compared} articles."
    apart = len(difference.only_first) + len(difference.only_second) + len(difference.read_anew)
    alone = f"; {apart} articles could not be compared" if apart else ""
    return f"{len(difference.articles)} of {difference.compared} articles changed{alone}."
