"""Where what people decided and what programs read now do not go together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from pyoxigraph import NamedNode

from graph.curated.held import ACTOR, PERSONS, STATEMENT, decided_on, fingerprint, held
from graph.policies.asking import rows
from ontology.terms import Foaf, Kg

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.store.oxigraph import OxigraphStore

__all__ = ["Conflict", "conflicts"]

_AGAINST = """?s kg:disagreesWith ?d . ?d kg:statedBy ?c . ?c kg:curationStatus ?status
    FILTER NOT EXISTS { ?s kg:curationStatus ?any }"""
_TOLD = """OPTIONAL { ?s kg:decidedOn ?decided } OPTIONAL { ?s kg:effectiveFrom ?from }
    OPTIONAL { ?s kg:effectiveUntil ?until }"""


@dataclass(frozen=True, slots=True)
class Conflict:
    """One matter for a person to look at."""

    id: str
    """Of the row of the curated statement or name."""
    kind: Literal["source-gone", "source-changed", "contradicted"]
    words: str
    other: str = ""
    """Id of the row of the extracted statement that contradicts it."""


def conflicts(store: OxigraphStore) -> list[Conflict]:
    """All conflicts, by id: sources that are gone or read otherwise, and statements that say otherwise."""
    return sorted(
        (*_sources(store), *_contradicted(store), *_names(store)),
        key=lambda one: (one.id, one.kind, one.other),
    )


def _sources(store: OxigraphStore) -> Iterator[Conflict]:
    told = held(store)
    for iri, one in decided_on(store).items():
        source = one.one(Kg.CURATES)
        key = iri.removeprefix(STATEMENT)
        if not source:
            continue
        former = told.get(source)
        if former is None:
            yield Conflict(
                key,
                "source-gone",
                f"{source.removeprefix(STATEMENT)}, on which this was decided, is no longer read",
            )
        elif one.one(Kg.FINGERPRINT) != fingerprint(former):
            yield Conflict(
                key,
                "source-changed",
                f"{source.removeprefix(STATEMENT)} reads otherwise than when this was decided",
            )


def _contradicted(store: OxigraphStore) -> Iterator[Conflict]:
    for s, curated, decided, since, until in sorted(
        set(rows(store, "?s ?c ?decided ?from ?until", f"{_AGAINST} {_TOLD}"))
    ):
        days = ", ".join(
            f"{name} {value}"
            for name, value in (("decided", decided), ("from", since), ("until", until))
            if value
        )
        other = s.removeprefix(STATEMENT)
        yield Conflict(curated.removeprefix(STATEMENT), "contradicted", f"{other} says {days}", other)


def _names(store: OxigraphStore) -> Iterator[Conflict]:
    for quad in store.quads(PERSONS):
        if quad.predicate.value == Kg.IDENTIFIED_AS and isinstance(quad.subject, NamedNode):
            named = next(store.match(quad.subject, NamedNode(Foaf.NAME), None), None)
            if named is None:
                key = quad.subject.value.removeprefix(ACTOR)
                yield Conflict(key, "source-gone", "no document in the store prints this name any more")
