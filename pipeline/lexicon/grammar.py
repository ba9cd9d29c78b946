"""The words that relations are read by: frames, case markers, speech verbs, cues of polarity and realis."""

import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from pipeline.errors import LexiconError
from pipeline.lexicon.date_words import DateWords, load_date_words
from pipeline.lexicon.frames import Frame, load_frames, parse_phrases
from pipeline.lexicon.verbs import Conjugation, load_conjugation
from pipeline.persian import fold


@dataclass(frozen=True, slots=True)
class Agreement:
    """An agreement that is no entity, and the parties that leaving it is directed at, the chief one first."""

    names: tuple[tuple[str, ...], ...]
    parties: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class KindWords:
    """A kind of event where no frame says more: its Persian label and its general CAMEO code."""

    label: str
    cameo: str


@dataclass(frozen=True, slots=True)
class Grammar:
    """All that the relation stage knows of Persian beyond names; `markers` are keyed by rows of folded words."""

    frames: tuple[Frame, ...] = ()
    kinds: Mapping[str, KindWords] = field(default_factory=dict)
    markers: Mapping[tuple[str, ...], str] = field(default_factory=dict)
    speech: tuple[tuple[str, ...], ...] = ()
    transparent: frozenset[str] = frozenset()
    agreements: tuple[Agreement, ...] = ()
    cues: Mapping[str, tuple[tuple[str, ...], ...]] = field(default_factory=dict)
    conjugation: Conjugation = field(default_factory=lambda: Conjugation(()))
    place_heads: frozenset[str] = frozenset()
    place_events: frozenset[str] = frozenset()
    place_posts: frozenset[str] = frozenset()
    dates: DateWords = field(default_factory=lambda: load_date_words(()))


def load_grammar(folders: Sequence[Path]) -> Grammar:
    """Read the grammar tables of the folders, the later added to the earlier.

    Raises:
        LexiconError: A table lacks a column or a frame file holds problems.
    """
    return Grammar(
        frames=load_frames(folders, fold_words),
        kinds=load_kinds(folders),
        markers={
            tuple(fold(row["phrase"]).split()): row["slot"] for row in _rows(folders, "markers", "phrase", "slot")
        },
        speech=parse_phrases([row["phrase"] for row in _rows(folders, "speech", "phrase")], fold_words),
        transparent=_words(folders, "transparent_heads"),
        agreements=tuple(_agreements(folders)),
        cues=_cues(folders),
        conjugation=load_conjugation(_last(folders, "verbs")),
        place_heads=_words(folders, "place_heads"),
        place_events=_words(folders, "place_events"),
        place_posts=_words(folders, "place_posts"),
        dates=load_date_words(folders),
    )


def load_kinds(folders: Sequence[Path]) -> dict[str, KindWords]:
    """The kinds of events with their general words and codes, the later folders over the earlier.

    Raises:
        LexiconError: A table lacks a column.
    """
    rows = _rows(folders, "kinds", "kind", "label", "cameo")
    return {row["kind"]: KindWords(row["label"], row["cameo"]) for row in rows}


def fold_words(phrase: str) -> str:
    """The matching key of one word of a phrase; the gap sign stays."""
    return phrase if phrase == "…" else fold(phrase)


def _words(folders: Sequence[Path], stem: str) -> frozenset[str]:
    return frozenset(fold(row["word"]) for row in _rows(folders, stem, "word"))


def _agreements(folders: Sequence[Path]) -> Iterator[Agreement]:
    for row in _rows(folders, "agreements", "names", "parties"):
        yield Agreement(parse_phrases(row["names"].split("|"), fold_words), tuple(row["parties"].split("|")))


def _cues(folders: Sequence[Path]) -> dict[str, tuple[tuple[str, ...], ...]]:
    found: dict[str, list[str]] = {}
    for row in _rows(folders, "modality", "cue", "phrase"):
        found.setdefault(row["cue"], []).append(row["phrase"])
    return {cue: parse_phrases(phrases, fold_words) for cue, phrases in found.items()}


def _last(folders: Sequence[Path], stem: str) -> Path:
    return next(path for folder in reversed(folders) if (path := folder / f"{stem}.csv").is_file())


def _rows(folders: Sequence[Path], stem: str, *columns: str) -> Iterator[dict[str, str]]:
    for folder in folders:
        path = folder / f"{stem}.csv"
        if not path.is_file():
            continue
        with path.open(encoding="utf-8-sig", newline="") as handle:
            reader = csv.DictReader(handle)
            missing = [column for column in columns if column not in (reader.fieldnames or ())]
            if missing:
                message = f"{path}:1: column {missing[0]!r} is missing; add it to the header line"
                raise LexiconError(message)
            yield from reader
