"""Files that are whole or not there."""

import pytest

from pipeline.errors import OutputError
from pipeline.export import replacing


def test_a_complete_file_takes_its_place(tmp_path):
    with replacing(tmp_path / "new" / "a.txt") as file:
        file.write(b"whole")

    assert (tmp_path / "new" / "a.txt").read_bytes() == b"whole"


def fail_half_way(place):
    with replacing(place) as file:
        file.write(b"half")
        raise ZeroDivisionError


def test_after_a_failure_the_old_file_stands_alone(tmp_path):
    place = tmp_path / "a.txt"
    place.write_bytes(b"old")

    with pytest.raises(ZeroDivisionError):
        fail_half_way(place)

    assert place.read_bytes() == b"old"
    assert [place] == list(tmp_path.iterdir())


def test_a_full_disk_is_reported_with_file_and_remedy(tmp_path):
    with (
        pytest.raises(OutputError, match=r"a\.txt: cannot be written \(No space left on device\); free space"),
        replacing(tmp_path / "a.txt"),
    ):
        raise OSError(28, "No space left on device")


def test_a_folder_that_cannot_be_made_is_reported(tmp_path):
    (tmp_path / "file").write_text("")

    with pytest.raises(OutputError, match="choose another folder"), replacing(tmp_path / "file" / "a.txt"):
        pass
