"""The manifest keeps results under their content, is held by one run, and says what is wrong with it."""

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest
from run_inputs import article

from pipeline.errors import OutputError
from pipeline.model import ArticleResult
from pipeline.run.manifest import NAME, entry_of, open_manifest


def result_of(text: str = "IRN met RUS") -> ArticleResult:
    return ArticleResult(article("a", text), 1, 3, (), (), (), ())


def test_a_result_is_there_after_reopening(tmp_path: Path) -> None:
    result = result_of()
    entry = entry_of(result.article, "digest")
    with open_manifest(tmp_path) as manifest:
        manifest.store(entry.key, result)

    with open_manifest(tmp_path) as manifest:
        assert (manifest.keys(), manifest.load(entry)) == ({entry.key}, result)


def test_a_moved_article_keeps_its_result_and_has_its_new_place(tmp_path: Path) -> None:
    result = result_of()
    moved = replace(result.article, path="new/place.csv", record="3", sha256="other")
    with open_manifest(tmp_path) as manifest:
        manifest.store(entry_of(result.article, "digest").key, result)

        assert manifest.load(entry_of(moved, "digest")) == replace(result, article=moved)


@pytest.mark.parametrize(
    ("text", "published", "digest"),
    [("other", "", "digest"), ("IRN met RUS", "2019", "digest"), ("IRN met RUS", "", "other lexicon")],
)
def test_another_text_date_or_fingerprint_has_another_key(text: str, published: str, digest: str) -> None:
    one = article("a", text, published=published)

    assert entry_of(one, digest).key != entry_of(result_of().article, "digest").key


def test_what_is_not_kept_is_forgotten(tmp_path: Path) -> None:
    entry = entry_of(article(), "digest")
    with open_manifest(tmp_path) as manifest:
        manifest.store("old", result_of())
        manifest.store("new", result_of())
        manifest.store_file("old file", [entry])
        manifest.store_file("new file", [entry])

        manifest.keep_only({"new"}, {"new file"})

        assert manifest.keys() == {"new"}
        assert (manifest.load_file("old file"), manifest.load_file("new file")) == (None, (entry,))


def test_one_run_at_a_time(tmp_path: Path) -> None:
    with open_manifest(tmp_path), pytest.raises(OutputError, match="another run is writing here"):  # noqa: SIM117
        with open_manifest(tmp_path):
            pass


def test_no_side_files_are_left(tmp_path: Path) -> None:
    with open_manifest(tmp_path) as manifest:
        manifest.store("key", result_of())

    assert [file.name for file in tmp_path.iterdir()] == [NAME]


def test_a_file_that_is_no_manifest_is_named(tmp_path: Path) -> None:
    (tmp_path / NAME).write_text("not a database, and long enough not to be taken for an empty one" * 20)

    with pytest.raises(OutputError, match=r"manifest\.sqlite: is not a manifest"), open_manifest(tmp_path):
        pass


def test_a_manifest_of_another_schema_starts_afresh(tmp_path: Path) -> None:
    with open_manifest(tmp_path) as manifest:
        manifest.store("key", result_of())
    with sqlite3.connect(tmp_path / NAME) as connection:
        connection.execute("PRAGMA user_version = 99")
    connection.close()

    with open_manifest(tmp_path) as manifest:
        assert manifest.keys() == set()
