"""Which title stands beside which name: «X، وزیر …» and «وزیر … X»."""

from collections.abc import Mapping, Sequence

from pipeline.entities.line import Line
from pipeline.entities.name_patterns import QUOTES
from pipeline.entities.spans import Span

COMMAS = "،,"


def link_titles(line: Line, titles: Sequence[Span], names: Sequence[Span]) -> dict[Span, Span]:
    """For each title in apposition its name; a closer one wins, and a name before the title over one after it."""
    offers = []
    for title in titles:
        if title.sort == "anaphor":
            continue
        for name in names:
            distance = _distance(line, title, name)
            if distance is not None and not _is_subject(line, name, title, distance):
                offers.append((distance, name.first > title.first, title.first, title, name))
    links: dict[Span, Span] = {}
    for _, after, _, title, name in sorted(offers, key=lambda offer: offer[:3]):
        if title in links or (not after and any(known.first < name.first for known in links if links[known] == name)):
            continue
        links[title] = name
    by_first = {title.first: title for title in titles}
    for title in titles:
        partner = by_first.get(title.last + 1) if line.key(title.last) == "و" else None
        if partner is None or (title in links) == (partner in links):
            continue
        if title.shared or (title in links and links[title].first < title.first and _is_further(line, partner)):
            name = links[title] if title in links else links[partner]
            links[title] = links[partner] = name
    return links


def _is_subject(line: Line, name: Span, title: Span, distance: int) -> bool:
    """«X همتای … خود را …»: the one named acts, and the counterpart is another."""
    behind = name.first < title.first and not distance
    return behind and title.sort == "counterpart" and line.key(title.last - 1) == "خود"


def _is_further(line: Line, title: Span) -> bool:
    """«X، وزیر … و عضو …»: a title that a person can hold beside another one."""
    known = line.lexicon.titles.get(title.id)
    return known is not None and known.scope != "country" and title.of is not None


def _distance(line: Line, title: Span, name: Span) -> int | None:
    """0 where title and name touch, 1 where a comma parts them, nothing where they are apart."""
    if name.first >= title.last:
        left, right = title, name
    elif title.first >= name.last:
        left, right = name, title
    else:
        return None
    position, commas = left.last, 0
    while position < right.first:
        text = line.tokens[position].text
        if text in COMMAS and not commas:
            commas = 1
        elif not (text in QUOTES or line.found(position, "honorific", "suffix") or line.is_cue(position, "namely")):
            return None
        position += 1
    return commas


def group(links: Mapping[Span, Span]) -> dict[Span, list[Span]]:
    """The titles of each name, in reading order."""
    titles: dict[Span, list[Span]] = {}
    for title, name in sorted(links.items(), key=lambda link: link[0].first):
        titles.setdefault(name, []).append(title)
    return titles
