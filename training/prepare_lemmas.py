"""Write the pairs of word and lemma that stanza's lemmatizer trains on, one pair a line.

    python -m training.prepare_lemmas --data $RAVABET_DATA --work WORK

Needs `WORK/vectors.pt`. Each pair of word and tag
stands once, with the lemma PerDT prefers. Words that have a vector but stand in no treebank
are added where morphology leaves no doubt: verb forms that belong to one verb of hazm's list,
and plurals, comparatives and possessives whose stem is a word. Writes `WORK/lemma.train.conllu`
and `WORK/lemma.dev.conllu`.
"""

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from hazm import Conjugation
from hazm.utils import default_verbs

from pipeline.tag.spelling import model_form
from training.prepare_ner import known_words
from training.prepare_treebanks import read_all
from training.treebanks import Sentence, Word, write_treebank

PREFERENCE = 3  # how many votes a PerDT lemma counts
_JOINER = "\N{ZERO WIDTH NON-JOINER}"
_NOUN_ENDINGS = ("ها", "های", "هایی", "هایش", "هایشان", "هایم", "هایمان", "اش", "شان", "مان", "ام", "ای")
_ADJECTIVE_ENDINGS = ("تر", "ترین", "تری")

Pair = tuple[str, str]


def treebank_pairs(sentences: Iterable[tuple[Sentence, int]]) -> dict[Pair, str]:
    """The lemma that most votes are for, for every word with its tag."""
    votes: defaultdict[Pair, Counter[str]] = defaultdict(Counter)
    for sentence, weight in sentences:
        for word in sentence:
            votes[word.form, word.upos][word.lemma] += weight
    return {pair: lemmas.most_common(1)[0][0] for pair, lemmas in votes.items()}


def verb_pairs(known: frozenset[str]) -> Iterator[tuple[Pair, str]]:
    """Known forms of the verbs of hazm's list, with the past stem as lemma; forms of several verbs are left out."""
    owners: defaultdict[str, set[str]] = defaultdict(set)
    conjugation = Conjugation()
    for verb in Path(default_verbs).read_text(encoding="utf-8").split():
        past, _, present = verb.partition("#")
        if past and present:
            for form in conjugation.get_all(verb):
                owners[model_form(form)].add(model_form(past))
    for form, lemmas in sorted(owners.items()):
        if form in known and len(lemmas) == 1:
            yield (form, "VERB"), next(iter(lemmas))


def suffix_pairs(known: frozenset[str]) -> Iterator[tuple[Pair, str]]:
    """Known words that end in a joined suffix, with the known word before the suffix as lemma."""
    for word in sorted(known):
        stem, _, ending = word.rpartition(_JOINER)
        if stem in known and ending in _NOUN_ENDINGS:
            yield (word, "NOUN"), stem
        elif stem in known and ending in _ADJECTIVE_ENDINGS:
            yield (word, "ADJ"), stem


def _one_word_sentences(pairs: dict[Pair, str]) -> Iterator[Sentence]:
    for (form, upos), lemma in sorted(pairs.items()):
        yield (Word(form, lemma, upos, "_", 0, "root"),)


def main() -> None:
    """Run the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--work", type=Path, required=True)
    options = parser.parse_args()
    known = known_words(options.work / "vectors.pt")
    banks = read_all(options.data)
    weighted = [(s, PREFERENCE) for s in banks.perdt] + [(s, 1) for s in (*banks.seraji, *banks.iperudt)]
    pairs = {**dict(suffix_pairs(known)), **dict(verb_pairs(known)), **treebank_pairs(weighted)}
    write_treebank(options.work / "lemma.train.conllu", _one_word_sentences(pairs))
    write_treebank(options.work / "lemma.dev.conllu", banks.choosing)
    print(f"{options.work / 'lemma.train.conllu'}: {len(pairs)} pairs")


if __name__ == "__main__":
    main()
