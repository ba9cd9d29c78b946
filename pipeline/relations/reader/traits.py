"""What grammar says of an actor and of a pair of actors in a sentence: short texts that a person can read."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from pipeline.model import Entity
from pipeline.relations.discourse import Discourse
from pipeline.relations.judge import country

_EDGES = (0, 1, 2, 3, 5, 8, 12, 18, 26, 40)


@dataclass(frozen=True, slots=True)
class Spot:
    """Tokens of a sentence that mention an entity, half open, with the form and the number of the noun phrase."""

    first: int
    last: int
    form: str
    phrase: int


@dataclass(frozen=True, slots=True)
class State:
    """The entities of an article, and the rank of those that it names most."""

    entities: Mapping[str, Entity]
    ranks: Mapping[str, int]

    def country(self, entity: str) -> str:
        """The country that an entity is or acts for, or an empty text."""
        return country(entity, self.entities)


def actor_traits(entity: str, spots: Sequence[Spot], discourse: Discourse, state: State) -> Iterator[str]:
    """Kind, form, case markers and standing in the discourse of one actor."""
    known = state.entities[entity]
    yield f"kind={known.kind}"
    yield f"form={spots[0].form if spots else 'context'}"
    yield f"rank={state.ranks.get(entity, 'low')}"
    yield f"sector={known.sector}"
    yield f"named {min(len(spots), 3)} times"
    phrases = [discourse.sketch.phrases[spot.phrase] for spot in spots if spot.phrase >= 0]
    yield from sorted({f"slot={phrase.slot}" for phrase in phrases})
    if any(phrase.head >= 0 for phrase in phrases):
        yield "within a noun's phrase"
    yield from _spoken(entity, discourse)


def _spoken(entity: str, discourse: Discourse) -> Iterator[str]:
    speakers = [speech.speaker[0].entity_id for speech in discourse.speeches if not speech.reporting]
    if entity in speakers:
        yield "speaks"
        if entity == speakers[-1]:
            yield "speaks last"
    manners = {s.how for s in discourse.subjects if s and any(m.entity_id == entity for m in s.mentions)}
    yield from sorted(f"subject={how}" for how in manners)


def pair_traits(
    source: tuple[str, Sequence[Spot]],
    target: tuple[str, Sequence[Spot]],
    discourse: Discourse,
    state: State,
    actors: int,
) -> Iterator[str]:
    """How two actors stand to each other: their countries and kinds, and their places in the sentence."""
    (first, here), (second, there) = source, target
    home, away = state.country(first), state.country(second)
    yield "same country" if home and home == away else "two countries" if home and away else "country unknown"
    if state.entities[first].affiliation == second:
        yield "source acts for target"
    if state.entities[second].affiliation == first:
        yield "target acts for source"
    yield f"{state.entities[first].kind}>{state.entities[second].kind}"
    yield f"sentence {min(discourse.sketch.index, 4)}"
    yield f"actors {min(actors, 9)}"
    if here and there:
        yield from _order(here, there, discourse)


def _order(here: Sequence[Spot], there: Sequence[Spot], discourse: Discourse) -> Iterator[str]:
    near = min(((abs(a.first - b.first), a.first, b.first, a, b) for a in here for b in there), key=lambda one: one[:3])
    one, other = near[3], near[4]
    gap = other.first - one.first
    yield "source first" if gap > 0 else "target first"
    yield f"distance {'+' if gap > 0 else '-'}{sum(edge < abs(gap) for edge in _EDGES)}"
    if one.phrase < 0 or other.phrase < 0:
        return
    phrases, clauses = discourse.sketch.phrases, discourse.sketch.clauses
    if one.phrase == other.phrase:
        yield "one noun phrase"
    a, b = phrases[one.phrase], phrases[other.phrase]
    yield f"slots={a.slot}>{b.slot}"
    inner, outer = clauses[b.clause].parent == a.clause, clauses[a.clause].parent == b.clause
    yield "same clause" if a.clause == b.clause else "clause below" if inner else "clause above" if outer else "clauses"
    low, high = sorted((one.first, other.first))
    yield f"phrases between {min(sum(low < phrase.first < high for phrase in phrases), 4)}"
