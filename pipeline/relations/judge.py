"""How likely a candidate is a relation that a careful reader would write down.

A logistic model over readable features (frame, slots, distances, kinds, cues); its
weights are a data file, and `explain` lists those that decided.
"""

import json
import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from pipeline.errors import ModelError
from pipeline.model import Entity
from pipeline.relations.candidates import Candidate, Filler, admits
from pipeline.relations.modality import predicate_verb
from pipeline.relations.paths import path, top
from pipeline.relations.sketch import Sketch

MODELS = ("kept", "negated", "future", "hypothetical", "blend")


@dataclass(frozen=True, slots=True)
class Logistic:
    """A logistic model: weights by feature and a bias."""

    weights: Mapping[str, float]
    bias: float

    def probability(self, features: Iterable[str]) -> float:
        """The probability of yes, to four decimals."""
        score = self.bias + math.fsum(self.weights.get(name, 0.0) for name in features)
        return round(1 / (1 + math.exp(-max(-30.0, min(30.0, score)))), 4)

    def weigh(self, values: Mapping[str, float]) -> float:
        """The probability of yes for features with values, to four decimals."""
        score = self.bias + math.fsum(self.weights.get(name, 0.0) * value for name, value in values.items())
        return round(1 / (1 + math.exp(-max(-30.0, min(30.0, score)))), 4)

    def reasons(self, features: Iterable[str], most: int = 6) -> tuple[tuple[str, float], ...]:
        """The features that moved the score most, strongest first."""
        known = [(name, self.weights[name]) for name in features if name in self.weights]
        return tuple(sorted(known, key=lambda pair: (-abs(pair[1]), pair[0]))[:most])


@dataclass(frozen=True, slots=True)
class Judge:
    """Whether a candidate is right, whether a right one is negated, future or hypothetical, and how to blend.

    `blend` weighs candidates and the reader's readings; `threshold` is the probability from which a statement is kept.
    """

    kept: Logistic
    negated: Logistic
    future: Logistic
    hypothetical: Logistic
    blend: Logistic
    threshold: float


def load_judge(path: Path) -> Judge:
    """Read a judge from its JSON file.

    Raises:
        ModelError: The file is missing or is not a judge.
    """
    try:
        table = json.loads(path.read_text(encoding="utf-8"))
        models = {name: Logistic(table[name]["weights"], table[name]["bias"]) for name in MODELS}
        return Judge(**models, threshold=table["threshold"])
    except (OSError, ValueError, KeyError, TypeError) as error:
        message = f"{path}: not a judge of relations ({error!r}); make it with python -m training.relations"
        raise ModelError(message) from error


def untrained_judge() -> Judge:
    """A judge that knows nothing and keeps nothing, to collect candidates with before training."""
    blank = Logistic({}, 0.0)
    return Judge(blank, blank, blank, blank, blank, threshold=1.0)


def modal_features(candidate: Candidate, cues: frozenset[str], rules: Iterable[str]) -> frozenset[str]:
    """What tells of polarity and realis: verbs and cues around the phrase, and what the rules say."""
    frame, sketch = candidate.frame, candidate.discourse.sketch
    clause = sketch.clauses[candidate.clause]
    own, around = (
        predicate_verb(candidate.hit, sketch),
        sketch.clauses[clause.parent].verb if clause.parent >= 0 else None,
    )
    names = {f"kind={frame.kind}", f"frame={frame.id}", f"joint={clause.joint}", f"target slot={candidate.target.slot}"}
    for place, verb in (("own", own), ("clause", clause.verb), ("outer", around)):
        tense = verb.tense if verb else "-"
        names |= {f"{place} tense={tense}", f"kind={frame.kind} {place} tense={tense}"}
        names |= {f"{place} negated"} if verb and verb.negated else set()
        names |= {f"{place} verb={verb.lemma}"} if verb else set()
    names |= {f"cue={cue}" for cue in cues} | {f"kind={frame.kind} cue={cue}" for cue in cues}
    return frozenset(names | {f"rule={rule}" for rule in rules} | {f"phrase={' '.join(candidate.hit.phrase)}"})


def features(candidate: Candidate, entities: Mapping[str, Entity], cues: frozenset[str]) -> frozenset[str]:
    """The features of a candidate; each is a short text that a person can read."""
    return frozenset(_features(candidate, entities, cues))


