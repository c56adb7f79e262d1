"""The shapes of `ontology/shapes.ttl`, split by what checks them fastest.

pySHACL parses the query of a `sh:sparql` constraint anew for each node it looks at, some
30 ms each; the store answers the same query for all nodes at once in about that time.
So core constraints go to pySHACL and queries to the store, with the same outcome (a test
compares).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from rdflib import RDFS, Graph, URIRef
from rdflib.term import Node

import ontology
from ontology.terms import PREFIXES

__all__ = ["QueryRule", "core_shapes", "hierarchy", "query_rules", "shapes_by_property"]

_HERE = Path(ontology.__file__).parent
_SH = "http://www.w3.org/ns/shacl#"


@dataclass(frozen=True, slots=True)
class QueryRule:
    """One `sh:sparql` constraint as a query over a whole store, which gives `?this` and `?value`."""

    shape: str
    query: str
    message: str
    warning: bool


@cache
def _shapes() -> Graph:
    return Graph().parse(_HERE / "shapes.ttl", format="turtle")


@cache
def hierarchy() -> Graph:
    """The subclass statements of the ontology, by which `sh:class` knows that a motion is a document."""
    whole = Graph().parse(_HERE / "kamergraaf.ttl", format="turtle")
    found = Graph()
    for triple in whole.triples((None, RDFS.subClassOf, None)):
        found.add(triple)
    return found


@cache
def core_shapes() -> Graph:
    """All shapes without their queries."""
    found = Graph()
    for triple in _shapes():
        if triple[1] != URIRef(f"{_SH}sparql"):
            found.add(triple)
    return found


@cache
def shapes_by_property() -> frozenset[str]:
    """Local names of the shapes that look at whatever has a property, of whichever class it is."""
    found = _shapes().subjects(URIRef(f"{_SH}targetSubjectsOf"), None)
    return frozenset(str(shape).rpartition("#")[2] for shape in found)


@cache
def query_rules() -> tuple[QueryRule, ...]:
    """The queries of all shapes, in order of shape."""
    shapes, rules = _shapes(), []
    for shape, _, constraint in shapes.triples((None, URIRef(f"{_SH}sparql"), None)):
        select, message = (shapes.value(constraint, URIRef(f"{_SH}{name}")) for name in ("select", "message"))
        query = _over_store(str(select), _targets(shape))
        warning = shapes.value(shape, URIRef(f"{_SH}severity")) == URIRef(f"{_SH}Warning")
        rules.append(QueryRule(str(shape).rpartition("#")[2], query, str(message), warning))
    return tuple(sorted(rules, key=lambda rule: rule.shape))


def _over_store(select: str, targets: str) -> str:
    """A constraint's SELECT for all targets at once: joining them is what pre-binding `$this` does to one."""
    prefixes = "".join(f"PREFIX {name}: <{iri}>\n" for name, iri in PREFIXES.items())
    body = select.replace("$this", "?this")
    return f"{prefixes}SELECT DISTINCT ?this ?value WHERE {{ {{ {targets} }} {{ {body} }} }}"


def _targets(shape: Node) -> str:
    shapes, found = _shapes(), []
    for target in shapes.objects(shape, URIRef(f"{_SH}targetClass")):
        found += [
            f"{{ ?this a <{cls}> }}" for cls in hierarchy().transitive_subjects(RDFS.subClassOf, target)
        ]
    for target in shapes.objects(shape, URIRef(f"{_SH}targetSubjectsOf")):
        found.append(f"{{ ?this <{target}> ?target_object }}")
    for target in shapes.objects(shape, URIRef(f"{_SH}targetObjectsOf")):
        found.append(f"{{ ?target_subject <{target}> ?this }}")
    return " UNION ".join(sorted(found))
