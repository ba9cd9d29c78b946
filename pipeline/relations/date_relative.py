"""What relative expressions of time stand for, counted from the day of publication."""

from dataclasses import replace
from datetime import date, timedelta

from pipeline.lexicon.date_words import DateWords
from pipeline.relations import calendars
from pipeline.relations.calendars import Interval
from pipeline.relations.date_stated import Value, part_of, vague, years_away

_DAYS = {"day": 1.0, "week": 7.0, "month": 365.2425 / 12, "year": 365.2425, "decade": 3652.425}
_HOURS = {"hour": 1.0, "minute": 1 / 60}
_FURTHEST = 1000  # years that «… سال پیش» may reach back


def counted(found: dict[str, str], anchor: date | None, words: DateWords) -> Value:
    """«دو روز پیش», «سه ماه گذشته»: a point or a stretch that begins or ends with the day of publication."""
    how = words.value("direction", found["direction"]).split()
    count, unit = found["count"], words.value("unit", found["unit"])
    if anchor is None or not how or (not count.isdecimal() and count.replace(" ", "") in words.kinds["several"]):
        return vague(found, anchor, words)
    number = (int(count) if count.isdecimal() else words.number("cardinal", count)) + (0.5 if "half" in found else 0)
    if unit in _HOURS:
        number, unit = number * _HOURS[unit] / 24, "day"
        if number < 1:
            return Value((anchor, anchor), "day", "relative", "deictic")
    if number * _DAYS[unit] > _FURTHEST * _DAYS["year"]:
        return vague(found, anchor, words)
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


def weekday(found: dict[str, str], anchor: date | None, words: DateWords) -> Value:
    """«دوشنبه», «روزهای شنبه و یکشنبه», «پنجشنبه هفته آینده»: the last one past unless the words say otherwise."""
    first = words.number("weekday", found["weekday"])
    until = words.number("weekday", found["until"]) if "until" in found else first
    if anchor is None:
        return Value(None, "", "relative", "weekday", first)
    by = words.number("modifier", found["by"]) if "by" in found else 0
    fixed = "by" in found or "this" in found
    if "week" in found or (fixed and not by):
        last = calendars.weekday_of_week(until, anchor, by)
    else:
        last = calendars.weekday_near(until, anchor, ahead=by > 0, strict=bool(by))
    coming = None if fixed else calendars.weekday_near(until, anchor, ahead=True)
    value = Value(_back_to(first, last), "day", "relative", "weekday", first)
    if coming not in (None, last):
        value = replace(value, ahead=_back_to(first, coming))
    return value if first == until else replace(value, precision="range", weekday=None)


def _back_to(weekday: int, last: date) -> Interval:
    return calendars.weekday_near(weekday, last, ahead=False), last


def deictic(found: dict[str, str], anchor: date | None, words: DateWords) -> Value:
    """«امروز», «پریروز», «روز گذشته»."""
    if anchor is None:
        return Value(None, "", "relative", "deictic")
    day = anchor + timedelta(days=words.number("deictic", found["deictic"]))
    return Value((day, day), "day", "relative", "deictic")


def season(found: dict[str, str], anchor: date | None, words: DateWords) -> Value:
    """«تابستان گذشته»: the last that is over, the one under way or the next."""
    if anchor is None:
        return vague(found, anchor, words)
    percent, by = words.value("part", found["season"]), words.number("modifier", found["by"])
    year = calendars.month_of("jalali", anchor)[0]
    seasons = [one for y in (year - 1, year, year + 1) if (one := calendars.share_of_year("jalali", y, percent))]
    over = [one for one in seasons if one[1] < anchor]
    coming = [one for one in seasons if one[0] > anchor]
    now = [one for one in seasons if one[0] <= anchor <= one[1]] or seasons[1:2]
    interval = {-1: over[-1:], 0: now, 1: coming[:1]}[by]
    return Value(interval[0] if interval else None, "range", "relative", "period")


def unit(found: dict[str, str], anchor: date | None, words: DateWords) -> Value:
    """«هفته گذشته», «این ماه», «اواخر سال جاری», «امسال»."""
    if anchor is None:
        return vague(found, anchor, words)
    unit = "سال" if "year_word" in found else found.get("this_unit") or found["unit"]
    by = 0 if "this_unit" in found else years_away(found, words)
    calendar = "gregorian" if "christian" in found else words.value("era", found["era"]) if "era" in found else "jalali"
    value = _unit_beside(unit, by, calendar or "jalali", anchor)
    return part_of(value, found, words)


def _unit_beside(unit: str, by: int, calendar: str, anchor: date) -> Value:
    if unit == "هفته":
        return Value(calendars.week_of(anchor, by), "week", "relative", "period")
    if unit == "ماه":
        return Value(calendars.shift_month(calendar, anchor, by), "month", "relative", "period")
    if unit == "سال":
        return Value(_year_beside(calendar, anchor, by), "year", "relative", "period")
    return _stretch(1, "decade", by, anchor) if by else Value(None, "", "relative", "period")


def _year_beside(calendar: str, anchor: date, years: int) -> Interval | None:
    return calendars.period(calendar, calendars.month_of(calendar, anchor)[0] + years)
