"""Short names of IRIs, for tables that people read and for what they type."""

from __future__ import annotations

from ontology.iris import ID
from ontology.terms import PREFIXES

__all__ = ["compress", "expand"]

_SPACES = sorted({**PREFIXES, "id": ID}.items(), key=lambda pair: -len(pair[1]))
"""Prefix and namespace, the longest namespace first."""


def compress(text: str) -> str:
    """Shorten an IRI of a known namespace; any other text stays as it is.

    >>> compress("https://w3id.org/kamergraaf/id/doc/nl/kst-99001-14")
    'id:doc/nl/kst-99001-14'
    """
    for prefix, space in _SPACES:
        if text.startswith(space) and len(text) > len(space):
            return f"{prefix}:{text.removeprefix(space)}"
    return text


def expand(text: str) -> str:
    """Give the IRI of a short name; any other text stays as it is.

    >>> expand("id:doc/nl/kst-99001-14")
    'https://w3id.org/kamergraaf/id/doc/nl/kst-99001-14'
    """
    prefix, found, rest = text.partition(":")
    return dict(_SPACES).get(prefix, f"{prefix}:") + rest if found and not rest.startswith("//") else text
