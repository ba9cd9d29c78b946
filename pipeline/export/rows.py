"""From the values of the stages to rows of the tables, one builder per table.

Nodes and edges look at more than one article and are made in `pipeline.graph`.
"""

from pipeline.columns import ArticleRow, FailureRow, MentionRow, OfficeRow, RelationRow, Status, TextRow
from pipeline.lexicon.codes import Codes
from pipeline.model import Article, Failure, Mention, Office, Relation


def article_row(
    article: Article, *, sentences: int = 0, tokens: int = 0, status: Status = "ok", duplicate_of: str = ""
) -> ArticleRow:
    """The row of an article; one that failed after it was read has no sentences and no tokens."""
    return ArticleRow(
        article_id=article.article_id,
        path=article.path,
        record=article.record,
        title=article.title,
        published=article.published,
        author=article.author,
        source_name=article.source_name,
        source_url=article.source_url,
        encoding=article.encoding,
        language=article.language,
        chars=len(article.text),
        sentences=sentences,
        tokens=tokens,
        status=status,
        duplicate_of=duplicate_of,
        sha256=article.sha256,
    )


def text_row(article: Article) -> TextRow:
    """The text that the offsets of an article's mentions and relations point into."""
    return TextRow(article_id=article.article_id, text=article.text)


def mention_row(article: Article, mention: Mention) -> MentionRow:
    """The row of one mention of an article."""
    return MentionRow(
        mention_id=mention.mention_id,
        article_id=article.article_id,
        sentence=mention.sentence,
        char_start=mention.start,
        char_end=mention.end,
        text=mention.text,
        kind=mention.kind,
        form=mention.form,
        entity_id=mention.entity_id,
        confidence=mention.confidence,
        rule=mention.rule,
    )


def office_row(office: Office) -> OfficeRow:
    """The row of one office."""
    return OfficeRow(
        node=office.node,
        office=office.office,
        office_en=office.office_en,
        of=office.of,
        start=office.start,
        end=office.end,
        source=office.source,
    )


def relation_row(article: Article, relation: Relation, event_id: str, codes: Codes) -> RelationRow:
    """The row of one statement of an article, with the quad class and the scores of its codes."""
    facts = codes.facts(relation.kind, relation.mode, relation.cameo)
    date = relation.date
    return RelationRow(
        relation_id=relation.relation_id,
        article_id=article.article_id,
        sentence=relation.sentence,
        char_start=relation.start,
        char_end=relation.end,
        evidence=relation.evidence,
        predicate=relation.predicate,
        kind=relation.kind,
        mode=relation.mode,
        cameo=relation.cameo,
        quad=facts.quad,
        goldstein=facts.goldstein,
        plover_score=facts.plover_score,
        source=relation.source,
        target=relation.target,
        source_mention=relation.source_mention,
        target_mention=relation.target_mention,
        reciprocal=relation.reciprocal,
        polarity=relation.polarity,
        realis=relation.realis,
        speaker=relation.speaker,
        speaker_chain=relation.speaker_chain,
        attribution=relation.attribution,
        date_start=date.start,
        date_end=date.end,
        date_precision=date.precision,
        date_basis=date.basis,
        date_text=date.text,
        date_jalali=date.jalali,
        date_conflict=date.conflict,
        place=relation.place,
        confidence=relation.confidence,
        rule=relation.rule,
        event_id=event_id,
    )


def failure_row(failure: Failure) -> FailureRow:
    """The row of one failure."""
    return FailureRow(
        path=failure.path,
        record=failure.record,
        stage=failure.stage,
        reason=failure.reason,
        exception=failure.exception,
    )
