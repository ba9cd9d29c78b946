"""Find the trained models of a folder and say what is wrong with them before any text is read.

A folder of models holds a `models.toml` that names its files:

    spelling = "folded"                # or "as-is": see `pipeline.tag.spelling`
    [pos]                              # likewise [lemma], [depparse], [ner]
    file = "pos.pt"
    pretrain = "vectors.pt"            # word vectors; also forward_charlm, backward_charlm
    [ner]
    file = "ner.pt"
    pretrain = "vectors.pt"
    kinds = {pers = "PER", loc = "LOC", org = "ORG"}   # how the model's own kinds are called here
"""

import hashlib
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pipeline.errors import ModelError

INDEX = "models.toml"
TASKS = ("pos", "lemma", "depparse", "ner")
SPELLINGS = ("folded", "as-is")
_FILE_KEYS = ("file", "pretrain", "forward_charlm", "backward_charlm")


@dataclass(frozen=True, slots=True)
class Bundle:
    """The models of one folder; every file named exists.

    `settings` are the paths under the names that a stanza pipeline knows them by.
    """

    folder: Path
    settings: Mapping[str, str]
    files: tuple[Path, ...]
    folded: bool = True
    kinds: Mapping[str, str] = field(default_factory=dict)

    def hashes(self) -> dict[str, str]:
        """The SHA-256 of every file, by file name, in the order of names."""
        return {path.name: _sha256(path) for path in sorted(self.files)}


def open_bundle(folder: Path) -> Bundle:
    """Read a folder's index and check that all files it names are there.

    Raises:
        ModelError: The index or a file is missing, or the index is not understood; all problems in one message.
    """
    index = _read_index(folder)
    problems = [f"[{task}] with the name of its file is missing" for task in TASKS if not _named(index, task)]
    spelling = index.get("spelling", SPELLINGS[0])
    if spelling not in SPELLINGS:
        problems.append(f"spelling = {spelling!r} is not one of {', '.join(SPELLINGS)}")
    settings = {} if problems else _settings(folder, index)
    files = tuple(sorted({Path(value) for value in settings.values()}))
    problems += [f"{path.name} is missing" for path in files if not path.is_file()]
    if problems:
        remedy = "Give a complete folder of models, or rebuild it (training/README.md)."
        raise ModelError(f"{folder / INDEX}: {'; '.join(problems)}. {remedy}")
    kinds = index["ner"].get("kinds", {})
    return Bundle(folder, settings, files, spelling == SPELLINGS[0], kinds)


def _read_index(folder: Path) -> dict[str, Any]:
    path = folder / INDEX
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        message = f"{path} cannot be read ({error.strerror}). Name a folder of trained models, or leave the option out."
        raise ModelError(message) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ModelError(f"{path} is not valid TOML: {error}. Correct it, or take a fresh copy.") from error


def _named(index: dict[str, Any], task: str) -> bool:
    table = index.get(task)
    return isinstance(table, dict) and isinstance(table.get("file"), str)


def _settings(folder: Path, index: dict[str, Any]) -> dict[str, str]:
    settings = {}
    for task in TASKS:
        for key in _FILE_KEYS:
            if key in index[task]:
                name = "model" if key == "file" else key
                settings[f"{task}_{name}_path"] = str(folder / str(index[task][key]))
    return settings


def _sha256(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
