"""The tables of one run, their names and files, and the order of their rows."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from pipeline.columns import (
    ArticleRow,
    Column,
    EdgeRow,
    FailureRow,
    MentionRow,
    NodeRow,
    OfficeRow,
    RelationRow,
    Row,
    TextRow,
    columns_of,
)

R = TypeVar("R", bound=Row)


@dataclass(frozen=True, slots=True)
class RunTables:
    """All rows of a run; `edges` follow from the others."""

    articles: Sequence[ArticleRow] = ()
    texts: Sequence[TextRow] = ()
    mentions: Sequence[MentionRow] = ()
    nodes: Sequence[NodeRow] = ()
    offices: Sequence[OfficeRow] = ()
    relations: Sequence[RelationRow] = ()
    edges: Sequence[EdgeRow] = ()
    failures: Sequence[FailureRow] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """A table's name, its row class, what a row is, the formats it is written in and the order of its rows."""

    name: str
    row: type[Row]
    description: str
    formats: tuple[str, ...]
    order: Callable[[Any], tuple[Any, ...]]

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns in the order in which they are written."""
        return columns_of(self.row)


def _natural(text: str) -> tuple[tuple[int, str], ...]:
    return tuple((int(part) if part.isdecimal() else -1, part) for part in re.split(r"([0-9]+)", text))


_BOTH = ("csv", "parquet")
TABLES: dict[str, Table] = {
    table.name: table
    for table in (
        Table("articles", ArticleRow, "Articles", _BOTH, lambda row: (row.path, _natural(row.record), row.article_id)),
        Table("texts", TextRow, "Texts that offsets point into", ("parquet",), lambda row: (row.article_id,)),
        Table(
            "mentions",
            MentionRow,
            "Places that refer to entities",
            _BOTH,
            lambda row: (row.article_id, row.char_start, -row.char_end, row.mention_id),
        ),
        Table("nodes", NodeRow, "Persons, countries, organizations and places", _BOTH, lambda row: (row.Id,)),
        Table(
            "offices",
            OfficeRow,
            "Offices of persons",
            _BOTH,
            lambda row: (row.node, row.start, row.end, row.of, row.office, row.office_en, row.source),
        ),
        Table(
            "relations",
            RelationRow,
            "Statements of relations",
            _BOTH,
            lambda row: (row.article_id, row.char_start, row.char_end, row.relation_id),
        ),
        Table(
            "edges",
            EdgeRow,
            "Statements merged per pair, one level at a time",
            _BOTH,
            lambda row: (row.level, row.Source, row.Target, row.Kind),
        ),
        Table(
            "failures",
            FailureRow,
            "What could not be read or analysed",
            ("csv",),
            lambda row: (row.path, _natural(row.record), row.stage, row.reason, row.exception),
        ),
    )
}


def in_order(name: str, rows: Iterable[R]) -> list[R]:
    """The rows of a table in the one order in which they are written, however they came."""
    return sorted(rows, key=TABLES[name].order)


def ordered(tables: RunTables) -> RunTables:
    """The same tables with all rows in order."""
    rows: dict[str, Any] = {name: in_order(name, getattr(tables, name)) for name in TABLES}
    return RunTables(**rows)


def joined(values: Iterable[str]) -> str:
    """Several values in one cell, parted by `|`; a `|` inside a value becomes `¦`."""
    return "|".join(value.replace("|", "¦") for value in values)


def graph_columns(row: type[NodeRow] | type[EdgeRow]) -> dict[str, Column]:
    """The columns that graphs carry as attributes, by attribute name.

    Names are those of the table but for three: `label` and `weight`, as networkx, Gephi and
    igraph look for them, and `relation` for the edge's Kind, since `kind` says what a node is.
    """
    renamed = {"Label": "label", "Weight": "weight", "Kind": "relation"}
    structure = {"Id", "Source", "Target", "Type", "level"}
    return {renamed.get(column.name, column.name): column for column in columns_of(row) if column.name not in structure}


def schema() -> dict[str, Any]:
    """What schema.json says of every table and column."""
    attributes = {name: list(graph_columns(row)) for name, row in (("nodes", NodeRow), ("edges", EdgeRow))}
    return {"tables": {name: _table_schema(table) for name, table in TABLES.items()}, "graph_attributes": attributes}


def _table_schema(table: Table) -> dict[str, Any]:
    return {
        "description": table.description,
        "files": [f"{table.name}.{suffix}" for suffix in table.formats],
        "columns": [_column_schema(column) for column in table.columns],
    }


def _column_schema(column: Column) -> dict[str, Any]:
    entry: dict[str, Any] = {"name": column.name, "type": column.type, "required": column.required}
    if column.values:
        entry["values"] = list(column.values)
    return entry | {"description": column.description}


def violations(name: str, rows: Iterable[Row]) -> Iterator[str]:
    """Each cell that the schema does not allow, as table, row number, column and value."""
    columns = TABLES[name].columns
    for number, row in enumerate(rows):
        for column in columns:
            value = getattr(row, column.name)
            missing = column.required and value in (None, "")
            foreign = bool(column.values) and value not in (*column.values, "")
            if missing or foreign:
                yield f"{name}, row {number}, {column.name}: {value!r}"
