"""The stage: from an article's mentions to the relations stated in it."""

from collections.abc import Iterable
from pathlib import Path

from pipeline.lexicon import Lexicon
from pipeline.model import EventDate, Mention, Mentions, Relation
from pipeline.relations.dates import event_date, find_dates
from pipeline.relations.discourse import Discourse
from pipeline.relations.identity import evidence_span, relation_id
from pipeline.relations.judge import Judge, load_judge
from pipeline.relations.manner import polarity, realis, told
from pipeline.relations.modality import predicate_verb
from pipeline.relations.phrases import Hit
from pipeline.relations.places import event_place
from pipeline.relations.predicates import Predicate, predicate_of
from pipeline.relations.reader.read import Reader, load_reader
from pipeline.relations.stage import Staged, Stager
from pipeline.relations.standing import members, offices
from pipeline.relations.statements import Statement, key_of, statements

MODELS = Path(__file__).resolve().parent.parent / "models"
JUDGE, READER = MODELS / "relations.json", MODELS / "reader.pt"


class RelationFinder:
    """Finds the relations of one article after another; holds the frames, the judge and the reader."""

    def __init__(self, lexicon: Lexicon, judge: Judge | None = None, reader: Reader | None = None) -> None:
        self._grammar = lexicon.grammar
        self._judge = judge or load_judge(JUDGE)
        self._reader = reader or load_reader(READER)
        self._stager = Stager(lexicon, self._judge)

    def __call__(self, mentions: Mentions) -> tuple[Relation, ...]:
        """All relations that an article states, in reading order; nothing is known of other articles."""
        staged = self._stager.stage(mentions)
        article = mentions.document.text.article
        found = list(offices(mentions, {one.index: one for one in staged.sketches}))
        stated = list(members(staged.sketches, article, staged.entities))
        kept = (one for one in self.weigh(staged) if one.probability >= self._judge.threshold)
        stated += [self._relation(one, staged) for one in kept]
        found += _strongest(stated)
        return tuple(sorted(found, key=lambda one: (one.start, one.end, one.kind, one.relation_id)))

    def staged(self, mentions: Mentions) -> Staged:
        """An article made ready, for `weigh`."""
        return self._stager.stage(mentions)

    def promising(self, mentions: Mentions) -> frozenset[int]:
        """The numbers of the sentences with a candidate: only there are dependencies read."""
        return self._stager.promising(mentions)

    def weigh(self, staged: Staged) -> list[Statement]:
        """Every statement that was thought of, kept or not, with its probability."""
        readings = list(self._reader.read(staged.scenes, staged.entities))
        judged = self._stager.judge(staged, frozenset(map(key_of, readings)))
        return statements(judged, readings, staged.entities, self._judge.blend)

    def reasons(self, one: Statement) -> tuple[tuple[str, float], ...]:
        """What decided on a statement, strongest first: features of the frame's candidate, and words that were read."""
        words: tuple[tuple[str, float], ...] = ()
        if one.reading is not None:
            tokens = one.reading.scene.discourse.sketch.tokens
            read = " ".join(tokens[at].text for at in sorted(one.reading.words))
            words = ((f"the reader looks at «{read}»", one.reading.probability),)
        return (*words, *(self._judge.kept.reasons(one.judged.features) if one.judged else ()))

    def predicate(self, one: Statement, staged: Staged) -> Predicate:
        """What a statement says, and in which words."""
        return predicate_of(one, staged.hits, self._grammar.kinds)

    def _relation(self, one: Statement, staged: Staged) -> Relation:
        predicate = self.predicate(one, staged)
        hit, discourse = predicate.hit, _discourse(one)
        article = staged.mentions.document.text.article
        start, end = evidence_span(discourse.sketch, hit.first, hit.last)
        said = told(discourse, hit.first, one.source, one.reading, staged.entities)
        modal = self._stager.modal(one.judged) if one.judged else None
        grammar, place = self._grammar, discourse.sketch.tokens[hit.first].start
        return Relation(
            relation_id=relation_id(article, predicate.id, one.source, one.target, str(place)),
            sentence=one.sentence,
            start=start,
            end=end,
            evidence=article.text[start:end],
            predicate=predicate.id,
            kind=one.kind,
            mode=predicate.mode,
            cameo=predicate.cameo,
            source=one.source,
            target=one.target,
            source_mention=_mention(one.source, one.sentence, staged.mentions, hit),
            target_mention=_mention(one.target, one.sentence, staged.mentions, hit),
            reciprocal=one.both_ways,
            polarity=polarity(self._judge, modal, one.reading),
            realis=realis(self._judge, modal, one.reading),
            speaker=said.speaker,
            speaker_chain=said.chain,
            attribution=said.manner,
            date=self._date(one, hit, staged),
            place=event_place(discourse.sketch, hit, grammar.place_heads, grammar.place_events, grammar.place_posts),
            confidence=one.probability,
            rule=predicate.rule,
        )

    def _date(self, one: Statement, hit: Hit, staged: Staged) -> EventDate:
        """When the event is said to have happened; the tense is that of its own verb, else that of its clause."""
        sketch = _discourse(one).sketch
        article = staged.mentions.document.text.article
        verb = predicate_verb(hit, sketch) or sketch.clauses[sketch.clause_of[hit.first]].verb
        dated = find_dates(sketch.tokens, article.published, article.text, self._grammar.dates)
        tense = verb.tense if verb else ""
        return event_date(dated, hit.first, hit.last, sketch.clause_of, tense, article.published)


def _discourse(one: Statement) -> Discourse:
    if one.judged is not None:
        return one.judged.candidate.discourse
    assert one.reading is not None
    return one.reading.scene.discourse


def _mention(entity: str, sentence: int, mentions: Mentions, hit: Hit) -> str:
    """The mention of an entity nearest to the words of the predicate; empty where the sentence has none."""
    here = [one for one in mentions.mentions if one.sentence == sentence and one.entity_id == entity]
    return min(here, key=lambda one: (_gap(one, hit), one.first), default=_NONE).mention_id


_NONE = Mention("", 0, 0, 0, 0, 0, "", "place", "name", "", 0.0, "")


def _gap(mention: Mention, hit: Hit) -> int:
    return max(mention.first - hit.last, hit.first - mention.last, 0)


def _strongest(relations: Iterable[Relation]) -> list[Relation]:
    """One relation for each sentence, kind and pair: the one of the highest confidence."""
    chosen: dict[tuple[object, ...], Relation] = {}
    for one in relations:
        ends = tuple(sorted((one.source, one.target))) if one.reciprocal else (one.source, one.target)
        key = (one.sentence, one.kind, ends, one.polarity, one.realis)
        if key not in chosen or (one.confidence, one.relation_id) > (chosen[key].confidence, chosen[key].relation_id):
            chosen[key] = one
    return list(chosen.values())
