"""Asking a store for rows of plain strings, many nodes at a time."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from graph.results import plain
from ontology.terms import PREFIXES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from graph.store.protocol import Store

__all__ = ["among", "day", "rows"]

_CHUNK = 2000
_HEAD = "".join(f"PREFIX {name}: <{iri}>\n" for name, iri in PREFIXES.items())


def rows(store: Store, head: str, pattern: str, tail: str = "") -> Iterator[tuple[str, ...]]:
    """Rows of a SELECT as plain strings, empty where a variable is unbound."""
    for row in store.select(f"{_HEAD}SELECT {head} WHERE {{ {pattern} }} {tail}"):
        yield tuple(plain(term) or "" for term in row)


def among(
    store: Store, head: str, pattern: str, variable: str, nodes: Iterable[str] | None
) -> Iterator[tuple[str, ...]]:
    """Rows where a variable is one of some IRIs; None: whatever it is."""
    if nodes is None:
        yield from rows(store, head, pattern)
        return
    listed = sorted(nodes)
    for at in range(0, len(listed), _CHUNK):
        values = " ".join(f"<{iri}>" for iri in listed[at : at + _CHUNK])
        yield from rows(store, head, f"VALUES ?{variable} {{ {values} }} {pattern}")


def day(text: str) -> date | None:
    """Turn the lexical form of a date into a day; None for the empty string."""
    return date.fromisoformat(text[:10]) if text else None
