"""The output folder is filled in one go or not at all."""

from pathlib import Path

import pytest

from pipeline.errors import ConfigError, OutputError
from pipeline.run.folders import prepare_output, staged


def test_files_take_their_places_at_the_end(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("old")
    with staged(tmp_path) as staging:
        (staging / "a.csv").write_text("new")
        (staging / "run.json").write_text("{}")

        assert (tmp_path / "a.csv").read_text() == "old"

    assert {file.name: file.read_text() for file in tmp_path.iterdir()} == {"a.csv": "new", "run.json": "{}"}


def test_nothing_changes_where_the_block_fails(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("old")

    def write_half() -> None:
        with staged(tmp_path) as staging:
            (staging / "a.csv").write_text("new")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        write_half()

    assert {file.name: file.read_text() for file in tmp_path.iterdir()} == {"a.csv": "old"}


def test_run_json_moves_last(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    moved = []
    replace = Path.replace
    monkeypatch.setattr(Path, "replace", lambda self, target: (moved.append(self.name), replace(self, target))[1])
    with staged(tmp_path) as staging:
        for name in ("timing.json", "run.json", "texts.parquet"):
            (staging / name).write_text("")

    assert moved == ["texts.parquet", "timing.json", "run.json"]


def test_what_a_killed_run_left_is_cleared_away(tmp_path: Path) -> None:
    (tmp_path / ".writing").mkdir()
    (tmp_path / ".writing" / "half.csv").write_text("half")

    with staged(tmp_path):
        pass

    assert list(tmp_path.iterdir()) == []


def test_a_refusal_of_the_disk_names_folder_and_remedy(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match=r"No space left on device.*free space"), staged(tmp_path):
        raise OSError(28, "No space left on device")


def test_an_input_that_is_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "news.md").write_text("news")

    with pytest.raises(ConfigError, match="is no folder of articles; give the folder it lies in"):
        prepare_output(tmp_path / "news.md", tmp_path / "out")


def test_an_output_that_is_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "out").write_text("mine")

    with pytest.raises(OutputError, match="cannot be made"):
        prepare_output(tmp_path / "in", tmp_path / "out")


def test_a_linked_output_above_the_input_is_refused(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "link").symlink_to(tmp_path)

    with pytest.raises(ConfigError, match="give another folder"):
        prepare_output(tmp_path / "in", tmp_path / "link")
