"""Predicate frames: which words tell of which relation, and which grammatical slot fills which role.

A file of frames/*.toml holds `[[frame]]` tables. A phrase is a row of words; a word
with `#` is a verb lemma (past#present), `…` a gap within the clause, other words
match with or without plural, indefinite and possessive endings.
"""

import tomllib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pipeline.errors import LexiconError

KINDS = [
    "AGREE",
    "CONSULT",
    "SUPPORT",
    "CONCEDE",
    "COOPERATE",
    "AID",
    "RETREAT",
    "REQUEST",
    "ACCUSE",
    "REJECT",
    "THREATEN",
    "PROTEST",
    "SANCTION",
    "MOBILIZE",
    "COERCE",
    "ASSAULT",
    "OFFICE",
    "MEMBER",
]
_KEYS = {
    "id", "label", "kind", "mode", "cameo", "reciprocal", "phrases", "source", "target", "pair",
    "needs", "unless", "not_after", "own_country", "examples", "counter_examples",
}  # fmt: skip
_LISTS = ("phrases", "source", "target", "needs", "unless", "not_after", "examples", "counter_examples")
_REQUIRED = ("id", "label", "kind", "phrases")


@dataclass(frozen=True, slots=True)
class Frame:
    """One predicate: its relation kind, the phrases that state it and the slots of its roles.

    `needs` are words of which one must stand in the clause, `unless` words that must
    not, `not_after` words that must not stand right before the phrase («برای سفر … دعوت کرد»).
    `pair` lets the members of one coordination fill both roles; `own_country` says that
    an official's «ما» means his country («ما از عضویت … حمایت می‌کنیم»).
    """

    id: str
    label: str
    kind: str
    mode: str
    cameo: str
    reciprocal: bool
    phrases: tuple[tuple[str, ...], ...]
    source: tuple[str, ...]
    target: tuple[str, ...]
    pair: bool
    needs: frozenset[str]
    unless: frozenset[str]
    not_after: frozenset[str]
    own_country: bool
    examples: tuple[str, ...] = field(default=(), repr=False)
    counter_examples: tuple[str, ...] = field(default=(), repr=False)


def load_frames(folders: Iterable[Path], spell: Callable[[str], str]) -> tuple[Frame, ...]:
    """Read all frame files of the folders' `frames` subfolders; a later folder's frame replaces one of the same id.

    Raises:
        LexiconError: Problems of all files together, each with file, frame and remedy.
    """
    frames: dict[str, Frame] = {}
    problems: list[str] = []
    for folder in folders:
        for path in sorted((folder / "frames").glob("*.toml")):
            for number, table in enumerate(_tables(path, problems), 1):
                found = _check(path.name, number, table)
                problems += found
                if not found:
                    frames[table["id"]] = _frame(table, spell)
    if problems:
        message = "\n".join(problems)
        raise LexiconError(message)
    return tuple(frames[key] for key in sorted(frames))


def parse_phrases(phrases: Sequence[str], spell: Callable[[str], str]) -> tuple[tuple[str, ...], ...]:
    """Phrases as rows of words in the spelling that tokens have."""
    return tuple(tuple(part if "#" in part else spell(part) for part in phrase.split()) for phrase in phrases)


def _tables(path: Path, problems: list[str]) -> list[dict[str, Any]]:
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8")).get("frame", [])
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        problems.append(f"{path.name}: not readable as TOML ({error}); correct the line named")
        return []
    if not isinstance(tables, list):
        problems.append(f"{path.name}: [frame] holds one frame only; write [[frame]] above each")
        return []
    return tables


def _check(name: str, number: int, table: dict[str, Any]) -> list[str]:
    place = f"{name}, frame {table.get('id', number)}"
    problems = [f"{place}: key {key!r} is missing; add it" for key in _REQUIRED if not table.get(key)]
    problems += [
        f"{place}: key {key!r} is unknown; known are {', '.join(sorted(_KEYS))}" for key in sorted(table.keys() - _KEYS)
    ]
    problems += [
        f'{place}: {key!r} is no list of texts; write it as ["…", "…"]'
        for key in _LISTS
        if key in table and not _is_texts(table[key])
    ]
    if "kind" in table and table["kind"] not in KINDS:
        problems.append(f"{place}: kind {table['kind']!r} is none of {', '.join(KINDS)}; choose one")
    return problems


def _is_texts(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(one, str) and one.strip() for one in value)


def _frame(table: dict[str, Any], spell: Callable[[str], str]) -> Frame:
    return Frame(
        id=table["id"],
        label=table["label"],
        kind=table["kind"],
        mode=table.get("mode", ""),
        cameo=table.get("cameo", ""),
        reciprocal=table.get("reciprocal", False),
        phrases=parse_phrases(table["phrases"], spell),
        source=tuple(table.get("source", ())),
        target=tuple(table.get("target", ())),
        pair=table.get("pair", False),
        needs=frozenset(map(spell, table.get("needs", ()))),
        unless=frozenset(map(spell, table.get("unless", ()))),
        not_after=frozenset(map(spell, table.get("not_after", ()))),
        own_country=table.get("own_country", False),
        examples=tuple(table.get("examples", ())),
        counter_examples=tuple(table.get("counter_examples", ())),
    )
