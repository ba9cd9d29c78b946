"""The dates that a sentence states and the one that governs a predicate.

Expressions that speak of one day in two ways («امروز (دوشنبه)», «۲۸ ژوئن (۷ تیر)») are one
date; where they do not agree, the more explicit one is kept and the conflict is told.
The day of publication is the one written in `published`, whatever its time zone.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from pipeline.lexicon.date_words import DateWords
from pipeline.model import DateBasis, DatePrecision, EventDate, TaggedToken
from pipeline.relations import calendars
from pipeline.relations.calendars import Interval
from pipeline.relations.date_marks import Line, Mark, find_marks, line_of
from pipeline.relations.date_values import Value, value_of

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_GLUE = frozenset({"", "،", "(", "[", ")", "]", "-", "–"})
_REPORTS = frozenset({"past", "perfect", "present", "copula"})
_AHEAD = frozenset({"future", "subjunctive", "present"})
_REDUCED = re.compile(r"(?:18|19|20|21)\d\d(?:-\d\d)?")
_CALENDARS = ("jalali", "gregorian", "lunar")


@dataclass(frozen=True, slots=True)
class DatedSpan:
    """A date expression at tokens [first, last).

    `ahead` is its date where the predicate tells of the future («دوشنبه دیدار خواهد کرد»), if another.
    `attributive` marks a year that belongs to the noun before it («توافق سال ۲۰۱۵»).
    """

    first: int
    last: int
    date: EventDate
    ahead: EventDate | None = None
    attributive: bool = False


def find_dates(tokens: Sequence[TaggedToken], published: str, text: str, words: DateWords) -> tuple[DatedSpan, ...]:
    """All date expressions of a sentence in reading order.

    Args:
        tokens: The sentence.
        published: When the article appeared, ISO 8601; relative expressions count from its day.
        text: The article's raw text, which the tokens' offsets count in.
        words: The words of dates.
    """
    line = line_of(tokens)
    anchor = calendars.day_of(published)
    groups = _joined(find_marks(line, words), line, words, anchor)
    return tuple(_span(group, line, tokens, text, words) for group in _ranges(groups, line, words))


@dataclass(frozen=True, slots=True)
class _Group:
    """Expressions of one date with the value they have together."""

    marks: tuple[Mark, ...]
    value: Value
    end: int


def _joined(marks: Sequence[Mark], line: Line, words: DateWords, anchor: date | None) -> list[_Group]:
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
    return [_Group(tuple(group), _together(group, anchor, words), _closed(group, line)) for group in groups]


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


def _ranges(groups: Sequence[_Group], line: Line, words: DateWords) -> Iterator[_Group]:
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


def _through(left: _Group, right: _Group, line: Line, words: DateWords) -> _Group | None:
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
    return _Group((*left.marks, *right.marks), value, right.end)


def _ends(left: _Group, right: _Group, words: DateWords) -> tuple[Interval | None, Interval | None]:
    """Both intervals; a missing year is taken from the other end, and the first does not follow the last."""
    first, last = left.value.interval, right.value.interval
    if left.value.yearless and last:
        first = value_of(left.marks[0], last[0], words).interval
        if first and first[0] > last[1]:
            first = value_of(left.marks[0], date(last[0].year - 1, 7, 1), words).interval
    elif right.value.yearless and first:
        last = value_of(right.marks[0], first[0], words).interval
    return first, last


def _span(group: _Group, line: Line, tokens: Sequence[TaggedToken], text: str, words: DateWords) -> DatedSpan:
    start, value = group.marks[0].start, group.value
    edge = _edge(line.before(start), words)
    if _from(group, line):
        start -= len("از ")
    if edge:
        start -= len(edge) + 1
        value = replace(value, interval=None, ahead=None, precision="")
    first, last = line.tokens(start, group.end)
    stated = text[tokens[first].start : tokens[last - 1].end]
    attributive = group.marks[0].kind == "year" and first > 0 and tokens[first - 1].upos == "NOUN"
    ahead = _event(replace(value, interval=value.ahead), stated) if value.ahead else None
    return DatedSpan(first, last, _event(value, stated), ahead, attributive)


def _from(group: _Group, line: Line) -> bool:
    """Whether «از» opens a stretch that two expressions make."""
    return (
        group.marks[0].end < group.end
        and group.value.facet == "period"
        and line.before(group.marks[0].start).endswith(" از")
    )


def _edge(before: str, words: DateWords) -> str:
    """«پس از», «قبل از» before a date: the time is open at one end."""
    tail = " ".join(before.split()[-2:])
    return tail if tail in words.kinds["edge"] else ""


def _event(value: Value, text: str) -> EventDate:
    if value.interval is None:
        return EventDate(basis=value.basis, text=text, conflict=value.conflict)
    start, end = value.interval
    jalali = calendars.jalali_form(value.interval, value.precision)
    return EventDate(start.isoformat(), end.isoformat(), value.precision, value.basis, text, jalali, value.conflict)


def event_date(
    dated: Sequence[DatedSpan], first: int, last: int, clause_of: Sequence[int], tense: str, published: str
) -> EventDate:
    """The date of the predicate at tokens [first, last).

    The nearest date of its clause; else the only one of the sentence, if it stands before it;
    else, for what is reported as past or present, the time of publication.
    """
    span = _governing(dated, first, last, clause_of) or _leading(dated, first, tense, published)
    if span is None:
        return publication_date(published) if tense in _REPORTS else EventDate()
    return span.ahead if span.ahead and tense in _AHEAD else span.date


def _governing(dated: Sequence[DatedSpan], first: int, last: int, clause_of: Sequence[int]) -> DatedSpan | None:
    inside = [span for span in dated if clause_of[span.first] == clause_of[first] and _admitted(span, last)]
    return min(inside, key=lambda span: (not span.date.start, _distance(span, first, last), span.first), default=None)


def _admitted(span: DatedSpan, last: int) -> bool:
    return not span.attributive or span.first == last


def _distance(span: DatedSpan, first: int, last: int) -> int:
    return span.first - last if span.first >= last else max(0, first - span.last)


def _leading(dated: Sequence[DatedSpan], first: int, tense: str, published: str) -> DatedSpan | None:
    """The only date of the sentence, from a clause before; never a past one for what is still to come."""
    if len(dated) != 1 or dated[0].last > first or dated[0].attributive:
        return None
    date_ = dated[0].date
    past = bool(date_.end) and date_.end < published[:10]
    return None if past and tense in ("future", "subjunctive") and dated[0].ahead is None else dated[0]


def publication_date(published: str) -> EventDate:
    """The day of publication as the date of an event, the month or year where no more is known."""
    day = calendars.day_of(published)
    stated = _REDUCED.fullmatch(published)
    interval = (
        (day, day) if day else calendars.period("gregorian", *map(int, stated.group().split("-"))) if stated else None
    )
    if interval is None:
        return EventDate()
    precision: DatePrecision = "day" if day else "month" if "-" in published else "year"
    return _event(Value(interval, precision, "publication", "period"), "")
