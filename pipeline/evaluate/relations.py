"""Relations of one article from both sides, by kind and ends, and the tallies that follow from them."""

from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass
from typing import NamedTuple

from pipeline.columns import STANDING, RelationRow
from pipeline.evaluate.countries import found_country, gold_country
from pipeline.evaluate.figures import Tally, compared
from pipeline.evaluate.gold import GoldArticle, GoldRelation
from pipeline.evaluate.matching import Matched

Ends = tuple[str, frozenset[str]]


class Triple(NamedTuple):
    """A kind and two ends, which are ids of gold entities where they are any; sorted where order is free."""

    kind: str
    source: str
    target: str

    @property
    def is_event(self) -> bool:
        """Whether it is something that happens, and no office or membership."""
        return self.kind not in STANDING


@dataclass(frozen=True, slots=True)
class Stated:
    """What gold and run state, each under its triple: gold as it stands in the file, the run's most certain row first.

    `reciprocal` tells of a kind between two ends whether gold says that both do it together,
    that one does it to the other, or both.
    """

    gold: Mapping[Triple, list[GoldRelation]]
    found: Mapping[Triple, list[RelationRow]]
    reciprocal: Mapping[Ends, Set[bool]]

    @property
    def right(self) -> list[Triple]:
        """The events on both sides, in the run's order."""
        return [triple for triple in self.found if triple in self.gold and triple.is_event]


def stated(article: Matched) -> Stated:
    """Bring both sides to triples; order is free where gold calls the pair reciprocal, else where the run does."""
    reciprocal: dict[Ends, set[bool]] = {}
    for one in article.gold.relations:
        reciprocal.setdefault(_ends(one.kind, one.source, one.target), set()).add(one.reciprocal)
    gold: dict[Triple, list[GoldRelation]] = {}
    for one in article.gold.relations:
        free = True in reciprocal[_ends(one.kind, one.source, one.target)]
        gold.setdefault(_triple(one.kind, one.source, one.target, free), []).append(one)
    found: dict[Triple, list[RelationRow]] = {}
    for row in article.found.relations:
        source, target = article.in_gold(row.source), article.in_gold(row.target)
        free = True in reciprocal.get(_ends(row.kind, source, target), {row.reciprocal})
        found.setdefault(_triple(row.kind, source, target, free), []).append(row)
    return Stated(gold, found, reciprocal)


def said_reciprocal(relation: GoldRelation, statements: Stated) -> Set[bool]:
    """What gold says of the pair and kind of a relation."""
    return statements.reciprocal[_ends(relation.kind, relation.source, relation.target)]


def relation_tallies(article: Matched, statements: Stated) -> dict[str, Tally]:
    """The tallies of events, full events, pairs of countries, pairs of entities, and standing relations."""
    gold, found = _events(statements.gold), _events(statements.found)
    return {
        "event": compared(gold, found),
        "full": compared(_full(statements.gold), _full(statements.found)),
        "country": compared(_gold_countries(article.gold), _found_countries(article)),
        "pair": compared({_pair(one) for one in gold}, {_pair(one) for one in found}),
        "standing": compared(statements.gold.keys() - gold, statements.found.keys() - found),
    }


def kind_tallies(statements: Stated) -> dict[str, Tally]:
    """The tally of each kind that stands on either side, events and standing kinds alike."""
    gold, found = set(statements.gold), set(statements.found)
    return {
        kind: compared({one for one in gold if one.kind == kind}, {one for one in found if one.kind == kind})
        for kind in {one.kind for one in gold | found}
    }


def _ends(kind: str, source: str, target: str) -> Ends:
    return kind, frozenset((source, target))


def _triple(kind: str, source: str, target: str, free: bool) -> Triple:
    return Triple(kind, *(sorted((source, target)) if free else (source, target)))


def _events(triples: Mapping[Triple, object]) -> set[Triple]:
    return {triple for triple in triples if triple.is_event}


def _full(side: Mapping[Triple, list[GoldRelation]] | Mapping[Triple, list[RelationRow]]) -> set[tuple[str, ...]]:
    """Events with polarity and realis, each as often as a side says it differently."""
    return {(*triple, one.polarity, one.realis) for triple, group in side.items() if triple.is_event for one in group}


def _pair(triple: Triple) -> frozenset[str]:
    return frozenset((triple.source, triple.target))


def _gold_countries(gold: GoldArticle) -> set[Ends]:
    events = (one for one in gold.relations if one.kind not in STANDING)
    return set(_between((one.kind, gold_country(gold, one.source), gold_country(gold, one.target)) for one in events))


def _found_countries(article: Matched) -> set[Ends]:
    """Kinds and countries of the run's events: those that gold gives to the ends, else those of the nodes."""

    def country(node: str) -> str:
        known = node in article.matches
        return gold_country(article.gold, article.matches[node]) if known else found_country(article.nodes, node)

    events = (one for one in article.found.relations if one.kind not in STANDING)
    return set(_between((one.kind, country(one.source), country(one.target)) for one in events))


def _between(events: Iterator[tuple[str, str, str]]) -> Iterator[Ends]:
    """The events between two different countries, both known."""
    for kind, source, target in events:
        if source and target and source != target:
            yield _ends(kind, source, target)
