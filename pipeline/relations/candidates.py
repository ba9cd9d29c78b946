"""Possible relations of a sentence: every frame whose phrase stands there, with fillers that its slots admit.

A candidate is not yet a relation: `judge` gives each a probability and the best
filler of each role survives.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from pipeline.lexicon.frames import Frame
from pipeline.lexicon.grammar import Grammar
from pipeline.model import Entity, Mention
from pipeline.relations.discourse import Discourse, transparent
from pipeline.relations.phrases import Hit, PhraseIndex
from pipeline.relations.sketch import Phrase, Sketch

_WE = 4
_SOFT = frozenset({"we", "ez", "speaker", "party", "با", "از", "به", "را", "علیه", "میان", "توسط", "recent"})
_ATTRIBUTIVE = frozenset({"NOUN", "ADJ", "PROPN", "NUM", "DET", "X", "_", ""})


@dataclass(frozen=True, slots=True)
class Filler:
    """Entities that may fill a role: their mentions, the slot they stand in and their distance in tokens."""

    mentions: tuple[Mention, ...]
    slot: str
    distance: int
    after: bool
    inside_head: bool


@dataclass(frozen=True, slots=True)
class Candidate:
    """One possible statement: a frame, where its phrase stands and one filler for each role."""

    frame: Frame
    hit: Hit
    clause: int
    source: Filler
    target: Filler
    discourse: Discourse


class CandidateFinder:
    """Finds candidates for all frames of a grammar."""

    def __init__(self, grammar: Grammar, hosts: Mapping[str, str]) -> None:
        """`hosts` tells the country in which a place lies, by ids; to visit the place is to visit the country."""
        self._grammar = grammar
        self._hosts = hosts
        self._frames = {frame.id: frame for frame in grammar.frames}
        self._index = PhraseIndex({frame.id: frame.phrases for frame in grammar.frames})
        self._agreements = PhraseIndex({str(at): one.names for at, one in enumerate(grammar.agreements)})

    def hits(self, sketch: Sketch) -> list[tuple[Frame, Hit]]:
        """The phrases of frames in a sentence, in reading order; a phrase within a longer one is skipped."""
        taken: dict[str, int] = {}
        found = []
        for hit in self._index.find(sketch):
            frame = self._frames[hit.name]
            if hit.first >= taken.get(frame.id, 0) and not self._excluded(frame, hit, sketch):
                taken[frame.id] = hit.head
                found.append((frame, hit))
        return found

    def find(
        self, discourse: Discourse, entities: Mapping[str, Entity], hits: Iterable[tuple[Frame, Hit]]
    ) -> Iterator[Candidate]:
        """All candidates of a sentence, in reading order of the phrases that `hits` found in it."""
        parties = self._parties_named(discourse.sketch)
        for frame, hit in hits:
            fillers = list(self._fillers(hit, discourse))
            fillers += [self._host(filler, entities) for filler in fillers if filler.mentions[0].kind == "place"]
            fillers += _parties(parties, hit, discourse.sketch, entities)
            fillers += _own_country(hit, discourse, entities)
            yield from _combine(frame, hit, fillers, discourse)

    def _excluded(self, frame: Frame, hit: Hit, sketch: Sketch) -> bool:
        if any(hit.first >= phrase.first and hit.head <= phrase.last for phrase in sketch.phrases):
            return True
        clause = sketch.clause_of[hit.first]
        words = {key for at, owner in enumerate(sketch.clause_of) if owner == clause for key in sketch.keys[at]}
        if hit.first and frame.not_after & sketch.keys[hit.first - 1]:
            return True
        return bool(frame.unless & words) or bool(frame.needs and not frame.needs & words)

    def _fillers(self, hit: Hit, discourse: Discourse) -> Iterator[Filler]:
        sketch = discourse.sketch
        clause = sketch.clause_of[hit.first]
        for phrase in sketch.phrases:
            yield from self._phrase_fillers(phrase, hit, sketch, clause)
        subject = discourse.subjects[clause]
        if subject is not None and subject.how != "own":
            yield Filler(subject.mentions, f"subj~{subject.how}", 0, False, False)
        speech = discourse.speech_at(hit.first)
        if speech is not None:
            yield Filler(speech.speaker, "speaker", 0, False, False)
        yield from self._content_subjects(clause, discourse)

    def _phrase_fillers(self, phrase: Phrase, hit: Hit, sketch: Sketch, clause: int) -> Iterator[Filler]:
        after = phrase.first >= hit.head
        distance = phrase.first - hit.head if after else hit.first - phrase.last
        if distance < 0:
            return
        through = not transparent(phrase, sketch, self._grammar)
        slot = phrase.slot
        if phrase.clause != clause:
            slot = f"{_where(phrase.clause, clause, sketch)} {slot}"
        elif after and _adjacent(hit.head, phrase.first, sketch):
            slot = "ez"
        elif slot in ("bare", "chained") and not after:
            slot = "subjhead" if through else "subj"
        yield Filler(phrase.mentions, slot, distance, after, through)

    def _content_subjects(self, clause: int, discourse: Discourse) -> Iterator[Filler]:
        for number, inner in enumerate(discourse.sketch.clauses):
            subject = discourse.subjects[number]
            if inner.parent == clause and number > clause and subject is not None and subject.how == "own":
                yield Filler(subject.mentions, "csubj", 0, True, False)

    def _host(self, filler: Filler, entities: Mapping[str, Entity]) -> Filler:
        """The countries of a filler's places, as far as the article names them; else the filler itself."""
        hosts = [(mention, self._hosts.get(mention.entity_id, "")) for mention in filler.mentions]
        named = [replace(m, entity_id=host, kind="country", form="metonym") for m, host in hosts if host in entities]
        return replace(filler, mentions=tuple(named)) if named else filler

    def _parties_named(self, sketch: Sketch) -> list[str]:
        """The parties of the agreements that a sentence names."""
        named = sorted({int(hit.name) for hit in self._agreements.find(sketch)})
        return [party for number in named for party in self._grammar.agreements[number].parties]


