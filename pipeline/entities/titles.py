"""Titles at their full extent: «معاون سیاسی وزیر خارجه …», «نماینده ویژه … در امور …», «همتای … خود».

A title reaches over its modifiers to the country, organization, place or other title it
belongs to; what it belongs to decides for whom its holder acts.
"""

from collections.abc import Mapping

from pipeline.entities.countries import country_at, government_at, place_at
from pipeline.entities.line import Line
from pipeline.entities.organizations import Later, is_content
from pipeline.entities.spans import Sort, Span

LONGEST_GAP = 7
LONGEST_TITLE = 24
POSSESSIVE = "اش"


def read_titles(line: Line, organizations: Later) -> dict[int, Span]:
    """The longest title from each token on."""
    found: dict[int, Span] = {}
    for first in range(len(line.keys) - 1, -1, -1):
        best = title_at(line, first, organizations, found) or counterpart_at(line, first)
        if best and best.last - first <= LONGEST_TITLE:
            found[first] = best
    return found


def title_at(line: Line, first: int, organizations: Later, titles: Mapping[int, Span]) -> Span | None:
    """A title of the lexicon with all that belongs to it."""
    start = first
    if line.is_cue(first, "determiner"):
        start += 1
    best: Span | None = None
    for hit in line.found(start, "title"):
        if hit.last == start + 1 and line.is_cue(start, "abstract_title"):
            continue
        span = _extended(line, first, hit.last, hit.id, organizations, titles)
        if best is None or span.last > best.last:
            best = span
    if start > first and best is not None and line.is_cue(first, "pointing"):
        return Span(line.index, first, best.last, "person", "title", "anaphor", best.id, best.of, rule="title:pointing")
    return best


def _extended(line: Line, first: int, start: int, title: str, organizations: Later, titles: Mapping[int, Span]) -> Span:
    position = start
    while line.is_cue(position, "title_modifier"):
        position += 1
    owner = _owner_at(line, position, organizations, titles)
    if owner is None and _is_open(line, first, start):
        owner, position = _owner_beyond(line, position, organizations, titles)
    host = organizations.get(position + 1) if line.key(position) == "در" else None
    if owner is None and host is None:
        host, position = _hosted(line, position, organizations)
    elif owner is not None and owner.kind == "place" and line.key(owner.last) == "در":
        host = organizations.get(owner.last + 1)
    owner = host or owner
    parts = _posted(line, owner.last if owner else position, title)
    last = parts[-1].last if parts else owner.last if owner else position
    beside = titles.get(last + 1) if owner is None and line.key(last) == "و" else None
    shared = (beside.of or beside.shared) if beside else None
    words = range(start, owner.first) if owner else range(0)
    detail = "".join(line.key(word) for word in words if not line.is_cue(word, "title_modifier"))
    return Span(
        line.index, first, last, "person", "title", "title", title, owner, parts, "title:lexicon", shared, detail
    )


def _is_open(line: Line, first: int, last: int) -> bool:
    """Whether the words of a title, or its last ones, leave room for a portfolio: «معاون …», «مدیر کل …»."""
    words = line.lexicon.cue("open_title")
    return any("".join(line.keys[begin:last]) in words for begin in range(first, last))


def _owner_at(line: Line, position: int, organizations: Later, titles: Mapping[int, Span]) -> Span | None:
    title = titles.get(position)
    if title is not None and title.sort == "title":
        return title
    if any(hit.linked and hit.kind == "country" for hit in line.found(position, "country")[:1]):
        return None
    readings = (organizations.get(position), country_at(line, position), government_at(line, position))
    best = max((reading for reading in readings if reading), key=lambda span: span.last, default=None)
    if best is None and line.is_cue(position, "pointing") and line.is_cue(position + 1, "organization_anaphor"):
        return Span(line.index, position, position + 2, "organization", "title", "anaphor", rule="anaphor")
    return best or place_at(line, position)


def _owner_beyond(
    line: Line, position: int, organizations: Later, titles: Mapping[int, Span]
) -> tuple[Span | None, int]:
    """What an open title («معاون …») belongs to, some words on; else how far its portfolio goes."""
    if line.key(position) == "و":
        return None, position
    for place in range(position, position + LONGEST_GAP):
        if not is_content(line, place) or (line.key(place) == "و" and place + 1 in titles):
            break
        owner = _owner_at(line, place + 1, organizations, titles)
        if owner is not None and owner.form != "demonym" and line.is_word(place):
            return owner, position
    return None, position


def _hosted(line: Line, position: int, organizations: Later) -> tuple[Span | None, int]:
    """«استراتژیست بازارها در شرکت …»: the organization a role is held in, some words on."""
    for place in range(position, position + LONGEST_GAP):
        if line.key(place) == "در":
            return organizations.get(place + 1), position
        if not is_content(line, place) or line.is_cue(place, "light_noun"):
            break
    return None, position


def _posted(line: Line, position: int, title: str) -> tuple[Span, ...]:
    """«در …»: the post of an envoy, or the matters he is sent for."""
    if line.cue(position, "affairs") > position:
        target = country_at(line, line.cue(position, "affairs"))
        return (target,) if target else ()
    if title in line.lexicon.cue("posted_title_ids") and line.is_cue(position, "posted_at"):
        target = country_at(line, position + 1)
        place = target or place_at(line, position + 1)
        return (place,) if place else ()
    return ()


def counterpart_at(line: Line, first: int) -> Span | None:
    """«همتای … خود»: the same office in another country."""
    start = line.cue(first, "counterpart")
    country = (country_at(line, start) or _suffixed(line, start)) if start > first else None
    if country is None or country.sort != "country":
        return None
    last = line.cue(country.last, "own_pronoun")
    sort: Sort = "counterpart"
    return Span(line.index, first, last, "person", "title", sort, "", country, rule="title:counterpart")


def _suffixed(line: Line, position: int) -> Span | None:
    """«…ی‌اش»: an adjective of a country with a possessive ending."""
    key = line.key(position)
    if not key.endswith(POSSESSIVE):
        return None
    for hit in line.lexicon.matcher.find((key.removesuffix(POSSESSIVE),)):
        if hit.kind == "demonym":
            return Span(
                line.index, position, position + 1, "country", "demonym", "country", hit.id, rule="country:demonym"
            )
    return None
