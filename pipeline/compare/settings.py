"""What two runs were made with and what they count: the differences of their run.json."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

COUNTS = "counts"


@dataclass(frozen=True, slots=True)
class Setting:
    """An entry of run.json that is not the same in both runs, by its path; None where a run has no such entry."""

    name: str
    first: str | None
    second: str | None


def setting_changes(first: Mapping[str, Any], second: Mapping[str, Any]) -> tuple[Setting, ...]:
    """Version, code, libraries, lexicon, models, configuration and input, as far as they differ."""
    return tuple(_changes(_without_counts(first), _without_counts(second)))


def count_changes(first: Mapping[str, Any], second: Mapping[str, Any]) -> tuple[Setting, ...]:
    """The counts of rows that differ."""
    return tuple(_changes(first.get(COUNTS, {}), second.get(COUNTS, {})))


def _without_counts(record: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in record.items() if name != COUNTS}


def _changes(first: Mapping[str, Any], second: Mapping[str, Any]) -> Iterator[Setting]:
    ours, theirs = dict(_entries(first)), dict(_entries(second))
    for name in {**ours, **theirs}:
        if ours.get(name) != theirs.get(name):
            yield Setting(name, ours.get(name), theirs.get(name))


def _entries(record: Mapping[str, Any], above: str = "") -> Iterator[tuple[str, str]]:
    """Each value with the names that lead to it: `models.pos.pt`."""
    for name, value in record.items():
        if isinstance(value, Mapping):
            yield from _entries(value, f"{above}{name}.")
        else:
            yield f"{above}{name}", value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
