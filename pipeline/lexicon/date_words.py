"""The words that dates are read by: names of months and days, numbers, «دیروز», «گذشته».

Every line of date_words.csv is a kind, a word and what the word stands for in that kind.
"""

import csv
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from pipeline.errors import LexiconError
from pipeline.persian import ZWNJ, fold

_NUMBER = re.compile(r"-?\d+")
_SHARE = re.compile(r"\d{1,2}-\d{1,3}")
_VALUES = {
    "cardinal": _NUMBER,
    "ordinal": _NUMBER,
    "jalali": re.compile(r"[1-9]|1[0-2]"),
    "gregorian": re.compile(r"[1-9]|1[0-2]"),
    "lunar": re.compile(r"[1-9]|1[0-2]"),
    "weekday": re.compile(r"[0-6]"),
    "deictic": _NUMBER,
    "modifier": re.compile(r"-1|0|1"),
    "year_word": _NUMBER,
    "unit": re.compile(r"hour|minute|day|week|month|year|decade"),
    "direction": re.compile(r"(?:(?:point|span) -?1)?"),
    "part": _SHARE,
    "part_of_month": _SHARE,
    "era": re.compile(r"(?:jalali|gregorian|lunar)?"),
    **dict.fromkeys(
        (
            *(
                "doubtful_month",
                "season",
                "this",
                "daypart",
                "days",
                "through",
                "equals",
                "edge",
                "every",
                "several",
                "vague",
            ),
            *("before_month", "before_year", "after_year", "counted", "not_after"),
            *("not_before_weekday", "not_before_deictic", "not_before_date"),
        ),
        re.compile(""),
    ),
}


@dataclass(frozen=True, slots=True, eq=False)
class DateWords:
    """Words and their values by kind; words are folded and written with a space where a joiner may stand."""

    kinds: Mapping[str, Mapping[str, str]]

    def value(self, kind: str, word: str) -> str:
        """What a word, joined or spaced, stands for in a kind."""
        return self.kinds[kind][word] if word in self.kinds[kind] else self.kinds[kind][word.replace(" ", "")]

    def number(self, kind: str, word: str) -> int:
        """The value of a word that stands for a number."""
        return int(self.value(kind, word))


def load_date_words(folders: Sequence[Path]) -> DateWords:
    """Read date_words.csv of the folders, later lines over earlier ones.

    Raises:
        LexiconError: Lines are wrong; the message lists all of them with file, line and remedy.
    """
    kinds: dict[str, dict[str, str]] = {kind: {} for kind in _VALUES}
    problems: list[str] = []
    for folder in folders:
        path = folder / "date_words.csv"
        if path.is_file():
            _read(path, kinds, problems)
    if problems:
        message = f"{len(problems)} problem(s) in the words of dates:\n" + "\n".join(f"  {line}" for line in problems)
        raise LexiconError(message)
    return DateWords(kinds)


def _read(path: Path, kinds: dict[str, dict[str, str]], problems: list[str]) -> None:
    with path.open(encoding="utf-8-sig", newline="") as handle:
        lines = list(csv.reader(handle))
    if not lines or lines[0] != ["kind", "word", "value"]:
        problems.append(f"{path}:1: the header is not kind,word,value. Write it so.")
        return
    for number, cells in enumerate(lines[1:], start=2):
        problem = _problem(cells)
        if problem:
            problems.append(f"{path}:{number}: {problem}")
            continue
        word = fold(cells[1].replace(ZWNJ, " "))
        kinds[cells[0]][word] = cells[2]
        kinds[cells[0]].setdefault(word.replace(" ", ""), cells[2])


def _problem(cells: Sequence[str]) -> str:
    if len(cells) != len(("kind", "word", "value")):
        return f"{len(cells)} cells where three belong. Write kind,word,value."
    kind, word, value = cells
    if kind not in _VALUES:
        return f"unknown kind “{kind}”. Known are: {', '.join(_VALUES)}."
    if not fold(word):
        return "the word is empty. Fill it in or remove the line."
    return (
        "" if _VALUES[kind].fullmatch(value) else f"“{value}” is no value of {kind}. See the other lines of this kind."
    )
