"""An article made ready for judgement: its sentences sketched, its candidates judged, its scenes set."""

from collections import defaultdict
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass

from pipeline.lexicon import Lexicon
from pipeline.lexicon.frames import Frame
from pipeline.model import Entity, Mention, Mentions
from pipeline.relations.candidates import Candidate, CandidateFinder
from pipeline.relations.discourse import Discourse, discourses
from pipeline.relations.judge import Judge, features, modal_features
from pipeline.relations.modality import Modality
from pipeline.relations.pairs import Key, keys_of
from pipeline.relations.phrases import Hit
from pipeline.relations.reader.scene import Scene, Setting
from pipeline.relations.sketch import Sketch, sketch


@dataclass(frozen=True, slots=True)
class Judged:
    """A candidate with its features and the probability that it is right."""

    candidate: Candidate
    cues: frozenset[str]
    features: frozenset[str]
    probability: float


@dataclass(frozen=True, slots=True)
class Staged:
    """All that is known of an article before anything is decided.

    `hits` and `cues` hold the phrases of frames and the cues of each sentence by its number; a scene
    comes with both, by kind or by name of the cue.
    """

    mentions: Mentions
    entities: Mapping[str, Entity]
    sketches: Sequence[Sketch]
    hits: Mapping[int, Sequence[tuple[Frame, Hit]]]
    cues: Mapping[int, Sequence[Hit]]
    candidates: Sequence[Candidate]
    scenes: Sequence[tuple[Scene, Sequence[tuple[str, Hit]]]]


class Stager:
    """Makes one article after another ready; holds the grammar and the judge of candidates."""

    def __init__(self, lexicon: Lexicon, judge: Judge) -> None:
        self._grammar = lexicon.grammar
        self._hosts = {key: place.country for key, place in lexicon.places.items() if place.country}
        self._finder = CandidateFinder(self._grammar, self._hosts)
        self._modality = Modality(self._grammar.cues)
        self._judge = judge

    def stage(self, mentions: Mentions) -> Staged:
        """Make an article ready."""
        entities = {entity.id: entity for entity in mentions.entities}
        by_sentence = _by_sentence(mentions)
        sketches = self._sketches(mentions, by_sentence)
        setting = Setting(mentions, self._hosts)
        hits: dict[int, Sequence[tuple[Frame, Hit]]] = {}
        cues: dict[int, Sequence[Hit]] = {}
        candidates: list[Candidate] = []
        scenes: list[tuple[Scene, Sequence[tuple[str, Hit]]]] = []
        for discourse in discourses(sketches, self._grammar):
            at = discourse.sketch.index
            hits[at] = self._finder.hits(discourse.sketch)
            cues[at] = self._modality.found(discourse.sketch)
            here = list(self._finder.find(discourse, entities, hits[at]))
            scene = setting.scene(discourse, by_sentence.get(at, ()), here)
            candidates += here
            if scene is not None:
                marks = [(frame.kind, hit) for frame, hit in hits[at]] + [(cue.name, cue) for cue in cues[at]]
                scenes.append((scene, marks))
        return Staged(mentions, entities, sketches, hits, cues, candidates, scenes)

    def judge(self, staged: Staged, wanted: Container[Key] | None = None) -> Iterator[Judged]:
        """The candidates of an article, judged; only those that state something wanted, where that is given."""
        for candidate in staged.candidates:
            if wanted is None or any(key in wanted for key in keys_of(candidate, staged.entities)):
                sketch = candidate.discourse.sketch
                cues = self._modality.cues(candidate.hit, sketch, staged.cues[sketch.index])
                names = features(candidate, staged.entities, cues)
                yield Judged(candidate, cues, names, self._judge.kept.probability(names))

    def promising(self, mentions: Mentions) -> frozenset[int]:
        """The numbers of the sentences with a candidate; nothing but the features of candidates reads dependencies."""
        entities = {entity.id: entity for entity in mentions.entities}
        found = discourses(self._sketches(mentions, _by_sentence(mentions)), self._grammar)
        return frozenset(one.sketch.index for one in found if any(True for _ in self._candidates(one, entities)))

    def modal(self, one: Judged) -> frozenset[str]:
        """The features that polarity and realis of a candidate are read from."""
        hit, sketch = one.candidate.hit, one.candidate.discourse.sketch
        rules = self._modality.polarity(hit, sketch, one.cues), self._modality.realis(hit, sketch, one.cues)
        return modal_features(one.candidate, one.cues, rules)

    def _sketches(self, mentions: Mentions, by_sentence: Mapping[int, Sequence[Mention]]) -> list[Sketch]:
        document, grammar = mentions.document, self._grammar
        text = document.text.article.text
        return [
            sketch(
                at,
                text.count("\n", 0, tokens[0].start),
                tokens,
                by_sentence.get(at, ()),
                grammar.conjugation,
                grammar.markers,
            )
            for at, tokens in enumerate(document.sentences)
        ]

    def _candidates(self, discourse: Discourse, entities: Mapping[str, Entity]) -> Iterator[Candidate]:
        return self._finder.find(discourse, entities, self._finder.hits(discourse.sketch))


def _by_sentence(mentions: Mentions) -> Mapping[int, Sequence[Mention]]:
    found: defaultdict[int, list[Mention]] = defaultdict(list)
    for mention in mentions.mentions:
        found[mention.sentence].append(mention)
    return found
