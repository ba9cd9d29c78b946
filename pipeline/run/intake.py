"""What the input folder holds: known articles, new ones, and what could not be read."""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from pipeline.config import Settings
from pipeline.errors import ConfigError
from pipeline.model import Article, Failure
from pipeline.read import PARTS, ReadOptions, find_files, path_name, read_file
from pipeline.run.manifest import Entry, Manifest, entry_of


@dataclass(slots=True)
class Intake:
    """All that was found so far, in path order; complete when `new_articles` has come to its end.

    Attributes:
        entries: Every article.
        failures: Files and records that could not be read.
        hashes: The content hash of every file, by its path.
        keys: The keys under which the manifest knows the files.
    """

    entries: list[Entry] = field(default_factory=list)
    failures: list[Failure] = field(default_factory=list)
    hashes: dict[str, str] = field(default_factory=dict)
    keys: set[str] = field(default_factory=set)


def read_options(settings: Settings) -> ReadOptions:
    """What the settings say about reading.

    Raises:
        ConfigError: They name a part that articles do not have.
    """
    foreign = [part for part in settings.fields if part not in PARTS]
    if foreign:
        message = f"fields: no article has a part {foreign[0]!r}; its parts are {', '.join(PARTS)}"
        raise ConfigError(message)
    return ReadOptions(settings.fields, settings.encoding)


def list_inputs(folder: Path, output: Path) -> list[Path]:
    """The files to read, in path order; an output folder that lies within the input is none of them."""
    inside = output.resolve()
    return [file for file in find_files(folder) if not file.resolve().is_relative_to(inside)]


def new_articles(
    folder: Path, output: Path, settings: Settings, manifest: Manifest, digest: str, intake: Intake
) -> Iterator[Article]:
    """Fill the intake, and yield each article that no result is kept for, once however many copies it has."""
    options = read_options(settings)
    done = manifest.keys()
    for file in list_inputs(folder, output):
        room = settings.limit - len(intake.entries) if settings.limit else None
        if room == 0:
            return
        key = _register(folder, file, options, digest, intake)
        known = manifest.load_file(key)
        if known is not None and all(entry.key in done for entry in known):
            intake.entries += known[:room]
            continue
        before = len(intake.entries), len(intake.failures)
        yield from _new(islice(read_file(folder, file, options), room), digest, done, intake)
        if room is None and len(intake.failures) == before[1]:
            manifest.store_file(key, intake.entries[before[0] :])


def _new(items: Iterable[Article | Failure], digest: str, done: set[str], intake: Intake) -> Iterator[Article]:
    for item in items:
        if isinstance(item, Failure):
            intake.failures.append(item)
            continue
        entry = entry_of(item, digest)
        intake.entries.append(entry)
        if entry.key not in done:
            done.add(entry.key)
            yield item


def _register(folder: Path, file: Path, options: ReadOptions, digest: str, intake: Intake) -> str:
    """Note the hash of a file; returns the key that stands for it, its path and the way it is read."""
    path = path_name(folder, file)
    intake.hashes[path] = _content_hash(file)
    way = (digest, path, intake.hashes[path], options.encoding, *map(str, sorted(options.fields.items())))
    key = hashlib.sha256("\x1f".join(way).encode("utf-8", "surrogatepass")).hexdigest()
    intake.keys.add(key)
    return key


def _content_hash(file: Path) -> str:
    """The hash of a file's bytes; empty where it cannot be opened, which reading it will report."""
    try:
        with file.open("rb") as handle:
            return hashlib.file_digest(handle, "sha256").hexdigest()
    except OSError:
        return ""
