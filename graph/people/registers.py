"""Authority sets read back from their graphs, the inverse of `ontology.authority_graphs`.

What two sets state stands in the graph of the more trusted one alone, so that the other reads back
without it; only the name of a person, without which nobody can be told, is then taken from anywhere.
"""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import TYPE_CHECKING

from pyoxigraph import NamedNode

from graph.results import plain
from ontology import iris
from ontology.authority import AuthoritySet, Cabinet, Group, Incumbency, Person, Seat, Succession
from ontology.terms import Dcterms, Foaf, Kg, Org, Rdf, Schema, Skos

if TYPE_CHECKING:
    from graph.store.oxigraph import OxigraphStore

__all__ = ["names_in", "read_back"]

Facts = dict[str, list[str]]
_NAME = (Foaf.FAMILY_NAME, Foaf.GIVEN_NAME, Kg.NAME_PARTICLE)
_PERSON = f"{iris.ID}person/"


def names_in(store: OxigraphStore) -> list[str]:
    """Names of the sets that a store holds, sorted."""
    found = store.match(None, NamedNode(Rdf.TYPE), NamedNode(Kg.AUTHORITY_SET))
    names = {plain(quad.subject) or "" for quad in found}
    return sorted(name.removeprefix(iris.auth_graph("x")[:-1]) for name in names)


def _first(facts: Facts, predicate: str) -> str:
    return min(facts.get(predicate, ()), default="")


def _day(facts: Facts, predicate: str) -> date | None:
    text = _first(facts, predicate)
    return date.fromisoformat(text) if text else None


def read_back(store: OxigraphStore, names: list[str]) -> list[AuthoritySet]:
    """Give the sets of these names."""
    return [_read(store, name) for name in names]


def _read(store: OxigraphStore, name: str) -> AuthoritySet:
    graph = iris.auth_graph(name)
    about: defaultdict[str, Facts] = defaultdict(lambda: defaultdict(list))
    for quad in store.quads(graph):
        about[plain(quad.subject) or ""][plain(quad.predicate) or ""].append(plain(quad.object) or "")
    own = about.pop(graph, {})
    one = AuthoritySet(name, _first(own, Dcterms.TITLE), _day(own, Kg.OPEN_ON))
    one.terms = sorted(date.fromisoformat(day) for day in own.get(Kg.TERM_STARTS, ()))
    people = {iri for iri in about if iri.startswith(_PERSON)}
    for iri in sorted(about):
        people |= _take(store, one, iri, about[iri])
    one.persons = [_person(store, iri, about.get(iri, {})) for iri in sorted(people)]
    return one


def _take(store: OxigraphStore, one: AuthoritySet, iri: str, facts: Facts) -> set[str]:
    """Take up one thing of a set; gives the people it is about."""
    kinds = facts.get(Rdf.TYPE, ())
    start, end = _day(facts, Kg.VALID_FROM), _day(facts, Kg.VALID_UNTIL)
    end = None if Kg.OPEN_ON in facts else end
    person = _first(facts, Org.MEMBER)
    if Org.MEMBERSHIP in kinds and start:
        one.seats.append(Seat(person, _label(store, _first(facts, Org.IN_ORGANIZATION)), start, end))
    elif Kg.INCUMBENCY in kinds and start:
        one.incumbencies.append(Incumbency(person, _label(store, _first(facts, Kg.POST)), start, end))
    elif Kg.CABINET in kinds and start:
        name = _first(facts, Skos.PREF_LABEL).removeprefix("kabinet-")
        one.cabinets.append(Cabinet(name, start, end))
    elif iri.startswith(f"{iris.ID}group/"):
        others = tuple(sorted(facts.get(Skos.ALT_LABEL, ())))
        one.groups.append(Group(_label(store, iri), others, start, end, _first(facts, Dcterms.IDENTIFIER)))
    for former in facts.get(Kg.RENAMED_FROM, ()):
        one.successions.append(Succession(_label(store, iri), "renamed", _label(store, former)))
    for former in facts.get(Kg.SUCCEEDS, ()):
        one.successions.append(Succession(_label(store, iri), "succeeds", _label(store, former)))
    return {person} - {""}


def _label(store: OxigraphStore, iri: str) -> str:
    quads = store.match(NamedNode(iri), NamedNode(Skos.PREF_LABEL), None, NamedNode(iris.ref_graph(iri)))
    return min((plain(quad.object) or "" for quad in quads), default="")


def _person(store: OxigraphStore, iri: str, own: Facts) -> Person:
    facts = dict(own)
    for predicate in _NAME if Foaf.FAMILY_NAME not in own else ():
        quads = store.match(NamedNode(iri), NamedNode(predicate), None)
        if known := [plain(quad.object) or "" for quad in quads]:
            facts[predicate] = known
    kind, _, rest = iri.removeprefix(_PERSON).partition("/")
    year = _first(facts, Kg.BIRTH_YEAR)
    return Person(
        iri,
        _first(facts, Foaf.FAMILY_NAME),
        _first(facts, Foaf.GIVEN_NAME),
        _first(facts, Kg.NAME_PARTICLE) if Kg.NAME_PARTICLE in facts else None,
        _first(facts, Kg.INITIALS),
        _first(facts, Kg.FORENAMES),
        _day(facts, Schema.BIRTH_DATE),
        int(year) if year else None,
        tk=rest if kind == "tk" else "",
        wikidata=_first(facts, Schema.SAME_AS).rpartition("/")[2],
        iri=iri,
    )
