"""Whole runs: resumed, repeated, broken off; the same bytes whatever the way."""

import json
import random
import shutil
from pathlib import Path
from typing import Any

import fake_stages
import pytest
from run_inputs import column, run_fake, tables, write_articles

from pipeline.config import load_settings
from pipeline.errors import ConfigError, OutputError, RunError
from pipeline.run.batch import Progress, run


@pytest.fixture
def log(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file in which `load_counting` notes every article that is analysed."""
    file = tmp_path / "log"
    file.write_text("")
    monkeypatch.setenv("RAVABET_TEST_LOG", str(file))
    return file


def analysed(log: Path) -> list[str]:
    names = log.read_text().split()
    log.write_text("")
    return names


def run_noted(folder: Path, output: Path, **options: Any) -> None:
    run_fake(folder, output, fake_stages.load_counting, **options)


def test_a_run_writes_all_its_files(tmp_path: Path) -> None:
    folder = write_articles(tmp_path / "in", "a", "b")

    run_fake(folder, tmp_path / "out")

    names = {file.name for file in (tmp_path / "out").iterdir()}
    assert names >= {"articles.csv", "relations.parquet", "graph.gexf", "run.json", "timing.json", "manifest.sqlite"}
    assert [name for name in names if name.startswith(".")] == []


def test_a_second_run_analyses_nothing_and_changes_no_byte(tmp_path: Path, log: Path) -> None:
    folder, output = write_articles(tmp_path / "in", "a", "b"), tmp_path / "out"
    run_noted(folder, output)
    before = tables(output)
    assert analysed(log) == ["a.txt", "b.txt"]

    run_noted(folder, output)

    assert (analysed(log), tables(output)) == ([], before)


def test_only_what_is_new_or_changed_is_analysed(tmp_path: Path, log: Path) -> None:
    folder, output = write_articles(tmp_path / "in", "a", "b", "c"), tmp_path / "out"
    run_noted(folder, output)
    analysed(log)
    (folder / "b.txt").write_text("News\n\nTUR met RUS.")
    write_articles(folder, "d")

    run_noted(folder, output)

    assert analysed(log) == ["b.txt", "d.txt"]


def test_a_changed_record_leaves_the_other_records_of_its_file_alone(tmp_path: Path, log: Path) -> None:
    folder, output = tmp_path / "in", tmp_path / "out"
    folder.mkdir()
    file = folder / "news.jsonl"
    lines = [json.dumps({"title": f"News {number}", "text": f"IRN met RUS at {number}."}) for number in range(3)]
    file.write_text("\n".join(lines))
    run_noted(folder, output)
    analysed(log)
    lines[1] = lines[1].replace("RUS", "TUR")
    file.write_text("\n".join(lines))

    run_noted(folder, output)

    assert analysed(log) == ["news.jsonl"]
    assert sorted(column(output, "mentions", "entity_id")) == ["IRN", "IRN", "IRN", "RUS", "RUS", "TUR"]


def test_a_moved_file_is_not_analysed_again(tmp_path: Path, log: Path) -> None:
    folder, output = write_articles(tmp_path / "in", "a"), tmp_path / "out"
    run_noted(folder, output)
    analysed(log)
    (folder / "a.txt").rename(folder / "z.txt")

    run_noted(folder, output)

    assert (analysed(log), column(output, "articles", "path")) == ([], ["z.txt"])


def test_deleted_articles_vanish(tmp_path: Path) -> None:
    folder, output = write_articles(tmp_path / "in", "a", "b"), tmp_path / "out"
    run_fake(folder, output)
    (folder / "a.txt").unlink()

    run_fake(folder, output)
    run_fake(write_articles(tmp_path / "other", "b"), tmp_path / "fresh")

    assert tables(output) == tables(tmp_path / "fresh")


def test_identical_files_are_analysed_once_and_stand_twice(tmp_path: Path, log: Path) -> None:
    folder, output = write_articles(tmp_path / "in", "a"), tmp_path / "out"
    shutil.copy(folder / "a.txt", folder / "b.txt")

    run_noted(folder, output)

    assert (analysed(log), column(output, "articles", "status")) == (["a.txt"], ["ok", "duplicate"])


def test_a_failure_is_not_kept_but_tried_again(tmp_path: Path, log: Path) -> None:
    folder, output = write_articles(tmp_path / "in", "a", "break-b"), tmp_path / "out"
    run_noted(folder, output)
    analysed(log)

    run_noted(folder, output)

    assert analysed(log) == ["break-b.txt"]
    assert column(output, "failures", "path") == ["break-b.txt"]
    assert column(output, "articles", "status") == ["ok", "failed"]


def test_every_copy_of_a_failed_article_is_reported(tmp_path: Path) -> None:
    folder, output = write_articles(tmp_path / "in", "break-a"), tmp_path / "out"
    shutil.copy(folder / "break-a.txt", folder / "b.txt")

    run_fake(folder, output)

    assert column(output, "failures", "path") == ["b.txt", "break-a.txt"]


def test_a_run_that_was_broken_off_goes_on_where_it_stopped(tmp_path: Path, log: Path) -> None:
    folder, output = write_articles(tmp_path / "in", *"abcdef"), tmp_path / "out"
    run_noted(folder, tmp_path / "whole")
    analysed(log)

    def stop(progress: Progress) -> None:
        if progress.analysed == 3:
            raise KeyboardInterrupt

    settings = load_settings(None, {"jobs": 0, "batch": 1})
    with pytest.raises(KeyboardInterrupt):
        run(folder, output, settings, stop, fake_stages.load_counting)
    assert [file.name for file in output.iterdir()] == ["manifest.sqlite"]
    analysed(log)
    run_noted(folder, output)

    assert (analysed(log), tables(output)) == (["d.txt", "e.txt", "f.txt"], tables(tmp_path / "whole"))


def test_number_of_workers_and_size_of_batches_change_no_byte(tmp_path: Path) -> None:
    folder = write_articles(tmp_path / "in", *(f"a{number}" for number in range(9)), "break-x")
    for name, options in {
        "one": {"jobs": 0, "batch": 64},
        "two": {"jobs": 2, "batch": 2},
        "seven": {"batch": 7},
    }.items():
        run_fake(folder, tmp_path / name, **options)

    assert tables(tmp_path / "two") == tables(tmp_path / "one") == tables(tmp_path / "seven")


def test_the_order_in_which_files_are_found_changes_no_byte(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import pipeline.run.intake as intake

    folder = write_articles(tmp_path / "in", *"abcdefg")
    run_fake(folder, tmp_path / "sorted")
    found = intake.find_files
    monkeypatch.setattr(intake, "find_files", lambda folder: random.Random(2).sample(found(folder), 7))

    run_fake(folder, tmp_path / "shuffled")

    assert tables(tmp_path / "shuffled") == tables(tmp_path / "sorted")


def test_the_death_of_a_worker_costs_one_article(tmp_path: Path) -> None:
    folder, output = write_articles(tmp_path / "in", *"abc", "die-x"), tmp_path / "out"

    run_fake(folder, output, jobs=2, batch=3)

    assert column(output, "articles", "status") == ["ok"] * 3 + ["failed"]
    assert column(output, "failures", "stage") == ["worker"]


def test_fail_fast_stops_at_the_first_failure_and_writes_no_table(tmp_path: Path) -> None:
    folder, output = write_articles(tmp_path / "in", "break-a", "c"), tmp_path / "out"

    with pytest.raises(RunError, match=r"break-a\.txt: tag: told to break"):
        run_fake(folder, output, fail_fast=True)

    assert (output / "articles.csv").exists() is False


def test_a_limit_takes_the_first_articles_and_forgets_nothing(tmp_path: Path, log: Path) -> None:
    folder, output = write_articles(tmp_path / "in", *"abc"), tmp_path / "out"
    run_noted(folder, output)
    analysed(log)

    run_noted(folder, output, limit=2)
    limited = column(output, "articles", "path")
    run_noted(folder, output)

    assert (limited, analysed(log)) == (["a.txt", "b.txt"], [])


def test_unreadable_files_are_failures(tmp_path: Path) -> None:
    folder, output = write_articles(tmp_path / "in", "a"), tmp_path / "out"
    (folder / "b.pdf").write_bytes(b"%PDF")

    run_fake(folder, output)

    assert (column(output, "failures", "path"), column(output, "failures", "stage")) == (["b.pdf"], ["read"])


def test_an_output_within_the_input_is_not_read_as_articles(tmp_path: Path) -> None:
    folder = write_articles(tmp_path / "in", "a")
    run_fake(folder, folder / "out")

    run_fake(folder, folder / "out")

    assert column(folder / "out", "articles", "path") == ["a.txt"]


@pytest.mark.parametrize("output", [".", "..", "../.."])
def test_an_output_that_is_or_holds_the_input_is_refused(tmp_path: Path, output: str) -> None:
    (tmp_path / "deep").mkdir()
    folder = write_articles(tmp_path / "deep" / "in", "a")

    with pytest.raises(ConfigError, match="give another folder"):
        run_fake(folder, folder / output)


def test_foreign_files_in_the_output_are_left_alone(tmp_path: Path) -> None:
    folder, output = write_articles(tmp_path / "in", "a"), tmp_path / "out"
    output.mkdir()
    (output / "mine.txt").write_text("mine")

    run_fake(folder, output)

    assert (output / "mine.txt").read_text() == "mine"


def test_where_writing_fails_the_old_files_stay_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import pipeline.run.batch as batch

    folder, output = write_articles(tmp_path / "in", "a"), tmp_path / "out"
    run_fake(folder, output)
    before = tables(output)
    write_articles(folder, "b")

    def fill_the_disk(*_: Any) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(batch, "write_json", fill_the_disk)
    with pytest.raises(OutputError, match="No space left on device"):
        run_fake(folder, output)

    assert tables(output) == before


def test_run_json_names_what_the_tables_depend_on(tmp_path: Path) -> None:
    folder = write_articles(tmp_path / "in", "a")
    run_fake(folder, tmp_path / "out", min_confidence=0.5)

    record = json.loads((tmp_path / "out" / "run.json").read_text())

    assert record["configuration"]["min_confidence"] == 0.5
    assert record["counts"]["relations"] == {"CONSULT": 2}
    assert record["input"]["files"] == 1
    assert {"version", "code", "libraries", "lexicon", "models"} <= record.keys()
    assert str(tmp_path) not in json.dumps(record)


def test_a_missing_lexicon_folder_is_named_before_anything_is_read(tmp_path: Path) -> None:
    folder = write_articles(tmp_path / "in", "a")

    with pytest.raises(ConfigError, match=r"no such folder: .*nowhere"):
        run_fake(folder, tmp_path / "out", lexicon=(str(tmp_path / "nowhere"),))


def test_a_part_that_articles_do_not_have_is_refused(tmp_path: Path) -> None:
    folder = write_articles(tmp_path / "in", "a")

    with pytest.raises(ConfigError, match="no article has a part 'headline'"):
        run_fake(folder, tmp_path / "out", fields={"headline": ["h1"]})
