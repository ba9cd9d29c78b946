"""Which names and titles are one person: chains within an article.

Full names open a chain; a family name, a given name or a shorter form joins the chain it
fits. A title without a name joins the person who is said, or known, to hold that office;
where nobody is named it stands for a person who is described only.
"""

from collections.abc import Iterable, Sequence

from pipeline.entities.chains import Chain, Office
from pipeline.entities.lead import goes_on, lead, speaker_before
from pipeline.entities.line import Line
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
    leading = lead(readings, [title for title in loose if _says_of_whom(title, settled)], by_name)
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


def office_of(title: Span, settled: Settled, affiliation: str = "") -> Office:
    """The title's id, the country or organization its holder acts for, and his portfolio.

    A deputy acts for whom his chief acts for. A title of a country that names none is taken for
    the country of the holder's known `affiliation`, else for the country the news is written in.
    """
    owner = title.of or title.shared
    if owner is not None and owner.kind == "person":
        return title.id, office_of(owner, settled, affiliation)[1], title.detail + owner.id
    return title.id, _acts_for(title, owner, settled, affiliation), title.detail


def _acts_for(title: Span, owner: Span | None, settled: Settled, affiliation: str) -> str:
    entity = settled.one(owner)
    known = settled.lexicon.titles.get(title.id)
    national = known is not None and known.scope == "country"
    home = settled.country_of(affiliation)
    if owner is None:
        return (home or settled.home) if national else ""
    if owner.kind == "place":
        place = settled.lexicon.places.get(entity)
        return place.country if place else ""
    if owner.sort == "body" and owner.of is None and home and settled.country_of(entity) != home:
        return f"{home}-{owner.id}"
    return (settled.country_of(entity) or entity) if national else entity


def office_stated(title: Span, chain: Chain, settled: Settled) -> str:
    """Whose office a title states; empty for a mere role in no organization and for vague words such as «مقام»."""
    title_id, of, _ = chain.held.get(title, ("", "", ""))
    known, cue = settled.lexicon.titles.get(title_id), settled.lexicon.cue
    national = of in settled.lexicon.countries
    if known is None or (national and (known.scope == "role" or title_id in cue("vague_title_ids"))):
        return ""
    if national and title_id in cue("body_title_ids"):
        return ""
    if title_id in cue("parliament_title_ids") and national:
        parliament = f"{of}-parliament"
        return parliament if any(entity == parliament for _, entity in settled.organizations) else of
    return of


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
    if title.of is None and title.shared is None and _is_role(title, settled):
        return None
    named = [chain for chain in chains if _holds(chain, title, office, settled, published)]
    if named:
        before = [chain for chain in named if chain.names[0].line <= title.line]
        return before[-1] if before else named[0]
    for chain in described:
        if _same_office(chain.offices[0], office, settled):
            return chain
    if not _describes(title, office, settled):
        return None
    chain = Chain(offices=[office], person=_known_holder(office, settled, published))
    described.append(chain)
    return chain


def _describes(title: Span, office: Office, settled: Settled) -> bool:
    """Whether a title alone singles out a person: it says of whom, and it is an office and no role."""
    if title.sort == "counterpart":
        return True
    known, cue = settled.lexicon.titles.get(title.id), settled.lexicon.cue
    if known is None or known.scope == "role" or (title.id in cue("vague_title_ids") and not title.detail):
        return False
    if title.of is not None and title.of.kind == "country" and title.id in cue("body_title_ids"):
        return False
    alone = known.unique == "true" and title.id not in cue("no_bare_title_ids")
    named = title.of is not None or title.shared is not None or alone
    return named and bool(office[1])


def _is_role(title: Span, settled: Settled) -> bool:
    known = settled.lexicon.titles.get(title.id)
    return known is None or known.scope == "role"


def _says_of_whom(title: Span, settled: Settled) -> bool:
    known = settled.lexicon.titles.get(title.id)
    return title.of is not None or title.shared is not None or (known is not None and known.scope == "country")


def _known_holder(office: Office, settled: Settled, published: str) -> str:
    """The only person known to hold an office on the day the article was published."""
    title, of, _ = office
    holders = {
        tenure.person
        for tenure in settled.lexicon.offices
        if published and tenure.title == title and tenure.of == of and _in_office(tenure.start, tenure.end, published)
    }
    return holders.pop() if len(holders) == 1 else ""


def _holds(chain: Chain, title: Span, office: Office, settled: Settled, published: str) -> bool:
    bare = title.of is None and title.shared is None
    if any(_same_office(known, office, settled) or (bare and known[0] == office[0]) for known in chain.offices):
        return True
    return any(
        _same_office((tenure.title, tenure.of, ""), office, settled) and _in_office(tenure.start, tenure.end, published)
        for tenure in (settled.lexicon.tenures_of(chain.person) if chain.person else ())
    )


def _in_office(start: str, end: str, published: str) -> bool:
    day = published[:10]
    return not day or (start[: len(day)] <= day and (not end or day[: len(end)] <= end))


def _same_office(known: Office, office: Office, settled: Settled) -> bool:
    kinds = (settled.lexicon.cue(name) for name in ("leader_title_ids", "envoy_title_ids"))
    same = known[0] == office[0] or any(known[0] in kind and office[0] in kind for kind in kinds)
    if not same or (known[2] and office[2] and known[2] != office[2]):
        return False
    return known[1] == office[1] or settled.within(known[1], office[1]) or settled.within(office[1], known[1])
