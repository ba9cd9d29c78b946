"""Walk a folder of articles in one stable order and read each file by its ending.

Whatever goes wrong with a file or with a record in it becomes a failure; the others go on.
"""

import hashlib
import os
import stat
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from pipeline.errors import ReadError
from pipeline.model import Article, Failure
from pipeline.read.decode import decode
from pipeline.read.markdown import read_markdown
from pipeline.read.options import ReadOptions
from pipeline.read.plain import read_plain
from pipeline.read.record import Record, Refusal, to_article
from pipeline.read.structured import read_json, read_json_lines
from pipeline.read.table import read_table
from pipeline.read.web import read_html

Reader = Callable[[str, ReadOptions], Iterator[Record | Refusal]]

READERS: Mapping[str, Reader] = {
    ".md": read_markdown,
    ".markdown": read_markdown,
    ".html": read_html,
    ".htm": read_html,
    ".xhtml": read_html,
    ".txt": read_plain,
    ".text": read_plain,
    "": read_plain,
    ".json": read_json,
    ".jsonl": read_json_lines,
    ".ndjson": read_json_lines,
    ".csv": read_table,
    ".tsv": read_table,
}


def read_folder(folder: Path, options: ReadOptions) -> Iterator[Article | Failure]:
    """The articles of a folder and what could not be read, in the order of `find_files`.

    Identical articles keep identical ids; telling them apart is left to the caller.

    Raises:
        ReadError: The folder does not exist or is none.
    """
    for path in find_files(folder):
        yield from read_file(folder, path, options)


def find_files(folder: Path) -> list[Path]:
    """All files of a folder and the folders in it, sorted by their path in the folder.

    Hidden files and folders are left out and linked folders are not entered. A folder
    that cannot be listed stands in the list itself, so that reading it is a failure.

    Raises:
        ReadError: The folder does not exist or is none.
    """
    if not folder.is_dir():
        remedy = "give the folder it lies in" if folder.exists() else "check the path"
        raise ReadError(f"{folder} is no folder of articles; {remedy}")
    found: list[Path] = []

    def unlisted(error: OSError) -> None:
        found.append(Path(error.filename))

    for root, folders, names in os.walk(folder, onerror=unlisted):
        folders[:] = [name for name in folders if not name.startswith(".")]
        found += [path for name in names if not name.startswith(".") and _is_file(path := Path(root, name))]
    return sorted(found, key=lambda path: os.fsencode(path.relative_to(folder).as_posix()))


def read_file(folder: Path, path: Path, options: ReadOptions) -> Iterator[Article | Failure]:
    """The articles of one file of the folder and what could not be read of it; nothing is raised."""
    name = path_name(folder, path)
    try:
        data = path.read_bytes()
        sha256 = hashlib.sha256(data).hexdigest()
        reader = _reader(path)
        decoded = decode(_not_empty(data), options.encoding)
        for record in reader(decoded.text, options):
            if isinstance(record, Refusal):
                yield Failure(name, record.record, "read", record.reason, record.exception)
            else:
                yield to_article(record, name, decoded.encoding, sha256)
    except OSError as error:
        yield Failure(name, "", "read", f"cannot be opened: {error.strerror}; check its rights", type(error).__name__)
    except ReadError as error:
        yield Failure(name, "", "read", str(error), type(error.__cause__).__name__ if error.__cause__ else "")
    except Exception as error:  # the libraries below may raise anything on hostile input; one file must not end a run
        reason = f"cannot be read: {error or 'no reason given'}; look whether the file is whole"
        yield Failure(name, "", "read", reason, type(error).__name__)


def path_name(folder: Path, path: Path) -> str:
    """The path within the folder as text; bytes of a name that are no UTF-8 are written as `\\xNN`."""
    return os.fsencode(path.relative_to(folder).as_posix()).decode("utf-8", "backslashreplace")


def _is_file(path: Path) -> bool:
    """Whether a path, links resolved, is a regular file; pipes, sockets and dangling links are none."""
    try:
        return stat.S_ISREG(path.stat().st_mode)
    except OSError:
        return False


def _reader(path: Path) -> Reader:
    reader = READERS.get(path.suffix.lower())
    if reader is None:
        known = " ".join(ending for ending in READERS if ending)
        raise ReadError(f"files ending in {path.suffix} are not read ({known} are); convert the file or take it away")
    return reader


def _not_empty(data: bytes) -> bytes:
    if not data.strip():
        raise ReadError("empty: the file holds nothing; fill it or take it away")
    return data
