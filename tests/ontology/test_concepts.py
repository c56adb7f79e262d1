from __future__ import annotations

from collections import defaultdict

import pytest
from pyoxigraph import BlankNode, Literal, NamedNode, Quad, RdfFormat, parse

from ontology import iris
from ontology.lexicon import CONCEPTS, triples_of
from ontology.records import AnswerKind, DecisionType, Kind
from ontology.slugs import squash
from ontology.terms import PREFIXES, Kg, Org, Rdf, Schema, Skos

SKOS = PREFIXES["skos"]
FILES = sorted(path.relative_to(CONCEPTS).with_suffix("").as_posix() for path in CONCEPTS.rglob("*.ttl"))
SCHEMES = [
    "answer-kind", "commitment-status", "decision-type", "document-kind", "follow-up", "join-basis", "role",
]  # fmt: skip
"""Files of one scheme with all its concepts."""
DOMAINS = [name for name in FILES if name.startswith("domains/")]
WITHOUT_LANGUAGE = {NamedNode(term) for term in (Kg.PREPOSITION, Kg.COUNTRY_CODE, Kg.DECIDABLE, Kg.PATTERN)}


def quads(name: str) -> list[Quad]:
    return list(parse((CONCEPTS / f"{name}.ttl").read_bytes(), format=RdfFormat.TURTLE))


def instances(name: str, cls: str) -> set[str]:
    return {s for s, p, o in triples_of(name) if p == Rdf.TYPE and o == cls}


@pytest.mark.parametrize("name", FILES)
def test_no_blank_nodes_and_every_label_has_a_language(name: str) -> None:
    for quad in quads(name):
        assert not isinstance(quad.subject, BlankNode)
        assert not isinstance(quad.object, BlankNode)
        if isinstance(quad.object, Literal) and quad.predicate not in WITHOUT_LANGUAGE:
            assert quad.object.language in {"nl", "en"}


@pytest.mark.parametrize("name", [*SCHEMES, *DOMAINS, "domain", "instrument", "report-kind"])
def test_concepts_are_labelled_and_defined_in_both_languages(name: str) -> None:
    told: dict[tuple[str, str], list[str]] = defaultdict(list)
    for quad in quads(name):
        if isinstance(quad.object, Literal):
            told[quad.subject.value, quad.predicate.value].append(quad.object.language or "")
    concepts = instances(name, f"{SKOS}Concept")
    assert concepts
    for concept in concepts:
        assert sorted(told[concept, Skos.PREF_LABEL]) == ["en", "nl"]
        assert sorted(told[concept, f"{SKOS}definition"]) == ["en", "nl"]


@pytest.mark.parametrize("name", SCHEMES)
def test_a_scheme_lists_its_concepts(name: str) -> None:
    scheme = f"{iris.CONCEPT}{name}"
    concepts = instances(name, f"{SKOS}Concept")
    listed = {o for s, p, o in triples_of(name) if s == scheme and p == f"{SKOS}hasTopConcept"}
    placed = {s for s, p, o in triples_of(name) if p == f"{SKOS}inScheme" and o == scheme}

    assert concepts == listed == placed
    assert all(concept.startswith(f"{scheme}/") for concept in concepts)


def test_concepts_that_code_mints_exist() -> None:
    assert {iris.concept("document-kind", kind) for kind in Kind} == instances(
        "document-kind", f"{SKOS}Concept"
    )
    assert {iris.concept("answer-kind", kind) for kind in AnswerKind} == instances(
        "answer-kind", f"{SKOS}Concept"
    )
    assert {iris.concept("decision-type", kind) for kind in DecisionType} == instances(
        "decision-type", f"{SKOS}Concept"
    )


@pytest.mark.parametrize(
    ("name", "cls"),
    [
        ("ministries", Kg.MINISTRY),
        ("portfolios", Kg.PORTFOLIO),
        ("groups", Kg.PARLIAMENTARY_GROUP),
        ("publishers", Org.ORGANIZATION),
    ],
)
def test_a_name_means_one_thing(name: str, cls: str) -> None:
    owners: dict[str, set[str]] = defaultdict(set)
    for subject, predicate, value in triples_of(name):
        if predicate in {Skos.PREF_LABEL, Skos.ALT_LABEL} and subject in instances(name, cls):
            owners[squash(value)].add(subject)

    assert {key: found for key, found in owners.items() if len(found) > 1} == {}


def test_a_domain_has_one_publisher() -> None:
    domains = [o for _, p, o in triples_of("publishers") if p == Schema.URL]

    assert len(domains) == len(set(domains))
    assert all(domain.startswith("https://") and domain.count("/") == 2 for domain in domains)


def test_portfolios_fall_under_ministries_that_are_described() -> None:
    ministries = instances("ministries", Kg.MINISTRY)
    under = {s: o for s, p, o in triples_of("portfolios") if p == Kg.PORTFOLIO_OF}
    forms = {s: o for s, p, o in triples_of("portfolios") if p == Kg.PREPOSITION}
    portfolios = instances("portfolios", Kg.PORTFOLIO)

    assert under.keys() == forms.keys() == portfolios
    assert set(under.values()) <= ministries
    assert set(forms.values()) == {"van", "voor"}


def test_there_is_enough_to_recognise_the_press() -> None:
    assert len(instances("publishers", Org.ORGANIZATION)) >= 60
