"""Batches hold every sentence once, of like length, and put what a network makes of tokens back in their order."""

from typing import Any

import pytest
import torch
from torch import Tensor
from torch.nn.utils.rnn import PackedSequence

from pipeline.tag.batches import batches

LENGTHS = [3, 1, 7, 7, 2, 30, 4]


def test_every_sentence_is_in_one_batch() -> None:
    found = [pair for one in batches(LENGTHS, 12) for pair in zip(one.numbers, one.lengths, strict=True)]

    assert sorted(found) == list(enumerate(LENGTHS))


@pytest.mark.parametrize("most", [1, 12, 1000])
def test_a_batch_is_filled_up_to_its_longest_sentence(most: int) -> None:
    for one in batches(LENGTHS, most):
        assert len(one.numbers) == 1 or len(one.numbers) * one.lengths[0] <= most
        assert list(one.lengths) == sorted(one.lengths, reverse=True)


def test_no_sentences_make_no_batch() -> None:
    assert list(batches([], 10)) == []


def test_rows_come_back_in_the_order_of_tokens() -> None:
    """The network sees first words first; it adds up words from the left, which shows their order."""

    def running_sums(words: PackedSequence, lengths: list[int], hx: tuple[Tensor, ...]) -> tuple[PackedSequence, Any]:
        table, _ = torch.nn.utils.rnn.pad_packed_sequence(words, batch_first=True)
        sums = torch.nn.utils.rnn.pack_padded_sequence(table.cumsum(1) + hx[0][0][:, None], lengths, batch_first=True)
        return sums, None

    (batch,) = batches([2, 3], 100)
    tokens = torch.tensor([[1.0], [2.0], [3.0], [10.0], [20.0]])  # the sentence of three comes first
    start = torch.full((1, 1, 1), 0.5)

    assert batch.read(running_sums, tokens, (start, start)).flatten().tolist() == [1.5, 3.5, 6.5, 10.5, 30.5]


def test_padding_is_zero_after_the_end_of_a_sentence() -> None:
    (batch,) = batches([1, 2], 100)

    assert batch.padded(torch.tensor([[5.0], [6.0], [7.0]])).squeeze(2).tolist() == [[5.0, 6.0], [7.0, 0.0]]
