"""From the results of single articles to the tables of the run.

Here, and only here, articles meet: copies get ids of their own, repeated stories are
marked, statements are grouped into events, entities of the same id become one node.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from pipeline.columns import ArticleRow
from pipeline.export import article_row, failure_row, mention_row, office_row, relation_row, text_row
from pipeline.graph import build_edges, node_rows
from pipeline.lexicon.codes import Codes
from pipeline.model import Article, ArticleResult, Failure, Office
from pipeline.run.duplicates import originals
from pipeline.run.events import event_ids, statement
from pipeline.tables import RunTables, ordered

UNDATED = "~"  # sorts after every date: an article that has one was first


@dataclass(frozen=True, slots=True)
class Outcomes:
    """What became of every article of a run."""

    results: Sequence[ArticleResult]
    failed: Sequence[Article]
    failures: Sequence[Failure]


@dataclass(frozen=True, slots=True)
class Rules:
    """What reducing goes by: labels of predicates, scores of codes, and the thresholds of the settings."""

    labels: Mapping[str, str]
    codes: Codes
    min_confidence: float
    duplicates: float


def reduce(outcomes: Outcomes, rules: Rules) -> RunTables:
    """The tables of a run, the same for any order of its articles."""
    results, failed = _unique_ids(outcomes)
    results = [_confident(result, rules.min_confidence) for result in results]
    repeats = _repeats(results, rules.duplicates)
    events = _events(results, repeats)
    articles = [_article_row(result, repeats) for result in results]
    articles += [article_row(article, status="failed") for article in failed]
    relations = [
        relation_row(result.article, relation, events[relation.relation_id], rules.codes)
        for result in results
        for relation in result.relations
    ]
    nodes = node_rows(results, frozenset(repeats))
    tables = RunTables(
        articles=articles,
        texts=[text_row(article) for article in (*(result.article for result in results), *failed)],
        mentions=[mention_row(result.article, mention) for result in results for mention in result.mentions],
        nodes=nodes,
        offices=[office_row(office) for office in sorted(_offices(results), key=_office_order)],
        relations=relations,
        edges=build_edges(relations, nodes, articles, rules.labels),
        failures=[failure_row(failure) for failure in outcomes.failures],
    )
    return ordered(tables)


def _unique_ids(outcomes: Outcomes) -> tuple[list[ArticleResult], list[Article]]:
    """Give identical copies ids of their own, in path order: the second ends in -2, the third in -3."""
    results = {_place(result.article): result for result in outcomes.results}
    failed = {_place(article): article for article in outcomes.failed}
    articles = {place: result.article for place, result in results.items()} | failed
    seen: Counter[str] = Counter()
    for place in sorted(articles, key=_natural):
        article_id = articles[place].article_id
        seen[article_id] += 1
        suffix = f"-{seen[article_id]}" if seen[article_id] > 1 else ""
        if place in results:
            results[place] = _renamed(results[place], suffix)
        else:
            failed[place] = replace(failed[place], article_id=article_id + suffix)
    return list(results.values()), list(failed.values())


def _place(article: Article) -> tuple[str, str]:
    return article.path, article.record


def _natural(place: tuple[str, str]) -> tuple[str, list[tuple[int, str]]]:
    path, record = place
    return path, [(int(part) if part.isdecimal() else -1, part) for part in re.split(r"([0-9]+)", record)]


def _renamed(result: ArticleResult, suffix: str) -> ArticleResult:
    """The result with ids that hold in the whole run: copies end in their suffix, mentions begin with the article."""
    article_id = result.article.article_id + suffix
    own = {relation.relation_id for relation in result.relations}

    def mention_id(name: str) -> str:
        return name and f"{article_id}-{name}"

    return replace(
        result,
        article=replace(result.article, article_id=article_id),
        mentions=tuple(replace(mention, mention_id=mention_id(mention.mention_id)) for mention in result.mentions),
        offices=tuple(
            replace(office, source=office.source + suffix) if office.source in own else office
            for office in result.offices
        ),
        relations=tuple(
            replace(
                relation,
                relation_id=relation.relation_id + suffix,
                source_mention=mention_id(relation.source_mention),
                target_mention=mention_id(relation.target_mention),
            )
            for relation in result.relations
        ),
    )


def _confident(result: ArticleResult, least: float) -> ArticleResult:
    """The result without statements less certain than the least, and without the offices they gave."""
    weak = {relation.relation_id for relation in result.relations if relation.confidence < least}
    if not weak:
        return result
    return replace(
        result,
        relations=tuple(relation for relation in result.relations if relation.relation_id not in weak),
        offices=tuple(office for office in result.offices if office.source not in weak),
    )


def _repeats(results: Sequence[ArticleResult], threshold: float) -> dict[str, str]:
    """For each article that repeats another, the id of the one that was first."""
    articles = [result.article for result in results]
    ranks = [(article.published or UNDATED, article.article_id) for article in articles]
    found = originals([article.text for article in articles], ranks, threshold)
    return {articles[copy].article_id: articles[first].article_id for copy, first in found.items()}


def _article_row(result: ArticleResult, repeats: Mapping[str, str]) -> ArticleRow:
    original = repeats.get(result.article.article_id, "")
    return article_row(
        result.article,
        sentences=result.sentences,
        tokens=result.tokens,
        status="duplicate" if original else "ok",
        duplicate_of=original,
    )


def _events(results: Sequence[ArticleResult], repeats: Mapping[str, str]) -> dict[str, str]:
    """The event of every relation; a repeated story tells nothing that its original does not."""
    published = {result.article.article_id: result.article.published for result in results}
    statements = []
    for result in results:
        told = repeats.get(result.article.article_id, result.article.article_id)
        statements += [
            statement(relation, relation.relation_id, told, published[told]) for relation in result.relations
        ]
    return event_ids(statements)


def _offices(results: Sequence[ArticleResult]) -> set[Office]:
    return {office for result in results for office in result.offices}


def _office_order(office: Office) -> tuple[str, ...]:
    return office.node, office.start, office.end, office.of, office.office, office.office_en, office.source
