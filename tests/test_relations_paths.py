"""Paths between tokens of a parsed sentence; the parse here is written by hand."""

import pytest

from pipeline.model import TaggedToken
from pipeline.relations.paths import path, top

# نازنین با وزیر خارجه دیدار کرد
ROWS = [
    ("نازنین", 6, "nsubj"),
    ("با", 3, "case"),
    ("وزیر", 6, "obl"),
    ("خارجه", 3, "nmod"),
    ("دیدار", 6, "compound"),
    ("کرد", 0, "root"),
]
TOKENS = tuple(
    TaggedToken(word, at, at + 1, "", "", word, head, deprel, "O") for at, (word, head, deprel) in enumerate(ROWS)
)
UNPARSED = tuple(TaggedToken(word, at, at + 1, "", "", word, -1, "", "O") for at, (word, _, _) in enumerate(ROWS))
CHAIN = tuple(
    TaggedToken("واژه", at, at + 1, "", "", "واژه", at, "nmod" if at else "root", "O") for at in range(7)
)  # each word hangs on the one before


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        (0, 5, "nsubj^"),
        (5, 0, "nsubjv"),
        (0, 4, "nsubj^ compoundv"),
        (3, 4, "nmod^ obl^ compoundv"),
        (1, 0, "case^ obl^ nsubjv"),
        (2, 2, ""),
    ],
)
def test_a_path_climbs_and_descends(start: int, end: int, expected: str) -> None:
    assert path(TOKENS, start, end) == expected


@pytest.mark.parametrize(("end", "expected"), [(4, "nmodv nmodv nmodv nmodv"), (5, "far")])
def test_more_than_four_steps_are_far(end: int, expected: str) -> None:
    assert path(CHAIN, 0, end) == expected


@pytest.mark.parametrize("tokens", [(), UNPARSED])
def test_without_a_parse_there_is_no_path(tokens: tuple[TaggedToken, ...]) -> None:
    assert path(tokens, 0, 5) == ""


def test_a_circle_of_heads_ends() -> None:
    circle = tuple(TaggedToken("واژه", at, at + 1, "", "", "", 2 - at, "dep", "O") for at in range(2))

    assert path(circle, 0, 1) == "depv"


@pytest.mark.parametrize(("first", "last", "expected"), [(2, 4, 2), (1, 4, 2), (0, 1, 0), (4, 6, 5)])
def test_the_top_of_a_span_hangs_outside_it(first: int, last: int, expected: int) -> None:
    assert top(TOKENS, first, last) == expected


def test_the_top_of_an_unparsed_span_is_its_first_token() -> None:
    assert top(UNPARSED, 2, 4) == 2
