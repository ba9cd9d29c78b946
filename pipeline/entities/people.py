"""Which names and titles are one person: chains within an article.

Full names open a chain; a family name, a given name or a shorter form joins the chain it
fits. A title without a name joins the person who is said, or known, to hold that office;
where nobody is named it stands for a person who is described only.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from pipeline.entities.line import Line
from pipeline.entities.sentences import Reading
from pipeline.entities.settle import Settled
from pipeline.entities.spans import Span

Office = tuple[str, str]


@dataclass(slots=True)
class Chain:
    """One person of an article: names, titles and offices, as (title id, country or organization)."""

    keys: tuple[str, ...] = ()
    person: str = ""
    names: list[Span] = field(default_factory=list)
    titles: list[Span] = field(default_factory=list)
    offices: list[Office] = field(default_factory=list)

    def spans(self) -> list[Span]:
        """All names and titles, in reading order."""
        return sorted((*self.names, *self.titles), key=lambda span: (span.line, span.first))


def chain_people(readings: Sequence[Reading], settled: Settled, published: str) -> list[Chain]:
    """The persons of an article, named ones first."""
    chains = _chain_names(readings)
    by_name = {name: chain for chain in chains for name in chain.names}
    for reading in readings:
        for title, name in reading.links.items():
            chain = by_name[name]
            chain.titles.append(title)
            chain.offices.append(office_of(title, settled))
    described: list[Chain] = []
    for reading in readings:
        for title in _loose_titles(reading):
            chain = _holder(title, chains, described, settled, published)
            chain.titles.append(title)
    return chains + described


def office_of(title: Span, settled: Settled) -> Office:
    """The title's id and the country or organization its holder acts for; a deputy acts for whom his chief acts for."""
    owner = title.of
    if owner is not None and owner.kind == "person":
        return title.id, office_of(owner, settled)[1]
    entity = settled.one(owner)
    known = settled.lexicon.titles.get(title.id)
    if known and known.scope == "country" and entity:
        return title.id, settled.country_of(entity) or entity
    if owner is not None and owner.kind == "place":
        place = settled.lexicon.places.get(entity)
        return title.id, place.country if place else ""
    return title.id, entity


def _chain_names(readings: Sequence[Reading]) -> list[Chain]:
    named = [(name, _keys(reading.line, name)) for reading in readings for name in reading.spans if name.sort == "name"]
    chains: list[Chain] = []
    for name, keys in sorted(named, key=lambda item: (-len(item[1]), item[0].line, item[0].first)):
        chain = _fitting(keys, name, chains)
        if chain is None:
            chain = Chain(keys, name.id)
            chains.append(chain)
        chain.person = chain.person or name.id
        chain.names.append(name)
    for chain in chains:
        chain.names.sort(key=lambda span: (span.line, span.first))
    return chains


def _keys(line: Line, name: Span) -> tuple[str, ...]:
    keys = line.keys[name.first : name.last]
    while len(keys) > 1 and keys[0] in line.lexicon.cue("name_prefix"):
        keys = keys[1:]
    return keys


def _fitting(keys: tuple[str, ...], name: Span, chains: Iterable[Chain]) -> Chain | None:
    fits = [chain for chain in chains if _fits(keys, name.id, chain)]
    if len(fits) < 2:
        return fits[0] if fits else None

    def distance(chain: Chain) -> tuple[bool, int]:
        gaps = [(other.line, other.first) > (name.line, name.first) for other in chain.names]
        return all(gaps), min(abs(other.line - name.line) for other in chain.names)

    return min(fits, key=distance)


def _fits(keys: tuple[str, ...], person: str, chain: Chain) -> bool:
    short, long = "".join(keys), "".join(chain.keys)
    if short == long:
        return True
    if person and chain.person:
        return person == chain.person
    if len(short) > len(long):
        return False
    if len(keys) < len(chain.keys) or len(keys) > 1:
        return long.endswith(short) and len(short) > 1
    return False


def _loose_titles(reading: Reading) -> list[Span]:
    return [
        span
        for span in reading.spans
        if span.kind == "person"
        and span.form == "title"
        and span.sort in ("title", "counterpart")
        and span not in reading.links
    ]


def _holder(title: Span, chains: Sequence[Chain], described: list[Chain], settled: Settled, published: str) -> Chain:
    """Who holds the office that a title without a name speaks of."""
    office = office_of(title, settled)
    named = [chain for chain in chains if _holds(chain, office, settled, published)]
    before = [chain for chain in named if chain.names[0].line <= title.line]
    if before or named:
        return (before[-1:] or named)[0]
    for chain in described:
        if _same_office(chain.offices[0], office):
            return chain
    chain = Chain(offices=[office])
    described.append(chain)
    return chain


def _holds(chain: Chain, office: Office, settled: Settled, published: str) -> bool:
    if any(_same_office(known, office) for known in chain.offices):
        return True
    title, of = office
    return any(
        tenure.title == title and of in ("", tenure.of) and _in_office(tenure.start, tenure.end, published)
        for tenure in (settled.lexicon.tenures_of(chain.person) if chain.person and of else ())
    )


def _in_office(start: str, end: str, published: str) -> bool:
    day = published[:10]
    return not day or (start[: len(day)] <= day and (not end or day[: len(end)] <= end))


def _same_office(known: Office, office: Office) -> bool:
    return known[0] == office[0] and (known[1] == office[1] or not office[1] or not known[1])
