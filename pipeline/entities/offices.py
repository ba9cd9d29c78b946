"""Offices: for whom the holder of a title acts; whether two titles, or a title and a tenure, are one office."""

from pipeline.entities.chains import Chain, Office
from pipeline.entities.settle import Settled
from pipeline.entities.spans import Span


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
    staff = owner.kind == "organization" and title.id in settled.lexicon.cue("staff_title_ids")
    return (settled.country_of(entity) or entity) if national and not staff else entity


def office_stated(title: Span, chain: Chain, settled: Settled) -> str:
    """Whose office a title states; empty for a mere role in no organization and for vague words such as «مقام»."""
    title_id, of, _ = chain.held.get(title, ("", "", ""))
    if title.sort == "counterpart":
        return of
    known, cue = settled.lexicon.titles.get(title_id), settled.lexicon.cue
    national = of in settled.lexicon.countries
    if known is None or (national and (known.scope == "role" or title_id in cue("vague_title_ids"))):
        return ""
    if national and title_id in cue("body_title_ids"):
        return ""
    seat = title_id == "representative" and title.of is not None and title.of.kind == "place"
    if national and (seat or title_id in cue("parliament_title_ids")):
        parliament = f"{of}-parliament"
        return parliament if any(entity == parliament for _, entity in settled.organizations) else of
    return of


def same_office(known: Office, office: Office, settled: Settled) -> bool:
    """Whether two offices are one: the same title or kind of title, for the same country or organization."""
    kinds = (settled.lexicon.cue(name) for name in ("leader_title_ids", "envoy_title_ids"))
    same = known[0] == office[0] or any(known[0] in kind and office[0] in kind for kind in kinds)
    title = settled.lexicon.titles.get(known[0])
    single = title is not None and title.unique == "true" and title.scope == "country"
    if not same or (not single and known[2] and office[2] and known[2] != office[2]):
        return False
    return known[1] == office[1] or settled.within(known[1], office[1]) or settled.within(office[1], known[1])


def in_office(start: str, end: str, published: str) -> bool:
    """Whether a tenure covers the day of publication; an article without a day fits every tenure."""
    day = published[:10]
    return not day or (start[: len(day)] <= day and (not end or day[: len(end)] <= end))


def holds(chain: Chain, title: Span, office: Office, settled: Settled, published: str) -> bool:
    """Whether a person is said, or known, to hold the office that a title speaks of."""
    bare = title.of is None and title.shared is None
    if any(same_office(known, office, settled) or (bare and known[0] == office[0]) for known in chain.offices):
        return True
    return any(
        same_office((tenure.title, tenure.of, ""), office, settled) and in_office(tenure.start, tenure.end, published)
        for tenure in (settled.lexicon.tenures_of(chain.person) if chain.person else ())
    )


def known_holder(office: Office, settled: Settled, published: str) -> tuple[str, ...]:
    """The only person known to hold an office on the day the article was published."""
    title, of, _ = office
    holders = {
        tenure.person
        for tenure in settled.lexicon.offices
        if published and tenure.title == title and tenure.of == of and in_office(tenure.start, tenure.end, published)
    }
    return tuple(holders) if len(holders) == 1 else ()


def describes(title: Span, office: Office, settled: Settled) -> bool:
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


def says_of_whom(title: Span, settled: Settled) -> bool:
    """Whether a title names what it belongs to, or belongs to a country by its nature."""
    known = settled.lexicon.titles.get(title.id)
    return title.of is not None or title.shared is not None or (known is not None and known.scope == "country")


def is_role(title: Span, settled: Settled) -> bool:
    """Whether a title is a mere role («کارشناس») and no office."""
    known = settled.lexicon.titles.get(title.id)
    return known is None or known.scope == "role"


def is_guess(chain: Chain, office: Office, settled: Settled) -> bool:
    """Whether only a tenure that no article confirms ties a person to an office."""
    if any(same_office(known, office, settled) for known in chain.offices):
        return False
    tenures = settled.lexicon.tenures_of(chain.person)
    return not any(tenure.checked and same_office((tenure.title, tenure.of, ""), office, settled) for tenure in tenures)
