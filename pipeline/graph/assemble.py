"""The actor graph and the country graph as networkx multigraphs.

Attribute names are those of `pipeline.tables.graph_columns`. A value that is unknown is left out;
several values stand in one text, parted by `|`. Edge keys are edge Ids. The edge attribute `spells`
lists the days of the edge's events as pairs, both days inclusive.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TypeAlias

import networkx as nx

from pipeline.columns import Column, EdgeRow, Level, NodeRow
from pipeline.errors import OutputError
from pipeline.graph.spells import Spell, edge_spells
from pipeline.tables import RunTables, graph_columns, joined

Graph: TypeAlias = "nx.MultiDiGraph[str]"
_NODE_COLUMNS, _EDGE_COLUMNS = graph_columns(NodeRow), graph_columns(EdgeRow)


def graphs_of(tables: RunTables) -> dict[str, Graph]:
    """The graphs of a run by file name: `graph`, `graph-default` (what most look at first) and `countries`."""
    spells = edge_spells(tables.edges, tables.relations)
    plain = [edge for edge in tables.edges if edge.default]
    return {
        "graph": assemble(tables.nodes, tables.edges, "actor", spells),
        "graph-default": assemble(tables.nodes, plain, "actor", spells),
        "countries": assemble(tables.nodes, tables.edges, "country", spells),
    }


def assemble(
    nodes: Iterable[NodeRow], edges: Iterable[EdgeRow], level: Level, spells: Mapping[str, Sequence[Spell]]
) -> Graph:
    """The graph of one level: exactly its edges, and the nodes they join, in the order of their Ids.

    Raises:
        OutputError: An edge joins a node that is not among the nodes.
    """
    chosen = sorted(
        (edge for edge in edges if edge.level == level), key=lambda edge: (edge.Source, edge.Target, edge.Kind)
    )
    by_id = {node.Id: node for node in nodes}
    graph: Graph = nx.MultiDiGraph()
    for end in sorted({end for edge in chosen for end in (edge.Source, edge.Target)}):
        if end not in by_id:
            message = f"edges: an edge joins {end!r}, which is not among the nodes; give the nodes of all articles"
            raise OutputError(message)
        graph.add_node(end, **_attributes(by_id[end], _NODE_COLUMNS))
    for edge in chosen:
        dated = {"spells": list(spells[edge.Id])} if spells.get(edge.Id) else {}
        graph.add_edge(edge.Source, edge.Target, key=edge.Id, **_attributes(edge, _EDGE_COLUMNS), **dated)
    return graph


def _attributes(row: NodeRow | EdgeRow, columns: Mapping[str, Column]) -> dict[str, Any]:
    values = {name: getattr(row, column.name) for name, column in columns.items()}
    cells = {name: joined(value) if isinstance(value, tuple) else value for name, value in values.items()}
    return {name: value for name, value in cells.items() if value is not None and value != ""}
