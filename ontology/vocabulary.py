"""Names that documents print, looked up in the concept files: ministries, portfolios, parties, publishers.

Lookups ignore case, accents, white space and punctuation. Files are read on first use.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from ontology import iris
from ontology.lexicon import SMALL_WORDS, Named, by_name, named_from_slug, names_of, values
from ontology.slugs import slug, squash
from ontology.terms import Kg, Org, Schema

__all__ = [
    "Named",
    "group",
    "ministry_label",
    "party",
    "portfolio",
    "portfolio_names",
    "post",
    "post_of",
    "publisher",
    "publisher_at",
    "publisher_named",
    "publisher_names",
]

_POST = re.compile(
    r"^\s*(?P<role>minister-president|minister|staatssecretaris)\b[\s,]*(?:(?P<form>van|voor)\s+)?(?P<field>.*\S)?\s*$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Portfolio:
    label: str
    ministry: str | None
    preposition: str


@cache
def _portfolios() -> dict[str, _Portfolio]:
    ministries = values("portfolios", Kg.PORTFOLIO_OF)
    forms = values("portfolios", Kg.PREPOSITION)
    return {
        key: _Portfolio(
            thing.label,
            next(iter(ministries.get(thing.iri, [])), None),
            next(iter(forms.get(thing.iri, [])), "van"),
        )
        for key, thing in by_name("portfolios", Kg.PORTFOLIO).items()
    }


@cache
def portfolio_names() -> tuple[str, ...]:
    """Every name and abbreviation of a portfolio since 2007, sorted."""
    return names_of("portfolios", Kg.PORTFOLIO)


@cache
def publisher_names() -> tuple[str, ...]:
    """Every name of a publisher as printed, longest first."""
    return tuple(sorted(names_of("publishers", Org.ORGANIZATION), key=lambda name: (-len(name), name)))


def portfolio(text: str) -> str | None:
    """Canonical label of a portfolio: `asiel en  migratie` gives `Asiel en Migratie`; None if unknown."""
    found = _portfolios().get(squash(text))
    return found.label if found else None


def post(label: str) -> Named:
    """The post of a printed label such as `Minister voor Rechtsbescherming`, known or not."""
    whole = by_name("portfolios", Org.POST).get(squash(label))
    if whole:
        return whole
    parts = _POST.match(label)
    field = _field(parts["field"]) if parts and parts["field"] else None
    if parts is None or field is None:
        return named_from_slug(iris.post(label))
    # "Staatssecretaris Rechtsbescherming" is the post of who signs as "… (Rechtsbescherming)".
    usual = field.preposition if squash(parts["role"]) == "minister" else "van"
    full = f"{parts['role'].capitalize()} {(parts['form'] or usual).lower()} {field.label}"
    return Named(iris.post(full), full, field.ministry)


def _field(text: str) -> _Portfolio | None:
    """A portfolio, or a ministry and what a state secretary does in it: `Financiën – Toeslagen`.

    Known from the slug alone, so that a print without the dash gives the same label.
    """
    known = _portfolios().get(squash(text))
    if known:
        return known
    words = slug(text).split("-")
    for cut in range(len(words) - 1, 0, -1):
        first = _portfolios().get("".join(words[:cut]))
        if first and words[cut] not in SMALL_WORDS:
            rest = _portfolios().get("".join(words[cut:]))
            label = rest.label if rest else named_from_slug("-".join(words[cut:])).label
            return _Portfolio(f"{first.label} – {label}", first.ministry, first.preposition)
    return None


def post_of(role: str, ministry: str | None) -> Named | None:
    """The post of one who signs: role and the portfolio printed between brackets.

    Answers print `Minister Jansen (Rechtsbescherming)`; whether that is `van` or `voor`
    is a fact about the portfolio, kept with it. None for a portfolio that is not known.
    """
    if squash(role) == squash("Minister-President"):
        return post("Minister-President")
    field = _field(ministry) if ministry else None
    if field is None:
        return None
    form = field.preposition if squash(role) == "minister" else "van"
    return post(f"{role} {form} {field.label}")


def party(text: str) -> Named | None:
    """A party or parliamentary group by abbreviation or full name; None if unknown."""
    return by_name("groups", Kg.PARLIAMENTARY_GROUP).get(squash(text))


def group(text: str) -> Named:
    """A parliamentary group by printed name, known or not."""
    return party(text) or named_from_slug(iris.group(text))


def publisher_named(text: str) -> Named | None:
    """A publisher by its name as printed, or by a site name such as `NU.nl`; None if unknown."""
    return by_name("publishers", Org.ORGANIZATION).get(squash(text)) or publisher_at(text.strip())


def publisher(text: str) -> Named:
    """A publisher by printed name, known or not."""
    return publisher_named(text) or named_from_slug(iris.publisher(text))


@cache
def _by_domain() -> dict[str, Named]:
    labels = {thing.iri: thing for thing in by_name("publishers", Org.ORGANIZATION).values()}
    sites = values("publishers", Schema.URL)
    return {url.split("://")[-1].strip("/"): labels[iri] for iri, urls in sites.items() for url in urls}


def publisher_at(host: str) -> Named | None:
    """The publisher of a host or of the domain it is part of: `nieuws.nos.nl` gives NOS."""
    parts = host.lower().removeprefix("www.").split(".")
    domains = _by_domain()
    for start in range(len(parts) - 1):
        found = domains.get(".".join(parts[start:]))
        if found:
            return found
    return None


@cache
def ministry_label(iri: str) -> str | None:
    """Dutch name of a ministry by IRI; None if the files do not know it."""
    known = {thing.iri: thing.label for thing in by_name("ministries", Kg.MINISTRY).values()}
    return known.get(iri)
