"""Whether a statement is affirmed or negated, and whether it is told as actual, future or hypothetical."""

from collections.abc import Mapping, Sequence

from pipeline.model import Polarity, Realis
from pipeline.relations.phrases import Hit, PhraseIndex
from pipeline.relations.sketch import Sketch
from pipeline.relations.verbs import VerbGroup

_LIGHT = frozenset(
    [
        "کرد#کن",
        "داشت#دار",
        "شد#شو",
        "داد#ده",
        "گرفت#گیر",
        "بود#باش",
        "یافت#یاب",
        "نمود#نما",
        "زد#زن",
        "خورد#خور",
        "آمد#آ",
        "رفت#رو",
        "آورد#آور",
    ]
)
_LIGHT_REACH = 3


class Modality:
    """Reads polarity and realis of a phrase from its verb and from the cues around it."""

    def __init__(self, cues: Mapping[str, Sequence[tuple[str, ...]]]) -> None:
        self._index = PhraseIndex(cues)

    def found(self, sketch: Sketch) -> list[Hit]:
        """All cues of a sentence, in reading order."""
        return self._index.find(sketch)

    def cues(self, hit: Hit, sketch: Sketch, found: Sequence[Hit]) -> frozenset[str]:
        """Of the cues found, those that bear on a phrase: its clause's and, marked `outer`, those of the one around."""
        clause = sketch.clause_of[hit.first]
        parent = sketch.clauses[clause].parent
        bearing = set()
        for cue in found:
            owner = sketch.clause_of[cue.first]
            if hit.first <= cue.first and cue.last <= hit.last:
                bearing.add(f"inside {cue.name}")
            if owner == clause and cue.last <= hit.first and hit.first - cue.last <= 1:
                bearing.add(f"just before {cue.name}")
            if owner == clause:
                bearing.add(f"{'before' if cue.first < hit.first else 'after'} {cue.name}")
            elif owner == parent:
                bearing.add(f"outer {cue.name}")
        return frozenset(bearing)

    def polarity(self, hit: Hit, sketch: Sketch, cues: frozenset[str]) -> Polarity:
        """Negated by the phrase's own verb or by a negating noun before it; «مانعی … نیست» affirms."""
        verb = predicate_verb(hit, sketch)
        negated = verb is not None and verb.negated
        if cues & {"before affirming", "inside affirming"}:
            return "affirmed"
        if negated or "just before negated" in cues:
            return "negated"
        return "affirmed"

    def realis(self, hit: Hit, sketch: Sketch, cues: frozenset[str]) -> Realis:
        """Future or hypothetical where verb or cues say so, else actual."""
        verb = predicate_verb(hit, sketch)
        if verb is not None and verb.tense == "future":
            return "future"
        if cues & {"before future", "outer future"} and not (verb and verb.tense in ("past", "perfect")):
            return "future"
        if verb is not None and verb.tense in ("subjunctive", "infinitive"):
            return "hypothetical"
        if cues & {"just before hypothetical"}:
            return "hypothetical"
        return "actual"


def predicate_verb(hit: Hit, sketch: Sketch) -> VerbGroup | None:
    """The verb that makes the phrase a predicate: its own, or a light verb close behind it."""
    own = next((verb for verb in sketch.verbs if hit.first <= verb.first < hit.last), None)
    if own is not None:
        return own
    clause = sketch.clause_of[hit.first]
    verb = sketch.clauses[clause].verb
    if verb is None or verb.first < hit.head or verb.lemma not in _LIGHT:
        return None
    between = [p for p in sketch.phrases if hit.head <= p.first < verb.first]
    close = verb.first - hit.head <= _LIGHT_REACH
    return verb if close or (all(phrase.slot != "bare" for phrase in between) and verb.first - hit.head <= 12) else None
