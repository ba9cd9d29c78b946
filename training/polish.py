"""Finish the tagger: some hundred steps at a falling learning rate, and the mean of the weights passed on the way.

    python -m training.polish --work WORK

Reads `WORK/pos.pt` and writes it anew. Trains on the gold treebanks only, not on silver.
"""

import argparse
from itertools import chain, islice, repeat
from pathlib import Path
from typing import Any

import torch
from stanza.models.common.pretrain import Pretrain
from stanza.models.common.utils import set_random_seed
from stanza.models.pos.data import Dataset, ShuffledDataset
from stanza.models.pos.trainer import Trainer
from stanza.utils.conll import CoNLL

FIRST_RATE, LAST_RATE = 0.001, 0.0001
MEAN_FROM, MEAN_EVERY = 0.3, 10


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


def polish(trainer: Any, batches: ShuffledDataset, steps: int) -> None:
    """Train on, with the learning rate falling from first to last in equal steps."""
    mean = Mean()
    endless = chain.from_iterable(repeat(batches))
    for step, batch in enumerate(islice(endless, steps)):
        rate = FIRST_RATE + (LAST_RATE - FIRST_RATE) * step / steps
        for optimizer in trainer.optimizers.values():
            for group in optimizer.param_groups:
                group["lr"] = rate
        trainer.update(batch)
        if step > MEAN_FROM * steps and step % MEAN_EVERY == 0:
            mean.add(trainer.model)
    mean.put(trainer.model)


def main() -> None:
    """Run the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--steps", type=int, default=700)
    parser.add_argument("--seed", type=int, default=1234)
    options = parser.parse_args()
    torch.set_num_threads(1)
    set_random_seed(options.seed)
    vectors = Pretrain(str(options.work / "grammar.pt"))
    model = str(options.work / "pos.pt")
    trainer = Trainer(pretrain=vectors, model_file=model, device="cpu", args={})
    treebank = CoNLL.conll2doc(str(options.work / "ud.train.conllu"))
    data = Dataset(treebank, trainer.args, vectors, vocab=trainer.vocab, evaluation=False)
    polish(trainer, ShuffledDataset([data], trainer.args["batch_size"]), options.steps)
    trainer.save(model)


if __name__ == "__main__":
    main()
