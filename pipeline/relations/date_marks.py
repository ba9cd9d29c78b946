"""Where a sentence speaks of time: single expressions, found by patterns made from the words of dates.

The patterns run over the folded words of the sentence, one space apart, digits in ASCII
and apart from letters and dashes; a joiner within a word may be a space.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from pipeline.lexicon.date_words import DateWords
from pipeline.model import TaggedToken
from pipeline.persian import fold
from pipeline.relations.calendars import GREGORIAN_YEARS, JALALI_YEARS

_EDGE_OF_NUMBER = re.compile(r"(?<=\d)(?=[^\W\d]|-)|(?<=[^\W\d])(?=\d)|(?<=-)(?=\d)")
_FROM = r"از(?!\S)(?! (?:سوی|طرف|جانب|طریق)(?!\S))"  # «پیش از …», but not «پیش از سوی …»
_RELATIONAL = ("پیش", "قبل", "بعد")


@dataclass(frozen=True, slots=True)
class Line:
    """The folded text of a sentence and the token that each of its pieces came from."""

    text: str
    starts: tuple[int, ...]
    owners: tuple[int, ...]

    def tokens(self, start: int, end: int) -> tuple[int, int]:
        """The tokens, half open, that a span of the text stands for."""
        return self.owners[bisect_right(self.starts, start) - 1], self.owners[
            bisect_right(self.starts, end - 1) - 1
        ] + 1

    def before(self, at: int) -> str:
        """The text before a place, without the space."""
        return self.text[: max(at - 1, 0)]


@dataclass(frozen=True, slots=True)
class Mark:
    """One expression of time: its kind, its span in the line and what the pattern found in it."""

    kind: str
    start: int
    end: int
    found: dict[str, str]


def line_of(tokens: Sequence[TaggedToken]) -> Line:
    """The line of a sentence."""
    pieces, starts, owners, length = list[str](), list[int](), list[int](), 0
    for number, token in enumerate(tokens):
        for piece in _EDGE_OF_NUMBER.split(fold(token.text)):
            if piece:
                pieces.append(piece)
                starts.append(length)
                owners.append(number)
                length += len(piece) + 1
    return Line(" ".join(pieces), tuple(starts), tuple(owners))


def find_marks(line: Line, words: DateWords) -> list[Mark]:
    """All expressions in reading order; where two overlap, the one whose pattern stands first."""
    taken: list[Mark] = []
    for kind, pattern in patterns(words):
        for match in pattern.finditer(line.text):
            mark = Mark(kind, match.start(), match.end(), {k: v for k, v in match.groupdict().items() if v})
            free = all(mark.end <= other.start or mark.start >= other.end for other in taken)
            if free and _stands(mark, line, words):
                taken.append(mark)
    return sorted(taken, key=lambda mark: mark.start)


@lru_cache(maxsize=8)
def patterns(words: DateWords) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The pattern of each kind of expression, the more specific kinds first."""
    one = {kind: _any(words, kind) for kind in words.kinds}
    return tuple((kind, re.compile(rf"(?<!\S){source}(?!\S)")) for kind, source in _sources(one))


def _any(words: DateWords, kind: str) -> str:
    spaced = sorted(words.kinds[kind], key=lambda word: (-len(word), word))
    return "(?:" + "|".join(re.escape(word).replace(r"\ ", " ?") for word in spaced) + ")"


