"""Tables as CSV."""

import csv

from sample_run import NASTY, sample_tables

from pipeline.columns import NodeRow, columns_of
from pipeline.export.csv_table import write_csv
from pipeline.tables import TABLES


def written(tmp_path, name, rows):
    write_csv(TABLES[name], rows, tmp_path / "table.csv")
    return (tmp_path / "table.csv").read_bytes()


def read(data):
    return list(csv.DictReader(data.decode("utf-8-sig").splitlines(keepends=True)))


def test_the_file_begins_with_a_mark_and_the_names_of_columns(tmp_path):
    header = ",".join(column.name for column in columns_of(NodeRow))

    assert f"\ufeff{header}\n".encode() == written(tmp_path, "nodes", [])


def test_lines_end_in_line_feeds(tmp_path):
    assert b"\r" not in written(tmp_path, "edges", sample_tables().edges)


def test_quotes_bars_line_feeds_and_formulas_survive(tmp_path):
    rows = {row["Id"]: row for row in read(written(tmp_path, "nodes", sample_tables().nodes))}

    assert NASTY.replace("\ud800", "\ufffd") == rows["per-nasty"]["Label"]
    assert rows["per-nasty"]["label_en"] == "NA"


def test_booleans_numbers_and_lists(tmp_path):
    tables = sample_tables()
    edge = next(row for row in read(written(tmp_path, "edges", tables.edges)) if row["relation_ids"].count("|") == 2)
    mention = read(written(tmp_path, "mentions", tables.mentions))[0]

    assert tuple(edge[name] for name in ("default", "Weight", "relation_ids", "goldstein")) == (
        "true",
        "2",
        "r-1|r-4|r-5",
        "1.0",
    )
    assert mention["confidence"] == "0.00001"
