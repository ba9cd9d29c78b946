"""Expressions that speak of one date in two ways, or of the two ends of a stretch, made one.

Where two ways do not agree («امروز (دوشنبه)» on a Saturday), the more explicit one is kept and
the conflict is told.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from pipeline.lexicon.date_words import DateWords
from pipeline.model import DateBasis
from pipeline.relations.calendars import Interval
from pipeline.relations.date_marks import Line, Mark, find_marks
from pipeline.relations.date_stated import Value
from pipeline.relations.date_values import value_of

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_CALENDARS = ("jalali", "gregorian", "lunar")
_GLUE = frozenset({"", "،", "(", "[", ")", "]", "-", "–"})


@dataclass(frozen=True, slots=True)
class Group:
    """Expressions of one date with the value they have together."""

    marks: tuple[Mark, ...]
    value: Value
    end: int


def find_groups(line: Line, words: DateWords, anchor: date | None) -> Iterator[Group]:
    """The dates of a line in reading order; `anchor` is the day that relative ones count from."""
    return _ranges(_joined(find_marks(line, words), line, words, anchor), line, words)


def _joined(marks: Sequence[Mark], line: Line, words: DateWords, anchor: date | None) -> list[Group]:
    groups: list[list[Mark]] = []
    facets: set[str] = set()
    for mark in marks:
        facet = value_of(mark, anchor, words).facet
        if (
            groups
            and facet not in facets | {"period"}
            and "period" not in facets
            and _glued(groups[-1][-1], mark, line, words)
        ):
            groups[-1].append(mark)
            facets.add(facet)
        else:
            groups.append([mark])
            facets = {facet}
    return [Group(tuple(group), _together(group, anchor, words), _closed(group, line)) for group in groups]


def _glued(left: Mark, right: Mark, line: Line, words: DateWords) -> bool:
    between = line.text[left.end : right.start].strip()
    bare = between.strip("(،[]) ")
    return between in _GLUE or bare in words.kinds["equals"]


def _closed(group: Sequence[Mark], line: Line) -> int:
    """The end of a group, with the bracket that it opened."""
    end = group[-1].end
    opened = any(sign in line.text[group[0].start : end] for sign in "([")
    return end + 2 if opened and line.text[end : end + 2] in (" )", " ]") else end


def _together(group: Sequence[Mark], anchor: date | None, words: DateWords) -> Value:
    values = [value_of(mark, anchor, words) for mark in group]
    full = next((v.interval[0] for v in values if v.interval and v.facet in _CALENDARS and not v.yearless), None)
    if full:
        values = [value_of(m, full, words) if v.yearless else v for m, v in zip(group, values, strict=True)]
    best = min(values, key=_rank)
    if len(values) == 1 or best.interval is None:
        return best
    problems = [problem for other in values if other is not best and (problem := _conflict(best, other))]
    return replace(best, ahead=None, conflict="; ".join(filter(None, [best.conflict, *problems])))


def _rank(value: Value) -> tuple[bool, int]:
    order = 3 if value.facet == "weekday" else 2 if value.facet == "deictic" else 1 if value.yearless else 0
    return value.interval is None, order


def _conflict(kept: Value, other: Value) -> str:
    start, end = kept.interval or (date.min, date.max)
    if other.weekday is not None:
        wrong = kept.precision == "day" and start.weekday() != other.weekday
        return f"{_WEEKDAYS[other.weekday]} is stated, {start} is a {_WEEKDAYS[start.weekday()]}" if wrong else ""
    if other.interval is None:
        return other.conflict
    apart = other.interval[1] < start or other.interval[0] > end
    return f"{_iso(other.interval)} is stated, too" if apart else ""


def _iso(interval: Interval) -> str:
    start, end = interval
    return start.isoformat() if start == end else f"{start} to {end}"


def _ranges(groups: Sequence[Group], line: Line, words: DateWords) -> Iterator[Group]:
    """Groups, with «از … تا …» made one."""
    at = 0
    while at < len(groups):
        group = groups[at]
        if at + 1 < len(groups):
            whole = _through(group, groups[at + 1], line, words)
            if whole is not None:
                yield whole
                at += 2
                continue
        yield group
        at += 1


def _through(left: Group, right: Group, line: Line, words: DateWords) -> Group | None:
    between = line.text[left.end : right.marks[0].start].strip()
    dash = between in ("-", "–", "—")
    if between not in words.kinds["through"] or (dash and left.value.facet != right.value.facet):
        return None
    first, last = _ends(left, right, words)
    if first is None or last is None or first[0] > last[1]:
        return None
    basis: DateBasis = "explicit" if "explicit" in (left.value.basis, right.value.basis) else "relative"
    conflict = "; ".join(filter(None, (left.value.conflict, right.value.conflict)))
    value = Value((first[0], last[1]), "range", basis, "period", conflict=conflict)
    return Group((*left.marks, *right.marks), value, right.end)


def _ends(left: Group, right: Group, words: DateWords) -> tuple[Interval | None, Interval | None]:
    """Both intervals; a missing year is taken from the other end, and the first does not follow the last."""
    first, last = left.value.interval, right.value.interval
    if left.value.yearless and last:
        first = value_of(left.marks[0], last[0], words).interval
        if first and first[0] > last[1]:
            first = value_of(left.marks[0], date(last[0].year - 1, 7, 1), words).interval
    elif right.value.yearless and first:
        last = value_of(right.marks[0], first[0], words).interval
    return first, last
