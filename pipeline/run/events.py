"""Which statements tell of the same event: same kind, same parties, dates that go together.

Statements are never merged, only given a common `event_id`, so that any grouping can be
undone. The id is a hash of kind, parties and date, and where there is no date of the
article, never of the order in which articles came.
"""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from pipeline.model import Relation


@dataclass(frozen=True, slots=True)
class Statement:
    """A relation with what its event depends on; `article` is the original where the article is a copy."""

    relation_id: str
    kind: str
    parties: tuple[str, ...]
    start: str
    end: str
    article: str
    published: str


@dataclass(slots=True)
class _Event:
    """An event in the making: its days as far as they are known, and the articles that tell of it."""

    start: str
    end: str
    articles: set[str]
    published: set[str]
    relation_ids: list[str]


def statement(relation: Relation, relation_id: str, article: str, published: str) -> Statement:
    """What the event of a relation depends on; the parties of a reciprocal relation have no order."""
    pair = (relation.source, relation.target)
    parties = ("", *sorted(pair)) if relation.reciprocal else pair
    start, end = relation.date.start[:10], relation.date.end[:10]
    return Statement(relation_id, relation.kind, parties, start or end, end or start, article, published[:10])


def event_ids(statements: Iterable[Statement]) -> dict[str, str]:
    """The event of each statement, by relation id; the same for any order of the statements."""
    groups: defaultdict[tuple[str, ...], list[Statement]] = defaultdict(list)
    for one in statements:
        groups[(one.kind, *one.parties)].append(one)
    found: dict[str, str] = {}
    for group, members in groups.items():
        for event in _events(members):
            identity = _identity(group, event)
            found.update((relation_id, identity) for relation_id in event.relation_ids)
    return found


def _events(members: Sequence[Statement]) -> Iterator[_Event]:
    """Group the statements of one kind and pair: the precisely dated ones first, the undated last.

    A statement joins the one event that it fits; where it fits several it cannot tell which,
    and stands for itself. So a vague date («in 2019») never ties two dated events together.
    """
    events: list[_Event] = []
    dated = [one for one in members if one.start]
    for one in sorted(dated, key=lambda one: (_days(one), one.start, one.article, one.relation_id)):
        same = [event for event in events if (event.start, event.end) == (one.start, one.end)]
        _join(one, same or [event for event in events if _overlap(event, one)], events)
    undated: defaultdict[str, list[Statement]] = defaultdict(list)
    for one in members:
        if not one.start:
            undated[one.article].append(one)
    _join_undated(undated, events)
    yield from events


def _join_undated(undated: dict[str, list[Statement]], events: list[_Event]) -> None:
    """Let the undated statements of an article join an event told there with a date, or elsewhere that day."""
    for article, members in sorted(undated.items(), key=lambda item: (item[1][0].published, item[0])):
        here = [event for event in events if article in event.articles]
        fitting = here or [event for event in events if _told_together(event, members[0])]
        for one in sorted(members, key=lambda one: one.relation_id):
            fitting = [_join(one, fitting, events)]


def _join(one: Statement, fitting: list[_Event], events: list[_Event]) -> _Event:
    """Put a statement into the one event that fits, else into a new one."""
    if len(fitting) != 1:
        fitting = [_Event(one.start, one.end, set(), set(), [])]
        events.append(fitting[0])
    (event,) = fitting
    event.articles.add(one.article)
    event.relation_ids.append(one.relation_id)
    if one.published:
        event.published.add(one.published)
    if one.start and event.start:
        event.start, event.end = max(event.start, one.start), min(event.end, one.end)
    return event


def _overlap(event: _Event, one: Statement) -> bool:
    return event.start <= one.end and one.start <= event.end


def _told_together(event: _Event, one: Statement) -> bool:
    """Whether the event was first told of within a day of this statement's publication."""
    day = _day(one.published)
    first = _day(min(event.published, default=""))
    return day is not None and first is not None and abs(day - first) <= timedelta(days=1)


def _days(one: Statement) -> int:
    first, last = _day(one.start), _day(one.end)
    return (last - first).days if first and last else 10**6


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _identity(group: tuple[str, ...], event: _Event) -> str:
    when = (event.start, event.end) if event.start else ("told", min(event.articles))
    digest = hashlib.sha256("\x1f".join((*group, *when)).encode("utf-8", "surrogatepass")).hexdigest()
    return f"e-{digest[:16]}"
