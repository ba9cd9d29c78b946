"""In whose words a relation is stated."""

from dataclasses import dataclass

from pipeline.model import Attribution
from pipeline.relations.discourse import Discourse


@dataclass(frozen=True, slots=True)
class Told:
    """The speaker where it is not the source, the chain of speakers from the outermost in, and the manner."""

    speaker: str
    chain: tuple[str, ...]
    manner: Attribution


def attribution(discourse: Discourse, at: int, source: str) -> Told:
    """Who says what stands at a token; a source who speaks for itself is no speaker."""
    around = sorted(
        (speech for speech in discourse.speeches if speech.first <= at < speech.last and speech.speaker),
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
