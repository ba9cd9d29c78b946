"""Tables as Parquet."""

import pyarrow.parquet as pq
import pytest
from sample_run import sample_tables

from pipeline.columns import columns_of
from pipeline.export.parquet_table import write_parquet
from pipeline.tables import TABLES


def table(tmp_path, name):
    write_parquet(TABLES[name], getattr(sample_tables(), name), tmp_path / "table.parquet")
    return pq.read_table(tmp_path / "table.parquet")


@pytest.mark.parametrize("name", [name for name, one in TABLES.items() if "parquet" in one.formats])
def test_columns_are_those_of_the_declaration(tmp_path, name):
    assert [column.name for column in columns_of(TABLES[name].row)] == table(tmp_path, name).column_names


@pytest.mark.parametrize(
    ("name", "column", "expected"),
    [
        ("edges", "Weight", "int64"),
        ("edges", "confidence", "double"),
        ("edges", "default", "bool"),
        ("edges", "first_date", "string"),
        ("edges", "relation_ids", "list<element: string>"),
    ],
)
def test_types(tmp_path, name, column, expected):
    assert expected == str(table(tmp_path, name).schema.field(column).type)


def test_what_is_unknown_is_null_and_na_is_text(tmp_path):
    rows = {row["Id"]: row for row in table(tmp_path, "nodes").to_pylist()}

    assert (rows["per-kazemi"]["label_en"], rows["NAM"]["label_en"]) == (None, "NA")


def test_texts_are_exact(tmp_path):
    tables = sample_tables()
    texts = {row["article_id"]: row["text"] for row in table(tmp_path, "texts").to_pylist()}

    assert {row.article_id: row.text for row in tables.texts} == texts
