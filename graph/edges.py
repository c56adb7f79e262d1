"""The plain facts that a drawing shows as edges, and how they are asked of a store, many nodes at a time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, TypeVar

from graph.results import Term, plain
from ontology.iris import ID
from ontology.terms import Dcterms, Eli, Kg, Org

if TYPE_CHECKING:
    from graph.store.protocol import Store

__all__ = ["EDGES", "Edge", "counts", "doubles", "incoming", "latest", "outgoing", "parts", "with_class"]

EDGES: tuple[str, ...] = (
    Eli.IS_PART_OF,
    Kg.ANSWERS,
    Kg.REPLIES_TO,
    Kg.CITES,
    Kg.ASKED_BY,
    Kg.PARTY,
    Kg.ADDRESSED_TO,
    Kg.ANSWERED_BY,
    Kg.ON_BEHALF_OF,
    Kg.REFERS_TO_ANSWER,
    Kg.FOLLOWS_UP,
    Kg.SUPERSEDES,
    Kg.ANSWERED_BY_LETTER,
    Kg.WITHDRAWN_BY,
    Kg.FULFILS,
    Kg.IN_DOSSIER,
    Dcterms.PUBLISHER,
    Org.POST_IN,
    Kg.DECIDES,
    Kg.CONTINUES,
    Kg.RECORDED_IN,
    Kg.INSTRUMENT,
    Kg.CONCERNS,
    Kg.CONCERNS_COUNTRY,
)
"""Properties that become edges; where a limit cuts, nodes reached by earlier ones stay."""

Edge = tuple[str, str, str]
"""Subject, property, object."""

T = TypeVar("T")

_CHUNK = 400
"""Nodes asked about in one query."""
_PROPERTIES = " ".join(f"<{edge}>" for edge in EDGES)
# Followed one way only: the other posts of a ministry, which registers tell of by the dozen, say nothing
# of the documents drawn.
_TOWARDS = " ".join(f"<{edge}>" for edge in EDGES if edge != Org.POST_IN)
_NOT_DRAWN = (
    (None, f"{ID}statement/"),  # stands behind a decision, as roles stand behind who asked
    (None, f"{ID}claim/"),
    (Kg.CONCERNS, f"{ID}question/"),  # its set says so
    (Kg.CONCERNS_COUNTRY, f"{ID}question/"),
    (Kg.INSTRUMENT, f"{ID}decision/"),  # its measure says so
    (Kg.CONCERNS_COUNTRY, f"{ID}decision/"),
)
"""Properties, None for any, of subjects with a beginning: true, and too much for a drawing."""


def parts(items: Sequence[T]) -> Iterator[Sequence[T]]:
    """The items in stretches that one query can name."""
    return (items[at : at + _CHUNK] for at in range(0, len(items), _CHUNK))


def outgoing(store: Store, iris: Sequence[str]) -> Iterator[Edge]:
    """All edges from the nodes."""
    for part in parts(iris):
        rows = store.select(
            f"SELECT ?s ?p ?o WHERE {{ VALUES ?s {{ {_named(part)} }} "
            f"VALUES ?p {{ {_PROPERTIES} }} ?s ?p ?o {_drawn()} }}"
        )
        yield from ((_text(s), _text(p), _text(o)) for s, p, o in rows)


def counts(store: Store, iris: Sequence[str]) -> Iterator[tuple[str, str, int]]:
    """Node, property and number of edges towards the node, sorted within a stretch of nodes."""
    for part in parts(iris):
        rows = store.select(
            f"SELECT ?o ?p (COUNT(DISTINCT ?s) AS ?n) WHERE {{ VALUES ?o {{ {_named(part)} }} "
            f"VALUES ?p {{ {_TOWARDS} }} ?s ?p ?o {_drawn()} }} GROUP BY ?o ?p"
        )
        yield from sorted((_text(o), _text(p), int(_text(n))) for o, p, n in rows)


def incoming(store: Store, pairs: Sequence[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Property and subject of all edges towards pairs of node and property."""
    for part in parts(pairs):
        wanted = " ".join(f"(<{property_}> <{iri}>)" for iri, property_ in part)
        rows = store.select(f"SELECT ?p ?s WHERE {{ VALUES (?p ?o) {{ {wanted} }} ?s ?p ?o {_drawn()} }}")
        yield from ((_text(p), _text(s)) for p, s in rows)


def latest(store: Store, iri: str, property_: str, most: int) -> Iterator[tuple[str, str]]:
    """Property and subject of the edges towards one node whose subjects have the highest IRIs."""
    rows = store.select(
        f"SELECT DISTINCT ?s WHERE {{ ?s <{property_}> <{iri}> {_drawn(f'<{property_}>')} }} "
        f"ORDER BY DESC(STR(?s)) LIMIT {most}"
    )
    return ((property_, _text(row[0])) for row in rows)


def with_class(store: Store, iris: Sequence[str]) -> set[str]:
    """Those of the IRIs that name something with a class."""
    found: set[str] = set()
    for part in parts(iris):
        rows = store.select(f"SELECT DISTINCT ?s WHERE {{ VALUES ?s {{ {_named(part)} }} ?s a ?c }}")
        found.update(_text(row[0]) for row in rows)
    return found


def doubles(store: Store, iris: Sequence[str]) -> set[str]:
    """Those of the IRIs that are sets or questions known under a better name as well."""
    found: set[str] = set()
    for part in parts(iris):
        rows = store.select(
            f"SELECT DISTINCT ?s WHERE {{ VALUES ?s {{ {_named(part)} }} "
            f"?s <{Kg.SAME_SET_AS}>|<{Kg.SAME_QUESTION_AS}> ?better }}"
        )
        found.update(_text(row[0]) for row in rows)
    return found


def _drawn(property_: str = "?p") -> str:
    """A filter on edges from `?s`."""
    tests = [
        f"({property_} = <{edge}> && {begins})" if edge else begins
        for edge, beginning in _NOT_DRAWN
        for begins in [f'STRSTARTS(STR(?s), "{beginning}")']
    ]
    return f"FILTER(!({' || '.join(tests)}))"


def _named(iris: Sequence[str]) -> str:
    return " ".join(f"<{iri}>" for iri in iris)


def _text(term: Term | None) -> str:
    return plain(term) or ""
