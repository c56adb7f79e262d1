"""A network for Gephi, Cytoscape, yEd and other programs: GraphML or GEXF, in a stable order."""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO

from graph.errors import QueryError

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["FORMATS", "export_network"]

FORMATS = ("graphml", "gexf")


def export_network(network: nx.MultiDiGraph[str], out: BinaryIO, form: str = "graphml") -> None:
    """Write a network such as `graph.network` gives; attributes that are None are left out.

    The day of writing, which networkx puts into GEXF, is left out, so that the same network gives
    the same bytes. Raises `QueryError` for an unknown format.
    """
    import networkx as nx  # noqa: PLC0415 - slow to import

    if form not in FORMATS:
        raise QueryError(f"No such format: {form}. Known are {', '.join(FORMATS)}.")
    ordered = _ordered(network)
    if form == "graphml":
        lines = nx.generate_graphml(ordered, encoding="utf-8", prettyprint=True, named_key_ids=True)
        text = '<?xml version="1.0" encoding="UTF-8"?>\n' + "\n".join(lines) + "\n"
    else:
        writer = nx.readwrite.gexf.GEXFWriter(encoding="utf-8", prettyprint=True, version="1.2draft")
        writer.add_graph(ordered)
        for meta in writer.xml.iter("meta"):
            meta.attrib.pop("lastmodifieddate", None)
        text = '<?xml version="1.0" encoding="UTF-8"?>\n' + str(writer) + "\n"
    out.write(text.encode())


def _ordered(network: nx.MultiDiGraph[str]) -> nx.MultiDiGraph[str]:
    """The same network with nodes, edges and attributes sorted, and edges numbered anew."""
    import networkx as nx  # noqa: PLC0415 - as above

    plain: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for node, facts in sorted(network.nodes(data=True)):
        plain.add_node(node, **_plain(facts))
    edges = ((start, end, _plain(facts)) for start, end, facts in network.edges(data=True))
    for start, end, facts in sorted(edges, key=lambda edge: (edge[0], edge[1], sorted(edge[2].items()))):
        plain.add_edge(start, end, **facts)
    return plain


def _plain(facts: dict[str, object]) -> dict[str, str | int | float | bool]:
    kept = ((name, value) for name, value in sorted(facts.items()) if value is not None)
    return {
        name: value if isinstance(value, str | int | float | bool) else str(value) for name, value in kept
    }
