"""Files of cases: one TOML file per phenomenon, with its name on top and a table `[[case]]` for each case.

Every problem of every file is told at once, with file, case and what is wrong.
"""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

TESTS = Path(__file__).parent
GRAMMAR = TESTS / "grammar"
ENTITIES = TESTS / "entity_cases"
INVENTED = TESTS / "invented"
OPEN = "open.txt"


@dataclass(frozen=True)
class Fields:
    """What the cases of a suite consist of: texts that each must have, and lists of texts."""

    texts: tuple[str, ...]
    lists: tuple[str, ...] = ()
    optional: tuple[str, ...] = ()


@dataclass(frozen=True)
class Case:
    """One case as it stands in its file; lists that are left out are empty."""

    id: str
    file: str
    phenomenon: str
    text: str
    lists: Mapping[str, tuple[str, ...]]


def read_cases(folder: Path, fields: Fields) -> list[Case]:
    """All cases of a folder, files in the order of their names.

    Raises:
        ValueError: Files hold problems; the message lists them all.
    """
    paths = sorted(folder.glob("*.toml"))
    tables = {path: tomllib.loads(path.read_text(encoding="utf-8")) for path in paths}
    problems = [problem for path, table in tables.items() for problem in _problems(path, table, fields)]
    if problems:
        raise ValueError("\n".join(problems))
    return [_case(path, table["phenomenon"], row, fields) for path, table in tables.items() for row in table["case"]]


def _case(path: Path, phenomenon: str, row: Mapping[str, Any], fields: Fields) -> Case:
    lists = {name: tuple(row.get(name, ())) for name in (*fields.lists, *fields.optional)}
    return Case(row["id"], path.stem, phenomenon, row["text"], lists)


def _problems(path: Path, table: Mapping[str, Any], fields: Fields) -> Iterator[str]:
    if set(table) != {"phenomenon", "case"} or not isinstance(table["phenomenon"], str):
        yield f"{path.name}: wants the keys “phenomenon” and “[[case]]”, and no others"
        return
    for number, row in enumerate(table["case"], start=1):
        place = f"{path.name}, case {number} ({row.get('id', 'without id')})"
        known = {*fields.texts, *fields.lists, *fields.optional}
        yield from (f"{place}: unknown key “{key}”" for key in row if key not in known)
        yield from (f"{place}: no “{key}”" for key in (*fields.texts, *fields.lists) if key not in row)
        yield from (f"{place}: “{key}” is no text" for key in fields.texts if not isinstance(row.get(key, ""), str))
        yield from (f"{place}: “{key}” is no list of texts" for key in _no_lists(row, fields))
        if not str(row.get("id", "")).startswith(f"{path.stem}-"):
            yield f"{place}: the id begins with the name of the file"


def _no_lists(row: Mapping[str, Any], fields: Fields) -> Iterator[str]:
    for key in (*fields.lists, *fields.optional):
        value = row.get(key, [])
        if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
            yield key


def open_cases(folder: Path) -> frozenset[str]:
    """The ids of the cases that are not right yet, as the last run of `suite_status.py` wrote them down."""
    return frozenset((folder / OPEN).read_text(encoding="utf-8").split())


def write_open(folder: Path, ids: Sequence[str]) -> None:
    """Write down which cases are not right yet."""
    (folder / OPEN).write_text("".join(f"{one}\n" for one in ids), encoding="utf-8")
