"""What happened around a policy or a country, in order of day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Literal

from graph.policies.asking import among, day, rows
from graph.policies.measures import Measure, measures

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from graph.store.protocol import Store

__all__ = ["Event", "Kind", "order", "timeline"]

Kind = Literal["decision", "question", "answer", "report", "letter", "motion", "delay"]
_PLACES = {
    kind: place
    for place, kind in enumerate(("report", "question", "delay", "answer", "motion", "letter", "decision"))
}
"""Order within a day: what can be the ground of something comes before it."""

_CONCERNS = "kg:concerns|kg:concernsCountry"
_FACTS = "OPTIONAL { ?node dcterms:title ?title } OPTIONAL { ?node foaf:page ?page }"
_SETS = "?set a kg:QuestionDocument MINUS { ?set kg:sameSetAs ?better }"
_DOCUMENTS: tuple[tuple[Kind, str], ...] = (
    (
        "question",
        "?node a kg:QuestionDocument ; dcterms:dateSubmitted ?day MINUS { ?node kg:sameSetAs ?better }",
    ),
    ("letter", "?node a kg:ParliamentaryPaper ; eli:date_document ?day MINUS { ?node a kg:Motion }"),
    ("motion", "?node a kg:Motion ; eli:date_document ?day"),
)
_REPLIES: tuple[tuple[Kind, str], ...] = (
    ("answer", "?node a kg:AnswerDocument ; kg:receivedOn ?day ; kg:repliesTo ?set"),
    ("delay", "?node a kg:DelayNotice ; kg:receivedOn ?day ; kg:repliesTo ?set"),
)
_REPORTS = """?node a kg:CountryReport . FILTER NOT EXISTS { ?node dcterms:isReplacedBy ?newer }
    OPTIONAL { ?node eli:date_document ?dated }
    OPTIONAL { ?node kg:expectedFrom ?from ; kg:expectedUntil ?until }
    OPTIONAL { ?node dcterms:type/skos:prefLabel ?kind FILTER(LANG(?kind) = 'nl') }
    OPTIONAL { ?node foaf:page ?page }
    OPTIONAL { ?node kg:concernsCountry/skos:prefLabel ?country FILTER(LANG(?country) = 'nl') }"""


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened on a day."""

    day: date
    end: date | None
    """Last day of what a decision keeps in force, or of the period in which a report is expected."""
    kind: Kind
    title: str
    iri: str
    page: str | None
    """Official page; of a decision that of the document that records it."""
    concepts: tuple[str, ...]
    """Labels of the instruments and countries that it is about, among those asked for or of a decision."""
    quote: str | None
    """The sentence that states a decision."""
    detail: str = ""
    """Of a decision its type; of a report `expected` while it is not there; else empty."""
    since: date | None = None
    """Of a decision the first day on which it holds, where that is known."""
    document: str = ""
    """Of a decision the IRI of the document that records it."""
    group: str = ""
    """Of a decision whom the measure is for, as printed; empty where it is for all."""


def timeline(store: Store, *concepts: str) -> list[Event]:
    """Events about all of some instruments, topics and countries (IRIs), in order of day.

    A document counts where it, or one of its questions, concerns each of them; a set under the better of its
    names, also where a reply that reprints it says so under the other.
    """
    found = list(_decided(measures(store, about=concepts), frozenset(concepts)))
    labels = _labels(store, concepts)
    found += _documents(store, concepts, labels)
    found += _reports(store, concepts)
    return sorted(found, key=order)


def order(event: Event) -> tuple[date, int, str]:
    """By day; within a day what can be the ground of something before it."""
    return event.day, _PLACES[event.kind], event.iri


def _decided(every: Iterable[Measure], concepts: frozenset[str]) -> Iterator[Event]:
    for measure in every:
        about = [measure.instrument, *([measure.country] if measure.country else [])]
        if not concepts <= {one.iri for one in about}:
            continue
        labels = tuple(one.label for one in about)
        named = " ".join(filter(None, (*labels, f"({measure.group})" if measure.group else "")))
        for act in measure.decisions:
            if act.dated is None:
                continue
            yield Event(
                act.dated,
                act.until,
                "decision",
                named,
                act.iri,
                act.page or None,
                labels,
                act.quote or None,
                act.type,
                act.since,
                act.document,
                measure.group,
            )


def _documents(store: Store, concepts: tuple[str, ...], labels: tuple[str, ...]) -> Iterator[Event]:
    about = set.intersection(*(_about(store, concept) for concept in concepts))
    for kind, pattern in _DOCUMENTS:
        yield from _events(store, kind, pattern, "node", about, labels)
    for kind, pattern in _REPLIES:
        yield from _events(store, kind, f"{_SETS} {pattern}", "set", about, labels)


def _about(store: Store, concept: str) -> set[str]:
    """Documents that concern a concept, themselves or by one of their questions; sets by all their names."""
    own = {doc for (doc,) in rows(store, "DISTINCT ?doc", f"?doc {_CONCERNS} <{concept}>")}
    parts = f"?part {_CONCERNS} <{concept}> ; eli:is_part_of ?doc"
    own |= {doc for (doc,) in rows(store, "DISTINCT ?doc", parts)}
    return own | {better for (better,) in among(store, "?better", "?doc kg:sameSetAs ?better", "doc", own)}


def _events(  # noqa: PLR0913, PLR0917 - what is asked, of what, and what events are called
    store: Store, kind: Kind, pattern: str, variable: str, about: set[str], labels: tuple[str, ...]
) -> Iterator[Event]:
    told: set[str] = set()
    found = among(store, "?node ?day ?title ?page", f"{pattern} {_FACTS}", variable, about)
    for node, when, title, page in sorted(found):
        dated = day(when)
        if dated and node not in told:
            told.add(node)
            yield Event(dated, None, kind, title or node.rpartition("/")[2], node, page or None, labels, None)


def _reports(store: Store, concepts: tuple[str, ...]) -> Iterator[Event]:
    about = " ".join(f"?node kg:concernsCountry <{concept}> ." for concept in concepts)
    told: set[str] = set()
    for row in sorted(rows(store, "?node ?dated ?from ?until ?kind ?page ?country", f"{about} {_REPORTS}")):
        node, dated, first, last, kind, page, country = row
        when = day(dated) or day(first)
        if when is None or node in told:
            continue
        told.add(node)
        title = f"{kind or 'ambtsbericht'} {country}".strip()
        end, detail = (None, "") if dated else (day(last), "expected")
        yield Event(
            when, end, "report", title, node, page or None, (country,) if country else (), None, detail
        )


def _labels(store: Store, concepts: tuple[str, ...]) -> tuple[str, ...]:
    named = {
        concept: label
        for concept in concepts
        for (label,) in sorted(
            rows(store, "?label", f"<{concept}> skos:prefLabel ?label FILTER(LANG(?label) = 'nl')")
        )
    }
    return tuple(named.get(concept, concept.rpartition("/")[2]) for concept in concepts)
