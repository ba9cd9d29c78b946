"""The sample articles: every format is among them, and their annotations fit what the reader gives."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from pipeline.model import Article
from pipeline.read import ReadOptions, read_folder

HERE = Path(__file__).parent
SEEDS = HERE.parent / "seeds"
GOLD = {
    path.stem: json.loads(path.read_text(encoding="utf-8")) for path in sorted((HERE / "seeds_gold").glob("*.json"))
}
EVENTS = {
    *("AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST"),
    *("ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"),
}
ENTITY_KEYS = {"id", "kind", "name", "name_en", "iso3", "forms", "titles", "affiliation"}
RELATION_KEYS = {"type", "source", "target", "reciprocal", "polarity", "realis", "speaker", "evidence"}

documents = pytest.mark.parametrize("document", GOLD.values(), ids=GOLD.keys())


def seed_articles() -> dict[str, Article]:
    found = [item for item in read_folder(SEEDS, ReadOptions()) if isinstance(item, Article)]
    return {"-".join(filter(None, (Path(article.path).stem, article.record))): article for article in found}


ARTICLES = seed_articles()


def stands_in(form: str, document: dict[str, Any]) -> bool:
    return re.search(rf"(?<!\w){re.escape(form)}(?!\w)", f"{document['title']}\n{document['text']}") is not None


def test_every_sample_is_read_and_annotated() -> None:
    assert sorted(ARTICLES) == sorted(GOLD)
    assert len(ARTICLES) >= 32


def test_samples_come_in_every_format_and_in_the_legacy_encodings() -> None:
    endings = {Path(article.path).suffix for article in ARTICLES.values()}

    assert endings == {".md", ".html", ".txt", ".json", ".jsonl", ".csv"}
    assert {article.encoding for article in ARTICLES.values()} == {"utf-8", "utf-16", "windows-1256"}


def test_samples_touch_every_kind_of_event() -> None:
    kinds = {relation["type"] for document in GOLD.values() for relation in document["relations"]}

    assert kinds == EVENTS | {"OFFICE", "MEMBER"}


def test_two_samples_are_not_about_diplomacy() -> None:
    assert [name for name, document in GOLD.items() if not document["relations"]] == [
        "futbal-marakesh-1397",
        "kan-farhadi-1395",
    ]


@documents
def test_an_annotation_has_the_text_that_is_read(document: dict[str, Any]) -> None:
    article = ARTICLES[document["doc_id"]]

    assert article.text == document["title"] + "\n" + document["text"]
    assert (article.title, article.published, article.language) == (document["title"], document["published"], "fa")


@documents
def test_a_sample_is_of_a_report_s_length(document: dict[str, Any]) -> None:
    assert 80 <= len(document["text"].split()) <= 300


@documents
def test_names_and_descriptions_stand_in_the_text(document: dict[str, Any]) -> None:
    listed = [
        form
        for entity in document["entities"]
        for key in ("forms", "titles", "adjectives")
        for form in entity.get(key, ())
    ]

    assert [form for form in listed if not stands_in(form, document)] == []


@documents
def test_evidence_is_a_piece_of_one_line(document: dict[str, Any]) -> None:
    lines = [document["title"], *document["text"].split("\n")]
    evidence = [relation["evidence"] for relation in document["relations"]]

    assert [piece for piece in evidence if not any(piece in line for line in lines)] == []


@documents
def test_ids_refer_to_entities_of_the_document(document: dict[str, Any]) -> None:
    ids = [entity["id"] for entity in document["entities"]]
    named = {relation[end] for relation in document["relations"] for end in ("source", "target", "speaker")}
    named |= {entity["affiliation"] for entity in document["entities"]}

    assert len(ids) == len(set(ids))
    assert named - {None} <= set(ids)


@documents
def test_fields_are_those_of_the_guide(document: dict[str, Any]) -> None:
    entities, relations = document["entities"], document["relations"]

    assert {frozenset(set(entity) - {"adjectives"}) for entity in entities} <= {frozenset(ENTITY_KEYS)}
    assert {frozenset(relation) for relation in relations} <= {frozenset(RELATION_KEYS)}
    assert {entity["kind"] for entity in entities} <= {"person", "country", "organization", "place"}
    assert all(bool(entity["iso3"]) == (entity["kind"] == "country") for entity in entities)
    assert {relation["polarity"] for relation in relations} <= {"affirmed", "negated"}
    assert {relation["realis"] for relation in relations} <= {"actual", "future", "hypothetical"}


@documents
def test_a_relation_is_listed_once_and_has_two_ends(document: dict[str, Any]) -> None:
    keys = [
        tuple(relation[key] for key in ("type", "source", "target", "polarity", "realis"))
        for relation in document["relations"]
    ]

    assert len(keys) == len(set(keys))
    assert [key for key in keys if key[1] == key[2]] == []
