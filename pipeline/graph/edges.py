"""Edges: the statements of all articles merged per pair, between actors and between countries.

Articles that are duplicates are left out. An edge weighs as many as there are distinct events
behind it, so the same news told ten times weighs one.
"""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple
from urllib.parse import urlsplit

from pipeline.columns import STANDING, ArticleRow, EdgeRow, Level, NodeRow, RelationRow
from pipeline.graph.countries import countries_of
from pipeline.model import Polarity, Realis


class _Key(NamedTuple):
    """What makes statements one edge."""

    level: Level
    source: str
    target: str
    event: str
    predicate: str
    polarity: Polarity
    realis: Realis


def build_edges(
    relations: Iterable[RelationRow],
    nodes: Iterable[NodeRow],
    articles: Iterable[ArticleRow],
    labels: Mapping[str, str],
) -> list[EdgeRow]:
    """All edges of both levels, sorted by level, Source, Target and Kind, whatever the order of the rows.

    Args:
        relations: Statements of all articles.
        nodes: Nodes with the affiliations that lead to countries.
        articles: Articles, which say what is a duplicate and who published it.
        labels: Persian label of each predicate; one without a label shows its own name.
    """
    publishers = {row.article_id: _publisher(row) for row in articles if row.status != "duplicate"}
    countries = countries_of(nodes)
    groups: defaultdict[_Key, list[RelationRow]] = defaultdict(list)
    for relation in relations:
        if relation.article_id in publishers:
            for key in _keys(relation, countries):
                groups[key].append(relation)
    edges = [_edge(key, rows, publishers, labels) for key, rows in groups.items()]
    return sorted(edges, key=lambda edge: (edge.level, edge.Source, edge.Target, edge.Kind))


def _publisher(article: ArticleRow) -> str:
    return article.source_name or urlsplit(article.source_url).netloc


def _keys(relation: RelationRow, countries: Mapping[str, str]) -> Iterator[_Key]:
    """The actor edge and, between two different countries, the country edge that a statement belongs to."""
    yield _key("actor", relation.source, relation.target, relation)
    source, target = countries.get(relation.source, ""), countries.get(relation.target, "")
    if relation.kind not in STANDING and source and target and source != target:
        yield _key("country", source, target, relation)


def _key(level: Level, source: str, target: str, relation: RelationRow) -> _Key:
    if relation.reciprocal and target < source:
        source, target = target, source
    return _Key(level, source, target, relation.kind, relation.predicate, relation.polarity, relation.realis)


def edge_kind(event: str, predicate: str, polarity: Polarity, realis: Realis) -> str:
    """The edge type that keeps parallel edges apart, such as CONSULT:meet or CONSULT:meet:negated:future."""
    marks = (polarity if polarity == "negated" else "", realis if realis != "actual" else "")
    return ":".join(part for part in (event, predicate, *marks) if part)


def _edge(key: _Key, rows: list[RelationRow], publishers: Mapping[str, str], labels: Mapping[str, str]) -> EdgeRow:
    kind = edge_kind(key.event, key.predicate, key.polarity, key.realis)
    best = min(rows, key=lambda row: (-row.confidence, row.article_id, row.char_start, row.relation_id))
    articles = {row.article_id for row in rows}
    plain = key.polarity == "affirmed" and key.realis == "actual" and key.event not in STANDING
    return EdgeRow(
        Source=key.source,
        Target=key.target,
        Type="Directed",
        Id=_edge_id(key, kind),
        Label=labels.get(key.predicate) or key.predicate,
        Kind=kind,
        Weight=len({row.event_id or row.relation_id for row in rows}),
        level=key.level,
        event=key.event,
        predicate=key.predicate,
        reciprocal=any(row.reciprocal for row in rows),
        polarity=key.polarity,
        realis=key.realis,
        default=plain,
        statements=len(rows),
        articles=len(articles),
        publishers=len({publishers[article] for article in articles} - {""}),
        first_date=min((row.date_start for row in rows if row.date_start), default=""),
        last_date=max((row.date_end or row.date_start for row in rows if row.date_start), default=""),
        cameo=best.cameo,
        quad=best.quad,
        goldstein=best.goldstein,
        confidence=best.confidence,
        speakers=tuple(sorted({row.speaker for row in rows if row.speaker})),
        evidence=best.evidence,
        relation_ids=tuple(sorted(row.relation_id for row in rows)),
    )


def _edge_id(key: _Key, kind: str) -> str:
    content = "\x1f".join((key.level, key.source, key.target, kind))
    return "e-" + hashlib.sha256(content.encode("utf-8", "surrogatepass")).hexdigest()[:16]
