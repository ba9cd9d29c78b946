"""Finish a model: some hundred steps at a falling learning rate, and the mean of the weights passed on the way.

    python -m training.polish pos|depparse|ner --work WORK

Reads `WORK/<task>.pt` and writes it anew. No silver sentences are used. With --all the sentences that were
held out for choosing are trained on too: there is nothing left to choose.
"""

import argparse
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

import torch
from stanza.models.common.doc import Document
from stanza.models.common.pretrain import Pretrain
from stanza.models.common.utils import set_random_seed
from stanza.models.depparse.data import DataLoader as ParserData
from stanza.models.depparse.trainer import Trainer as ParserTrainer
from stanza.models.ner.data import DataLoader as NameData
from stanza.models.ner.trainer import Trainer as NameTrainer
from stanza.models.pos.data import Dataset, ShuffledDataset
from stanza.models.pos.trainer import Trainer as TagTrainer
from stanza.utils.conll import CoNLL

FALL = 0.1  # the last learning rate, as a share of the first
MEAN_FROM, MEAN_EVERY = 0.3, 10
STEPS = {"pos": 700, "depparse": 700, "ner": 2500}
FIRST_RATE = 0.001
Loaded = tuple[Any, Any]


class Mean:
    """The running mean of a model's weights."""

    def __init__(self) -> None:
        self._sums: dict[str, torch.Tensor] = {}
        self._count = 0

    def add(self, model: torch.nn.Module) -> None:
        """Count the weights as they stand."""
        self._count += 1
        for name, weight in model.named_parameters():
            self._sums[name] = self._sums.get(name, 0) + weight.detach().clone()

    def put(self, model: torch.nn.Module) -> None:
        """Give the model the mean weights."""
        with torch.no_grad():
            for name, weight in model.named_parameters():
                weight.copy_(self._sums[name] / self._count)


def treebank(work: Path, prefix: str, parts: Sequence[str]) -> Document:
    """The training sentences, or these and the held-out ones, as one stanza document."""
    rows = [CoNLL.conll2dict(str(work / f"{prefix}.{part}.conllu"))[0] for part in parts]
    return Document([sentence for sentences in rows for sentence in sentences])


def load_pos(work: Path, parts: Sequence[str]) -> Loaded:
    """The tagger and its training data."""
    vectors = Pretrain(str(work / "grammar.pt"))
    trainer = TagTrainer(pretrain=vectors, model_file=str(work / "pos.pt"), device="cpu", args={})
    data = Dataset(treebank(work, "ud", parts), trainer.args, vectors, vocab=trainer.vocab, evaluation=False)
    return trainer, ShuffledDataset([data], trainer.args["batch_size"])


def load_depparse(work: Path, parts: Sequence[str]) -> Loaded:
    """The parser and its training data."""
    vectors = Pretrain(str(work / "grammar.pt"))
    trainer = ParserTrainer.load(str(work / "depparse.pt"), vectors, device="cpu")
    trees = treebank(work, "dep", parts)
    return trainer, ParserData(trees, trainer.args["batch_size"], trainer.args, vectors, vocab=trainer.vocab)


def load_ner(work: Path, parts: Sequence[str]) -> Loaded:
    """The name tagger and its training data."""
    vectors = Pretrain(str(work / "vectors.pt"))
    trainer = NameTrainer(args={}, model_file=str(work / "ner.pt"), pretrain=vectors, device="cpu")
    rows = [json.loads((work / f"ner.{part}.json").read_text(encoding="utf-8")) for part in parts]
    names, args = Document([sentence for sentences in rows for sentence in sentences]), trainer.args
    return trainer, NameData(names, args["batch_size"], args, vectors, trainer.vocab, max_batch_words=1200)


Loader = Callable[[Path, Sequence[str]], Loaded]
LOADERS: dict[str, Loader] = {
    "pos": load_pos,
    "depparse": load_depparse,
    "ner": load_ner,
}


def endless(batches: Any) -> Iterator[Any]:
    """All batches again and again, in a new order each time."""
    while True:
        yield from batches
        if hasattr(batches, "reshuffle"):
            batches.reshuffle()


def optimizers(trainer: Any) -> Iterable[Any]:
    """The optimizers of a trainer, which keeps one or several under one of two names."""
    found = getattr(trainer, "optimizers", None) or trainer.optimizer
    return found.values() if isinstance(found, dict) else [found]


def polish(trainer: Any, batches: Any, steps: int) -> None:
    """Train on, with the learning rate falling in equal steps."""
    mean = Mean()
    for step, batch in enumerate(islice(endless(batches), steps)):
        for optimizer in optimizers(trainer):
            for group in optimizer.param_groups:
                group["lr"] = FIRST_RATE * (1 - (1 - FALL) * step / steps)
        trainer.update(batch)
        if step >= MEAN_FROM * steps and step % MEAN_EVERY == 0:
            mean.add(trainer.model)
    mean.put(trainer.model)


def main() -> None:
    """Run the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("task", choices=sorted(LOADERS))
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--all", action="store_true", help="train on the held-out sentences too")
    parser.add_argument("--steps", type=int)
    parser.add_argument("--seed", type=int, default=1234)
    options = parser.parse_args()
    torch.set_num_threads(1)
    set_random_seed(options.seed)
    trainer, batches = LOADERS[options.task](options.work, ("train", "dev") if options.all else ("train",))
    polish(trainer, batches, options.steps or STEPS[options.task])
    trainer.save(str(options.work / f"{options.task}.pt"))


if __name__ == "__main__":
    main()
