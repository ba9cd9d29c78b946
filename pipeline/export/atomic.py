"""Files that are whole or not there: written beside their place, then moved onto it."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from pipeline.errors import OutputError


@contextmanager
def replacing(path: Path) -> Iterator[BinaryIO]:
    """A binary file that takes the place of `path` once it is complete and on disk.

    Where the block fails, what stood at `path` stays as it was and nothing else is left behind.

    Raises:
        OutputError: The disk or the folder refuses; what other errors the block raises pass through.
    """
    temporary = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with temporary.open("wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    except OSError as error:
        message = f"{path}: cannot be written ({error.strerror or error}); free space or choose another folder"
        raise OutputError(message) from error
    finally:
        with suppress(OSError):
            temporary.unlink()
