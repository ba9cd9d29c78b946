"""What an article states: the frames' candidates and the reader's readings of one pair become one statement.

Frames know the phrases that a linguist wrote down; the reader knows sentences that it has seen labelled.
A small logistic model weighs the two, and its probability is the confidence of the relation.
"""

import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from pipeline.model import Entity, Mention
from pipeline.relations.candidates import Candidate
from pipeline.relations.judge import Logistic, country
from pipeline.relations.reader.network import KINDS
from pipeline.relations.reader.read import Reading
from pipeline.relations.stage import Judged

Key = tuple[int, str, str, str]
_FLOOR = 0.001
_BOTH = 0.5


@dataclass(frozen=True, slots=True)
class Statement:
    """A relation that may be stated, with what speaks for it; `judged` and `reading` are not both missing."""

    sentence: int
    kind: str
    source: str
    target: str
    both_ways: bool
    probability: float
    judged: Judged | None
    reading: Reading | None


def statements(
    judged: Iterable[Judged], readings: Iterable[Reading], entities: Mapping[str, Entity], blend: Logistic
) -> list[Statement]:
    """One statement for each sentence, kind and pair of an article; a pair related both ways stands once."""
    by_frame = _by_frame(judged, entities)
    by_reader = {_key(one): one for one in readings}
    found: dict[tuple[object, ...], Statement] = {}
    for key in sorted(by_frame.keys() | by_reader.keys()):
        one = _statement(key, by_frame.get(key), by_reader.get(key), blend)
        ends = tuple(sorted((one.source, one.target))) if one.both_ways else (one.source, one.target)
        place = (one.sentence, one.kind, *ends, one.both_ways)
        if place not in found or one.probability > found[place].probability:
            found[place] = one
    return list(_settled(found.values()))


def blend_values(judged: Judged | None, reading: Reading | None, kind: str) -> dict[str, float]:
    """What the blend weighs: both probabilities as log odds, whether a frame proposes the pair, and the kind."""
    values = {f"kind={kind}": 1.0, "reader": _odds(reading.probability if reading else 0.0)}
    if judged is None:
        return values | {"no phrase": 1.0}
    return values | {"judge": _odds(judged.probability)}


def pairs(candidate: Candidate, entities: Mapping[str, Entity]) -> Iterator[tuple[Mention, Mention]]:
    """Source and target mentions of a candidate: every source with every target, or all within one coordination.

    Of several targets the source's own country is none («وی بر روابط دو کشور تأکید کرد»).
    """
    source, target = candidate.source, candidate.target
    if source is target:
        for at, mention in enumerate(source.mentions):
            yield from ((mention, other) for other in source.mentions[at + 1 :] if other.entity_id != mention.entity_id)
        return
    for mention in source.mentions:
        own = country(mention.entity_id, entities) if len(target.mentions) > 1 else ""
        yield from ((mention, other) for other in target.mentions if other.entity_id not in (mention.entity_id, own))


def _by_frame(judged: Iterable[Judged], entities: Mapping[str, Entity]) -> dict[Key, Judged]:
    best: dict[Key, Judged] = {}
    for one in judged:
        frame, sentence = one.candidate.frame, one.candidate.discourse.sketch.index
        for source, target in pairs(one.candidate, entities):
            if "place" in (entities[source.entity_id].kind, entities[target.entity_id].kind):
                continue
            ends = source.entity_id, target.entity_id
            for first, second in (ends, ends[::-1])[: 1 + frame.reciprocal]:
                key = sentence, frame.kind, first, second
                if key not in best or _rank(one) > _rank(best[key]):
                    best[key] = one
    return best


def _rank(one: Judged) -> tuple[float, str, str]:
    return one.probability, one.candidate.source.slot, one.candidate.target.slot


def _key(one: Reading) -> Key:
    return one.scene.discourse.sketch.index, one.kind, one.source, one.target


def _statement(key: Key, judged: Judged | None, reading: Reading | None, blend: Logistic) -> Statement:
    sentence, kind, source, target = key
    if kind not in KINDS and judged is not None:
        return Statement(*key, judged.candidate.frame.reciprocal, judged.probability, judged, None)
    both = reading.both_ways >= _BOTH if reading else judged is not None and judged.candidate.frame.reciprocal
    probability = blend.weigh(blend_values(judged, reading, kind))
    return Statement(sentence, kind, source, target, both, probability, judged, reading)


def _settled(found: Iterable[Statement]) -> Iterator[Statement]:
    """Of one pair said to be related one way and both ways, the likelier of the two."""
    best: dict[tuple[object, ...], Statement] = {}
    for one in found:
        for ends in ((one.source, one.target), (one.target, one.source))[: 1 + one.both_ways]:
            key = (one.sentence, one.kind, *ends)
            if key not in best or one.probability > best[key].probability:
                best[key] = one
    seen: set[int] = set()
    for one in best.values():
        other = best.get((one.sentence, one.kind, one.target, one.source)) if one.both_ways else one
        if id(one) not in seen and (other is one or other is None or other.probability <= one.probability):
            seen.add(id(one))
            yield one


def _odds(probability: float) -> float:
    held = min(max(probability, _FLOOR), 1 - _FLOOR)
    return math.log(held / (1 - held))
