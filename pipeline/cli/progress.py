"""How far a run is, on a terminal only, and never in the way of what is piped on."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console

from pipeline.run.batch import Progress, Watcher


@contextmanager
def shown_progress(quiet: bool) -> Iterator[Watcher]:
    """Something to call after every article; it draws one line on standard error where that is a terminal."""
    if quiet or not sys.stderr.isatty():
        yield lambda _: None
        return
    with Console(stderr=True).status("Looking for articles, loading models …") as status:
        yield lambda progress: status.update(_line(progress))


def _line(progress: Progress) -> str:
    aside = f", {progress.failed} set aside" if progress.failed else ""
    return f"{progress.analysed} articles analysed of {progress.found} found so far{aside}"
