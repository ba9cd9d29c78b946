"""The outputs of a run as frames and graphs, for notebooks and scripts.

Frames have the types of schema.json: `string`, `Int64`, `Float64` and `boolean`, `<NA>` where a
value is unknown, tuples where a cell holds several values. No text is taken for a number or for
a missing value: the code NA stays NA.
"""

from functools import cached_property
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow.parquet as pq

from pipeline.columns import Column, ColumnType, Row
from pipeline.errors import OutputError
from pipeline.graph import Graph, graphs_of
from pipeline.tables import TABLES, RunTables

_DTYPES: dict[ColumnType, str] = {
    "text": "string",
    "time": "string",
    "integer": "Int64",
    "number": "Float64",
    "boolean": "boolean",
    "list": "object",
}


class Run:
    """One folder of outputs; each table is read when it is first asked for, and then kept."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @cached_property
    def articles(self) -> pd.DataFrame:
        """Articles, duplicates and failed ones included."""
        return self._frame("articles")

    @cached_property
    def texts(self) -> pd.DataFrame:
        """The texts that offsets point into; large."""
        return self._frame("texts")

    @cached_property
    def mentions(self) -> pd.DataFrame:
        """Places that refer to entities."""
        return self._frame("mentions")

    @cached_property
    def nodes(self) -> pd.DataFrame:
        """Persons, countries, organizations and places."""
        return self._frame("nodes")

    @cached_property
    def offices(self) -> pd.DataFrame:
        """Offices of persons."""
        return self._frame("offices")

    @cached_property
    def relations(self) -> pd.DataFrame:
        """Statements of relations."""
        return self._frame("relations")

    @cached_property
    def edges(self) -> pd.DataFrame:
        """Merged edges of both levels: choose one with `edges[edges.level == "actor"]`."""
        return self._frame("edges")

    @cached_property
    def failures(self) -> pd.DataFrame:
        """What could not be read or analysed."""
        return self._frame("failures")

    @property
    def graph(self) -> Graph:
        """The actor graph, with every edge."""
        return self._graphs["graph"]

    @property
    def countries(self) -> Graph:
        """The graph between countries."""
        return self._graphs["countries"]

    @cached_property
    def _graphs(self) -> dict[str, Graph]:
        rows: dict[str, Any] = {name: self._rows(name) for name in ("nodes", "edges", "relations")}
        return graphs_of(RunTables(**rows))

    def _rows(self, name: str) -> list[Row]:
        table, columns = TABLES[name], TABLES[name].columns
        records = pq.read_table(self._file(name), columns=[column.name for column in columns]).to_pylist()
        return [table.row(**_known(record, columns)) for record in records]

    def _frame(self, name: str) -> pd.DataFrame:
        file, columns = self._file(name), TABLES[name].columns
        if file.suffix == ".csv":
            frame = pd.read_csv(file, dtype="string", keep_default_na=False, encoding="utf-8-sig")
            return frame.replace("", pd.NA).astype({column.name: _DTYPES[column.type] for column in columns})
        table = pq.read_table(file)
        return pd.DataFrame({column.name: _series(column, table[column.name].to_pylist()) for column in columns})

    def _file(self, name: str) -> Path:
        formats = TABLES[name].formats
        file = self.folder / f"{name}.{'parquet' if 'parquet' in formats else formats[0]}"
        if not file.is_file():
            message = f"{file}: not there; finish the run with `ravabet run` before reading its outputs"
            raise OutputError(message)
        return file


def load_run(folder: str | Path = "outputs") -> Run:
    """Open the outputs of a finished run.

    Raises:
        OutputError: The folder is not there or holds no run.
    """
    path = Path(folder)
    if not (path / "schema.json").is_file():
        what = "holds no schema.json" if path.is_dir() else "is no folder"
        message = f"{path}: {what}, so it is not the output of a run; make one with `ravabet run`"
        raise OutputError(message)
    return Run(path)


def _series(column: Column, values: list[Any]) -> "pd.Series[Any]":
    cells = [tuple(value or ()) for value in values] if column.type == "list" else values
    return pd.Series(cells, dtype=_DTYPES[column.type])


def _known(record: dict[str, Any], columns: tuple[Column, ...]) -> dict[str, Any]:
    """A record of Parquet as the arguments of its row: null becomes what stands for unknown."""
    return {column.name: _python(column.type, record[column.name]) for column in columns}


def _python(kind: ColumnType, value: Any) -> Any:
    if kind == "list":
        return tuple(value or ())
    return "" if value is None and kind in ("text", "time") else value
