"""Countries by name, adjective, capital or pointing word, and the places among them."""

from dataclasses import replace

from pipeline.entities.line import Line
from pipeline.entities.places import is_government
from pipeline.entities.spans import Sort, Span
from pipeline.model import Form

POINTING: tuple[Sort, ...] = ("home", "own", "deixis")


def country_at(line: Line, first: int) -> Span | None:
    """The country that is named or pointed at from a token on; the longest reading."""
    for sort in POINTING:
        last = line.cue(first, sort)
        if last > first:
            return Span(line.index, first, last, "country", "pronoun", sort, rule=f"country:{sort}")
    for hit in line.found(first, "country", "demonym"):
        form: Form = "name" if hit.kind == "country" else "demonym"
        return Span(line.index, first, hit.last, "country", form, "country", hit.id, rule=f"country:{form}")
    return None


def capital_at(line: Line, first: int) -> Span | None:
    """A capital that stands for its government."""
    for hit in line.found(first, "capital"):
        if not hit.ambiguous and is_government(line, first, hit.last):
            return Span(line.index, first, hit.last, "country", "metonym", "country", hit.id, rule="country:capital")
        break
    return None


def government_at(line: Line, first: int) -> Span | None:
    """«دولت …»: a description of the country named after it."""
    if not line.is_cue(first, "government"):
        return None
    start = first + 1
    while line.is_cue(start, "title_modifier"):
        start += 1
    country = country_at(line, start)
    if country is None or country.sort in ("own", "deixis"):
        return None
    return Span(
        line.index, first, country.last, "country", "title", "government", of=country, rule="country:government"
    )


def place_at(line: Line, first: int) -> Span | None:
    """A place by its name."""
    for hit in line.found(first, "place"):
        whole = Span(line.index, first, hit.last, "place", "name", "place", hit.id, rule="place:name")
        if line.is_cue(first, "place_noun") and hit.last > first + 1:
            return replace(whole, parts=(replace(whole, first=first + 1),))
        return whole
    for hit in line.found(first, "capital"):
        return Span(line.index, first, hit.last, "place", "name", "place", f"capital:{hit.id}", rule="place:capital")
    return None
