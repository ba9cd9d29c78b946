"""Graphs as GEXF 1.3 for Gephi: a timeline, colours by kind and quad class, sizes by weight.

networkx writes neither the edge attribute `kind`, by which Gephi keeps parallel edges apart, nor
an edge id of our choice, and puts today's date into each file; so the format is written here.
"""

from collections import Counter
from collections.abc import Mapping
from math import sqrt
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pipeline.columns import Column, ColumnType, EdgeRow, NodeRow
from pipeline.export.atomic import replacing
from pipeline.export.xml_stream import XmlStream
from pipeline.tables import graph_columns

if TYPE_CHECKING:
    import networkx as nx

_ROOT = {"xmlns": "http://gexf.net/1.3", "xmlns:viz": "http://gexf.net/1.3/viz", "version": "1.3"}
# Intervals and dates: Gephi takes both from the graph element, and every edge is directed.
_GRAPH = {
    "defaultedgetype": "directed",
    "idtype": "string",
    "mode": "dynamic",
    "timeformat": "date",
    "timerepresentation": "interval",
}
_TYPES: dict[ColumnType, str] = {"integer": "long", "number": "double", "boolean": "boolean"}
# What GEXF has an attribute of its own for is not declared again.
_OWN = ("label", "weight")
_NODE_COLUMNS = {name: column for name, column in graph_columns(NodeRow).items() if name not in _OWN}
_EDGE_COLUMNS = {name: column for name, column in graph_columns(EdgeRow).items() if name not in _OWN}
# The colours of Okabe and Ito, which the colour-blind can tell apart.
_KIND_COLOURS = {
    "person": (0, 114, 178),
    "country": (213, 94, 0),
    "organization": (0, 158, 115),
    "place": (230, 159, 0),
}
_QUAD_COLOURS = {
    "verbal_cooperation": (86, 180, 233),
    "material_cooperation": (0, 158, 115),
    "verbal_conflict": (230, 159, 0),
    "material_conflict": (213, 94, 0),
}
_GREY = (153, 153, 153)
_SMALLEST, _LARGEST = 6.0, 48.0


def write_gexf(graph: "nx.MultiDiGraph[str]", path: Path) -> None:
    """Write nodes and edges in the order of the graph; an edge without a date has no spell and is always shown."""
    sizes = _sizes(graph)
    with replacing(path) as file:
        xml = XmlStream(file)
        with xml.element("gexf", _ROOT):
            with xml.element("meta"):
                xml.leaf("creator", text="ravabet")
            with xml.element("graph", _GRAPH):
                _write_attributes(xml, "node", _NODE_COLUMNS)
                _write_attributes(xml, "edge", _EDGE_COLUMNS)
                with xml.element("nodes"):
                    for node, values in graph.nodes(data=True):
                        _write_node(xml, node, values, sizes[node])
                with xml.element("edges"):
                    for source, target, key, values in graph.edges(keys=True, data=True):
                        _write_edge(xml, {"id": key, "source": source, "target": target}, values)


def _sizes(graph: "nx.MultiDiGraph[str]") -> dict[str, float]:
    """Node sizes whose area grows with the number of events."""
    events: Counter[str] = Counter(dict.fromkeys(graph.nodes, 0))
    for source, target, values in graph.edges(data=True):
        events.update({source: values["weight"]})
        events.update({target: values["weight"]})
    most = max(events.values(), default=1)
    return {node: round(_SMALLEST + (_LARGEST - _SMALLEST) * sqrt(n / most), 2) for node, n in events.items()}


def _write_attributes(xml: XmlStream, owner: str, columns: Mapping[str, Column]) -> None:
    with xml.element("attributes", {"class": owner, "mode": "static"}):
        for name, column in columns.items():
            xml.leaf("attribute", {"id": name, "title": name, "type": _TYPES.get(column.type, "string")})


def _write_node(xml: XmlStream, node: str, values: Mapping[str, Any], size: float) -> None:
    with xml.element("node", {"id": node, "label": values["label"]}):
        _write_values(xml, values, _NODE_COLUMNS)
        _write_colour(xml, _KIND_COLOURS.get(values["kind"], _GREY))
        xml.leaf("viz:size", {"value": size})


def _write_edge(xml: XmlStream, ends: dict[str, str], values: Mapping[str, Any]) -> None:
    shown = {"label": values["label"], "kind": values["relation"], "weight": float(values["weight"])}
    with xml.element("edge", ends | {"type": "directed"} | shown):
        _write_values(xml, values, _EDGE_COLUMNS)
        if "spells" in values:
            with xml.element("spells"):
                for start, end in values["spells"]:
                    xml.leaf("spell", {"start": start, "end": end})
        _write_colour(xml, _QUAD_COLOURS.get(values.get("quad", ""), _GREY))


def _write_values(xml: XmlStream, values: Mapping[str, Any], columns: Mapping[str, Column]) -> None:
    with xml.element("attvalues"):
        for name in columns:
            if name in values:
                xml.leaf("attvalue", {"for": name, "value": values[name]})


def _write_colour(xml: XmlStream, colour: tuple[int, int, int]) -> None:
    red, green, blue = colour
    xml.leaf("viz:color", {"r": red, "g": green, "b": blue})
