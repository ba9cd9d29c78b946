"""Write the treebanks as the files that stanza's taggers, lemmatizer and parser train on.

    python -m training.prepare_treebanks --data $RAVABET_DATA --work WORK

Training: PerDT dev and Seraji dev but for the sentences held out, iPerUDT train and dev. Every
tenth sentence of PerDT dev is held out for choosing. Test files are never read.
Writes `WORK/ud.train.conllu`, `WORK/ud.dev.conllu`.
"""

import argparse
from dataclasses import replace
from pathlib import Path

from pipeline.tag.spelling import model_form
from training.treebanks import Sentence, read_treebank, write_treebank

TRAINING_FILES = ("perdt-dev.conllu", "seraji-dev.conllu", "iperudt-train.conllu", "iperudt-dev.conllu")
HELD_OUT_FROM = "perdt-dev.conllu"
HELD_OUT_EVERY = 10


def spelled(sentence: Sentence) -> Sentence:
    """Spell forms and lemmas as the models see words."""
    return tuple(replace(word, form=model_form(word.form), lemma=model_form(word.lemma)) for word in sentence)


def parted(data: Path) -> tuple[list[Sentence], list[Sentence]]:
    """The training sentences and the sentences held out for choosing."""
    training: list[Sentence] = []
    choosing: list[Sentence] = []
    for name in TRAINING_FILES:
        for number, sentence in enumerate(read_treebank(data / "treebanks" / name)):
            held_out = name == HELD_OUT_FROM and number % HELD_OUT_EVERY == 0
            (choosing if held_out else training).append(spelled(sentence))
    return training, choosing


def main() -> None:
    """Run the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--work", type=Path, required=True)
    options = parser.parse_args()
    options.work.mkdir(parents=True, exist_ok=True)
    for name, sentences in zip(("train", "dev"), parted(options.data), strict=True):
        target = options.work / f"ud.{name}.conllu"
        write_treebank(target, sentences)
        print(f"{target}: {len(sentences)} sentences, {sum(map(len, sentences))} words")


if __name__ == "__main__":
    main()
