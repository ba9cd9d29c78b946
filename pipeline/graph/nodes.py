"""Nodes: what all articles together say of each entity."""

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from typing import TypeVar

from pipeline.columns import NodeRow
from pipeline.model import ArticleResult, Entity, Kind, Mention, Resolution

T = TypeVar("T", bound=str)
_NAMES = ("name", "acronym")
_RESOLUTIONS: tuple[Resolution, ...] = ("lexicon", "chain", "described")


@dataclass(slots=True)
class _Tally:
    """Counts of one entity; what only duplicates say counts nothing but is known."""

    values: dict[str, Counter[str]] = field(default_factory=dict)
    kinds: Counter[Kind] = field(default_factory=Counter)
    resolutions: set[Resolution] = field(default_factory=set)
    names: Counter[str] = field(default_factory=Counter)
    days: set[str] = field(default_factory=set)
    articles: int = 0
    mentions: int = 0


def node_rows(results: Iterable[ArticleResult], duplicates: Collection[str] = ()) -> list[NodeRow]:
    """One row per entity of the results, sorted by Id, whatever the order of the articles.

    Where articles differ on a label or an affiliation, the value that most of them give stands.

    Args:
        results: Results whose entity ids hold across articles.
        duplicates: Ids of articles that do not count; an entity only they mention has counts of 0.
    """
    tallies: dict[str, _Tally] = {}
    for result in results:
        _count(tallies, result, counted=result.article.article_id not in duplicates)
    return [_row(node, tallies[node]) for node in sorted(tallies)]


def _count(tallies: dict[str, _Tally], result: ArticleResult, *, counted: bool) -> None:
    one, day = int(counted), result.article.published[:10]
    for entity in {entity.id: entity for entity in result.entities}.values():
        tally = tallies.setdefault(entity.id, _Tally())
        _add_values(tally, entity, one)
        tally.articles += one
        if counted and day:
            tally.days.add(day)
    for mention in result.mentions:
        if mention.entity_id in tallies:
            _add_mention(tallies[mention.entity_id], mention, one)


def _add_mention(tally: _Tally, mention: Mention, one: int) -> None:
    tally.mentions += one
    if mention.form in _NAMES:
        tally.names[" ".join(mention.text.split())] += one


def _add_values(tally: _Tally, entity: Entity, one: int) -> None:
    tally.kinds[entity.kind] += one
    tally.resolutions.add(entity.resolution)
    for name in ("label", "label_en", "iso3", "wikidata", "sector", "affiliation"):
        value = getattr(entity, name)
        if value:
            tally.values.setdefault(name, Counter())[value] += one


def _row(node: str, tally: _Tally) -> NodeRow:
    best = {name: _by_frequency(counter)[0] for name, counter in tally.values.items()}
    label = best.get("label", node)
    return NodeRow(
        Id=node,
        Label=label,
        label_en=best.get("label_en", ""),
        kind=_by_frequency(tally.kinds)[0],
        iso3=best.get("iso3", ""),
        wikidata=best.get("wikidata", ""),
        sector=best.get("sector", ""),
        affiliation=best.get("affiliation", ""),
        aliases=tuple(name for name in _by_frequency(tally.names) if name != label),
        articles=tally.articles,
        mentions=tally.mentions,
        first_seen=min(tally.days, default=""),
        last_seen=max(tally.days, default=""),
        resolution=next(resolution for resolution in _RESOLUTIONS if resolution in tally.resolutions),
    )


def _by_frequency(counter: Counter[T]) -> list[T]:
    return sorted(counter, key=lambda value: (-counter[value], value))
