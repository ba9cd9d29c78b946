"""Characters: one code point per letter, no stray marks, single spaces."""

import re
from array import array

from pipeline.persian import MARKS, spell_out, to_persian_digits

_LETTERS = str.maketrans("يىكةۀأإ\u00a0\u2009\u202f\t", "ییکههأإ" + " " * 4)
_STRAY = re.compile(f"[{MARKS.replace(chr(0x200C), '')}]+| (?= )|\u200c(?![^\\W\\d_])|(?<![^\\W\\d_])\u200c|[\ufb50-\ufdff\ufe70-\ufefc]")


def clean(text: str) -> tuple[str, "array[int]"]:
    """The cleaned text and, for each of its characters, the raw offset."""
    text = text.translate(_LETTERS)
    pieces: list[str] = []
    origins = array("l")
    at = 0
    for match in _STRAY.finditer(text):
        start, end = match.span()
        letters = spell_out(match) if len(match.group()) == 1 and match.group() >= "\ufb50" else ""
        pieces += text[at:start], letters
        origins.extend(range(at, start))
        origins.extend([start] * len(letters))
        at = end
    pieces.append(text[at:])
    origins.extend(range(at, len(text)))
    return to_persian_digits("".join(pieces)), origins
