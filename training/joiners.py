"""Rebuild the joiner tables of `pipeline/normalize` from treebanks and news.

Usage: RAVABET_DATA=DIR python -m training.joiners [--into FOLDER]

Counts how words are written where joiners are kept with care, settles each word and
each pair of words by majority, learns weights for what was never seen, and keeps only
what the weights alone would get wrong or what was seen joined. Test files are not read.
"""

import argparse
import gzip
import json
import os
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from pipeline.normalize.evidence import Evidence, Piece
from pipeline.normalize.joiners import Joiners, Table
from pipeline.normalize.letters import clean
from pipeline.normalize.vocabulary import cuts_of, load_vocabulary
from pipeline.persian import LETTER_CLASS, ZWNJ
from training.logistic import Example, Logistic

CAREFUL = ("perdt-dev.conllu", "seraji-dev.conllu", "perdt-train-raw.txt")  # the last is by far the largest
INFORMAL = ("iperudt-train.conllu", "iperudt-dev.conllu")
CAREFUL_WEIGHT = 10
FOLDS = 5
_WORD = re.compile(f"[{LETTER_CLASS}]+(?:{ZWNJ}[{LETTER_CLASS}]+)*")
_NO_JOINERS = ("hamshahri", "ham_test")
_CHOSEN = Path(__file__).with_name("joiners_chosen.tsv")
_TARGET = Path(__file__).parents[1] / "pipeline" / "normalize"


@dataclass(slots=True)
class Counts:
    """Forms and pairs of neighbouring pieces, joined and apart."""

    forms: Counter[str] = field(default_factory=Counter)
    joined: Counter[tuple[str, str]] = field(default_factory=Counter)
    apart: Counter[tuple[str, str]] = field(default_factory=Counter)

    def read(self, lines: Iterable[str]) -> "Counts":
        """Count the words of some lines."""
        for run in _runs(lines):
            self.forms.update(run)
            for left, right, joined in _pairs(run):
                (self.joined if joined else self.apart)[left, right] += 1
        return self

    def add(self, other: "Counts", weight: int) -> "Counts":
        """Take in other counts so many times."""
        for mine, theirs in ((self.forms, other.forms), (self.joined, other.joined), (self.apart, other.apart)):
            for key, count in theirs.items():  # type: ignore[attr-defined]
                mine[key] += weight * count  # type: ignore[index]
        return self

    def pieces(self) -> dict[str, Piece]:
        """How each piece that was ever joined behaves."""
        tallies: defaultdict[str, list[int]] = defaultdict(lambda: [0] * 6)
        for (left, right), count in self.joined.items():
            tallies[left][0] += 1
            tallies[right][1] += 1
            tallies[left][2] += count
            tallies[right][4] += count
        for (left, right), count in self.apart.items():
            if left in tallies:
                tallies[left][3] += count
            if right in tallies:
                tallies[right][5] += count
        return {piece: Piece(*tallies[piece]) for piece in sorted(tallies)}


def _runs(lines: Iterable[str]) -> Iterator[list[str]]:
    """Words that one space parts from the next."""
    for line in lines:
        run: list[str] = []
        end = -2
        for match in _WORD.finditer(line):
            if run and not (match.start() == end + 1 and line[end] == " "):
                yield run
                run = []
            run.append(match.group())
            end = match.end()
        if run:
            yield run


def _pairs(run: list[str]) -> Iterator[tuple[str, str, bool]]:
    last = ""
    for word in run:
        pieces = word.split(ZWNJ)
        if last:
            yield last, pieces[0], False
        yield from ((left, right, True) for left, right in zip(pieces, pieces[1:], strict=False))
        last = pieces[-1]


def read_lines(path: Path) -> list[str]:
    """The sentences of a treebank or of a plain text, letters cleaned."""
    lines = path.read_text(encoding="utf-8").splitlines()
    if path.suffix == ".conllu":
        lines = [line.removeprefix("# text = ") for line in lines if line.startswith("# text = ")]
    return [clean(line)[0] for line in lines if line]


def read_news(path: Path, joined: bool) -> Iterator[str]:
    """Lines of the news whose sources write joiners, or of those that never do."""
    with gzip.open(path, "rt", encoding="utf-8") as records:
        for record in map(json.loads, records):
            if (record["source"] not in _NO_JOINERS) == joined:
                yield from clean(f"{record['title']}\n{record['text']}")[0].split("\n")


def settle_forms(counts: Counts, plain: Mapping[str, int]) -> dict[str, tuple[str, int, int]]:
    """For each word without its joiners the form seen most, its count and the count of the others."""
    spellings: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for form, count in counts.forms.items():
        spellings[form.replace(ZWNJ, "")][form] += count
    for form, count in plain.items():
        if form not in spellings and count >= 3:
            spellings[form][form] = count
    return {key: _winner(forms) for key, forms in sorted(spellings.items()) if sum(forms.values()) > 1}


def _winner(forms: Counter[str]) -> tuple[str, int, int]:
    best = max(sorted(forms), key=lambda form: forms[form])
    return best, forms[best], forms.total() - forms[best]


