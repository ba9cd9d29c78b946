"""Expected relations of the grammar suite, and how they compare with those found.

`SANCTION ARL > SRM` is directed, `<>` reciprocal, `~` either, `><` one relation both ways or two. Behind the ends
stand polarity, realis and speaker where they are not affirmed, actual and nobody: `negated future by per-kiani`;
`by *` leaves the speaker open. `|` parts what is equally right: `REJECT|CONSULT`, `future|hypothetical`.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import get_args

from suite_files import GRAMMAR, Case, Fields, read_cases
from suite_marks import lexicon, parse
from suite_texts import marked_mentions

from pipeline.model import Mentions, Polarity, Realis, Relation
from pipeline.relations import RelationFinder

FIELDS = Fields(texts=("id", "text"), lists=("relations",), optional=("may",))
ARROWS = (">", "<>", "~", "><")
KINDS = frozenset(
    [
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
        "MEMBER",
    ]
)
ANYONE = "*"
NOBODY = "-"


@dataclass(frozen=True)
class Pattern:
    """What a relation must be like; each field lists all that is equally right."""

    kinds: frozenset[str]
    sources: frozenset[str]
    arrow: str
    targets: frozenset[str]
    polarity: frozenset[str]
    realis: frozenset[str]
    speakers: frozenset[str]

    def fits(self, found: Relation) -> bool:
        """Whether a relation is one of those that this pattern means."""
        return (
            found.kind in self.kinds
            and self._joins(found)
            and found.polarity in self.polarity
            and found.realis in self.realis
            and (ANYONE in self.speakers or (found.speaker or NOBODY) in self.speakers)
        )

    def _joins(self, found: Relation) -> bool:
        straight = found.source in self.sources and found.target in self.targets
        turned = found.source in self.targets and found.target in self.sources
        if self.arrow == ">":
            return straight and not found.reciprocal
        if self.arrow == "><":
            return straight or (found.reciprocal and turned)
        return (straight or turned) and (found.reciprocal or self.arrow == "~")


def grammar_cases() -> list[Case]:
    """All cases of the grammar suite."""
    return read_cases(GRAMMAR, FIELDS)


def patterns(line: str) -> list[Pattern]:
    """Read one expected relation; it is two where it may be told both ways."""
    kinds, sources, arrow, targets, *rest = line.split()
    if arrow not in ARROWS or not set(kinds.split("|")) <= KINDS:
        raise ValueError(f"unknown kind or arrow in {line!r}")
    speakers = frozenset({NOBODY})
    if "by" in rest:
        speakers = frozenset(rest[rest.index("by") + 1].split("|"))
        rest = rest[: rest.index("by")]
    polarity, rest = _words(rest, get_args(Polarity))
    realis, rest = _words(rest, get_args(Realis))
    if rest:
        raise ValueError(f"unknown words {rest} in {line!r}")
    one = Pattern(_set(kinds), _set(sources), arrow, _set(targets), polarity, realis, speakers)
    return [one, replace(one, sources=one.targets, targets=one.sources)] if arrow == "><" else [one]


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split("|"))


def _words(rest: list[str], known: Sequence[str]) -> tuple[frozenset[str], list[str]]:
    if rest and _set(rest[0]) <= set(known):
        return _set(rest[0]), rest[1:]
    return frozenset(known[:1]), rest


@cache
def finder() -> RelationFinder:
    """The relation stage as it is shipped, over the invented lexicon."""
    return RelationFinder(lexicon())


def found_in(case: Case, mentions: Mentions | None = None) -> list[Relation]:
    """What is found in the text of a case: one relation for each kind, pair, polarity and realis; offices left out."""
    relations = finder()(mentions or marked_mentions(parse(case.text)))
    best: dict[tuple[object, ...], Relation] = {}
    for one in sorted(relations, key=lambda one: (-one.confidence, one.start)):
        ends = frozenset((one.source, one.target)) if one.reciprocal else (one.source, one.target)
        best.setdefault((one.kind, ends, one.polarity, one.realis), one)
    return [one for one in best.values() if one.kind != "OFFICE"]


def faults(case: Case, found: Iterable[Relation]) -> list[str]:
    """What is wrong: lines that nothing found fits, and found relations that fit no line."""
    rows = list(found)
    wanted = {line: patterns(line) for line in case.lists["relations"]}
    known = [one for line in (*wanted, *case.lists["may"]) for one in patterns(line)]
    missed = [line for line, ours in wanted.items() if not all(any(one.fits(row) for row in rows) for one in ours)]
    extra = [row for row in rows if not any(one.fits(row) for one in known)]
    return [f"missed {line}" for line in missed] + [f"extra {told(row)}" for row in extra]


def told(one: Relation) -> str:
    """A relation in the words of the suite."""
    arrow = "<>" if one.reciprocal else ">"
    words = [one.kind, one.source, arrow, one.target]
    words += [one.polarity] * (one.polarity != "affirmed") + [one.realis] * (one.realis != "actual")
    return " ".join(words + [f"by {one.speaker}"] * bool(one.speaker))
