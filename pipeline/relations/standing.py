"""Standing relations: the offices that the text states of people, and members listed in brackets."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from pipeline.model import Article, Entity, EventDate, Mention, Mentions, OfficeStatement, Relation
from pipeline.relations.identity import evidence_span, relation_id
from pipeline.relations.sketch import Sketch

_APPOSED = 0.95
_TITLE_ALONE = 0.9
_LISTED = 0.9
_BRACKETS = {"(": ")", "[": "]"}
_NAMES = frozenset({"name", "metonym", "acronym"})


class _End(NamedTuple):
    entity: str
    mention: str


def offices(mentions: Mentions, sketches: Mapping[int, Sketch]) -> Iterator[Relation]:
    """One OFFICE relation per person and body, from the first place that names both, else from the first title."""
    article = mentions.document.text.article
    ranked = sorted(mentions.office_statements, key=lambda one: (not one.name_mention, one.sentence, one.start))
    stated: dict[tuple[str, str], OfficeStatement] = {}
    for one in ranked:
        stated.setdefault((one.person, one.of), one)
    spans = {mention.mention_id: (mention.first, mention.last) for mention in mentions.mentions}
    for one in sorted(stated.values(), key=lambda one: (one.sentence, one.start, one.person, one.of)):
        yield _office(one, article, sketches[one.sentence], spans[one.title_mention])


def members(sketches: Iterable[Sketch], article: Article, entities: Mapping[str, Entity]) -> Iterator[Relation]:
    """MEMBER relations of «گروه … (ایران، روسیه و چین)»: an international body, then countries in brackets."""
    stated: dict[tuple[str, str], Relation] = {}
    for sketch in sketches:
        for body, inside in _bracketed(sketch, entities):
            for member in inside:
                key = member.entity_id, body.entity_id
                stated.setdefault(key, _member(member, body, article, sketch))
    yield from stated.values()


def _bracketed(sketch: Sketch, entities: Mapping[str, Entity]) -> Iterator[tuple[Mention, list[Mention]]]:
    mentions = [mention for phrase in sketch.phrases for mention in phrase.mentions]
    words = [token.text for token in sketch.tokens]
    for body in mentions:
        international = body.kind == "organization" and not entities[body.entity_id].affiliation
        if not international or body.last >= len(words) or words[body.last] not in _BRACKETS:
            continue
        close = _BRACKETS[words[body.last]]
        end = words.index(close, body.last) if close in words[body.last :] else len(words)
        inside = [m for m in mentions if body.last < m.first < end and m.kind == "country" and m.form in _NAMES]
        if len(inside) > 1:
            yield body, inside


def _member(member: Mention, body: Mention, article: Article, sketch: Sketch) -> Relation:
    ends = _End(member.entity_id, member.mention_id), _End(body.entity_id, body.mention_id)
    span = body.first, member.last
    return _relation("MEMBER", "member", ends, member.start, article, sketch, span, _LISTED, "members in brackets")


def _office(one: OfficeStatement, article: Article, sketch: Sketch, span: tuple[int, int]) -> Relation:
    ends = _End(one.person, one.name_mention or one.title_mention), _End(one.of, "")
    sure, rule = (_APPOSED, "title beside a name") if one.name_mention else (_TITLE_ALONE, "title alone")
    return _relation("OFFICE", "hold_office", ends, one.start, article, sketch, span, sure, rule)


def _relation(
    kind: str,
    predicate: str,
    ends: tuple[_End, _End],
    at: int,
    article: Article,
    sketch: Sketch,
    span: tuple[int, int],
    confidence: float,
    rule: str,
) -> Relation:
    source, target = ends
    start, end = evidence_span(sketch, *span)
    return Relation(
        relation_id=relation_id(article, predicate, source.entity, target.entity, str(at)),
        sentence=sketch.index,
        start=start,
        end=end,
        evidence=article.text[start:end],
        predicate=predicate,
        kind=kind,
        mode="",
        cameo="",
        source=source.entity,
        target=target.entity,
        source_mention=source.mention,
        target_mention=target.mention,
        reciprocal=False,
        polarity="affirmed",
        realis="actual",
        speaker="",
        speaker_chain=(),
        attribution="",
        date=EventDate(),
        place="",
        confidence=confidence,
        rule=rule,
    )
