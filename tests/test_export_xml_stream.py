"""XML that every reader takes."""

import io
from xml.etree import ElementTree

from hypothesis import given
from hypothesis import strategies as st

from pipeline.export.cells import xml_text
from pipeline.export.xml_stream import XmlStream


def parsed(attributes, text):
    file = io.BytesIO()
    xml = XmlStream(file)
    with xml.element("root"):
        xml.leaf("data", attributes, text)
    return ElementTree.fromstring(file.getvalue())[0]


@given(st.text(st.characters(codec=None)))
def test_any_attribute_value_comes_back(value):
    assert xml_text(value) == parsed({"value": value}, "").get("value")


@given(st.text(st.characters(codec=None, exclude_characters="\r"), min_size=1))
def test_any_text_comes_back_but_for_carriage_returns(text):
    assert xml_text(text) == parsed({}, text).text


def test_values_are_written_as_in_tables():
    assert parsed({"yes": True, "n": 0.5, "none": None}, "").attrib == {"yes": "true", "n": "0.5", "none": ""}
