"""In whose words a relation is stated."""

from collections.abc import Mapping
from dataclasses import dataclass

from pipeline.model import Attribution, Entity
from pipeline.relations.discourse import Discourse, Speech

_MEDIA = "JRN"


@dataclass(frozen=True, slots=True)
class Told:
    """The speaker where it is not the source, the chain of speakers from the outermost in, and the manner."""

    speaker: str
    chain: tuple[str, ...]
    manner: Attribution


def attribution(discourse: Discourse, at: int, source: str, entities: Mapping[str, Entity]) -> Told:
    """Who says what stands at a token; a source who speaks for itself is no speaker, nor is a news medium."""
    around = sorted(
        (speech for speech in discourse.speeches if speech.first <= at < speech.last and _speaks(speech, entities)),
        key=lambda speech: (speech.first - speech.last, speech.first),
    )
    if not around:
        return Told("", (), "")
    chain = tuple(dict.fromkeys(speech.speaker[0].entity_id for speech in around))
    inner = around[-1]
    speaker = inner.speaker[0].entity_id
    if speaker == source:
        return Told("", (), "")
    return Told(speaker, chain, "direct" if inner.direct else "indirect")


def _speaks(speech: Speech, entities: Mapping[str, Entity]) -> bool:
    return bool(speech.speaker) and entities[speech.speaker[0].entity_id].sector != _MEDIA
