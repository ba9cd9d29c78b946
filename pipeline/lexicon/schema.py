"""What the lexicon knows: one entry class per table, and the lexicon that holds them all."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, Protocol

from pipeline.lexicon.grammar import Grammar

NameKind = Literal[
    "country", "demonym", "capital", "place", "organization", "acronym", "body", "title", "honorific", "suffix",
    "person", "surname", "given",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Country:
    """A state, partial state or historic state."""

    id: str
    label: str
    label_en: str
    names: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    capital_names: tuple[str, ...] = ()
    wikidata: str = ""
    status: str = "state"
    source: str = ""
    ambiguous: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Place:
    """A city, region, sea or site; `country` is empty where it belongs to none."""

    id: str
    label: str
    label_en: str
    names: tuple[str, ...] = ()
    type: str = ""
    country: str = ""
    wikidata: str = ""
    source: str = ""
    ambiguous: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Organization:
    """A named organization; `affiliation` is the country or organization it acts for."""

    id: str
    label: str
    label_en: str
    names: tuple[str, ...] = ()
    acronyms: tuple[str, ...] = ()
    type: str = ""
    sector: str = ""
    affiliation: str = ""
    wikidata: str = ""
    source: str = ""
    ambiguous: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Membership:
    """A member of an organization, with its first and last day where known."""

    organization: str
    member: str
    start: str = ""
    end: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class Body:
    """A kind of national body, which together with a country makes an organization."""

    id: str
    label: str
    label_en: str
    names: tuple[str, ...] = ()
    type: str = ""
    sector: str = ""
    ambiguous: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Title:
    """An office or role; `scope` says whether its holder acts for the country or for the body named after it."""

    id: str
    label: str
    label_en: str
    names: tuple[str, ...] = ()
    scope: str = ""
    sector: str = ""
    unique: str = ""
    ambiguous: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Honorific:
    """A word of respect or rank before or after a name; no part of the name."""

    name: str
    kind: str = "prefix"


@dataclass(frozen=True, slots=True)
class GivenName:
    """A given name and how agencies write it in Latin letters."""

    name: str
    latin: str = ""


@dataclass(frozen=True, slots=True)
class Person:
    """A person in public life; each of `surnames` alone refers to this person in news."""

    id: str
    label: str
    label_en: str
    names: tuple[str, ...] = ()
    surnames: tuple[str, ...] = ()
    affiliation: str = ""
    wikidata: str = ""
    source: str = ""
    ambiguous: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Tenure:
    """A person's time in an office of a country or organization; unchecked where no article confirms it."""

    person: str
    title: str
    of: str
    start: str = ""
    end: str = ""
    source: str = ""
    checked: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CommonWord:
    """A word of news that is hardly ever part of a person's name."""

    word: str


@dataclass(frozen=True, slots=True)
class Cue:
    """A class of words that a rule asks for by its id."""

    id: str
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Demand:
    """A name that is also a common word: as the listed kinds of name it counts only beside one of these words."""

    name: str
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Found:
    """What a stretch of tokens may be: tokens `first` to `last` (half open), its kind and the lexicon id.

    `loose` says that a token ends where the name has neither space nor joiner, `linked`
    that the text adds the link to a next word («دومای …»).
    """

    first: int
    last: int
    kind: NameKind
    id: str
    ambiguous: bool = False
    loose: bool = False
    linked: bool = False


class Matcher(Protocol):
    """Finds every lexicon name in a sentence."""

    def find(self, keys: Sequence[str]) -> list[Found]:
        """All names that fill whole tokens, in reading order, longer ones first, overlaps included."""
        ...


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All data files, read and checked; lookups are by id, `matcher` looks up by name.

    `tenures` are the offices by person, `cue_firsts` the words that a cue of a class can begin with.
    """

    matcher: Matcher
    countries: Mapping[str, Country] = field(default_factory=dict)
    places: Mapping[str, Place] = field(default_factory=dict)
    organizations: Mapping[str, Organization] = field(default_factory=dict)
    bodies: Mapping[str, Body] = field(default_factory=dict)
    titles: Mapping[str, Title] = field(default_factory=dict)
    people: Mapping[str, Person] = field(default_factory=dict)
    memberships: tuple[Membership, ...] = ()
    offices: tuple[Tenure, ...] = ()
    tenures: Mapping[str, tuple[Tenure, ...]] = field(default_factory=dict)
    cues: Mapping[str, frozenset[str]] = field(default_factory=dict)
    cue_firsts: Mapping[str, frozenset[str]] = field(default_factory=dict)
    demands: Mapping[str, Demand] = field(default_factory=dict)
    latin: Mapping[str, str] = field(default_factory=dict)
    common: frozenset[str] = frozenset()
    grammar: Grammar = field(default_factory=Grammar)

    def cue(self, name: str) -> frozenset[str]:
        """The matching keys of a class of words; a class that no file lists is empty."""
        return self.cues.get(name, frozenset())

    def tenures_of(self, person: str) -> tuple[Tenure, ...]:
        """The offices a person is known to have held."""
        return self.tenures.get(person, ())

    def country_of(self, entity_id: str) -> str:
        """The country that an organization or person of the lexicon belongs to, through affiliations; else empty."""
        seen: set[str] = set()
        while entity_id and entity_id not in seen:
            if entity_id in self.countries:
                return entity_id
            seen.add(entity_id)
            national, _, body = entity_id.partition("-")
            if national in self.countries and body in self.bodies:
                return national
            owner = self.organizations.get(entity_id) or self.people.get(entity_id)
            entity_id = owner.affiliation if owner else ""
        return ""
