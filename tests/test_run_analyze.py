"""The list of stages: results in order, and a failure in place of an article that breaks."""

from dataclasses import replace
from typing import Any

import fake_stages
import pytest
from run_inputs import article

from pipeline.config import Settings
from pipeline.model import ArticleResult, Failure
from pipeline.run.analyze import analyze

STAGES = fake_stages.load(Settings())
FIVE = [article(name, f"IRN met RUS {name}. TUR met IRN.") for name in "abcde"]


def refuse(_: Any) -> Any:
    message = "no\n good"
    raise ValueError(message)


def test_a_result_holds_all_that_the_stages_made() -> None:
    (result,) = analyze([article(text="IRN met RUS. Nothing.")], STAGES)

    assert isinstance(result, ArticleResult)
    assert (result.sentences, result.tokens) == (2, 4)
    assert [entity.id for entity in result.entities] == ["IRN", "RUS"]
    assert [mention.text for mention in result.mentions] == ["IRN", "RUS"]
    assert [relation.evidence for relation in result.relations] == ["IRN met RUS"]


def test_no_article_gives_no_result() -> None:
    assert list(analyze([], STAGES)) == []


@pytest.mark.parametrize("size", [1, 2, 5])
def test_a_result_does_not_depend_on_its_company(size: int) -> None:
    alone = [result for one in FIVE for result in analyze([one], STAGES)]

    together = [result for start in range(0, 5, size) for result in analyze(FIVE[start : start + size], STAGES)]

    assert together == alone


def test_one_article_that_breaks_a_batch_fails_alone() -> None:
    batch = [article("a"), article("b", "BREAK"), article("c")]

    outcomes = list(analyze(batch, STAGES))

    assert [type(outcome) for outcome in outcomes] == [ArticleResult, Failure, ArticleResult]
    assert outcomes[1] == Failure("b.txt", "", "tag", "told to break", outcomes[1].exception)
    assert outcomes[1].exception.startswith("ValueError")


@pytest.mark.parametrize(
    ("part", "stage"),
    [
        ("normalize", "normalize"),
        ("tokenize", "tokenize"),
        ("tag", "tag"),
        ("find_entities", "entities"),
        ("parse", "parse"),
        ("find_relations", "relations"),
    ],
)
def test_a_failure_names_its_stage_and_reason(part: str, stage: str) -> None:
    (outcome,) = analyze([article("x", record="7")], replace(STAGES, **{part: refuse}))

    assert isinstance(outcome, Failure)
    assert (outcome.path, outcome.record, outcome.stage, outcome.reason) == ("x.txt", "7", stage, "no good")
