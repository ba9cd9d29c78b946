"""Where a joiner is due: counted forms first, learned weights for what was never seen."""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise
from pathlib import Path

from pipeline.normalize.evidence import Evidence, Piece
from pipeline.normalize.vocabulary import cuts_of, load_vocabulary
from pipeline.persian import LETTER_CLASS, ZWNJ

_FOLDER = Path(__file__).parent
SURE = 2
LIKELY = 1
SURE_SCORE = 2.5  # on held-back treebank text it leaves all but 3 of 22,000 spaces that were meant
_STRENGTH = {"sure": SURE, "likely": LIKELY, "apart": 0}
_LONGEST = 40
_ENDINGS = "(?:یی?|های?|هایی)?"
_REMEMBERED = 200_000


@dataclass(frozen=True, slots=True)
class Table:
    """The data files: forms to write, pairs to join or leave, pieces, weights of features, phrases written as one word.

    A phrase is three words, of which the second is glued to the third («گفت و گو»).
    """

    forms: dict[str, str]
    pairs: dict[str, int]
    pieces: dict[str, Piece]
    inside: dict[str, float]
    between: dict[str, float]
    phrases: tuple[str, ...] = ()


class Joiners:
    """Decides where joiners are due; answers are remembered, and the same question has the same answer for ever."""

    def __init__(self, table: Table, evidence: Evidence) -> None:
        self._table = table
        self._evidence = evidence
        self._words: dict[str, str] = {}
        self._phrases = _phrase_pattern(table.phrases)
        self._pairs: dict[str, int] = {}

    def phrase_gaps(self, text: str) -> Iterator[tuple[int, int, str]]:
        """The gaps within phrases, with what is due in their place: a joiner, then nothing."""
        for phrase in self._phrases.finditer(text):
            first, second = phrase.end("first"), phrase.end() - 1
            yield first, first + 1, ZWNJ
            yield second, second + 1, ""

    def word(self, word: str) -> str:
        """The word with the joiners that it lost; those it has are kept."""
        known = self._words.get(word)
        if known is None:
            if len(word) > _LONGEST:
                return word
            if len(self._words) >= _REMEMBERED:
                self._words.clear()
            known = self._words[word] = self._repair(word)
        return known

    def pair(self, left: str, right: str) -> int:
        """Whether a joiner is due in place of the space between two pieces: SURE, LIKELY or 0."""
        pair = f"{left} {right}"
        known = self._pairs.get(pair)
        if known is None:
            if len(pair) > _LONGEST:
                return 0
            if len(self._pairs) >= _REMEMBERED:
                self._pairs.clear()
            known = self._pairs[pair] = self._judge(left, right, pair)
        return known

    def _repair(self, word: str) -> str:
        if ZWNJ not in word:
            form = self._table.forms.get(word)
            return self._cut(word) if form is None else form
        form = self._table.forms.get(word.replace(ZWNJ, ""), "")
        same_start = form.startswith(
            word[: word.index(ZWNJ) + 1]
        )  # else a word joined before it might need another look
        return form if same_start and cuts_of(form) > cuts_of(word) else word

    def _cut(self, word: str) -> str:
        weights = self._table.inside
        scores = {at: _total(weights, names) for at, names in self._evidence.inside(word)}
        cuts = [0, *_peaks(scores), len(word)]
        return ZWNJ.join(word[start:end] for start, end in pairwise(cuts))

    def _judge(self, left: str, right: str, pair: str) -> int:
        known = self._table.pairs.get(pair)
        return strength(self.pair_score(left, right)) if known is None else known

    def pair_score(self, left: str, right: str) -> float:
        """How much the pieces themselves speak for a joiner: above zero is for."""
        if not self._evidence.may_join(left, right):
            return -99.0
        return _total(self._table.between, self._evidence.between(left, right))


def _phrase_pattern(phrases: tuple[str, ...]) -> re.Pattern[str]:
    """Matches a phrase («گفت و گو», «گفت|و گوهای») up to its last word."""
    gap, letter = f"[ {ZWNJ}]", f"[{LETTER_CLASS}]"
    wordings = [
        f"(?:(?<={first}){gap}{glue}{gap}(?={last}{_ENDINGS}(?!{letter})))"
        for first, glue, last in map(str.split, phrases)
    ]
    return re.compile(
        f"(?<!{letter})(?P<first>{'|'.join(p.split()[0] for p in phrases)})(?:{'|'.join(wordings)})"
        if phrases
        else "(?!)"
    )


def strength(score: float) -> int:
    """SURE, LIKELY or 0."""
    return SURE if score > SURE_SCORE else LIKELY if score > 0 else 0


def _total(weights: dict[str, float], names: list[str]) -> float:
    return weights.get("", 0.0) + sum(weights.get(name, 0.0) for name in names)


def _peaks(scores: dict[int, float]) -> Iterator[int]:
    """The cuts above zero; of two that would leave a single letter between them, the better."""
    for at, score in scores.items():
        if score > 0 and score > scores.get(at - 1, 0.0) and score >= scores.get(at + 1, 0.0):
            yield at


@cache
def load_joiners() -> Joiners:
    """The package's joiners, read once per process."""
    table = with_house_forms(read_table(_FOLDER), _FOLDER)
    return Joiners(table, Evidence(table.pieces, load_vocabulary()))


def read_table(folder: Path) -> Table:
    """The tables joiners.tsv and joiner_weights.tsv of a folder."""
    table = Table({}, {}, {}, {}, {})
    for kind, name, *values in _rows(folder / "joiners.tsv"):
        if kind == "form":
            table.forms[name.replace("|", "")] = name.replace("|", ZWNJ)
        elif kind in _STRENGTH:
            table.pairs[name.replace("|", " ")] = _STRENGTH[kind]
        else:
            table.pieces[name] = Piece(*map(int, values))
    for kind, name, value in _rows(folder / "joiner_weights.tsv"):
        (table.inside if kind == "inside" else table.between)[name] = float(value)
    return table


def with_house_forms(table: Table, folder: Path) -> Table:
    """The table, with the forms and phrases of house_forms.tsv above what was counted."""
    phrases: list[str] = []
    for name, strong, *phrase in _rows(folder / "house_forms.tsv"):
        pieces = name.split("|")
        table.forms["".join(pieces)] = ZWNJ.join(pieces)
        table.pairs.update((f"{left} {right}", _STRENGTH[strong]) for left, right in pairwise(pieces))
        phrases += phrase
    return replace(table, phrases=tuple(phrases))


def _rows(path: Path) -> Iterator[list[str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        yield from csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
