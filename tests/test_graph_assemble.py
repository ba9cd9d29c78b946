"""The networkx graphs."""

from dataclasses import replace

import pytest
from sample_run import sample_tables

from pipeline.errors import OutputError
from pipeline.graph import graphs_of


@pytest.mark.parametrize(
    ("name", "chosen"),
    [
        ("graph", lambda edge: edge.level == "actor"),
        ("graph-default", lambda edge: edge.level == "actor" and edge.default),
        ("countries", lambda edge: edge.level == "country"),
    ],
)
def test_a_graph_has_exactly_the_edges_of_its_level(name, chosen):
    tables = sample_tables()
    expected = [(edge.Source, edge.Target, edge.Id) for edge in tables.edges if chosen(edge)]

    assert expected == sorted(graphs_of(tables)[name].edges(keys=True), key=expected.index)


def test_nodes_without_an_edge_stand_in_the_table_only():
    tables = sample_tables()
    graph = graphs_of(replace(tables, edges=[]))["graph"]

    assert list(graph) == []


def test_attributes_are_plain_values_and_what_is_unknown_is_left_out():
    graph = graphs_of(sample_tables())["graph"]
    values = {value for _, data in graph.nodes(data=True) for value in data.values()}

    assert {str, int} == {type(value) for value in values}
    assert "label_en" not in graph.nodes["per-kazemi"]


def test_an_edge_to_a_node_that_is_not_there_is_an_error():
    tables = sample_tables()

    with pytest.raises(OutputError, match="'NAM'"):
        graphs_of(replace(tables, nodes=[node for node in tables.nodes if node.Id != "NAM"]))
