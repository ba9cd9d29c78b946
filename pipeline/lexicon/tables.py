"""The tables of the lexicon: their columns, and what each cell may hold."""

from dataclasses import dataclass
from typing import Any

from pipeline.lexicon import schema


@dataclass(frozen=True, slots=True)
class Column:
    """One column: `many` values parted by a bar, `refers` to ids of other tables, or one of `choices`."""

    name: str
    many: bool = False
    required: bool = False
    date: bool = False
    choices: tuple[str, ...] = ()
    refers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """One file: its stem, its entry class, its columns and the columns that together make an entry unique."""

    stem: str
    entry: type[Any]
    columns: tuple[Column, ...]
    key: tuple[str, ...] = ("id",)


_LABELLED = (
    Column("id", required=True),
    Column("label", required=True),
    Column("label_en", required=True),
    Column("names", many=True),
    Column("ambiguous", many=True),
)
_TENURE = (Column("start", date=True), Column("end", date=True), Column("source"))
_AMBIGUOUS = Column("ambiguous", many=True)
_SOURCED = (Column("wikidata"), Column("source"), _AMBIGUOUS)

TABLES = (
    Table(
        "countries",
        schema.Country,
        (
            *_LABELLED,
            Column("adjectives", many=True),
            Column("capital_names", many=True),
            Column("wikidata"),
            Column("status", choices=("", "state", "partial", "historic")),
            Column("source"),
            _AMBIGUOUS,
        ),
    ),
    Table(
        "places",
        schema.Place,
        (*_LABELLED, Column("type"), Column("country", refers=("countries",)), *_SOURCED),
    ),
    Table(
        "organizations",
        schema.Organization,
        (
            *_LABELLED,
            Column("acronyms", many=True),
            Column("type"),
            Column("sector"),
            Column("affiliation", refers=("countries", "organizations", "bodies")),
            *_SOURCED,
        ),
    ),
    Table(
        "memberships",
        schema.Membership,
        (
            Column("organization", required=True, refers=("organizations", "bodies")),
            Column("member", required=True, refers=("countries", "organizations", "bodies")),
            *_TENURE,
        ),
        ("organization", "member", "start"),
    ),
    Table("bodies", schema.Body, (*_LABELLED, Column("type"), Column("sector"))),
    Table(
        "titles",
        schema.Title,
        (
            *_LABELLED,
            Column("scope"),
            Column("sector"),
            Column("unique", choices=("", "true", "false")),
        ),
    ),
    Table(
        "honorifics",
        schema.Honorific,
        (Column("name", required=True), Column("kind", choices=("prefix", "suffix"))),
        ("name",),
    ),
    Table("given_names", schema.GivenName, (Column("name", required=True), Column("latin")), ("name",)),
    Table(
        "people",
        schema.Person,
        (
            *_LABELLED,
            Column("surnames", many=True),
            Column("affiliation", refers=("countries", "organizations", "bodies")),
            *_SOURCED,
        ),
    ),
    Table(
        "offices",
        schema.Tenure,
        (
            Column("person", required=True, refers=("people",)),
            Column("title", required=True, refers=("titles",)),
            Column("of", required=True, refers=("countries", "organizations", "bodies")),
            *_TENURE,
            Column("checked", many=True),
        ),
        ("person", "title", "of", "start"),
    ),
    Table("common_words", schema.CommonWord, (Column("word", required=True),), ("word",)),
    Table("cues", schema.Cue, (Column("id", required=True), Column("words", many=True, required=True))),
    Table(
        "ambiguous",
        schema.Demand,
        (
            Column("name", required=True),
            Column("before", many=True),
            Column("after", many=True),
            Column("kinds", many=True),
        ),
        ("name",),
    ),
)
