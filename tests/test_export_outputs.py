"""All files of a run together."""

import json
import random
from dataclasses import replace

import pytest
from sample_run import sample_tables

from pipeline.errors import OutputError
from pipeline.export import write_outputs
from pipeline.graph import graphs_of
from pipeline.tables import TABLES, schema


def export(tables, folder):
    return write_outputs(tables, graphs_of(tables), folder)


def contents(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_the_names_of_all_files_written_are_returned(tmp_path):
    names = export(sample_tables(), tmp_path)

    assert sorted(names) == sorted(contents(tmp_path))
    assert {f"{name}.{suffix}" for name, table in TABLES.items() for suffix in table.formats} < set(names)


def test_bytes_do_not_depend_on_the_order_of_rows(tmp_path):
    tables, order = sample_tables(), random.Random(7)
    mixed = {name: order.sample(list(getattr(tables, name)), len(getattr(tables, name))) for name in TABLES}
    export(tables, tmp_path / "one")
    export(replace(tables, **mixed), tmp_path / "two")

    assert contents(tmp_path / "one") == contents(tmp_path / "two")


def test_the_schema_is_written(tmp_path):
    export(sample_tables(), tmp_path)

    assert schema() == json.loads((tmp_path / "schema.json").read_text(encoding="utf-8"))


def test_a_folder_that_is_a_file_is_an_error(tmp_path):
    (tmp_path / "outputs").write_text("")

    with pytest.raises(OutputError, match="choose another folder"):
        export(sample_tables(), tmp_path / "outputs")
