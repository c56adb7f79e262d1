"""SPARQL to networkx: what stands round a node, or round the answer to a query.

Only facts of the domain are edges (who asked, what answers what, what is cited); the
nodes that carry roles, wording and evidence are left out. Everything that is not drawn is
counted in `Network.left_out`. The same store and arguments give the same network.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pyoxigraph import NamedNode

from graph.describe import describe
from graph.edges import EDGES, Edge, counts, doubles, incoming, latest, outgoing, with_class
from graph.errors import QueryError
from graph.names import names_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    import networkx as nx

    from graph.results import Value
    from graph.store.protocol import Store

__all__ = ["LeftOut", "Network", "from_query", "neighbourhood"]


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Something that is not in a network: how many, and why, by language (`nl`, `en`)."""

    count: int
    reason: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Network:
    """A directed multigraph whose keys are IRIs, where it started, and what it leaves out.

    Each node has `iri`, `label`, `label_en`, `kind` (IRI of its class), `kind_nl`, `kind_en`, and where
    known `date` (ISO), `title` (its title or opening words) and `page` (address); each edge `relation`
    (IRI of its property), `label` and `label_en`. All are strings.
    """

    graph: nx.MultiDiGraph[str]
    start: tuple[str, ...] = ()
    left_out: tuple[LeftOut, ...] = ()


def neighbourhood(store: Store, iri: str, hops: int = 2, limit: int = 1000, fan: int = 25) -> Network:
    """Give the network within `hops` edges of `iri`, in either direction, of at most `limit` nodes.

    Of a node with more than `fan` edges of one property towards it (a post, a party), the `fan`
    with the highest IRIs are followed, which for numbered documents are the latest; the node at the
    start is followed in full. Raises `QueryError` for a node that the store does not know.
    """
    walk = _Walk(store, limit, fan)
    walk.begin([_checked(iri)])
    walk.go(hops)
    network = walk.network()
    if not network.graph.number_of_edges() and not network.graph.nodes[iri]["kind"]:
        raise QueryError(f"There is no node {iri} in this store: check the IRI, or load its document first.")
    return network


def from_query(  # noqa: PLR0913 - those of `neighbourhood`, and what a query needs
    store: Store,
    sparql: str,
    hops: int = 0,
    limit: int = 1000,
    fan: int = 25,
    *,
    parameters: Mapping[str, Value] | None = None,
) -> Network:
    """Give the network of the nodes in a query's answer, and of what stands within `hops` edges of them.

    A SELECT gives the nodes its rows name, a CONSTRUCT or DESCRIBE also its own triples as edges. IRIs
    that name no thing with a class (properties, addresses) are left out and counted.
    """
    result = store.query(sparql, parameters)
    if result.boolean is not None:
        raise QueryError("An ASK query has no nodes to draw: write it as SELECT or CONSTRUCT.")
    triples = [(t.subject, t.predicate, t.object) for t in result.triples or ()]
    rows: Iterable[Sequence[object]] = [(s, o) for s, _, o in triples] or result.rows
    # A dict keeps the order of the answer, so that a query's ORDER BY decides what a limit keeps.
    named = list(dict.fromkeys(term.value for row in rows for term in row if isinstance(term, NamedNode)))
    known = with_class(store, named)
    walk = _Walk(store, limit, fan)
    walk.extra = [
        (s.value, p.value, o.value)
        for s, p, o in triples
        if isinstance(s, NamedNode) and isinstance(o, NamedNode)
    ]
    walk.begin([iri for iri in named if iri in known])
    if strange := len(named) - len(known):
        walk.leave(
            strange,
            f"IRI’s uit het antwoord die geen ding met een klasse noemen: {strange}",
            f"IRIs of the answer that name no thing with a class: {strange}",
        )
    walk.go(hops)
    return walk.network()


