"""The dates that a sentence states and the one that governs a predicate.

Expressions that speak of one day in two ways («امروز (دوشنبه)», «۲۸ ژوئن (۷ تیر)») are one
date; where they do not agree, the more explicit one is kept and the conflict is told.
The day of publication is the one written in `published`, whatever its time zone.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipeline.lexicon.date_words import DateWords
from pipeline.model import DatePrecision, EventDate, TaggedToken
from pipeline.relations import calendars
from pipeline.relations.date_groups import Group, find_groups
from pipeline.relations.date_marks import Line, line_of
from pipeline.relations.date_stated import Value

_REPORTS = frozenset({"past", "perfect", "present", "copula"})
_AHEAD = frozenset({"future", "subjunctive", "present"})
_REDUCED = re.compile(r"(?:18|19|20|21)\d\d(?:-\d\d)?")


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
    return tuple(_span(group, line, tokens, text, words) for group in find_groups(line, words, anchor))


def _span(group: Group, line: Line, tokens: Sequence[TaggedToken], text: str, words: DateWords) -> DatedSpan:
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


def _from(group: Group, line: Line) -> bool:
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
