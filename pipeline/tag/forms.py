"""What a model knows of a word by itself, computed once for each form.

The same words come again and again, and the networks that read their letters take
longer than those that read the sentence.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

import torch
from torch import Tensor

MOST_FORMS = 16_000  # of all three networks together about 100 MB
_FIRST_ROWS = 2_000
_SHARE = 500


class FormTable:
    """A table of vectors by word form that fills itself.

    Args:
        vectors: Gives the vectors of forms, one row each.
        most: From so many forms on, the table begins anew.
    """

    def __init__(self, vectors: Callable[[Sequence[str]], Tensor], most: int = MOST_FORMS) -> None:
        self._vectors = vectors
        self._most = most
        self._rows: dict[str, int] = {}
        self._table: Tensor | None = None

    def __call__(self, forms: Sequence[str]) -> Tensor:
        """The vectors of the forms, one row for each, in order."""
        unknown = [form for form in dict.fromkeys(forms) if form not in self._rows]
        if self._rows and len(self._rows) + len(unknown) > self._most:
            self._rows.clear()
            unknown = list(dict.fromkeys(forms))
        for start in range(0, len(unknown), _SHARE):
            self._add(unknown[start : start + _SHARE])
        if self._table is None:
            return self._vectors(forms)
        return self._table[[self._rows[form] for form in forms]]

    def _add(self, forms: Sequence[str]) -> None:
        vectors = self._vectors(forms)
        first = len(self._rows)
        if self._table is None:
            self._table = vectors.new_empty(_FIRST_ROWS, vectors.shape[1])
        while first + len(forms) > len(self._table):
            self._table = torch.cat([self._table, torch.empty_like(self._table)])
        self._table[first : first + len(forms)] = vectors
        self._rows.update(zip(forms, range(first, first + len(forms)), strict=True))


def letters_read(charmodel: Any, letters: Iterable[Sequence[int]]) -> Tensor:
    """What a stanza model of letters makes of words, given as ids of their letters: one row a word, in order."""
    words = list(letters)
    order = sorted(range(len(words)), key=lambda number: -len(words[number]))
    lengths = [len(words[number]) for number in order]
    table = torch.zeros(len(words), lengths[0], dtype=torch.long)
    for row, number in enumerate(order):
        table[row, : lengths[row]] = torch.tensor(words[number])
    rows: Tensor = charmodel(table, None, order, [len(words)], lengths).data
    return rows
