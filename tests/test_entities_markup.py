"""Marked-up sentences of the entity tests are read strictly."""

import pytest
from entities_markup import parse


def test_nested_marks_are_read():
    marked = parse("{title p1|وزیر {name ZRK|زرناک}} آمد")

    assert (marked.text, marked.mentions) == ("وزیر زرناک آمد", ((0, 10, "title", "p1"), (5, 10, "name", "ZRK")))


@pytest.mark.parametrize("markup", ["{name ZRK|زرناک", "زرناک}", "{name|زرناک}"])
def test_marks_that_open_or_close_nothing_are_refused(markup):
    with pytest.raises(ValueError, match=r"mark|brace"):
        parse(markup)
