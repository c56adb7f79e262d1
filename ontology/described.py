"""Concepts as the graph describes them: a pure function of their IRI and the concept files."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from ontology import iris
from ontology.lexicon import concept_files
from ontology.nquads import Block, GraphContent
from ontology.terms import Kg, Org, Rdf, Skos
from ontology.thesaurus import Concept, concepts, domains

__all__ = [
    "HOME",
    "code_of",
    "country",
    "described",
    "description",
    "instrument",
    "is_abroad",
    "is_instrument",
    "legal_basis",
]

HOME = "NLD"
"""The country that documents are about unless they say otherwise: it is never what a passage concerns."""
_HOME_IRI = f"{iris.COUNTRY}{HOME}"
_INSTRUMENT = iris.concept("instrument", "x")[:-1]
_NO_INSTRUMENT = iris.COUNTRY, iris.ID
_CLASSES = {"instrument": Kg.POLICY_INSTRUMENT, "organisation": Org.ORGANIZATION}
_CONCEPT = f"{Skos.PREF_LABEL.rpartition('#')[0]}#Concept"


def described(iri: str) -> Concept | None:
    """A concept by its IRI; None where no file describes it."""
    return concepts().get(iri)


def country(code: str) -> str | None:
    """IRI of a country by ISO 3166-1 alpha-3; None for the Netherlands and for what is not in the table."""
    return _countries(concept_files()).get(code) if code != HOME else None


@cache
def _countries(files: tuple[Path, ...]) -> dict[str, str]:
    del files  # which are what the concepts depend on
    return {one.code: one.iri for one in concepts().values() if one.code}


def legal_basis(iri: str) -> tuple[str, ...]:
    """IRIs of the provisions that give the power to use an instrument."""
    one = concepts().get(iri)
    return one.legal_basis if one else ()


def code_of(iri: str) -> str | None:
    """ISO 3166-1 alpha-3 of a country by its IRI; None for what is no country."""
    one = concepts().get(iri)
    return one.code if one else None


def is_abroad(iri: str) -> bool:
    """Whether an IRI is that of a country, the Netherlands aside."""
    return iri.startswith(iris.COUNTRY) and iri != _HOME_IRI


def instrument(name: str) -> str:
    """IRI of an instrument by the name of its concept; an IRI stays as it is.

    >>> instrument("vertrekmoratorium")
    'https://w3id.org/kamergraaf/concept/instrument/vertrekmoratorium'
    """
    return name if "://" in name else iris.concept("instrument", name)


def is_instrument(iri: str) -> bool:
    """Whether an IRI is that of an instrument, by its scheme or by what the files say."""
    if iri.startswith(_INSTRUMENT):
        return True
    if iri.startswith(_NO_INSTRUMENT):
        return False
    one = concepts().get(iri)
    return one is not None and one.kind == "instrument"


def description(iri: str) -> GraphContent | None:
    """The graph that describes a concept or a field of policy; None where no file describes it."""
    return _description(iri, concept_files())


@cache
def _description(iri: str, files: tuple[Path, ...]) -> GraphContent | None:
    del files  # which are what the concepts depend on
    block = Block(iris.ref_graph(iri))
    one = described(iri)
    if one:
        _describe(block, one)
    elif iri in domains():
        block.link(iri, Rdf.TYPE, _CONCEPT)
        _names(block, iri, *domains()[iri])
    return block.content("ref") if block else None


def _describe(block: Block, one: Concept) -> None:
    """Write what a concept is: its kind, names, code, domain and legal basis."""
    cls = _CLASSES.get(one.kind)
    if one.kind != "organisation":
        block.link(one.iri, Rdf.TYPE, _CONCEPT)
    if cls:
        block.link(one.iri, Rdf.TYPE, cls)
    _names(block, one.iri, one.nl, one.en)
    if one.code:
        block.string(one.iri, Kg.COUNTRY_CODE, one.code)
    if one.domain:
        block.link(one.iri, Kg.DOMAIN, one.domain)
    for basis in legal_basis(one.iri):
        block.link(one.iri, Kg.LEGAL_BASIS, basis)


def _names(block: Block, iri: str, nl: str, en: str) -> None:
    block.words(iri, Skos.PREF_LABEL, nl)
    block.words(iri, Skos.PREF_LABEL, en, "en")
