"""The pairs that a candidate states: every source with every target, or all within one coordination."""

from collections.abc import Iterator, Mapping

from pipeline.model import Entity, Mention
from pipeline.relations.candidates import Candidate
from pipeline.relations.judge import country

Key = tuple[int, str, str, str]


def pairs(candidate: Candidate, entities: Mapping[str, Entity]) -> Iterator[tuple[Mention, Mention]]:
    """Source and target mentions of a candidate.

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


def keys_of(candidate: Candidate, entities: Mapping[str, Entity]) -> Iterator[Key]:
    """What a candidate states: sentence, kind, source and target; either way round where its frame is reciprocal."""
    frame, sentence = candidate.frame, candidate.discourse.sketch.index
    for source, target in pairs(candidate, entities):
        ends = source.entity_id, target.entity_id
        if "place" not in (entities[ends[0]].kind, entities[ends[1]].kind):
            for first, second in (ends, ends[::-1])[: 1 + frame.reciprocal]:
                yield sentence, frame.kind, first, second
