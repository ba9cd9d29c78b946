"""Whether everything that a run needs is in order: libraries, models, lexicon, output folder."""

import platform
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Literal

import pipeline
from pipeline.config import Settings
from pipeline.errors import RavabetError
from pipeline.lexicon import Lexicon, load_lexicon
from pipeline.normalize import normalize_string
from pipeline.run.stages import models_folder, predicate_labels

LIBRARIES = ("hazm", "stanza", "torch", "trafilatura", "networkx", "pandas", "pyarrow", "pebble", "rensa")


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked at: well, worth knowing, or in the way of a run."""

    name: str
    state: Literal["ok", "note", "problem"]
    detail: str


def examine(settings: Settings, output: Path, *, list_unchecked: bool = False) -> Iterator[Check]:
    """Look at everything; a problem in one place keeps nothing else from being looked at.

    Args:
        settings: The settings as resolved.
        output: The folder that a run would write to.
        list_unchecked: Name every tenure that no article confirms, not only their number.
    """
    yield Check("ravabet", "ok", f"{pipeline.__version__}, Python {platform.python_version()}, {settings.jobs} cores")
    yield from _libraries()
    yield from _guarded("lexicon", lambda: _lexicon(settings, list_unchecked))
    yield from _guarded(
        "frames", lambda: iter([Check("frames", "ok", f"{len(predicate_labels(settings))} predicates")])
    )
    yield from _guarded("models", lambda: _models(settings))
    yield _writable(output)


def _guarded(name: str, look: Callable[[], Iterator[Check]]) -> Iterator[Check]:
    try:
        yield from look()
    except RavabetError as error:
        yield Check(name, "problem", str(error))
    except Exception as error:
        yield Check(name, "problem", f"{type(error).__name__}: {error}; install the package anew")


def _libraries() -> Iterator[Check]:
    for name in LIBRARIES:
        try:
            yield Check(name, "ok", version(name))
        except PackageNotFoundError:
            yield Check(name, "problem", f"not installed; pip install {name}")


def _lexicon(settings: Settings, list_unchecked: bool) -> Iterator[Check]:
    lexicon = load_lexicon(settings.lexicon, normalize_string)
    sizes = {
        name: len(getattr(lexicon, name)) for name in ("countries", "places", "organizations", "people", "offices")
    }
    yield Check("lexicon", "ok", ", ".join(f"{size} {name}" for name, size in sizes.items()))
    yield from _tenures(lexicon, list_unchecked)


def _tenures(lexicon: Lexicon, list_unchecked: bool) -> Iterator[Check]:
    unchecked = [tenure for tenure in lexicon.offices if not tenure.checked]
    if unchecked:
        known = f"{len(unchecked)} of {len(lexicon.offices)} tenures are unchecked: no article confirms them"
        yield Check("tenures", "note", known + ("" if list_unchecked else "; --unchecked lists them"))
    for tenure in unchecked if list_unchecked else ():
        period = f"{tenure.start or '…'} to {tenure.end or '…'}"
        yield Check("", "note", f"{tenure.person}: {tenure.title} of {tenure.of}, {period} ({tenure.source})")


def _models(settings: Settings) -> Iterator[Check]:
    from pipeline.tag import Tagger

    tagger = Tagger(models_folder(settings))
    yield Check("models", "ok", f"loaded from {models_folder(settings)}")
    for name, digest in tagger.hashes.items():
        yield Check("", "ok", f"{name} {digest[:16]}")


def _writable(output: Path) -> Check:
    """Whether a file can be made in the output folder, or in the nearest folder above it that exists."""
    existing = next(folder for folder in (output.resolve(), *output.resolve().parents) if folder.exists())
    try:
        with tempfile.TemporaryFile(dir=existing):
            return Check("output", "ok", f"{output} can be written")
    except OSError as error:
        return Check("output", "problem", f"{output}: {error.strerror}; change its rights or choose another --out")
