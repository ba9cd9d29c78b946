"""Where persons are named: lexicon names, tagged names, and names that an honorific, a given name or a title opens."""

from collections.abc import Mapping

from pipeline.entities.line import Line
from pipeline.entities.spans import Span

LONGEST_NAME = 6
LONGEST_FAMILY = 3
QUOTES = "«»\"“”'‘’()[]"


def read_names(line: Line, titles: Mapping[int, Span]) -> list[Span]:
    """The persons named in a sentence, without title words, in reading order and without overlaps."""
    candidates = [*_tagged(line), *_listed(line), *_opened(line), *_after_titles(line, titles)]
    chosen: list[Span] = []
    taken: set[int] = set()
    for span in sorted(candidates, key=lambda span: (span.first - span.last, _rank(span), span.first)):
        if taken.isdisjoint(range(span.first, span.last)):
            taken.update(range(span.first, span.last))
            chosen.append(span)
    return sorted(chosen, key=lambda span: span.first)


def _rank(span: Span) -> int:
    return ("name:lexicon", "name:tagged", "name:honorific", "name:given", "name:title").index(span.rule)


def _name(line: Line, first: int, last: int, rule: str, id: str = "") -> Span:
    return Span(line.index, first, last, "person", "name", "name", id, rule=f"name:{rule}")


def _tagged(line: Line) -> list[Span]:
    """Names that the tagger marks, cut to the words that can be part of a name."""
    spans = []
    position = 0
    while position < len(line.keys):
        last = position + 1
        if line.tokens[position].ner.endswith("-PER"):
            while last < len(line.keys) and line.tokens[last].ner == "I-PER":
                last += 1
            spans += _trimmed(line, position, last, "tagged")
        position = last
    return spans


def _trimmed(line: Line, first: int, last: int, rule: str) -> list[Span]:
    """The name without title words before it and without marks around it."""
    moved = True
    while moved and first < last:
        moved = False
        for hit in line.found(first, "title", "honorific"):
            if hit.last < last or (hit.last == last and hit.kind == "title"):
                first, moved = hit.last, True
                break
        if first < last and (not line.is_word(first) or line.is_cue(first, "no_name")):
            first, moved = first + 1, True
    while first < last and (not line.is_word(last - 1) or line.is_cue(last - 1, "no_name")):
        last -= 1
    first = _with_prefix(line, first)
    return [_name(line, first, last, rule)] if first < last else []


def _with_prefix(line: Line, first: int) -> int:
    """«سید» and the like belong to the name."""
    return first - 1 if first and line.is_cue(first - 1, "name_prefix") else first


def _listed(line: Line) -> list[Span]:
    spans = []
    for position in range(len(line.keys)):
        for hit in line.found(position, "person")[:1]:
            first = _with_prefix(line, position)
            spans.append(_name(line, first, hit.last, "lexicon", hit.id))
        for hit in line.found(position, "surname")[:1]:
            spans.append(_name(line, position, hit.last, "lexicon", hit.id))
    return spans


def _opened(line: Line) -> list[Span]:
    """A given name with a family name after it; an honorific with a name after it."""
    spans = []
    for position in range(len(line.keys)):
        honorific = line.found(position, "honorific")
        if honorific:
            start = line.skip(honorific[0].last, QUOTES)
            last = _family(line, start)
            if last > start:
                spans.append(_name(line, start, last, "honorific"))
        given = line.found(position, "given")
        if given:
            last = _family(line, given[0].last)
            if last > given[0].last:
                spans.append(_name(line, _with_prefix(line, position), last, "given"))
    return spans


def _after_titles(line: Line, titles: Mapping[int, Span]) -> list[Span]:
    """Words after a title that no table knows."""
    spans = []
    for title in titles.values():
        start = line.skip(title.last, QUOTES)
        last = _family(line, start)
        if last > start + 1 or (last > start and line.skip(last, QUOTES) > last and start > title.last):
            spans.append(_name(line, start, last, "title"))
    return spans


def _family(line: Line, start: int) -> int:
    """Where a run of words that can be a family name ends."""
    last = start
    while last < min(start + LONGEST_FAMILY, len(line.keys)) and _can_be_name(line, last):
        last += 1
    while last > start and line.is_cue(last - 1, "name_link"):
        last -= 1
    return last


def _can_be_name(line: Line, position: int) -> bool:
    if line.is_cue(position, "name_link"):
        return True
    if not line.is_word(position) or line.is_cue(position, "function_word") or line.is_cue(position, "no_name"):
        return False
    if line.found(position, "title", "country", "organization", "body", "honorific"):
        return False
    return (
        line.tokens[position].upos in ("", "PROPN", "NOUN", "X", "ADJ")
        and line.key(position) not in line.lexicon.common
    )
