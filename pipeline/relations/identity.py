"""Ids, evidence and confidence as they stand in the outputs."""

import hashlib

from pipeline.model import Article, TaggedToken
from pipeline.relations.sketch import Sketch

LONGEST_EVIDENCE = 400


def relation_id(article: Article, *parts: str) -> str:
    """An id that depends on the article and on what the relation says, and on nothing else."""
    digest = hashlib.sha256("\x1f".join((article.article_id, *parts)).encode("utf-8", "surrogatepass"))
    return f"r-{digest.hexdigest()[:16]}"


def evidence_span(sketch: Sketch, first: int, last: int) -> tuple[int, int]:
    """Raw offsets of the sentence around tokens `first` to `last`; of their clause or less where it is too long."""
    tokens = sketch.tokens
    if tokens[-1].end - tokens[0].start <= LONGEST_EVIDENCE:
        return tokens[0].start, tokens[-1].end
    clauses = {sketch.clause_of[at] for at in range(first, last)}
    inside = [at for at, owner in enumerate(sketch.clause_of) if owner in clauses]
    low, high = min(inside, default=first), max(inside, default=last - 1) + 1
    return _shortened(tokens, low, high, first, last)


def _shortened(tokens: tuple[TaggedToken, ...], low: int, high: int, first: int, last: int) -> tuple[int, int]:
    """Drop tokens from the farther end until the span fits."""
    while high - low > 1 and tokens[high - 1].end - tokens[low].start > LONGEST_EVIDENCE:
        if high - last > first - low:
            high -= 1
        else:
            low += 1
    start = tokens[low].start
    return start, min(tokens[high - 1].end, start + LONGEST_EVIDENCE)
