"""Well-formed XML written as it comes, one element to a line, nothing in it that XML does not allow."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import BinaryIO
from xml.sax.saxutils import XMLGenerator
from xml.sax.xmlreader import AttributesImpl

from pipeline.export.cells import Value, cell, xml_text


class XmlStream:
    """Opens, closes and fills elements of a UTF-8 file; attribute values and text are escaped."""

    def __init__(self, file: BinaryIO) -> None:
        self._out = XMLGenerator(file, encoding="utf-8", short_empty_elements=True)
        self._out.startDocument()

    @contextmanager
    def element(self, name: str, attributes: Mapping[str, Value] | None = None) -> Iterator[None]:
        """An element whose children are written inside the block."""
        self._open(name, attributes)
        self._out.ignorableWhitespace("\n")
        yield
        self._close(name)

    def leaf(self, name: str, attributes: Mapping[str, Value] | None = None, text: str = "") -> None:
        """An element without children."""
        self._open(name, attributes)
        if text:
            self._out.characters(xml_text(text))
        self._close(name)

    def finish(self) -> None:
        """Hand everything on to the file."""
        self._out.endDocument()

    def _open(self, name: str, attributes: Mapping[str, Value] | None) -> None:
        cells = {key: xml_text(cell(value)) for key, value in (attributes or {}).items()}
        self._out.startElement(name, AttributesImpl(cells))

    def _close(self, name: str) -> None:
        self._out.endElement(name)
        self._out.ignorableWhitespace("\n")