@dataclass(slots=True)
class _Walk:
    """Breadth first from the start, under a budget of nodes."""

    store: Store
    limit: int
    fan: int
    start: tuple[str, ...] = ()
    nodes: dict[str, None] = field(default_factory=dict)
    extra: list[Edge] = field(default_factory=list)
    hubs: dict[tuple[str, str], int] = field(default_factory=dict)
    left_out: list[LeftOut] = field(default_factory=list)

    def begin(self, iris: Sequence[str]) -> None:
        """Take the nodes to start from."""
        if self.limit < 1 or self.fan < 1:
            raise QueryError(
                f"A network needs room for a node and an edge: limit {self.limit}, fan {self.fan}."
            )
        self.nodes = dict.fromkeys(iris[: self.limit])
        self.start = tuple(self.nodes)
        self._over_limit(len(iris) - len(self.nodes), last=True)

    def go(self, hops: int) -> None:
        """Follow edges for a number of steps, or until the budget is spent."""
        frontier = list(self.nodes)
        for hop in range(1, hops + 1):
            around = [iri for iri in self._around(frontier) if iri not in self.nodes]
            twice = doubles(self.store, around)
            new = [iri for iri in around if iri not in twice]
            frontier = new[: self.limit - len(self.nodes)]
            self.nodes.update(dict.fromkeys(frontier))
            if len(new) > len(frontier):
                self._over_limit(len(new) - len(frontier), last=hop == hops)
                return

    def _around(self, frontier: Sequence[str]) -> list[str]:
        """Give the nodes one edge away: by property in the order of `EDGES`, then by IRI."""
        found: dict[str, int] = {}
        edges = [(p, o) for _, p, o in outgoing(self.store, frontier)]
        for property_, iri in (*edges, *self._incoming(frontier)):
            found[iri] = min(found.get(iri, len(EDGES)), EDGES.index(property_))
        return sorted(found, key=lambda iri: (found[iri], iri))

    def _incoming(self, frontier: Sequence[str]) -> Iterator[tuple[str, str]]:
        """Give property and subject of edges towards the frontier, but of hubs only the last few."""
        plain: list[tuple[str, str]] = []
        for hub, property_, count in counts(self.store, frontier):
            most = self.limit if hub in self.start else self.fan
            if count <= most:
                plain.append((hub, property_))
                continue
            self.hubs[hub, property_] = count
            yield from latest(self.store, hub, property_, most)
        yield from incoming(self.store, plain)

    def leave(self, count: int, nl: str, en: str) -> None:
        """Note that something is left out."""
        self.left_out.append(LeftOut(count, {"nl": nl, "en": en}))

    def _over_limit(self, count: int, *, last: bool) -> None:
        if count > 0:
            more = ("", "") if last else (", en wat daarachter ligt", ", and what lies beyond them")
            self.leave(
                count,
                f"knopen boven het maximum van {self.limit}: {count}{more[0]}",
                f"nodes beyond the limit of {self.limit}: {count}{more[1]}",
            )

    def network(self) -> Network:
        """Give the nodes with all edges between them, described."""
        import networkx as nx  # noqa: PLC0415 - slow to import, and most runs draw nothing

        graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
        for iri, facts in describe(self.store, list(self.nodes)).items():
            graph.add_node(iri, **facts)
        known = (*outgoing(self.store, list(self.nodes)), *self.extra)
        edges = {edge for edge in known if edge[0] in graph and edge[2] in graph}
        for subject, property_, object_ in sorted(edges):
            names = names_of(property_)
            graph.add_edge(
                subject, object_, key=property_, relation=property_, label=names["nl"], label_en=names["en"]
            )
        self._tell_hubs(graph)
        return Network(graph, self.start, tuple(self.left_out))

    def _tell_hubs(self, graph: nx.MultiDiGraph[str]) -> None:
        for (hub, property_), count in sorted(self.hubs.items()):
            shown = sum(1 for _, _, key in graph.in_edges(hub, keys=True) if key == property_)
            if count > shown:
                names, node = names_of(property_), graph.nodes[hub]
                self.leave(
                    count - shown,
                    f"{node['label']}: {shown} van {count} verbanden ‘{names['nl']}’ getekend",
                    f"{node['label_en']}: {shown} of {count} ‘{names['en']}’ edges drawn",
                )


def _checked(iri: str) -> str:
    """Refuse what is no IRI, so that it can stand between angle brackets in a query."""
    try:
        return NamedNode(iri).value
    except ValueError as error:
        raise QueryError(f"'{iri}' is no IRI: give the full address of a node, https://… .") from error
