"""Organizations: listed ones, bodies of a country, media, and longer names built around them.

Sentences are read from their end, so that a name knows the names inside it and the time
stays linear in the length of the sentence.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from pipeline.entities.countries import country_at, government_at, place_at
from pipeline.entities.line import Line
from pipeline.entities.spans import Sort, Span
from pipeline.model import Form

LONGEST_GAP = 8
LONGEST_NAME = 18
LONGEST_MEDIUM = 4

Later = Mapping[int, Span]


def read_organizations(line: Line) -> dict[int, Span]:
    """The longest organization from each token on."""
    found: dict[int, Span] = {}
    for first in range(len(line.keys) - 1, -1, -1):
        readings = (listed_at(line, first), body_at(line, first, found), medium_at(line, first, found))
        best = max((reading for reading in readings if reading), key=lambda span: span.last, default=None)
        best = best or headed_at(line, first, found) or short_at(line, first)
        if best and best.last - first <= LONGEST_NAME:
            found[first] = best
    return found


def listed_at(line: Line, first: int) -> Span | None:
    """An organization of the lexicon, with the name of its own country after it."""
    for hit in line.found(first, "organization", "acronym"):
        form: Form = "name" if hit.kind == "organization" else "acronym"
        bare = _organization(line, first, hit.last, "organization", hit.id, form=form, rule=form)
        bare = replace(bare, parts=tuple(_shorter(line, bare)))
        owner = country_at(line, hit.last)
        if owner and owner.form != "demonym" and (owner.sort == "home" or owner.id == line.lexicon.country_of(hit.id)):
            return replace(bare, last=owner.last, parts=(bare, owner))
        return bare
    return None


def _shorter(line: Line, whole: Span) -> Iterator[Span]:
    """Shorter names of the same organization inside its name: «شبکه X» is X, «سازمان X کشورمان» is «سازمان X»."""
    for position in range(whole.first, whole.last):
        for hit in line.found(position, "organization", "acronym"):
            tail = position > whole.first and hit.last == whole.last
            head = position == whole.first and line.cue(hit.last, "home") == whole.last > hit.last
            if hit.id == whole.id and (tail or head):
                yield replace(whole, first=position, last=hit.last)
                return


def body_at(line: Line, first: int, later: Later) -> Span | None:
    """A ministry, parliament or other body of the country or organization named after it, or of none."""
    best: Span | None = None
    for hit in line.found(first, "body"):
        if hit.id in line.lexicon.cue("no_body_ids"):
            continue
        start = hit.last
        while line.is_cue(start, "title_modifier"):
            start += 1
        owner = country_at(line, start) or government_at(line, start) or later.get(start)
        last = owner.last if owner else hit.last
        if best is None or last > best.last:
            bare = _organization(line, first, hit.last, "body", hit.id, of=owner, rule="body")
            best = replace(bare, last=last, form="title" if owner and owner.sort in ("own", "deixis") else "name")
            if owner and (owner.sort == "home" or (best.form == "title" and _has_own_name(line, hit.id))):
                best = replace(best, parts=(replace(bare, of=None, shared=owner),))
    return best and _seated(line, best)


def _has_own_name(line: Line, body: str) -> bool:
    """Whether the bare word names a body, as a ministry's does, and does not merely describe it («مجلس این کشور»)."""
    return line.lexicon.bodies[body].type == "ministry"


def _seated(line: Line, body: Span) -> Span:
    """«سفارت ایران در سوریه»: the name goes on to the seat."""
    if line.is_cue(body.first, "posted") and line.key(body.last) == "در" and body.of:
        seat = line.found(body.last + 1, "country", "capital", "place")
        place = (country_at(line, body.last + 1) or place_at(line, body.last + 1)) if seat else None
        if place:
            return replace(body, last=place.last, parts=(*body.parts, place))
    return body


