"""Folders of models: what is missing or damaged is said before any text is read."""

from pathlib import Path

import pytest

from pipeline.errors import ModelError
from pipeline.tag.bundle import open_bundle
from pipeline.tag.tagger import DEFAULT_MODELS, Tagger

COMPLETE = '[pos]\nfile="p.pt"\n[lemma]\nfile="l.pt"\n[depparse]\nfile="d.pt"\n[ner]\nfile="n.pt"\n'


def bundle_folder(folder: Path, index: str, files: str) -> Path:
    (folder / "models.toml").write_text(index, encoding="utf-8")
    for name in files.split():
        (folder / name).write_bytes(name.encode())
    return folder


def test_a_complete_folder_names_the_files_of_every_task(tmp_path: Path) -> None:
    bundle = open_bundle(bundle_folder(tmp_path, COMPLETE, "p.pt l.pt d.pt n.pt"))

    assert [path.name for path in bundle.files] == ["d.pt", "l.pt", "n.pt", "p.pt"]
    assert bundle.settings["ner_model_path"] == str(tmp_path / "n.pt")


def test_hashes_are_those_of_the_files(tmp_path: Path) -> None:
    hashes = open_bundle(bundle_folder(tmp_path, COMPLETE, "p.pt l.pt d.pt n.pt")).hashes()

    assert list(hashes) == ["d.pt", "l.pt", "n.pt", "p.pt"]
    assert hashes["p.pt"] == "d28ce86f58c239abacb887b857f393eee64d0b47174b71e6d2b4395a964e9138"


@pytest.mark.parametrize(
    ("index", "files", "expected"),
    [
        (COMPLETE, "p.pt l.pt d.pt", "n.pt is missing"),
        (COMPLETE, "p.pt", "d.pt is missing; l.pt is missing; n.pt is missing"),
        (COMPLETE.replace("[ner]", "[other]"), "p.pt l.pt d.pt n.pt", "[ner] with the name of its file is missing"),
        ('spelling = "loud"\n' + COMPLETE, "p.pt l.pt d.pt n.pt", "spelling = 'loud' is not one of folded, as-is"),
        ("[pos", "", "not valid TOML"),
    ],
)
def test_every_problem_is_named_with_a_remedy(tmp_path: Path, index: str, files: str, expected: str) -> None:
    with pytest.raises(ModelError) as caught:
        open_bundle(bundle_folder(tmp_path, index, files))

    assert expected in str(caught.value)
    assert str(tmp_path / "models.toml") in str(caught.value)


def test_a_folder_without_an_index_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="cannot be read"):
        open_bundle(tmp_path)


def test_a_damaged_file_is_named(tmp_path: Path) -> None:
    """Loading stops at the file that is no model, not somewhere inside torch."""
    for path in DEFAULT_MODELS.glob("*.pt"):
        (tmp_path / path.name).symlink_to(path)
    broken = tmp_path / "lemma.pt"
    broken.unlink()
    broken.write_bytes(b"not a model")
    (tmp_path / "models.toml").write_bytes((DEFAULT_MODELS / "models.toml").read_bytes())

    with pytest.raises(ModelError, match=r"lemma\.pt is damaged"):
        Tagger(tmp_path)
