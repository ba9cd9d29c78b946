"""Scenes as the numbers that the network reads."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import torch

from pipeline.model import Entity
from pipeline.persian import fold
from pipeline.relations.phrases import Hit
from pipeline.relations.reader.network import HIDDEN, KINDS, Batch
from pipeline.relations.reader.scene import SEATS, Actor, Scene

UNKNOWN = 0
ACTOR_KINDS = ("country", "organization", "person")
CUES = ("affirming", "future", "hypothetical", "negated")
COLUMNS = {name: column for column, name in enumerate((*KINDS, *CUES))}
MARKS = len(COLUMNS)
ACTOR_TAGS = 2 + 2 * len(ACTOR_KINDS)
_DESCRIBED = frozenset({"title", "demonym", "pronoun"})
_NEAR = np.array([0, 1, 2, 3, 5, 8, 12, 18, 26, 40])
_FAR = 22
_AFTER = 11
Numbers = npt.NDArray[np.int64]
Values = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Codebook:
    """The number of every word (folded), tag, verb form and trait that the network knows; 0 is all others."""

    words: Mapping[str, int]
    tags: Mapping[str, int]
    verbs: Mapping[str, int]
    traits: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Numbered:
    """One scene as numbers: rows of its tokens, of its actors and of its pairs."""

    words: Numbers
    tags: Numbers
    actor_tags: Numbers
    verb_tags: Numbers
    told: Numbers
    marks: Values
    seats: Numbers
    places: Values
    nearness: Numbers
    actor_traits: tuple[tuple[int, ...], ...]
    ends: tuple[tuple[int, int], ...]
    traits: tuple[tuple[int, ...], ...]


def number(
    scene: Scene, hits: Sequence[tuple[str, Hit]], entities: Mapping[str, Entity], codebook: Codebook
) -> Numbered:
    """A scene as numbers. `hits` are the phrases of frames and cues in it, by kind or by name of the cue."""
    sketch, length = scene.discourse.sketch, scene.length
    tokens = sketch.tokens[:length]
    verbs = np.zeros(length, np.int64)
    for verb in sketch.verbs:
        verbs[verb.first : verb.last] = codebook.verbs.get(verb_tag(verb.tense, verb.negated), UNKNOWN)
    return Numbered(
        words=np.array([codebook.words.get(fold(token.text), UNKNOWN) for token in tokens], np.int64),
        tags=np.array([codebook.tags.get(token.upos, UNKNOWN) for token in tokens], np.int64),
        actor_tags=_actor_tags(scene, entities),
        verb_tags=verbs,
        told=_told(scene),
        marks=_marks(hits, length),
        seats=_seats(scene, entities),
        places=np.stack([_place(actor, length) for actor in scene.actors]),
        nearness=np.stack([_nearness(actor, length) for actor in scene.actors]),
        actor_traits=tuple(_known((f"speaker {one}" for one in actor.traits), codebook) for actor in scene.actors),
        ends=tuple((pair.source, pair.target) for pair in scene.pairs),
        traits=tuple(_known(pair.traits, codebook) for pair in scene.pairs),
    )


def verb_tag(tense: str, negated: bool) -> str:
    """The tag of a verb form: its tense, and whether it is negated."""
    return f"{tense} negated" if negated else tense


def _known(traits: Iterable[str], codebook: Codebook) -> tuple[int, ...]:
    return tuple(codebook.traits[one] for one in traits if one in codebook.traits)


def _kind(entity: str, entities: Mapping[str, Entity]) -> int:
    return ACTOR_KINDS.index(entities[entity].kind)


def _actor_tags(scene: Scene, entities: Mapping[str, Entity]) -> Numbers:
    """Tokens of names are numbered by kind from 1, those of titles, demonyms and pronouns by kind from 5."""
    tags = np.zeros(scene.length, np.int64)
    for actor in scene.actors:
        for spot in actor.spots:
            described = 1 + len(ACTOR_KINDS) if spot.form in _DESCRIBED else 0
            tags[spot.first : spot.last] = 1 + described + _kind(actor.entity, entities)
    return tags


def _told(scene: Scene) -> Numbers:
    """2 where tokens are told in direct speech, 1 in indirect speech, else 0."""
    told = np.zeros(scene.length, np.int64)
    for speech in scene.discourse.speeches:
        if not speech.reporting:
            part = told[max(speech.first, 0) : speech.last]
            np.maximum(part, 2 if speech.direct else 1, out=part)
    return told


def _marks(hits: Sequence[tuple[str, Hit]], length: int) -> Values:
    marks = np.zeros((length, MARKS), np.float32)
    for name, hit in hits:
        if name in COLUMNS:
            marks[hit.first : hit.head, COLUMNS[name]] = 1
    return marks


def _seats(scene: Scene, entities: Mapping[str, Entity]) -> Numbers:
    seats = np.zeros(SEATS, np.int64)
    for actor in scene.actors:
        if actor.seat >= 0:
            seats[actor.seat] = 1 + _kind(actor.entity, entities)
    return seats


def _place(actor: Actor, length: int) -> Values:
    """How much each token, seats first, stands for the actor; the row sums to 1."""
    row = np.zeros(SEATS + length, np.float32)
    if actor.seat >= 0:
        row[actor.seat] = 1
    for spot in actor.spots:
        row[SEATS + spot.first : SEATS + spot.last] = 1
    return np.asarray(row / row.sum(), np.float32)


def _nearness(actor: Actor, length: int) -> Numbers:
    """How far each token stands from the actor's nearest mention, and on which side, in steps."""
    row = np.full(SEATS + length, _FAR, np.int64)
    if not actor.spots:
        return row
    at = np.arange(length)
    gaps = np.stack([np.maximum(np.maximum(spot.first - at, at - spot.last + 1), 0) for spot in actor.spots])
    nearest, gap = gaps.argmin(0), gaps.min(0)
    after = (gap > 0) & (at >= np.array([spot.first for spot in actor.spots])[nearest])
    row[SEATS:] = np.minimum(np.minimum(np.searchsorted(_NEAR, gap), 10) + np.where(after, _AFTER, 0), _FAR)
    return row


