"""What an expression of time stands for, counted from the day of publication.

Without that day a relative expression has a text and no interval.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from pipeline.lexicon.date_words import DateWords
from pipeline.model import DateBasis, DatePrecision
from pipeline.relations import calendars
from pipeline.relations.calendars import Interval
from pipeline.relations.date_marks import Mark, calendar_of, numeric_date

_YEARS = {"jalali": calendars.JALALI_YEARS, "gregorian": range(600, 2200), "lunar": range(900, 1600)}
_DAYS = {"day": 1.0, "week": 7.0, "month": 365.2425 / 12, "year": 365.2425, "decade": 3652.425}
_HOURS = {"hour": 1.0, "minute": 1 / 60}
_FURTHEST = 1000  # years that «… سال پیش» may reach back
_LONG_PAST = timedelta(days=31)
_NO_SUCH_DATE = "no such date"


@dataclass(frozen=True, slots=True)
class Value:
    """The interval of an expression, None where unknown, and what a second expression beside it may be held against.

    `facet` is what the expression speaks in: a calendar, "weekday", "deictic" or "period". `ahead` is the
    interval it has in a sentence about the future, where that differs. `yearless` is set where the year was inferred.
    """

    interval: Interval | None
    precision: DatePrecision
    basis: DateBasis
    facet: str
    weekday: int | None = None
    ahead: Interval | None = None
    yearless: bool = False
    conflict: str = ""


def value_of(mark: Mark, anchor: date | None, words: DateWords) -> Value:
    """The value of one expression; `anchor` is the day that relative ones and missing years count from."""
    return _READERS[mark.kind](mark.found, anchor, words)


def _vague(_found: dict[str, str], _anchor: date | None, _words: DateWords) -> Value:
    return Value(None, "", "relative", "period")


def _number(found: dict[str, str], _anchor: date | None, _words: DateWords) -> Value:
    date_found = numeric_date(found)
    return _calendar_value(*date_found) if date_found else _vague(found, None, _words)


def _calendar_value(calendar: str, year: int, month: int, day: int) -> Value:
    interval = calendars.period(calendar, year, month, day) if year in _YEARS.get(calendar, ()) else None
    precision: DatePrecision = "day" if day else "month" if month else "year"
    facet = calendar if month else "period"
    return _checked(Value(interval, "range" if calendar == "lunar" else precision, "explicit", facet))


def _checked(value: Value) -> Value:
    return value if value.interval else replace(value, precision="", conflict=_NO_SUCH_DATE)


def _named(found: dict[str, str], anchor: date | None, words: DateWords) -> Value:
    """A date or month by the name of the month."""
    calendar = next(kind for kind in ("jalali", "gregorian", "lunar") if found["month"] in words.kinds[kind])
    month, day = words.number(calendar, found["month"]), _day(found.get("day", ""), words)
    value = _with_year(found, calendar, month, day, anchor, words)
    if "from" in found and value.interval:
        first = _with_year(found, calendar, month, _day(found["from"], words), anchor, words).interval
        return _spanning(value, first) if first else replace(value, interval=None, precision="", conflict=_NO_SUCH_DATE)
    return _part(value, found, words)


def _part(value: Value, found: dict[str, str], words: DateWords) -> Value:
    """«اواخر …», «نیمه اول …»: a part of the interval, in whole months of a year."""
    if "part" not in found or value.interval is None:
        return value
    start, end = value.interval
    whole = next(
        (c for c in ("jalali", "gregorian") if calendars.period(c, calendars.month_of(c, start)[0]) == (start, end)), ""
    )
    percent = words.value(
        "part" if found["part"].replace(" ", "") in words.kinds["part"] else "part_of_month", found["part"]
    )
    year = calendars.month_of(whole, start)[0] if whole else 0
    interval = calendars.share_of_year(whole, year, percent) if whole else calendars.share((start, end), percent)
    return replace(value, interval=interval, precision="range", ahead=None)


def _season(found: dict[str, str], anchor: date | None, words: DateWords) -> Value:
    """«تابستان گذشته»: the last that is over, the one under way or the next."""
    if anchor is None:
        return _vague(found, anchor, words)
    percent, by = words.value("part", found["season"]), words.number("modifier", found["by"])
    year = calendars.month_of("jalali", anchor)[0]
    seasons = [one for y in (year - 1, year, year + 1) if (one := calendars.share_of_year("jalali", y, percent))]
    over = [one for one in seasons if one[1] < anchor]
    coming = [one for one in seasons if one[0] > anchor]
    now = [one for one in seasons if one[0] <= anchor <= one[1]] or seasons[1:2]
    interval = {-1: over[-1:], 0: now, 1: coming[:1]}[by]
    return Value(interval[0] if interval else None, "range", "relative", "period")


def _spanning(value: Value, first: Interval) -> Value:
    """Both ends of a stretch in order: digits around a dash may stand in either."""
    low, high = sorted((first, value.interval or first))
    return replace(value, interval=(low[0], high[1]), precision="range", ahead=None)


def _day(word: str, words: DateWords) -> int:
    if not word or word.split()[0].isdecimal():
        return int(word.split()[0]) if word else 0
    joined = word.replace(" ", "")
    return words.number("ordinal" if joined in words.kinds["ordinal"] else "cardinal", word)


def _with_year(
    found: dict[str, str], calendar: str, month: int, day: int, anchor: date | None, words: DateWords
) -> Value:
    year = _stated_year(found, calendar)
    if year:
        return _calendar_value(calendar, year, month, day)
    precision: DatePrecision = "range" if calendar == "lunar" else "day" if day else "month"
    relative = {"by_month", "year_by", "year_word"} & found.keys()
    basis: DateBasis = "relative" if relative else "explicit"
    if anchor is None or "unread_year" in found:
        return Value(None, "", basis, calendar, yearless=not relative and anchor is None)
    if "by_month" in found:
        interval = _beside(calendar, month, day, anchor, words.number("modifier", found["by_month"]))
    elif relative:
        interval = calendars.period(
            calendar, calendars.month_of(calendar, anchor)[0] + _years(found, words), month, day
        )
    else:
        interval = calendars.nearest(calendar, month, day, anchor)
        ahead = calendars.last_before(calendar, month, day, anchor, step=1)
        late = interval is not None and anchor - interval[1] > _LONG_PAST
        return _checked(Value(interval, precision, basis, calendar, ahead=ahead if late else None, yearless=True))
    return _checked(Value(interval, precision, basis, calendar))


def _beside(calendar: str, month: int, day: int, anchor: date, step: int) -> Interval | None:
    if step == 0:
        return calendars.nearest(calendar, month, day, anchor)
    return calendars.last_before(calendar, month, day, anchor, step=step)


def _stated_year(found: dict[str, str], calendar: str) -> int:
    if "year" in found:
        return int(found["year"])
    short = found.get("short") or found.get("bare")
    if not short:
        return 0
    century = {"jalali": (1300, 1400), "gregorian": (1900, 2000), "lunar": (1300, 1400)}[calendar]
    return int(short) + century[int(short) < 40]


def _years(found: dict[str, str], words: DateWords) -> int:
    if "year_word" in found:
        return words.number("year_word", found["year_word"])
    return words.number("modifier", found.get("year_by") or found["by"])


def _count(found: dict[str, str], anchor: date | None, words: DateWords) -> Value:
    """«دو روز پیش», «سه ماه گذشته»: a point or a stretch that begins or ends with the day of publication."""
    how = words.value("direction", found["direction"]).split()
    count, unit = found["count"], words.value("unit", found["unit"])
    if anchor is None or not how or (not count.isdecimal() and count.replace(" ", "") in words.kinds["several"]):
        return _vague(found, anchor, words)
    number = (int(count) if count.isdecimal() else words.number("cardinal", count)) + (0.5 if "half" in found else 0)
    if unit in _HOURS:
        number, unit = number * _HOURS[unit] / 24, "day"
        if number < 1:
            return Value((anchor, anchor), "day", "relative", "deictic")
    if number * _DAYS[unit] > _FURTHEST * _DAYS["year"]:
        return _vague(found, anchor, words)
    step = int(how[1])
    return _stretch(number, unit, step, anchor) if how[0] == "span" else _point(number, unit, step, anchor)


def _stretch(number: float, unit: str, step: int, anchor: date) -> Value:
    other = anchor + timedelta(days=step * round(number * _DAYS[unit]))
    return Value((min(anchor, other), max(anchor, other)), "range", "relative", "period")


def _point(number: float, unit: str, step: int, anchor: date) -> Value:
    whole = step * round(number)
    if unit == "day":
        day = anchor + timedelta(days=whole)
        return Value((day, day), "day", "relative", "deictic")
    if unit == "week":
        return Value(calendars.week_of(anchor, whole), "week", "relative", "period")
    if unit == "month":
        return Value(calendars.shift_month("jalali", anchor, whole), "month", "relative", "period")
    if unit == "year":
        return Value(_year_beside("jalali", anchor, whole), "year", "relative", "period")
    return Value(None, "", "relative", "period")


def _year_beside(calendar: str, anchor: date, years: int) -> Interval | None:
    return calendars.period(calendar, calendars.month_of(calendar, anchor)[0] + years)


def _weekday(found: dict[str, str], anchor: date | None, words: DateWords) -> Value:
    weekday = words.number("weekday", found["weekday"])
    until = words.number("weekday", found["until"]) if "until" in found else weekday
    if anchor is None:
        return Value(None, "", "relative", "weekday", weekday)
    by = words.number("modifier", found["by"]) if "by" in found else 0
    fixed = "by" in found or "this" in found
    if "week" in found or (fixed and not by):
        last = calendars.weekday_of_week(until, anchor, by)
    else:
        last = calendars.weekday_near(until, anchor, ahead=by > 0, strict=bool(by))
    coming = None if fixed else calendars.weekday_near(until, anchor, ahead=True)
    value = Value(_back_to(weekday, last), "day", "relative", "weekday", weekday)
    if coming not in (None, last):
        value = replace(value, ahead=_back_to(weekday, coming))
    return value if weekday == until else replace(value, precision="range", weekday=None)


def _back_to(weekday: int, last: date) -> Interval:
    return calendars.weekday_near(weekday, last, ahead=False), last


def _deictic(found: dict[str, str], anchor: date | None, words: DateWords) -> Value:
    if anchor is None:
        return Value(None, "", "relative", "deictic")
    day = anchor + timedelta(days=words.number("deictic", found["deictic"]))
    return Value((day, day), "day", "relative", "deictic")


def _unit(found: dict[str, str], anchor: date | None, words: DateWords) -> Value:
    """«هفته گذشته», «این ماه», «اواخر سال جاری», «امسال»."""
    if anchor is None:
        return _vague(found, anchor, words)
    unit = "سال" if "year_word" in found else found.get("this_unit") or found["unit"]
    by = 0 if "this_unit" in found else _years(found, words)
    calendar = "gregorian" if "christian" in found else words.value("era", found["era"]) if "era" in found else "jalali"
    value = _unit_beside(unit, by, calendar or "jalali", anchor)
    return _part(value, found, words)


def _unit_beside(unit: str, by: int, calendar: str, anchor: date) -> Value:
    if unit == "هفته":
        return Value(calendars.week_of(anchor, by), "week", "relative", "period")
    if unit == "ماه":
        return Value(calendars.shift_month(calendar, anchor, by), "month", "relative", "period")
    if unit == "سال":
        return Value(_year_beside(calendar, anchor, by), "year", "relative", "period")
    return _stretch(1, "decade", by, anchor) if by else Value(None, "", "relative", "period")


def _decade(found: dict[str, str], _anchor: date | None, words: DateWords) -> Value:
    word = found["decade"]
    number = int(word) if word.isdecimal() else words.number("cardinal", word)
    era = words.value("era", found["era"]) if "era" in found else ""
    if number < 100:
        number += 1900 if era == "gregorian" else 1300
    return _years_value(number, number + 9, era, found, words)


def _year(found: dict[str, str], _anchor: date | None, words: DateWords) -> Value:
    era = words.value("era", found["era"]) if "era" in found else ""
    first = int(found["year"])
    first += 0 if first >= 100 else 1300 if first >= 40 else 1400
    until = int(found.get("until", first))
    until += 0 if until >= 100 else first // 100 * 100
    return _years_value(min(first, until), max(first, until), era, found, words)


def _years_value(first: int, last: int, era: str, found: dict[str, str], words: DateWords) -> Value:
    calendar = calendar_of(first, era)
    if calendar == "gregorian" and found.get("part") in words.kinds["season"]:
        calendar, first, last = "jalali", first - 621, last - 621
    low, high = (
        calendars.period(calendar, year) if year in _YEARS.get(calendar, ()) else None for year in (first, last)
    )
    if low is None or high is None:
        return Value(None, "", "explicit", "period", conflict=_NO_SUCH_DATE)
    value = Value((low[0], high[1]), "year" if first == last and calendar != "lunar" else "range", "explicit", "period")
    return _part(value, found, words)


_READERS: dict[str, Callable[[dict[str, str], date | None, DateWords], Value]] = {
    "vague": _vague,
    "number": _number,
    "date": _named,
    "month": _named,
    "count": _count,
    "weekday": _weekday,
    "deictic": _deictic,
    "season": _season,
    "unit": _unit,
    "decade": _decade,
    "year": _year,
}
