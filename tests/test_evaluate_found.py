"""A run as gold looks at it."""

from pathlib import Path

from small_runs import MENTIONS, NODES, article_row, mention_row, node_row, relation_row, write_run

from pipeline.evaluate.found import Found, load_found
from pipeline.load import load_run


def found(folder: Path, **tables: object) -> Found:
    return load_found(load_run(write_run(folder, **tables)))  # type: ignore[arg-type]


def test_an_article_bears_the_name_of_its_file(tmp_path: Path) -> None:
    rows = [article_row("a", path="deep/in.here/dev-1.md"), article_row("b", path="C:\\news\\dev-2.html")]

    assert sorted(found(tmp_path, articles=rows).articles) == ["dev-1", "dev-2"]


def test_the_most_certain_relation_comes_first_then_the_earliest(tmp_path: Path) -> None:
    rows = [
        relation_row("CONSULT", "ZRK", "TLM", confidence=confidence, char_start=start)
        for confidence, start in ((0.5, 0), (0.9, 8), (0.9, 4))
    ]

    relations = found(tmp_path, nodes=NODES, relations=rows).articles["a"].relations

    assert [(row.confidence, row.char_start) for row in relations] == [(0.9, 4), (0.9, 8), (0.5, 0)]


def test_an_entity_has_the_kind_and_code_of_its_node_and_each_wording_once(tmp_path: Path) -> None:
    rows = [mention_row("ZRK", "زرکان", "country", start=start) for start in (9, 30)]

    [entity] = found(tmp_path, nodes=NODES, mentions=rows).articles["a"].entities

    assert (entity.id, entity.kind, entity.iso3) == ("ZRK", "country", "ZRK")
    assert entity.surfaces == {("name", "زرکان")}


def test_mentions_of_no_entity_and_of_unknown_articles_are_left_out(tmp_path: Path) -> None:
    rows = [mention_row("", "زرکان", "country"), mention_row("ZRK", "زرکان", "country", article="b")]

    assert found(tmp_path, nodes=NODES, mentions=rows).articles["a"].entities == ()


def test_texts_are_read_where_they_are_asked_for(tmp_path: Path) -> None:
    run = load_run(write_run(tmp_path, text="متن"))

    assert (load_found(run).texts, load_found(run, texts=True).texts) == ({}, {"a": "متن"})


def test_mentions_that_do_not_stand_in_the_text_are_dropped_and_counted(tmp_path: Path) -> None:
    rows = [*MENTIONS[:1], mention_row("ZRK", "زرکان", "country"), mention_row("ZRK", "زَرکان", "country")]
    article = found(tmp_path, nodes=NODES, mentions=rows).articles["a"].standing_in("کشور زرکان")

    assert article.texts_wrong == 1
    assert [(one.id, one.names) for one in article.entities] == [("ZRK", {"زرکان"})]


def test_descriptions_and_pronouns_are_no_names(tmp_path: Path) -> None:
    rows = [mention_row("x", "وزیر", "person", "title"), mention_row("x", "وی", "person", "pronoun")]

    [entity] = found(tmp_path, nodes=[node_row("x", "person")], mentions=rows).articles["a"].entities

    assert (entity.names, entity.wordings, entity.descriptions) == (frozenset(), {"وزیر", "وی"}, (("وزیر",),))
