"""Measure the shipped language models on the test files of the treebanks and name corpora.

    python -m benchmarks.language --data $RAVABET_DATA

Tokens are the gold surface tokens, tags and lemmas that the parser reads are predicted ones.
Prints a table and writes it to `benchmarks/language.md`.
"""

import argparse
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from pipeline.model import Article, Document, Text, Token
from pipeline.tag.spelling import model_form
from pipeline.tag.tagger import DEFAULT_MODELS, Tagger
from training.ner_corpora import COLUMNS, TENTHS, TESTS, Tagged, read_names, tenths
from training.prepare_ner import known_words
from training.treebanks import read_treebank

TREEBANKS = ("perdt-test", "seraji-test")
REPORT = Path(__file__).with_name("language.md")
Span = tuple[int, int, int, str]


@dataclass(frozen=True, slots=True)
class Score:
    """One figure of the table."""

    data: str
    measure: str
    value: float
    of: int


def document(sentences: Iterable[Sequence[str]]) -> Document:
    """A document of the given words, with a blank between words and a line break between sentences."""
    rows, at = [], 0
    for words in sentences:
        tokens = []
        for word in words:
            tokens.append(Token(word, at, at + len(word)))
            at += len(word) + 1
        rows.append(tuple(tokens))
    return Document(Text(Article("benchmark", "", ""), "", ()), tuple(rows))


def treebank_scores(tagger: Tagger, path: Path) -> list[Score]:
    """Accuracy of tags, lemmas, heads and labelled heads over all surface tokens, punctuation included."""
    gold = read_treebank(path)
    (tagged,) = tagger.tag([document([word.form for word in words] for words in gold)], lambda _: True)
    pairs = [
        pair for words, tokens in zip(gold, tagged.sentences, strict=True) for pair in zip(words, tokens, strict=True)
    ]
    hits = {
        "UPOS": sum(word.upos == token.upos for word, token in pairs),
        "UPOS, PROPN as NOUN": sum(_common(word.upos) == _common(token.upos) for word, token in pairs),
        "lemma": sum(model_form(word.lemma) == model_form(token.lemma) for word, token in pairs),
        "UAS": sum(word.head == token.head for word, token in pairs),
        "LAS": sum((word.head, word.deprel) == (token.head, token.deprel) for word, token in pairs),
    }
    return [Score(path.stem, measure, hit / len(pairs), len(pairs)) for measure, hit in hits.items()]


def _common(upos: str) -> str:
    """Seraji has no proper nouns."""
    return "NOUN" if upos == "PROPN" else upos


def spans(sentences: Iterable[Sequence[str]]) -> set[Span]:
    """All names of IOB-tagged sentences, as (sentence, first, last, kind)."""
    found = set()
    for number, tags in enumerate(sentences):
        start = None
        for place, tag in enumerate([*tags, "O"]):
            if start is not None and tag != "I-" + tags[start][2:]:
                found.add((number, start, place, tags[start][2:]))
                start = None
            if start is None and tag != "O":
                start = place
    return found


def name_scores(tagger: Tagger, name: str, gold: Sequence[Tagged]) -> list[Score]:
    """Strict precision, recall and F1 of whole names: both ends and the kind must be right."""
    (tagged,) = tagger.tag([document([form for form, _ in words] for words in gold)], lambda _: False)
    expected = spans([tag for _, tag in words] for words in gold)
    actual = spans([token.ner for token in tokens] for tokens in tagged.sentences)
    right = len(expected & actual)
    scores = [Score(name, "names F1", 2 * right / (len(expected) + len(actual)), len(expected))]
    for kind in ("PER", "LOC", "ORG"):
        wanted, found = ({span for span in side if span[3] == kind} for side in (expected, actual))
        scores.append(Score(name, f"{kind} F1", 2 * len(wanted & found) / (len(wanted) + len(found)), len(wanted)))
    return scores


def all_scores(data: Path, models: Path) -> list[Score]:
    """Every figure of the report."""
    tagger = Tagger(models)
    known = known_words(models / "vectors.pt")
    scores = [score for name in TREEBANKS for score in treebank_scores(tagger, data / "treebanks" / f"{name}.conllu")]
    for corpus in TENTHS:
        test = tenths(read_names(data / "ner" / corpus.file, known))[2]
        scores += name_scores(tagger, f"{corpus.file.partition('.')[0]}, last tenth", test)
    for corpus in TESTS:
        own = Tagger(models, names_column=COLUMNS.index(corpus.column))
        scores += name_scores(own, corpus.file.partition(".")[0], read_names(data / "ner" / corpus.file, known))
    return scores


def table(scores: Iterable[Score], tagger: Tagger) -> str:
    """The report as Markdown: the figures, then the models they hold for."""
    lines = ["# Language models, measured", "", __doc__.split("\n\n")[2].replace("\n", " "), ""]
    lines += ["| data | measure | % | of |", "|---|---|---|---|"]
    lines += [f"| {score.data} | {score.measure} | {100 * score.value:.2f} | {score.of} |" for score in scores]
    lines += ["", "| model | SHA-256 |", "|---|---|"]
    lines += [f"| {name} | {value} |" for name, value in tagger.hashes.items()]
    return "\n".join(lines) + "\n"


def main() -> None:
    """Run the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--models", type=Path, default=DEFAULT_MODELS)
    options = parser.parse_args()
    report = table(all_scores(options.data, options.models), Tagger(options.models))
    print(report)
    REPORT.write_text(report, encoding="utf-8")


if __name__ == "__main__":
    main()
