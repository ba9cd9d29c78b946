"""Which gold entity each entity found is: one to one, the strongest agreement first."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pipeline.columns import NodeRow
from pipeline.evaluate.found import Found, FoundArticle, FoundEntity
from pipeline.evaluate.gold import GoldArticle, GoldEntity
from pipeline.evaluate.spelling import same_description

NAME, DESCRIPTION, REWORDED, WORDING = 30, 10, 5, 1


@dataclass(frozen=True, slots=True)
class Matched:
    """One article from both sides: `matches` gives the gold entity of each node that is one."""

    gold: GoldArticle
    found: FoundArticle
    text: str
    matches: Mapping[str, str]
    nodes: Mapping[str, NodeRow]

    def in_gold(self, node: str) -> str:
        """The id of the gold entity that a node is, or an id that no gold entity bears."""
        return self.matches.get(node, f"?{node}")


def matched(gold: GoldArticle, run: Found) -> Matched:
    """An annotated article beside what the run says of it; nothing where the run did not read it."""
    text = gold.text if gold.text is not None else run.texts.get(gold.doc_id, "")
    found = run.articles.get(gold.doc_id, FoundArticle()).standing_in(text)
    return Matched(gold, found, text, match(gold, found), run.nodes)


def match(gold: GoldArticle, found: FoundArticle) -> dict[str, str]:
    """The gold entity of each node that is one, by node Id; equal strengths are settled by the ids."""
    matches: dict[str, str] = {}
    taken: set[str] = set()
    for _, node, entity in sorted(_candidates(gold, found)):
        if node not in matches and entity not in taken:
            matches[node] = entity
            taken.add(entity)
    return matches


def _candidates(gold: GoldArticle, found: FoundArticle) -> Iterator[tuple[int, str, str]]:
    """Pairs that agree, with the strength below zero, so that the strongest sort first."""
    for node in found.entities:
        for entity in gold.entities:
            strength = agreement(entity, node) if entity.kind == node.kind else 0
            if strength:
                yield -strength, node.id, entity.id


def agreement(entity: GoldEntity, node: FoundEntity) -> int:
    """How strongly a node agrees with a gold entity of its kind; 0 where it is another one.

    A country is known by its ISO code, where gold gives one, and a shared wording; whoever
    has names by those that are shared; someone who is only described by descriptions.
    """
    shared = len(node.wordings & entity.wordings)
    if entity.kind == "country" and entity.iso3:
        strength = NAME if shared and node.iso3 == entity.iso3 else 0
    elif entity.forms:
        strength = NAME * len(node.wordings & entity.names)
    else:
        strength = _by_description(entity, node, shared)
    return strength and strength + WORDING * shared


def _by_description(entity: GoldEntity, node: FoundEntity, shared: int) -> int:
    """The agreement with someone who is never named: a name would make it someone else."""
    if node.names - entity.wordings:
        return 0
    reworded = any(same_description(one, other) for one in node.descriptions for other in entity.descriptions)
    return DESCRIPTION * shared + REWORDED * reworded
