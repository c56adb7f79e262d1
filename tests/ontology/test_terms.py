from __future__ import annotations

import re
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, parse

import ontology
from ontology.terms import DEF, PREFIXES, Kg

HERE = Path(ontology.__file__).parent
RDFS = PREFIXES["rdfs"]
SKOS = PREFIXES["skos"]
TURTLE = sorted(HERE.rglob("*.ttl"))


def quads(path: Path) -> list[Quad]:
    return list(parse(path.read_bytes(), format=RdfFormat.TURTLE))


def values(found: list[Quad], subject: str, predicate: str) -> list[Literal]:
    return [
        q.object for q in found if q.subject == NamedNode(subject) and q.predicate == NamedNode(predicate)
    ]


def in_code() -> set[str]:
    return {value for name, value in vars(Kg).items() if not name.startswith("_")}


def defined() -> set[str]:
    subjects = (q.subject for q in quads(HERE / "kamergraaf.ttl") if isinstance(q.subject, NamedNode))
    return {subject.value for subject in subjects if subject.value.startswith(DEF)}


def test_terms_in_code_and_in_turtle_are_the_same() -> None:
    assert in_code() == defined()


def test_constants_are_named_after_their_terms() -> None:
    for name, value in vars(Kg).items():
        if not name.startswith("_"):
            assert name == re.sub(r"(?<=[a-z])(?=[A-Z])", "_", value.removeprefix(DEF)).upper()


@pytest.mark.parametrize("term", sorted(defined()))
def test_terms_have_a_label_and_a_definition_in_both_languages(term: str) -> None:
    found = quads(HERE / "kamergraaf.ttl")

    for predicate in (f"{RDFS}label", f"{SKOS}definition"):
        told = values(found, term, predicate)
        assert sorted(value.language for value in told) == ["en", "nl"]
        assert all(value.value.strip() for value in told)


@pytest.mark.parametrize("path", TURTLE, ids=lambda path: path.stem)
def test_turtle_uses_no_term_that_is_not_defined(path: Path) -> None:
    used = {
        term.value
        for quad in quads(path)
        for term in (quad.subject, quad.predicate, quad.object)
        if isinstance(term, NamedNode) and term.value.startswith(DEF)
    }
    queries = {
        f"{DEF}{name}"
        for quad in quads(path)
        if isinstance(quad.object, Literal)
        for name in re.findall(r"\bkg:([A-Za-z0-9]+)", quad.object.value)
        if name != "as"  # "kg:as…" in a comment on a family of terms
    }

    assert used - {DEF} <= defined()
    assert queries <= defined()


def test_language_tags_are_lower_case() -> None:
    for path in TURTLE:
        assert not re.findall(r'"@(?!nl\b|en\b|prefix)\S+', path.read_text(encoding="utf-8"))


def test_a_prefix_means_one_namespace_in_all_files() -> None:
    for path in TURTLE:
        for prefix, namespace in re.findall(
            r"@prefix ([a-z-]+): <([^>]+)>", path.read_text(encoding="utf-8")
        ):
            assert PREFIXES.get(prefix, namespace) == namespace, f"{path.name}: {prefix}"
