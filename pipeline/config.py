"""What a run can be told: one frozen value, from defaults, a TOML file and the command's options.

Later sources win: defaults, then `ravabet.toml`, then options. A key that is not
known is refused with the nearest one that is, so that a typing slip never runs.
"""

import difflib
import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any

from pipeline.errors import ConfigError


def usable_cores() -> int:
    """The number of cores that this process may use; at least one."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings of a run, resolved; the keys of `ravabet.toml` bear the same names.

    Attributes:
        jobs: Worker processes; 0 analyses in the command's own process, without deadlines.
        batch: Articles that a worker is handed at once; changes speed only.
        timeout: Seconds that one article may take before it is set aside.
        limit: Articles to read at most, in path order; 0 reads all.
        min_confidence: Relations less certain than this are left out of every table.
        duplicates: Share of common word sequences from which two articles are the same story.
        lexicon: Folders of the user's own data files, merged over the built-in ones in this order.
        models: Folder of trained models; empty takes the built-in ones.
        fail_fast: Stop at the first article that fails.
        encoding: Encoding of all files; empty finds out.
        fields: For a part of an article, names of fields to take it from before the known ones.
    """

    jobs: int = 0
    batch: int = 16
    timeout: float = 120.0
    limit: int = 0
    min_confidence: float = 0.0
    duplicates: float = 0.7
    lexicon: tuple[Path, ...] = ()
    models: str = ""
    fail_fast: bool = False
    encoding: str = ""
    fields: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


LIMITS: dict[str, tuple[float, float]] = {
    "jobs": (0, 1024),
    "batch": (1, 4096),
    "timeout": (0.1, 86400),
    "limit": (0, 10**12),
    "min_confidence": (0, 1),
    "duplicates": (0.1, 1),
}


def load_settings(file: Path | None = None, options: Mapping[str, Any] | None = None) -> Settings:
    """The settings that result from defaults, a TOML file and options; options that are None say nothing.

    Raises:
        ConfigError: The file cannot be read, or a key or value is not one that is known.
    """
    settings = Settings(jobs=usable_cores())
    if file is not None:
        settings = _merge(settings, _read(file), str(file), file.parent)
    given = {key: value for key, value in (options or {}).items() if value is not None}
    return _merge(settings, given, "options", Path())


def _read(file: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(file.read_text(encoding="utf-8-sig"))
    except OSError as error:
        message = f"{file}: cannot be read ({error.strerror}); give --config an existing TOML file"
        raise ConfigError(message) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        message = f"{file}: is not TOML ({error}); correct the line named"
        raise ConfigError(message) from error


def _merge(settings: Settings, given: Mapping[str, Any], place: str, base: Path) -> Settings:
    known = {item.name: getattr(settings, item.name) for item in fields(Settings)}
    problems = [_unknown(key, list(known)) for key in given if key not in known]
    values: dict[str, Any] = {}
    for key in given.keys() & known.keys():
        try:
            values[key] = _value(key, given[key], known[key], base)
        except ValueError as error:
            problems.append(str(error))
    if problems:
        raise ConfigError("; ".join(f"{place}: {problem}" for problem in sorted(problems)))
    return replace(settings, **values)


def _unknown(key: str, known: list[str]) -> str:
    near = difflib.get_close_matches(key, known, n=1)
    remedy = f"did you mean {near[0]!r}?" if near else f"known are {', '.join(known)}"
    return f"unknown key {key!r}; {remedy}"


def _value(key: str, value: Any, default: Any, base: Path) -> Any:
    if key == "lexicon":
        return tuple(base / folder for folder in _folders(value))
    if key == "models":
        return str(base / value) if value else ""
    if key == "fields":
        return _field_names(value)
    _check_type(key, value, default)
    _check_range(key, value)
    return float(value) if isinstance(default, float) else value


def _folders(value: Any) -> list[Any]:
    if isinstance(value, list | tuple) and all(isinstance(folder, str | Path) for folder in value):
        return list(value)
    message = f'lexicon = {value!r} is not a list of folders; write lexicon = ["folder"]'
    raise ValueError(message)


def _field_names(value: Any) -> dict[str, tuple[str, ...]]:
    if isinstance(value, Mapping) and all(isinstance(names, list | tuple) for names in value.values()):
        return {part: tuple(str(name) for name in names) for part, names in value.items()}
    message = f'fields = {value!r} is not a table of lists; write [fields] and below it title = ["headline"]'
    raise ValueError(message)


def _check_range(key: str, value: Any) -> None:
    if key not in LIMITS:
        return
    low, high = LIMITS[key]
    if not low <= value <= high:
        message = f"{key} = {value} is out of range; give a number from {low:g} to {high:g}"
        raise ValueError(message)


def _check_type(key: str, value: Any, default: Any) -> None:
    wanted: tuple[type, ...] = (int, float) if isinstance(default, float) else (type(default),)
    if type(value) not in wanted:
        message = f"{key} = {value!r} is not a {type(default).__name__}; give one like {key} = {str(default).lower()}"
        raise ValueError(message)
