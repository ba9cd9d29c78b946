"""Outputs read back for notebooks."""

import pandas as pd
import pytest
from sample_run import NASTY, sample_tables

import pipeline
from pipeline.errors import OutputError
from pipeline.export import write_outputs
from pipeline.graph import graphs_of
from pipeline.tables import TABLES


@pytest.fixture(scope="module")
def run(tmp_path_factory):
    tables, folder = sample_tables(), tmp_path_factory.mktemp("outputs")
    write_outputs(tables, graphs_of(tables), folder)
    return pipeline.load_run(folder)


@pytest.mark.parametrize("name", TABLES)
def test_every_table_has_its_rows_and_columns(run, name):
    frame, rows = getattr(run, name), getattr(sample_tables(), name)

    assert (len(rows), [column.name for column in TABLES[name].columns]) == (len(frame), list(frame.columns))


@pytest.mark.parametrize(
    ("table", "column", "expected"),
    [
        ("edges", "Weight", "Int64"),
        ("edges", "goldstein", "Float64"),
        ("edges", "default", "boolean"),
        ("edges", "Label", "string"),
        ("failures", "record", "string"),
    ],
)
def test_dtypes(run, table, column, expected):
    assert expected == str(getattr(run, table)[column].dtype.name)


def test_the_code_na_is_not_taken_for_a_missing_value(run):
    nodes = run.nodes.set_index("Id")

    assert nodes.label_en["NAM"] == "NA"
    assert nodes.label_en["per-kazemi"] is pd.NA


def test_several_values_are_tuples(run):
    edges = run.edges.set_index("Id")

    assert {("r-1", "r-4", "r-5")} == set(edges.relation_ids[edges.statements == 3])
    assert () in set(edges.speakers)


def test_graphs_are_those_that_were_written(run):
    tables = sample_tables()

    assert list(graphs_of(tables)["graph"].edges(keys=True)) == list(run.graph.edges(keys=True))
    assert dict(graphs_of(tables)["countries"].nodes(data=True)) == dict(run.countries.nodes(data=True))


def test_labels_come_back_as_they_were(run):
    assert NASTY.replace("\ud800", "\ufffd") == run.graph.nodes["per-nasty"]["label"]


def test_a_slice_of_the_text_is_the_evidence(run):
    relation = run.relations.set_index("relation_id").loc["r-1"]
    text = run.texts.set_index("article_id").text[relation.article_id]

    assert relation.evidence == text[relation.char_start : relation.char_end]


def test_a_folder_without_a_run_is_named(tmp_path):
    with pytest.raises(OutputError, match=r"holds no schema\.json"):
        pipeline.load_run(tmp_path)


def test_a_folder_that_is_not_there_is_named(tmp_path):
    with pytest.raises(OutputError, match="is no folder"):
        pipeline.load_run(tmp_path / "nowhere")


def test_a_table_that_is_not_there_is_named(tmp_path):
    (tmp_path / "schema.json").write_text("{}")

    with pytest.raises(OutputError, match=r"edges\.parquet: not there; finish the run"):
        _ = pipeline.load_run(tmp_path).edges
