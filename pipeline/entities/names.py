"""Where persons are named: names of the lexicon and of the tagger, and those that patterns find."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace

from pipeline.entities.line import Line
from pipeline.entities.name_patterns import (
    PLURAL,
    can_be_name,
    name_span,
    names_beside_titles,
    opened_names,
    with_prefix,
)
from pipeline.entities.spans import Span

LONGEST_BLOCK = 10
# The rule that wins where two names fill the same tokens.
RANKS = ("name:lexicon", "name:tagged", "name:honorific", "name:given", "name:title", "name:chain")


def read_names(line: Line, titles: Mapping[int, Span], families: Collection[str] = ()) -> list[Span]:
    """The persons named in a sentence, without title words, in reading order and without overlaps.

    `families` holds the family names of persons named in full elsewhere in the article.
    """
    candidates = [*_tagged(line), *_listed(line), *opened_names(line), *names_beside_titles(line, titles)]
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
        yield name_span(line, with_prefix(line, first), last, "tagged")


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
        and can_be_name(line, position)
        and not line.is_cue(position, "name_link")
    )


def _listed(line: Line) -> Iterator[Span]:
    for position in range(len(line.keys)):
        for hit in line.found(position, "person")[:1]:
            first = position
            for honorific in line.found(position, "honorific"):
                if honorific.last < hit.last and not line.is_cue(position, "name_prefix"):
                    first = honorific.last
                    break
            yield name_span(line, with_prefix(line, first), hit.last, "lexicon", hit.id)
        surnames = line.found(position, "surname")
        if surnames and _stands_alone(line, position, surnames[0].last):
            known = [hit.id for hit in surnames if hit.last == surnames[0].last]
            name = name_span(line, position, surnames[0].last, "lexicon", known[0])
            yield name if len(known) == 1 else replace(name, id="|".join(known))


def _stands_alone(line: Line, first: int, last: int) -> bool:
    """Whether a family name that may be a common word is a name here."""
    if line.tokens[first].ner.endswith("-PER") or line.is_cue(first - 1, "name_title"):
        return True
    return line.tokens[first].ner == "O" and any(line.keys[at] not in line.lexicon.common for at in range(first, last))


def _echoed(line: Line, families: Collection[str]) -> Iterator[Span]:
    for position, key in enumerate(line.keys):
        for last in (position + 2, position + 1):
            if "".join(line.keys[position:last]) in families:
                tagged = line.tokens[position].ner.endswith("-PER")
                if tagged or key not in line.lexicon.common:
                    yield name_span(line, position, last, "chain")
                break
