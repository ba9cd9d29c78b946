"""Names that words around them give away: an honorific, a given name, a title, quotation marks."""

import re
from collections.abc import Iterator, Mapping

from pipeline.entities.line import Line
from pipeline.entities.spans import Span

LONGEST_FAMILY = 3
LONGEST_QUOTED = 5
QUOTES = "«»\"“”'‘’()[]"
PLURAL = re.compile("\u200c(?:ها|های|هایی|ترین|تر)$")


def opened_names(line: Line) -> Iterator[Span]:
    """A given name with a family name after it; an honorific with a name after it."""
    for position in range(len(line.keys)):
        honorific = line.found(position, "honorific")
        if line.is_cue(position, "kept_honorific"):
            for bare in line.found(position + 1, "given", "surname"):
                yield name_span(line, position, bare.last, "honorific")
        elif honorific:
            start = line.skip(honorific[0].last, QUOTES)
            last = _family(line, start)
            if last > start:
                yield name_span(line, start, last, "honorific")
        given = line.found(position, "given")
        if given and not honorific:
            last = _family(line, given[0].last)
            proper = all(line.tokens[at].upos in ("", "PROPN") for at in range(position, last))
            marked = any(
                line.tokens[at].ner.endswith("PER") or not line.tokens[at].upos for at in range(position, last)
            )
            if last > given[0].last and proper and marked:
                yield name_span(line, with_prefix(line, position), last, "given")


def names_beside_titles(line: Line, titles: Mapping[int, Span]) -> Iterator[Span]:
    """Words that no table knows, after a title or between a mark or preposition and a title."""
    for title in titles.values():
        end = title.first - 1 if line.key(title.first - 1) == "،" else title.first
        begin = end
        while begin > max(0, end - LONGEST_FAMILY) and can_be_name(line, begin - 1):
            begin -= 1
        yield from _quoted(line, title)
        opened = begin == 0 or not line.is_word(begin - 1) or line.is_cue(begin - 1, "preposition")
        if title.of is not None and opened and begin < end - (end == title.first):
            yield name_span(line, begin, end, "title")
        start = line.skip(title.last, QUOTES)
        last = _family(line, start)
        quoted = last > start and start > title.last and line.skip(last, QUOTES) > last
        if title.of is not None and (last > start + 1 or quoted):
            yield name_span(line, start, last, "title")


def _quoted(line: Line, title: Span) -> Iterator[Span]:
    """«X» beside a title, whatever the words in the quotation marks are."""
    for last, first in ((title.first - 1, 0), (0, title.last)):
        if last > 0 and line.tokens[last].text in '»"”':
            first = last - 1
            while first > max(0, last - LONGEST_QUOTED) and line.is_word(first):
                first -= 1
            if line.tokens[first].text in '«"“' and first < last - 1:
                yield name_span(line, first + 1, last, "title")
        elif 0 < first < len(line.keys) and line.tokens[first].text in '«"“':
            last = first + 1
            while last < min(first + LONGEST_QUOTED, len(line.keys)) and line.is_word(last):
                last += 1
            proper = any(line.tokens[at].upos in ("", "PROPN") for at in range(first + 1, last))
            if last < len(line.keys) and line.tokens[last].text in '»"”' and proper:
                yield name_span(line, first + 1, last, "title")


def _family(line: Line, start: int) -> int:
    """Where a run of words that can be a family name ends."""
    last = start
    while last < min(start + LONGEST_FAMILY, len(line.keys)) and can_be_name(line, last):
        last += 1
    while last > start and line.is_cue(last - 1, "name_link"):
        last -= 1
    return last


def can_be_name(line: Line, position: int) -> bool:
    """Whether a token can be part of a name that no table lists."""
    if line.is_cue(position, "name_link"):
        return True
    if not line.is_word(position) or line.is_cue(position, "function_word") or line.is_cue(position, "no_name"):
        return False
    if PLURAL.search(line.tokens[position].text):
        return False
    if line.is_cue(position, "organization_head") or line.tokens[position].ner[2:] in ("ORG", "LOC"):
        return False
    if line.found(position, "title", "country", "demonym", "organization", "body", "honorific", "suffix"):
        return False
    known = line.key(position) in line.lexicon.common
    return line.tokens[position].upos in ("", "PROPN", "NOUN", "X", "ADJ") and not known


def name_span(line: Line, first: int, last: int, rule: str, id: str = "") -> Span:
    """A person's name, found by a rule."""
    return Span(line.index, first, last, "person", "name", "name", id, rule=f"name:{rule}")


def with_prefix(line: Line, first: int) -> int:
    """«سید» and the like belong to the name."""
    return first - 1 if first and line.is_cue(first - 1, "name_prefix") else first
