"""The list of stages, from article to relations, and what becomes of an article that fails.

A result depends on its article alone: not on the articles beside it, nor on their order.
"""

import traceback
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from pipeline.model import Article, ArticleResult, Failure, Mentions, Relation
from pipeline.run.stages import PACKAGE, Stages

In = TypeVar("In")
Out = TypeVar("Out")


@dataclass(frozen=True, slots=True)
class Analysis:
    """An article with all that the stages made of it, tokens included."""

    article: Article
    mentions: Mentions
    relations: tuple[Relation, ...]


def analyze(articles: Sequence[Article], stages: Stages) -> Iterator[ArticleResult | Failure]:
    """What is kept of each article, in order; one that fails yields its failure and stops no other."""
    for outcome in examine(articles, stages):
        yield outcome if isinstance(outcome, Failure) else _result(outcome)


def examine(articles: Sequence[Article], stages: Stages) -> Iterator[Analysis | Failure]:
    """Take articles through all stages, in order; one that fails yields its failure and stops no other."""
    texts = [_step("normalize", article, article, stages.normalize) for article in articles]
    documents = [_step("tokenize", *pair, stages.tokenize) for pair in zip(articles, texts, strict=True)]
    tagged = _together("tag", articles, documents, stages.tag)
    found = [_step("entities", *pair, stages.find_entities) for pair in zip(articles, tagged, strict=True)]
    parsed = _together("parse", articles, found, stages.parse)
    for article, mentions in zip(articles, parsed, strict=True):
        relations = _step("relations", article, mentions, stages.find_relations)
        if isinstance(relations, Failure):
            yield relations
        elif isinstance(mentions, Mentions):
            yield Analysis(article, mentions, relations)


def _step(stage: str, article: Article, value: In | Failure, function: Callable[[In], Out]) -> Out | Failure:
    """The next value of an article, or its first failure carried on."""
    if isinstance(value, Failure):
        return value
    try:
        return function(value)
    except Exception as error:
        return failure(article, stage, error)


def _together(
    stage: str,
    articles: Sequence[Article],
    values: Sequence[In | Failure],
    function: Callable[[Sequence[In]], list[Out]],
) -> list[Out | Failure]:
    """The next values of all articles in one batch; where the batch fails, each alone, to find the one at fault."""
    whole = [value for value in values if not isinstance(value, Failure)]
    try:
        found = iter(function(whole) if whole else [])
        return [value if isinstance(value, Failure) else next(found) for value in values]
    except Exception:
        pairs = zip(articles, values, strict=True)
        return [_step(stage, article, value, lambda one: function([one])[0]) for article, value in pairs]


def _result(analysis: Analysis) -> ArticleResult:
    mentions, sentences = analysis.mentions, analysis.mentions.document.sentences
    return ArticleResult(
        article=analysis.article,
        sentences=len(sentences),
        tokens=sum(len(sentence) for sentence in sentences),
        entities=mentions.entities,
        mentions=mentions.mentions,
        offices=mentions.offices,
        relations=analysis.relations,
    )


def failure(article: Article, stage: str, error: BaseException) -> Failure:
    """What failures.csv says of an article that a stage could not take."""
    reason = " ".join(str(error).split()) or type(error).__name__
    return Failure(article.path, article.record, stage, reason, type(error).__name__ + _place(error))


def _place(error: BaseException) -> str:
    """The innermost line of this package that the error passed through, as ` at file:line`."""
    files = [(Path(frame.filename), frame.lineno) for frame in traceback.extract_tb(error.__traceback__)]
    ours = [(file, line) for file, line in files if file.is_relative_to(PACKAGE)]
    if not ours:
        return ""
    file, line = ours[-1]
    return f" at {file.relative_to(PACKAGE).as_posix()}:{line}"
