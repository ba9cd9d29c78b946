"""What a run says of each article, by the name that gold gives the article: its file without folder and ending."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from pipeline.columns import ArticleRow, MentionRow, NodeRow, RelationRow, TextRow
from pipeline.evaluate.spelling import Words, key, words
from pipeline.load import Run

NAMELESS = frozenset({"title", "pronoun"})


@dataclass(frozen=True, slots=True)
class FoundEntity:
    """A node as one article mentions it; a surface is the form of a mention and its text."""

    id: str
    kind: str
    iso3: str
    surfaces: frozenset[tuple[str, str]]

    @property
    def wordings(self) -> frozenset[str]:
        """The keys of all its mentions."""
        return frozenset(key(text) for _, text in self.surfaces)

    @property
    def names(self) -> frozenset[str]:
        """The keys of the mentions that are no descriptions and no pronouns."""
        return frozenset(key(text) for form, text in self.surfaces if form not in NAMELESS)

    @property
    def descriptions(self) -> tuple[Words, ...]:
        """Its descriptions as words."""
        return tuple(words(text) for form, text in self.surfaces if form == "title")


@dataclass(frozen=True, slots=True)
class FoundArticle:
    """The entities and relations of one article, the most certain relation first.

    `texts_wrong` counts the surfaces that were dropped.
    """

    entities: tuple[FoundEntity, ...] = ()
    relations: tuple[RelationRow, ...] = ()
    texts_wrong: int = 0

    def standing_in(self, text: str) -> "FoundArticle":
        """The same without mentions whose text does not stand in the article, and entities left with none."""
        flat = key(text)
        kept = [_only(entity, text, flat) for entity in self.entities]
        lost = sum(len(entity.surfaces) for entity in self.entities) - sum(len(entity.surfaces) for entity in kept)
        return replace(self, entities=tuple(entity for entity in kept if entity.surfaces), texts_wrong=lost)


@dataclass(frozen=True, slots=True)
class Found:
    """A run as gold looks at it."""

    nodes: Mapping[str, NodeRow]
    articles: Mapping[str, FoundArticle]
    texts: Mapping[str, str]


def load_found(run: Run, *, texts: bool = False) -> Found:
    """Read what a run says of its articles, with their texts where these are asked for.

    Raises:
        OutputError: A table of the run is not there or cannot be read.
    """
    names = {row.article_id: PurePosixPath(row.path.replace("\\", "/")).stem for row in run.rows(ArticleRow)}
    nodes = {row.Id: row for row in run.rows(NodeRow)}
    relations: dict[str, list[RelationRow]] = {name: [] for name in names.values()}
    for row in run.rows(RelationRow):
        if row.article_id in names:
            relations[names[row.article_id]].append(row)
    surfaces = _surfaces(names, run)
    articles = {
        name: FoundArticle(tuple(_entities(surfaces.get(name, {}), nodes)), tuple(sorted(rows, key=_best_first)))
        for name, rows in relations.items()
    }
    return Found(nodes, articles, {names[row.article_id]: row.text for row in run.rows(TextRow)} if texts else {})


def _surfaces(names: Mapping[str, str], run: Run) -> dict[str, dict[str, set[tuple[str, str]]]]:
    """The surfaces of each node in each article."""
    found: dict[str, dict[str, set[tuple[str, str]]]] = {}
    for row in run.rows(MentionRow):
        if row.entity_id and row.article_id in names:
            found.setdefault(names[row.article_id], {}).setdefault(row.entity_id, set()).add((row.form, row.text))
    return found


def _entities(surfaces: Mapping[str, set[tuple[str, str]]], nodes: Mapping[str, NodeRow]) -> Iterator[FoundEntity]:
    for name, texts in surfaces.items():
        node = nodes.get(name)
        yield FoundEntity(name, node.kind if node else "", node.iso3 if node else "", frozenset(texts))


def _best_first(relation: RelationRow) -> tuple[float, int]:
    return -relation.confidence, relation.char_start


def _only(entity: FoundEntity, text: str, flat: str) -> FoundEntity:
    kept = frozenset(one for one in entity.surfaces if one[1] in text or key(one[1]) in flat)
    return replace(entity, surfaces=kept)
