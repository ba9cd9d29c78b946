"""Graph files, read back by networkx and by graphology, the reader behind Gephi Lite."""

import csv
import json
import os
import shutil
import subprocess
from collections import Counter
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import networkx as nx
import pytest
from sample_run import sample_tables

from pipeline.export import write_outputs
from pipeline.export.cells import xml_text
from pipeline.graph import graphs_of

NODE = Path(__file__).with_name("node")
FILES = ["graph.graphml", "graph.gexf", "countries.graphml", "countries.gexf"]
GEXF = "{http://gexf.net/1.3}"


def export(tables, folder):
    write_outputs(tables, graphs_of(tables), folder)
    return folder


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return export(sample_tables(), tmp_path_factory.mktemp("outputs"))


@pytest.fixture(scope="session")
def graphology():
    """A program that prints the graph graphology finds in a file."""
    if not (shutil.which("node") and shutil.which("npm")):
        pytest.skip("Node is not installed")
    if not (NODE / "node_modules" / "graphology-gexf").is_dir():
        command = ["npm", "ci", "--no-audit", "--no-fund"]
        done = subprocess.run(command, cwd=NODE, capture_output=True, text=True, timeout=180, check=False)
        if done.returncode:
            pytest.skip(f"npm cannot install graphology: {done.stderr.strip()[-200:]}")

    def parse(file):
        command = ["node", "parse.js", str(file)]
        return json.loads(subprocess.run(command, cwd=NODE, capture_output=True, check=True, timeout=60).stdout)

    return parse


def edges_of(folder, file):
    level = "country" if file.startswith("countries") else "actor"
    with (folder / "edges.csv").open(encoding="utf-8-sig", newline="") as lines:
        return [row for row in csv.DictReader(lines) if row["level"] == level]


def read(path):
    return (
        nx.read_graphml(path, force_multigraph=True) if path.suffix == ".graphml" else nx.read_gexf(path, version="1.3")
    )


@pytest.mark.parametrize("file", FILES)
def test_networkx_finds_every_parallel_edge(folder, file):
    graph, rows = read(folder / file), edges_of(folder, file)

    assert {(row["Source"], row["Target"], row["Id"]) for row in rows} == set(graph.edges(keys=True))
    assert len(rows) == graph.number_of_edges()


@pytest.mark.parametrize("file", FILES)
def test_graphology_finds_every_parallel_edge_and_its_weight(folder, file, graphology):
    graph, rows = graphology(folder / file), edges_of(folder, file)
    expected = {(row["Id"], row["Source"], row["Target"], row["Label"], int(row["Weight"])) for row in rows}

    assert expected == {tuple(edge) for edge in graph["edges"]}
    assert {end for row in rows for end in (row["Source"], row["Target"])} == {node for node, _ in graph["nodes"]}


def plain(graph):
    """Edges with the values that all formats keep, as XML holds them."""
    edges = {(source, target, key): data for source, target, key, data in graph.edges(keys=True, data=True)}
    return {edge: {name: clean(data[name]) for name in data.keys() - {"spells", "id"}} for edge, data in edges.items()}


def clean(value):
    return xml_text(value) if isinstance(value, str) else value


@pytest.mark.parametrize("file", ["graph.graphml", "graph.gexf"])
def test_networkx_reads_the_values_that_were_written(folder, file):
    assert plain(graphs_of(sample_tables())["graph"]) == plain(read(folder / file))


def test_the_type_of_an_edge_stands_where_gephi_looks_for_it(folder):
    kinds = Counter(row["Kind"] for row in edges_of(folder, "graph"))
    graphml = ElementTree.parse(folder / "graph.graphml").iter("{http://graphml.graphdrawing.org/xmlns}edge")
    gexf = ElementTree.parse(folder / "graph.gexf").iter(f"{GEXF}edge")

    assert kinds == Counter(edge.get("label") for edge in graphml)
    assert kinds == Counter(edge.get("kind") for edge in gexf)


def test_graphml_key_ids_are_unique(folder):
    keys = [
        key.get("id")
        for key in ElementTree.parse(folder / "graph.graphml").iter("{http://graphml.graphdrawing.org/xmlns}key")
    ]

    assert len(keys) == len(set(keys))


def test_gexf_has_spells_for_dated_edges_only(folder):
    edges = ElementTree.parse(folder / "graph.gexf").iter(f"{GEXF}edge")
    spells = {
        edge.get("kind"): [(one.get("start"), one.get("end")) for one in edge.iter(f"{GEXF}spell")] for edge in edges
    }

    assert spells["CONSULT:meet"] == [("2019-11-01", "2019-11-04")]
    assert spells["CONSULT:visit"] == []


def test_gexf_carries_no_date_of_its_making(folder):
    assert b"lastmodified" not in (folder / "graph.gexf").read_bytes()


def test_the_default_graph_leaves_out_what_did_not_happen(folder):
    kinds = {edge.get("kind") for edge in ElementTree.parse(folder / "graph-default.gexf").iter(f"{GEXF}edge")}

    assert {row["Kind"] for row in edges_of(folder, "graph") if row["default"] == "true"} == kinds


def test_an_empty_run_makes_files_that_can_be_read(tmp_path, graphology):
    export(replace(sample_tables(), edges=[]), tmp_path)

    assert [0] * len(FILES) == [read(tmp_path / file).number_of_nodes() for file in FILES]
    assert graphology(tmp_path / "graph.gexf") == {"nodes": [], "edges": []}


def test_hostile_labels_do_not_break_a_file(tmp_path, graphology):
    data = os.environ.get("RAVABET_DATA")
    if not data:
        pytest.skip("RAVABET_DATA is not set")
    labels = [text for text in json.loads((Path(data) / "suites" / "blns.json").read_text(encoding="utf-8")) if text]
    tables, node = sample_tables(), sample_tables().nodes[-1]
    nodes = [replace(node, Id=f"n-{number:03}", Label=label) for number, label in enumerate(labels)]
    edges = [
        replace(tables.edges[0], Source=one.Id, Target="n-000", Id=f"e-{one.Id}", evidence=one.Label) for one in nodes
    ]
    export(replace(tables, nodes=nodes, edges=edges), tmp_path)
    expected = {one.Id: xml_text(one.Label) for one in nodes}

    assert expected == dict(read(tmp_path / "graph.gexf").nodes(data="label"))
    assert expected.keys() == {node for node, _ in graphology(tmp_path / "graph.gexf")["nodes"]}
    assert len(edges) == len(graphology(tmp_path / "graph.graphml")["edges"])
