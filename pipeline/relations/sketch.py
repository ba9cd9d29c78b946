"""A grammatical sketch of one sentence: noun phrases with their case markers, verbs and clauses.

Persian marks arguments by prepositions, by «را» after the object and by position
for the subject; verbs close their clause. The sketch records these, so that roles
are read from markers and clauses, never from nearness.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pipeline.lexicon.verbs import Conjugation
from pipeline.model import Mention, TaggedToken
from pipeline.relations.markers import CLOSERS, COMMAS, QUOTES, SUBORDINATORS, governing_marker, is_object
from pipeline.relations.verbs import VerbGroup, verb_groups
from pipeline.relations.words import keys

_JOINTS = frozenset({"و", "،", ",", "-", "–", "/"})
_STOPS = frozenset({"با", "از", "به", "در", "بر", "را", "که", "برای", "تا", "علیه", "هم", "نیز"})


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase around one or more coordinated entities; tokens half open.

    `slot` is the case marker that governs it ("bare" without one), `head` the index of
    the noun between marker and name («اقدام» in «از اقدام ایران»), or -1.
    """

    first: int
    last: int
    mentions: tuple[Mention, ...]
    slot: str
    start: int
    head: int
    clause: int


@dataclass(frozen=True, slots=True)
class Clause:
    """One clause: its parent (-1 for the sentence's own), how it is joined and its verb."""

    parent: int
    joint: str
    verb: VerbGroup | None


@dataclass(frozen=True, slots=True)
class Sketch:
    """What is known of a sentence before any frame is tried."""

    index: int
    tokens: tuple[TaggedToken, ...]
    keys: tuple[frozenset[str], ...]
    verbs: tuple[VerbGroup, ...]
    clause_of: tuple[int, ...]
    clauses: tuple[Clause, ...]
    phrases: tuple[Phrase, ...]
    paragraph: int


def sketch(
    index: int,
    paragraph: int,
    tokens: tuple[TaggedToken, ...],
    mentions: Sequence[Mention],
    conjugation: Conjugation,
    markers: Mapping[tuple[str, ...], str],
) -> Sketch:
    """Sketch one sentence from its tokens and the mentions in it."""
    token_keys = tuple(keys(token.text) for token in tokens)
    verbs = verb_groups(tokens, conjugation)
    inside = _inside(mentions)
    verbs = tuple(verb for verb in verbs if verb.first not in inside)
    clause_of, clauses = _clauses(tokens, verbs, inside)
    units = _units(mentions, tokens)
    phrases = tuple(_phrase(unit, tokens, verbs, units, clause_of, markers) for unit in units)
    return Sketch(index, tokens, token_keys, verbs, clause_of, clauses, phrases, paragraph)


def _inside(mentions: Sequence[Mention]) -> frozenset[int]:
    return frozenset(at for mention in mentions for at in range(mention.first, mention.last))


def _clauses(
    tokens: Sequence[TaggedToken], verbs: Sequence[VerbGroup], inside: frozenset[int]
) -> tuple[tuple[int, ...], tuple[Clause, ...]]:
    """The clause number of every token; «که» opens a clause, a finite verb closes it and resumes the one left open."""
    parents, joints, found = [-1], ["main"], dict[int, VerbGroup]()
    open_clauses, current, closed = list[int](), 0, False
    finite = {verb.first: verb for verb in verbs if verb.finite}
    clause_of = [0] * len(tokens)
    skip = 0
    for at, token in enumerate(tokens):
        word = token.text
        if closed and at >= skip and word not in QUOTES:
            joined = "content" if word in SUBORDINATORS or word == ":" else "next"
            if joined == "next" and open_clauses and word not in CLOSERS:
                current, closed = open_clauses.pop(), False
            elif word not in COMMAS:
                parents.append(current)
                joints.append(joined)
                current = len(parents) - 1
            closed = closed and word in COMMAS
        elif word in SUBORDINATORS and at not in inside and at and current not in found:
            open_clauses.append(current)
            parents.append(current)
            joints.append("relative" if word == "که" else "content" if word in ("اینکه", "آنکه") else "sub")
            current = len(parents) - 1
        elif word in CLOSERS and at + 1 < len(tokens):
            closed = True
        clause_of[at] = current
        if at in finite:
            found.setdefault(current, finite[at])
            for inner in range(at, finite[at].last):
                clause_of[inner] = current
            skip, closed = finite[at].last, True
        elif at < skip:
            continue
    clauses = tuple(Clause(parents[i], joints[i], found.get(i)) for i in range(len(parents)))
    return tuple(clause_of), clauses


