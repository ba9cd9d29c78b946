"""How much changed, by kind of entity and of relation."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import get_args

from pipeline.columns import EVENTS, STANDING
from pipeline.compare.entities import EntityChange
from pipeline.compare.relations import RelationChange
from pipeline.compare.sides import ArticleSide
from pipeline.model import Kind

ORDER = (*get_args(Kind), *EVENTS, *STANDING)
_ENTITY = {"appeared": "added", "vanished": "removed", "resolved": "changed", "mentioned": "changed"}


@dataclass(frozen=True, slots=True)
class KindSummary:
    """How many of a kind each run has, and how many changed; an entity counts once in each article."""

    kind: str
    first: int
    second: int
    added: int
    removed: int
    changed: int


def summary(
    runs: Sequence[Iterable[ArticleSide]], entities: Iterable[EntityChange], relations: Iterable[RelationChange]
) -> tuple[KindSummary, ...]:
    """One row for each kind that either run has, entities first."""
    first, second = (_sizes(articles) for articles in runs)
    changes = Counter((one.kind, _ENTITY[one.change]) for one in entities)
    changes += Counter((one.kind, one.change) for one in relations)
    kinds = sorted(first.keys() | second.keys(), key=lambda kind: (ORDER.index(kind) if kind in ORDER else -1, kind))
    return tuple(
        KindSummary(kind, first[kind], second[kind], *(changes[kind, what] for what in ("added", "removed", "changed")))
        for kind in kinds
    )


def _sizes(articles: Iterable[ArticleSide]) -> Counter[str]:
    sizes: Counter[str] = Counter()
    for article in articles:
        sizes.update(kind for _, kind in {(mention.entity_id, mention.kind) for mention in article.mentions})
        sizes.update(relation.kind for relation in article.relations)
    return sizes
