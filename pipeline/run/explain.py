"""What the stages make of one file, with all that they decided on the way."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pipeline.config import Settings
from pipeline.errors import ConfigError
from pipeline.model import Article, Failure, Mentions, Relation
from pipeline.read import read_file
from pipeline.run.analyze import examine
from pipeline.run.intake import read_options
from pipeline.run.stages import Weighed, load_stages
from pipeline.run.workers import Loader

LEAST = 0.05  # what is less likely than this is no near miss


@dataclass(frozen=True, slots=True)
class Explanation:
    """An article with what was found in it and what was weighed on the way."""

    article: Article
    mentions: Mentions
    relations: tuple[Relation, ...]
    weighed: tuple[Weighed, ...]

    def behind(self, relation: Relation) -> Weighed | None:
        """What was weighed for a relation; none for those that no probability decides, such as offices."""
        fitting = (one for one in self.weighed if _states(one, relation) and one.probability == relation.confidence)
        return next(fitting, None)

    def outdone(self, one: Weighed) -> bool:
        """Whether something no likelier was kept: another reading of the same words or pair stood in the way."""
        kept = [relation.confidence for relation in self.relations if self.behind(relation)]
        return one.probability >= min(kept, default=2.0)

    def near_misses(self, sentence: int) -> list[Weighed]:
        """What a sentence nearly said, likeliest first, once for each predicate and pair of parties."""
        made = [relation for relation in self.relations if relation.sentence == sentence]
        missed = {
            (one.predicate, one.sources, one.targets): one
            for one in sorted(self.weighed, key=lambda one: one.probability)
            if one.sentence == sentence and one.probability >= LEAST and not any(_states(one, same) for same in made)
        }
        return sorted(missed.values(), key=lambda one: (-one.probability, one.predicate, one.sources, one.targets))


def _states(one: Weighed, relation: Relation) -> bool:
    """Whether a relation says what was weighed: the same predicate of two of its entities."""
    same = (one.sentence, one.predicate) == (relation.sentence, relation.predicate)
    return same and relation.source in one.sources and relation.target in (*one.targets, *one.sources)


def explain(
    file: Path, settings: Settings, record: str = "", load: Loader = load_stages
) -> Iterator[Explanation | Failure]:
    """Take each article of a file, or the one record named, through all stages.

    Raises:
        ConfigError: There is no such file, or no such record in it.
    """
    if not file.is_file():
        message = f"{file} is no file; give one file with an article"
        raise ConfigError(message)
    items = [item for item in read_file(file.parent, file, read_options(settings)) if record in ("", item.record)]
    if not items:
        message = f"{file} has no record {record!r}; leave --record out to see all"
        raise ConfigError(message)
    stages = load(settings)
    for item in items:
        outcome = item if isinstance(item, Failure) else next(examine([item], stages))
        if isinstance(outcome, Failure):
            yield outcome
        else:
            weighed = stages.weigh(outcome.mentions)
            yield Explanation(outcome.article, outcome.mentions, outcome.relations, weighed)
