"""Well-formed XML written as it comes, one element to a line, nothing in it that XML does not allow."""

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import BinaryIO
from xml.sax.saxutils import escape, quoteattr

from pipeline.export.cells import Value, cell, xml_text

# Most values have nothing to escape, and one look is cheaper than six replacements.
_SPECIAL = re.compile('[&<>"\x00-\x1f\ud800-\udfff\ufffe\uffff]')


class XmlStream:
    """Opens, closes and fills elements of a UTF-8 file; attribute values and text are escaped."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._write('<?xml version="1.0" encoding="utf-8"?>')

    @contextmanager
    def element(self, name: str, attributes: Mapping[str, Value] | None = None) -> Iterator[None]:
        """An element whose children are written inside the block."""
        self._write(f"<{name}{_written(attributes)}>")
        yield
        self._write(f"</{name}>")

    def leaf(self, name: str, attributes: Mapping[str, Value] | None = None, text: str = "") -> None:
        """An element without children."""
        end = f">{escape(xml_text(text))}</{name}>" if text else "/>"
        self._write(f"<{name}{_written(attributes)}{end}")

    def _write(self, line: str) -> None:
        self._file.write(line.encode("utf-8") + b"\n")


def _written(attributes: Mapping[str, Value] | None) -> str:
    return "".join(f" {name}={_quoted(value)}" for name, value in (attributes or {}).items())


def _quoted(value: Value) -> str:
    text = value if isinstance(value, str) else cell(value)
    return quoteattr(xml_text(text)) if _SPECIAL.search(text) else f'"{text}"'
