"""Write the treebanks as the files that stanza's taggers, lemmatizer and parser train on.

    python -m training.prepare_treebanks --data $RAVABET_DATA --work WORK

Training: PerDT dev but for the sentences held out (twice), Seraji dev, every second sentence of
iPerUDT train and dev, so that the informal texts do not prevail. Every tenth sentence of
PerDT dev is held out for choosing. Test files are never read. Needs `WORK/ner.pt` and
`WORK/vectors.pt` to find proper nouns in Seraji. Writes `WORK/ud.train.conllu` and
`WORK/ud.dev.conllu`.
"""

import argparse
from dataclasses import dataclass, replace
from pathlib import Path

from pipeline.tag.spelling import model_form
from training.proper_nouns import with_proper_nouns
from training.treebanks import Sentence, read_treebank, write_treebank

HELD_OUT_EVERY = 10
PERDT_TIMES = 2
IPERUDT_EVERY = 2


@dataclass(frozen=True, slots=True)
class Treebanks:
    """The sentences to train on, by treebank, and those held out of PerDT for choosing."""

    perdt: list[Sentence]
    seraji: list[Sentence]
    iperudt: list[Sentence]
    choosing: list[Sentence]


def spelled(sentence: Sentence) -> Sentence:
    """Spell forms and lemmas as the models see words."""
    return tuple(replace(word, form=model_form(word.form), lemma=model_form(word.lemma)) for word in sentence)


def read_all(data: Path) -> Treebanks:
    """Read the treebanks that may be trained on."""

    def read(name: str) -> list[Sentence]:
        return [spelled(sentence) for sentence in read_treebank(data / "treebanks" / f"{name}.conllu")]

    perdt = read("perdt-dev")
    kept = [sentence for number, sentence in enumerate(perdt) if number % HELD_OUT_EVERY]
    return Treebanks(kept, read("seraji-dev"), read("iperudt-train") + read("iperudt-dev"), perdt[::HELD_OUT_EVERY])


def main() -> None:
    """Run the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--work", type=Path, required=True)
    options = parser.parse_args()
    banks = read_all(options.data)
    seraji = with_proper_nouns(banks.seraji, banks.perdt, options.work)
    training = [*banks.perdt * PERDT_TIMES, *seraji, *banks.iperudt[::IPERUDT_EVERY]]
    for name, sentences in (("train", training), ("dev", banks.choosing)):
        target = options.work / f"ud.{name}.conllu"
        write_treebank(target, sentences)
        print(f"{target}: {len(sentences)} sentences, {sum(map(len, sentences))} words")


if __name__ == "__main__":
    main()
