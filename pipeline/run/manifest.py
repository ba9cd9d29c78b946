"""What is done: the result of every article, kept in one SQLite file between runs.

A result is filed under a hash of the article as read and of all that its analysis
depends on; what has changed in any of them is simply not found. Beside the results
stands which articles each file holds, so that a file that has not changed is not read
again. Failures are not kept: the next run tries them again. Results are filed as they
come, so that of all files of a run only this one and timing.json may differ in bytes.
"""

import hashlib
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from pipeline.errors import OutputError
from pipeline.model import Article, ArticleResult
from pipeline.run.codec import decode, encode

NAME = "manifest.sqlite"
SCHEMA = 1
TABLES = (
    "CREATE TABLE IF NOT EXISTS results (key TEXT PRIMARY KEY, payload BLOB) WITHOUT ROWID",
    "CREATE TABLE IF NOT EXISTS files (key TEXT PRIMARY KEY, payload BLOB) WITHOUT ROWID",
)


@dataclass(frozen=True, slots=True)
class Entry:
    """An article of this run without its text, and the key of its result; copies share a key."""

    article: Article
    key: str


@dataclass(frozen=True, slots=True)
class _FileEntries:
    entries: tuple[Entry, ...]


def entry_of(article: Article, digest: str) -> Entry:
    """The entry of an article, given the digest of the run's fingerprint.

    Where the article stands is no part of the key: a file that was moved is not analysed again.
    """
    content = replace(article, path="", record="", encoding="", sha256="")
    key = hashlib.sha256(digest.encode() + encode(content)).hexdigest()
    return Entry(replace(article, text=""), key)


class Manifest:
    """The open manifest of an output folder; one run at a time holds it."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def keys(self) -> set[str]:
        """The keys of all results that are kept."""
        return {key for (key,) in self._connection.execute("SELECT key FROM results")}

    def store(self, key: str, result: ArticleResult) -> None:
        """Keep a result; when this returns it survives a crash."""
        with self._connection:
            self._connection.execute("INSERT OR REPLACE INTO results VALUES (?, ?)", (key, encode(result)))

    def load(self, entry: Entry) -> ArticleResult:
        """The result of an entry, about the article that the entry names."""
        (payload,) = self._connection.execute("SELECT payload FROM results WHERE key = ?", (entry.key,)).fetchone()
        result = decode(ArticleResult, payload)
        return replace(result, article=replace(entry.article, text=result.article.text))

    def store_file(self, key: str, entries: Sequence[Entry]) -> None:
        """Keep which articles a file holds."""
        with self._connection:
            payload = encode(_FileEntries(tuple(entries)))
            self._connection.execute("INSERT OR REPLACE INTO files VALUES (?, ?)", (key, payload))

    def load_file(self, key: str) -> tuple[Entry, ...] | None:
        """The articles of a file, or None where it is not known."""
        row = self._connection.execute("SELECT payload FROM files WHERE key = ?", (key,)).fetchone()
        return decode(_FileEntries, row[0]).entries if row else None

    def keep_only(self, results: set[str], files: set[str]) -> None:
        """Forget all other results and files: what was changed or deleted."""
        with self._connection:
            for table, keys in (("results", results), ("files", files)):
                gone = {key for (key,) in self._connection.execute(f"SELECT key FROM {table}")} - keys
                self._connection.executemany(f"DELETE FROM {table} WHERE key = ?", [(key,) for key in gone])


@contextmanager
def open_manifest(folder: Path) -> Iterator[Manifest]:
    """Open, or begin, the manifest of an output folder; nothing but the one file is left behind.

    Raises:
        OutputError: Another run holds it, it cannot be written, or it is not a manifest.
    """
    connection = _connect(folder / NAME)
    try:
        yield Manifest(connection)
    except sqlite3.Error as error:
        raise _problem(folder / NAME, error) from error
    finally:
        connection.close()


def _connect(file: Path) -> sqlite3.Connection:
    connection = None
    try:
        connection = sqlite3.connect(file, timeout=1)
        connection.execute("PRAGMA locking_mode = EXCLUSIVE")
        connection.execute("PRAGMA journal_mode = DELETE")
        _prepare(connection)
    except sqlite3.Error as error:
        if connection is not None:
            connection.close()
        raise _problem(file, error) from error
    return connection


def _prepare(connection: sqlite3.Connection) -> None:
    """Lock the file and make its tables; a manifest of another schema starts afresh."""
    with connection:
        connection.execute("BEGIN EXCLUSIVE")
        (schema,) = connection.execute("PRAGMA user_version").fetchone()
        if schema != SCHEMA:
            connection.execute("DROP TABLE IF EXISTS results")
            connection.execute("DROP TABLE IF EXISTS files")
        for table in TABLES:
            connection.execute(table)
        connection.execute(f"PRAGMA user_version = {SCHEMA}")


def _problem(file: Path, error: sqlite3.Error) -> OutputError:
    if "locked" in str(error):
        return OutputError(f"{file}: another run is writing here; wait for it, or choose another --out")
    if isinstance(error, sqlite3.OperationalError):
        return OutputError(f"{file}: cannot be written ({error}); make the folder writable and free the disk")
    return OutputError(f"{file}: is not a manifest of ravabet ({error}); delete it and run again")
