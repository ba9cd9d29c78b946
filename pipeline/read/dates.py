"""Dates of publication: what articles write, as ISO 8601, never more precise than stated.

Gregorian and Jalali calendars, Persian and Latin digits, month names or numbers. Whether a number
is a Jalali year is told by the month name, else by its size (1200-1499). Part of a Jalali year is no
part of a Gregorian one, so a Jalali date without a day, like anything unreadable, gives nothing.
"""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cache

from persiantools.jdatetime import JalaliDate

from pipeline.persian import fold
from pipeline.read.options import words

_EPOCH = re.compile(r"\d{10}(?:\d{3})?|\d{10}\.\d+")
_YEAR = re.compile(r"(\d{4})(?: ?م\.?| میلادی| ad| ce)?")
_COMPACT = re.compile(r"(?<!\d)(\d{4})(\d{2})(\d{2})(?=$|t| )")
_YEAR_FIRST = re.compile(r"(?<!\d)(\d{4}) ?([-/.]) ?(\d{1,2})(?: ?\2 ?(\d{1,2}))?(?!\d)")
_YEAR_LAST = re.compile(r"(?<!\d)(\d{1,2}) ?([-/.]) ?(\d{1,2}) ?\2 ?(\d{4})(?!\d)")
_TIME = re.compile(
    r"(?<![\d:])(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::(?P<second>\d{2})(?:[.,]\d+)?)?"
    r" ?(?P<half>pm|am|ب\.?ظ|ق\.?ظ|بعد ?از ?ظهر)? ?(?P<zero>z|utc|gmt)?(?P<zone>[+-]\d{2}:?\d{2})?"
)
_GREGORIAN_YEARS, _JALALI_YEARS = range(1600, 2200), range(1200, 1500)


@dataclass(frozen=True, slots=True)
class _Stated:
    """A date as written, month and day 0 where not given."""

    year: int
    month: int = 0
    day: int = 0
    calendar: str = ""


def to_iso(text: str) -> str:
    """A date in ISO 8601, reduced where less is stated, empty where it cannot be read.

    >>> to_iso("دوشنبه ۱۱ آبان ۱۳۹۸ - ۱۴:۴۳"), to_iso("2019-11"), to_iso("last week")
    ('2019-11-02T14:43:00', '2019-11', '')
    """
    text = fold(text).casefold()
    if _EPOCH.fullmatch(text):
        return datetime.fromtimestamp(int(text[:10]), UTC).isoformat()
    stated = _named(text) or _numbered(text)
    day = _iso_day(stated) if stated else ""
    return day + _iso_time(text) if len(day) == len("2019-11-02") else day


def _iso_day(stated: _Stated) -> str:
    jalali = stated.calendar == "jalali" or (not stated.calendar and stated.year in _JALALI_YEARS)
    if stated.year not in (_JALALI_YEARS if jalali else _GREGORIAN_YEARS):
        return ""
    try:
        if jalali:
            jalali_day = JalaliDate(stated.year, stated.month, stated.day)  # type: ignore[no-untyped-call]
            return str(jalali_day.to_gregorian())
        whole = date(stated.year, stated.month or 1, stated.day or 1).isoformat()
    except ValueError:
        return ""
    return whole if stated.day else whole[:7] if stated.month else whole[:4]


def _iso_time(text: str) -> str:
    match = _TIME.search(text)
    if not match:
        return ""
    hour, minute, second = int(match["hour"]), int(match["minute"]), int(match["second"] or 0)
    if match["half"]:
        hour = hour % 12 + (0 if match["half"][0] in "aق" else 12)
    if hour > 23 or minute > 59 or second > 59:
        return ""
    zone = f"{match['zone'][:3]}:{match['zone'][-2:]}" if match["zone"] else "+00:00" if match["zero"] else ""
    return f"T{hour:02}:{minute:02}:{second:02}{zone}"


def _named(text: str) -> _Stated | None:
    """A date with the name of its month: day before or behind it, the year last."""
    pattern, months = _months()
    match = pattern.search(text)
    if not match:
        return None
    calendar, month = months[match["month"]]
    return _Stated(int(match["year"]), month, int(match["before"] or match["after"] or 0), calendar)


@cache
def _months() -> tuple[re.Pattern[str], dict[str, tuple[str, int]]]:
    numbers = {
        fold(name): (calendar, number)
        for calendar, names in words()["months"].items()
        for number, cell in enumerate(names, start=1)
        for name in cell.split("|")
    }
    month = "|".join(sorted(numbers, key=len, reverse=True))
    before = r"(?:(?<!\d)(?P<before>\d{1,2})(?: ?(?:ام|م|st|nd|rd|th))?[ -]?(?:of )?)?"
    after = r"(?: (?P<after>\d{1,2})(?:st|nd|rd|th)?(?=[ ,،]))?"
    year = r"[ ,،-]{0,2}(?:سال )?(?P<year>\d{4})(?!\d)"
    return re.compile(rf"{before}(?<![^\W\d])(?P<month>{month})\.?(?: ?ماه)?{after}{year}"), numbers


def _numbered(text: str) -> _Stated | None:
    if match := _YEAR.fullmatch(text):
        return _Stated(int(match[1]))
    if match := _COMPACT.match(text):
        return _Stated(int(match[1]), int(match[2]), int(match[3]))
    if match := _YEAR_FIRST.search(text):
        return _Stated(int(match[1]), int(match[3]) or 99, int(match[4] or 0))
    if match := _YEAR_LAST.search(text):
        return _year_last(int(match[1]), int(match[3]), int(match[4]))
    return None


def _year_last(first: int, second: int, year: int) -> _Stated:
    """Day and month in either order: taken where only one order makes a date, else only the year."""
    if year in _JALALI_YEARS or first > 12 or first == second:
        return _Stated(year, second, first)
    return _Stated(year, first, second) if second > 12 else _Stated(year)
