"""Who takes part in documents and cases, as their graphs have it.

Of all documents of a store it is read in a few sweeps, of one from its graphs as they stand or are to be.

Beside those who take part stand the persons whom running text names, in the role `named`.

The people of a case of the register are parts of the case, and of its question set as long as no
print of the set is loaded; they are looked up once, under the case.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from pyoxigraph import Literal, RdfFormat, parse

from graph.results import plain
from ontology import iris
from ontology.terms import Dcterms, Eli, EliDl, Foaf, Kg, Org

if TYPE_CHECKING:
    from graph.store.oxigraph import OxigraphStore

__all__ = ["NAMED", "Part", "graphs_of", "parts", "parts_in", "unit_of"]

_PART, _ACTOR = f"{iris.ID}participation/", f"{iris.ID}actor/"
_DOC, _CASE = iris.doc_graph("x")[:-1], iris.case_graph("x")[:-1]
_OF_CASE = "case-"
_ASKED = (Dcterms.DATE_SUBMITTED, Kg.STARTED_ON)
_ARRIVAL = (Kg.RECEIVED_ON, Eli.DATE_DOCUMENT, Dcterms.DATE_SUBMITTED)
NAMED = "named"
"""Role of a person who takes no part, and is named in running text."""
_DAYS = {"asker": _ASKED, "addressee": (*_ASKED, Kg.RECEIVED_ON)}
"""What dates a role, first choice first; any other role is dated by the arrival of its document."""
_TOLD = {
    f"<{predicate}>": predicate
    for predicate in (
        Kg.HAS_PARTICIPATION,
        EliDl.PERSON,
        EliDl.IN_NAME_OF,
        Kg.IN_CAPACITY_OF,
        Kg.REGISTER_ENTRY,
        Kg.NAMED_AS,
        Foaf.NAME,
        Org.MEMBER_OF,
        *_ASKED,
        *_ARRIVAL,
    )
}
"""Properties that tell of people, as N-Quads writes them."""
Pairs = Callable[[str], Iterable[tuple[str, str]]]
"""Subjects and values of a property."""


class Part(NamedTuple):
    """One participation, or one person who is named in running text, with all that tells who it is."""

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
    called: str = ""
    """What running text calls a person whom it names."""


def unit_of(graph: str) -> str:
    """Id under which the people of a graph are looked up: of a document, or `case-` and a number.

    Empty for a graph that says nothing of people.
    """
    if graph.startswith(_DOC):
        return graph.removeprefix(_DOC)
    return _OF_CASE + graph.removeprefix(_CASE).partition("/")[0] if graph.startswith(_CASE) else ""


def graphs_of(unit: str) -> list[str]:
    """Graphs that say something of the people of a document or a case."""
    if unit.startswith(_OF_CASE):
        number = unit.removeprefix(_OF_CASE)
        return [iris.case_graph(number), iris.case_graph(number, "actors")]
    return [iris.doc_graph(unit)]


def parts(store: OxigraphStore, docs: Collection[str] | None) -> Iterator[Part]:
    """Participations of some documents and cases, or of all, by IRI."""
    if docs is None:
        yield from _parts(lambda predicate: _swept(store, predicate), "")
        return
    for doc in sorted(docs):
        yield from parts_in(doc, store.lines(graphs_of(doc)))


def parts_in(unit: str, contents: Iterable[bytes]) -> Iterator[Part]:
    """Participations of a document or a case, from N-Quads of its graphs."""
    text = b"".join(contents).decode()
    if f"<{_PART}{unit}/" not in text and f"<{_ACTOR}{unit}/named/" not in text:
        return
    pairs: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    for line in text.removesuffix("\n").split("\n"):
        subject, predicate, rest = line.split(" ", 2)
        if predicate in _TOLD:
            pairs[_TOLD[predicate]].append((subject[1:-1], _value(rest)))
    yield from _parts(lambda predicate: pairs[predicate], unit)


def _value(rest: str) -> str:
    """IRI or text of the object with which the rest of a line begins."""
    if rest[0] == "<":
        return rest[1 : rest.index(">")]
    if "\\" not in rest:
        return rest[1 : rest.index('"', 1)]
    [quad] = parse(f"<x:> <x:> {rest}".encode(), RdfFormat.N_QUADS)
    return quad.object.value if isinstance(quad.object, Literal) else ""


def _swept(store: OxigraphStore, predicate: str) -> Iterator[tuple[str, str]]:
    """Pairs of a whole store; rows of a query cost half of what quads do."""
    for row in store.select(f"SELECT ?s ?o {{ ?s <{predicate}> ?o }}"):
        yield plain(row[0]) or "", plain(row[1]) or ""


def _parts(pairs: Pairs, only: str) -> Iterator[Part]:
    within: defaultdict[str, list[str]] = defaultdict(list)
    for owner, node in pairs(Kg.HAS_PARTICIPATION):
        within[node].append(owner)
    actors, names = dict(pairs(EliDl.PERSON)), dict(pairs(Foaf.NAME))
    groups, posts = dict(pairs(EliDl.IN_NAME_OF)), dict(pairs(Kg.IN_CAPACITY_OF))
    entries = dict(pairs(Kg.REGISTER_ENTRY))
    days = {predicate: dict(pairs(predicate)) for predicate in dict.fromkeys((*_ASKED, *_ARRIVAL))}
    for node in sorted(within):
        document, _, place = node.removeprefix(_PART).partition("/")
        if only and document != only:
            continue
        role = place.partition("/")[0]  # `iris.participation` writes it there; a sweep for it costs a second
        actor = actors.get(node, "")
        yield Part(
            node=node,
            document=document,
            role=role,
            actor=actor,
            name=names.get(actor, ""),
            group=groups.get(node, ""),
            post=posts.get(node, ""),
            day=_day(within[node], [days[predicate] for predicate in _DAYS.get(role, _ARRIVAL)]),
            entry=entries.get(actor, ""),
        )
    yield from _named(pairs, only, names, [days[predicate] for predicate in _ARRIVAL])


def _named(
    pairs: Pairs, only: str, names: Mapping[str, str], days: Sequence[Mapping[str, str]]
) -> Iterator[Part]:
    """Those whom running text names; `days` date documents, first choice first."""
    groups = dict(pairs(Org.MEMBER_OF))
    for actor, called in sorted(pairs(Kg.NAMED_AS)):
        document = actor.removeprefix(_ACTOR).partition("/")[0]
        if only and document != only:
            continue
        yield Part(
            node=actor,
            document=document,
            role=NAMED,
            actor=actor,
            name=names.get(actor, ""),
            group=groups.get(actor, ""),
            post="",
            day=_day([iris.document(document)], days),
            called=called,
        )


def _day(owners: Sequence[str], days: Sequence[Mapping[str, str]]) -> date | None:
    """The day of the first of some documents that has one; `days` are by document, first choice first."""
    for by_owner in days:
        for owner in owners:
            if day := by_owner.get(owner):
                return date.fromisoformat(day[:10])
    return None
