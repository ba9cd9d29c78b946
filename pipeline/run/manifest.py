"""What is done: the result of every article, kept in one SQLite file between runs.

A result is filed under a hash of the article as read and of all that its analysis
depends on; what has changed in any of them is simply not found. Failures are not
kept, so that the next run tries them again.
"""

import hashlib
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from pipeline.errors import OutputError
from pipeline.model import Article, ArticleResult
from pipeline.run.codec import decode, encode

NAME = "manifest.sqlite"
SCHEMA = 1
TABLE = "CREATE TABLE IF NOT EXISTS results (key TEXT PRIMARY KEY, path TEXT, record TEXT, payload BLOB) WITHOUT ROWID"


def article_key(article: Article, digest: str) -> str:
    """The key under which the result of an article stands, given the digest of the run's fingerprint."""
    return hashlib.sha256(digest.encode() + encode(article)).hexdigest()


class Manifest:
    """The open manifest of an output folder; one run at a time holds it."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def keys(self) -> set[str]:
        """The keys of all results that are kept."""
        return {key for (key,) in self._connection.execute("SELECT key FROM results")}

    def store(self, results: Iterable[tuple[str, ArticleResult]]) -> None:
        """Keep results, all or none; when this returns they survive a crash."""
        with self._connection:
            self._connection.executemany("INSERT OR REPLACE INTO results VALUES (?, ?, ?, ?)", map(_row, results))

    def load(self, keys: Iterable[str]) -> Iterator[ArticleResult]:
        """The results of keys, in the order of the keys."""
        for key in keys:
            (payload,) = self._connection.execute("SELECT payload FROM results WHERE key = ?", (key,)).fetchone()
            yield decode(ArticleResult, payload)

    def keep_only(self, keys: set[str]) -> None:
        """Forget the results of all other keys: articles that were changed or deleted."""
        gone = [(key,) for key in self.keys() - keys]
        with self._connection:
            self._connection.executemany("DELETE FROM results WHERE key = ?", gone)


def _row(item: tuple[str, ArticleResult]) -> tuple[str, str, str, bytes]:
    key, result = item
    return key, result.article.path, result.article.record, encode(result)


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
    """Lock the file and make its table; a manifest of another schema starts afresh."""
    with connection:
        connection.execute("BEGIN EXCLUSIVE")
        (schema,) = connection.execute("PRAGMA user_version").fetchone()
        if schema != SCHEMA:
            connection.execute("DROP TABLE IF EXISTS results")
        connection.execute(TABLE)
        connection.execute(f"PRAGMA user_version = {SCHEMA}")


def _problem(file: Path, error: sqlite3.Error) -> OutputError:
    if "locked" in str(error):
        return OutputError(f"{file}: another run is writing here; wait for it, or choose another --out")
    if isinstance(error, sqlite3.OperationalError):
        return OutputError(f"{file}: cannot be written ({error}); make the folder writable and free the disk")
    return OutputError(f"{file}: is not a manifest of ravabet ({error}); delete it and run again")
