"""One SPARQL update that replaces graphs, in the engine's transaction."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from pyoxigraph import DefaultGraph, NamedNode, Quad, RdfFormat, parse

from graph.errors import StoreError

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["replacement"]


def replacement(graphs: Mapping[str, bytes], delete: bytes, insert: bytes) -> str:
    """Write the update: drop the graphs, delete quads, insert quads.

    All terms pass the engine's N-Quads parser first, so that nothing in the data can be read as SPARQL.
    """
    steps = [f"DROP SILENT GRAPH {NamedNode(graph)}" for graph in sorted(graphs)]
    if gone := _blocks(delete):
        steps.append(f"DELETE DATA {{\n{gone}}}")
    fresh = "".join(_blocks(content, graph) for graph, content in sorted(graphs.items()))
    fresh += _blocks(insert)
    if fresh:
        steps.append(f"INSERT DATA {{\n{fresh}}}")
    return " ;\n".join(steps)


def _blocks(nquads: bytes, only: str | None = None) -> str:
    """GRAPH blocks of some quads; with `only`, all must stand in that graph."""
    triples: defaultdict[str, list[str]] = defaultdict(list)
    for quad in parse(nquads, RdfFormat.N_QUADS):
        triples[_graph(quad, only)].append(f"{quad.triple} .\n")
    return "".join(f"GRAPH {NamedNode(graph)} {{\n{''.join(lines)}}}\n" for graph, lines in triples.items())


def _graph(quad: Quad, only: str | None) -> str:
    if isinstance(quad.graph_name, DefaultGraph):
        raise StoreError(f"A quad without a graph cannot be kept: {quad}.")
    graph = quad.graph_name.value
    if only is not None and graph != only:
        raise StoreError(f"A quad of graph {graph} was given as content of {only}.")
    return graph
