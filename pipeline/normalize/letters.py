"""Characters: one code point per letter, Persian digits, no stray marks, single spaces; joiners only within words."""

import re
from array import array
from collections.abc import Callable

from pipeline.persian import (
    CONTROLS_TO_SPACES,
    LETTER_CLASS,
    LETTER_VARIANTS,
    MARKS,
    TO_PERSIAN_LETTERS,
    ZWNJ,
    spell_out,
    to_persian_digits,
)

Aligned = tuple[str, "array[int]"]

_BREAKS = "\r\x0b\x0c\x85\u2028\u2029"
_SPACES = [0x09, 0xA0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000]
_ONE_TO_ONE = (
    TO_PERSIAN_LETTERS | CONTROLS_TO_SPACES | dict.fromkeys(_SPACES, " ") | dict.fromkeys(map(ord, _BREAKS), "\n")
)
_COMPOSED = {"ا\u0653": "آ", "ا\u0654": "أ", "و\u0654": "ؤ", "ی\u0654": "ئ", "ا\u0655": "إ"}
_BEARERS = "ا" + "و" + "ی" + "".join(LETTER_VARIANTS[letter] for letter in "اوی")

_TATWEEL = re.compile("\u0640++")
_STRAY = re.compile(
    f"[{_BEARERS}][\u0653-\u0655]|[{MARKS.replace(ZWNJ, '').replace(chr(0x640), '')}]+|[\ufb50-\ufdff\ufe70-\ufefc]"
)
_PRESENTATION = re.compile("[\ufb50-\ufdff\ufe70-\ufefc]")
_WIDE = re.compile(" {2,}+")
_LOOSE = re.compile(f"(?<!\\w){ZWNJ}+|{ZWNJ}++(?!\\w)|{ZWNJ}{{2,}}+")
_LETTER = re.compile(f"[{LETTER_CLASS}{ZWNJ}]")
_ASCII_RUN = re.compile(r"[!-~]+")
_LATIN = re.compile("[A-Za-z]")


def clean(text: str) -> Aligned:
    """The cleaned text and, for each of its characters, the raw offset.

    >>> text, origins = clean("كتاب  5")
    >>> text, list(origins)
    ('کتاب ۵', [0, 1, 2, 3, 4, 6])
    """
    text, origins = _replace(_STRAY, _settle, text, array("l", range(len(text))))
    text, origins = _replace(_TATWEEL, _shorten, text.translate(_ONE_TO_ONE), origins)
    text, origins = _replace(_LOOSE, _tidy, text, origins)
    text, origins = _replace(_WIDE, lambda _: " ", text, origins)
    return _digits(text), origins


def _replace(pattern: re.Pattern[str], by: Callable[[re.Match[str]], str], text: str, origins: "array[int]") -> Aligned:
    """Replace matches; what stands for a match has the origin of the match's first character."""
    pieces: list[str] = []
    kept = array("l")
    at = 0
    for match in pattern.finditer(text):
        start = match.start()
        replacement = by(match)
        pieces += text[at:start], replacement
        kept.extend(origins[at:start])
        kept.extend([origins[start]] * len(replacement))
        at = match.end()
    if not at:
        return text, origins
    pieces.append(text[at:])
    kept.extend(origins[at:])
    return "".join(pieces), kept


def _settle(stray: re.Match[str]) -> str:
    marks = stray.group()
    if len(marks) == 2 and marks[0] in _BEARERS:
        letter = marks[0].translate(TO_PERSIAN_LETTERS)
        return _COMPOSED.get(letter + marks[1], letter)
    return spell_out(stray) if _PRESENTATION.fullmatch(marks) else ""


def _shorten(tatweel: re.Match[str]) -> str:
    """Nothing beside a letter; alone it stands for a dash."""
    text, start, end = tatweel.string, *tatweel.span()
    neighbours = text[max(start - 1, 0) : start] + text[end : end + 1]
    return "" if _LETTER.search(neighbours) else tatweel.group()


def _tidy(loose: re.Match[str]) -> str:
    inner = loose.group().startswith(ZWNJ) and loose.start() > 0 and loose.end() < len(loose.string)
    return ZWNJ if inner and _is_word(loose.string[loose.start() - 1]) and _is_word(loose.string[loose.end()]) else ""


def _is_word(character: str) -> bool:
    return character.isalnum() or character == "_"


def _digits(text: str) -> str:
    """Persian digits, but for runs of ASCII with Latin letters: web addresses, COVID-19."""
    if not _LATIN.search(text):
        return to_persian_digits(text)
    pieces: list[str] = []
    at = 0
    for run in _ASCII_RUN.finditer(text):
        if _LATIN.search(run.group()):
            pieces += to_persian_digits(text[at : run.start()]), run.group()
            at = run.end()
    pieces.append(to_persian_digits(text[at:]))
    return "".join(pieces)
