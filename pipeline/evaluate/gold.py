"""Annotated articles: what a careful reader says that an article names and states."""

from collections.abc import Mapping
from dataclasses import dataclass

from pipeline.evaluate.spelling import Words, key, words
from pipeline.model import Kind, Polarity, Realis


@dataclass(frozen=True, slots=True)
class GoldEntity:
    """An entity with its names, descriptions and demonyms as they stand in the article."""

    id: str
    kind: Kind
    name: str
    iso3: str
    forms: tuple[str, ...]
    titles: tuple[str, ...]
    adjectives: tuple[str, ...]
    affiliation: str

    @property
    def names(self) -> frozenset[str]:
        """The keys of its names."""
        return frozenset(map(key, self.forms))

    @property
    def wordings(self) -> frozenset[str]:
        """The keys of everything that refers to it."""
        return frozenset(map(key, (*self.forms, *self.titles, *self.adjectives)))

    @property
    def descriptions(self) -> tuple[Words, ...]:
        """Its descriptions as words."""
        return tuple(map(words, self.titles))


@dataclass(frozen=True, slots=True)
class GoldRelation:
    """A relation between two entities of the article; `speaker` is empty where none is stated."""

    kind: str
    source: str
    target: str
    reciprocal: bool
    polarity: Polarity
    realis: Realis
    speaker: str
    evidence: str


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """One annotated article; `text` is None where the annotation leaves it to the run."""

    doc_id: str
    text: str | None
    entities: tuple[GoldEntity, ...]
    relations: tuple[GoldRelation, ...]

    @property
    def by_id(self) -> Mapping[str, GoldEntity]:
        """Its entities by their ids."""
        return {entity.id: entity for entity in self.entities}


def known_names(articles: tuple[GoldArticle, ...]) -> dict[str, set[str]]:
    """The keys of all names in a gold folder, by kind of entity."""
    known: dict[str, set[str]] = {}
    for article in articles:
        for entity in article.entities:
            known.setdefault(entity.kind, set()).update(entity.names)
    return known
