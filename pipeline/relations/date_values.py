"""What an expression of time stands for, counted from the day of publication.

Without that day a relative expression has a text and no interval.
"""

from collections.abc import Callable
from datetime import date

from pipeline.lexicon.date_words import DateWords
from pipeline.relations.date_marks import Mark
from pipeline.relations.date_relative import counted, deictic, season, unit, weekday
from pipeline.relations.date_stated import Value, decade, named, numbered, vague, years


def value_of(mark: Mark, anchor: date | None, words: DateWords) -> Value:
    """The value of one expression; `anchor` is the day that relative ones and missing years count from."""
    return _READERS[mark.kind](mark.found, anchor, words)


_READERS: dict[str, Callable[[dict[str, str], date | None, DateWords], Value]] = {
    "vague": vague,
    "number": numbered,
    "date": named,
    "month": named,
    "count": counted,
    "weekday": weekday,
    "deictic": deictic,
    "season": season,
    "unit": unit,
    "decade": decade,
    "year": years,
}
