// Prints what graphology, the reader behind Gephi Lite, finds in a GraphML or GEXF file.
const fs = require("fs");
const { MultiGraph } = require("graphology");
const file = process.argv[2];
const format = require(file.endsWith(".gexf") ? "graphology-gexf" : "graphology-graphml");
const graph = format.parse(MultiGraph, fs.readFileSync(file, "utf8"));
const nodes = graph.mapNodes((id, values) => [id, values.label]);
const edges = graph.mapEdges((id, values, source, target) => [id, source, target, values.label, values.weight]);
console.log(JSON.stringify({ nodes, edges }));
