"""What a result depends on besides its article: code, libraries, data files and models, as hashes."""

import hashlib
import json
from dataclasses import asdict, dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import pipeline
from pipeline.config import Settings
from pipeline.errors import ConfigError
from pipeline.run.stages import MODELS, PACKAGE, lexicon_folders, models_folder

LIBRARIES = ("hazm", "stanza", "torch", "trafilatura")
AFTER_ANALYSIS = ("cli", "compare", "evaluate", "export", "graph")


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """Version, libraries and hashes; equal fingerprints and equal articles give equal results."""

    version: str
    code: str
    libraries: dict[str, str]
    lexicon: str
    models: dict[str, str]

    @property
    def digest(self) -> str:
        """The whole as one hash."""
        return hashlib.sha256(json.dumps(asdict(self), sort_keys=True).encode()).hexdigest()


def fingerprint(settings: Settings) -> Fingerprint:
    """Hash everything that the settings name and the analysis reads.

    Raises:
        ConfigError: A folder that the settings name does not exist.
    """
    folders = (*lexicon_folders(settings), models_folder(settings))
    missing = [str(folder) for folder in folders if not folder.is_dir()]
    if missing:
        message = f"no such folder: {', '.join(missing)}; give folders that exist to --lexicon and --models"
        raise ConfigError(message)
    return Fingerprint(
        version=pipeline.__version__,
        code=_hash_files([file for file in PACKAGE.rglob("*.py") if not _after_analysis(file)], PACKAGE),
        libraries={name: _version(name) for name in LIBRARIES},
        lexicon=_hash_folders(lexicon_folders(settings)),
        models=_models((MODELS, models_folder(settings))),
    )


def _models(folders: tuple[Path, ...]) -> dict[str, str]:
    """The hash of every model file by name; a file of a later folder stands for one of the same name."""
    files = {file.name: file for folder in folders for file in folder.iterdir() if file.is_file()}
    return {name: _hash_file(file) for name, file in sorted(files.items()) if file.suffix != ".md"}


def _after_analysis(file: Path) -> bool:
    return file.relative_to(PACKAGE).parts[0] in AFTER_ANALYSIS


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""


def _hash_folders(folders: tuple[Path, ...]) -> str:
    digests = [_hash_files(list(_data_files(folder)), folder) for folder in folders]
    return hashlib.sha256("\n".join(digests).encode()).hexdigest()


def _data_files(folder: Path) -> list[Path]:
    return [file for file in folder.rglob("*") if file.is_file() and file.suffix in {".csv", ".toml", ".tsv", ".txt"}]


def _hash_files(files: list[Path], base: Path) -> str:
    lines = sorted(f"{file.relative_to(base).as_posix()} {_hash_file(file)}" for file in files)
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def _hash_file(file: Path) -> str:
    with file.open("rb") as handle:
        return hashlib.file_digest(handle, "sha256").hexdigest()
