"""The output folder: refused where it would swallow the input, filled in one go."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pipeline.errors import ConfigError, OutputError

STAGING = ".writing"
LAST = "run.json"


def prepare_output(folder: Path, output: Path) -> None:
    """See that a run may read `folder` and write `output`, and make the output folder.

    Raises:
        ConfigError: The input is no folder, or the output is the input or lies above it.
        OutputError: The output folder cannot be made.
    """
    if not folder.is_dir():
        remedy = "give the folder it lies in" if folder.exists() else "check the path"
        raise ConfigError(f"{folder} is no folder of articles; {remedy}")
    if folder.resolve().is_relative_to(output.resolve()):
        raise ConfigError(f"--out {output} would write among the articles in {folder}; give another folder")
    try:
        output.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        message = f"{output}: cannot be made ({error.strerror}); give another folder to --out"
        raise OutputError(message) from error


@contextmanager
def staged(output: Path) -> Iterator[Path]:
    """A folder whose files take their places in the output folder together, at the end of the block.

    Where the block fails, the output folder stays as it was. Files of other names are never
    touched. `run.json` moves last: where it is new, everything is.

    Raises:
        OutputError: The output folder cannot be written.
    """
    staging = output / STAGING
    try:
        shutil.rmtree(staging, ignore_errors=True)
        staging.mkdir()
        yield staging
        for file in sorted(staging.iterdir(), key=lambda file: (file.name == LAST, file.name)):
            file.replace(output / file.name)
    except OSError as error:
        message = f"{output}: cannot be written ({error.strerror or error}); free space or choose another folder"
        raise OutputError(message) from error
    finally:
        shutil.rmtree(staging, ignore_errors=True)
