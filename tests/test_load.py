"""Outputs read back for notebooks."""

import pandas as pd
import pyarrow.parquet as pq
import pytest
from sample_run import NASTY, sample_tables

import pipeline
from pipeline.columns import MentionRow, NodeRow, RelationRow
from pipeline.errors import OutputError
from pipeline.export import write_json, write_outputs
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


@pytest.fixture
def nodes(tmp_path):
    """A folder of outputs of its own, and the file of its nodes."""
    tables = sample_tables()
    write_outputs(tables, graphs_of(tables), tmp_path)
    return tmp_path, tmp_path / "nodes.parquet"


def test_rows_come_back_as_they_were_written(run):
    tables = sample_tables()

    assert sorted(tables.mentions, key=str) == sorted(run.rows(MentionRow), key=str)
    assert [row.relation_id for row in run.rows(RelationRow)].count("r-1") == 1


def test_a_column_that_an_earlier_version_did_not_write_is_unknown(nodes):
    folder, file = nodes
    pq.write_table(pq.read_table(file).drop_columns(["sector", "aliases"]), file)

    rows = pipeline.load_run(folder).rows(NodeRow)

    assert {("", ())} == {(row.sector, row.aliases) for row in rows}


def test_a_column_that_is_never_unknown_must_be_there(nodes):
    folder, file = nodes
    pq.write_table(pq.read_table(file).drop_columns(["kind"]), file)

    with pytest.raises(OutputError, match=r"nodes\.parquet: has no column kind; it is of another version"):
        pipeline.load_run(folder).rows(NodeRow)


def test_a_damaged_table_is_named(nodes):
    folder, file = nodes
    file.write_bytes(b"PAR1")

    with pytest.raises(OutputError, match=r"nodes\.parquet: cannot be read .*; make the run anew"):
        pipeline.load_run(folder).rows(NodeRow)


def test_what_a_run_says_of_itself(nodes):
    folder, _ = nodes
    write_json({"version": "1"}, folder / "run.json")

    assert pipeline.load_run(folder).record == {"version": "1"}


def test_a_run_without_its_record_is_named(nodes):
    folder, _ = nodes

    with pytest.raises(OutputError, match=r"run\.json: not there; finish the run"):
        _ = pipeline.load_run(folder).record


@pytest.mark.parametrize("content", ["{", "[]"])
def test_a_damaged_record_is_named(nodes, content):
    folder, _ = nodes
    (folder / "run.json").write_text(content)

    with pytest.raises(OutputError, match=r"run\.json: cannot be read"):
        _ = pipeline.load_run(folder).record
