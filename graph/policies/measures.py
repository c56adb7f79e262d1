"""Measures with their decisions, and which of them were in force on a day."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from graph.policies.asking import among, day, rows
from graph.policies.order import place
from ontology import iris

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from graph.store.protocol import Store

__all__ = ["Concept", "Decision", "InForce", "Measure", "measures", "state"]

_STALE = timedelta(days=366)
"""A measure of which no end is known and of which nothing was heard for so long is less sure to hold."""
_STALE_SHARE = 0.5
_ANNOUNCE = "announce"

_MEASURES = """?measure a kg:PolicyMeasure ; kg:instrument ?instrument ; kg:confidence ?confidence .
    OPTIONAL { ?measure kg:concernsCountry ?country } OPTIONAL { ?measure kg:targetGroup ?group }
    OPTIONAL { ?measure kg:legalBasis ?basis }
    OPTIONAL { ?measure kg:effectiveFrom ?from } OPTIONAL { ?measure kg:effectiveUntil ?until }"""
_DECISIONS = """?decision kg:decides ?measure ; kg:decisionType ?type .
    ?decision kg:confidence ?confidence
    OPTIONAL { ?decision kg:decidedOn ?decided } OPTIONAL { ?decision kg:effectiveFrom ?from }
    OPTIONAL { ?decision kg:effectiveUntil ?until } OPTIONAL { ?decision kg:continues ?former }
    OPTIONAL { ?decision kg:recordedIn ?document OPTIONAL { ?document foaf:page ?page } }"""
_QUOTES = "?decision kg:evidence/oa:hasSelector ?s . ?s oa:start ?start ; oa:exact ?words"
_TOLD = "?s kg:curationStatus ?status ; kg:text ?words . ?decision kg:statedBy ?s"
_CURATED = "?s kg:curationStatus ?status . ?decision kg:statedBy ?s"
_LABELS = "{ ?m kg:instrument|kg:concernsCountry ?c } ?c skos:prefLabel ?label"


@dataclass(frozen=True, slots=True, order=True)
class Concept:
    """An instrument or a country."""

    iri: str
    label: str
    """In Dutch; the end of the IRI where no label is known."""

    @property
    def code(self) -> str:
        """Last part of the IRI: `vertrekmoratorium`, `SYR`."""
        return self.iri.rstrip("/#").rpartition("/")[2]


@dataclass(frozen=True, slots=True)
class Decision:
    """One act on a measure."""

    iri: str
    type: str
    """Name of a concept of `decision-type`: introduce, extend, amend, end or announce."""
    decided_on: date | None
    since: date | None
    until: date | None
    """Last day on which the measure holds by this decision."""
    document: str
    """IRI of the document that records it; empty where no document is named."""
    page: str
    """Official page of the document; empty where there is none."""
    quote: str
    """The sentence that says so; empty where none was given."""
    confidence: float
    continues: str | None
    curated: bool
    """Whether a person confirmed, corrected or added it."""

    @property
    def when(self) -> date | None:
        """Day by which it is put in order (`graph.policies.order`)."""
        return place(self.type, self.decided_on, self.since, self.until)

    @property
    def dated(self) -> date | None:
        """The first day that is known: decided on, else in effect from, else in effect until."""
        return self.decided_on or self.since or self.until


@dataclass(frozen=True, slots=True)
class Measure:
    """One use of an instrument, for a country or a group, through time."""

    iri: str
    instrument: Concept
    country: Concept | None
    group: str
    """As printed; empty where it is for all."""
    legal_basis: tuple[str, ...]
    since: date | None
    """First day, as it finally stands; None where no document tells of the beginning."""
    until: date | None
    """Last day, as it finally stands; None where no end is known."""
    confidence: float
    decisions: tuple[Decision, ...]
    """In order of day."""

    def holds(self, on: date) -> bool:
        """Whether it was in force on a day; of an unknown beginning, from the first decision on."""
        since = self.since or next((one.when for one in self.decisions if one.type != _ANNOUNCE), None)
        return since is not None and since <= on and (self.until is None or on <= self.until)

    def ground(self, on: date) -> Decision | None:
        """The decision by which it was in force on a day: the latest before it that keeps it going."""
        kept = [one for one in self.decisions if one.type not in {"end", _ANNOUNCE}]
        taken = [one for one in kept if one.when is None or one.when <= on]
        return taken[-1] if taken else (kept[0] if kept else None)


@dataclass(frozen=True, slots=True)
class InForce:
    """A measure that was in force on a day, and what says so."""

    measure: str
    """IRI."""
    instrument: Concept
    country: Concept | None
    group: str
    since: date | None
    until: date | None
    """Last day as decided by the day that was asked for; None where no end was named."""
    ended: date | None
    """Last day as it finally stands; None where no end is known."""
    decision: Decision
    document: str
    page: str
    quote: str
    certainty: float
    """From 0 to 1: of the decision, lower where no end is known and nothing was heard for a year."""


def measures(store: Store, on: date | None = None, about: Collection[str] = ()) -> list[Measure]:
    """All measures, or those in force on a day, or about some of the concepts that are named (IRIs).

    By instrument, country, group and first day.
    """
    found = _bare(store, on, frozenset(about))
    decisions = _decisions(store, found)
    told = [replace(one, decisions=decisions.get(one.iri, ())) for one in found.values()]
    ordered = sorted(told, key=_order)
    return ordered if on is None else [one for one in ordered if one.holds(on)]


def _bare(store: Store, on: date | None, about: frozenset[str]) -> dict[str, Measure]:
    """Measures without their decisions, those left out that cannot have been in force on a day."""
    labels = _labels(store)
    found: dict[str, Measure] = {}
    bases: defaultdict[str, set[str]] = defaultdict(set)
    head = "?measure ?instrument ?confidence ?country ?group ?basis ?from ?until"
    for iri, instrument, confidence, country, group, basis, since, until in rows(store, head, _MEASURES):
        if basis:
            bases[iri].add(basis)
        found[iri] = Measure(
            iri,
            _concept(instrument, labels),
            _concept(country, labels) if country else None,
            group,
            tuple(sorted(bases[iri])),
            day(since),
            day(until),
            float(confidence),
            (),
        )
    return {
        iri: one
        for iri, one in found.items()
        if (on is None or _may_hold(one, on))
        and (not about or about & {one.instrument.iri, one.country.iri if one.country else ""})
    }


def _may_hold(one: Measure, on: date) -> bool:
    return (one.since is None or one.since <= on) and (one.until is None or on <= one.until)


def _order(one: Measure) -> tuple[str, str, str, date, str]:
    return (
        one.instrument.iri,
        one.country.iri if one.country else "",
        one.group,
        one.since or date.min,
        one.iri,
    )


def state(store: Store, on: date) -> list[InForce]:
    """Measures that were in force on a day: by country, instrument and group."""
    found = []
    for measure in measures(store, on):
        ground = measure.ground(on)
        if ground is None:
            continue
        found.append(
            InForce(
                measure.iri,
                measure.instrument,
                measure.country,
                measure.group,
                measure.since,
                _until(measure, on),
                measure.until,
                ground,
                ground.document,
                ground.page,
                ground.quote,
                _certainty(measure, ground, on),
            )
        )
    return sorted(
        found, key=lambda one: (one.country.label if one.country else "", one.instrument.label, one.group)
    )


def _until(measure: Measure, on: date) -> date | None:
    """Last day of a measure as it was known on a day."""
    known = [
        one for one in measure.decisions if one.type != _ANNOUNCE and (one.when is None or one.when <= on)
    ]
    return next((one.until for one in reversed(known) if one.until), None)


def _certainty(measure: Measure, ground: Decision, on: date) -> float:
    heard = ground.when
    if measure.until is None and heard and on - heard > _STALE:
        return round(ground.confidence * _STALE_SHARE, 3)
    return ground.confidence


def _decisions(store: Store, of: Collection[str]) -> dict[str, tuple[Decision, ...]]:
    """Decisions on some measures, by measure."""
    head = "?measure ?decision ?type ?decided ?from ?until ?document ?page ?former ?confidence"
    taken = list(among(store, head, _DECISIONS, "measure", of))
    quotes: dict[str, str] = {}
    quoted = among(store, "?decision ?start ?words", _QUOTES, "decision", {row[1] for row in taken})
    for decision, _, words in sorted(quoted, key=_place):
        quotes.setdefault(decision, words)
    for decision, words in sorted(rows(store, "?decision ?words", _TOLD)):
        quotes.setdefault(decision, words)
    curated = {decision for (decision,) in rows(store, "DISTINCT ?decision", _CURATED)}
    found: defaultdict[str, dict[str, Decision]] = defaultdict(dict)
    for row in taken:
        measure, iri, kind, decided, since, until, document, page, former, confidence = row
        found[measure][iri] = Decision(
            iri,
            kind.removeprefix(iris.concept("decision-type", "x")[:-1]),
            day(decided),
            day(since),
            day(until),
            document,
            page,
            quotes.get(iri, ""),
            float(confidence),
            former or None,
            iri in curated,
        )
    return {measure: _sorted(acts.values()) for measure, acts in found.items()}


def _place(row: tuple[str, ...]) -> tuple[str, int, str]:
    return row[0], int(row[1]), row[2]


def _sorted(acts: Iterable[Decision]) -> tuple[Decision, ...]:
    return tuple(sorted(acts, key=lambda one: (one.when or date.min, one.until or date.max, one.iri)))


def _labels(store: Store) -> dict[str, str]:
    found: dict[str, str] = {}
    for concept, label in sorted(rows(store, "DISTINCT ?c ?label", f"{_LABELS} FILTER(LANG(?label) = 'nl')")):
        found.setdefault(concept, label)
    return found


def _concept(iri: str, labels: dict[str, str]) -> Concept:
    return Concept(iri, labels.get(iri) or Concept(iri, "").code)
