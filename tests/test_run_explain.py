"""What is told of a statement that was found, and of one that nearly was."""

from dataclasses import replace
from pathlib import Path

import fake_stages
import pytest
from run_inputs import write_articles

from pipeline.config import Settings
from pipeline.errors import ConfigError
from pipeline.model import Failure
from pipeline.run.explain import Explanation, explain
from pipeline.run.stages import Weighed


@pytest.fixture
def explained(tmp_path: Path) -> Explanation:
    """An article with the statements IRN–RUS (sentence 1) and TUR–IRN (sentence 2), both of confidence 0.8."""
    write_articles(tmp_path, "a")
    (outcome,) = explain(tmp_path / "a.txt", Settings(), load=fake_stages.load)
    assert isinstance(outcome, Explanation)
    return outcome


def weighed(probability: float, sentence: int = 1, predicate: str = "accuse") -> Weighed:
    return Weighed(sentence, predicate, "phrase", ("IRN",), ("RUS",), probability, ())


def test_a_statement_has_what_was_weighed_for_it_behind_it(explained: Explanation) -> None:
    behind = explained.behind(explained.relations[0])

    assert behind is not None
    assert (behind.predicate, behind.probability) == ("meet", 0.8)
    assert explained.behind(explained.relations[1]) is None


def test_near_misses_are_what_was_not_made_likeliest_first(explained: Explanation) -> None:
    thought = (
        weighed(0.2, predicate="visit"),
        weighed(0.4),
        weighed(0.3),
        weighed(0.9, predicate="meet"),
        weighed(0.01),
    )
    found = replace(explained, weighed=thought)

    assert [(one.predicate, one.probability) for one in found.near_misses(1)] == [("accuse", 0.4), ("visit", 0.2)]


def test_near_misses_belong_to_their_sentence(explained: Explanation) -> None:
    assert replace(explained, weighed=(weighed(0.4, sentence=2),)).near_misses(1) == []


@pytest.mark.parametrize(("probability", "expected"), [(0.79, False), (0.8, True), (0.9, True)])
def test_what_is_as_likely_as_something_kept_was_outdone(
    explained: Explanation, probability: float, expected: bool
) -> None:
    assert explained.outdone(weighed(probability)) is expected


def test_an_article_that_fails_is_told_as_a_failure(tmp_path: Path) -> None:
    write_articles(tmp_path, "break-a")

    (outcome,) = explain(tmp_path / "break-a.txt", Settings(), load=fake_stages.load)

    assert isinstance(outcome, Failure)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="nowhere is no file"):
        list(explain(tmp_path / "nowhere", Settings(), load=fake_stages.load))
