"""Put predicted tags into the parser's training files, since in use it reads predicted tags.

    python -m training.retag --work WORK

Needs `WORK/pos.pt`, its vectors `WORK/grammar.pt` and the files of training.prepare_treebanks;
writes `WORK/dep.train.conllu` and `WORK/dep.dev.conllu`.
"""

import argparse
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import torch
from stanza.models.common.doc import Document
from stanza.models.common.pretrain import Pretrain
from stanza.models.common.utils import unsort
from stanza.models.pos.data import Dataset
from stanza.models.pos.trainer import Trainer

from training.treebanks import Sentence, Word, write_treebank


def read_columns(path: Path) -> list[Sentence]:
    """Read what training.treebanks.write_treebank wrote."""
    sentences = []
    for block in path.read_text(encoding="utf-8").strip().split("\n\n"):
        rows = [line.split("\t") for line in block.split("\n")]
        sentences.append(tuple(Word(row[1], row[2], row[3], row[5], int(row[6]), row[7]) for row in rows))
    return sentences


def predicted_tags(sentences: Sequence[Sentence], work: Path) -> list[list[list[str]]]:
    """The universal tag, other tag and features that `WORK/pos.pt` gives every word."""
    vectors = Pretrain(str(work / "grammar.pt"))
    trainer = Trainer(pretrain=vectors, model_file=str(work / "pos.pt"), device="cpu", args={})
    document = Document([[{"id": n, "text": word.form} for n, word in enumerate(words, 1)] for words in sentences])
    data = Dataset(document, trainer.args, vectors, vocab=trainer.vocab, evaluation=True, sort_during_eval=True)
    tags: list[list[list[str]]] = []
    order: list[int] = []
    with torch.no_grad():
        for batch in data.to_length_limited_loader(64, 5000):
            order += batch[-1]
            tags += trainer.predict(batch)
    return list(unsort(tags, order))


def main() -> None:
    """Run the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--work", type=Path, required=True)
    options = parser.parse_args()
    torch.set_num_threads(1)
    for part in ("train", "dev"):
        sentences = read_columns(options.work / f"ud.{part}.conllu")
        tags = predicted_tags(sentences, options.work)
        rows = zip(sentences, tags, strict=True)
        retagged = [tuple(replace(word, upos=tag[0]) for word, tag in zip(*row, strict=True)) for row in rows]
        write_treebank(options.work / f"dep.{part}.conllu", retagged)
        both = zip(sentences, retagged, strict=True)
        pairs = [(old.upos, new.upos) for row in both for old, new in zip(*row, strict=True)]
        print(
            f"dep.{part}.conllu: {100 * sum(a == b for a, b in pairs) / len(pairs):.1f} % of the tags are the gold ones"
        )


if __name__ == "__main__":
    main()
