"""Across articles: copies get their own ids, repeated stories count once, thresholds hold."""

import random
from dataclasses import replace

import fake_stages
from run_inputs import article

from pipeline.config import Settings
from pipeline.lexicon.codes import load_codes
from pipeline.model import Article, ArticleResult, Failure, Office
from pipeline.run.analyze import analyze
from pipeline.run.reduce import Outcomes, Rules, reduce
from pipeline.tables import RunTables

RULES = Rules({"meet": "دیدار با"}, load_codes(), 0.0, 0.7)


def results(*articles: Article) -> list[ArticleResult]:
    found = analyze(articles, fake_stages.load(Settings()))
    return [result for result in found if isinstance(result, ArticleResult)]


def tables(*articles: Article) -> RunTables:
    return reduce(Outcomes(results(*articles), (), ()), RULES)


def copies(*paths: str) -> list[Article]:
    return [replace(article("same"), path=path) for path in paths]


def test_identical_copies_are_numbered_in_path_order() -> None:
    found = tables(*copies("c.txt", "a.txt", "b.txt"))

    assert [(row.path, row.article_id) for row in found.articles] == [
        ("a.txt", "id-same"),
        ("b.txt", "id-same-2"),
        ("c.txt", "id-same-3"),
    ]


def test_records_of_one_file_are_numbered_as_numbers() -> None:
    rows = [replace(article("same"), record=record) for record in ("10", "9")]

    found = {row.record: row.article_id for row in tables(*rows).articles}

    assert found == {"9": "id-same", "10": "id-same-2"}


def test_mentions_have_ids_that_hold_in_the_whole_run() -> None:
    first, second = results(article("a"), article("b"))
    named = [
        replace(one, mentions=tuple(replace(mention, mention_id="m0") for mention in one.mentions[:1]), relations=())
        for one in (first, second)
    ]

    found = reduce(Outcomes(named, (), ()), RULES)

    assert [row.mention_id for row in found.mentions] == ["id-a-m0", "id-b-m0"]


def test_ids_within_a_copy_are_its_own_and_fit_together() -> None:
    found = tables(*copies("a.txt", "b.txt"))
    mentions = {row.mention_id: row.article_id for row in found.mentions}

    assert len(mentions) == 4
    assert len({row.relation_id for row in found.relations}) == 2
    assert [(mentions[row.source_mention], mentions[row.target_mention]) for row in found.relations] == [
        (row.article_id, row.article_id) for row in found.relations
    ]


def test_copies_are_duplicates_of_the_first_and_count_once() -> None:
    found = tables(*copies("a.txt", "b.txt"))

    assert [(row.status, row.duplicate_of) for row in found.articles] == [("ok", ""), ("duplicate", "id-same")]
    assert {(row.Id, row.articles, row.mentions) for row in found.nodes} == {("IRN", 1, 1), ("RUS", 1, 1)}
    assert {(row.Weight, row.statements) for row in found.edges} == {(1, 1)}
    assert len({row.event_id for row in found.relations}) == 1


def test_the_earliest_published_is_the_original() -> None:
    late, early, undated = (
        article(name, published=day) for name, day in (("a", "2019-05"), ("b", "2019-04"), ("c", ""))
    )

    found = {row.article_id: row.duplicate_of for row in tables(late, early, undated).articles}

    assert found == {"id-a": "id-b", "id-b": "", "id-c": "id-b"}


def test_a_failed_article_has_a_row_and_a_text() -> None:
    failure = Failure("x.txt", "", "tag", "broke", "ValueError")

    found = reduce(Outcomes(results(article("a")), [article("x", "text of x")], [failure]), RULES)

    assert [(row.article_id, row.status) for row in found.articles] == [("id-a", "ok"), ("id-x", "failed")]
    assert {row.article_id: row.text for row in found.texts} == {"id-a": "IRN met RUS", "id-x": "text of x"}
    assert [row.reason for row in found.failures] == ["broke"]


def test_statements_less_certain_than_the_threshold_are_left_out_with_their_offices() -> None:
    (result,) = results(article("a"))
    (relation,) = result.relations
    offices = (
        Office("IRN", "وزیر", "", "RUS", source=relation.relation_id),
        Office("IRN", "وزیر", "", "", source="lexicon:x"),
    )
    outcomes = Outcomes([replace(result, offices=offices)], (), ())

    kept = reduce(outcomes, replace(RULES, min_confidence=0.8))
    dropped = reduce(outcomes, replace(RULES, min_confidence=0.81))

    assert (len(kept.relations), len(kept.offices)) == (1, 2)
    assert (len(dropped.relations), [row.source for row in dropped.offices]) == (0, ["lexicon:x"])


def test_offices_known_from_several_articles_stand_once() -> None:
    office = Office("IRN", "وزیر", "minister", "RUS", "2019", "", "lexicon:offices")
    found = [replace(result, offices=(office,)) for result in results(article("a"), article("b", "RUS met TUR"))]

    assert len(reduce(Outcomes(found, (), ()), RULES).offices) == 1


def test_the_order_of_articles_makes_no_difference() -> None:
    found = results(*(article(f"{number}", f"IRN met RUS {number % 3}") for number in range(9)), *copies("z", "y"))
    shuffled = random.Random(1).sample(found, len(found))

    assert reduce(Outcomes(shuffled, (), ()), RULES) == reduce(Outcomes(found, (), ()), RULES)


def test_nothing_at_all_makes_empty_tables() -> None:
    assert reduce(Outcomes((), (), ()), RULES).articles == []
