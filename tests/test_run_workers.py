"""Workers: an article that kills its worker or never ends is set aside, all others come through."""

from collections.abc import Iterable
from dataclasses import replace

import fake_stages
import pytest
from run_inputs import article

from pipeline.config import Settings
from pipeline.errors import ModelError, RunError
from pipeline.model import Article, ArticleResult, Failure
from pipeline.run.workers import analyze_all

TWO = Settings(jobs=2, batch=4, timeout=60)


def by_path(articles: Iterable[Article], settings: Settings) -> dict[str, ArticleResult | Failure]:
    return {one.path: outcome for one, outcome in analyze_all(articles, settings, fake_stages.load)}


def test_workers_give_what_one_process_gives() -> None:
    articles = [article(f"{number:02}", f"IRN met RUS {number}") for number in range(11)]

    assert by_path(articles, TWO) == by_path(articles, Settings(jobs=0, batch=3))


def test_the_death_of_a_worker_costs_one_article() -> None:
    articles = [article(f"{number:02}", "DIE" if number == 5 else "IRN met RUS") for number in range(10)]

    outcomes = by_path(articles, TWO)

    assert [path for path, outcome in outcomes.items() if isinstance(outcome, Failure)] == ["05.txt"]
    assert len(outcomes) == 10
    assert outcomes["05.txt"].stage == "worker"


def test_an_article_that_never_ends_is_set_aside_at_its_deadline() -> None:
    articles = [article("a"), article("b", "HANG"), article("c")]

    outcomes = by_path(articles, replace(TWO, batch=2, timeout=0.5))

    assert outcomes["b.txt"] == Failure(
        "b.txt", "", "deadline", "took longer than 0.5 s; give --timeout more seconds", "TimeoutError"
    )
    assert [type(outcomes[path]) for path in ("a.txt", "c.txt")] == [ArticleResult, ArticleResult]


def test_nothing_is_loaded_where_there_is_nothing_to_do() -> None:
    assert list(analyze_all([], TWO, fake_stages.die_on_loading)) == []


@pytest.mark.parametrize("jobs", [0, 1])
def test_models_that_cannot_be_loaded_end_the_run_with_their_own_error(jobs: int) -> None:
    with pytest.raises(ModelError, match="fetch it"):
        list(analyze_all([article()], Settings(jobs=jobs), fake_stages.refuse_to_load))


def test_whatever_else_keeps_stages_from_loading_is_told(capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(RunError, match="cannot be loaded: ZeroDivisionError: division by zero; see ravabet doctor"):
        list(analyze_all([article()], Settings(jobs=1), fake_stages.divide_by_zero))

    assert capfd.readouterr().err == ""


def test_workers_that_die_while_loading_end_the_run() -> None:
    with pytest.raises(RunError, match="all worker processes died"):
        list(analyze_all([article()], Settings(jobs=1), fake_stages.die_on_loading))
