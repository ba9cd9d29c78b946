"""The outputs of a run as frames and graphs, for notebooks and scripts.

Frames have the types of schema.json: `string`, `Int64`, `Float64` and `boolean`, `<NA>` where a
value is unknown, tuples where a cell holds several values. No text is taken for a number or for
a missing value: the code NA stays NA.
"""

import json
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from pipeline.columns import Column, ColumnType, EdgeRow, NodeRow, RelationRow, Row
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
R = TypeVar("R", bound=Row)


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
        nodes, edges, relations = self.rows(NodeRow), self.rows(EdgeRow), self.rows(RelationRow)
        return graphs_of(RunTables(nodes=nodes, edges=edges, relations=relations))

    @cached_property
    def record(self) -> dict[str, Any]:
        """What the run says of itself in run.json: version, models, configuration, counts.

        Raises:
            OutputError: The file is not there or is no JSON object.
        """
        file = self.folder / "run.json"
        try:
            record = json.loads(file.read_text(encoding="utf-8"))
        except FileNotFoundError as error:
            raise _missing(file) from error
        except (OSError, ValueError) as error:
            raise _unreadable(file, error) from error
        if not isinstance(record, dict):
            raise _unreadable(file, "no JSON object")
        return record

    def rows(self, row: type[R]) -> list[R]:
        """A table, named by the class of its rows, as these rows.

        A column that an earlier version did not write yet is unknown in every row.

        Raises:
            OutputError: The table is not there, cannot be read, or lacks a column that is never unknown.
        """
        [table] = [one for one in TABLES.values() if one.row is row]
        records = self._records(table.name)
        return [row(**_known(record, table.columns)) for record in records]

    def _records(self, name: str) -> list[dict[str, Any]]:
        """The rows of a Parquet file with the columns of the table; those it lacks are None."""
        file, columns = self._file(name), TABLES[name].columns
        try:
            there = set(pq.read_schema(file).names)
            wanted = [column.name for column in columns if column.name in there]
            records: list[dict[str, Any]] = pq.read_table(file, columns=wanted).to_pylist()
        except (OSError, pa.ArrowException) as error:
            raise _unreadable(file, error) from error
        absent = [column for column in columns if column.name not in there]
        for column in absent:
            if column.required:
                message = f"{file}: has no column {column.name}; it is of another version, so make the run anew"
                raise OutputError(message)
        unknown = dict.fromkeys(column.name for column in absent)
        return [record | unknown for record in records]

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
            raise _missing(file)
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


def _missing(file: Path) -> OutputError:
    return OutputError(f"{file}: not there; finish the run with `ravabet run` before reading its outputs")


def _unreadable(file: Path, why: object) -> OutputError:
    return OutputError(f"{file}: cannot be read ({why}); make the run anew with `ravabet run`")
