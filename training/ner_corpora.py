"""Read the name corpora in the tags PER, LOC, ORG and part them into training, choosing and testing.

README.md writes the mapping down. Corpora whose annotators followed other conventions get a
column of tags of their own, so that one model can learn all of them without mixing them up.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from pipeline.tag.spelling import model_form

_JOINER = "\N{ZERO WIDTH NON-JOINER}"
KINDS = {
    "PER": "PER",
    "LOC": "LOC",
    "ORG": "ORG",
    "FAC": "LOC",  # ARMAN: facilities are places
}
TEST_SHARE = 10  # the last tenth of PEYMA and NSURL
CHOOSING_SENTENCES = 400  # from each of the two, just before the test part


@dataclass(frozen=True, slots=True)
class Corpus:
    """One file of names and the column of tags that its conventions train."""

    file: str
    column: str


NEWS, ARMAN = COLUMNS = ("news", "arman")
TENTHS = (Corpus("peyma300k.conll", NEWS), Corpus("nsurl600k.conll", NEWS))
WHOLE = (Corpus("karans.conll", NEWS), Corpus("arman_train1.conll", ARMAN))
TESTS = (Corpus("arman_test1.conll", ARMAN),)
Tagged = tuple[tuple[str, str], ...]


def read_names(path: Path, known: frozenset[str] = frozenset()) -> list[Tagged]:
    """Read token-tab-tag lines as sentences of (form, IOB tag).

    A token with a space inside is joined where the joined form is a known word, else cut in
    two; tags of other kinds than PER, LOC, ORG are dropped.
    """
    sentences = []
    for lines in _blocks(path):
        words = [word for line in lines for word in _words(line, known)]
        if words:
            sentences.append(_repaired(words))
    return sentences


def _blocks(path: Path) -> Iterator[list[str]]:
    lines: list[str] = []
    for line in path.read_text(encoding="utf-8").split("\n"):
        if line.strip():
            lines.append(line)
        elif lines:
            yield lines
            lines = []
    if lines:
        yield lines


def _words(line: str, known: frozenset[str]) -> Iterator[tuple[str, str]]:
    token, _, tag = line.rpartition("\t")
    parts = [part for part in (model_form(piece) for piece in token.split()) if part != "-" or token.strip() == "-"]
    joined = _JOINER.join(parts)
    if len(parts) > 1 and joined in known:
        parts = [joined]
    kind = KINDS.get(tag[2:], "")
    for number, part in enumerate(parts):
        prefix = "B-" if tag.startswith("B-") and number == 0 else "I-"
        yield part, prefix + kind if kind else "O"


def _repaired(words: list[tuple[str, str]]) -> Tagged:
    """Begin every name with B, also where its first token was dropped."""
    repaired: list[tuple[str, str]] = []
    for form, tag in words:
        before = repaired[-1][1][2:] if repaired else ""
        starts = tag.startswith("I-") and before != tag[2:]
        repaired.append((form, "B-" + tag[2:] if starts else tag))
    return tuple(repaired)


def key(sentence: Tagged) -> str:
    """What two copies of a sentence share whatever their joiners and spaces."""
    return "".join(form for form, _ in sentence).replace(_JOINER, "")


def tenths(sentences: list[Tagged]) -> tuple[list[Tagged], list[Tagged], list[Tagged]]:
    """Part a corpus into training, choosing and the last tenth for testing; all three are contiguous."""
    test = len(sentences) - len(sentences) // TEST_SHARE
    choosing = test - CHOOSING_SENTENCES
    return sentences[:choosing], sentences[choosing:test], sentences[test:]


@dataclass(frozen=True, slots=True)
class Split:
    """All name corpora, parted; training sentences are unlike every sentence of the other two parts."""

    training: tuple[tuple[str, Tagged], ...]
    choosing: tuple[Tagged, ...]
    tests: dict[str, tuple[str, tuple[Tagged, ...]]]


def split(folder: Path, known: frozenset[str] = frozenset()) -> Split:
    """Read and part all corpora of a folder."""
    training: list[tuple[str, Tagged]] = []
    choosing: list[Tagged] = []
    tests: dict[str, tuple[str, tuple[Tagged, ...]]] = {}
    for corpus in TENTHS:
        first, second, third = tenths(read_names(folder / corpus.file, known))
        training += ((corpus.column, sentence) for sentence in first)
        choosing += second
        tests[corpus.file.partition(".")[0]] = (corpus.column, tuple(third))
    for corpus in WHOLE:
        training += ((corpus.column, sentence) for sentence in read_names(folder / corpus.file, known))
    for corpus in TESTS:
        tests[corpus.file.partition(".")[0]] = (corpus.column, tuple(read_names(folder / corpus.file, known)))
    held_out = {key(sentence) for sentence in choosing}
    held_out |= {key(sentence) for _, sentences in tests.values() for sentence in sentences}
    return Split(tuple(_unlike(training, held_out)), tuple(choosing), tests)


def _unlike(training: Iterable[tuple[str, Tagged]], seen: set[str]) -> Iterator[tuple[str, Tagged]]:
    for column, sentence in training:
        if key(sentence) not in seen:
            seen.add(key(sentence))
            yield column, sentence