def batch(rows: Sequence[Numbered], chosen: Sequence[Sequence[int]] | None = None) -> Batch:
    """Numbered scenes side by side; of each only the pairs chosen, where a choice is given."""
    most, actors = max(len(row.words) for row in rows), max(len(row.places) for row in rows)
    pairs = [list(chosen[i]) if chosen is not None else list(range(len(row.ends))) for i, row in enumerate(rows)]
    starts = np.cumsum([0, *(len(one) for one in pairs)])
    ends = [row.ends[at] for row, mine in zip(rows, pairs, strict=True) for at in mine]
    hidden = np.full((len(rows), SEATS + most), HIDDEN, np.float32)
    for i, row in enumerate(rows):
        hidden[i, SEATS : SEATS + len(row.words)] = 0
    missing = np.array([[0.0] * len(row.places) + [HIDDEN] * (actors - len(row.places)) for row in rows], np.float32)
    traits, trait_starts = _bags([row.traits[at] for row, mine in zip(rows, pairs, strict=True) for at in mine])
    padding: tuple[tuple[int, ...], ...] = ((),) * actors
    said, said_starts = _bags([bag for row in rows for bag in (*row.actor_traits, *padding)[:actors]])
    return Batch(
        words=_padded([row.words for row in rows], most),
        tags=_padded([row.tags for row in rows], most),
        actor_tags=_padded([row.actor_tags for row in rows], most),
        verb_tags=_padded([row.verb_tags for row in rows], most),
        told=_padded([row.told for row in rows], most),
        marks=_stacked([row.marks for row in rows], (most, MARKS)),
        lengths=torch.tensor([len(row.words) for row in rows]),
        seats=torch.from_numpy(np.stack([row.seats for row in rows])),
        hidden=torch.from_numpy(hidden),
        places=_stacked([row.places for row in rows], (actors, SEATS + most)),
        nearness=_stacked([row.nearness for row in rows], (actors, SEATS + most)),
        actor_traits=said,
        actor_starts=said_starts,
        actor_at=torch.arange(len(rows) * actors).view(len(rows), actors),
        actors_hidden=torch.from_numpy(missing),
        scenes=torch.tensor([i for i, mine in enumerate(pairs) for _ in mine], dtype=torch.long),
        sources=torch.tensor([source for source, _ in ends], dtype=torch.long),
        targets=torch.tensor([target for _, target in ends], dtype=torch.long),
        traits=traits,
        trait_starts=trait_starts,
        pair_ranges=tuple(zip(starts[:-1].tolist(), starts[1:].tolist(), strict=True)),
    )


def _bags(bags: Sequence[Sequence[int]]) -> tuple[torch.Tensor, torch.Tensor]:
    starts = np.cumsum([0, *(len(bag) for bag in bags)])[:-1]
    return torch.tensor([one for bag in bags for one in bag], dtype=torch.long), torch.from_numpy(starts)


def _padded(rows: Sequence[Numbers], length: int) -> torch.Tensor:
    return _stacked(rows, (length,))


def _stacked(rows: Sequence[npt.NDArray[np.generic]], shape: tuple[int, ...]) -> torch.Tensor:
    whole = np.zeros((len(rows), *shape), rows[0].dtype)
    for at, row in enumerate(rows):
        whole[(at, *(slice(0, size) for size in row.shape))] = row
    return torch.from_numpy(whole)
