"""Normalize an article or a single name."""

import re
from array import array
from collections.abc import Iterator

from pipeline.model import Article, Text
from pipeline.normalize.joiners import LIKELY, SURE, Joiners, load_joiners
from pipeline.normalize.letters import clean
from pipeline.persian import LETTER_CLASS, ZWNJ

_WORD = re.compile(f"[{LETTER_CLASS}]+(?:{ZWNJ}[{LETTER_CLASS}]+)*")
_LONGEST_JOINED = 60
_KEPT_PER_LOST = 4
_SPACES_IN_A_NAME = 8


def normalize(article: Article) -> Text:
    """The article's text in normal spelling; every character knows its raw offset."""
    text, origins = clean(article.text)
    return Text(article, *mend(text, origins, load_joiners()))


def normalize_string(text: str) -> str:
    """A name or other short text in the spelling that `normalize` gives to articles.

    >>> normalize_string("وزیران مي روند")
    'وزیران می\u200cروند'
    """
    return mend(*clean(text), load_joiners())[0]


def mend(text: str, origins: "array[int]", joiners: Joiners) -> "tuple[str, array[int]]":
    """Put the joiners in that are due; one in place of a space keeps the space's offset.

    Where a text shows that it lost joiners to spaces, a likely one is put in too, and so
    it is in a mere name; else only the sure ones are, for the spaces were meant.
    """
    text, origins = _apply(list(joiners.phrase_gaps(text)), text, origins)
    changes = list(_changes(text, joiners, SURE))
    lost = sum(text[start:end].count(" ") for start, end, _ in changes)
    kept = text.count(ZWNJ)
    if lost * _KEPT_PER_LOST > kept or (not kept and text.count(" ") < _SPACES_IN_A_NAME):
        changes = list(_changes(text, joiners, LIKELY))
    return _apply(changes, text, origins)


def _apply(changes: list[tuple[int, int, str]], text: str, origins: "array[int]") -> "tuple[str, array[int]]":
    if not changes:
        return text, origins
    pieces: list[str] = []
    mended = array("l")
    at = 0
    for start, end, form in changes:
        pieces += text[at:start], form
        mended.extend(origins[at:start])
        mended.extend(_origins(text, origins, start, form))
        at = end
    pieces.append(text[at:])
    mended.extend(origins[at:])
    return "".join(pieces), mended


def _origins(text: str, origins: "array[int]", start: int, form: str) -> Iterator[int]:
    at = start
    for character in form:
        yield origins[at]
        if character == text[at] or (character == ZWNJ and text[at] == " "):
            at += 1


def _changes(text: str, joiners: Joiners, least: int) -> Iterator[tuple[int, int, str]]:
    """Spans of words whose joiners were lost, with the form due; from left to right."""
    start = end = -2
    form = ""
    for match in _WORD.finditer(text):
        word = joiners.word(match.group())
        begin = match.start()
        joined = end + 1 == begin and text[end] == " " and _joined(form, word, joiners, least)
        if joined:
            form = joined
        else:
            if form != text[start:end]:
                yield start, end, form
            start, form = begin, word
        end = match.end()
    if form != text[start:end]:
        yield start, end, form


def _joined(left: str, right: str, joiners: Joiners, least: int) -> str:
    """The two as one word, or nothing if they are two words."""
    if len(left) + len(right) >= _LONGEST_JOINED:
        return ""
    if joiners.pair(left[left.rfind(ZWNJ) + 1 :], right.partition(ZWNJ)[0]) < least:
        return ""
    return joiners.word(left + ZWNJ + right)
