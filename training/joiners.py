"""Rebuild the joiner tables of `pipeline/normalize` from treebanks and news.

Usage: RAVABET_DATA=DIR python -m training.joiners [--into FOLDER]

Counts how words are written where joiners are kept with care, settles each word and
each pair of words by majority, learns weights for what was never seen, and keeps only
what the weights alone would get wrong or what is frequent. Test files are not read.
Sources of the facts: UD Persian PerDT and Seraji (CC BY-SA 4.0), iPerUDT (CC0), the ARMAN
and ParsNER name corpora, and news of ISNA, Fars, AsrIran, Hamshahri and Radio Farda.
"""

import argparse
import gzip
import json
import os
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from math import log
from pathlib import Path

from pipeline.normalize.evidence import Evidence, Piece
from pipeline.normalize.joiners import Joiners, Table, strength
from pipeline.normalize.letters import clean
from pipeline.normalize.vocabulary import cuts_of, load_vocabulary
from pipeline.persian import LETTER_CLASS, ZWNJ
from training.logistic import Example, Logistic

# Weights by file: the two treebanks part ways in places, and one is thirty times as large as the other.
CAREFUL = {"perdt-dev.conllu": 50, "seraji-dev.conllu": 500, "perdt-train-raw.txt": 50}
INFORMAL = ("iperudt-train.conllu", "iperudt-dev.conllu")
TAGGED = {"arman_train1.conll": 10, "parsner_news_train.conll": 1}
FOLDS = 5
FREQUENT = 100
SMALLEST = 0.08
_WORD = re.compile(f"[{LETTER_CLASS}]+(?:{ZWNJ}[{LETTER_CLASS}]+)*")
_NO_JOINERS = ("hamshahri", "ham_test")
_TARGET = Path(__file__).parents[1] / "pipeline" / "normalize"


Line = tuple[str, int]


@dataclass(slots=True)
class Counts:
    """Forms and pairs of neighbouring pieces, joined and apart."""

    forms: Counter[str] = field(default_factory=Counter)
    joined: Counter[tuple[str, str]] = field(default_factory=Counter)
    apart: Counter[tuple[str, str]] = field(default_factory=Counter)

    def read(self, lines: Iterable[str], weight: int = 1) -> "Counts":
        """Count the words of some lines, each so many times."""
        for run in _runs(lines):
            for word in run:
                self.forms[word] += weight
            for left, right, joined in _pairs(run):
                (self.joined if joined else self.apart)[left, right] += weight
        return self

    def read_all(self, lines: Iterable["Line"]) -> "Counts":
        """Count lines that bring their own weight."""
        for line, weight in lines:
            self.read((line,), weight)
        return self

    def plus(self, other: "Counts") -> "Counts":
        """These counts and others."""
        return Counts(self.forms + other.forms, self.joined + other.joined, self.apart + other.apart)

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
        yield from ((left, right, True) for left, right in pairwise(pieces))
        last = pieces[-1]


def read_lines(path: Path) -> list[str]:
    """The sentences of a treebank or of a plain text, letters cleaned."""
    lines = path.read_text(encoding="utf-8").splitlines()
    if path.suffix == ".conllu":
        lines = [line.removeprefix("# text = ") for line in lines if line.startswith("# text = ")]
    return [clean(line)[0] for line in lines if line]


def read_tagged(path: Path) -> Iterator[str]:
    """The sentences of a name corpus, tokens parted by spaces."""
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        yield clean(" ".join(line.split("\t")[0].strip() for line in block.splitlines()))[0]


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
        examples += [(["", *names], at in cuts, importance) for at, names in evidence.inside("".join(pieces), own)]
    return _fit(examples)


def learn_between(careful: list[Line], news: Counts) -> dict[str, float]:
    """Weights for joining two pieces that were not seen together, each fold judged by the counts of the others."""
    examples: list[Example] = []
    for fold in range(FOLDS):
        known = Counts().read_all(line for at, line in enumerate(careful) if at % FOLDS != fold).plus(news)
        evidence = Evidence(known.pieces(), load_vocabulary())
        here = Counts().read_all(careful[fold::FOLDS])
        for pairs, label in ((here.joined, True), (here.apart, False)):
            for pair in sorted(pairs):
                if pair not in known.joined and pair not in known.apart and evidence.may_join(*pair):
                    examples.append((["", *evidence.between(*pair)], label, 1.0))
    return _fit(examples)


