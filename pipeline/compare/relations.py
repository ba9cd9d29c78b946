"""Relations of one article in two runs: which are new, which are gone, and what else is said of those in both."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from pipeline.columns import RelationRow
from pipeline.compare.sides import Named, RunSide

CONFIDENCE_STEP = 0.1
Value = str | float | Named
Key = tuple[str, frozenset[str]]
Closeness = tuple[bool, ...]


@dataclass(frozen=True, slots=True)
class FieldChange:
    """Something that is said of a relation, as the first and as the second run has it.

    A direction is the node it starts from, or `reciprocal`.
    """

    name: str
    first: Value
    second: Value


@dataclass(frozen=True, slots=True)
class RelationChange:
    """A relation that was added, removed or changed: as the second run has it, or the first where it was removed."""

    change: Literal["added", "removed", "changed"]
    kind: str
    predicate: str
    source: Named
    target: Named
    reciprocal: bool
    confidence: float
    evidence: str
    start: int
    rule: str
    fields: tuple[FieldChange, ...] = ()


def relation_changes(
    before: Iterable[RelationRow], after: Iterable[RelationRow], runs: tuple[RunSide, RunSide]
) -> tuple[RelationChange, ...]:
    """The changes between the relations of an article in two runs, in the order of the text.

    Relations of the same kind between the same two are the same where they rest on the same
    words, or else go the same way; of several the nearest are taken together. What counts
    as a change is in `field_changes`.
    """
    ours, theirs = _groups(before), _groups(after)
    changes: list[RelationChange] = []
    for key in ours.keys() | theirs.keys():
        mine, yours = ours.get(key, []), theirs.get(key, [])
        pairs = _pairs(mine, yours)
        changes += [_change("removed", mine[at], runs[0]) for at in range(len(mine)) if at not in pairs]
        changes += [_change("added", yours[at], runs[1]) for at in range(len(yours)) if at not in pairs.values()]
        for one, other in pairs.items():
            fields = tuple(field_changes(mine[one], yours[other], runs))
            changes += [_change("changed", yours[other], runs[1], fields)] if fields else []
    return tuple(sorted(changes, key=lambda one: (one.start, one.kind, str(one.source), str(one.target), one.change)))


def field_changes(one: RelationRow, other: RelationRow, runs: tuple[RunSide, RunSide]) -> Iterator[FieldChange]:
    """What is said differently: predicate, direction, polarity, realis, speaker, date, place; confidence by over .1."""
    ours, theirs = _said(one, runs[0]), _said(other, runs[1])
    for name, value in ours.items():
        if _identity(value) != _identity(theirs[name]):
            yield FieldChange(name, value, theirs[name])
    if round(abs(one.confidence - other.confidence), 4) > CONFIDENCE_STEP:
        yield FieldChange("confidence", one.confidence, other.confidence)


def _said(row: RelationRow, run: RunSide) -> dict[str, Value]:
    return {
        "predicate": row.predicate,
        "direction": "reciprocal" if row.reciprocal else run.named(row.source),
        "polarity": row.polarity,
        "realis": row.realis,
        "speaker": run.named(row.speaker),
        "date": "/".join(sorted({row.date_start, row.date_end} - {""})),
        "place": run.named(row.place),
    }


def _identity(value: Value) -> str | float:
    """A value as it is compared: a node that got another label is still the same."""
    return value.id if isinstance(value, Named) else value


def _groups(rows: Iterable[RelationRow]) -> dict[Key, list[RelationRow]]:
    found: dict[Key, list[RelationRow]] = {}
    for row in rows:
        found.setdefault((row.kind, frozenset((row.source, row.target))), []).append(row)
    return found


def _pairs(ours: Sequence[RelationRow], theirs: Sequence[RelationRow]) -> dict[int, int]:
    """Which rows of one kind and pair are the same, by their numbers; the nearest first."""
    ranked = sorted(
        ((_closeness(one, other), -i, -j) for i, one in enumerate(ours) for j, other in enumerate(theirs)), reverse=True
    )
    pairs: dict[int, int] = {}
    for (*_, same), i, j in ranked:
        if same and -i not in pairs and -j not in pairs.values():
            pairs[-i] = -j
    return pairs


def _closeness(one: RelationRow, other: RelationRow) -> Closeness:
    """How near two rows are, the weightiest first; the last says whether they can be the same at all."""
    overlap = one.char_start < other.char_end and other.char_start < one.char_end
    same_way = one.source == other.source or (one.reciprocal and other.reciprocal)
    alike = one.predicate == other.predicate, one.polarity == other.polarity and one.realis == other.realis
    return one.relation_id == other.relation_id, overlap and same_way, overlap, *alike, overlap or same_way


def _change(
    change: Literal["added", "removed", "changed"],
    row: RelationRow,
    run: RunSide,
    fields: tuple[FieldChange, ...] = (),
) -> RelationChange:
    return RelationChange(
        change=change,
        kind=row.kind,
        predicate=row.predicate,
        source=run.named(row.source),
        target=run.named(row.target),
        reciprocal=row.reciprocal,
        confidence=row.confidence,
        evidence=row.evidence,
        start=row.char_start,
        rule=row.rule,
        fields=fields,
    )
