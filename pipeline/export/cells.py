"""What a value looks like as text: plain decimals, true and false, nothing a file cannot hold."""

import re
from decimal import Decimal
from math import isfinite

from pipeline.tables import joined

Value = str | int | float | bool | tuple[str, ...] | None
_SURROGATES = re.compile("[\ud800-\udfff]")
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def encodable(text: str) -> str:
    """The text with U+FFFD for each lone surrogate, which no UTF-8 file can hold; its length stays."""
    return _SURROGATES.sub("\ufffd", text)


def xml_text(text: str) -> str:
    """The text with U+FFFD for each character that XML does not allow; its length stays."""
    return _NOT_XML.sub("\ufffd", text)


def cell(value: Value) -> str:
    """A value as one cell of text; what is unknown is empty.

    >>> [cell(value) for value in (True, 1e-05, 2.0, ("a", "b|c"), None)]
    ['true', '0.00001', '2.0', 'a|b¦c', '']
    """
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case float():
            return format(Decimal(repr(float(value))), "f") if isfinite(value) else ""
        case tuple():
            return encodable(joined(value))
        case _:
            return encodable(str(value))
