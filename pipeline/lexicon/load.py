"""Reading the data files of the lexicon: our own first, a user's folders merged over them.

A row with the id of an earlier one replaces it. Every problem of every file is found
before anything is refused, and each names its file, line and remedy.
"""

import csv
import difflib
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from pipeline.errors import LexiconError
from pipeline.lexicon.grammar import load_grammar
from pipeline.lexicon.match import NameMatcher, key_of
from pipeline.lexicon.schema import Demand, Lexicon, NameKind, Tenure
from pipeline.lexicon.tables import TABLES, Column, Table
from pipeline.persian import ZWNJ

OWN_FOLDER = Path(__file__).parent
DATE = re.compile(r"(?:\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?)?")

Rows = dict[tuple[str, ...], tuple[Any, str]]


def load_lexicon(folders: Sequence[Path], spell: Callable[[str], str]) -> Lexicon:
    """Read our tables and those of the given folders; names are spelled by the function that spells the text.

    Raises:
        LexiconError: A file holds problems; the message lists all problems of all files.
    """
    problems: list[str] = []
    for folder in folders:
        problems += _unknown_files(folder)
    tables = {table.stem: _read_table(table, [OWN_FOLDER, *folders], problems) for table in TABLES}
    for table in TABLES:
        problems += _dangling(table, tables)
    if problems:
        message = f"{len(problems)} problem(s) in the lexicon:\n" + "\n".join(f"  {line}" for line in problems)
        raise LexiconError(message)
    lexicon = _assemble({stem: [entry for entry, _ in rows.values()] for stem, rows in tables.items()}, spell)
    return replace(lexicon, grammar=load_grammar([OWN_FOLDER, *folders]))


def _unknown_files(folder: Path) -> Iterator[str]:
    if not folder.is_dir():
        yield f"{folder}: no such folder. Give a folder with lexicon tables, or leave it out."
        return
    stems = sorted({table.stem for table in TABLES} | {path.stem for path in OWN_FOLDER.glob("*.csv")})
    for path in sorted(folder.glob("*.csv")):
        if path.stem not in stems:
            yield f"{path}: no table of this name. {_hint(path.stem, stems)}"


def _hint(word: str, known: Sequence[str]) -> str:
    close = difflib.get_close_matches(word, known, n=1, cutoff=0.6)
    return f"Did you mean “{close[0]}”?" if close else f"Known are: {', '.join(list(known)[:20])}."


def _read_table(table: Table, folders: Sequence[Path], problems: list[str]) -> Rows:
    rows: Rows = {}
    for folder in folders:
        path = folder / f"{table.stem}.csv"
        if path.is_file():
            rows |= _read_file(table, path, problems)
    return rows


def _read_file(table: Table, path: Path, problems: list[str]) -> Rows:
    try:
        with path.open(encoding="utf-8-sig", newline="") as handle:
            lines = list(csv.reader(handle, strict=True))
    except (UnicodeDecodeError, csv.Error) as error:
        problems.append(f"{path}: not a CSV file in UTF-8 ({error}). Save it as UTF-8 with commas between cells.")
        return {}
    header = lines[0] if lines else []
    wrong = _header_problems(table, header, path)
    problems += wrong
    if wrong:
        return {}
    rows: Rows = {}
    for number, cells in enumerate(lines[1:], start=2):
        place = f"{path}:{number}"
        entry, found = _entry(table, header, cells, place)
        problems += found
        if entry is None:
            continue
        key = tuple(getattr(entry, name) for name in table.key)
        if key in rows:
            problems.append(f"{place}: “{' '.join(key)}” stands in {rows[key][1]} already. Remove one of the two.")
        rows[key] = entry, place
    return rows


def _header_problems(table: Table, header: Sequence[str], path: Path) -> list[str]:
    known = [column.name for column in table.columns]
    problems = [f"{path}:1: unknown column “{name}”. {_hint(name, known)}" for name in header if name not in known]
    for column in table.columns:
        if column.required and column.name not in header:
            problems.append(f"{path}:1: column “{column.name}” is missing. Add it to the header line.")
    return problems


def _entry(table: Table, header: Sequence[str], cells: Sequence[str], place: str) -> tuple[Any, list[str]]:
    if len(cells) != len(header):
        wanted = f"{len(cells)} cells where the header has {len(header)}"
        return None, [f"{place}: {wanted}. Put cells that hold a comma into quotation marks."]
    row = dict(zip(header, cells, strict=True))
    values: dict[str, Any] = {}
    problems: list[str] = []
    for column in table.columns:
        if column.name in row:
            cell = row[column.name].strip()
            problems += _cell_problems(column, cell, place)
            values[column.name] = _parts(cell) if column.many else cell
    return (None if problems else table.entry(**values)), problems


