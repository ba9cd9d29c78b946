"""Sentences of like length in batches, and their tokens in the order in which a recurrent network reads them.

A batch holds its sentences longest first. Its tokens stand sentence by sentence, as
everywhere else; `Batch.read` runs a network that takes first words first, then second
words, and puts what comes out back in the order of the tokens.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import torch
from torch import Tensor
from torch.nn.utils.rnn import PackedSequence


@dataclass(frozen=True, slots=True)
class Batch:
    """Some sentences of a list: their numbers there and their lengths, longest first.

    `steps` tells which tokens a network reads together, `sizes` how many in each step.
    """

    numbers: tuple[int, ...]
    lengths: tuple[int, ...]
    steps: Tensor
    sizes: Tensor

    def read(self, network: Any, vectors: Tensor, start: tuple[Tensor, Tensor]) -> Tensor:
        """One row out for each row in; `start` are the network's own first states."""
        states = tuple(state.expand(-1, len(self.lengths), -1).contiguous() for state in start)
        found, _ = network(PackedSequence(vectors[self.steps], self.sizes), list(self.lengths), hx=states)
        rows = torch.empty_like(found.data)
        rows[self.steps] = found.data
        return rows

    def padded(self, rows: Tensor) -> Tensor:
        """The rows as sentences by tokens, with zeros after the end of a sentence."""
        table = rows.new_zeros(len(self.lengths), self.lengths[0], *rows.shape[1:])
        start = 0
        for number, length in enumerate(self.lengths):
            table[number, :length] = rows[start : start + length]
            start += length
        return table


def batches(lengths: Sequence[int], most: int) -> Iterator[Batch]:
    """Batches of at most so many tokens, or of one sentence; no sentence may be empty."""
    order = sorted(range(len(lengths)), key=lambda number: -lengths[number])
    start = 0
    while start < len(order):
        size = max(1, most // lengths[order[start]])
        yield _batch(tuple(order[start : start + size]), lengths)
        start += size


def _batch(numbers: tuple[int, ...], lengths: Sequence[int]) -> Batch:
    own = tuple(lengths[number] for number in numbers)
    places = np.concatenate([np.arange(length) for length in own])
    steps = np.argsort(places, kind="stable")
    return Batch(numbers, own, torch.from_numpy(steps), torch.from_numpy(np.bincount(places)))
