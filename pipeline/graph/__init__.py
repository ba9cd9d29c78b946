"""Nodes, edges and graphs of a whole run, made from stored results alone."""

from pipeline.graph.assemble import Graph, assemble, graphs_of
from pipeline.graph.edges import build_edges
from pipeline.graph.nodes import node_rows

__all__ = ["Graph", "assemble", "build_edges", "graphs_of", "node_rows"]
