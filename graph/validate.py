"""Hold a store against the shapes of the ontology, some graphs at a time, so that memory stays flat."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from pyoxigraph import BlankNode, Literal, NamedNode
from pyshacl import validate as shacl
from rdflib import RDF, BNode, Graph, URIRef
from rdflib import Literal as Text

from graph.rules import core_shapes, hierarchy, query_rules, shapes_by_property
from graph.whereabouts import Place, places
from ontology import iris
from ontology.terms import XSD, Kg, Rdf

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from graph.results import Row, Term
    from graph.store.protocol import Store

    Progress = Callable[[str], None]

__all__ = ["Violation", "validate"]

_BATCH = 200
"""Graphs that are checked together."""
_SH = "http://www.w3.org/ns/shacl#"


@dataclass(frozen=True, slots=True)
class Violation:
    """A node that breaks a shape."""

    warning: bool
    """Whether something is odd or missing in a source, rather than wrong in the graph."""
    focus: str
    """IRI of the node."""
    shape: str
    """Local name of the shape in `ontology/shapes.ttl`."""
    message: str
    value: str | None = None
    """The value that is at fault, where there is one."""
    place: Place | None = None
    """The document that tells of the node, where one does."""


def validate(store: Store, progress: Progress | None = None) -> list[Violation]:
    """All nodes in a store that break a shape: what is wrong first, then warnings, by IRI.

    `progress` is called with what is looked at: the name of a shape, then that of each graph.
    """
    seen = progress or _unseen
    found = set(_by_query(store, seen))
    for rows in _batches(store, seen):
        found.update(_blank_nodes(rows))
        found.update(_by_shape(store, rows))
    where = places(store, {one.focus for one in found})
    told = [replace(one, place=where.get(one.focus)) for one in found]
    return sorted(told, key=lambda one: (one.warning, one.focus, one.shape, one.message, one.value or ""))


def _unseen(_: str) -> None:
    """Nobody looks."""


def _by_query(store: Store, seen: Progress) -> Iterator[Violation]:
    for rule in query_rules():
        seen(rule.shape)
        for this, value in store.select(rule.query):
            yield Violation(rule.warning, _plain(this) or "", rule.shape, rule.message, _plain(value))


def _batches(store: Store, seen: Progress) -> Iterator[list[Row]]:
    """Triples of some graphs at a time; of what loads add, only the failures, for they have a shape."""
    failed = f"SELECT ?s ?p ?o WHERE {{ GRAPH <{iris.PROV_GRAPH}> {{ ?s a <{Kg.LOAD_FAILURE}> ; ?p ?o }} }}"
    yield list(store.select(failed))
    graphs = [name for name in store.graphs() if name != iris.PROV_GRAPH]
    for start in range(0, len(graphs), _BATCH):
        names = graphs[start : start + _BATCH]
        yield [(quad.subject, quad.predicate, quad.object) for name in names for quad in store.quads(name)]
        for name in names:
            seen(name)


def _blank_nodes(rows: Iterable[Row]) -> Iterator[Violation]:
    for row in rows:
        if any(isinstance(term, BlankNode) for term in row):
            yield Violation(
                warning=False,
                focus=_plain(row[0]) or "",
                shape="NoBlankNodes",
                message="Data holds a blank node: loading it twice would double it.",
            )


def _by_shape(store: Store, rows: list[Row]) -> Iterator[Violation]:
    """Core constraints on the nodes that some triples describe."""
    if not rows:
        return iter(())
    data = _rdflib_graph(_with_neighbours(store, rows))
    _, report, _ = shacl(data, shacl_graph=core_shapes(), ont_graph=hierarchy(), inplace=True)
    # A thing is judged by the shapes of its class with the batch that gives its class.
    typed = {_plain(row[0]) for row in rows if _plain(row[1]) == Rdf.TYPE}
    described, by_property = {_plain(row[0]) for row in rows}, shapes_by_property()
    return (
        one
        for one in _results(report)
        if one.focus in typed or (one.focus in described and one.shape in by_property)
    )


def _with_neighbours(store: Store, rows: list[Row]) -> list[Row]:
    """Add what shapes look at beside a batch: what is said of its documents, types of what it links to."""
    documents = _names(row[0] for row in rows if (_plain(row[0]) or "").startswith(f"{iris.ID}doc/"))
    rows = [*rows, *store.select(f"SELECT ?s ?p ?o WHERE {{ VALUES ?s {{ {documents} }} ?s ?p ?o }}")]
    subjects, typed = {row[0] for row in rows}, {row[0] for row in rows if _plain(row[1]) == Rdf.TYPE}
    # What a batch tells of a thing can leave out its type, which stands in a graph of another batch.
    linked = _names(({row[2] for row in rows} - subjects) | (subjects - typed))
    kinds = f"SELECT ?s ?p ?t WHERE {{ VALUES ?s {{ {linked} }} ?s a ?t BIND(<{Rdf.TYPE}> AS ?p) }}"
    return [*rows, *store.select(kinds)]


def _names(terms: Iterable[Term | None]) -> str:
    return " ".join({f"<{term.value}>" for term in terms if isinstance(term, NamedNode)})


def _rdflib_graph(rows: Iterable[Row]) -> Graph:
    graph = Graph()
    for subject, predicate, value in rows:
        graph.add((_rdflib(subject), _rdflib(predicate), _rdflib(value)))
    return graph


def _rdflib(term: Term | None) -> Any:
    match term:
        case NamedNode():
            return URIRef(term.value)
        case Literal():
            kind = (
                None
                if term.language or term.datatype.value == f"{XSD}string"
                else URIRef(term.datatype.value)
            )
            return Text(term.value, lang=term.language, datatype=kind, normalize=False)
        case BlankNode():
            return BNode(term.value)
        case _:
            raise TypeError(f"a triple holds IRIs, literals and blank nodes, got {term!r}")


def _results(report: Any) -> Iterator[Violation]:
    def told(result: Any, name: str) -> Any:
        return report.value(result, URIRef(f"{_SH}{name}"))

    for result in report.subjects(RDF.type, URIRef(f"{_SH}ValidationResult")):
        value = told(result, "value")
        yield Violation(
            warning=str(told(result, "resultSeverity")) == f"{_SH}Warning",
            focus=str(told(result, "focusNode")),
            shape=_shape_name(told(result, "sourceShape")),
            message=str(told(result, "resultMessage")),
            value=None if value is None else str(value),
        )


def _shape_name(shape: Any) -> str:
    """Local name of a node shape; a property shape has the name of the node shape it is part of."""
    while not isinstance(shape, URIRef):
        shape = next(core_shapes().subjects(None, shape))
    return str(shape).rpartition("#")[2]


def _plain(term: Term | None) -> str | None:
    match term:
        case None:
            return None
        case NamedNode() | Literal():
            return term.value
        case _:
            return str(term)
