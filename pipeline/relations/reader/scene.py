"""A sentence as the reader sees it: its words, the actors in and around it, and what grammar says of each pair.

Actors are the entities that the sentence mentions, and a few of its context: who speaks, whom
the talk is of, and whom the article names most. Every ordered pair of them is one question to the reader.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from pipeline.model import Entity, Mention, Mentions
from pipeline.relations.candidates import Candidate, admits
from pipeline.relations.discourse import Discourse
from pipeline.relations.reader.traits import Spot, State, actor_traits, pair_traits

SEATS = 8
LONGEST = 90
MOST_ACTORS = 14
CONTEXT = frozenset({"country", "organization", "person"})


@dataclass(frozen=True, slots=True)
class Actor:
    """An entity of a scene: the tokens that mention it, or the seat of the context that it takes (else -1)."""

    entity: str
    spots: tuple[Spot, ...]
    seat: int
    traits: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two actors of a scene by their numbers, the possible source first, with what grammar says of them."""

    source: int
    target: int
    traits: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Scene:
    """One sentence with its actors and the pairs that may be related; `length` counts the tokens that are read."""

    discourse: Discourse
    length: int
    actors: tuple[Actor, ...]
    pairs: tuple[Pair, ...]


class Setting:
    """What an article knows of its entities, and the scenes of its sentences."""

    def __init__(self, mentions: Mentions, hosts: Mapping[str, str]) -> None:
        """`hosts` tells the country in which a place lies, by ids: who visits the place visits the country."""
        self.entities = {entity.id: entity for entity in mentions.entities}
        self._hosts = hosts
        counts = Counter(mention.entity_id for mention in mentions.mentions if mention.kind != "place")
        known = [entity for entity, _ in counts.most_common() if entity in self.entities]
        self._leading = [entity for entity in known if self.entities[entity].sector != "JRN"][: SEATS - 2]
        self._state = State(self.entities, {entity: rank for rank, entity in enumerate(self._leading)})

    def scene(self, discourse: Discourse, mentions: Sequence[Mention], candidates: Sequence[Candidate]) -> Scene | None:
        """The scene of a sentence with its own mentions and candidates; none where it mentions no actor."""
        length = min(len(discourse.sketch.tokens), LONGEST)
        present = self._present(mentions, discourse, length)
        if not present:
            return None
        actors = tuple(self._actors(present, discourse))
        pairs = tuple(self._pairs(actors, discourse, _proposals(candidates, self.entities)))
        return Scene(discourse, length, actors, pairs) if pairs else None

    def _present(self, mentions: Sequence[Mention], discourse: Discourse, length: int) -> dict[str, list[Spot]]:
        phrases = discourse.sketch.phrases
        owner = {at: number for number, phrase in enumerate(phrases) for at in range(phrase.first, phrase.last)}
        present: dict[str, list[Spot]] = {}
        for mention in mentions:
            entity, form = mention.entity_id, str(mention.form)
            if mention.kind == "place":
                entity, form = self._hosts.get(entity, ""), "place"
            known = self.entities.get(entity)
            if known is not None and known.kind != "place" and mention.first < length:
                spot = Spot(mention.first, min(mention.last, length), form, owner.get(mention.first, -1))
                present.setdefault(entity, []).append(spot)
        return dict(list(present.items())[:MOST_ACTORS])

    def _actors(self, present: Mapping[str, Sequence[Spot]], discourse: Discourse) -> Iterator[Actor]:
        for entity, spots in present.items():
            yield Actor(entity, tuple(spots), -1, tuple(actor_traits(entity, spots, discourse, self._state)))
        seated = set(present)
        for seat, entity in enumerate(self._context(discourse)):
            if entity and entity not in seated and self.entities[entity].kind in CONTEXT:
                seated.add(entity)
                yield Actor(entity, (), seat, tuple(actor_traits(entity, (), discourse, self._state)))

    def _context(self, discourse: Discourse) -> list[str]:
        """Who takes each seat: the speaker, the topic, then those that the article names most."""
        told = [speech.speaker[0].entity_id for speech in discourse.speeches if not speech.reporting]
        first = discourse.subjects[0] if discourse.subjects else None
        topic = first.mentions[0].entity_id if first is not None and first.how != "own" else ""
        seats = [told[-1] if told else "", topic, *self._leading]
        return [entity if entity in self.entities else "" for entity in seats]

    def _pairs(
        self, actors: Sequence[Actor], discourse: Discourse, proposals: Mapping[tuple[str, str], set[str]]
    ) -> Iterator[Pair]:
        for source, one in enumerate(actors):
            for target, other in enumerate(actors):
                if source == target or (one.seat >= 0 and other.seat >= 0):
                    continue
                ends = (one.entity, one.spots), (other.entity, other.spots)
                traits = list(pair_traits(*ends, discourse, self._state, len(actors)))
                traits += [f"source {trait}" for trait in one.traits] + [f"target {trait}" for trait in other.traits]
                yield Pair(source, target, (*traits, *sorted(proposals.get((one.entity, other.entity), ()))))


def _proposals(candidates: Sequence[Candidate], entities: Mapping[str, Entity]) -> dict[tuple[str, str], set[str]]:
    """What the frames propose for each pair, as traits: kind, frame, and whether the slots are those it lists."""
    found: dict[tuple[str, str], set[str]] = {}
    for one in candidates:
        listed = f"{admits(one.frame.source, one.source.slot):d}{admits(one.frame.target, one.target.slot):d}"
        kind = f"proposed {one.frame.kind}"
        traits = {kind, f"{kind} listed={listed}", f"frame={one.frame.id}", f"frame={one.frame.id} listed={listed}"}
        traits.add(f"{kind} slots={one.source.slot}>{one.target.slot}")
        for source in one.source.mentions:
            for target in one.target.mentions:
                if source.entity_id != target.entity_id and {source.entity_id, target.entity_id} <= entities.keys():
                    found.setdefault((source.entity_id, target.entity_id), set()).update(traits)
                    if one.frame.reciprocal:
                        found.setdefault((target.entity_id, source.entity_id), set()).update(traits)
    return found
