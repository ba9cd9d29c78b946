"""Graphs as GraphML in which Gephi, Gephi Lite, igraph and networkx find every parallel edge.

Each edge has an id of its own and its type as the attribute `label`, by which Gephi tells parallel
edges apart; the label that is shown is the key `edgelabel`. Key ids are attribute names, with
`edge_` before one that nodes have too.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pipeline.columns import Column, ColumnType, EdgeRow, NodeRow
from pipeline.export.atomic import replacing
from pipeline.export.cells import cell
from pipeline.export.xml_stream import XmlStream
from pipeline.tables import graph_columns

if TYPE_CHECKING:
    import networkx as nx

_NAMESPACE = "http://graphml.graphdrawing.org/xmlns"
_TYPES: dict[ColumnType, str] = {"integer": "long", "number": "double", "boolean": "boolean"}


def write_graphml(graph: "nx.MultiDiGraph[str]", path: Path) -> None:
    """Write nodes and edges in the order of the graph; GraphML knows no time, so `spells` stay out."""
    nodes, edges = graph_columns(NodeRow), graph_columns(EdgeRow)
    node_keys = {name: name for name in nodes}
    edge_keys = {name: f"edge_{name}" if name in nodes else name for name in edges} | {"label": "edgelabel"}
    with replacing(path) as file:
        xml = XmlStream(file)
        with xml.element("graphml", {"xmlns": _NAMESPACE}):
            _write_keys(xml, "node", nodes, node_keys)
            _write_keys(xml, "edge", edges, edge_keys)
            with xml.element("graph", {"edgedefault": "directed"}):
                for node, values in graph.nodes(data=True):
                    with xml.element("node", {"id": node}):
                        _write_data(xml, values, node_keys)
                for source, target, key, values in graph.edges(keys=True, data=True):
                    ends = {"id": key, "source": source, "target": target, "label": values["relation"]}
                    with xml.element("edge", ends):
                        _write_data(xml, values, edge_keys)


def _write_keys(xml: XmlStream, owner: str, columns: Mapping[str, Column], keys: Mapping[str, str]) -> None:
    for name, column in columns.items():
        kind = "double" if name == "weight" else _TYPES.get(column.type, "string")
        xml.leaf("key", {"id": keys[name], "for": owner, "attr.name": name, "attr.type": kind})


def _write_data(xml: XmlStream, values: Mapping[str, Any], keys: Mapping[str, str]) -> None:
    for name, key in keys.items():
        if name in values:
            xml.leaf("data", {"key": key}, cell(values[name]))
