"""The stage: from an article's mentions to the relations stated in it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from pipeline.lexicon import Lexicon
from pipeline.model import Article, Entity, EventDate, Mention, Mentions, Relation
from pipeline.relations.candidates import Candidate, CandidateFinder
from pipeline.relations.dates import event_date, find_dates
from pipeline.relations.discourse import discourses
from pipeline.relations.identity import evidence_span, relation_id
from pipeline.relations.judge import Judge, country, features, load_judge, modal_features
from pipeline.relations.modality import Modality, predicate_verb
from pipeline.relations.places import event_place
from pipeline.relations.sketch import Sketch, sketch
from pipeline.relations.speakers import attribution
from pipeline.relations.standing import members, offices

JUDGE = Path(__file__).resolve().parent.parent / "models" / "relations.json"


@dataclass(frozen=True, slots=True)
class Judged:
    """A candidate with its features and the probability that it is right."""

    candidate: Candidate
    cues: frozenset[str]
    features: frozenset[str]
    probability: float


class RelationFinder:
    """Finds the relations of one article after another; holds the frames and the judge of candidates."""

    def __init__(self, lexicon: Lexicon, judge: Judge | None = None) -> None:
        self._grammar = lexicon.grammar
        hosts = {key: place.country for key, place in lexicon.places.items() if place.country}
        self._finder = CandidateFinder(self._grammar, hosts)
        self._modality = Modality(self._grammar.cues)
        self._judge = judge or load_judge(JUDGE)

    def __call__(self, mentions: Mentions) -> tuple[Relation, ...]:
        """All relations that an article states, in reading order; nothing is known of other articles."""
        entities = {entity.id: entity for entity in mentions.entities}
        sketches = self._sketches(mentions)
        found = list(offices(mentions, {one.index: one for one in sketches}))
        kept = [one for one in self._judged(sketches, entities) if one.probability >= self._judge.threshold]
        stated = list(members(sketches, mentions.document.text.article, entities))
        stated += [relation for one in _best(kept) for relation in self._relations(one, mentions, entities)]
        found += _strongest(stated)
        return tuple(sorted(found, key=lambda one: (one.start, one.end, one.kind, one.relation_id)))

    def promising(self, mentions: Mentions) -> frozenset[int]:
        """The numbers of the sentences with a candidate: only there are dependencies read.

        Nothing but the features of candidates reads them, so the sentences need not be parsed for this.
        """
        entities = {entity.id: entity for entity in mentions.entities}
        found = discourses(self._sketches(mentions), self._grammar)
        return frozenset(one.sketch.index for one in found if any(True for _ in self._finder.find(one, entities)))

    def judged(self, mentions: Mentions) -> list[Judged]:
        """Every candidate of an article with its probability, kept or not; for training and for `explain`."""
        return list(self._judged(self._sketches(mentions), {entity.id: entity for entity in mentions.entities}))

    def modal(self, one: Judged) -> frozenset[str]:
        """The features that polarity and realis are read from."""
        hit, sketch = one.candidate.hit, one.candidate.discourse.sketch
        rules = self._modality.polarity(hit, sketch, one.cues), self._modality.realis(hit, sketch, one.cues)
        return modal_features(one.candidate, one.cues, rules)

    def reasons(self, one: Judged) -> tuple[tuple[str, float], ...]:
        """The features that decided on a candidate, strongest first, with their weights."""
        return self._judge.kept.reasons(one.features)

    def _sketches(self, mentions: Mentions) -> list[Sketch]:
        document = mentions.document
        by_sentence: defaultdict[int, list[Mention]] = defaultdict(list)
        for mention in mentions.mentions:
            by_sentence[mention.sentence].append(mention)
        text = document.text.article.text
        grammar = self._grammar
        return [
            sketch(
                at, text.count("\n", 0, tokens[0].start), tokens, by_sentence[at], grammar.conjugation, grammar.markers
            )
            for at, tokens in enumerate(document.sentences)
        ]

    def _judged(self, sketches: Sequence[Sketch], entities: Mapping[str, Entity]) -> Iterator[Judged]:
        for discourse in discourses(sketches, self._grammar):
            for candidate in self._finder.find(discourse, entities):
                cues = self._modality.cues(candidate.hit, discourse.sketch)
                names = features(candidate, entities, cues)
                yield Judged(candidate, cues, names, self._judge.kept.probability(names))

    def _relations(self, one: Judged, mentions: Mentions, entities: Mapping[str, Entity]) -> Iterator[Relation]:
        for source, target in pairs(one.candidate, entities):
            if entities[source.entity_id].kind != "place" and entities[target.entity_id].kind != "place":
                yield self._relation(one, source, target, mentions, entities)

    def _relation(
        self, one: Judged, source: Mention, target: Mention, mentions: Mentions, entities: Mapping[str, Entity]
    ) -> Relation:
        frame, hit, discourse = one.candidate.frame, one.candidate.hit, one.candidate.discourse
        article = mentions.document.text.article
        start, end = evidence_span(discourse.sketch, hit.first, hit.last)
        told = attribution(discourse, hit.first, source.entity_id, entities)
        grammar, place = self._grammar, discourse.sketch.tokens[hit.first].start
        modal = self.modal(one)
        return Relation(
            relation_id=relation_id(article, frame.id, source.entity_id, target.entity_id, str(place)),
            sentence=discourse.sketch.index,
            start=start,
            end=end,
            evidence=article.text[start:end],
            predicate=frame.id,
            kind=frame.kind,
            mode=frame.mode,
            cameo=frame.cameo,
            source=source.entity_id,
            target=target.entity_id,
            source_mention=source.mention_id,
            target_mention=target.mention_id,
            reciprocal=frame.reciprocal,
            polarity=self._judge.polarity(modal),
            realis=self._judge.realis(modal),
            speaker=told.speaker,
            speaker_chain=told.chain,
            attribution=told.manner,
            date=self._date(one, article),
            place=event_place(discourse.sketch, hit, grammar.place_heads, grammar.place_events, grammar.place_posts),
            confidence=one.probability,
            rule=f"{frame.id}: {' '.join(hit.phrase)} ({one.candidate.source.slot} > {one.candidate.target.slot})",
        )

    def _date(self, one: Judged, article: Article) -> EventDate:
        """When the event is said to have happened; the tense is that of its own verb, else that of its clause."""
        hit, sketch = one.candidate.hit, one.candidate.discourse.sketch
        verb = predicate_verb(hit, sketch) or sketch.clauses[one.candidate.clause].verb
        dated = find_dates(sketch.tokens, article.published, article.text, self._grammar.dates)
        tense = verb.tense if verb else ""
        return event_date(dated, hit.first, hit.last, sketch.clause_of, tense, article.published)


def pairs(candidate: Candidate, entities: Mapping[str, Entity]) -> Iterator[tuple[Mention, Mention]]:
    """Source and target mentions of a candidate: every source with every target, or all within one coordination.

    Of several targets the source's own country is none («وی بر روابط دو کشور تأکید کرد»).
    """
    source, target = candidate.source, candidate.target
    if source is target:
        for at, mention in enumerate(source.mentions):
            yield from ((mention, other) for other in source.mentions[at + 1 :] if other.entity_id != mention.entity_id)
        return
    for mention in source.mentions:
        own = country(mention.entity_id, entities) if len(target.mentions) > 1 else ""
        yield from ((mention, other) for other in target.mentions if other.entity_id not in (mention.entity_id, own))


def _best(kept: Iterable[Judged]) -> Iterator[Judged]:
    """The likeliest candidate of each phrase and frame."""

    def phrase(one: Judged) -> tuple[int, int, str]:
        return one.candidate.discourse.sketch.index, one.candidate.hit.first, one.candidate.frame.id

    for _, group in groupby(sorted(kept, key=phrase), key=phrase):
        yield max(group, key=lambda one: (one.probability, one.candidate.source.slot, one.candidate.target.slot))


def _strongest(relations: Iterable[Relation]) -> list[Relation]:
    """One relation for each sentence, kind and pair: the one of the highest confidence."""
    chosen: dict[tuple[object, ...], Relation] = {}
    for one in relations:
        ends = tuple(sorted((one.source, one.target))) if one.reciprocal else (one.source, one.target)
        key = (one.sentence, one.kind, ends, one.polarity, one.realis)
        if key not in chosen or (one.confidence, one.relation_id) > (chosen[key].confidence, chosen[key].relation_id):
            chosen[key] = one
    return list(chosen.values())
