"""Values as text."""

import doctest
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.export import cells
from pipeline.graph import spells

ANY_TEXT = st.text(st.characters(codec=None))


@pytest.mark.parametrize("module", [cells, spells])
def test_examples_in_docstrings_are_true(module):
    results = doctest.testmod(module)

    assert (results.failed, results.attempted > 0) == (0, True)


@pytest.mark.parametrize(
    ("value", "expected"),
    [(1e20, "100000000000000000000"), (-3.0, "-3.0"), (float("nan"), ""), (0.1, "0.1"), (0, "0"), (False, "false")],
)
def test_numbers_are_plain_decimals(value, expected):
    assert expected == cells.cell(value)


@given(ANY_TEXT)
def test_text_that_was_cleaned_can_be_stored_and_keeps_its_length(text):
    stored = cells.encodable(text)

    assert len(text) == len(stored.encode("utf-8").decode("utf-8"))


@given(ANY_TEXT)
def test_text_that_was_cleaned_stands_in_xml(text):
    element = ElementTree.Element("data", {"value": cells.xml_text(text)})

    assert cells.xml_text(text) == ElementTree.fromstring(ElementTree.tostring(element)).get("value")
