"""Let trained models annotate PerDT's raw train text, as further sentences for the next models to learn from.

    python -m training.silver --data $RAVABET_DATA --work WORK [--models pipeline/models]

These tags and trees are no better than their teachers, but they show the next models many more
words, in sentences of the target kind; and the name model is among the teachers, which knows
more proper nouns. Writes `WORK/ud.silver.conllu`.
"""

import argparse
import random
from pathlib import Path

from hazm import WordTokenizer

from pipeline.model import Article, Document, TaggedToken, Text, Token
from pipeline.tag.spelling import model_form
from pipeline.tag.tagger import DEFAULT_MODELS, Tagger
from training.treebanks import Sentence, Word, write_treebank

SENTENCES = 9_000
SHORTEST, LONGEST = 4, 60


def raw_sentences(data: Path, seed: int) -> list[list[str]]:
    """A sample of the raw sentences, cut into surface tokens."""
    lines = (data / "treebanks" / "perdt-train-raw.txt").read_text(encoding="utf-8").splitlines()
    cut = WordTokenizer(join_verb_parts=False)
    sample = random.Random(seed).sample(lines, SENTENCES)
    return [words for words in map(cut.tokenize, sample) if SHORTEST <= len(words) <= LONGEST]


def as_document(sentences: list[list[str]]) -> Document:
    """The sentences as tokens; offsets are of no use here."""
    rows = tuple(tuple(Token(word, 0, len(word)) for word in words) for words in sentences)
    return Document(Text(Article("silver", "", ""), "", ()), rows)


def as_sentence(tokens: tuple[TaggedToken, ...]) -> Sentence:
    """A parsed sentence as a treebank holds it."""
    return tuple(
        Word(model_form(token.text), model_form(token.lemma), token.upos, token.feats or "_", token.head, token.deprel)
        for token in tokens
    )


def main() -> None:
    """Run the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--models", type=Path, default=DEFAULT_MODELS, help="the models that tag")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    given = as_document(raw_sentences(options.data, options.seed))
    (tagged,) = Tagger(options.models).tag([given], lambda _: True)
    write_treebank(options.work / "ud.silver.conllu", map(as_sentence, tagged.sentences))


if __name__ == "__main__":
    main()
