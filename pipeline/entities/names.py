"""Where persons are named: lexicon names, tagged names, and names that an honorific, a given name or a title opens."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace

from pipeline.entities.line import Line
from pipeline.entities.spans import Span

LONGEST_FAMILY = 3
LONGEST_QUOTED = 5
LONGEST_BLOCK = 10
QUOTES = "«»\"“”'‘’()[]"
PLURAL = re.compile("\u200c(?:ها|های|هایی|ترین|تر)$")
# The rule that wins where two names fill the same tokens.
RANKS = ("name:lexicon", "name:tagged", "name:honorific", "name:given", "name:title", "name:chain")


def read_names(line: Line, titles: Mapping[int, Span], families: Collection[str] = ()) -> list[Span]:
    """The persons named in a sentence, without title words, in reading order and without overlaps.

    `families` holds the family names of persons named in full elsewhere in the article.
    """
    candidates = [*_tagged(line), *_listed(line), *_opened(line), *_beside_titles(line, titles)]
    candidates += _echoed(line, families)
    certain = [span for span in candidates if span.rule == "name:tagged" and span.last > span.first + 1]
    free = (span for span in candidates if not _is_blocked(line, span) and not _is_overruled(span, certain))
    chosen: list[Span] = []
    taken: set[int] = set()
    for span in sorted(free, key=lambda span: (span.first - span.last, RANKS.index(span.rule), span.first)):
        if taken.isdisjoint(range(span.first, span.last)):
            taken.update(range(span.first, span.last))
            chosen.append(span)
    return sorted(chosen, key=lambda span: span.first)


def family_names(line: Line, names: Iterable[Span]) -> Iterator[str]:
    """The last words of full names, by which the article may go on to call these persons."""
    for name in names:
        if name.last - name.first > 1:
            yield line.keys[name.last - 1]
            if name.last - name.first > 2:
                yield "".join(line.keys[name.last - 2 : name.last])


def _name(line: Line, first: int, last: int, rule: str, id: str = "") -> Span:
    return Span(line.index, first, last, "person", "name", "name", id, rule=f"name:{rule}")


def _is_blocked(line: Line, span: Span) -> bool:
    """Whether a name lies within a longer name of something else, or is itself the name of something else."""
    alone = span.last == span.first + 1 and span.rule != "name:chain"
    for position in range(max(0, span.first - LONGEST_BLOCK), span.first + 1):
        for hit in line.found(position, "country", "organization", "acronym", "body", "title", "place", "capital"):
            longer = hit.last - hit.first > span.last - span.first
            torn = hit.first < span.first < hit.last < span.last and span.rule not in ("name:tagged", "name:lexicon")
            if torn or (hit.last >= span.last and (longer or (alone and not hit.ambiguous and not span.id))):
                return True
    return False


def _is_overruled(span: Span, certain: Iterable[Span]) -> bool:
    """Whether the tagger draws the ends of a name that a pattern found otherwise."""
    if span.rule not in ("name:given", "name:honorific", "name:title"):
        return False
    return any(span != other and span.first < other.last and other.first < span.last for other in certain)


def _tagged(line: Line) -> Iterator[Span]:
    """Names that the tagger marks, cut to the words that can be part of a name."""
    position = 0
    while position < len(line.keys):
        last = position + 1
        if line.tokens[position].ner.endswith("-PER"):
            while last < len(line.keys) and line.tokens[last].ner == "I-PER":
                last += 1
            yield from _trimmed(line, position, last)
        position = last


def _is_weak(line: Line, position: int) -> bool:
    """Whether a lone tagged word is no proper noun, or a mere given name."""
    given = bool(line.found(position, "given")) and not line.found(position, "surname")
    return line.tokens[position].upos not in ("", "PROPN") or (given and not line.found(position - 1, "honorific"))


def _opening(line: Line, first: int, last: int) -> int:
    """Where a tagged name begins, after titles, honorifics and names of other kinds."""
    while first < last:
        opening = [hit.last for hit in line.found(first, "title", "honorific") if hit.last <= last]
        capital = first + 1 < last and line.found(first, "capital") and not line.found(first, "given")
        if opening and not (opening[0] == last and line.found(first, "honorific")):
            first = opening[0]
        elif capital or not line.is_word(first) or line.is_cue(first, "no_name") or line.found(first, "organization"):
            first += 1
        else:
            break
    return first


def _trimmed(line: Line, first: int, last: int) -> Iterator[Span]:
    """The name without title words before it and without marks around it."""
    first = _opening(line, first, last)
    last = next((position for position in range(first, last) if line.tokens[position].text in '«»"“”()'), last)
    while last > first and (
        not line.is_word(last - 1) or line.is_cue(last - 1, "no_name") or line.found(last - 1, "suffix")
    ):
        last -= 1
    if line.is_cue(first, "counterpart"):
        return
    first, last = _extended(line, first, last)
    words = range(first, last)
    if len(words) == 1 and _is_weak(line, first):
        return
    if any(line.key(word) not in line.lexicon.common and not PLURAL.search(line.tokens[word].text) for word in words):
        yield _name(line, _with_prefix(line, first), last, "tagged")


def _extended(line: Line, first: int, last: int) -> tuple[int, int]:
    """The name with the proper nouns beside it that the tagger left out."""
    if first < last:
        end = last
        while end < len(line.keys) and _is_proper(line, end):
            end += 1
        if (
            end == len(line.keys)
            or not line.is_word(end)
            or line.is_cue(end, "function_word")
            or line.found(end, "title")
        ):
            last = end
        begin = first
        while begin > 0 and _is_proper(line, begin - 1):
            begin -= 1
        if begin == 0 or not line.is_word(begin - 1) or line.found(begin - 1, "honorific"):
            first = begin
    return first, last


def _is_proper(line: Line, position: int) -> bool:
    token = line.tokens[position]
    return (
        token.ner == "O"
        and token.upos == "PROPN"
        and _can_be_name(line, position)
        and not line.is_cue(position, "name_link")
    )


def _with_prefix(line: Line, first: int) -> int:
    """«سید» and the like belong to the name."""
    return first - 1 if first and line.is_cue(first - 1, "name_prefix") else first


def _listed(line: Line) -> Iterator[Span]:
    for position in range(len(line.keys)):
        for hit in line.found(position, "person")[:1]:
            first = position
            for honorific in line.found(position, "honorific"):
                if honorific.last < hit.last and not line.is_cue(position, "name_prefix"):
                    first = honorific.last
                    break
            yield _name(line, _with_prefix(line, first), hit.last, "lexicon", hit.id)
        surnames = line.found(position, "surname")
        if surnames and _stands_alone(line, position, surnames[0].last):
            known = [hit.id for hit in surnames if hit.last == surnames[0].last]
            name = _name(line, position, surnames[0].last, "lexicon", known[0])
            yield name if len(known) == 1 else replace(name, id="|".join(known))


def _stands_alone(line: Line, first: int, last: int) -> bool:
    """Whether a family name that may be a common word is a name here."""
    if line.tokens[first].ner.endswith("-PER") or line.is_cue(first - 1, "name_title"):
        return True
    return line.tokens[first].ner == "O" and any(line.keys[at] not in line.lexicon.common for at in range(first, last))


def _opened(line: Line) -> Iterator[Span]:
    """A given name with a family name after it; an honorific with a name after it."""
    for position in range(len(line.keys)):
        honorific = line.found(position, "honorific")
        if line.is_cue(position, "kept_honorific"):
            for bare in line.found(position + 1, "given", "surname"):
                yield _name(line, position, bare.last, "honorific")
        elif honorific:
            start = line.skip(honorific[0].last, QUOTES)
            last = _family(line, start)
            if last > start:
                yield _name(line, start, last, "honorific")
        given = line.found(position, "given")
        if given and not honorific:
            last = _family(line, given[0].last)
            proper = all(line.tokens[at].upos in ("", "PROPN") for at in range(position, last))
            marked = any(
                line.tokens[at].ner.endswith("PER") or not line.tokens[at].upos for at in range(position, last)
            )
            if last > given[0].last and proper and marked:
                yield _name(line, _with_prefix(line, position), last, "given")


def _beside_titles(line: Line, titles: Mapping[int, Span]) -> Iterator[Span]:
    """Words that no table knows, after a title or between a mark or preposition and a title."""
    for title in titles.values():
        end = title.first - 1 if line.key(title.first - 1) == "،" else title.first
        begin = end
        while begin > max(0, end - LONGEST_FAMILY) and _can_be_name(line, begin - 1):
            begin -= 1
        yield from _quoted(line, title)
        opened = begin == 0 or not line.is_word(begin - 1) or line.is_cue(begin - 1, "preposition")
        if title.of is not None and opened and begin < end - (end == title.first):
            yield _name(line, begin, end, "title")
        start = line.skip(title.last, QUOTES)
        last = _family(line, start)
        quoted = last > start and start > title.last and line.skip(last, QUOTES) > last
        if title.of is not None and (last > start + 1 or quoted):
            yield _name(line, start, last, "title")


def _quoted(line: Line, title: Span) -> Iterator[Span]:
    """«X» beside a title, whatever the words in the quotation marks are."""
    for last, first in ((title.first - 1, 0), (0, title.last)):
        if last > 0 and line.tokens[last].text in '»"”':
            first = last - 1
            while first > max(0, last - LONGEST_QUOTED) and line.is_word(first):
                first -= 1
            if line.tokens[first].text in '«"“' and first < last - 1:
                yield _name(line, first + 1, last, "title")
        elif 0 < first < len(line.keys) and line.tokens[first].text in '«"“':
            last = first + 1
            while last < min(first + LONGEST_QUOTED, len(line.keys)) and line.is_word(last):
                last += 1
            proper = any(line.tokens[at].upos in ("", "PROPN") for at in range(first + 1, last))
            if last < len(line.keys) and line.tokens[last].text in '»"”' and proper:
                yield _name(line, first + 1, last, "title")


def _echoed(line: Line, families: Collection[str]) -> Iterator[Span]:
    for position, key in enumerate(line.keys):
        for last in (position + 2, position + 1):
            if "".join(line.keys[position:last]) in families:
                tagged = line.tokens[position].ner.endswith("-PER")
                if tagged or key not in line.lexicon.common:
                    yield _name(line, position, last, "chain")
                break


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
    if PLURAL.search(line.tokens[position].text):
        return False
    if line.is_cue(position, "organization_head") or line.tokens[position].ner[2:] in ("ORG", "LOC"):
        return False
    if line.found(position, "title", "country", "demonym", "organization", "body", "honorific", "suffix"):
        return False
    known = line.key(position) in line.lexicon.common
    return line.tokens[position].upos in ("", "PROPN", "NOUN", "X", "ADJ") and not known
