"""Which predicate a statement is: the frame that proposed it, else one whose words were read, else its kind."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pipeline.lexicon.frames import Frame
from pipeline.lexicon.grammar import KindWords
from pipeline.relations.phrases import Hit
from pipeline.relations.statements import Statement

_NEAR = 3


@dataclass(frozen=True, slots=True)
class Predicate:
    """A predicate with its codes, the words that say it, and the rule that found it."""

    id: str
    mode: str
    cameo: str
    hit: Hit
    rule: str


def predicate_of(
    one: Statement, hits: Mapping[int, Sequence[tuple[Frame, Hit]]], kinds: Mapping[str, KindWords]
) -> Predicate:
    """The predicate of a statement, given the frame phrases of each sentence by its number, and words for each kind."""
    if one.judged is not None:
        candidate = one.judged.candidate
        slots = f"{candidate.source.slot} > {candidate.target.slot}"
        return _framed(candidate.frame, candidate.hit, f"({slots})")
    assert one.reading is not None
    words = one.reading.words
    near = [
        (_distance(hit, words), hit.first, frame, hit)
        for frame, hit in hits.get(one.sentence, ())
        if frame.kind == one.kind and _distance(hit, words) <= _NEAR
    ]
    if near:
        _, _, frame, hit = min(near, key=lambda found: found[:2])
        return _framed(frame, hit, "(read)")
    at = words[0]
    text = one.reading.scene.discourse.sketch.tokens[at].text
    return Predicate(one.kind.lower(), "", kinds[one.kind].cameo, Hit("", (text,), at, at + 1, at + 1), f"read: {text}")


def _framed(frame: Frame, hit: Hit, how: str) -> Predicate:
    return Predicate(frame.id, frame.mode, frame.cameo, hit, f"{frame.id}: {' '.join(hit.phrase)} {how}")


def _distance(hit: Hit, words: Sequence[int]) -> int:
    return min(max(hit.first - at, at - hit.last + 1, 0) for at in words)
