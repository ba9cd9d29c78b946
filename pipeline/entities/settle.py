"""To which country or organization a span refers: the named one, or the one that the text last pointed at."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from pipeline.entities.ids import unlisted_id
from pipeline.entities.sentences import Reading
from pipeline.entities.spans import Span
from pipeline.lexicon import Lexicon
from pipeline.lexicon.match import key_of

NEAR_LINES = 3


@dataclass(slots=True)
class Settled:
    """What countries, organizations and places the spans of one article refer to, in reading order."""

    lexicon: Lexicon
    home: str
    ids: dict[Span, tuple[str, ...]] = field(default_factory=dict)
    countries: list[tuple[Span, str]] = field(default_factory=list)
    organizations: list[tuple[Span, str]] = field(default_factory=list)
    affiliations: dict[str, str] = field(default_factory=dict)

    def one(self, span: Span | None) -> str:
        """The entity of a span that refers to one; empty where it is not known."""
        found = self.ids.get(span, ()) if span else ()
        return found[0] if len(found) == 1 else ""

    def within(self, entity: str, owner: str) -> bool:
        """Whether an organization is a part of another one."""
        if owner in self.lexicon.countries or not owner:
            return False
        return self.affiliations.get(entity) == owner

    def country_of(self, entity: str) -> str:
        """The country that a settled entity acts for, through affiliations."""
        for _ in range(8):
            if entity in self.lexicon.countries or not entity:
                return entity
            entity = self.affiliations.get(entity) or self.lexicon.country_of(entity)
        return ""


def settle(readings: Sequence[Reading], lexicon: Lexicon, texts: dict[Span, str]) -> Settled:
    """Settle all countries, organizations and places of an article, nested ones before those that hold them."""
    homes = sorted(lexicon.cue("home_country"))
    settled = Settled(lexicon, homes[0].upper() if homes else "")
    for reading in readings:
        for outer in reading.spans:
            inner_first = list(outer.nested())
            inner_first.reverse()
            for span in sorted(inner_first, key=lambda span: span.kind != "country"):
                _settle_one(span, settled, texts)
    return settled


def _settle_one(span: Span, settled: Settled, texts: dict[Span, str]) -> None:
    if span in settled.ids:
        return
    if span.kind == "country":
        found = _country(span, settled)
        settled.ids[span] = found
        if len(found) == 1 and span.sort != "own":
            settled.countries.append((span, found[0]))
    elif span.kind == "place":
        settled.ids[span] = (_place(span, texts),)
    elif span.kind == "organization":
        found_one = _organization(span, settled, texts)
        settled.ids[span] = (found_one,) if found_one else ()
        if found_one:
            settled.organizations.append((span, found_one))


def _country(span: Span, settled: Settled) -> tuple[str, ...]:
    if span.sort == "country":
        return (span.id,)
    if span.sort == "home":
        return (settled.home,) if settled.home else ()
    if span.sort == "government":
        return settled.ids.get(span.of, ()) if span.of else ()
    recent = list(dict.fromkeys(entity for _, entity in reversed(settled.countries)))
    if span.sort == "both":
        return tuple(sorted(recent[:2])) if len(recent) > 1 else ()
    if span.sort == "deixis" and recent:
        here = [entity for known, entity in reversed(settled.countries) if known.line == span.line]
        foreign = [entity for entity in here if entity != settled.home]
        return ((foreign or here or recent)[0],)
    return ()


def _place(span: Span, texts: dict[Span, str]) -> str:
    if span.id.startswith("capital:"):
        country = span.id.partition(":")[2]
        return unlisted_id("place", texts[span], country)
    return span.id or unlisted_id("place", texts[span], "")


def _organization(span: Span, settled: Settled, texts: dict[Span, str]) -> str:
    if span.sort == "organization":
        settled.affiliations.setdefault(span.id, settled.lexicon.organizations[span.id].affiliation)
        return span.id
    if span.sort == "body":
        return _body(span, settled, texts[span])
    if span.sort == "anaphor":
        return _pointed(texts[span], settled, texts)
    inner = next((part for part in span.parts if part.kind == "organization"), None)
    if inner and inner.sort == span.sort:
        return settled.one(inner)
    return _unlisted(span, settled, texts)


def _body(span: Span, settled: Settled, text: str) -> str:
    belongs = span.of or span.shared
    owner = settled.one(belongs)
    if belongs is None or (not owner and belongs.kind == "country"):
        near = [
            entity
            for known, entity in reversed(settled.organizations)
            if known.sort == "body" and known.id == span.id and span.line - known.line <= NEAR_LINES
        ]
        if near:
            return near[0]
        cue = settled.lexicon.cue
        if settled.lexicon.bodies[span.id].type not in cue("bare_body_types") or key_of(text) in cue("no_bare_body"):
            return ""
        owner = settled.home
    country = settled.country_of(owner) or owner
    if not country:
        return ""
    entity = f"{country}-{span.id}"
    settled.affiliations.setdefault(entity, owner)
    return entity


def _pointed(text: str, settled: Settled, texts: dict[Span, str]) -> str:
    """«این سازمان»: the last organization whose name has the same head noun."""
    head = key_of(text.split()[-1])
    for known, entity in reversed(settled.organizations):
        if known.sort != "anaphor" and key_of(texts[known]).startswith(head):
            return entity
    return ""


def _unlisted(span: Span, settled: Settled, texts: dict[Span, str]) -> str:
    owner = settled.one(span.of)
    if owner and span.of is not None:
        return _headed(span, owner, settled, texts)
    key = key_of(texts[span])
    for known, entity in settled.organizations:
        other = key_of(texts[known])
        if other == key or (other.startswith(key) and " " in texts[span]):
            return entity
    return unlisted_id("organization", texts[span], "")


def _headed(span: Span, owner: str, settled: Settled, texts: dict[Span, str]) -> str:
    """A part of an organization is the same whichever name of the organization follows."""
    head = texts[span].removesuffix(texts[span.of]) if span.of else texts[span]
    entity = unlisted_id("organization", head, owner)
    settled.affiliations.setdefault(entity, owner)
    return entity
