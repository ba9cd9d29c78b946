"""A table of forms computes each form once and gives right rows however it has grown or begun anew."""

from collections.abc import Sequence

import torch
from torch import Tensor

from pipeline.tag.forms import FormTable


class Lengths:
    """Vectors that hold the length of the form; remembers what it was asked."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def __call__(self, forms: Sequence[str]) -> Tensor:
        self.asked += forms
        return torch.tensor([[float(len(form)), 1.0] for form in forms])


def test_a_form_is_computed_once() -> None:
    vectors = Lengths()
    table = FormTable(vectors)

    assert table(["a", "bbb", "a"])[:, 0].tolist() == [1.0, 3.0, 1.0]
    assert table(["bbb", "cc"])[:, 0].tolist() == [3.0, 2.0]
    assert vectors.asked == ["a", "bbb", "cc"]


def test_rows_stay_right_when_the_table_grows() -> None:
    table = FormTable(Lengths())
    forms = ["x" * length for length in range(1, 3001)]
    table(forms[:10])

    assert table(forms)[:, 0].tolist() == [float(length) for length in range(1, 3001)]


def test_a_full_table_begins_anew() -> None:
    vectors = Lengths()
    table = FormTable(vectors, most=3)
    table(["a", "bb"])

    assert table(["bb", "ccc", "dddd"])[:, 0].tolist() == [2.0, 3.0, 4.0]
    assert vectors.asked == ["a", "bb", "bb", "ccc", "dddd"]


def test_more_forms_than_a_table_takes_are_given_all_the_same() -> None:
    assert FormTable(Lengths(), most=2)(["a", "bb", "ccc"])[:, 0].tolist() == [1.0, 2.0, 3.0]
