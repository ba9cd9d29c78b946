"""Marked-up text of the suites: which words refer to whom, and the lexicon of invented names behind it.

A name of the invented lexicon is a mention by itself. `[words|key]` marks other words: titles, pronouns,
bodies, names that no table lists. A key in capitals is a country (`ARL`), with a body behind it an organization
(`ARL-army`); `org-…` and `plc-…` are organizations and places, all other keys persons. `[دو طرف|ARL+SRM]` marks
several. `:name`, `:title` … after the key sets the form where it does not follow from the words; `?` after the
key says that the mention may as well be left out.
"""

import re
from dataclasses import dataclass
from functools import cache
from typing import cast, get_args

from suite_files import INVENTED

from pipeline.lexicon import Lexicon, load_lexicon
from pipeline.model import Form, Kind
from pipeline.normalize import normalize_string

MARK = re.compile(r"\[|\|(?P<keys>[\w+-]+)(?P<optional>\?)?(?::(?P<form>[a-z]+))?\]")
BARE = re.compile(r"[][|{}<>]")
PRONOUNS = frozenset(["وی", "او", "من", "ایشان", "نامبرده", "آنان", "آنها", "طرفین"])
POINTING = ("این", "آن", "دو", "هر")
BOTH = ("دو", "هر")


@dataclass(frozen=True)
class Mark:
    """Words that refer to one or several entities, with the offsets of the plain text."""

    start: int
    end: int
    keys: tuple[str, ...]
    form: Form
    optional: bool = False


@dataclass(frozen=True)
class Marked:
    """A plain text and its marks, in reading order, outer ones first."""

    text: str
    marks: tuple[Mark, ...]

    def inside(self, outer: Mark) -> list[Mark]:
        """The marks that stand within another one, but not within a third between them."""
        within = [one for one in self.marks if one != outer and outer.start <= one.start and one.end <= outer.end]
        return [one for one in within if not any(two != one and _holds(two, one) for two in within)]


def _holds(outer: Mark, inner: Mark) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _respells(marked: Mark, listed: Mark) -> bool:
    """Whether a marked name or people holds a part of itself that a table lists."""
    same = marked.keys == listed.keys and marked.form in ("name", "demonym")
    return same and _holds(marked, listed) and kind_of(marked.keys[0]) in ("person", "country")


def parse(markup: str) -> Marked:
    """Read marked-up text; a bracket that opens or closes nothing, or has no key, is an error."""
    text, position = "", 0
    opened: list[int] = []
    marks: list[Mark] = []
    for found in MARK.finditer(markup):
        text += markup[position : found.start()]
        position = found.end()
        if found["keys"] is None:
            opened.append(len(text))
        elif not opened:
            raise ValueError(f"a bracket closes nothing in {markup!r}")
        else:
            start = opened.pop()
            keys = tuple(found["keys"].split("+"))
            form = _form(text[start:], keys[0], found["form"] or "")
            marks.append(Mark(start, len(text), keys, form, bool(found["optional"])))
    text += markup[position:]
    if opened or BARE.search(text):
        raise ValueError(f"an unclosed or unknown mark in {markup!r}")
    found = [one for one in _listed(text) if not any(_holds(one, two) or _respells(two, one) for two in marks)]
    return Marked(text, tuple(sorted(marks + found, key=lambda one: (one.start, -one.end))))


def kind_of(key: str) -> Kind:
    """What a key stands for, by its shape."""
    if key.startswith("plc-"):
        return "place"
    if key.startswith("org-") or re.fullmatch(r"[A-Z]{3}-[a-z-]+", key):
        return "organization"
    return "country" if key.isupper() else "person"


def _form(words: str, key: str, stated: str) -> Form:
    """The form of marked words, where none is stated."""
    if stated:
        if stated not in get_args(Form):
            raise ValueError(f"{stated!r} is no form")
        return cast(Form, stated)
    kind, pointing = kind_of(key), words.split()[0] in POINTING
    if kind == "country":
        return "metonym" if words in lexicon().countries[key].capital_names else "pronoun"
    if kind == "person":
        return "pronoun" if words in PRONOUNS or words.split()[0] in BOTH else "title"
    return "title" if pointing else "name"


def _listed(text: str) -> list[Mark]:
    """The names of the invented lexicon that stand in a text, the longest at each place."""
    pattern = re.compile(rf"(?<![\w\u200c])(?:{'|'.join(map(re.escape, _names()))})(?![\w\u200c])")
    return [Mark(one.start(), one.end(), *_names()[one.group()]) for one in pattern.finditer(text)]


@cache
def _names() -> dict[str, tuple[tuple[str, ...], Form]]:
    found: dict[str, tuple[tuple[str, ...], Form]] = {}
    ours = lexicon()
    for key in invented_ids():
        if key in ours.countries:
            country = ours.countries[key]
            found |= dict.fromkeys(country.names, ((key,), "name"))
            found |= dict.fromkeys(country.adjectives, ((key,), "demonym"))
        elif key in ours.people:
            found |= dict.fromkeys((*ours.people[key].names, *ours.people[key].surnames), ((key,), "name"))
        elif key in ours.organizations:
            body = ours.organizations[key]
            found |= dict.fromkeys(body.names, ((key,), "name"))
            found |= dict.fromkeys(body.acronyms, ((key,), "acronym"))
        else:
            found |= dict.fromkeys(ours.places[key].names, ((key,), "name"))
    return dict(sorted(found.items(), key=lambda one: (-len(one[0]), one[0])))


@cache
def invented_ids() -> tuple[str, ...]:
    """The ids of all invented countries, places, organizations and people."""
    stems = ("countries", "places", "organizations", "people")
    rows = [(INVENTED / f"{stem}.csv").read_text(encoding="utf-8").splitlines()[1:] for stem in stems]
    return tuple(row.partition(",")[0] for table in rows for row in table)


@cache
def lexicon() -> Lexicon:
    """Our lexicon with the invented one merged over it."""
    return load_lexicon([INVENTED], normalize_string)
