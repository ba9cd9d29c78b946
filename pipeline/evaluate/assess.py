"""A run held against gold: every figure, from counts per article that add up."""

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from pathlib import Path

from pipeline.columns import STANDING
from pipeline.errors import ConfigError
from pipeline.evaluate.confidence import Judged, judged
from pipeline.evaluate.entities import EntityFigures, entity_figures
from pipeline.evaluate.figures import Tally, summed
from pipeline.evaluate.found import Found, load_found
from pipeline.evaluate.gold import GoldArticle, known_names
from pipeline.evaluate.gold_files import load_gold, misquotes
from pipeline.evaluate.matching import matched
from pipeline.evaluate.mistakes import Mistake, mistakes
from pipeline.evaluate.qualities import Qualities, qualities
from pipeline.evaluate.relations import kind_tallies, relation_tallies, stated
from pipeline.load import load_run

ACTORS = ("person", "country", "organization")


@dataclass(frozen=True, slots=True)
class ArticleFigures:
    """The counts of one article; `events` are the run's rows where gold states no event at all, else None."""

    doc_id: str
    read: bool
    relations: Mapping[str, Tally]
    kinds: Mapping[str, Tally]
    entities: EntityFigures
    qualities: Sequence[Qualities]
    judged: Sequence[Judged]
    mistakes: Sequence[Mistake]
    texts_wrong: int
    events_on_empty: int | None


@dataclass(frozen=True, slots=True)
class Evaluation:
    """The figures of all articles, and what of the gold cannot be found in them."""

    articles: tuple[ArticleFigures, ...]
    misquotes: tuple[str, ...] = ()

    @property
    def relations(self) -> dict[str, Tally]:
        """Tallies of event, full, country, pair and standing."""
        return summed(one.relations for one in self.articles)

    @property
    def kinds(self) -> dict[str, Tally]:
        """Tallies by kind of relation, in alphabetical order."""
        return dict(sorted(summed(one.kinds for one in self.articles).items()))

    @property
    def entities(self) -> dict[str, Tally]:
        """Tallies by kind of entity."""
        return summed(one.entities.kinds for one in self.articles)

    @property
    def actors(self) -> Tally:
        """The tally of persons, countries and organizations together."""
        return sum((tally for kind, tally in self.entities.items() if kind in ACTORS), Tally())

    @property
    def judged(self) -> list[Judged]:
        """All relations found, in the order of articles."""
        return [relation for one in self.articles for relation in one.judged]

    @property
    def mistakes(self) -> list[Mistake]:
        """All relations missed or made up, in the order of articles."""
        return [mistake for one in self.articles for mistake in one.mistakes]

    @property
    def missing(self) -> list[str]:
        """The articles of the gold that the run did not read."""
        return [one.doc_id for one in self.articles if not one.read]


def evaluate(run: Path, gold: Path, documents: str = "") -> Evaluation:
    """Hold the outputs of a run against a folder of gold articles.

    Args:
        run: The folder of outputs.
        gold: The folder of gold articles, one JSON file each.
        documents: `FIRST:LAST`, to measure the articles whose ids lie between the two, both
            included; either may be left out. The names of the whole folder stay known.

    Raises:
        ConfigError: The gold folder or the range of documents gives no article.
        GoldError: Gold files hold problems.
        OutputError: The run's folder holds no run.
    """
    every = load_gold(gold)
    articles = within_range(every, documents)
    found = load_found(load_run(run), texts=any(article.text is None for article in articles))
    known = known_names(every)
    figures = tuple(article_figures(article, found, known) for article in articles)
    with_text = (article for article in articles if article.text is not None)
    return Evaluation(figures, tuple(line for article in with_text for line in misquotes(article)))


def within_range(articles: Sequence[GoldArticle], documents: str) -> list[GoldArticle]:
    """The articles whose ids lie in a range `FIRST:LAST`; all where it is empty.

    Raises:
        ConfigError: It is no range, or no article lies in it.
    """
    first, colon, last = documents.partition(":")
    if documents and not colon:
        message = f"--docs {documents}: is no range; give the first and the last id with a colon between, such as a:m"
        raise ConfigError(message)
    kept = [one for one in articles if first <= one.doc_id and (not last or one.doc_id <= last)]
    if not kept:
        ids = sorted(one.doc_id for one in articles)
        message = f"--docs {documents}: no gold article lies between; their ids go from {ids[0]} to {ids[-1]}"
        raise ConfigError(message)
    return kept


def article_figures(gold: GoldArticle, run: Found, known: Mapping[str, Set[str]]) -> ArticleFigures:
    """Count one article; `known` are the keys of all names of the gold folder, by kind of entity."""
    article = matched(gold, run)
    statements = stated(article)
    events = sum(row.kind not in STANDING for row in article.found.relations)
    return ArticleFigures(
        doc_id=gold.doc_id,
        read=gold.doc_id in run.articles,
        relations=relation_tallies(article, statements),
        kinds=kind_tallies(statements),
        entities=entity_figures(article, known),
        qualities=qualities(article, statements),
        judged=judged(statements),
        mistakes=tuple(mistakes(article, statements)),
        texts_wrong=article.found.texts_wrong,
        events_on_empty=None if any(one.is_event for one in statements.gold) else events,
    )
