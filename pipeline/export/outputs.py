"""All files that a run's tables and graphs make, each whole or untouched."""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.columns import Row
from pipeline.export.atomic import replacing
from pipeline.export.csv_table import write_csv
from pipeline.export.gexf import write_gexf
from pipeline.export.graphml import write_graphml
from pipeline.export.parquet_table import write_parquet
from pipeline.tables import TABLES, RunTables, in_order, schema

if TYPE_CHECKING:
    import networkx as nx

_WRITERS = {"csv": write_csv, "parquet": write_parquet}
_GRAPH_FILES = {
    "graph": {"graphml": write_graphml, "gexf": write_gexf},
    "graph-default": {"gexf": write_gexf},
    "countries": {"graphml": write_graphml, "gexf": write_gexf},
}


def write_outputs(tables: RunTables, graphs: Mapping[str, "nx.MultiDiGraph[str]"], folder: Path) -> list[str]:
    """Write all tables, all graph files and schema.json into a folder, which is made where it is missing.

    Args:
        tables: All rows with their edges, in any order.
        graphs: The graphs `graph`, `graph-default` and `countries`, as `pipeline.graph.graphs_of` makes them.
        folder: Where the files go; files of the same names are replaced.

    Returns:
        The names of the files written.

    Raises:
        OutputError: A file cannot be written.
    """
    names = [name for table in TABLES for name in write_table(table, getattr(tables, table), folder)]
    for graph, writers in _GRAPH_FILES.items():
        for suffix, write in writers.items():
            write(graphs[graph], folder / f"{graph}.{suffix}")
            names.append(f"{graph}.{suffix}")
    write_json(schema(), folder / "schema.json")
    return [*names, "schema.json"]


def write_table(name: str, rows: Iterable[Row], folder: Path) -> list[str]:
    """Write one table in each of its formats, its rows put in order, and return the names of the files."""
    table, ordered = TABLES[name], in_order(name, rows)
    for suffix in table.formats:
        _WRITERS[suffix](table, ordered, folder / f"{name}.{suffix}")
    return [f"{name}.{suffix}" for suffix in table.formats]


def write_json(value: object, path: Path) -> None:
    """Write a value as JSON that people can read and compare."""
    with replacing(path) as file:
        file.write(json.dumps(value, ensure_ascii=False, indent=2).encode("utf-8", "replace") + b"\n")
