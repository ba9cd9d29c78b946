"""Where an event happened: the place that «در» governs in the clause of its predicate."""

from collections.abc import Iterator

from pipeline.model import Mention
from pipeline.relations.phrases import Hit
from pipeline.relations.sketch import Phrase, Sketch

_SLOT = "در"
_NAMED, _COUNTRY, _EVENT = range(3)
_REACH_OF_POST = 4


def event_place(
    sketch: Sketch,
    hit: Hit,
    heads: frozenset[str],
    events: frozenset[str] = frozenset(),
    posts: frozenset[str] = frozenset(),
) -> str:
    """The entity id of the place of a predicate, or an empty text.

    A place named right after «در» or after a noun of place goes before a country so named, and
    both before a place that a gathering is called after; among equals the nearest is taken.

    Args:
        sketch: The sentence.
        hit: The phrase of the predicate.
        heads: Folded nouns of place («در شهر …»).
        events: Folded nouns of gatherings («در نشست وین»).
        posts: Folded nouns of service; «سفیر … در …» does not tell where something happened.
    """
    clause = sketch.clause_of[hit.first]
    found = [
        (rank, _distance(phrase, hit), phrase.first, mention.entity_id)
        for phrase in sketch.phrases
        if phrase.clause == clause and phrase.slot == _SLOT and not _serves(phrase, sketch, posts)
        for rank, mention in _ranked(phrase, sketch, heads, events)
    ]
    return min(found)[-1] if found else ""


def _serves(phrase: Phrase, sketch: Sketch, posts: frozenset[str]) -> bool:
    """Whether the words before «در» name a post, with its holder's country or body between."""
    end = phrase.start - 1
    before = range(max(0, end - _REACH_OF_POST), end)
    return any(sketch.clause_of[at] == phrase.clause and not posts.isdisjoint(sketch.keys[at]) for at in before)


def _ranked(
    phrase: Phrase, sketch: Sketch, heads: frozenset[str], events: frozenset[str]
) -> Iterator[tuple[int, Mention]]:
    keys = sketch.keys[phrase.head] if phrase.head >= 0 else frozenset[str]()
    straight = phrase.head < 0 or not heads.isdisjoint(keys)
    for mention in phrase.mentions:
        if mention.kind == "place" and (straight or not events.isdisjoint(keys)):
            yield (_NAMED if straight else _EVENT), mention
            return
        if mention.kind == "country" and straight and mention.form != "demonym":
            yield _COUNTRY, mention
            return


def _distance(phrase: Phrase, hit: Hit) -> int:
    return phrase.first - hit.last if phrase.first >= hit.last else max(0, hit.first - phrase.last)