def _parts(cell: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(part.strip() for part in cell.split("|") if part.strip()))


def _cell_problems(column: Column, cell: str, place: str) -> Iterator[str]:
    if column.required and not cell:
        yield f"{place}: “{column.name}” is empty. Fill it in or remove the line."
    if column.choices and cell not in column.choices:
        yield f"{place}: “{cell}” is no {column.name}. {_hint(cell, [choice for choice in column.choices if choice])}"
    if column.date and not DATE.fullmatch(cell):
        yield f"{place}: “{cell}” is no date. Write {column.name} as 2019, 2019-11 or 2019-11-02."


def _dangling(table: Table, tables: Mapping[str, Rows]) -> Iterator[str]:
    for column in table.columns:
        if not column.refers:
            continue
        known = {key[0] for stem in column.refers if stem != "bodies" for key in tables[stem]}
        for entry, place in tables[table.stem].values():
            value = getattr(entry, column.name)
            if value and value not in known and not ("bodies" in column.refers and _is_national(value, tables)):
                owner = " or ".join(column.refers)
                yield f"{place}: {column.name} “{value}” stands in no table of {owner}. {_hint(value, sorted(known))}"


def _is_national(value: str, tables: Mapping[str, Rows]) -> bool:
    """Whether an id is a country's and a body's, joined: the body of that country."""
    country, _, body = value.partition("-")
    return (country,) in tables["countries"] and (body,) in tables["bodies"]


def _assemble(entries: Mapping[str, Sequence[Any]], spell: Callable[[str], str]) -> Lexicon:
    def by_id(stem: str) -> dict[str, Any]:
        return {entry.id: entry for entry in entries[stem]}

    return Lexicon(
        matcher=NameMatcher((spell(name), kind, entry, doubt) for name, kind, entry, doubt in _names(entries)),
        countries=by_id("countries"),
        places=by_id("places"),
        organizations=by_id("organizations"),
        bodies=by_id("bodies"),
        titles=by_id("titles"),
        people=by_id("people"),
        memberships=tuple(entries["memberships"]),
        offices=tuple(entries["offices"]),
        tenures=_by_person(entries["offices"]),
        cues={cue.id: frozenset(key_of(spell(word)) for word in cue.words) for cue in entries["cues"]},
        cue_firsts={cue.id: frozenset(_firsts(cue.words, spell)) for cue in entries["cues"]},
        demands={key_of(spell(demand.name)): _keyed(demand, spell) for demand in entries["ambiguous"]},
        common=frozenset(key_of(spell(word.word)) for word in entries["common_words"]),
        latin={key_of(spell(given.name)): given.latin for given in entries["given_names"]},
    )


def _by_person(offices: Sequence[Tenure]) -> dict[str, tuple[Tenure, ...]]:
    tenures: dict[str, list[Tenure]] = {}
    for tenure in offices:
        tenures.setdefault(tenure.person, []).append(tenure)
    return {person: tuple(held) for person, held in tenures.items()}


def _firsts(words: Sequence[str], spell: Callable[[str], str]) -> Iterator[str]:
    """The keys that the first token of a cue can have: its first word, or all of it where the text joins the words."""
    for word in words:
        spelled = spell(word)
        yield key_of(spelled)
        yield key_of(spelled.replace(ZWNJ, " ").split()[0])
        yield key_of(spelled.split()[0])


def _keyed(demand: Demand, spell: Callable[[str], str]) -> Demand:
    before, after = (tuple(key_of(spell(word)) for word in words) for words in (demand.before, demand.after))
    return replace(demand, before=before, after=after)


def _names(entries: Mapping[str, Sequence[Any]]) -> Iterator[tuple[str, NameKind, str, bool]]:
    columns: tuple[tuple[str, str, NameKind], ...] = (
        ("countries", "names", "country"),
        ("countries", "adjectives", "demonym"),
        ("countries", "capital_names", "capital"),
        ("places", "names", "place"),
        ("organizations", "names", "organization"),
        ("organizations", "acronyms", "acronym"),
        ("bodies", "names", "body"),
        ("titles", "names", "title"),
        ("people", "names", "person"),
        ("people", "surnames", "surname"),
    )
    for stem, column, kind in columns:
        for entry in entries[stem]:
            for name in dict.fromkeys((*getattr(entry, column), *((entry.label,) if column == "names" else ()))):
                yield name, kind, entry.id, name in entry.ambiguous
    for honorific in entries["honorifics"]:
        yield honorific.name, "honorific" if honorific.kind == "prefix" else "suffix", honorific.name, False
    for given in entries["given_names"]:
        yield given.name, "given", given.name, False
