"""Annotated articles to train and measure on: gold folders, and annotations that hold offsets and no text.

The format and what each label means are laid down in the annotation guide that comes
with the gold data; `compact` writes annotations without a word of the article.
"""

import gzip
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from pipeline.model import Article, Mentions
from pipeline.persian import fold

FORM_KEYS = ("forms", "titles", "adjectives")


@dataclass(frozen=True, slots=True)
class GoldRelation:
    """One annotated relation; ends and speaker are ids of entities, `start` and `end` the offsets of what it quotes."""

    kind: str
    source: str
    target: str
    reciprocal: bool
    polarity: str
    realis: str
    speaker: str
    start: int = 0
    end: int = 0

    def between(self, source: str, target: str, speaker: str) -> "GoldRelation":
        """The same relation under other ids."""
        return replace(self, source=source, target=target, speaker=speaker)

    def joins(self, source: str, target: str) -> bool:
        """Whether the relation leads from one to the other, or both ways."""
        pair = source, target
        return pair == (self.source, self.target) or (self.reciprocal and pair == (self.target, self.source))


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """An article with its annotations; an entity is its kind, ISO code and folded forms."""

    article: Article
    kinds: Mapping[str, tuple[str, str]]
    forms: Mapping[str, frozenset[str]]
    relations: tuple[GoldRelation, ...]


def load_gold(folder: Path, first: str = "", last: str = "~") -> list[GoldArticle]:
    """Read the documents of a gold folder whose id lies between two ids, both inclusive."""
    documents = (json.loads(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.json")))
    return [_article(document) for document in documents if first <= document["doc_id"] <= last]


def load_annotations(folder: Path, corpus: Path) -> list[GoldArticle]:
    """Read offset annotations and fill in their texts from a gzipped JSON Lines corpus."""
    tables = [json.loads(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.json"))]
    annotations = {(one["source"], one["source_id"]): one for table in tables for one in table}
    found = []
    with gzip.open(corpus, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            one = annotations.get((row["source"], row["id"]))
            if one is not None:
                found.append(_article(expand(one, row["title"], row["text"])))
    return sorted(found, key=lambda gold: gold.article.article_id)


def compact(document: Mapping[str, Any], source: str, source_id: str, title: str, text: str) -> dict[str, Any]:
    """A document's annotations with offsets into title, newline and text in the place of every string."""
    whole = f"{title}\n{text}"
    entities = [
        {
            "id": entity["id"],
            "kind": entity["kind"],
            "iso3": entity.get("iso3"),
            "affiliation": entity.get("affiliation"),
            **{key: [_span(form, whole) for form in entity.get(key) or []] for key in FORM_KEYS},
        }
        for entity in document["entities"]
    ]
    relations = [{**one, "evidence": _span(one["evidence"], whole)} for one in document["relations"]]
    identity = {"doc_id": document["doc_id"], "source": source, "source_id": source_id}
    return {**identity, "entities": entities, "relations": relations}


def expand(one: Mapping[str, Any], title: str, text: str) -> dict[str, Any]:
    """The document that `compact` was given, apart from names and notes."""
    whole = f"{title}\n{text}"
    entities = [
        {**entity, **{key: [whole[a:b] for a, b in entity[key]] for key in FORM_KEYS}} for entity in one["entities"]
    ]
    return {**one, "title": title, "text": text, "published": None, "entities": entities}


def align(gold: GoldArticle, mentions: Mentions) -> dict[str, str]:
    """Which gold entity each entity found is, one to one, the largest overlap of forms first."""
    texts: dict[str, set[str]] = {}
    for mention in mentions.mentions:
        texts.setdefault(mention.entity_id, set()).add(fold(mention.text).replace(" ", ""))
    scored = []
    for entity in mentions.entities:
        for key, (kind, iso3) in gold.kinds.items():
            same = entity.kind == kind and (kind != "country" or not iso3 or entity.iso3 == iso3)
            overlap = len(texts.get(entity.id, set()) & gold.forms[key])
            if same and overlap:
                scored.append((-overlap, entity.id, key))
    matched: dict[str, str] = {}
    for _, found, key in sorted(scored):
        if found not in matched and key not in matched.values():
            matched[found] = key
    return matched


def _span(form: str, whole: str) -> tuple[int, int]:
    start = whole.index(form)
    return start, start + len(form)


def _article(document: Mapping[str, Any]) -> GoldArticle:
    text = f"{document['title']}\n{document['text']}"
    name = document["doc_id"]
    return GoldArticle(
        Article(name, name, text, title=document["title"], published=document.get("published") or ""),
        {entity["id"]: (entity["kind"], entity.get("iso3") or "") for entity in document["entities"]},
        {entity["id"]: frozenset(_forms(entity)) for entity in document["entities"]},
        tuple(_relation(one, text) for one in document["relations"]),
    )


def _forms(entity: Mapping[str, Any]) -> Iterator[str]:
    for key in FORM_KEYS:
        for form in entity.get(key) or []:
            yield fold(form).replace(" ", "")


def _relation(one: Mapping[str, Any], text: str) -> GoldRelation:
    ends = one["type"], one["source"], one["target"], bool(one.get("reciprocal"))
    quoted = one["evidence"]
    start, end = _span(quoted, text) if isinstance(quoted, str) else quoted
    return GoldRelation(*ends, one["polarity"], one["realis"], one.get("speaker") or "", start, end)
