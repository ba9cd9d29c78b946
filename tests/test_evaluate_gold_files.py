"""Gold files: read in order, and refused with file, place and remedy where they are malformed."""

import json
from pathlib import Path
from typing import Any

import pytest
from small_runs import ENTITIES, TEXT, entity, relation, write_gold

from pipeline.errors import ConfigError, GoldError
from pipeline.evaluate.gold import known_names
from pipeline.evaluate.gold_files import load_gold, misquotes


def problems(folder: Path) -> list[str]:
    """The lines of the report but the first."""
    with pytest.raises(GoldError) as caught:
        load_gold(folder)
    return [line.strip() for line in str(caught.value).splitlines()[1:]]


def test_an_article_is_read_with_all_its_parts(tmp_path: Path) -> None:
    told = relation("CONSULT", "kazemi", "petrov", reciprocal=True, realis="future", speaker="zrk")

    [article] = load_gold(write_gold(tmp_path, ENTITIES, [told]))

    assert (article.doc_id, article.text) == ("a", TEXT)
    assert article.by_id["kazemi"].titles == ("وزیر خارجه زرکان",)
    assert (article.by_id["zrk"].iso3, article.by_id["kazemi"].affiliation) == ("ZRK", "zrk")
    [one] = article.relations
    assert (one.kind, one.source, one.target, one.speaker) == ("CONSULT", "kazemi", "petrov", "zrk")
    assert (one.reciprocal, one.polarity, one.realis, one.evidence) == (True, "affirmed", "future", "دیدار کرد")


def test_the_example_of_the_readme_is_gold(tmp_path: Path) -> None:
    readme = (Path(__file__).parents[1] / "README.md").read_text(encoding="utf-8")
    (tmp_path / "a.json").write_text(readme.split("```json\n")[1].split("```")[0], encoding="utf-8")

    [article] = load_gold(tmp_path)

    assert (article.doc_id, len(article.entities), len(article.relations)) == ("tashkent", 2, 1)


def test_title_and_text_may_be_left_to_the_run(tmp_path: Path) -> None:
    [article] = load_gold(write_gold(tmp_path, title=None, text=None))

    assert article.text is None


def test_articles_stand_in_the_order_of_their_files(tmp_path: Path) -> None:
    for name in ("b", "a"):
        write_gold(tmp_path, name=name)

    assert [article.doc_id for article in load_gold(tmp_path)] == ["a", "b"]


def test_names_of_the_whole_folder_are_known_by_kind(tmp_path: Path) -> None:
    write_gold(tmp_path, [entity("x", "organization", "شورای «زرکان»")], name="a")
    write_gold(tmp_path, [entity("x", "place", "زرکان")], name="b")

    assert known_names(load_gold(tmp_path)) == {"organization": {"شورایزرکان"}, "place": {"زرکان"}}


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"kind": "persn"}, "entities[0].kind: 'persn' cannot be used; did you mean 'person'?"),
        ({"kind": "مرد"}, "entities[0].kind: 'مرد' cannot be used; give one of person, country, organization, place"),
        ({"id": None}, "entities[0].id: None cannot be used; give a text that is not empty"),
        ({"forms": "مریم"}, "entities[0].forms: 'مریم' cannot be used; give a list of texts, [] where there are none"),
        ({"forms": ["مریم", ""]}, "entities[0].forms: holds ''; give texts that are not empty"),
        ({"forms": ["«»"]}, "entities[0].forms: holds '«»', which has no letters; leave it out"),
        ({"titles": [3]}, "entities[0].titles: holds 3; give texts that are not empty"),
        ({"kind": "country", "iso3": "Iran"}, "entities[0].iso3: 'Iran' is no code of a country; give three capital"),
        ({"affiliation": "e9"}, "entities[0].affiliation: 'e9' is the id of no entity; give the id of an entity"),
        ({"afiliation": "e9"}, "entities[0].afiliation: is no known field; did you mean 'affiliation'?"),
    ],
)
def test_a_malformed_entity_is_named_with_the_remedy(tmp_path: Path, changes: dict[str, Any], expected: str) -> None:
    write_gold(tmp_path, [entity("e1", "person", "مریم") | changes])

    [problem] = problems(tmp_path)

    assert problem.startswith(f"a.json: {expected}")


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"type": "consult"}, "relations[1].type: 'consult' cannot be used; did you mean 'CONSULT'?"),
        ({"source": "e9"}, "relations[1].source: 'e9' is the id of no entity; give the id of an entity of this file"),
        ({"speaker": "e9"}, "relations[1].speaker: 'e9' is the id of no entity"),
        ({"reciprocal": "yes"}, "relations[1].reciprocal: 'yes' cannot be used; give true or false"),
        ({"polarity": None}, "relations[1].polarity: None cannot be used; give one of affirmed, negated"),
        ({"evidence": ""}, "relations[1].evidence: '' cannot be used; give a text that is not empty"),
    ],
)
def test_a_malformed_relation_is_named_with_the_remedy(tmp_path: Path, changes: dict[str, Any], expected: str) -> None:
    told = relation("CONSULT", "zrk", "tlm")
    write_gold(tmp_path, ENTITIES, [told, told | changes])

    [problem] = problems(tmp_path)

    assert problem.startswith(f"a.json: {expected}")


