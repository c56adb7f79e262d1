"""What classes and properties are called, for people, in Dutch and English."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from ontology.terms import PREFIXES, Dcterms, Eli, Org

__all__ = ["COUNTRIES", "names_of"]

COUNTRIES = "http://publications.europa.eu/resource/authority/country"
"""The list of the EU; in drawings the class of a country, whose own class is that of any concept."""

_FOREIGN: dict[str, dict[str, str]] = {
    f"{PREFIXES['foaf']}Person": {"nl": "persoon", "en": "person"},
    Org.POST: {"nl": "ambt", "en": "post"},
    Org.ORGANIZATION: {"nl": "uitgever", "en": "publisher"},
    Org.POST_IN: {"nl": "ambt bij", "en": "post in"},
    Eli.IS_PART_OF: {"nl": "onderdeel van", "en": "is part of"},
    Dcterms.PUBLISHER: {"nl": "uitgegeven door", "en": "published by"},
    COUNTRIES: {"nl": "land", "en": "country"},
    "": {"nl": "onbekende soort", "en": "unknown class"},
}
"""Names of the borrowed terms that nodes and edges have; those of our own stand in the ontology."""


def names_of(term: str) -> Mapping[str, str]:
    """Give the name of a class or property in Dutch and English, if unknown the last part of its IRI."""
    if term in _FOREIGN:
        return _FOREIGN[term]
    own = _ontology_names().get(term, {})
    last = term.replace("#", "/").rsplit("/", 1)[-1]
    return {"nl": own.get("nl", last), "en": own.get("en", last)}


@cache
def _ontology_names() -> dict[str, dict[str, str]]:
    """Labels of the ontology's own terms, by language."""
    from pyoxigraph import Literal, RdfFormat, parse  # noqa: PLC0415 - only for who names terms

    names: dict[str, dict[str, str]] = {}
    turtle = files("ontology").joinpath("kamergraaf.ttl").read_bytes()
    for quad in parse(turtle, format=RdfFormat.TURTLE):
        if quad.predicate.value == f"{PREFIXES['rdfs']}label" and isinstance(quad.object, Literal):
            names.setdefault(str(quad.subject.value), {})[quad.object.language or ""] = quad.object.value
    return names
