"""Worker processes: one that dies or runs out of time costs one article, never the run.

Articles travel in small batches. A batch that does not come back whole is handed out
again, one article at a time, so that only the one at fault is set aside.
"""

import multiprocessing
import os
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, Future, wait
from dataclasses import replace
from itertools import chain, islice
from typing import Any

from pebble import ProcessExpired, ProcessPool

from pipeline.config import Settings
from pipeline.errors import RavabetError, RunError
from pipeline.model import Article, ArticleResult, Failure
from pipeline.run.analyze import analyze, failure
from pipeline.run.stages import Stages

Outcome = tuple[Article, ArticleResult | Failure]
Answer = Future[list[ArticleResult | Failure]]
Loader = Callable[[Settings], Stages]

_loaded: Stages | RavabetError | None = None


def analyze_all(articles: Iterable[Article], settings: Settings, load: Loader) -> Generator[Outcome, None, None]:
    """Analyse articles with as many workers as the settings ask for; outcomes come as they are done.

    Nothing is loaded, and no worker started, where there is no article.
    """
    stream = iter(articles)
    first = list(islice(stream, max(1, settings.jobs) * settings.batch))
    if not first:
        return
    os.environ["OMP_NUM_THREADS"] = "1"  # sums of floats depend on the number of threads, scores on the sums
    batches = _batches(chain(first, stream), _batch_size(len(first), settings))
    if settings.jobs == 0:
        yield from _in_process(batches, load(settings))
    else:
        few = min(settings.jobs, len(first))
        yield from _in_workers(batches, replace(settings, jobs=few), load)


def _batch_size(first: int, settings: Settings) -> int:
    """The size of a batch, smaller where otherwise some workers would have none."""
    share = -(-first // max(1, settings.jobs))
    return min(settings.batch, share)


def _batches(articles: Iterable[Article], size: int) -> Iterator[list[Article]]:
    stream = iter(articles)
    while batch := list(islice(stream, size)):
        yield batch


def _in_process(batches: Iterable[list[Article]], stages: Stages) -> Iterator[Outcome]:
    for batch in batches:
        yield from zip(batch, analyze(batch, stages), strict=True)


def _in_workers(batches: Iterator[list[Article]], settings: Settings, load: Loader) -> Iterator[Outcome]:
    context: Any = multiprocessing.get_context("spawn")
    pool: Any = ProcessPool(settings.jobs, initializer=_load, initargs=(load, settings), context=context)
    running: dict[Answer, list[Article]] = {}
    try:
        while True:
            for batch in islice(batches, max(0, 2 * settings.jobs - len(running))):
                running[_hand_out(pool, batch, settings)] = batch
            if not running:
                return
            done, _ = wait(running, return_when=FIRST_COMPLETED)
            for future in done:
                yield from _collect(future, running, pool, settings)
    finally:
        pool.stop()
        pool.join()


def _hand_out(pool: Any, batch: list[Article], settings: Settings) -> Answer:
    answer: Answer = pool.schedule(_work, args=(batch,), timeout=settings.timeout * len(batch))
    return answer


def _collect(future: Answer, running: dict[Answer, list[Article]], pool: Any, settings: Settings) -> Iterator[Outcome]:
    """The outcomes of a batch that ended, or its articles handed out again singly where it ended badly."""
    batch = running.pop(future)
    error = future.exception()
    if error is None:
        yield from zip(batch, future.result(), strict=True)
    elif isinstance(error, RavabetError):
        raise error
    elif isinstance(error, BrokenExecutor):
        message = f"all worker processes died ({error}); run with --jobs 0 to see why"
        raise RunError(message) from error
    elif len(batch) == 1:
        yield batch[0], _set_aside(batch[0], error, settings)
    else:
        running.update((_hand_out(pool, [article], settings), [article]) for article in batch)


def _set_aside(article: Article, error: BaseException, settings: Settings) -> Failure:
    if isinstance(error, TimeoutError):
        reason = f"took longer than {settings.timeout:g} s; give --timeout more seconds"
        return Failure(article.path, article.record, "deadline", reason, "TimeoutError")
    if isinstance(error, ProcessExpired):
        reason = f"the worker process died (exit status {error.exitcode}), as it does when memory runs out"
        return Failure(article.path, article.record, "worker", reason, "ProcessExpired")
    return failure(article, "worker", error)


def _load(load: Loader, settings: Settings) -> None:
    """Load the stages of this worker process; a problem waits for the first batch to be told."""
    global _loaded
    try:
        _loaded = load(settings)
    except RavabetError as error:
        _loaded = error
    except Exception as error:
        _loaded = RunError(f"the stages cannot be loaded: {type(error).__name__}: {error}; see ravabet doctor")


def _work(batch: Sequence[Article]) -> list[ArticleResult | Failure]:
    if isinstance(_loaded, RavabetError):
        raise _loaded
    if _loaded is None:
        message = "a worker process was given articles before it had loaded its stages"
        raise RuntimeError(message)
    return list(analyze(batch, _loaded))
