"""Persons, countries, organizations and places of one article: found, missed, made up."""

from collections.abc import Mapping, Set
from dataclasses import dataclass
from typing import get_args

from pipeline.evaluate.countries import found_country, gold_country
from pipeline.evaluate.figures import Tally
from pipeline.evaluate.free import free_in_gold, is_free
from pipeline.evaluate.matching import Matched
from pipeline.model import Kind

KINDS: tuple[Kind, ...] = get_args(Kind)


@dataclass(frozen=True, slots=True)
class EntityFigures:
    """Tallies by kind, and of the persons found rightly how many have a country in gold and the same one here."""

    kinds: Mapping[str, Tally]
    affiliations: int
    affiliations_right: int


def entity_figures(article: Matched, known: Mapping[str, Set[str]]) -> EntityFigures:
    """Count the entities of one article; what is free counts on neither side.

    Args:
        article: The article from both sides.
        known: The keys of all names of the gold folder, by kind of entity.
    """
    free = free_in_gold(article.gold, article.text)
    gold = {entity.id: entity.kind for entity in article.gold.entities if entity.id not in free}
    found = _counted(article, free, known)
    kinds: dict[str, Tally] = {kind: _tally(_of(kind, gold), _of(kind, found), article.matches) for kind in KINDS}
    countries = _countries(article, _of("person", found))
    return EntityFigures(kinds, len(countries), sum(ours == gold for gold, ours in countries))


def _counted(article: Matched, free: Set[str], known: Mapping[str, Set[str]]) -> dict[str, str]:
    """The kinds of the nodes that are right or wrong."""
    kinds: dict[str, str] = {}
    for node in article.found.entities:
        entity = article.matches.get(node.id)
        if not (is_free(node, article.gold, known) if entity is None else entity in free):
            kinds[node.id] = node.kind
    return kinds


def _of(kind: str, kinds: Mapping[str, str]) -> set[str]:
    return {name for name, other in kinds.items() if other == kind}


def _tally(gold: Set[str], found: Set[str], matches: Mapping[str, str]) -> Tally:
    right = {matches[node] for node in found if node in matches}
    return Tally(len(right), len(found) - len(right), len(gold - right))


def _countries(article: Matched, persons: Set[str]) -> list[tuple[str, str]]:
    """The countries that gold and run give to each person found rightly, where gold gives one."""
    pairs = [
        (gold_country(article.gold, article.matches[node]), found_country(article.nodes, node))
        for node in persons
        if node in article.matches
    ]
    return [(gold, ours) for gold, ours in pairs if gold]
