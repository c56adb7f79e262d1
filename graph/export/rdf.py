"""The graph as an RDF file, in a stable order: the same store gives the same bytes."""

from __future__ import annotations

from itertools import chain, groupby
from typing import TYPE_CHECKING, BinaryIO

from pyoxigraph import RdfFormat, serialize

from graph.errors import QueryError
from ontology.iris import PROV_GRAPH
from ontology.terms import PREFIXES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pyoxigraph import Quad, Triple

    from graph.store.protocol import Store

__all__ = ["FORMATS", "export_rdf"]

FORMATS = ("nq", "trig", "ttl", "jsonld")
"""N-Quads, TriG and JSON-LD keep the named graphs; Turtle holds all triples without them."""


def export_rdf(store: Store, out: BinaryIO, form: str = "nq", *, provenance: bool = True) -> None:
    """Write a store in one of `FORMATS`.

    `provenance=False` leaves out `graph/prov`, which holds what differs between loads of the same
    documents (times, load nodes, paths). N-Quads, TriG and JSON-LD stream, one graph at a time;
    Turtle sorts all triples in memory. Raises `QueryError` for an unknown format.
    """
    graphs = [name for name in store.graphs() if provenance or name != PROV_GRAPH]
    if form == "nq":
        out.writelines(store.lines(graphs))
    elif form == "trig":
        serialize(_quads(store, graphs), out, RdfFormat.TRIG, prefixes=_used())
    elif form == "jsonld":
        serialize(_quads(store, graphs), out, RdfFormat.JSON_LD)
    elif form == "ttl":
        serialize(_triples(store, graphs), out, RdfFormat.TURTLE, prefixes=_used())
    else:
        raise QueryError(f"No such format: {form}. Known are {', '.join(FORMATS)}.")


def _used() -> dict[str, str]:
    return dict(sorted(PREFIXES.items()))


def _quads(store: Store, graphs: list[str]) -> Iterator[Quad]:
    return chain.from_iterable(sorted(store.quads(graph), key=str) for graph in graphs)


def _triples(store: Store, graphs: list[str]) -> Iterator[Triple]:
    """All triples sorted; one that stands in several graphs (which loads never do) is given once."""
    ordered = sorted((quad.triple for quad in _quads(store, graphs)), key=str)
    return (next(same) for _, same in groupby(ordered))