def _units(mentions: Sequence[Mention], tokens: Sequence[TaggedToken]) -> list[list[list[Mention]]]:
    """Coordinated noun phrases: a list of phrases, each a list of conjuncts, each a list of mentions of one entity."""
    outer = _outermost(mentions)
    merged: list[list[Mention]] = []
    for mention in outer:
        if merged and _apposed(merged[-1], mention, tokens):
            merged[-1].append(mention)
        else:
            merged.append([mention])
    units: list[list[list[Mention]]] = []
    for conjunct in merged:
        if units and _coordinated(units[-1][-1], conjunct, tokens):
            units[-1].append(conjunct)
        else:
            units.append([conjunct])
    return units


def _outermost(mentions: Sequence[Mention]) -> list[Mention]:
    ordered = sorted(mentions, key=lambda m: (m.first, -m.last, m.entity_id))
    outer: list[Mention] = []
    for mention in ordered:
        last = outer[-1] if outer else None
        if last is None or mention.first >= last.last or (mention.first, mention.last) == (last.first, last.last):
            outer.append(mention)
    return outer


def _apposed(unit: Sequence[Mention], mention: Mention, tokens: Sequence[TaggedToken]) -> bool:
    last = unit[-1]
    if (mention.first, mention.last) == (last.first, last.last):
        return False
    between = [token.text for token in tokens[last.last : mention.first]]
    return mention.entity_id == last.entity_id and all(word in COMMAS or word in QUOTES for word in between)


def _coordinated(left: Sequence[Mention], right: Sequence[Mention], tokens: Sequence[TaggedToken]) -> bool:
    a, b = left[-1], right[0]
    if (a.first, a.last) == (b.first, b.last):
        return True
    between = [token.text for token in tokens[a.last : b.first] if token.text not in QUOTES]
    alike = a.kind == b.kind or {a.kind, b.kind} <= {"country", "organization", "person"}
    titled = len(between) == 2 and a.kind == b.kind == "person" and between[1] not in _STOPS
    listed = bool(between) and between[0] in _JOINTS and a.kind == b.kind and (titled or len(between) == 1)
    return (
        alike
        and (between == ["و"] or listed)
        and a.entity_id != b.entity_id
        and (a.form == "demonym") == (b.form == "demonym")
    )


def _phrase(
    unit: list[list[Mention]],
    tokens: Sequence[TaggedToken],
    verbs: Sequence[VerbGroup],
    units: Sequence[list[list[Mention]]],
    clause_of: Sequence[int],
    markers: Mapping[tuple[str, ...], str],
) -> Phrase:
    first, last = unit[0][0].first, unit[-1][-1].last
    left_edge = max((other[-1][-1].last for other in units if other[-1][-1].last <= first), default=0)
    stops = {at for verb in verbs if verb.finite for at in range(verb.first, verb.last)}
    slot, start = governing_marker(first, left_edge, tokens, stops, markers)
    head = start if start < first else -1
    if slot in ("bare", "chained") and is_object(
        last, tokens, {other[0][0].first: other[-1][-1].last for other in units}, markers
    ):
        slot = "را"
    best = tuple(_representative(conjunct) for conjunct in unit)
    return Phrase(first, last, best, slot, start, head, clause_of[first])


def _representative(conjunct: Sequence[Mention]) -> Mention:
    order = {"name": 0, "acronym": 0, "metonym": 1, "title": 2, "demonym": 3, "pronoun": 4}
    return min(conjunct, key=lambda mention: (order[mention.form], mention.first))