def _sources(one: dict[str, str]) -> Iterator[tuple[str, str]]:
    through, era = one["through"], rf"(?: (?P<era>{one['era']}))?"
    lead, trail = rf"(?:{one['daypart']} )*(?:روز )?", rf"(?: {one['daypart']})?"
    part, modifier = rf"(?:(?P<part>{one['part']}) )?", rf"{one['modifier']}(?! {_FROM})"
    several, joint = rf"(?P<several>{one['days']} )?", rf"(?:{through}|(?(several)(?:،|و)|{through}))"
    month = _month(one, modifier, era)
    amount = rf"(?P<count>{one['several']}|\d{{1,4}}|{one['cardinal']})"
    half = "(?P<half> و نیم)?"
    yield "count", rf"{amount} ?(?P<unit>{one['unit']}){half} (?P<direction>{one['direction']})(?! {_FROM})"
    yield "vague", one["vague"]
    yield "number", rf"(?P<a>\d{{1,4}})(?P<sign> ?/ ?|\.| - )(?P<b>\d{{1,2}})(?P=sign)(?P<c>\d{{1,4}}){era}"
    number = rf"(?:\d{{1,2}}(?: (?:ام|م))?|{one['ordinal']}|{one['cardinal']})"
    chain = rf"(?:(?P<from>{number}) {joint} (?:{number} {joint} )*?)?"
    yield "month", rf"(?P<part>{one['part']}|{one['part_of_month']}) {month}"
    yield "date", rf"{lead}{several}(?:از (?={number} {through} ))?{chain}(?P<day>{number}) {month}"
    yield "month", rf"(?:(?P<part>{one['part']}|{one['part_of_month']}) )?{month}"
    weekday = one["weekday"]
    week = rf"(?: (?:روز )?(?:(?P<week>هفته )?(?P<by>{modifier})|(?P<this>{one['this']}) هفته))?"
    until = rf"(?:(?: {joint} (?:روز )?{weekday})*? {joint} (?:روز )?(?P<until>{weekday}))?"
    yield "weekday", rf"{lead}{several}(?P<weekday>{weekday}){until}{trail}{week}{trail}"
    yield "deictic", rf"{lead}(?P<deictic>{one['deictic']}){trail}"
    this = rf"{one['this']} (?P<this_unit>هفته|ماه)"
    unit = rf"(?P<unit>هفته|ماه|سال|دهه)(?P<christian> میلادی)? (?P<by>{modifier}){era}"
    yield "season", rf"(?P<season>{one['season']}) (?P<by>{modifier})"
    yield "unit", rf"{part}(?:{this}|{unit}|(?P<year_word>{one['year_word']}))"
    yield "decade", rf"{part}دهه (?P<decade>\d{{4}}|\d\d|{one['cardinal']}){era}"
    listed = rf"(?:(?: (?:،|و|{through}) (?:سال )?\d{{2,4}})*? (?:و|{through}) (?:سال )?(?P<until>\d{{4}}|\d\d))?"
    yield "year", rf"{part}(?P<sal>سال|سال ?های)(?: ،)? (?P<year>\d{{4}}|\d\d){listed}{era}"
    yield "year", rf"{part}(?P<year>\d{{4}})(?: {through} (?P<until>\d{{4}}))?{era}"


def _month(one: dict[str, str], modifier: str, era: str) -> str:
    """The name of a month and whatever tells its year."""
    name = rf"(?P<mah>ماه )?(?P<month>{one['jalali']}|{one['gregorian']}|{one['lunar']})(?P<mah_after> ?ماه)?"
    relative = rf" سال (?:میلادی )?(?P<year_by>{modifier})| (?P<year_word>{one['year_word']})"
    full = r"(?:(?: ،)? سال)?(?: ،)? (?P<year>\d{4})"
    short = rf" سال (?P<short>\d\d)| (?P<bare>0\d|[4-9]\d)(?! {one['counted']}(?!\S))"
    year = rf"(?:{full}(?!\S){era}|(?:{short})(?!\S)|(?:{relative})(?!\S)|(?=(?P<unread_year> سال(?!\S))))?"
    return rf"{name}(?: (?P<by_month>{modifier}))?{year}"


def numeric_date(found: dict[str, str]) -> tuple[str, int, int, int] | None:
    """Calendar, year, month and day of a date in numbers; no day where day and month may be swapped."""
    a, b, c = (int(found[name]) for name in "abc")
    if len(found["a"]) == 4 and len(found["c"]) <= 2:
        year, month, day = a, b, c
    elif found["sign"] != " - " and len(found["c"]) == 4 and len(found["a"]) <= 2:
        year, month, day = c, b, a
    elif found["sign"] != " - " and len(found["a"]) == len(found["c"]) == 2 and (a > 31) != (c > 31):
        year, month, day = (1300 + a, b, c) if a > 31 else (1300 + c, b, a)
    elif found["sign"].strip() == "/" and len(found["a"]) == 1 and c > 31 and len(found["c"]) == 2:
        year, month, day = 1300 + c, b, a
    else:
        return None
    calendar = calendar_of(year, found.get("era", ""))
    if month > 12 >= day and year == c:
        month, day = day, month
    ambiguous = year == c and calendar == "gregorian" and month <= 12 and day <= 12 and month != day
    return (calendar, year, 0, 0) if ambiguous else (calendar, year, month, day)


