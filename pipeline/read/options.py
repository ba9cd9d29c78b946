"""How to read: which names articles use for their parts, and an encoding where the user knows it."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from types import MappingProxyType

from pipeline.persian import fold

PARTS = ("title", "text", "published", "author", "source_name", "source_url")
_WORDS = Path(__file__).with_name("fields.toml")


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """What a user may say about a folder of articles.

    `fields` gives, for a part of an article (one of `PARTS`), names of columns, JSON members
    or front matter keys that are tried before the ones known anyway. `encoding` is used for
    every file instead of finding out.
    """

    fields: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}))
    encoding: str = ""

    def names(self, part: str) -> tuple[str, ...]:
        """The names under which a part may stand, in their matching form, best first."""
        known: tuple[str, ...] = words()["fields"][part]
        return tuple(dict.fromkeys(name_key(name) for name in (*self.fields.get(part, ()), *known)))


@cache
def words() -> dict[str, dict[str, tuple[str, ...]]]:
    """The tables of `fields.toml`."""
    with _WORDS.open("rb") as handle:
        tables = tomllib.load(handle)
    return {table: {key: tuple(names) for key, names in entries.items()} for table, entries in tables.items()}


def name_key(name: str) -> str:
    """The form in which names of fields are compared: «Published At», `published_at` and `published-at` are one.

    >>> name_key("Published At") == name_key("published_at")
    True
    """
    return fold(name).casefold().replace("_", "").replace("-", "").replace(" ", "")
