"""A sentence as the rules see it."""

import pytest
from entities_markup import lexicon, tagged

from pipeline.entities.line import read_lines


def line_of(text, names=""):
    return read_lines(tagged(text, names), lexicon())[0]


@pytest.mark.parametrize(("text", "last"), [("کشور ما بزرگ است", 2), ("کشورمان بزرگ است", 1), ("کشور بزرگ است", 0)])
def test_the_longest_cue_is_read(text, last):
    assert line_of(text).cue(0, "home") == last


def test_positions_beyond_the_ends_are_empty():
    line = line_of("زرناک")

    assert (line.key(-1), line.key(9), line.is_word(9)) == ("", "", False)


@pytest.mark.parametrize(("names", "expected"), [("", []), ("ORG:شرق", ["org-shargh"])])
def test_a_name_that_is_a_common_word_needs_the_tagger(names, expected):
    assert [hit.id for hit in line_of("شرق آرام است", names).found(0, "organization")] == expected


def test_a_name_torn_at_a_function_word_is_none():
    assert line_of("زرناک و نیز تلماس").found(1, "place") == []