def _fit(examples: list[Example]) -> dict[str, float]:
    model = Logistic(sparsity=1.5)
    model.fit(examples)
    return {"": 0.0} | {name: weight for name, weight in model.weights().items() if abs(weight) >= SMALLEST or not name}


def build(careful: list[Line], news: Counts, plain: Mapping[str, int]) -> tuple[list[str], list[str]]:
    """The lines of joiners.tsv and of joiner_weights.tsv."""
    treebank = Counts().read_all(careful)
    counts = treebank.plus(news)
    pieces = counts.pieces()
    evidence = Evidence(pieces, load_vocabulary())
    inside = learn_inside(_rare(careful, news), evidence)
    between = learn_between(careful, news)
    model = Joiners(Table({}, {}, pieces, inside, between), evidence)
    rows = [*_form_rows(settle_forms(counts, plain), model), *_pair_rows(counts, model)]
    rows += [f"piece\t{name}\t{_numbers(piece)}" for name, piece in pieces.items()]
    weights = [("inside", inside), ("between", between)]
    return rows, [f"{kind}\t{name}\t{weight:.2f}" for kind, table in weights for name, weight in table.items()]


def _numbers(piece: Piece) -> str:
    fields = (piece.begins, piece.ends, piece.joined_after, piece.free_after, piece.joined_before, piece.free_before)
    return "\t".join(map(str, fields))


def _rare(careful: list[Line], news: Counts) -> Iterator[tuple[str, float]]:
    """Forms that stand for what will be unknown: seldom seen, the careful ones counting in full."""
    treebank = Counts().read(line for line, _ in careful)
    for form, count in sorted(treebank.forms.items()):
        if count <= 3 and len(form) > 2:
            yield form, 1.0
    for form, count in sorted(news.forms.items()):
        if ZWNJ in form and count <= 8 and form not in treebank.forms:
            yield form, 0.3


def _form_rows(forms: Mapping[str, tuple[str, int, int]], model: Joiners) -> Iterator[str]:
    """Frequent joined forms, and whatever the weights alone would get wrong."""
    for key, (form, count, others) in forms.items():
        if (ZWNJ in form and count >= FREQUENT) or model.word(key) != form:
            yield f"form\t{form.replace(ZWNJ, '|')}\t{count}\t{others}"


def _pair_rows(counts: Counts, model: Joiners) -> Iterator[str]:
    """Frequent joined pairs, and whatever the weights alone would get wrong."""
    for left, right in sorted({*counts.joined, *counts.apart}):
        joined, apart = counts.joined[left, right], counts.apart[left, right]
        score = model.pair_score(left, right)
        settled = strength(max(score, -6.0) + log((joined + 2) / (apart + 2)))
        if settled != strength(score) or (settled and joined >= FREQUENT):
            yield f"{('apart', 'likely', 'sure')[settled]}\t{left}|{right}\t{joined}\t{apart}"


def main() -> None:
    """Read the reference data and write the two tables."""
    parser = argparse.ArgumentParser(description="Rebuild the joiner tables.")
    parser.add_argument("--into", type=Path, default=_TARGET)
    parser.add_argument(
        "--without", nargs="*", default=[], help="treebank files to leave out, for honest development scores"
    )
    options = parser.parse_args()
    data = Path(os.environ["RAVABET_DATA"])
    used = {name: weight for name, weight in CAREFUL.items() if name not in options.without}
    careful = [(line, weight) for name, weight in used.items() for line in read_lines(data / "treebanks" / name)]
    news = Counts().read(read_news(data / "corpora" / "news.jsonl.gz", joined=True))
    news.read(line for name in INFORMAL for line in read_lines(data / "treebanks" / name))
    for name, weight in TAGGED.items():
        news.read(read_tagged(data / "ner" / name), weight)
    plain = Counts().read(read_news(data / "corpora" / "news.jsonl.gz", joined=False)).forms
    for name, rows in zip(("joiners.tsv", "joiner_weights.tsv"), build(careful, news, plain), strict=True):
        (options.into / name).write_text("".join(f"{row}\n" for row in rows), encoding="utf-8")


if __name__ == "__main__":
    main()
