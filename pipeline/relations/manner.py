"""How a statement is made: affirmed or not, as fact or not, and in whose words.

Where a frame's phrase was found, the judge reads polarity and realis from its verb and the cues around
it; the reader has an opinion on every pair it read. Where both have one, their probabilities are averaged.
"""

from collections.abc import Mapping

from pipeline.model import Entity, Polarity, Realis
from pipeline.relations.discourse import Discourse
from pipeline.relations.judge import Judge
from pipeline.relations.reader.network import REALIS
from pipeline.relations.reader.read import Reading
from pipeline.relations.speakers import Told, attribution

NEGATED = 0.35


def polarity(judge: Judge, modal: frozenset[str] | None, reading: Reading | None) -> Polarity:
    """Negated from a third on: negation is too rare to wait for a half."""
    chances = [judge.negated.probability(modal)] if modal is not None else []
    chances += [reading.negated] if reading is not None else []
    return "negated" if sum(chances) / max(len(chances), 1) >= NEGATED else "affirmed"


def realis(judge: Judge, modal: frozenset[str] | None, reading: Reading | None) -> Realis:
    """The likeliest of actual, future and hypothetical."""
    tables: list[Mapping[Realis, float]] = [_judged(judge, modal)] if modal is not None else []
    tables += [reading.realis] if reading is not None else []
    chances = {name: sum(table[name] for table in tables) for name in REALIS}
    return max(REALIS, key=lambda name: chances[name])


def _judged(judge: Judge, modal: frozenset[str]) -> dict[Realis, float]:
    future, hypothetical = judge.future.probability(modal), judge.hypothetical.probability(modal)
    rest = max(1.0 - future - hypothetical, 0.0)
    whole = rest + future + hypothetical
    return {"actual": rest / whole, "future": future / whole, "hypothetical": hypothetical / whole}


def told(discourse: Discourse, at: int, source: str, reading: Reading | None, entities: Mapping[str, Entity]) -> Told:
    """In whose words a statement is made: whom the reader hears where it read the pair, else whom grammar names."""
    ruled = attribution(discourse, at, source, entities)
    if reading is None or reading.speaker == ruled.speaker:
        return ruled
    if not reading.speaker or reading.speaker == source:
        return Told("", (), "")
    speeches = [one for one in discourse.speeches if one.speaker[0].entity_id == reading.speaker]
    direct = any(one.direct and one.first <= at < one.last for one in speeches)
    outer = tuple(entity for entity in ruled.chain if entity not in (reading.speaker, source))
    return Told(reading.speaker, (*outer, reading.speaker), "direct" if direct else "indirect")
