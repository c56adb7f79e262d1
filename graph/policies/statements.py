"""Statements on decisions and reports, as documents and people made them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from graph.policies.asking import among, day
from ontology import iris
from ontology.described import code_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from graph.store.protocol import Store

__all__ = ["Key", "Statement", "Told", "decisions", "document_of", "reports"]

Key = tuple[str, str | None]
"""Instrument (IRI) and country (ISO 3166-1 alpha-3); None for an instrument that knows no countries."""

_STATEMENT = f"{iris.ID}statement/"
_TYPE = iris.concept("decision-type", "x")[:-1]
_KIND = iris.concept("report-kind", "x")[:-1]
_RESTATES = ("ah-tk-", "antwoord-", "mededeling-", "kv-tk-", "set-")
"""Ids of documents that tell of decisions without being what records them."""
_HOLDS = "MINUS { ?curated kg:curates ?s }"
_DECISIONS = f"""?s a kg:DecisionStatement ; kg:instrument ?i ; kg:decisionType ?type {_HOLDS}
    OPTIONAL {{ ?s kg:concernsCountry ?c }}"""
_REPORTS = f"?s a kg:ReportStatement ; dcterms:type ?kind ; kg:concernsCountry ?c {_HOLDS}"
_FACTS = """?s kg:confidence ?sure OPTIONAL { ?s kg:statedOn ?stated } OPTIONAL { ?s kg:targetGroup ?group }
    OPTIONAL { ?s kg:statedIn ?part . OPTIONAL { ?part eli:is_part_of ?doc } }
    OPTIONAL { ?s kg:decidedOn|kg:reportDate ?decided }
    OPTIONAL { ?s kg:effectiveFrom|kg:periodFrom ?from }
    OPTIONAL { ?s kg:effectiveUntil|kg:periodUntil ?until }
    OPTIONAL { ?s kg:expectedFrom ?due ; kg:expectedUntil ?last } OPTIONAL { ?s kg:curationStatus ?status }
    OPTIONAL { ?s kg:awaited ?awaited }"""
_HEAD = "?s ?sure ?stated ?group ?part ?doc ?decided ?from ?until ?due ?last ?status ?awaited"


@dataclass(frozen=True, slots=True)
class Told:
    """What a statement says, of whichever instrument."""

    iri: str
    confidence: float
    stated: date | None
    """Day of the document that says so."""
    document: str
    """IRI of that document; empty where a person gave none."""
    group: str
    decided: date | None
    """Day of the decision, or of the report."""
    since: date | None
    until: date | None
    """Days from and until which a decision has effect, or that a report covers."""
    expected: tuple[date, date] | None
    papers: tuple[str, ...]
    """Documents that it names as the place where the decision was made known."""
    spans: tuple[str, ...]
    curated: bool
    awaited: bool = False
    """Whether it speaks of a report that is not there yet, without a time for it."""

    @property
    def records(self) -> bool:
        """Whether its document can itself be what records a decision."""
        name = self.document.rpartition("/")[2]
        return bool(self.document) and not name.startswith(_RESTATES)

    @property
    def homes(self) -> tuple[str, ...]:
        """Documents that may record the decision: those it names, else its own."""
        return self.papers or ((self.document,) if self.records else ())


@dataclass(frozen=True, slots=True)
class Statement:
    """What is said of one decision on one instrument, or of one report."""

    told: Told
    kind: str
    """Type of decision (`extend`), or kind of report (`algemeen-ambtsbericht`)."""


def document_of(statement: str) -> str:
    """Id of the document that makes a statement; `curated` for those of people."""
    return statement.removeprefix(_STATEMENT).partition("/")[0]


def decisions(
    store: Store, instruments: Collection[str] | None, countries: Collection[str] | None
) -> dict[Key, list[Statement]]:
    """Statements on decisions by key, on some instruments and countries (IRIs) or all.

    Those that people curated are left out. An instrument that is used for countries has no statements on
    none: there its country was not read.
    """
    found = set(among(store, "?s ?i ?type ?c", _DECISIONS, "i", instruments))
    national = {i for _, i, _, country in found if country}
    wanted = sorted(row for row in found if _wanted(row, national, countries))
    told = _told(store, {row[0] for row in wanted})
    keyed: defaultdict[Key, list[Statement]] = defaultdict(list)
    for s, instrument, kind, country in wanted:
        if s in told:
            key = instrument, code_of(country) if country else None
            keyed[key].append(Statement(told[s], kind.removeprefix(_TYPE)))
    return dict(keyed)


def _wanted(row: tuple[str, ...], national: set[str], countries: Collection[str] | None) -> bool:
    _, instrument, _, country = row
    if not country:
        return instrument not in national
    return (countries is None or country in countries) and code_of(country) is not None


def reports(store: Store, countries: Collection[str] | None) -> dict[str, list[Statement]]:
    """Statements on reports by country (ISO 3166-1 alpha-3), of some countries (IRIs) or all."""
    found = set(among(store, "?s ?kind ?c", _REPORTS, "c", countries))
    told = _told(store, {row[0] for row in found})
    keyed: defaultdict[str, list[Statement]] = defaultdict(list)
    for s, kind, country in sorted(found):
        code = code_of(country)
        if s in told and code:
            keyed[code].append(Statement(told[s], kind.removeprefix(_KIND)))
    return dict(keyed)


def _told(store: Store, statements: Collection[str]) -> dict[str, Told]:
    papers = _listed(among(store, "?s ?paper", "?s kg:recordedIn ?paper", "s", statements))
    spans = _listed(among(store, "?s ?span", "?s kg:evidence ?span", "s", statements))
    found: dict[str, Told] = {}
    for row in sorted(among(store, _HEAD, _FACTS, "s", statements)):
        s, sure, stated, group, part, doc, decided, since, until, due, last, status, awaited = row
        first, final = day(due), day(last)
        found.setdefault(
            s,
            Told(
                s,
                float(sure),
                day(stated),
                doc or part,
                group,
                day(decided),
                day(since),
                day(until),
                (first, final) if first and final else None,
                tuple(papers.get(s, ())),
                tuple(spans.get(s, ())),
                bool(status),
                awaited == "true",
            ),
        )
    return found


def _listed(rows: Iterator[tuple[str, ...]]) -> Mapping[str, list[str]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for s, value in sorted(set(rows)):
        found[s].append(value)
    return found
