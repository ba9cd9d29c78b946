"""All that is found in one sentence: names, titles, organizations, countries, places and pronouns, free of overlaps."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from pipeline.entities.apposition import link_titles
from pipeline.entities.countries import capital_at, country_at, government_at, place_at
from pipeline.entities.line import Line
from pipeline.entities.names import family_names, read_names
from pipeline.entities.organizations import read_organizations
from pipeline.entities.spans import Span
from pipeline.entities.tagged import tagged_spans
from pipeline.entities.titles import read_titles


@dataclass(frozen=True, slots=True)
class Reading:
    """A sentence with its outermost spans in reading order, and the name of each title in apposition."""

    line: Line
    spans: tuple[Span, ...]
    links: Mapping[Span, Span]


def read_sentences(lines: Sequence[Line]) -> list[Reading]:
    """Find everything; persons named in full anywhere in the article are known by their family names elsewhere."""
    organizations = [_with_tagged(line, read_organizations(line)) for line in lines]
    titles = [read_titles(line, found) for line, found in zip(lines, organizations, strict=True)]
    families = {
        family
        for line, found in zip(lines, titles, strict=True)
        for family in family_names(line, read_names(line, found))
    }
    return [
        _read(line, organizations[index], titles[index], read_names(line, titles[index], families))
        for index, line in enumerate(lines)
    ]


def _with_tagged(line: Line, known: dict[int, Span]) -> dict[int, Span]:
    """The organizations of a sentence and those that only the tagger knows, or knows at greater length."""
    for span in tagged_spans(line, "ORG"):
        listed = known.get(span.first)
        inside = any(other.covers(span) for other in known.values())
        if (
            line.is_cue(span.first, "organization_head")
            and not inside
            and (listed is None or (listed.sort == "unlisted" and listed.of is None))
        ):
            known[span.first] = span
    return known


def _read(line: Line, organizations: Mapping[int, Span], titles: Mapping[int, Span], names: Sequence[Span]) -> Reading:
    """Names of persons win, then the longest reading from the left."""
    taken = {position for name in names for position in range(name.first, name.last)}
    spans = list(names)
    position = 0
    while position < len(line.keys):
        best = _best(line, position, (titles.get(position), organizations.get(position)), taken)
        if best:
            spans.append(best)
            taken.update(range(best.first, best.last))
        position = best.last if best else position + 1
    for span in (*tagged_spans(line, "ORG"), *tagged_spans(line, "LOC")):
        if taken.isdisjoint(range(span.first, span.last)):
            spans.append(span)
            taken.update(range(span.first, span.last))
    spans.sort(key=lambda span: span.first)
    links = link_titles(line, [span for span in spans if span.kind == "person" and span.form == "title"], names)
    return Reading(line, tuple(spans), links)


def _best(line: Line, position: int, known: Iterable[Span | None], taken: set[int]) -> Span | None:
    readings = [
        *known,
        capital_at(line, position),
        country_at(line, position),
        government_at(line, position),
        place_at(line, position),
        *_referring(line, position),
    ]
    free = [span for span in readings if span and taken.isdisjoint(range(span.first, span.last))]
    return max(free, key=lambda span: (span.last, span.sort == "country"), default=None)


def _referring(line: Line, position: int) -> Iterator[Span]:
    """Pronouns, «دو کشور», «این سازمان» and «این مقام …»."""
    last = line.cue(position, "person_pronoun")
    if last > position:
        yield Span(line.index, position, last, "person", "pronoun", "pronoun", rule="pronoun")
    last = line.cue(position, "both")
    if last > position:
        yield Span(line.index, position, last, "country", "pronoun", "both", rule="both")
    if line.is_cue(position, "pointing"):
        if line.is_cue(position + 1, "organization_anaphor"):
            yield Span(line.index, position, position + 2, "organization", "title", "anaphor", rule="anaphor")
        if line.is_cue(position + 1, "person_anaphor"):
            last = position + 2
            while line.is_cue(last, "title_modifier"):
                last += 1
            country = country_at(line, last)
            last = country.last if country else last
            yield Span(line.index, position, last, "person", "title", "anaphor", of=country, rule="anaphor")
