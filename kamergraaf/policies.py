"""Policies as people ask for them: by name, for some countries, in a stretch of days."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from itertools import chain, product
from typing import TYPE_CHECKING

from graph.policies import Event, order, timeline
from kamergraaf.concepts import concept
from ontology.thesaurus import concepts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graph.store.protocol import Store
    from ontology.thesaurus import Concept

__all__ = ["Asked", "asked", "events", "page"]


@dataclass(frozen=True, slots=True)
class Asked:
    """What a timeline is about; at least one of the two holds something."""

    instruments: tuple[Concept, ...]
    countries: tuple[Concept, ...]

    def title(self, language: str) -> str:
        """What it is called: `Besluitmoratorium, vertrekmoratorium · Rusland`."""
        parts = (
            ", ".join(one.nl if language == "nl" else one.en for one in some)
            for some in (self.instruments, self.countries)
        )
        text = " · ".join(part for part in parts if part)
        return text[:1].upper() + text[1:]


def asked(names: Sequence[str], countries: Sequence[str] = ()) -> Asked:
    """Find what names stand for, in Dutch or English, as a code or as the end of an IRI.

    Raises `UsageError`, with near names, for a name that stands for nothing or for more than one thing.
    """
    found = [concept(name, "instrument", "country") for name in names]
    found += [concept(name, "country") for name in countries]
    kept = dict.fromkeys(found)
    return Asked(
        tuple(one for one in kept if one.kind == "instrument"),
        tuple(one for one in kept if one.kind == "country"),
    )


def events(store: Store, about: Asked, first: date | None = None, last: date | None = None) -> list[Event]:
    """Events about any of the instruments in any of the countries, from one day to another, in order.

    An instrument stands for its narrower ones as well. Reports on a country belong to what is asked of a
    policy in it. An event that is about several of them is one event.
    """
    found: dict[str, Event] = {}
    choices = [some for some in (_with_narrower(about.instruments), about.countries) if some]
    told = [timeline(store, *(one.iri for one in chosen)) for chosen in product(*choices)]
    if about.instruments:
        told += [
            [event for event in timeline(store, country.iri) if event.kind == "report"]
            for country in about.countries
        ]
    for event in chain.from_iterable(told):
        known = found.get(event.iri, event)
        concepts = tuple(dict.fromkeys((*known.concepts, *event.concepts)))
        found[event.iri] = replace(known, concepts=concepts)
    kept = [
        one
        for one in found.values()
        if (first is None or first <= one.day) and (last is None or one.day <= last)
    ]
    return sorted(kept, key=order)


def _with_narrower(instruments: Sequence[Concept]) -> list[Concept]:
    """Instruments, and those that are a kind of them, each once."""
    found = dict.fromkeys(instruments)
    while more := [
        one
        for one in concepts().values()
        if one.kind == "instrument" and one not in found and any(up.iri in one.broader for up in found)
    ]:
        found |= dict.fromkeys(more)
    return list(found)


def page(found: Sequence[Event], about: Asked, language: str = "nl") -> str:
    """Give the HTML of the timeline page of some events (see `viz.timeline`)."""
    from viz.timeline import render  # noqa: PLC0415 - a table does without

    english = {one.nl: one.en for one in concepts().values()}
    titles = {tag: about.title(tag) for tag in ("nl", "en")}
    return render(found, titles, english=english, language=language)
