"""Persian labels in matplotlib figures."""

from importlib import import_module
from importlib.metadata import PackageNotFoundError, version

from pipeline.errors import ConfigError

_SHAPES_ITSELF = (3, 11)  # from this matplotlib on, text is shaped and ordered by the library


def persian_label(text: str) -> str:
    """The text as matplotlib must be given it, so that letters join and run from right to left.

    Raises:
        ConfigError: matplotlib or a package that an older one needs is not installed.
    """
    return text if matplotlib_version() >= _SHAPES_ITSELF else _shaped(text)


def matplotlib_version() -> tuple[int, int]:
    """Major and minor version of the matplotlib that is installed."""
    try:
        major, minor = version("matplotlib").split(".")[:2]
    except PackageNotFoundError as error:
        raise _not_installed("matplotlib") from error
    return int(major), int(minor)


def _shaped(text: str) -> str:
    """Letters in the forms they have in the word, in the order in which they are drawn."""
    try:
        reshaper, bidi = import_module("arabic_reshaper"), import_module("bidi.algorithm")
    except ModuleNotFoundError as error:
        raise _not_installed(error.name or "arabic_reshaper") from error
    lines = (bidi.get_display(reshaper.reshape(line)) for line in text.split("\n"))
    return "\n".join(str(line) for line in lines)


def _not_installed(package: str) -> ConfigError:
    return ConfigError(f"{package} is not installed, and plots need it: pip install 'ravabet[notebook]'")
