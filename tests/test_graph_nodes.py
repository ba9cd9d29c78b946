"""Nodes counted over all articles."""

from dataclasses import replace

from sample_run import ENTITIES, article, result, sample_results

from pipeline.graph import node_rows
from pipeline.model import Mention


def node(rows, name):
    return next(row for row in rows if row.Id == name)


def test_duplicates_do_not_count():
    row = node(node_rows(sample_results(), {"a-2"}), "per-petrov")

    assert (row.articles, row.mentions, row.first_seen, row.last_seen) == (2, 2, "2019-11-02", "2019-11-05")


def test_an_entity_that_only_a_duplicate_mentions_is_still_a_node():
    row = node(node_rows(sample_results()[:1], {"a-1"}), "per-petrov")

    assert (row.articles, row.mentions, row.first_seen, row.Label) == (0, 0, "", "ایوان پتروف")


def test_nodes_do_not_depend_on_the_order_of_articles():
    assert node_rows(sample_results()) == node_rows(reversed(sample_results()))


def labelled(name, label, affiliation):
    one = replace(ENTITIES["per-kazemi"], label=label, affiliation=affiliation)
    return replace(result(article(name, "2019"), []), entities=(one,), mentions=())


def test_the_value_most_articles_give_stands_and_an_empty_one_never_wins():
    rows = node_rows([labelled("1", "کاظمی", ""), labelled("2", "مریم کاظمی", ""), labelled("3", "مریم کاظمی", "IRN")])

    assert [(row.Label, row.affiliation) for row in rows] == [("مریم کاظمی", "IRN")]


def test_aliases_are_other_names_most_frequent_first_without_titles():
    def mention(text, form):
        return Mention("m", 0, 0, 1, 0, len(text), text, "person", form, "per-kazemi", 1.0, "sample")

    texts = [("کاظمی", "name"), ("م.\nکاظمی", "name"), ("م. کاظمی", "name"), ("سخنگو", "title"), ("مریم کاظمی", "name")]
    mentions = tuple(mention(text, form) for text, form in texts)
    rows = node_rows([replace(labelled("1", "مریم کاظمی", ""), mentions=mentions)])

    assert rows[0].aliases == ("م. کاظمی", "کاظمی")
