"""Runs and annotations of a few rows, made by hand; countries, people and bodies are invented."""

import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from pipeline.columns import ArticleRow, MentionRow, NodeRow, RelationRow, TextRow
from pipeline.evaluate import Evaluation, evaluate
from pipeline.evaluate.found import FoundEntity
from pipeline.evaluate.gold import GoldEntity
from pipeline.export import write_json, write_table

TEXT = "دیدار در زرکان\nمریم کاظمی، وزیر خارجه زرکان، با ایوان پتروف دیدار کرد. زرکان تلمار را متهم کرد."
RECORD = {"version": "1", "lexicon": "aa", "models": {"pos.pt": "bb"}, "configuration": {"limit": 0}, "counts": {}}


def article_row(name: str = "a", **changes: Any) -> ArticleRow:
    """An article whose id is that of its file with `id-` before it."""
    row: dict[str, Any] = dict.fromkeys(("record", "title", "published", "author", "source_name", "source_url"), "")
    row |= dict.fromkeys(("encoding", "language", "duplicate_of", "sha256"), "")
    row |= {"article_id": f"id-{name}", "path": f"news/{name}.md", "status": "ok", "chars": 9, "sentences": 1}
    return ArticleRow(**{**row, "tokens": 3, **changes})


def mention_row(
    entity: str, text: str, kind: str, form: str = "name", *, start: int = 0, article: str = "a"
) -> MentionRow:
    """A mention of an entity; its end follows from its text."""
    return MentionRow(
        mention_id=f"{article}-{entity}-{start}-{form}-{text}",
        article_id=f"id-{article}",
        sentence=0,
        char_start=start,
        char_end=start + len(text),
        text=text,
        kind=kind,  # type: ignore[arg-type]
        form=form,  # type: ignore[arg-type]
        entity_id=entity,
        confidence=0.9,
        rule="sample",
    )


def node_row(name: str, kind: str, *, iso3: str = "", affiliation: str = "", label: str = "") -> NodeRow:
    """A node; its label is its id where none is given."""
    row: dict[str, Any] = dict.fromkeys(("label_en", "wikidata", "sector", "first_seen", "last_seen"), "")
    row |= {"Id": name, "Label": label or name, "kind": kind, "iso3": iso3, "affiliation": affiliation}
    return NodeRow(**row, aliases=(), articles=1, mentions=1, resolution="lexicon")


def relation_row(kind: str, source: str, target: str, *, article: str = "a", **changes: Any) -> RelationRow:
    """An affirmed, actual relation of confidence .8 that goes one way."""
    row: dict[str, Any] = dict.fromkeys(
        ("mode", "cameo", "quad", "source_mention", "target_mention", "speaker", "attribution", "place"), ""
    )
    row |= {name: "" for name in RelationRow.__slots__ if name.startswith("date_")}
    row |= {"article_id": f"id-{article}", "kind": kind, "source": source, "target": target, "reciprocal": False}
    row |= {"polarity": "affirmed", "realis": "actual", "confidence": 0.8, "rule": "sample", "predicate": "sample"}
    row |= {"sentence": 0, "char_start": 0, "char_end": 9, "evidence": "دیدار کرد", "goldstein": None}
    row |= {"plover_score": None, "speaker_chain": (), "event_id": "e", **changes}
    parts = ("kind", "source", "target", "polarity", "realis", "char_start")
    row.setdefault("relation_id", "-".join([article, *(str(row[part]) for part in parts)]))
    return RelationRow(**row)


def write_run(
    folder: Path,
    *,
    articles: Sequence[ArticleRow] = (article_row(),),
    mentions: Iterable[MentionRow] = (),
    nodes: Iterable[NodeRow] = (),
    relations: Iterable[RelationRow] = (),
    text: str = TEXT,
    record: dict[str, Any] = RECORD,
) -> Path:
    """The folder of a run with these rows; all articles have the same text."""
    folder.mkdir(parents=True, exist_ok=True)
    texts = [TextRow(article_id=row.article_id, text=text) for row in articles]
    tables: dict[str, Any] = {"articles": articles, "texts": texts, "mentions": mentions, "nodes": nodes}
    for name, rows in {**tables, "relations": relations}.items():
        write_table(name, rows, folder)
    write_json(record, folder / "run.json")
    write_json({}, folder / "schema.json")
    return folder


def entity(name: str, kind: str, *forms: str, **more: Any) -> dict[str, Any]:
    """A gold entity with these names; titles, adjectives, iso3 and affiliation as given."""
    return {"id": name, "kind": kind, "name": (forms or more["titles"])[0], "forms": list(forms), "titles": [], **more}


def relation(kind: str, source: str, target: str, **more: Any) -> dict[str, Any]:
    """An affirmed, actual gold relation that goes one way."""
    plain = {"reciprocal": False, "polarity": "affirmed", "realis": "actual", "speaker": None, "evidence": "دیدار کرد"}
    return {"type": kind, "source": source, "target": target, **plain, **more}


def gold_entity(name: str, **parts: Any) -> GoldEntity:
    """A gold entity as it is read; a person where nothing else is said."""
    plain = {"kind": "person", "name": name, "iso3": "", "forms": (), "titles": (), "adjectives": (), "affiliation": ""}
    return GoldEntity(id=name, **{**plain, **parts})


def found_entity(name: str, *surfaces: tuple[str, str], kind: str = "person", iso3: str = "") -> FoundEntity:
    """A node with its surfaces, each a form and a text."""
    return FoundEntity(name, kind, iso3, frozenset(surfaces))


def write_gold(
    folder: Path, entities: Iterable[Any] = (), relations: Iterable[Any] = (), name: str = "a", **changes: Any
) -> Path:
    """A gold folder with one file more."""
    folder.mkdir(parents=True, exist_ok=True)
    title, _, text = TEXT.partition("\n")
    document = {"doc_id": name, "title": title, "text": text, "entities": list(entities), "relations": list(relations)}
    (folder / f"{name}.json").write_text(json.dumps(document | changes, ensure_ascii=False), encoding="utf-8")
    return folder


def evaluated(folder: Path, gold: Iterable[Any] = (), found: Iterable[RelationRow] = (), **tables: Any) -> Evaluation:
    """A run with these relations held against this gold; the usual entities are on both sides."""
    run = write_run(folder / "run", **{"mentions": MENTIONS, "nodes": NODES, "relations": found, **tables})
    return evaluate(run, write_gold(folder / "gold", ENTITIES, gold))


ENTITIES = (
    entity("kazemi", "person", "مریم کاظمی", titles=["وزیر خارجه زرکان"], affiliation="zrk"),
    entity("petrov", "person", "ایوان پتروف", affiliation="tlm"),
    entity("zrk", "country", "زرکان", iso3="ZRK"),
    entity("tlm", "country", "تلمار", iso3="TLM"),
)
NODES = (
    node_row("per-kazemi", "person", affiliation="ZRK", label="مریم کاظمی"),
    node_row("per-petrov", "person", affiliation="ZRK", label="ایوان پتروف"),
    node_row("ZRK", "country", iso3="ZRK", label="زرکان"),
    node_row("TLM", "country", iso3="TLM", label="تلمار"),
)
MENTIONS = (
    mention_row("per-kazemi", "مریم کاظمی", "person", start=15),
    mention_row("per-petrov", "ایوان پتروف", "person", start=48),
    mention_row("ZRK", "زرکان", "country", start=70),
    mention_row("TLM", "تلمار", "country", start=76),
)