def medium_at(line: Line, first: int, later: Later) -> Span | None:
    """«روزنامه …», «خبرگزاری …»: a medium, listed or not, named after the word for its kind."""
    start = line.cue(first, "medium")
    if start == first:
        return None
    while line.found(start, "demonym"):
        start = line.found(start, "demonym")[0].last
    owner = later.get(start) or government_at(line, start)
    if owner and owner.sort in ("body", "government"):
        return _organization(line, first, owner.last, "unlisted", of=owner, rule="medium")
    bare = line.skip(start, '«"“')
    for hit in line.found(bare, "organization", "acronym"):
        inner = _organization(line, bare, hit.last, "organization", hit.id, rule="medium")
        return _organization(line, first, hit.last, "organization", hit.id, parts=(inner,), rule="medium")
    last = bare
    while last < bare + LONGEST_MEDIUM and is_content(line, last) and not _ends_medium(line, last, bare > start):
        last += 1
    if last == bare:
        return None
    inner = _organization(line, bare, last, "unlisted", rule="medium")
    return _organization(line, first, last, "unlisted", parts=(inner,), rule="medium")


def _ends_medium(line: Line, position: int, quoted: bool) -> bool:
    """Whether a word is no part of an unlisted medium's name; common words are one where quoted or tagged."""
    common = line.key(position) in line.lexicon.common and not line.tokens[position].ner.endswith("ORG")
    light = line.key(position) == "و" or line.is_cue(position, "light_noun")
    return light or (common and not quoted) or bool(line.found(position, "organization"))


def headed_at(line: Line, first: int, later: Later) -> Span | None:
    """A head noun of organizations and what follows it, up to the organization or country that it belongs to."""
    if not line.is_cue(first, "organization_head") or line.found(first, "country"):
        return None
    for position in range(first + 1, first + LONGEST_GAP):
        owner = country_at(line, position) or later.get(position)
        if owner and _is_medium(line, owner):
            return None
        if owner and owner.form != "demonym":
            other = _joint(line, first, owner)
            last, parts = (other.last, (other,)) if other else (owner.last, ())
            return _organization(line, first, last, "unlisted", of=owner, parts=parts, rule="head")
        if not is_content(line, position):
            break
    if line.is_cue(first + 1, "joint"):
        last = line.cue(first + 2, "both")
        return _organization(line, first, last, "unlisted", parts=_joint_parts(line, first, last), rule="head")
    return None


def short_at(line: Line, first: int) -> Span | None:
    """«آژانس» alone: the organization of that kind that was named before."""
    if line.is_cue(first, "short_name"):
        return _organization(line, first, first + 1, "anaphor", rule="short")
    return None


def _joint_parts(line: Line, first: int, last: int) -> tuple[Span, ...]:
    return (_organization(line, first, first + 2, "unlisted", rule="head"),) if last > first + 2 else ()


def _is_medium(line: Line, span: Span) -> bool:
    listed = line.lexicon.organizations.get(span.id)
    return span.rule == "organization:medium" or (listed is not None and listed.type == "media")


def _joint(line: Line, first: int, owner: Span) -> Span | None:
    """«کمیسیون مشترک … و …»: a joint body belongs to two countries."""
    joint = any(line.is_cue(position, "joint") for position in range(first, owner.first))
    return country_at(line, owner.last + 1) if joint and line.key(owner.last) == "و" else None


def is_content(line: Line, position: int) -> bool:
    """Whether a token can stand inside a long name: a noun, an adjective or «و» between them."""
    if line.key(position) == "و":
        return _is_nominal(line, position - 1) and _is_nominal(line, position + 1)
    return _is_nominal(line, position)


def _is_nominal(line: Line, position: int) -> bool:
    if not line.is_word(position) or line.is_cue(position, "function_word"):
        return False
    return line.tokens[position].upos in ("", "NOUN", "ADJ", "PROPN", "NUM", "X")


def _organization(
    line: Line,
    first: int,
    last: int,
    sort: Sort,
    id: str = "",
    *,
    form: Form = "name",
    of: Span | None = None,
    parts: tuple[Span, ...] = (),
    rule: str,
) -> Span:
    return Span(line.index, first, last, "organization", form, sort, id, of, parts, f"organization:{rule}")