def calendar_of(year: int, era: str) -> str:
    """The calendar that a year without a month is counted in, told by its size unless an era stands with it."""
    if era:
        return era
    return "jalali" if year in JALALI_YEARS else "gregorian" if year in GREGORIAN_YEARS else ""


def _stands(mark: Mark, line: Line, words: DateWords) -> bool:
    """Whether the words around a match allow it."""
    before, after = line.before(mark.start), line.text[mark.end + 1 :]
    if _ends(before, "every", words) or _begins(after, "every", words) or _begins(after, "not_after", words):
        return False
    if line.text[: mark.end].endswith(_RELATIONAL) and re.match(_FROM, after):
        return False
    kind = {"number": "date", "month": "date"}.get(mark.kind, mark.kind)
    barred = f"not_before_{kind}"
    if barred in words.kinds and not mark.found.get("year") and _ends(before, barred, words):
        return False
    return _CHECKS.get(mark.kind, _always)(mark, before, after, words)


def _ends(before: str, kind: str, words: DateWords) -> bool:
    tail = before.split()[-3:]
    return any(" ".join(tail[at:]) in words.kinds[kind] for at in range(len(tail)))


def _begins(after: str, kind: str, words: DateWords) -> bool:
    head = after.split()[:3]
    return any(" ".join(head[:at]) in words.kinds[kind] for at in range(1, len(head) + 1))


def _always(_mark: Mark, _before: str, _after: str, _words: DateWords) -> bool:
    return True


def _date_stands(mark: Mark, _before: str, _after: str, words: DateWords) -> bool:
    """A name that is also a common word needs a number in digits or an ordinal, «ماه» or a year."""
    found = mark.found
    if {"mah", "mah_after", "year", "short", "by_month", "year_by", "year_word", "bare"} & found.keys():
        return True
    cardinal = found["day"].replace(" ", "") in words.kinds["cardinal"]
    return not (cardinal and found["month"] in words.kinds["doubtful_month"])


def _month_stands(mark: Mark, before: str, _after: str, words: DateWords) -> bool:
    found = mark.found
    if {"mah", "mah_after", "year", "short", "by_month", "year_by", "year_word", "bare", "part"} & found.keys():
        return True
    doubtful = found["month"] in words.kinds["doubtful_month"]
    return not doubtful and (not before or before.endswith("(") or _ends(before, "before_month", words))


def _year_stands(mark: Mark, before: str, after: str, words: DateWords) -> bool:
    """A number alone is a year where a preposition leads to it and no noun is counted by it."""
    found = mark.found
    if "sal" in found or "part" in found or "era" in found:
        return len(found["year"]) == 4 or found["year"][0] in "0456789"
    known = found["year"][:2] in ("13", "14", "19", "20")
    return known and _ends(before, "before_year", words) and _closes_year(found["year"], after, words)


def _closes_year(year: str, after: str, words: DateWords) -> bool:
    """A round number before just any word is more likely to count («در ۲۰۰۰ نقطه»)."""
    following = after.split()[0] if after else ""
    counting = following in words.kinds["counted"] or year.endswith("0")
    return not following or following in words.kinds["after_year"] or not counting


def _decade_stands(mark: Mark, _before: str, _after: str, words: DateWords) -> bool:
    value = mark.found["decade"]
    return value.endswith("0") or (not value.isdecimal() and words.number("cardinal", value) % 10 == 0)


def _number_stands(mark: Mark, _before: str, _after: str, _words: DateWords) -> bool:
    date = numeric_date(mark.found)
    return date is not None and date[0] != "" and date[2] <= 12


_CHECKS = {
    "number": _number_stands,
    "date": _date_stands,
    "month": _month_stands,
    "year": _year_stands,
    "decade": _decade_stands,
}