def learn_inside(forms: Iterable[tuple[str, float]], evidence: Evidence) -> dict[str, float]:
    """Weights for cutting a word, from forms and how much each of them matters."""
    examples: list[Example] = []
    for form, importance in forms:
        pieces, cuts = form.split(ZWNJ), cuts_of(form)
        own = (pieces[0], pieces[-1]) if cuts else ("", "")
        places = evidence.inside("".join(pieces), own)
        examples += [(["", *names], at in cuts, importance) for at, names in enumerate(places, 1)]
    model = Logistic()
    model.fit(examples)
    return model.weights()


def learn_between(careful: list[str], rest: Counts) -> dict[str, float]:
    """Weights for joining two pieces that were not seen together, each fold judged by the counts of the others."""
    examples: list[Example] = []
    for fold in range(FOLDS):
        others = Counts().read(line for at, line in enumerate(careful) if at % FOLDS != fold)
        known = Counts().add(others, CAREFUL_WEIGHT).add(rest, 1)
        evidence = Evidence(known.pieces(), load_vocabulary())
        here = Counts().read(careful[fold::FOLDS])
        for pairs, label in ((here.joined, True), (here.apart, False)):
            for pair in sorted(pairs):
                if pair not in known.joined and pair not in known.apart and _may_join(evidence, *pair):
                    examples.append((["", *evidence.between(*pair)], label, 1.0))
    model = Logistic()
    model.fit(examples)
    return model.weights()


def _may_join(evidence: Evidence, left: str, right: str) -> bool:
    one, two = evidence.pieces.get(left), evidence.pieces.get(right)
    return bool((one and one.begins) or (two and two.ends))


def build(careful: list[str], rest: Counts, plain: Mapping[str, int]) -> tuple[list[str], list[str]]:
    """The lines of joiners.tsv and of joiner_weights.tsv."""
    treebank = Counts().read(careful)
    counts = Counts().add(treebank, CAREFUL_WEIGHT).add(rest, 1)
    pieces = counts.pieces()
    evidence = Evidence(pieces, load_vocabulary())
    inside = learn_inside(_rare(treebank, rest), evidence)
    between = learn_between(careful, rest)
    model = Joiners(Table({}, {}, pieces, inside, between), evidence)
    rows = [*_form_rows(settle_forms(counts, plain), model), *_pair_rows(counts, model)]
    rows += [f"piece\t{name}\t{_numbers(piece)}" for name, piece in pieces.items()]
    weights = [("inside", inside), ("between", between)]
    return rows, [f"{kind}\t{name}\t{weight:.3f}" for kind, table in weights for name, weight in table.items()]


def _numbers(piece: Piece) -> str:
    fields = (piece.begins, piece.ends, piece.joined_after, piece.free_after, piece.joined_before, piece.free_before)
    return "\t".join(map(str, fields))


def _rare(treebank: Counts, rest: Counts) -> Iterator[tuple[str, float]]:
    """Forms that stand for what will be unknown: seldom seen, the careful ones counting in full."""
    for form, count in sorted(treebank.forms.items()):
        if count <= 3 and len(form) > 2:
            yield form, 1.0
    for form, count in sorted(rest.forms.items()):
        if ZWNJ in form and count <= 8 and form not in treebank.forms:
            yield form, 0.3


def _form_rows(forms: Mapping[str, tuple[str, int, int]], model: Joiners) -> Iterator[str]:
    for key, (form, count, others) in forms.items():
        if ZWNJ in form or model.word(key) != key:
            yield f"form\t{form.replace(ZWNJ, '|')}\t{count}\t{others}"


def _pair_rows(counts: Counts, model: Joiners) -> Iterator[str]:
    for left, right in sorted({*counts.joined, *counts.apart}):
        joined, apart = counts.joined[left, right], counts.apart[left, right]
        if joined or model.pair(left, right):
            yield f"pair\t{left}|{right}\t{joined}\t{apart}"


def main() -> None:
    """Read the reference data and write the two tables."""
    parser = argparse.ArgumentParser(description="Rebuild the joiner tables.")
    parser.add_argument("--into", type=Path, default=_TARGET)
    parser.add_argument(
        "--without", nargs="*", default=[], help="treebank files to leave out, for honest development scores"
    )
    options = parser.parse_args()
    data = Path(os.environ["RAVABET_DATA"])
    names = [name for name in CAREFUL if name not in options.without]
    careful = [line for name in names for line in read_lines(data / "treebanks" / name)]
    rest = Counts().read(read_news(data / "corpora" / "news.jsonl.gz", joined=True))
    rest.add(Counts().read(line for name in INFORMAL for line in read_lines(data / "treebanks" / name)), 1)
    plain = Counts().read(read_news(data / "corpora" / "news.jsonl.gz", joined=False)).forms
    for name, rows in zip(("joiners.tsv", "joiner_weights.tsv"), build(careful, rest, plain), strict=True):
        (options.into / name).write_text("".join(f"{row}\n" for row in rows), encoding="utf-8")


if __name__ == "__main__":
    main()
