"""Organizations and places that only the tagger knows."""

from collections.abc import Iterator
from typing import Literal

from pipeline.entities.line import Line
from pipeline.entities.spans import Span

OPENING = '«"“'
CLOSING = '»"”'
LONGEST_QUOTED = 7


def tagged_spans(line: Line, tag: Literal["ORG", "LOC"]) -> Iterator[Span]:
    """The tagged names of a kind, without marks and function words around them; common words alone are no name."""
    position = 0
    while position < len(line.keys):
        last = position + 1
        if line.tokens[position].ner.endswith(tag):
            while last < len(line.keys) and line.tokens[last].ner == f"I-{tag}":
                last += 1
            first, end = _trimmed(line, *_in_quotes(line, position, last))
            if first < end and not _is_doubtful(line, first, end, tag):
                if tag == "ORG":
                    yield Span(line.index, first, end, "organization", "name", "unlisted", rule="organization:tagged")
                else:
                    yield Span(line.index, first, end, "place", "name", "place", rule="place:tagged")
        position = last


def _in_quotes(line: Line, first: int, last: int) -> tuple[int, int]:
    """«حزب … «X»»: the words in quotation marks are the name."""
    for position in range(first + 1, last):
        if line.tokens[position].text in OPENING:
            end = position + 1
            while end < min(len(line.keys), position + LONGEST_QUOTED) and line.tokens[end].text not in CLOSING:
                end += 1
            return position + 1, end
    return first, last


def _is_doubtful(line: Line, first: int, last: int, tag: str) -> bool:
    """Whether a tagged name is made of common words alone, is a lone word, or opens with a government or title."""
    if "".join(line.keys[first:last]) in line.lexicon.cue("no_tagged_name"):
        return True
    if tag == "ORG" and last == first + 1 and not line.is_cue(first - 1, "name_noun"):
        return True
    known = all(line.key(position) in line.lexicon.common for position in range(first, last))
    headed = line.is_cue(first, "organization_head") and last > first + 2
    return (known and not headed) or line.is_cue(first, "government") or bool(line.found(first, "title"))


def _trimmed(line: Line, first: int, last: int) -> tuple[int, int]:
    while first < last and (not line.is_word(first) or line.is_cue(first, "function_word")):
        first += 1
    first = line.cue(first, "name_lead")
    cut = (position for position in range(first + 1, last) if _ends_name(line, position))
    last = next(cut, last)
    while last > first and (not line.keys[last - 1][:1].isalnum() or line.is_cue(last - 1, "function_word")):
        last -= 1
    return first, last


def _ends_name(line: Line, position: int) -> bool:
    return line.is_cue(position, "function_word") and not line.is_cue(position, "inner_word")
