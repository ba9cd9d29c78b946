"""Mine the news corpus for predicates: light-verb constructions, verbs and event nouns between two actors.

    python -m training.mine_predicates --corpus NEWS.jsonl.gz [--annotations FOLDER] [--out FILE]

counts them in sentences that name two countries, bodies or people, and measures in the evidence of the
annotated relations which kind each goes with. The table holds words and figures, no sentences; the last
column names the frames that hold the phrase already, so the rows without one are what to write next.
"""

import argparse
import csv
import gzip
import json
import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Any

from pipeline.lexicon import Lexicon, load_lexicon
from pipeline.lexicon.frames import Frame
from pipeline.lexicon.match import key_of
from pipeline.lexicon.verbs import Conjugation, VerbForm
from pipeline.normalize import normalize_string
from pipeline.persian import fold
from pipeline.relations.words import keys

ANNOTATIONS = Path(__file__).parent / "annotations"
TABLE = Path(__file__).parent / "predicates_mined.csv"
COLUMNS = ("phrase", "type", "count", "evidence", "kind", "share", "log_odds", "next_kind", "next_share", "frames")
ACTORS = frozenset({"country", "demonym", "capital", "organization", "acronym", "body", "person", "surname"})
STANDING = frozenset({"OFFICE", "MEMBER"})
_LIGHT = (
    "کرد#کن شد#شو داد#ده داشت#دار گرفت#گیر زد#زن برد#بر آورد#آور خورد#خور یافت#یاب نمود#نما کشید#کش بست#بند "
    "گذاشت#گذار ورزید#ورز رساند#رسان رسید#رس گفت#گو خواند#خوان دانست#دان گشت#گرد گردید#گرد پرداخت#پرداز "
    "خواست#خواه پیوست#پیوند فرستاد#فرست انداخت#انداز"
)
LIGHT = frozenset(_LIGHT.split())
SENTENCE = re.compile(r"[.!؟?؛\n]+")
WORD = re.compile(r"[\w\u200c]+")
LEAST_NOUN = 4  # light-verb uses that make a word an event noun
LEAST_EVIDENCE = 4
SHORTEST = 3  # letters of a noun; shorter words before a verb are particles
MOST_ROWS = 3000
SMOOTHING = 0.5


@dataclass(frozen=True, slots=True, order=True)
class Predicate:
    """A candidate: the words of a frame's phrase, and whether it is a light verb's noun, a verb or a noun."""

    phrase: tuple[str, ...]
    type: str


@dataclass(slots=True)
class Counts:
    """How often each predicate stands between two actors, and in the evidence of each kind."""

    corpus: Counter[Predicate] = field(default_factory=Counter)
    evidence: dict[str, Counter[Predicate]] = field(default_factory=lambda: defaultdict(Counter))
    spans: Counter[str] = field(default_factory=Counter)


