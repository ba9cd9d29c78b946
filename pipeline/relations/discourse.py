"""Who is the subject of each clause and in whose words it is told, carried over from sentence to sentence.

Persian drops subjects that are known; news prose chains statements of one speaker
(«وی افزود», «… گفت:») over many sentences of a paragraph.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from pipeline.lexicon.grammar import Grammar
from pipeline.model import Mention
from pipeline.relations.phrases import PhraseIndex
from pipeline.relations.sketch import Phrase, Sketch

SUBJECT_SLOTS = frozenset({"bare", "chained"})
_SOURCE_SLOTS = frozenset({"گفته"})


@dataclass(frozen=True, slots=True)
class Subject:
    """The subject of a clause: its mentions and how it was found.

    `own` stands in the clause, `through` is named inside the subject («صفحه توئیتر کاخ سفید»);
    antecedent, shared, speaker and topic are carried over from elsewhere.
    """

    mentions: tuple[Mention, ...]
    how: str


@dataclass(frozen=True, slots=True)
class Speech:
    """A stretch of tokens told in somebody's words; `direct` where it follows a colon.

    `reporting` marks the clause of the speech verb itself («… با اشاره به سفر وی به مسکو گفت»).
    """

    speaker: tuple[Mention, ...]
    first: int
    last: int
    direct: bool
    reporting: bool = False


@dataclass(frozen=True, slots=True)
class Discourse:
    """A sketch with the subject of every clause (None where unknown) and the stretches of speech in it."""

    sketch: Sketch
    subjects: tuple[Subject | None, ...]
    speeches: tuple[Speech, ...]

    def speech_at(self, at: int) -> Speech | None:
        """The innermost speech that a token stands in, reporting clauses left aside."""
        inside = [one for one in self.speeches if one.first <= at < one.last and not one.reporting]
        return min(inside, key=lambda speech: speech.last - speech.first, default=None)


@dataclass(frozen=True, slots=True)
class _Context:
    topic: tuple[Mention, ...] = ()
    speaker: tuple[Mention, ...] = ()
    paragraph: int = -1


def discourses(sketches: Sequence[Sketch], grammar: Grammar) -> Iterator[Discourse]:
    """Resolve subjects and speakers of an article's sentences, in reading order."""
    index = PhraseIndex({"speech": grammar.speech})
    context = _Context()
    for sketch in sketches:
        if sketch.paragraph != context.paragraph:
            context = replace(context, paragraph=sketch.paragraph, speaker=())
        spoken = _speech_clauses(sketch, index)
        subjects = _subjects(sketch, context, grammar)
        speeches = tuple(_speeches(sketch, spoken, subjects, context))
        yield Discourse(sketch, subjects, speeches)
        context = _next(context, sketch, spoken, subjects, speeches)


def transparent(phrase: Phrase, sketch: Sketch, grammar: Grammar) -> bool:
    """Whether the phrase speaks of the named one itself («دولت ایران») and not of something of his («تحریم ایران»)."""
    if phrase.head < 0:
        return True
    return not grammar.transparent.isdisjoint(sketch.keys[phrase.head])


def _speech_clauses(sketch: Sketch, index: PhraseIndex) -> dict[int, tuple[int, int]]:
    """Clauses that report speech, with the token span of the speech verb."""
    spoken: dict[int, tuple[int, int]] = {}
    for hit in index.find(sketch):
        verb = next((v for v in sketch.verbs if hit.first <= v.first < hit.last), None)
        if verb is not None and verb.finite:
            spoken.setdefault(sketch.clause_of[verb.first], (hit.first, verb.last))
    return spoken


def _subjects(sketch: Sketch, context: _Context, grammar: Grammar) -> tuple[Subject | None, ...]:
    found: list[Subject | None] = []
    for number in range(len(sketch.clauses)):
        found.append(_own_subject(number, sketch, grammar) or _inherited(number, sketch, found, context))
    return tuple(found)


def _own_subject(number: int, sketch: Sketch, grammar: Grammar) -> Subject | None:
    verb = sketch.clauses[number].verb
    end = verb.first if verb else len(sketch.tokens)
    for phrase in sketch.phrases:
        if phrase.clause == number and phrase.slot in SUBJECT_SLOTS and phrase.first < end:
            mentions = tuple(m for m in phrase.mentions if m.kind != "place")
            if mentions:
                return Subject(mentions, "own" if transparent(phrase, sketch, grammar) else "through")
    return None


def _inherited(number: int, sketch: Sketch, found: Sequence[Subject | None], context: _Context) -> Subject | None:
    clause = sketch.clauses[number]
    if clause.joint == "relative":
        return _antecedent(number, sketch)
    if clause.parent >= 0:
        parent = found[clause.parent]
        how = "speaker" if clause.joint in ("content", "sub") else "shared"
        return Subject(parent.mentions, how) if parent else None
    return Subject(context.topic, "topic") if context.topic else None


def _antecedent(number: int, sketch: Sketch) -> Subject | None:
    start = sketch.clause_of.index(number)
    before = [phrase for phrase in sketch.phrases if phrase.last <= start and start - phrase.last <= 2]
    return Subject(before[-1].mentions[-1:], "antecedent") if before else None


def _speeches(
    sketch: Sketch,
    spoken: dict[int, tuple[int, int]],
    subjects: Sequence[Subject | None],
    context: _Context,
) -> Iterator[Speech]:
    end = len(sketch.tokens)
    if context.speaker:
        yield Speech(context.speaker, 0, end, True)
    yield from _headline(sketch)
    for phrase in sketch.phrases:
        if phrase.slot in _SOURCE_SLOTS:
            yield Speech(phrase.mentions, 0, end, False)
    for number, (first, last) in spoken.items():
        subject = subjects[number]
        if subject is None:
            continue
        colon = any(token.text == ":" for token in sketch.tokens[last : last + 2])
        yield Speech(subject.mentions, last, end, colon)
        yield Speech(subject.mentions, sketch.clause_of.index(number), first, False, reporting=True)
        for inner, clause in enumerate(sketch.clauses):
            if clause.parent == number and clause.joint == "content":
                span = [at for at, owner in enumerate(sketch.clause_of) if owner == inner and at < first]
                if span:
                    yield Speech(subject.mentions, span[0], span[-1] + 1, False)


def _headline(sketch: Sketch) -> Iterator[Speech]:
    """«ظریف: …»: a colon after a name and no verb before it gives the words to the one named."""
    colon = next((at for at, token in enumerate(sketch.tokens) if token.text == ":"), -1)
    if colon <= 0 or any(verb.finite and verb.first < colon for verb in sketch.verbs):
        return
    before = [phrase for phrase in sketch.phrases if phrase.last <= colon and phrase.slot in SUBJECT_SLOTS]
    if before:
        yield Speech(before[0].mentions[:1], colon + 1, len(sketch.tokens), True)


def _next(
    context: _Context,
    sketch: Sketch,
    spoken: dict[int, tuple[int, int]],
    subjects: Sequence[Subject | None],
    speeches: Sequence[Speech],
) -> _Context:
    speaker = context.speaker
    for speech in speeches:
        if speech.direct and speech.last == len(sketch.tokens):
            speaker = speech.speaker
    spoken_subjects = [subjects[number] for number in spoken if subjects[number] is not None]
    subject = spoken_subjects[-1] if spoken_subjects else (None if context.speaker else subjects[0])
    topic = subject.mentions if subject else context.topic
    return replace(context, topic=topic, speaker=speaker)
