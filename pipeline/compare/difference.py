"""The difference of two runs: settings, counts, articles, and what was found in each article of both."""

from dataclasses import dataclass
from pathlib import Path

from pipeline.columns import ArticleRow
from pipeline.compare.entities import EntityChange, entity_changes
from pipeline.compare.relations import RelationChange, relation_changes
from pipeline.compare.settings import Setting, count_changes, setting_changes
from pipeline.compare.sides import ArticleSide, RunSide, load_side
from pipeline.compare.summary import KindSummary, summary


@dataclass(frozen=True, slots=True)
class ArticleName:
    """An article as a reader finds it."""

    article_id: str
    path: str
    record: str

    def __str__(self) -> str:
        return f"{self.path}, record {self.record}" if self.record else self.path


@dataclass(frozen=True, slots=True)
class ArticleDifference:
    """What changed in one article; `status` is that of the first and the second run where they differ, else empty."""

    article: ArticleName
    status: tuple[str, ...]
    entities: tuple[EntityChange, ...]
    relations: tuple[RelationChange, ...]

    @property
    def found(self) -> bool:
        """Whether anything changed."""
        return bool(self.status or self.entities or self.relations)


@dataclass(frozen=True, slots=True)
class Difference:
    """All differences of two runs.

    Attributes:
        settings: Entries of run.json that differ, counts left out.
        counts: Counts that differ.
        only_first: Articles that only the first run has.
        only_second: Articles that only the second run has.
        read_anew: Articles of both whose text or date is not the same, so that no offset compares.
        compared: How many articles were compared.
        articles: What changed in them, in the order of the first run; those without a change are left out.
        summary: The kinds that either run has in them.
    """

    settings: tuple[Setting, ...]
    counts: tuple[Setting, ...]
    only_first: tuple[ArticleName, ...]
    only_second: tuple[ArticleName, ...]
    read_anew: tuple[ArticleName, ...]
    compared: int
    articles: tuple[ArticleDifference, ...]
    summary: tuple[KindSummary, ...]

    @property
    def equal(self) -> bool:
        """Whether both runs found the same in the same articles, whatever they were made with."""
        return not (self.only_first or self.only_second or self.read_anew or self.articles)


def compare(first: Path, second: Path, kind: str | None = None) -> Difference:
    """Compare the outputs of two runs.

    Args:
        first: The folder of the earlier run.
        second: The folder of the later run.
        kind: Compare only relations of this kind, and no entities.

    Raises:
        OutputError: A folder holds no finished run, or a file of it cannot be read.
    """
    runs = load_side(first, kind), load_side(second, kind)
    both = [name for name in runs[0].articles if name in runs[1].articles]
    articles = tuple(_article(runs[0].articles[name], runs[1].articles[name], runs) for name in both)
    changed = tuple(one for one in articles if one.found)
    only_first, only_second, read_anew = _apart(*runs)
    return Difference(
        setting_changes(runs[0].record, runs[1].record),
        count_changes(runs[0].record, runs[1].record),
        only_first,
        only_second,
        read_anew,
        len(both),
        changed,
        summary(
            [tuple(run.articles[name] for name in both) for run in runs],
            [change for one in changed for change in one.entities],
            [change for one in changed for change in one.relations],
        ),
    )


def _article(ours: ArticleSide, theirs: ArticleSide, runs: tuple[RunSide, RunSide]) -> ArticleDifference:
    statuses = (ours.row.status, theirs.row.status)
    return ArticleDifference(
        _name(ours.row),
        statuses if len(set(statuses)) > 1 else (),
        entity_changes(ours.mentions, theirs.mentions, runs),
        relation_changes(ours.relations, theirs.relations, runs),
    )


def _apart(first: RunSide, second: RunSide) -> tuple[tuple[ArticleName, ...], ...]:
    """The articles of the first run alone, of the second alone, and those of one path that were read differently."""
    ours = {
        (one.row.path, one.row.record): one.row for name, one in first.articles.items() if name not in second.articles
    }
    theirs = {
        (one.row.path, one.row.record): one.row for name, one in second.articles.items() if name not in first.articles
    }
    return (
        tuple(_name(row) for place, row in ours.items() if place not in theirs),
        tuple(_name(row) for place, row in theirs.items() if place not in ours),
        tuple(_name(row) for place, row in theirs.items() if place in ours),
    )


def _name(row: ArticleRow) -> ArticleName:
    return ArticleName(row.article_id, row.path, row.record)
