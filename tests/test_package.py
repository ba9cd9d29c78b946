"""What is installed holds all that a run needs."""

import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SUFFIXES = {".py", ".csv", ".toml", ".tsv", ".pt", ".json", ".gz", ".txt", ".typed"}


@pytest.fixture(scope="module")
def wheel_names(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """The names of all files in a wheel, built from a copy so that nothing built earlier gets in."""
    folder = tmp_path_factory.mktemp("wheel")
    shutil.copytree(ROOT / "pipeline", folder / "pipeline", ignore=shutil.ignore_patterns("__pycache__"))
    for file in (*ROOT.glob("*.md"), ROOT / "pyproject.toml", ROOT / "LICENSE"):
        shutil.copy(file, folder)
    command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation", "."]
    subprocess.run(command, check=True, capture_output=True, cwd=folder)
    with zipfile.ZipFile(next(folder.glob("*.whl"))) as archive:
        return set(archive.namelist())


def test_the_wheel_holds_every_module_and_data_file(wheel_names: set[str]) -> None:
    files = (path for path in (ROOT / "pipeline").rglob("*") if path.is_file() and path.suffix in SUFFIXES)

    missing = {path.relative_to(ROOT).as_posix() for path in files} - wheel_names

    assert missing == set()


def test_the_wheel_holds_the_licence_and_nothing_but_the_package(wheel_names: set[str]) -> None:
    tops = {name.split("/")[0] for name in wheel_names}

    assert {top.split("-")[0] for top in tops} == {"pipeline", "ravabet"}
    assert any(name.endswith("licenses/LICENSE") for name in wheel_names)
