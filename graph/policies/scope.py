"""What some documents speak of: what of measures, reports, chains and fulfilments can rest on them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Self

from pyoxigraph import NamedNode

from graph.policies.asking import among, rows
from graph.policies.fulfilments import documents_of
from graph.policies.statements import document_of
from ontology import iris
from ontology.described import country
from ontology.terms import Kg

if TYPE_CHECKING:
    from collections.abc import Collection

    from graph.store.oxigraph import OxigraphStore

__all__ = ["CURATED", "Scope", "rested_on", "spoken_of"]

CURATED = "curated"
"""What statements of people count as, among ids of documents."""
_CHAINS = iris.chains_graph("x")[:-1]
_ABOUT = "OPTIONAL { ?one kg:instrument ?i } OPTIONAL { ?one kg:concernsCountry ?c }"
_RECORDED = "?d kg:recordedIn ?doc ; a kg:PolicyDecision ; kg:concernsCountry ?c"
_CHAINED = """VALUES ?basis { join-basis:shared-measure join-basis:citation }
    GRAPH ?g { ?j kg:basis ?basis ; rdf:subject ?a ; rdf:object ?b }"""


@dataclass(slots=True)
class Scope:
    """What is to be laid together again."""

    instruments: set[str] = field(default_factory=set)
    countries: set[str] = field(default_factory=set)
    """IRIs, as of instruments."""
    keeping: set[str] = field(default_factory=set)
    """Ids of documents of which it is to be found what they fulfil."""

    def add(self, other: Scope) -> Self:
        """Take in another."""
        self.instruments |= other.instruments
        self.countries |= other.countries
        self.keeping |= other.keeping
        return self


def spoken_of(store: OxigraphStore, docs: Collection[str]) -> Scope:
    """What documents (ids) speak of as the store stands."""
    scope = Scope(keeping=documents_of(store, docs))
    names = {Kg.CONCERNS_COUNTRY: scope.countries, Kg.INSTRUMENT: scope.instruments}
    graphs = [iris.policy_graph(doc) for doc in docs]
    if CURATED in docs:
        graphs.append(iris.curated_graph("policies"))
    for graph in graphs:
        for quad in store.quads(graph):
            found = names.get(quad.predicate.value)
            if found is not None and isinstance(quad.object, NamedNode):
                found.add(quad.object.value)
    recorded = among(store, "?c", _RECORDED, "doc", map(iris.document, docs))
    scope.countries.update(land for (land,) in recorded)
    return scope


def rested_on(store: OxigraphStore, docs: Collection[str]) -> Scope:
    """What rested on documents (ids) when graphs were laid together last."""
    scope, wanted = Scope(), set(docs)
    resting = {one for one, s in rows(store, "?one ?s", "?one kg:statedBy ?s") if document_of(s) in wanted}
    for instrument, land in among(store, "?i ?c", _ABOUT, "one", resting):
        scope.instruments |= {instrument} - {""}
        scope.countries |= {land} - {""}
    documents = {iris.document(doc) for doc in wanted}
    for graph, node, other in rows(store, "?g ?a ?b", _CHAINED):
        if documents & {node, other} and (land_of := country(graph.removeprefix(_CHAINS))):
            scope.countries.add(land_of)
    return scope
