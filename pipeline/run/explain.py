"""What the stages make of one file, with all that they decided on the way."""

from collections.abc import Iterator
from pathlib import Path

from pipeline.config import Settings
from pipeline.errors import ConfigError
from pipeline.model import Failure
from pipeline.read import read_file
from pipeline.run.analyze import Analysis, examine
from pipeline.run.intake import read_options
from pipeline.run.stages import load_stages
from pipeline.run.workers import Loader


def explain(
    file: Path, settings: Settings, record: str = "", load: Loader = load_stages
) -> Iterator[Analysis | Failure]:
    """Take each article of a file, or the one record named, through all stages.

    Raises:
        ConfigError: There is no such file, or no such record in it.
    """
    if not file.is_file():
        message = f"{file} is no file; give one file with an article"
        raise ConfigError(message)
    items = [item for item in read_file(file.parent, file, read_options(settings)) if record in ("", item.record)]
    if not items:
        message = f"{file} has no record {record!r}; leave --record out to see all"
        raise ConfigError(message)
    stages = load(settings)
    for item in items:
        if isinstance(item, Failure):
            yield item
        else:
            yield from examine([item], stages)
