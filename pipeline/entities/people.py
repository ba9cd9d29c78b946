"""Which names and titles are one person: chains within an article.

Full names open a chain; a family name, a given name or a shorter form joins the chain it
fits. A title without a name joins the person who is said, or known, to hold that office;
where nobody is named it stands for a person who is described only.
"""

from collections.abc import Iterable, Sequence

from pipeline.entities.chains import Chain
from pipeline.entities.lead import goes_on, lead, speaker_before
from pipeline.entities.line import Line
from pipeline.entities.offices import (
    describes,
    holds,
    in_office,
    is_guess,
    is_role,
    known_holder,
    office_of,
    same_office,
    says_of_whom,
)
from pipeline.entities.sentences import Reading
from pipeline.entities.settle import Settled
from pipeline.entities.spans import Span


def chain_people(readings: Sequence[Reading], settled: Settled, published: str) -> list[Chain]:
    """The persons of an article, named ones first."""
    chains = _chain_names(readings)
    by_name = {name: chain for chain in chains for name in chain.names}
    for reading in readings:
        for title, name in reading.links.items():
            _hold(by_name[name], title, settled)
    loose = [title for reading in readings for title in _loose_titles(reading)]
    for chain in chains:
        _decide(chain, settled, published)
    leading = lead(readings, [title for title in loose if says_of_whom(title, settled)], by_name)
    if leading:
        _hold(leading[1], leading[0], settled)
    described: list[Chain] = []
    for title in loose:
        if leading and title is leading[0]:
            continue
        holder = _holder(title, chains, described, settled, published)
        if holder is None or holder in described:
            speaker = speaker_before(title, readings, by_name)
            if speaker and goes_on(title, readings[title.line]) and _may_hold(speaker, title, settled):
                if holder and len(holder.titles) == 0:
                    described.remove(holder)
                holder = speaker
        if holder:
            _hold(holder, title, settled)
    return chains + described


def _decide(chain: Chain, settled: Settled, published: str) -> None:
    """Of several persons of one family name, the one in office, else the one of the country the titles name."""
    if len(chain.candidates) < 2:
        return
    countries = {settled.country_of(of) for _, of, _ in chain.offices if of}
    lexicon = settled.lexicon

    def stated(person: str) -> bool:
        known = [(tenure.title, tenure.of, "") for tenure in lexicon.tenures_of(person)]
        return any(same_office(office, held, settled) for office in known for held in chain.offices)

    def national(person: str) -> bool:
        return lexicon.country_of(person) in countries

    def serving(person: str) -> bool:
        tenures = lexicon.tenures_of(person) if published else ()
        return any(in_office(tenure.start, tenure.end, published) for tenure in tenures)

    for test in (stated, national, serving):
        fitting = tuple(person for person in chain.candidates if test(person))
        chain.candidates = fitting or chain.candidates


def _may_hold(chain: Chain, title: Span, settled: Settled) -> bool:
    """Whether a further title fits a person: one of the same country."""
    person = settled.lexicon.people.get(chain.person)
    known = [of for _, of, _ in chain.offices if of] + ([person.affiliation] if person else [])
    of = settled.country_of(office_of(title, settled)[1])
    return bool(of) and (not known or any(settled.country_of(entity) == of for entity in known))


def _hold(chain: Chain, title: Span, settled: Settled) -> None:
    person = settled.lexicon.people.get(chain.person)
    known = person.affiliation if person else next((of for _, of, _ in chain.offices if of), "")
    office = office_of(title, settled, known)
    chain.titles.append(title)
    chain.held[title] = office
    if office not in chain.offices:
        chain.offices.append(office)


def _chain_names(readings: Sequence[Reading]) -> list[Chain]:
    named = [(name, _keys(reading.line, name)) for reading in readings for name in reading.spans if name.sort == "name"]
    chains: list[Chain] = []
    for name, keys in sorted(named, key=lambda item: (-len(item[1]), item[0].line, item[0].first)):
        chain = _fitting(keys, name, chains)
        if chain is None:
            chain = Chain(keys)
            chains.append(chain)
        known = tuple(filter(None, name.id.split("|")))
        shared = tuple(person for person in chain.candidates if person in known)
        chain.candidates = shared or chain.candidates or known
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
    fits = [chain for chain in chains if _fits(keys, set(filter(None, name.id.split("|"))), chain)]
    if len(fits) < 2:
        return fits[0] if fits else None

    def distance(chain: Chain) -> tuple[bool, int]:
        gaps = [(other.line, other.first) > (name.line, name.first) for other in chain.names]
        return all(gaps), min(abs(other.line - name.line) for other in chain.names)

    return min(fits, key=distance)


def _fits(keys: tuple[str, ...], persons: set[str], chain: Chain) -> bool:
    short, long = "".join(keys), "".join(chain.keys)
    if short == long:
        return True
    if persons and chain.candidates:
        return bool(persons.intersection(chain.candidates))
    if len(short) > len(long):
        return False
    if len(keys) < len(chain.keys) or len(keys) > 1:
        return long.endswith(short) and len(short) > 1
    return False


def _loose_titles(reading: Reading) -> list[Span]:
    return [
        span
        for span in reading.spans
        if span.form == "title" and span.sort in ("title", "counterpart") and span not in reading.links
    ]


def _holder(
    title: Span, chains: Sequence[Chain], described: list[Chain], settled: Settled, published: str
) -> Chain | None:
    """Who holds the office that a title without a name speaks of; nobody for a mere role."""
    office = office_of(title, settled)
    if title.sort == "counterpart":
        abroad = [chain for chain in chains if chain.offices and chain.offices[0][1] == office[1]]
        if len(abroad) == 1:
            return abroad[0]
    if title.of is None and title.shared is None and is_role(title, settled):
        return None
    named = [chain for chain in chains if holds(chain, title, office, settled, published)]
    if named:
        before = [chain for chain in named if chain.names[0].line <= title.line]
        holder = before[-1] if before else named[0]
        if is_guess(holder, office, settled):
            holder.guessed.add(title)
        return holder
    for chain in described:
        if same_office(chain.offices[0], office, settled):
            return chain
    if not describes(title, office, settled):
        return None
    chain = Chain(offices=[office], candidates=known_holder(office, settled, published))
    described.append(chain)
    return chain
