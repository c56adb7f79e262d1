"""Question sets and their reply clocks, gathered from a store: one query for all histories."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from graph.clock import Event, History, Reading, State, read
from graph.results import plain
from ontology.terms import PREFIXES

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from graph.store.protocol import Store

__all__ = ["OVERDUE", "Overdue", "clocks", "details", "histories", "overdue", "told"]

OVERDUE = frozenset({State.LATE, State.DELAYED, State.DELAY_EXPIRED})
"""States of sets whose answer is still to come while the first term is over or was given up."""
_CHUNK = 2000
_PREFIXES = "".join(f"PREFIX {name}: <{iri}>\n" for name, iri in PREFIXES.items())
_EVENTS = f"""{_PREFIXES}SELECT ?set ?what ?doc ?day WHERE {{
  {{ ?set a kg:QuestionDocument ; dcterms:type document-kind:written-questions ; dcterms:dateSubmitted ?day
     BIND("submitted" AS ?what) BIND(?set AS ?doc) }}
  UNION {{ ?set kg:sameSetAs ?doc BIND("same" AS ?what) }}
  UNION {{ ?doc a kg:AnswerDocument ; kg:repliesTo ?set BIND("answer" AS ?what)
     OPTIONAL {{ ?doc kg:receivedOn ?day }} }}
  UNION {{ ?doc a kg:DelayNotice ; kg:repliesTo ?set BIND("notice" AS ?what)
     OPTIONAL {{ ?doc kg:receivedOn ?day }}
     OPTIONAL {{ ?doc dcterms:title ?title }}
     FILTER(!BOUND(?title) || !STRSTARTS(LCASE(?title), "overdragen")) }}
  UNION {{ ?join rdf:predicate kg:answeredByLetter ; rdf:subject ?set ; rdf:object ?doc ; dcterms:source ?by
     BIND("letter" AS ?what)
     OPTIONAL {{ ?doc eli:date_document ?dated }} OPTIONAL {{ ?by kg:receivedOn ?told }}
     BIND(COALESCE(?dated, ?told) AS ?day) }}
  UNION {{ ?join rdf:predicate kg:answeredByLetter ; rdf:subject ?set ; dcterms:source ?doc
     BIND("message" AS ?what) }}
  UNION {{ ?set kg:withdrawnBy ?doc BIND("withdrawal" AS ?what) OPTIONAL {{ ?doc kg:receivedOn ?day }} }}
  UNION {{ ?doc kg:questionSet ?set ; kg:closed true BIND("closed" AS ?what) }}
  UNION {{ ?entry a kg:RemovedEntry . ?doc kg:registerEntry ?entry ; kg:questionSet ?set BIND("gone" AS ?what)
     FILTER NOT EXISTS {{ ?set kg:evidence ?read }} }}
}}"""
_ABOUT = {
    "title": "?of dcterms:title ?value",
    "case": "?of kg:caseNumber ?value",
    "asker": "?of kg:askedBy/foaf:name ?value",
    "post": "?of kg:addressedTo/skos:prefLabel ?value",
}


@dataclass(frozen=True, slots=True)
class Overdue:
    """A set whose clock shows one of the states that were asked for."""

    set_iri: str
    case: str
    title: str
    askers: tuple[str, ...]
    posts: tuple[str, ...]
    submitted: date
    reading: Reading


def histories(store: Store) -> list[History]:
    """History of every set of written questions with a day of submission, in order of IRI.

    A set that is known under two names has one history, under the better name; one of which only a case
    tells that was taken out of the register has none.
    """
    found: defaultdict[str, defaultdict[str, set[tuple[str, str]]]] = defaultdict(lambda: defaultdict(set))
    for row in store.select(_EVENTS):
        set_, what, doc, day = (plain(term) or "" for term in row)
        found[set_][what].add((doc, day))
    for lone in [iri for iri, events in found.items() if events["same"]]:
        [(home, _), *_] = sorted(found[lone]["same"])
        for what, events in found.pop(lone).items():
            if what != "submitted" or not found[home]["submitted"]:
                found[home][what] |= events
    return [
        _history(iri, found[iri])
        for iri in sorted(found)
        if found[iri]["submitted"] and not found[iri]["gone"]
    ]


def _history(iri: str, events: defaultdict[str, set[tuple[str, str]]]) -> History:
    messages = {doc for doc, _ in (*events["message"], *events["withdrawal"])}
    return History(
        iri,
        date.fromisoformat(min(day for _, day in events["submitted"])),
        notices=_events(pair for pair in events["notice"] if pair[0] not in messages),
        answers=_events(pair for pair in events["answer"] if pair[0] not in messages),
        letters=_events(events["letter"]),
        withdrawals=_events(events["withdrawal"]),
        closed=bool(events["closed"]),
    )


def _events(pairs: Iterable[tuple[str, str]]) -> tuple[Event, ...]:
    return tuple(Event(doc, date.fromisoformat(day) if day else None) for doc, day in sorted(pairs))


def clocks(store: Store, on: date) -> list[tuple[History, Reading]]:
    """History of each set that was submitted by a day, and what its clock showed at the end of it."""
    read_on = ((history, read(history, on)) for history in histories(store))
    return [(history, reading) for history, reading in read_on if reading]


def overdue(store: Store, on: date, states: Collection[State] = OVERDUE) -> list[Overdue]:
    """Sets whose clock shows one of some states at the end of a day; the longest due first."""
    return told(
        store, [(history, reading) for history, reading in clocks(store, on) if reading.state in states]
    )


def told(store: Store, shown: Collection[tuple[History, Reading]]) -> list[Overdue]:
    """Clocks of sets with who asked whom about what; the longest due first."""
    about = details(store, [history.set_iri for history, _ in shown])
    rows = [_row(history, reading, about[history.set_iri]) for history, reading in shown]
    return sorted(rows, key=lambda row: (row.reading.due, row.set_iri))


def _row(history: History, reading: Reading, about: dict[str, list[str]]) -> Overdue:
    case, title = (next(iter(about[what]), "") for what in ("case", "title"))
    askers, posts = tuple(about["asker"]), tuple(about["post"])
    return Overdue(history.set_iri, case, title, askers, posts, history.submitted, reading)


def details(store: Store, sets: Iterable[str]) -> dict[str, dict[str, list[str]]]:
    """Title, case number, askers and posts of sets, sorted; what a set lacks is taken from its other name."""
    wanted = sorted(sets)
    own: dict[str, dict[str, set[str]]] = {iri: {what: set() for what in _ABOUT} for iri in wanted}
    other: dict[str, dict[str, set[str]]] = {iri: {what: set() for what in _ABOUT} for iri in wanted}
    for at in range(0, len(wanted), _CHUNK):
        values = f"VALUES ?set {{ {' '.join(f'<{iri}>' for iri in wanted[at : at + _CHUNK])} }}"
        for what, pattern in _ABOUT.items():
            for into, link in ((own, "BIND(?set AS ?of)"), (other, "?of kg:sameSetAs ?set .")):
                query = f"{_PREFIXES}SELECT DISTINCT ?set ?value WHERE {{ {values} {link} {pattern} }}"
                for set_, value in store.select(query):
                    into[plain(set_) or ""][what].add(plain(value) or "")
    return {iri: {what: sorted(own[iri][what] or other[iri][what]) for what in _ABOUT} for iri in wanted}
