"""Settings come from defaults, file and options, in this order, and a slip never passes."""

from pathlib import Path

import pytest

from pipeline.config import Settings, load_settings, usable_cores
from pipeline.errors import ConfigError


def write(folder: Path, text: str) -> Path:
    file = folder / "ravabet.toml"
    file.write_text(text, encoding="utf-8")
    return file


def test_defaults_use_all_cores_of_the_process() -> None:
    expected = Settings(jobs=usable_cores())

    assert load_settings() == expected


def test_a_file_overrides_defaults_and_options_override_the_file(tmp_path: Path) -> None:
    file = write(tmp_path, "jobs = 3\ntimeout = 5\nmin_confidence = 0.25\n")

    settings = load_settings(file, {"jobs": 1, "limit": None})

    assert (settings.jobs, settings.timeout, settings.min_confidence, settings.limit) == (1, 5.0, 0.25, 0)


def test_folders_in_a_file_are_relative_to_the_file(tmp_path: Path) -> None:
    file = write(tmp_path, 'lexicon = ["mine"]\nmodels = "trained"\n')

    settings = load_settings(file)

    assert (settings.lexicon, settings.models) == ((tmp_path / "mine",), str(tmp_path / "trained"))


def test_fields_are_lists_of_names_by_part(tmp_path: Path) -> None:
    file = write(tmp_path, '[fields]\ntitle = ["headline", "تیتر"]\n')

    assert load_settings(file).fields == {"title": ("headline", "تیتر")}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("job = 2", "unknown key 'job'; did you mean 'jobs'?"),
        ("xyz = 2", "unknown key 'xyz'; known are jobs, batch"),
        ('jobs = "two"', "jobs = 'two' is not a int; give one like jobs ="),
        ("jobs = true", "jobs = True is not a int"),
        ("jobs = -1", "jobs = -1 is out of range; give a number from 0 to 1024"),
        ("min_confidence = 1.5", "min_confidence = 1.5 is out of range; give a number from 0 to 1"),
        ('lexicon = "mine"', 'write lexicon = ["folder"]'),
        ('fields = "title"', "is not a table of lists"),
        ("jobs = ", "is not TOML"),
    ],
)
def test_what_cannot_be_meant_is_refused_with_the_remedy(tmp_path: Path, text: str, expected: str) -> None:
    file = write(tmp_path, text)

    with pytest.raises(ConfigError) as caught:
        load_settings(file)

    assert expected in str(caught.value)
    assert str(file) in str(caught.value)


def test_all_problems_are_told_at_once(tmp_path: Path) -> None:
    file = write(tmp_path, "job = 2\nbatch = 0\n")

    with pytest.raises(ConfigError) as caught:
        load_settings(file)

    assert ("'job'" in str(caught.value), "batch = 0" in str(caught.value)) == (True, True)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"nowhere\.toml: cannot be read"):
        load_settings(tmp_path / "nowhere.toml")