def _parties(parties: Iterable[str], hit: Hit, sketch: Sketch, entities: Mapping[str, Entity]) -> Iterator[Filler]:
    """The other parties of an agreement named in the sentence, where the article knows them."""
    for party in parties:
        if party in entities:
            yield Filler((_unseen(party, entities[party], hit, sketch),), "party", 0, True, False)


def _own_country(hit: Hit, discourse: Discourse, entities: Mapping[str, Entity]) -> Iterator[Filler]:
    """«ما» in the words of an official may be his country."""
    sketch = discourse.sketch
    clause = sketch.clause_of[hit.first]
    verb, speech = sketch.clauses[clause].verb, discourse.speech_at(hit.first)
    plural = verb is not None and verb.person == _WE
    if speech is None or not (plural or _says_we(clause, sketch)):
        return
    own = entities[speech.speaker[0].entity_id].affiliation
    if own in entities and entities[own].kind == "country":
        yield Filler((_unseen(own, entities[own], hit, sketch),), "we", 0, False, False)


def _says_we(clause: int, sketch: Sketch) -> bool:
    return any(owner == clause and sketch.tokens[at].text == "ما" for at, owner in enumerate(sketch.clause_of))


def _unseen(party: str, entity: Entity, hit: Hit, sketch: Sketch) -> Mention:
    token = sketch.tokens[hit.first]
    place = (sketch.index, hit.first, hit.head, token.start, token.end)
    return Mention("", *place, token.text, entity.kind, "pronoun", party, 0.5, "party")


def _where(other: int, clause: int, sketch: Sketch) -> str:
    """How another clause of the sentence stands to the phrase's own."""
    if sketch.clauses[other].parent == clause:
        return "inner"
    return "outer" if sketch.clauses[clause].parent == other else "other"


def _adjacent(last: int, first: int, sketch: Sketch) -> bool:
    """Whether only words that an ezafe chain admits stand between a phrase and a name."""
    if first - last > 4:
        return False
    return all(
        sketch.tokens[at].upos in _ATTRIBUTIVE
        and sketch.tokens[at].text
        not in ("که", "و", "،", "را", "با", "از", "به", "در", "بر", "برای", "علیه", ":", "«", "تا")
        for at in range(last, first)
    )


def _combine(frame: Frame, hit: Hit, fillers: Sequence[Filler], discourse: Discourse) -> Iterator[Candidate]:
    clause = discourse.sketch.clause_of[hit.first]
    ours = [filler for filler in fillers if filler.slot == "we"] if frame.own_country else []
    for source in ours or fillers:
        for target in fillers:
            if source is not target and _fits(frame, source, target) and _differ(source, target):
                yield Candidate(frame, hit, clause, source, target, discourse)
    if frame.pair:
        for pair in fillers:
            if len(pair.mentions) > 1 and not pair.slot.startswith("other"):
                yield Candidate(frame, hit, clause, pair, pair, discourse)


def _fits(frame: Frame, source: Filler, target: Filler) -> bool:
    """Both roles in slots that the frame lists, or one of them and the other in a neighbouring clause."""
    listed = admits(frame.source, source.slot), admits(frame.target, target.slot)
    far = source.slot.startswith("other") or target.slot.startswith("other")
    return all(listed) if far else any(listed) and (all(listed) or (_near(source) and _near(target)))


def _near(filler: Filler) -> bool:
    return filler.slot in _SOFT or filler.slot.startswith(("subj", "outer bare", "inner bare"))


def _differ(source: Filler, target: Filler) -> bool:
    return {mention.entity_id for mention in source.mentions} != {mention.entity_id for mention in target.mentions}


def admits(slots: Sequence[str], slot: str) -> bool:
    """Whether a slot is among those that a frame's role lists; clause and source of the filler are left aside."""
    base = slot.split(" ")[-1].split("~")[0]
    return base in slots or "*" in slots
