"""A fingerprint changes with all that results depend on, and with nothing else."""

from pathlib import Path

import pytest

from pipeline.config import Settings
from pipeline.errors import ConfigError
from pipeline.run.fingerprint import fingerprint


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Settings with a lexicon folder and a models folder of their own."""
    for name, file in (("lexicon", "people.csv"), ("models", "pos.pt")):
        (tmp_path / name).mkdir()
        (tmp_path / name / file).write_text("first")
    return Settings(lexicon=(tmp_path / "lexicon",), models=str(tmp_path / "models"))


def test_it_stays_where_nothing_changed(settings: Settings) -> None:
    assert fingerprint(settings).digest == fingerprint(settings).digest


@pytest.mark.parametrize("file", ["lexicon/people.csv", "models/pos.pt", "lexicon/frames/mine.toml"])
def test_it_changes_with_data_and_models(settings: Settings, tmp_path: Path, file: str) -> None:
    before = fingerprint(settings).digest
    (tmp_path / file).parent.mkdir(exist_ok=True)
    (tmp_path / file).write_text("second")

    assert fingerprint(settings).digest != before


@pytest.mark.parametrize("file", ["lexicon/README.md", "models/MODEL_CARD.md"])
def test_it_stays_where_only_words_about_data_changed(settings: Settings, tmp_path: Path, file: str) -> None:
    before = fingerprint(settings).digest
    (tmp_path / file).write_text("words")

    assert fingerprint(settings).digest == before


def test_the_place_of_the_folders_makes_no_difference(settings: Settings, tmp_path: Path) -> None:
    before = fingerprint(settings).digest
    (tmp_path / "lexicon").rename(tmp_path / "moved")

    moved = Settings(lexicon=(tmp_path / "moved",), models=settings.models)

    assert fingerprint(moved).digest == before


def test_every_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(ConfigError) as caught:
        fingerprint(Settings(lexicon=(tmp_path / "no-lexicon",), models=str(tmp_path / "no-models")))

    assert ("no-lexicon" in str(caught.value), "no-models" in str(caught.value)) == (True, True)