def test_a_missing_field_is_named(tmp_path: Path) -> None:
    told = relation("CONSULT", "zrk", "tlm")
    del told["realis"]
    write_gold(tmp_path, ENTITIES, [told])

    assert problems(tmp_path) == ["a.json: relations[0].realis: is missing; give one of actual, future, hypothetical"]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"{", "b.json: is not JSON in UTF-8"),
        (b"\xff\xfe", "b.json: is not JSON in UTF-8"),
        (b"[]", "b.json: is no JSON object; write doc_id, entities and relations in braces"),
        (b'{"doc_id": "b", "entities": {}, "relations": []}', "b.json: entities: {} cannot be used; give a list of"),
        (
            b'{"doc_id": "b", "entities": [1], "relations": []}',
            "b.json: entities[0]: 1 is no object; write it in braces",
        ),
        (b'{"doc_id": "b", "title": "x", "entities": [], "relations": []}', "b.json: text: is missing; give a text"),
        (b'{"doc_id": "b", "relation": [], "entities": []}', "b.json: relation: is no known field; did you mean"),
    ],
)
def test_a_malformed_file_is_named_with_the_remedy(tmp_path: Path, content: bytes, expected: str) -> None:
    write_gold(tmp_path)
    (tmp_path / "b.json").write_bytes(content)

    assert problems(tmp_path)[0].startswith(expected)


def test_ids_are_given_once(tmp_path: Path) -> None:
    write_gold(tmp_path, [entity("x", "person", "مریم"), entity("x", "person", "ایوان")])

    assert problems(tmp_path) == ["a.json: entities: the id 'x' is given 2 times; give each entity an id of its own"]


def test_an_article_is_annotated_once(tmp_path: Path) -> None:
    write_gold(write_gold(tmp_path, name="a"), name="b", doc_id="a")

    assert problems(tmp_path) == ["doc_id 'a' stands in 2 files; keep one"]


def test_problems_of_all_files_are_told_together(tmp_path: Path) -> None:
    for name in ("a", "b"):
        write_gold(tmp_path, [entity("x", "king", "مریم")], name=name)

    assert [line.split(":")[0] for line in problems(tmp_path)] == ["a.json", "b.json"]


def test_a_long_report_is_cut(tmp_path: Path) -> None:
    write_gold(tmp_path, [entity(f"e{number}", "king", "مریم") for number in range(25)])

    assert problems(tmp_path)[-1] == "and 5 more"


@pytest.mark.parametrize("name", ["", "nowhere"])
def test_a_folder_without_gold_is_wrong_usage(tmp_path: Path, name: str) -> None:
    with pytest.raises(ConfigError, match="give a folder of gold articles"):
        load_gold(tmp_path / name)


def test_what_does_not_stand_in_the_article_is_named(tmp_path: Path) -> None:
    told = [relation("CONSULT", "kazemi", "petrov", evidence="دیدار نکرد")]

    [article] = load_gold(write_gold(tmp_path, [*ENTITIES, entity("x", "person", "سارا پارسا")], told))

    assert list(misquotes(article)) == [
        "a: x: «سارا پارسا» is not in the text; copy it as it stands there",
        "a: CONSULT kazemi petrov: «دیدار نکرد» is not in the text; copy it as it stands there",
    ]


def test_keys_that_the_measure_does_not_know_are_left_alone(tmp_path: Path) -> None:
    write_gold(tmp_path, [entity("x", "person", "مریم", comment="?")], notes="doubtful", published="2019")
    document = json.loads((tmp_path / "a.json").read_text(encoding="utf-8"))

    assert ("notes" in document, len(load_gold(tmp_path))) == (True, 1)