def articles(corpus: Path) -> Iterator[dict[str, Any]]:
    """The articles of a gzipped JSON Lines corpus."""
    with gzip.open(corpus, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def sentences(text: str) -> Iterator[list[str]]:
    """The words of every sentence, in the spelling of the lexicon."""
    for part in SENTENCE.split(normalize_string(text)):
        words = WORD.findall(part)
        if len(words) > 2:
            yield words


def predicates(words: list[str], conjugation: Conjugation, nouns: frozenset[str]) -> Iterator[Predicate]:
    """The predicates of a sentence: verbs, the noun before a light verb, and event nouns that stand alone."""
    readings = [_verb(word, conjugation) for word in words]
    for at, word in enumerate(words):
        form, after = readings[at], readings[at + 1] if at + 1 < len(words) else None
        if form is not None and form.lemma not in LIGHT:
            yield Predicate((form.lemma,), "verb")
        elif form is None and after is not None and after.lemma in LIGHT and len(word) >= SHORTEST:
            yield Predicate((fold(word), after.lemma), "light-verb")
        elif form is None:
            for stem in sorted(keys(word) & nouns, key=len, reverse=True)[:1]:
                yield Predicate((stem,), "noun")


def _verb(word: str, conjugation: Conjugation) -> VerbForm | None:
    """The first reading of a word as a verb; a bare past stem is mostly a noun unless it is a light verb."""
    form = next(iter(conjugation.readings(word)), None)
    return None if form is None or (form.bare and form.lemma not in LIGHT) else form


def has_two_actors(words: list[str], lexicon: Lexicon) -> bool:
    """Whether a sentence names two different countries, bodies or people."""
    return len(_actors(words, lexicon)) > 1


def _actors(words: list[str], lexicon: Lexicon) -> set[str]:
    return {hit.id for hit in lexicon.matcher.find([key_of(word) for word in words]) if hit.kind in ACTORS}


def corpus_sentences(corpus: Path, lexicon: Lexicon, step: int) -> list[list[str]]:
    """The sentences of every `step`th article of the corpus that name two actors."""
    texts = (row["text"] for row in islice(articles(corpus), 0, None, step))
    return [words for text in texts for words in sentences(text) if has_two_actors(words, lexicon)]


def event_nouns(found: Iterable[list[str]], lexicon: Lexicon) -> frozenset[str]:
    """Words that stand before light verbs often enough to name an event on their own, and are no name of an actor."""
    conjugation, nothing = lexicon.grammar.conjugation, frozenset[str]()
    every = (one for words in found for one in predicates(words, conjugation, nothing))
    seen = Counter(one.phrase[0] for one in every if one.type == "light-verb")
    often = (word for word, times in seen.items() if times >= LEAST_NOUN)
    return frozenset(word for word in often if not _actors([word], lexicon))


def count(corpus: Path, annotations: Path, lexicon: Lexicon, step: int) -> Counts:
    """Count all predicates in the corpus and in the evidence of the annotated relations."""
    counts, conjugation = Counts(), lexicon.grammar.conjugation
    found = corpus_sentences(corpus, lexicon, step)
    labelled = [(kind, list(sentences(text))) for kind, text in evidence(annotations, corpus)]
    nouns = event_nouns(found + [words for _, parts in labelled for words in parts], lexicon)
    for words in found:
        counts.corpus.update(set(predicates(words, conjugation, nouns)))
    for kind, parts in labelled:
        counts.spans[kind] += 1
        counts.evidence[kind].update({one for words in parts for one in predicates(words, conjugation, nouns)})
    return counts


def evidence(annotations: Path, corpus: Path) -> Iterator[tuple[str, str]]:
    """Kind and words of every different evidence of the annotated relations."""
    tables = [json.loads(path.read_text(encoding="utf-8")) for path in sorted(annotations.glob("*.json"))]
    spans = {(one["source"], one["source_id"]): _spans(one["relations"]) for table in tables for one in table}
    for row in articles(corpus):
        whole = f"{row['title']}\n{row['text']}"
        for kind, start, end in spans.get((row["source"], row["id"]), ()):
            yield kind, whole[start:end]


def _spans(relations: Iterable[Mapping[str, Any]]) -> list[tuple[str, int, int]]:
    return sorted({(one["type"], *one["evidence"]) for one in relations if one["type"] not in STANDING})


def log_odds(predicate: Predicate, kind: str, counts: Counts) -> float:
    """How much likelier evidence of this kind holds the predicate than evidence of all others, in bits."""
    inside = _odds(counts.evidence[kind][predicate], counts.spans[kind])
    rest = sum(counts.evidence[other][predicate] for other in counts.spans if other != kind)
    return math.log2(inside / _odds(rest, counts.spans.total() - counts.spans[kind]))


def _odds(hits: int, total: int) -> float:
    return (hits + SMOOTHING) / (total - hits + SMOOTHING)


def covering(predicate: Predicate, frames: Mapping[str, frozenset[tuple[str, ...]]]) -> str:
    """The frames that hold the predicate, with or without its light verb or a gap before it."""
    head = predicate.phrase[0]
    wanted = {predicate.phrase, (head,), (head, "…", *predicate.phrase[1:])}
    return " ".join(name for name, phrases in frames.items() if wanted & phrases)


def table(counts: Counts, frames: Iterable[Frame], least: int) -> Iterator[list[object]]:
    """The rows of the table, the most frequent predicate first."""
    known = {frame.id: frozenset(frame.phrases) for frame in frames}
    often = {one for one, times in counts.corpus.items() if times >= least}
    told = sum(counts.evidence.values(), Counter[Predicate]())
    often |= {one for one, times in told.items() if times >= LEAST_EVIDENCE}
    for predicate in sorted(often, key=lambda one: (-counts.corpus[one], -told[one], one))[:MOST_ROWS]:
        by_kind = Counter({kind: found[predicate] for kind, found in sorted(counts.evidence.items())})
        seen = told[predicate]
        (first, most), (second, more) = [*by_kind.most_common(2), ("", 0), ("", 0)][:2]
        bits = round(log_odds(predicate, first, counts), 2) if most else ""
        ends = [first if most else "", _share(most, seen), bits, second if more else "", _share(more, seen)]
        yield [
            " ".join(predicate.phrase),
            predicate.type,
            counts.corpus[predicate],
            seen,
            *ends,
            covering(predicate, known),
        ]


def _share(part: int, whole: int) -> object:
    return round(part / whole, 2) if part else ""


def main() -> None:
    """Write the table of predicates."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--annotations", type=Path, default=ANNOTATIONS)
    parser.add_argument("--step", type=int, default=1, help="read every so manieth article only")
    parser.add_argument("--least", type=int, default=12, help="the smallest count that gets a row")
    parser.add_argument("--out", type=Path, default=TABLE)
    options = parser.parse_args()
    lexicon = load_lexicon((), normalize_string)
    counts = count(options.corpus, options.annotations, lexicon, options.step)
    rows = list(table(counts, lexicon.grammar.frames, options.least))
    with options.out.open("w", encoding="utf-8", newline="") as handle:
        writer = csv.writer(handle, lineterminator="\n")
        writer.writerow(COLUMNS)
        writer.writerows(rows)
    print(f"{len(rows)} predicates, {sum(bool(row[-1]) for row in rows)} of them in a frame, in {options.out.name}")


if __name__ == "__main__":
    main()
