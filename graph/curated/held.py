"""What the store holds that people can decide on: statements and names, as rows; and what they decided."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode

from graph.curated.table import Row
from graph.policies.asking import among, rows
from ontology import iris
from ontology.described import code_of
from ontology.slugs import digest
from ontology.terms import Dcterms, Kg, Rdf

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pyoxigraph import Quad

    from graph.store.oxigraph import OxigraphStore

__all__ = [
    "ACTOR",
    "PERSON",
    "PERSONS",
    "POLICIES",
    "STATEMENT",
    "Held",
    "decided_on",
    "fingerprint",
    "held",
    "persons",
    "tail",
]

POLICIES, PERSONS = iris.curated_graph("policies"), iris.curated_graph("persons")
STATEMENT, ACTOR, PERSON, DOCUMENT = (
    f"{iris.ID}{part}/" for part in ("statement", "actor", "person", "doc/nl")
)
_FINGERPRINTED = frozenset(
    {
        Rdf.TYPE,
        Kg.DECISION_TYPE,
        Dcterms.TYPE,
        Kg.INSTRUMENT,
        Kg.CONCERNS_COUNTRY,
        Kg.TARGET_GROUP,
        Kg.DECIDED_ON,
        Kg.EFFECTIVE_FROM,
        Kg.EFFECTIVE_UNTIL,
        Kg.REPORT_DATE,
        Kg.PERIOD_FROM,
        Kg.PERIOD_UNTIL,
        Kg.EXPECTED_FROM,
        Kg.EXPECTED_UNTIL,
        Kg.RECORDED_IN,
    }
)
"""What a statement says, without where it says so."""
_CLASSES = {Kg.DECISION_STATEMENT: "decision", Kg.REPORT_STATEMENT: "report"}
_QUOTES = "?s kg:evidence/oa:hasSelector ?at . ?at oa:start ?start ; oa:exact ?words"
_UNRESOLVED = """?actor kg:unresolvedBecause ?why ; foaf:name ?name .
    ?part eli-dl:had_participant_person ?actor
    OPTIONAL { ?part eli-dl:participation_in_name_of/skos:prefLabel ?group }
    OPTIONAL { ?doc kg:hasParticipation ?part .
      ?doc dcterms:dateSubmitted|kg:receivedOn|eli:date_document ?day }"""


@dataclass(slots=True)
class Held:
    """One statement with all that is said of it."""

    iri: str
    facts: defaultdict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    quote: str = ""
    lines: list[str] = field(default_factory=list)

    def one(self, predicate: str) -> str:
        """The first value of a property, or nothing."""
        return min(self.facts[predicate], default="")

    def row(self, status: str = "", note: str = "") -> Row:
        """The statement as a row."""
        expected = "/".join(filter(None, (self.one(Kg.EXPECTED_FROM), self.one(Kg.EXPECTED_UNTIL))))
        what = next((name for cls, name in _CLASSES.items() if cls in self.facts[Rdf.TYPE]), "decision")
        return Row(
            id=self.iri.removeprefix(STATEMENT),
            what=what,
            status=status,
            type=tail(self.one(Kg.DECISION_TYPE) or self.one(Dcterms.TYPE)),
            instruments=" ".join(sorted(map(_instrument, self.facts[Kg.INSTRUMENT]))),
            country=code_of(self.one(Kg.CONCERNS_COUNTRY)) or "",
            group=self.one(Kg.TARGET_GROUP),
            decided_on=self.one(Kg.DECIDED_ON) or self.one(Kg.REPORT_DATE),
            effective_from=self.one(Kg.EFFECTIVE_FROM) or self.one(Kg.PERIOD_FROM),
            effective_until=self.one(Kg.EFFECTIVE_UNTIL) or self.one(Kg.PERIOD_UNTIL),
            expected=expected,
            documents=" ".join(sorted(iri.removeprefix(DOCUMENT) for iri in self.facts[Kg.RECORDED_IN])),
            quote=self.one(Kg.TEXT) or self.quote,
            note=note,
        )


def tail(iri: str) -> str:
    """Last part of an IRI."""
    return iri.rpartition("/")[2]


def _instrument(iri: str) -> str:
    """The name of a shipped instrument; the whole IRI of another."""
    return iri.removeprefix(iris.concept("instrument", "x")[:-1])


def held(store: OxigraphStore) -> dict[str, Held]:
    """Statements of documents and of people, by IRI in order."""
    found: dict[str, Held] = {}
    for cls in _CLASSES:
        for quad in store.match(None, NamedNode(Rdf.TYPE), NamedNode(cls)):
            if isinstance(quad.subject, NamedNode):
                found[quad.subject.value] = _held(store, quad.subject)
    for s, _, words in sorted(among(store, "?s ?start ?words", _QUOTES, "s", found)):
        found[s].quote = found[s].quote or words
    return dict(sorted(found.items()))


def _held(store: OxigraphStore, node: NamedNode) -> Held:
    one = Held(node.value)
    for quad in store.match(node, None, None):
        predicate, value = quad.predicate.value, quad.object
        if isinstance(value, NamedNode | Literal):
            one.facts[predicate].append(value.value)
            if predicate in _FINGERPRINTED:
                one.lines.append(f"{predicate} {value}")
    return one


def fingerprint(one: Held) -> str:
    """Digest of what a statement says."""
    return digest("\n".join(sorted(one.lines)))


def decided_on(store: OxigraphStore) -> dict[str, Held]:
    """What people decided on statements, by IRI of their decision; rejected ones as well."""
    found: dict[str, Held] = {}
    quads: Iterable[Quad] = store.quads(POLICIES)
    for quad in quads:
        if isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode | Literal):
            one = found.setdefault(quad.subject.value, Held(quad.subject.value))
            one.facts[quad.predicate.value].append(quad.object.value)
    return dict(sorted(found.items()))


def persons(store: OxigraphStore) -> list[Row]:
    """Names that stand for nobody yet, and those for which people said who they stand for; by id."""
    curated = {
        str(quad.subject.value): str(quad.object.value)
        for quad in store.quads(PERSONS)
        if quad.predicate.value == Kg.IDENTIFIED_AS
        and isinstance(quad.subject, NamedNode)
        and isinstance(quad.object, NamedNode)
    }
    found: dict[str, Row] = {}
    for actor, name, group, when, why in sorted(rows(store, "?actor ?name ?group ?day ?why", _UNRESOLVED)):
        key = actor.removeprefix(ACTOR)
        found.setdefault(
            key, Row(id=key, what="person", name=name, group=group, decided_on=when[:10], note=why)
        )
    for actor, person in curated.items():
        key = actor.removeprefix(ACTOR)
        name = next((n for (n,) in rows(store, "?name", f"<{actor}> foaf:name ?name")), "")
        found[key] = Row(
            id=key, what="person", status="correct", name=name, person=person.removeprefix(PERSON)
        )
    return [found[key] for key in sorted(found)]
