"""Standing relations: the offices that the text states of a person."""

from collections.abc import Iterator, Mapping

from pipeline.model import Article, EventDate, Mentions, OfficeStatement, Relation
from pipeline.relations.identity import evidence_span, relation_id
from pipeline.relations.sketch import Sketch

_APPOSED = 0.95
_TITLE_ALONE = 0.9


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


def _office(one: OfficeStatement, article: Article, sketch: Sketch, tokens: tuple[int, int]) -> Relation:
    start, end = evidence_span(sketch, *tokens)
    return Relation(
        relation_id=relation_id(article, "hold_office", one.person, one.of, str(one.start)),
        sentence=one.sentence,
        start=start,
        end=end,
        evidence=article.text[start:end],
        predicate="hold_office",
        kind="OFFICE",
        mode="",
        cameo="",
        source=one.person,
        target=one.of,
        source_mention=one.name_mention or one.title_mention,
        target_mention="",
        reciprocal=False,
        polarity="affirmed",
        realis="actual",
        speaker="",
        speaker_chain=(),
        attribution="",
        date=EventDate(),
        place="",
        confidence=_APPOSED if one.name_mention else _TITLE_ALONE,
        rule="title beside a name" if one.name_mention else "title alone",
    )
