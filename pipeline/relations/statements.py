"""What an article states: the frames' candidates and the reader's readings of one pair become one statement.

Frames know the phrases that a linguist wrote down; the reader knows sentences that it has seen labelled.
A small logistic model weighs the two, and its probability is the confidence of the relation.
"""

import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from pipeline.model import Entity
from pipeline.relations.judge import Logistic, country
from pipeline.relations.pairs import Key, keys_of
from pipeline.relations.reader.read import Reading
from pipeline.relations.stage import Judged

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
    by_reader = {key_of(one): one for one in readings}
    found: dict[tuple[object, ...], Statement] = {}
    for key in sorted(by_frame.keys() | by_reader.keys()):
        one = _statement(key, by_frame.get(key), by_reader.get(key), entities, blend)
        ends = tuple(sorted((one.source, one.target))) if one.both_ways else (one.source, one.target)
        place = (one.sentence, one.kind, *ends, one.both_ways)
        if place not in found or one.probability > found[place].probability:
            found[place] = one
    return list(_settled(found.values()))


def blend_values(
    key: Key, judged: Judged | None, reading: Reading | None, entities: Mapping[str, Entity]
) -> dict[str, float]:
    """What the blend weighs: both probabilities as log odds, whether a frame proposes the pair, kind and parties."""
    sentence, kind, source, target = key
    home, away = country(source, entities), country(target, entities)
    parties = "same country" if home and home == away else "two countries" if home and away else "country unknown"
    kinds = "-".join(sorted(entities[end].kind for end in (source, target)))
    values = dict.fromkeys((f"kind={kind}", parties, f"{kinds}, {parties}"), 1.0)
    values |= {"title": float(sentence == 0), "reader": _odds(reading.probability if reading else 0.0)}
    if judged is None:
        return values | {"no phrase": 1.0}
    return values | {"judge": _odds(judged.probability)}


def _by_frame(judged: Iterable[Judged], entities: Mapping[str, Entity]) -> dict[Key, Judged]:
    best: dict[Key, Judged] = {}
    for one in judged:
        for key in keys_of(one.candidate, entities):
            if key not in best or _rank(one) > _rank(best[key]):
                best[key] = one
    return best


def _rank(one: Judged) -> tuple[float, str, str]:
    return one.probability, one.candidate.source.slot, one.candidate.target.slot


def key_of(one: Reading) -> Key:
    """What a reading states: its sentence, kind, source and target."""
    return one.scene.discourse.sketch.index, one.kind, one.source, one.target


def _statement(
    key: Key, judged: Judged | None, reading: Reading | None, entities: Mapping[str, Entity], blend: Logistic
) -> Statement:
    sentence, kind, source, target = key
    both = reading.both_ways >= _BOTH if reading else judged is not None and judged.candidate.frame.reciprocal
    probability = blend.weigh(blend_values(key, judged, reading, entities))
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
