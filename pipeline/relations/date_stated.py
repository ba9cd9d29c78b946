"""What dates in numbers and names stand for: days, months and years of the three calendars."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from pipeline.lexicon.date_words import DateWords
from pipeline.model import DateBasis, DatePrecision
from pipeline.relations import calendars
from pipeline.relations.calendars import Interval
from pipeline.relations.date_marks import calendar_of, numeric_date

_YEARS = {"jalali": calendars.JALALI_YEARS, "gregorian": range(600, 2200), "lunar": range(900, 1600)}
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


def vague(_found: dict[str, str], _anchor: date | None, _words: DateWords) -> Value:
    """An expression that names no certain days («اخیراً», «سال‌های گذشته»)."""
    return Value(None, "", "relative", "period")


def numbered(found: dict[str, str], _anchor: date | None, _words: DateWords) -> Value:
    """«۱۳۹۸/۰۸/۱۱», «2018-05-08»."""
    date_found = numeric_date(found)
    return _calendar_value(*date_found) if date_found else vague(found, None, _words)


def _calendar_value(calendar: str, year: int, month: int, day: int) -> Value:
    interval = calendars.period(calendar, year, month, day) if year in _YEARS.get(calendar, ()) else None
    precision: DatePrecision = "day" if day else "month" if month else "year"
    facet = calendar if month else "period"
    return _checked(Value(interval, "range" if calendar == "lunar" else precision, "explicit", facet))


def _checked(value: Value) -> Value:
    return value if value.interval else replace(value, precision="", conflict=_NO_SUCH_DATE)


def named(found: dict[str, str], anchor: date | None, words: DateWords) -> Value:
    """A date or month by the name of the month."""
    calendar = next(kind for kind in ("jalali", "gregorian", "lunar") if found["month"] in words.kinds[kind])
    month, day = words.number(calendar, found["month"]), _day(found.get("day", ""), words)
    value = _with_year(found, calendar, month, day, anchor, words)
    if "from" in found and value.interval:
        first = _with_year(found, calendar, month, _day(found["from"], words), anchor, words).interval
        return _spanning(value, first) if first else replace(value, interval=None, precision="", conflict=_NO_SUCH_DATE)
    return part_of(value, found, words)


def part_of(value: Value, found: dict[str, str], words: DateWords) -> Value:
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
            calendar, calendars.month_of(calendar, anchor)[0] + years_away(found, words), month, day
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


def years_away(found: dict[str, str], words: DateWords) -> int:
    """How many years «سال گذشته», «امسال», «پارسال» lie from the year of publication."""
    if "year_word" in found:
        return words.number("year_word", found["year_word"])
    return words.number("modifier", found.get("year_by") or found["by"])


def decade(found: dict[str, str], _anchor: date | None, words: DateWords) -> Value:
    """«دهه ۱۹۹۰», «دهه هشتاد»."""
    word = found["decade"]
    number = int(word) if word.isdecimal() else words.number("cardinal", word)
    era = words.value("era", found["era"]) if "era" in found else ""
    if number < 100:
        number += 1900 if era == "gregorian" else 1300
    return _years_value(number, number + 9, era, found, words)


def years(found: dict[str, str], _anchor: date | None, words: DateWords) -> Value:
    """«سال ۹۸», «سال‌های ۱۹۸۵ تا ۱۹۹۷»."""
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
    return part_of(value, found, words)
