"""The real stages together, on sample articles."""

from dataclasses import replace
from itertools import islice
from pathlib import Path

import pytest

from pipeline.config import Settings
from pipeline.model import Article, ArticleResult
from pipeline.read import ReadOptions, read_folder
from pipeline.run.analyze import analyze
from pipeline.run.codec import decode, encode
from pipeline.run.stages import Stages, load_stages, predicate_labels
from pipeline.tag import Tagger

SEEDS = Path(__file__).parents[1] / "seeds"
Analysed = list[ArticleResult]


@pytest.fixture(scope="module")
def stages() -> Stages:
    return load_stages(Settings())


@pytest.fixture(scope="module")
def articles() -> list[Article]:
    return [item for item in islice(read_folder(SEEDS, ReadOptions()), 6) if isinstance(item, Article)]


@pytest.fixture(scope="module")
def results(stages: Stages, articles: list[Article]) -> Analysed:
    found = list(analyze(articles, stages))
    assert [result for result in found if not isinstance(result, ArticleResult)] == []
    return [result for result in found if isinstance(result, ArticleResult)]


def test_sample_articles_have_relations(results: Analysed) -> None:
    assert [result.article.path for result in results if not result.relations] == []


def test_every_mention_and_evidence_stands_where_it_says(results: Analysed) -> None:
    said = [(result.article.text[one.start : one.end], one.text) for result in results for one in result.mentions]
    said += [(result.article.text[one.start : one.end], one.evidence) for result in results for one in result.relations]

    assert [pair for pair in said if pair[0] != pair[1]] == []


def test_every_reference_leads_somewhere(results: Analysed) -> None:
    loose = set()
    for result in results:
        entities, mentions = {one.id for one in result.entities}, {one.mention_id for one in result.mentions}
        loose |= {one.entity_id for one in result.mentions} - entities
        loose |= {one.affiliation for one in result.entities if one.affiliation} - entities
        for one in result.relations:
            loose |= {one.source, one.target, *one.speaker_chain, *filter(None, (one.speaker, one.place))} - entities
            loose |= {mention for mention in (one.source_mention, one.target_mention) if mention} - mentions

    assert loose == set()


def test_ids_are_unique(results: Analysed) -> None:
    mentions = [(result.article.article_id, one.mention_id) for result in results for one in result.mentions]
    relations = [one.relation_id for result in results for one in result.relations]

    assert (len(set(mentions)), len(set(relations))) == (len(mentions), len(relations))


def test_company_and_order_change_nothing(stages: Stages, articles: list[Article], results: Analysed) -> None:
    backwards = [result for article in reversed(articles) for result in analyze([article], stages)]

    assert backwards[::-1] == results


def test_results_survive_the_manifest(results: Analysed) -> None:
    assert [decode(ArticleResult, encode(result)) for result in results] == results


def test_what_find_relations_thought_of_is_told(stages: Stages, articles: list[Article]) -> None:
    (tagged,) = stages.tag([stages.tokenize(stages.normalize(articles[0]))])

    assert stages.weigh(stages.find_entities(tagged)) != ()


def test_parsing_all_sentences_would_change_no_relation(stages: Stages, articles: list[Article]) -> None:
    tagger = Tagger()
    documents = [stages.tokenize(stages.normalize(article)) for article in articles]
    found = [stages.find_entities(document) for document in stages.tag(documents)]
    parsed = [replace(one, document=document) for one, document in zip(found, tagger.tag(documents, bool), strict=True)]

    assert [stages.find_entities(one.document) for one in parsed] == parsed
    assert [stages.find_relations(one) for one in stages.parse(found)] == [stages.find_relations(one) for one in parsed]


def test_only_sentences_that_may_state_a_relation_are_parsed(stages: Stages, articles: list[Article]) -> None:
    tagged = stages.tag([stages.tokenize(stages.normalize(article)) for article in articles])
    results = stages.parse([stages.find_entities(document) for document in tagged])

    heads = [{token.head < 0 for token in sentence} for one in results for sentence in one.document.sentences]
    framed = {
        (number, one.sentence)
        for number, result in enumerate(results)
        for one in stages.find_relations(result)
        if " > " in one.rule
    }
    parsed = {
        (number, at)
        for number, result in enumerate(results)
        for at, sentence in enumerate(result.document.sentences)
        if sentence[0].head >= 0
    }
    assert all(len(signs) == 1 for signs in heads)
    assert framed
    assert framed <= parsed
    assert len(parsed) < len(heads)


def test_every_predicate_has_a_persian_label() -> None:
    labels = predicate_labels(Settings())

    assert [predicate for predicate, label in labels.items() if not label or label.isascii()] == []
