"""Restore joiners in treebank text that lost them: ours and other normalizers, F1 over joiners.

Usage: RAVABET_DATA=DIR python -m benchmarks.joiners [--split dev|test] [--tables FOLDER] [--write]

Every joiner is dropped, or made a space; what a normalizer puts back is compared by the
count of letters before it. Peers that are not installed are left out. `--write` renews joiners.md.
"""

import argparse
import importlib
import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from pipeline.normalize import joiners, normalize_string
from pipeline.normalize.evidence import Evidence
from pipeline.normalize.letters import clean
from pipeline.normalize.text import mend
from pipeline.normalize.vocabulary import load_vocabulary
from pipeline.persian import ZWNJ, fold

Normalizer = Callable[[str], str]
COLUMNS = ("PerDT, dropped", "PerDT, as spaces", "Seraji, dropped", "Seraji, as spaces", "PerDT kept", "Seraji kept")
RESULT = Path(__file__).with_suffix(".md")


@dataclass(frozen=True, slots=True)
class Score:
    """Precision, recall and F1 in per cent."""

    precision: float
    recall: float
    f1: float

    @classmethod
    def of(cls, right: int, wrong: int, missed: int) -> "Score":
        """From the counts."""
        precision, recall = 100 * right / max(right + wrong, 1), 100 * right / max(right + missed, 1)
        return cls(precision, recall, 2 * precision * recall / max(precision + recall, 1e-9))

    def __str__(self) -> str:
        return f"{self.precision:.1f} / {self.recall:.1f} / **{self.f1:.1f}**"


def sentences(path: Path) -> list[str]:
    """The treebank's sentences, letters cleaned, joiners as they stand."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [clean(line.removeprefix("# text = "))[0] for line in lines if line.startswith("# text = ")]


def places(text: str) -> set[int]:
    """How many letters stand before each joiner."""
    letters, found = 0, set()
    for character in text:
        if character == ZWNJ:
            found.add(letters)
        elif character.isalpha():
            letters += len(fold(character))
    return found


def score(normalizer: Normalizer, gold: Iterable[str], loss: str) -> Score:
    right = wrong = missed = 0
    for sentence in gold:
        due, found = places(sentence), places(normalizer(sentence.replace(ZWNJ, loss)))
        right, wrong, missed = right + len(due & found), wrong + len(found - due), missed + len(due - found)
    return Score.of(right, wrong, missed)


def unchanged(normalizer: Normalizer, gold: list[str]) -> float:
    """Per cent of words of the untouched text that stay as they are."""
    words = list(chain.from_iterable(sentence.split() for sentence in gold))
    kept = sum(len({*enumerate_words(sentence)} & {*enumerate_words(normalizer(sentence))}) for sentence in gold)
    return 100 * kept / len(words)


def enumerate_words(text: str) -> Iterator[tuple[int, str]]:
    """Words by the number of letters before them."""
    letters = 0
    for word in text.split():
        yield letters, word
        letters += len(word.replace(ZWNJ, ""))


def peers() -> Iterator[tuple[str, Normalizer]]:
    """The normalizers at hand by name."""
    yield "ravabet", normalize_string
    for name, module, kind in (
        ("hazm", "hazm", "Normalizer"),
        ("shekar", "shekar", "Normalizer"),
        ("parsivar", "parsivar", "Normalizer"),
    ):
        try:
            yield name, getattr(importlib.import_module(module), kind)().normalize
        except ImportError:
            continue


def from_tables(folder: Path) -> Normalizer:
    """Our normalizer with the tables of another folder."""
    table = joiners.read_table(folder)
    other = joiners.Joiners(table, Evidence(table.pieces, load_vocabulary()))
    return lambda text: mend(*clean(text), other)[0]


def rows(systems: Iterable[tuple[str, Normalizer]], split: str) -> Iterator[str]:
    data = Path(os.environ["RAVABET_DATA"]) / "treebanks"
    texts = {name: sentences(data / f"{name}-{split}.conllu") for name in ("perdt", "seraji")}
    for name, normalizer in systems:
        cells = [str(score(normalizer, gold, loss)) for gold in texts.values() for loss in ("", " ")]
        cells += [f"{unchanged(normalizer, gold):.2f}" for gold in texts.values()]
        yield f"| {name} | {' | '.join(cells)} |"


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure how well lost joiners are restored.")
    parser.add_argument("--split", choices=("dev", "test"), default="test")
    parser.add_argument("--tables", type=Path)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    systems = [("tables", from_tables(options.tables))] if options.tables else list(peers())
    lines = [
        f"Joiners restored in the {options.split} sentences, precision / recall / F1 in per cent;",
        "last, the words of the untouched sentences that stay as they are, in per cent.",
        "",
        f"| normalizer | {' | '.join(COLUMNS)} |",
        "|---|---|---|---|---|---|---|",
        *rows(systems, options.split),
    ]
    print("\n".join(lines))
    if options.write:
        RESULT.write_text("# Joiners\n\n" + "\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
