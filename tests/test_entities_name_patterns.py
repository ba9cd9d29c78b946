"""Names given away by the words around them."""

import pytest
from entities_markup import lexicon, tagged

from pipeline.entities.line import read_lines
from pipeline.entities.name_patterns import can_be_name, names_beside_titles, opened_names
from pipeline.entities.organizations import read_organizations
from pipeline.entities.titles import read_titles


def line_of(text):
    return read_lines(tagged(text), lexicon())[0]


@pytest.mark.parametrize(
    ("word", "expected"),
    [("رادمهرفر", True), ("بن", True), ("زرناک", False), ("وزیر", False), ("است", False), ("؛", False)],
)
def test_words_that_can_be_part_of_a_name(word, expected):
    assert can_be_name(line_of(word), 0) is expected


def test_an_honorific_opens_a_name():
    names = opened_names(line_of("آقای رادمهرفر آمد"))

    assert [(name.first, name.last) for name in names] == [(1, 2)]


@pytest.mark.parametrize("text", ["سفیر زرناک «کیانوش رادمهرفر»", "«کیانوش رادمهرفر» سفیر زرناک"])
def test_quotation_marks_beside_a_title_hold_a_name(text):
    line = line_of(text)
    names = names_beside_titles(line, read_titles(line, read_organizations(line)))

    assert {" ".join(token.text for token in line.tokens[name.first : name.last]) for name in names} == {
        "کیانوش رادمهرفر"
    }
