"""What was missed and what was made up, one by one, to look at."""

import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pipeline.evaluate.matching import Matched
from pipeline.evaluate.relations import Stated


@dataclass(frozen=True, slots=True)
class Mistake:
    """A relation that only gold states (`missed`) or only the run; a `rule` made what the run states."""

    missed: bool
    doc_id: str
    kind: str
    source: str
    target: str
    confidence: float | None
    evidence: str
    rule: str


def mistakes(article: Matched, statements: Stated) -> Iterator[Mistake]:
    """All relations of an article that stand on one side alone, by kind and ends."""
    for triple in sorted(statements.gold.keys() ^ statements.found.keys()):
        ends = _label(triple.source, article), _label(triple.target, article)
        if triple in statements.gold:
            gold = statements.gold[triple][0]
            yield Mistake(True, article.gold.doc_id, triple.kind, *ends, None, gold.evidence, "")
        else:
            row = statements.found[triple][0]
            yield Mistake(False, article.gold.doc_id, triple.kind, *ends, row.confidence, row.evidence, row.rule)


def chosen(
    found: Iterable[Mistake], number: int, kind: str | None = None, seed: int | None = None
) -> tuple[Mistake, ...]:
    """The first mistakes, of one kind where it is given; with a seed a random choice, the same for the same seed."""
    some = [one for one in found if kind is None or one.kind == kind]
    if seed is None:
        return tuple(some[:number])
    return tuple(random.Random(seed).sample(some, min(number, len(some))))


def _label(end: str, article: Matched) -> str:
    """The name gold gives an entity, or that of a node which is no gold entity, said to be so."""
    entity = article.gold.by_id.get(end)
    if entity is not None:
        return entity.name
    node = end.removeprefix("?")
    return f"{article.nodes[node].Label if node in article.nodes else node} (not in gold)"
