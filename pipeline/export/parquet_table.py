"""Tables as Parquet: typed columns, null for what is unknown, lists as lists, equal bytes for equal rows."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from pipeline.columns import Column, ColumnType, Row
from pipeline.export.atomic import replacing
from pipeline.export.cells import Value, encodable
from pipeline.tables import Table

_GROUP = 50_000  # rows held as Arrow at once; texts of that many articles take some 200 MB
_TYPES: dict[ColumnType, pa.DataType] = {
    "text": pa.string(),
    "time": pa.string(),
    "integer": pa.int64(),
    "number": pa.float64(),
    "boolean": pa.bool_(),
    "list": pa.list_(pa.string()),
}


def write_parquet(table: Table, rows: Sequence[Row], path: Path) -> None:
    """Write the rows as they come; a time stays text, for it may be reduced to a year."""
    fields = [pa.field(column.name, _TYPES[column.type], nullable=not column.required) for column in table.columns]
    schema = pa.schema(fields)
    with replacing(path) as file, pq.ParquetWriter(file, schema, compression="zstd") as writer:
        for start in range(0, len(rows), _GROUP):
            group = rows[start : start + _GROUP]
            arrays = [_array(column, group) for column in table.columns]
            writer.write_table(pa.Table.from_arrays(arrays, schema=schema))


def _array(column: Column, rows: Sequence[Row]) -> Any:
    values = [_value(column, getattr(row, column.name)) for row in rows]
    return pa.array(values, _TYPES[column.type])


def _value(column: Column, value: Value) -> object:
    match value:
        case "" if not column.required:
            return None
        case str():
            return encodable(value)
        case tuple():
            return [encodable(one) for one in value]
        case _:
            return value
