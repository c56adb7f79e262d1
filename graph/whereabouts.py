"""Where nodes are told of: the document in whose graph they stand, its official page, the page in print."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.results import plain
from ontology import iris
from ontology.terms import PREFIXES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from graph.store.protocol import Store

__all__ = ["Place", "places"]

_CHUNK = 500
"""Nodes named in one query."""
_PREFIXES = "".join(f"PREFIX {name}: <{iri}>\n" for name, iri in PREFIXES.items())
_OF_DOCUMENT = tuple(graph("x")[:-1] for graph in (iris.doc_graph, iris.joins_graph))
_GRAPHS = "SELECT DISTINCT ?node ?graph WHERE { %s GRAPH ?graph { ?node ?property ?value } }"
_PAGES = (
    "SELECT ?node (MIN(?number) AS ?page) WHERE { %s ?node kg:evidence/kg:pageNumber ?number } GROUP BY ?node"
)
_OFFICIAL = "SELECT ?node (MIN(?page) AS ?first) WHERE { %s ?node foaf:page ?page } GROUP BY ?node"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a node is told of; what is not known is None."""

    document: str
    """IRI of the document."""
    official: str | None = None
    """Its official page."""
    page: int | None = None
    """Page of the copy that was read."""


def places(store: Store, nodes: Iterable[str]) -> dict[str, Place]:
    """Places by node; nodes that no document tells of are left out."""
    asked = sorted({node for node in nodes if node.startswith(("http://", "https://"))})
    graphs: defaultdict[str, list[str]] = defaultdict(list)
    for node, graph in _rows(store, _GRAPHS, asked):
        if graph.startswith(_OF_DOCUMENT):
            graphs[node].append(iris.document(graph.rpartition("/")[2]))
    documents = {node: node if node in found else min(found) for node, found in graphs.items()}
    official = dict(_rows(store, _OFFICIAL, sorted(set(documents.values()))))
    pages = {node: int(page) for node, page in _rows(store, _PAGES, asked)}
    return {
        node: Place(document, official.get(document), pages.get(node)) for node, document in documents.items()
    }


def _rows(store: Store, query: str, nodes: list[str]) -> Iterator[tuple[str, str]]:
    for at in range(0, len(nodes), _CHUNK):
        values = f"VALUES ?node {{ {' '.join(f'<{node}>' for node in nodes[at : at + _CHUNK])} }}"
        for node, value in store.select(_PREFIXES + query % values):
            yield plain(node) or "", plain(value) or ""
