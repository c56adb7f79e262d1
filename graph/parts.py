"""Who takes part in documents and cases, as their graphs have it: read in a few sweeps over the store.

The people of a case of the register are parts of the case, and of its question set as long as no
print of the set is loaded; they are looked up once, under the case.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from pyoxigraph import NamedNode

from graph.results import plain
from ontology import iris
from ontology.terms import Dcterms, Eli, EliDl, Foaf, Kg

if TYPE_CHECKING:
    from graph.store.oxigraph import OxigraphStore

__all__ = ["Part", "parts", "unit_of"]

_PART = f"{iris.ID}participation/"
_DOC, _CASE = iris.doc_graph("x")[:-1], iris.case_graph("x")[:-1]
_OF_CASE = "case-"
_ASKED = (Dcterms.DATE_SUBMITTED, Kg.STARTED_ON)
_ARRIVAL = (Kg.RECEIVED_ON, Eli.DATE_DOCUMENT, Dcterms.DATE_SUBMITTED)
_DAYS = {"asker": _ASKED, "addressee": (*_ASKED, Kg.RECEIVED_ON)}
"""What dates a role, first choice first; any other role is dated by the arrival of its document."""


@dataclass(frozen=True, slots=True)
class Part:
    """One participation, with all that tells who it is."""

    node: str
    document: str
    """Id of the document, set or case."""
    role: str
    actor: str
    """IRI of the name as printed; empty where a post alone is named."""
    name: str
    group: str
    post: str
    day: date | None
    entry: str = ""
    """Address of the person in the open data of the House, where the source links to it."""


def unit_of(graph: str) -> str:
    """Id under which the people of a graph are looked up: of a document, or `case-` and a number.

    Empty for a graph that says nothing of people.
    """
    if graph.startswith(_DOC):
        return graph.removeprefix(_DOC)
    return _OF_CASE + graph.removeprefix(_CASE).partition("/")[0] if graph.startswith(_CASE) else ""


def parts(store: OxigraphStore, docs: Collection[str] | None) -> Iterator[Part]:
    """Participations of some documents and cases, or of all, by IRI."""
    if docs is None:
        yield from _parts(store, [None], "")
        return
    for doc in sorted(docs):
        names = [iris.doc_graph(doc)]
        if doc.startswith(_OF_CASE):
            number = doc.removeprefix(_OF_CASE)
            names = [iris.case_graph(number), iris.case_graph(number, "actors")]
        yield from _parts(store, [NamedNode(name) for name in names], doc)


def _pairs(store: OxigraphStore, predicate: str, graph: NamedNode | None) -> Iterator[tuple[str, str]]:
    """Subjects and values of a property; over the whole store rows of a query cost half of what quads do."""
    if graph is None:
        for row in store.select(f"SELECT ?s ?o {{ ?s <{predicate}> ?o }}"):
            yield plain(row[0]) or "", plain(row[1]) or ""
        return
    for quad in store.match(None, NamedNode(predicate), None, graph):
        yield plain(quad.subject) or "", plain(quad.object) or ""


def _parts(store: OxigraphStore, graphs: list[NamedNode] | list[None], only: str) -> Iterator[Part]:
    def values(predicate: str) -> dict[str, str]:
        return {subject: value for graph in graphs for subject, value in _pairs(store, predicate, graph)}

    within: defaultdict[str, list[str]] = defaultdict(list)
    for graph in graphs:
        for owner, node in _pairs(store, Kg.HAS_PARTICIPATION, graph):
            within[node].append(owner)
    actors, names = values(EliDl.PERSON), values(Foaf.NAME)
    groups, posts, entries = values(EliDl.IN_NAME_OF), values(Kg.IN_CAPACITY_OF), values(Kg.REGISTER_ENTRY)
    days = {predicate: values(predicate) for predicate in dict.fromkeys((*_ASKED, *_ARRIVAL))}
    for node in sorted(within):
        document, _, place = node.removeprefix(_PART).partition("/")
        if only and document != only:
            continue
        role = place.partition("/")[0]  # `iris.participation` writes it there; a sweep for it costs a second
        dated = (
            days[predicate].get(owner) for predicate in _DAYS.get(role, _ARRIVAL) for owner in within[node]
        )
        actor = actors.get(node, "")
        yield Part(
            node=node,
            document=document,
            role=role,
            actor=actor,
            name=names.get(actor, ""),
            group=groups.get(node, ""),
            post=posts.get(node, ""),
            day=next((date.fromisoformat(day[:10]) for day in dated if day), None),
            entry=entries.get(actor, ""),
        )