def _features(candidate: Candidate, entities: Mapping[str, Entity], cues: frozenset[str]) -> Iterator[str]:
    frame, hit, sketch = candidate.frame, candidate.hit, candidate.discourse.sketch
    source, target = candidate.source, candidate.target
    phrase = " ".join(hit.phrase)
    pair = "pair" if source is target else f"{source.slot}>{target.slot}"
    yield f"kind={frame.kind}"
    yield f"frame={frame.id}"
    yield f"phrase={frame.id}:{phrase}"
    yield f"slots={pair}"
    yield f"frame={frame.id} slots={pair}"
    listed = f"{admits(frame.source, source.slot):d}{admits(frame.target, target.slot):d}"
    yield f"listed={listed}"
    yield f"listed={listed} slots={pair}"
    for role, filler in (("source", source), ("target", target)):
        yield from _role(role, filler, frame.id, frame.kind)
        yield from _syntax(role, filler, candidate)
    yield from _context(candidate, entities)
    verb = predicate_verb(hit, sketch)
    yield f"verb={verb.lemma if verb else '-'}"
    yield f"frame={frame.id} verb={'yes' if verb else 'no'}"
    yield f"phrase={phrase} verb={verb.lemma if verb else '-'}"
    yield from (f"cue={cue}" for cue in cues)
    yield from (f"kind={frame.kind} word={word}" for word in _clause_words(candidate))


def _role(role: str, filler: Filler, frame: str, kind: str) -> Iterator[str]:
    mention = filler.mentions[0]
    yield f"{role} slot={filler.slot}"
    yield f"frame={frame} {role} slot={filler.slot}"
    yield f"kind={kind} {role} slot={filler.slot}"
    yield f"{role} form={mention.form}"
    yield f"kind={kind} {role} is={mention.kind}"
    yield f"frame={frame} {role} is={mention.kind}"
    yield f"{role} far={_bucket(filler.distance)}"
    yield f"{role} {filler.slot} far={_bucket(filler.distance)}"
    yield f"{role} side={'after' if filler.after else 'before'} slot={filler.slot}"
    yield f"{role} many={min(len(filler.mentions), 4)}"
    if filler.inside_head:
        yield f"{role} inside {filler.slot}"
        yield f"frame={frame} {role} inside"


def _syntax(role: str, filler: Filler, candidate: Candidate) -> Iterator[str]:
    """Where the parse puts a filler: its path to the phrase and to the phrase's verb."""
    sketch, hit, mention = candidate.discourse.sketch, candidate.hit, filler.mentions[0]
    if not mention.mention_id or mention.sentence != sketch.index:
        return
    start = top(sketch.tokens, mention.first, mention.last)
    route = path(sketch.tokens, start, top(sketch.tokens, hit.first, hit.head))
    yield f"{role} path={route}"
    yield f"kind={candidate.frame.kind} {role} path={route}"
    yield f"{role} {filler.slot} path={route}"
    verb = sketch.clauses[candidate.clause].verb
    if verb is not None:
        yield f"{role} verb path={path(sketch.tokens, start, verb.first)}"


def _bucket(distance: int) -> str:
    return next((str(edge) for edge in (0, 1, 2, 4, 7, 11, 16, 25) if distance <= edge), "more")


def _context(candidate: Candidate, entities: Mapping[str, Entity]) -> Iterator[str]:
    frame, sketch = candidate.frame, candidate.discourse.sketch
    first = entities[candidate.source.mentions[0].entity_id]
    second = entities[candidate.target.mentions[-1].entity_id]
    home, away = country(first.id, entities), country(second.id, entities)
    alike = "same country" if home and home == away else "two countries" if home and away else "country unknown"
    yield alike
    yield f"kind={frame.kind} {alike}"
    yield f"kind={frame.kind} {first.kind}>{second.kind}"
    yield f"title={sketch.index == 0}"
    yield f"kind={frame.kind} title={sketch.index == 0}"
    yield f"joint={sketch.clauses[candidate.clause].joint}"
    speech = candidate.discourse.speech_at(candidate.hit.first)
    told = "own" if speech is None else "direct" if speech.direct else "indirect"
    yield f"told={told}"
    yield f"frame={frame.id} told={told}"
    if speech is not None and candidate.source.mentions[0].entity_id == speech.speaker[0].entity_id:
        yield f"kind={frame.kind} source speaks"
    if first.affiliation == second.id:
        yield "target is source's own"
    between = _between(candidate)
    yield f"phrases between={min(between, 5)}"


def _between(candidate: Candidate) -> int:
    ends = [m for filler in (candidate.source, candidate.target) for m in filler.mentions if m.mention_id]
    here = [m for m in ends if m.sentence == candidate.discourse.sketch.index]
    if not here:
        return 0
    low, high = min(m.first for m in here), max(m.last for m in here)
    return sum(low <= phrase.first < high for phrase in candidate.discourse.sketch.phrases)


def _clause_words(candidate: Candidate) -> Iterator[str]:
    sketch: Sketch = candidate.discourse.sketch
    inside = {at for phrase in sketch.phrases for at in range(phrase.first, phrase.last)}
    for at, owner in enumerate(sketch.clause_of):
        if owner == candidate.clause and at not in inside and len(sketch.tokens[at].text) > 2:
            yield min(sketch.keys[at], key=lambda key: (len(key), key))


def country(entity: str, entities: Mapping[str, Entity]) -> str:
    """The country an entity is or acts for, through its affiliations; empty where unknown."""
    seen = set[str]()
    while entity and entity not in seen and entity in entities:
        seen.add(entity)
        if entities[entity].kind == "country":
            return entity
        entity = entities[entity].affiliation
    return ""
