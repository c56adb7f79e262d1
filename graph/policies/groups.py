"""Target groups: which words of two letters mean the same people."""

from __future__ import annotations

import re
from functools import cache

from ontology.described import country, described
from ontology.slugs import slug

__all__ = ["group_key"]

_PLAIN = frozenset(
    [
        "aanvragers",
        "alle",
        "afkomstig",
        "afkomstige",
        "asielzoekers",
        "burgers",
        "de",
        "deze",
        "die",
        "een",
        "en",
        "groep",
        "het",
        "in",
        "landgenoten",
        "mensen",
        "met",
        "nationaliteit",
        "onderdanen",
        "personen",
        "staatsburgers",
        "uit",
        "van",
        "vluchtelingen",
        "voor",
        "vreemdelingen",
    ]
)
"""Words that everybody from a country can be called by, and those between words."""
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")


def group_key(printed: str, code: str | None) -> str:
    """Slug of a target group, without what says no more than that it is from the country.

    Empty where nothing else is said: `Russen` are all from Russia.

    >>> group_key("Russische dienstplichtigen", "RUS"), group_key("vreemdelingen uit Rusland", "RUS")
    ('dienstplichtigen', '')
    """
    names = _names(code) if code else frozenset()
    left = [word for word in _WORD.findall(printed) if slug(word) not in names and slug(word) not in _PLAIN]
    return slug(" ".join(left)) if left else ""


@cache
def _names(code: str) -> frozenset[str]:
    """Words by which a country and its people are called."""
    iri = country(code)
    one = described(iri) if iri else None
    if one is None:
        return frozenset()
    plain = _words(one.nl, *one.adjectives, *one.demonyms)
    longer = (label for label in one.labels if plain & _words(label))  # not a region: that is a group
    return plain | _words(*longer)


def _words(*names: str) -> frozenset[str]:
    return frozenset(slug(word) for name in names for word in _WORD.findall(name))
