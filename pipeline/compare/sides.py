"""One of the two runs: its record, its nodes, and what it found in each article."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from pipeline.columns import ArticleRow, MentionRow, NodeRow, RelationRow
from pipeline.load import load_run

R = TypeVar("R", MentionRow, RelationRow)


@dataclass(frozen=True, slots=True)
class Named:
    """A node with its label; an empty id stands for nobody."""

    id: str
    label: str

    def __str__(self) -> str:
        return f"{self.label} ({self.id})" if self.id else "–"


@dataclass(frozen=True, slots=True)
class ArticleSide:
    """What one run found in an article, in the order of the text."""

    row: ArticleRow
    mentions: tuple[MentionRow, ...]
    relations: tuple[RelationRow, ...]


@dataclass(frozen=True, slots=True)
class RunSide:
    """One run; articles by their ids, which are equal where text and date are."""

    record: Mapping[str, Any]
    labels: Mapping[str, str]
    articles: Mapping[str, ArticleSide]

    def named(self, node: str) -> Named:
        """A node of this run with its label."""
        return Named(node, self.labels.get(node, node))


def load_side(folder: Path, kind: str | None = None) -> RunSide:
    """Read a run to compare it with another: all of it, or only its relations of one kind.

    Raises:
        OutputError: The folder holds no finished run, or a file of it cannot be read.
    """
    run = load_run(folder)
    mentions = _by_article(run.rows(MentionRow) if kind is None else [])
    relations = _by_article(row for row in run.rows(RelationRow) if kind in (None, row.kind))
    articles = {
        row.article_id: ArticleSide(
            row, tuple(mentions.get(row.article_id, ())), tuple(relations.get(row.article_id, ()))
        )
        for row in run.rows(ArticleRow)
    }
    return RunSide(run.record, {node.Id: node.Label for node in run.rows(NodeRow)}, articles)


def _by_article(rows: Iterable[R]) -> dict[str, list[R]]:
    found: dict[str, list[R]] = {}
    for row in rows:
        found.setdefault(row.article_id, []).append(row)
    return found
