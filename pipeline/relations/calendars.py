"""Arithmetic of the three calendars of Persian news: Jalali, Gregorian and lunar Hijri.

All intervals are inclusive. Weeks run from Saturday to Friday. Lunar dates are computed
by the tabular calendar; what is announced by sight of the moon is a day away at most
(compared with the Ramadans of 1437 to 1445 in Iran), so lunar intervals are a day wider
at either end.
"""

from datetime import date, timedelta
from typing import Literal

from persiantools.jdatetime import JalaliDate

Calendar = Literal["jalali", "gregorian", "lunar"]
Interval = tuple[date, date]

JALALI_YEARS = range(1200, 1500)
GREGORIAN_YEARS = range(1500, 2200)
_LUNAR_YEARS = range(900, 1600)
_LUNAR_EPOCH = 227014  # the ordinal of the day before 1 Muharram 1, the 19th of July 622
_LUNAR_MARGIN = timedelta(days=1)
_DAY = timedelta(days=1)
_SATURDAY = 5


def day_of(published: str) -> date | None:
    """The day of an ISO time; None where it is unknown, known to the month only or beyond all news."""
    try:
        day = date.fromisoformat(published[:10]) if len(published) >= len("2019-11-02") else None
    except ValueError:
        return None
    return day if day and day.year in range(1850, 2150) else None


def period(calendar: str, year: int, month: int = 0, day: int = 0) -> Interval | None:
    """The days of a year, a month or a day of a calendar; None where there is no such date."""
    try:
        first = _first(calendar, year, month or 1, day or 1)
        last = first if day else _first(calendar, *_following(year, month), 1) - _DAY
    except ValueError:
        return None
    return (first - _LUNAR_MARGIN, last + _LUNAR_MARGIN) if calendar == "lunar" else (first, last)


def _first(calendar: str, year: int, month: int, day: int) -> date:
    if calendar == "gregorian":
        return date(year, month, day)
    if calendar == "jalali":
        given: date = JalaliDate(year, month, day).to_gregorian()  # type: ignore[no-untyped-call]
        return given
    if year not in _LUNAR_YEARS or month not in range(1, 13) or day not in range(1, 31):
        message = f"no lunar date: {year}-{month}-{day}"
        raise ValueError(message)
    return date.fromordinal(_LUNAR_EPOCH + day + (59 * (month - 1) + 1) // 2 + (year - 1) * 354 + (3 + 11 * year) // 30)


def _following(year: int, month: int) -> tuple[int, int]:
    """The month after a month, or the first month after a year (month 0)."""
    return (year, month + 1) if 0 < month < 12 else (year + 1, 1)


def month_of(calendar: str, day: date) -> tuple[int, int]:
    """The year and month that a day falls in."""
    if calendar == "gregorian":
        return day.year, day.month
    if calendar == "jalali":
        return _jalali(day)[:2]
    year = (day.toordinal() - _LUNAR_EPOCH) * 30 // 10631 + 1
    months = [(y, m) for y in (year - 1, year, year + 1) for m in range(1, 13)]
    return max(one for one in months if _first("lunar", *one, 1) <= day)


def shift_month(calendar: str, day: date, months: int) -> Interval | None:
    """The month that lies so many months after the month of a day."""
    year, month = month_of(calendar, day)
    count = year * 12 + month - 1 + months
    return period(calendar, count // 12, count % 12 + 1)


def week_of(day: date, weeks: int = 0) -> Interval:
    """The week of a day, or the one so many weeks after it."""
    start = day - timedelta(days=(day.weekday() - _SATURDAY) % 7 - 7 * weeks)
    return start, start + timedelta(days=6)


def nearest(calendar: str, month: int, day: int, anchor: date) -> Interval | None:
    """The date without a year that lies nearest to a day."""
    year = month_of(calendar, anchor)[0]
    found = [one for y in (year - 1, year, year + 1) if (one := period(calendar, y, month, day))]
    return min(found, key=lambda one: _distance(one, anchor), default=None)


def _distance(interval: Interval, day: date) -> tuple[timedelta, date]:
    middle = interval[0] + (interval[1] - interval[0]) // 2
    return abs(middle - day), middle


def last_before(calendar: str, month: int, day: int, anchor: date, *, step: int = -1) -> Interval | None:
    """The latest date without a year that ends before a day; with step 1, the earliest that begins after it."""
    year = month_of(calendar, anchor)[0]
    found = [one for y in (year, year + step, year + 2 * step) if (one := period(calendar, y, month, day))]
    return next((one for one in found if (one[1] < anchor if step < 0 else one[0] > anchor)), None)


def weekday_near(weekday: int, day: date, *, ahead: bool, strict: bool = False) -> date:
    """The last such weekday up to a day, or the first from it on; strict leaves the day itself out."""
    days = (weekday - day.weekday()) % 7 if ahead else (day.weekday() - weekday) % 7
    days = days or (7 if strict else 0)
    return day + timedelta(days=days if ahead else -days)


def weekday_of_week(weekday: int, day: date, weeks: int) -> date:
    """A weekday of the week so many weeks after a day's."""
    return week_of(day, weeks)[0] + timedelta(days=(weekday - _SATURDAY) % 7)


def share(interval: Interval, percent: str) -> Interval:
    """The part of an interval between two percentages («0-33»), at least one day."""
    low, high = (int(edge) for edge in percent.split("-"))
    days = (interval[1] - interval[0]).days + 1
    start = interval[0] + timedelta(days=round(days * low / 100))
    return start, max(start, interval[0] + timedelta(days=round(days * high / 100) - 1))


def share_of_year(calendar: str, year: int, percent: str) -> Interval | None:
    """The months of a year between two percentages."""
    low, high = (round(int(edge) * 12 / 100) for edge in percent.split("-"))
    first, last = period(calendar, year, low + 1), period(calendar, year, high)
    return (first[0], last[1]) if first and last else None


def jalali_form(interval: Interval, precision: str) -> str:
    """The start in the Jalali calendar, reduced for a month or year; empty for a month or year of another calendar."""
    year, month, day = _jalali(interval[0])
    if precision == "month":
        return f"{year}-{month:02}" if period("jalali", year, month) == interval else ""
    if precision == "year":
        return f"{year}" if period("jalali", year) == interval else ""
    return f"{year}-{month:02}-{day:02}"


def _jalali(day: date) -> tuple[int, int, int]:
    jalali = JalaliDate.to_jalali(day)  # type: ignore[no-untyped-call]
    return jalali.year, jalali.month, jalali.day
