"""Where a joiner is due: counted forms first, learned weights for what was never seen."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pipeline.normalize.evidence import Evidence, Piece
from pipeline.normalize.vocabulary import cuts_of, load_vocabulary
from pipeline.persian import ZWNJ

_FOLDER = Path(__file__).parent
_LONGEST = 40
_REMEMBERED = 200_000


@dataclass(frozen=True, slots=True)
class Table:
    """The data files: forms to write, pairs to join or leave, pieces, and weights of features."""

    forms: dict[str, str]
    pairs: dict[str, bool]
    pieces: dict[str, Piece]
    inside: dict[str, float]
    between: dict[str, float]


class Joiners:
    """Decides where joiners are due; answers are remembered, and the same question has the same answer for ever."""

    def __init__(self, table: Table, evidence: Evidence) -> None:
        self._table = table
        self._evidence = evidence
        self._words: dict[str, str] = {}
        self._pairs: dict[str, bool] = {}

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

    def pair(self, left: str, right: str) -> bool:
        """Whether a joiner is due in place of the space between two pieces."""
        pair = f"{left} {right}"
        known = self._pairs.get(pair)
        if known is None:
            if len(pair) > _LONGEST:
                return False
            if len(self._pairs) >= _REMEMBERED:
                self._pairs.clear()
            known = self._pairs[pair] = self._judge(left, right, pair)
        return known

    def _repair(self, word: str) -> str:
        if ZWNJ not in word:
            form = self._table.forms.get(word)
            return self._cut(word) if form is None else form
        form = self._table.forms.get(word.replace(ZWNJ, ""), "")
        same_start = form.startswith(word[: word.index(ZWNJ) + 1])  # else a word joined before it might need another look
        return form if same_start and cuts_of(form) > cuts_of(word) else word

    def _cut(self, word: str) -> str:
        weights = self._table.inside
        scores = {at: _total(weights, names) for at, names in self._evidence.inside(word)}
        cuts = [0, *_peaks(scores), len(word)]
        return ZWNJ.join(word[start:end] for start, end in zip(cuts, cuts[1:], strict=False))

    def _judge(self, left: str, right: str, pair: str) -> bool:
        known = self._table.pairs.get(pair)
        return self.pair_score(left, right) > 0 if known is None else known

    def pair_score(self, left: str, right: str) -> float:
        """How much the pieces themselves speak for a joiner: above zero is for."""
        if not self._evidence.may_join(left, right):
            return -99.0
        return _total(self._table.between, self._evidence.between(left, right))


def _total(weights: dict[str, float], names: list[str]) -> float:
    return weights[""] + sum(weights.get(name, 0.0) for name in names)


def _peaks(scores: dict[int, float]) -> Iterator[int]:
    """The cuts above zero; of two that would leave a single letter between them, the better."""
    for at, score in scores.items():
        if score > 0 and score > scores.get(at - 1, 0.0) and score >= scores.get(at + 1, 0.0):
            yield at


@cache
def load_joiners() -> Joiners:
    """The package's joiners, read once per process."""
    table = read_table(_FOLDER)
    return Joiners(table, Evidence(table.pieces, load_vocabulary()))


def read_table(folder: Path) -> Table:
    """The tables joiners.tsv and joiner_weights.tsv of a folder."""
    table = Table({}, {}, {}, {}, {})
    for kind, name, *values in _rows(folder / "joiners.tsv"):
        if kind == "form":
            table.forms[name.replace("|", "")] = name.replace("|", ZWNJ)
        elif kind in ("join", "apart"):
            table.pairs[name.replace("|", " ")] = kind == "join"
        else:
            table.pieces[name] = Piece(*map(int, values))
    for kind, name, value in _rows(folder / "joiner_weights.tsv"):
        (table.inside if kind == "inside" else table.between)[name] = float(value)
    return table


def _rows(path: Path) -> Iterator[list[str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        yield from csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
