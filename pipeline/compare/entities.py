"""Entities of one article in two runs: who appeared, who vanished, and who is now taken for someone else."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from pipeline.columns import MentionRow
from pipeline.compare.sides import Named, RunSide

Span = tuple[int, int]
Mentions = Mapping[tuple[Span, str], MentionRow]  # by place and node: the same words can be several nodes


@dataclass(frozen=True, slots=True)
class EntityChange:
    """One change of an entity in an article.

    Attributes:
        change: `appeared` and `vanished` of an entity that one run alone mentions, `resolved`
            where the same words are another node now, `mentioned` where an entity of both
            runs has more mentions or fewer.
        kind: Kind of entity, that of the second run where it has the mention.
        text: The first mention concerned, as it stands in the article.
        start: Where this mention begins.
        first: What it was; nobody where it appeared.
        second: What it is now; nobody where it vanished.
        gained: Mentions that only the second run has.
        lost: Mentions that only the first run has.
    """

    change: Literal["appeared", "vanished", "resolved", "mentioned"]
    kind: str
    text: str
    start: int
    first: tuple[Named, ...]
    second: tuple[Named, ...]
    gained: int
    lost: int


def entity_changes(
    before: Iterable[MentionRow], after: Iterable[MentionRow], runs: tuple[RunSide, RunSide]
) -> tuple[EntityChange, ...]:
    """The changes between the mentions of an article in two runs, in the order of the text."""
    ours, theirs = _by_place(before), _by_place(after)
    changes = [*_resolved(ours, theirs, runs), *_counted(ours, theirs, runs)]
    return tuple(sorted(changes, key=lambda one: (one.start, one.change, str(one.first), str(one.second))))


def _by_place(mentions: Iterable[MentionRow]) -> Mentions:
    return {((one.char_start, one.char_end), one.entity_id): one for one in mentions}


def _moved(ours: Mentions, theirs: Mentions) -> set[Span]:
    """The places where each run has a node that the other has not."""
    return {span for span, _ in ours.keys() - theirs.keys()} & {span for span, _ in theirs.keys() - ours.keys()}


def _resolved(ours: Mentions, theirs: Mentions, runs: tuple[RunSide, RunSide]) -> Iterator[EntityChange]:
    """Words that are other nodes now; all places of the same change together."""
    moves = {
        span: (_nodes_at(span, ours.keys() - theirs.keys()), _nodes_at(span, theirs.keys() - ours.keys()))
        for span in _moved(ours, theirs)
    }
    for (was, now), spans in groupby(sorted(moves, key=lambda span: (moves[span], span)), key=moves.__getitem__):
        some = list(spans)
        mention = theirs[some[0], now[0]]
        yield EntityChange(
            "resolved",
            mention.kind,
            mention.text,
            mention.char_start,
            tuple(map(runs[0].named, was)),
            tuple(map(runs[1].named, now)),
            gained=len(some),
            lost=len(some),
        )


def _nodes_at(span: Span, places: Iterable[tuple[Span, str]]) -> tuple[str, ...]:
    return tuple(sorted(node for other, node in places if other == span))


def _counted(ours: Mentions, theirs: Mentions, runs: tuple[RunSide, RunSide]) -> Iterator[EntityChange]:
    """Entities with mentions, or more mentions, in one run at places where the other has nobody else instead."""
    moved = _moved(ours, theirs)
    lost = [place for place in ours.keys() - theirs.keys() if place[0] not in moved]
    gained = [place for place in theirs.keys() - ours.keys() if place[0] not in moved]
    for node in {node for _, node in (*lost, *gained)}:
        there = any(node == other for _, other in ours), any(node == other for _, other in theirs)
        places = [place for place in (*lost, *gained) if place[1] == node]
        mention = min(
            (ours.get(place) or theirs[place] for place in places), key=lambda one: (one.char_start, one.char_end)
        )
        yield EntityChange(
            "mentioned" if all(there) else "vanished" if there[0] else "appeared",
            mention.kind,
            mention.text,
            mention.char_start,
            (runs[0].named(node),) if there[0] else (),
            (runs[1].named(node),) if there[1] else (),
            gained=sum(place in theirs for place in places),
            lost=sum(place in ours for place in places),
        )
