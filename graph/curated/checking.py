"""Whether rows of a table can be taken in: each wrong cell is named, and nothing is guessed."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING

from pyoxigraph import NamedNode

from graph.curated.held import ACTOR, PERSON, PERSONS, STATEMENT, Held
from graph.curated.table import COLUMNS, STATUSES, Problem, Row
from ontology import iris
from ontology.described import country, described, instrument
from ontology.records import DecisionType
from ontology.terms import Foaf, Kg, Rdf

if TYPE_CHECKING:
    from graph.store.oxigraph import OxigraphStore

__all__ = ["Checked", "Checker", "words"]

_DOCUMENT = re.compile(r"[A-Za-z0-9][A-Za-z0-9.-]*\Z")
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}\Z")
_READ = tuple(name for name in COLUMNS if name not in {"id", "status", "note", "name", "quote"})
_TYPES = tuple(map(str, DecisionType))


def words(cell: str) -> list[str]:
    """Parts of a cell that lists several things."""
    return [part for part in re.split(r"[\s,;]+", cell) if part]


@dataclass(slots=True)
class Checked:
    """A row with its cells as values."""

    row: Row
    source: str = ""
    """IRI of the extracted statement or the name that it decides on."""
    curated: str = ""
    """IRI of what was decided before on it."""
    instruments: list[str] = field(default_factory=list)
    country: str = ""
    days: dict[str, date] = field(default_factory=dict)
    documents: list[str] = field(default_factory=list)
    person: str = ""


class Checker:
    """Checks rows one by one and collects what is wrong."""

    def __init__(self, store: OxigraphStore, told: dict[str, Held], decided: dict[str, Held]) -> None:
        self._store, self._told, self._decided = store, told, decided
        self._by_source = {iri: curated for curated, one in decided.items() for iri in one.facts[Kg.CURATES]}
        self.problems: list[Problem] = []
        self._number = 0

    def _wrong(self, column: str, what: str) -> None:
        self.problems.append(Problem(self._number, column, what))

    def check(self, number: int, row: Row) -> Checked | None:
        """A row as values; None for one that decides nothing."""
        self._number = number
        checked = Checked(row)
        if row.status and row.status not in STATUSES:
            self._wrong("status", f"{row.status!r} is none of {', '.join(STATUSES)} and not empty")
            return None
        if row.what not in {"decision", "report", "person"}:
            self._wrong("what", f"{row.what!r} is none of decision, report, person")
            return None
        if row.what == "person":
            return self._name(checked)
        self._find(checked)
        if not row.status:
            return checked if checked.curated else None
        if self._as_before(checked):
            return None
        if row.status != "reject":
            self._content(checked)
        if row.status == "keep":
            self._kept(checked)
        return checked

    def _find(self, checked: Checked) -> None:
        """What a row is about, by its id."""
        row = checked.row
        if not row.id:
            if row.status != "new":
                self._wrong("id", "it is empty, which is for rows of status new")
            return
        iri = STATEMENT + row.id
        if iri in self._decided:
            checked.curated, checked.source = iri, self._decided[iri].one(Kg.CURATES)
        elif iri in self._told:
            checked.source, checked.curated = iri, self._by_source.get(iri, "")
        else:
            self._wrong("id", f"the graph has no statement {row.id!r}; added rows have no id")
        if row.status == "new" and checked.source:
            self._wrong("status", "new is for rows without id; write correct")

    def _as_before(self, checked: Checked) -> bool:
        """Whether just this was decided before: then a source that changed since is still to be looked at."""
        former = self._decided.get(checked.curated)
        if former is None or former.one(Kg.CURATION_STATUS) != checked.row.status:
            return False
        now = self._told.get(checked.curated)
        stated = replace(checked.row, id="", note="")
        return now is None or replace(now.row(checked.row.status), id="") == stated

    def _content(self, checked: Checked) -> None:
        row = checked.row
        known = _TYPES if row.what == "decision" else ()
        if row.what == "decision" and row.type not in known:
            self._wrong("type", f"{row.type!r} is none of {', '.join(known)}")
        if row.what == "report" and described(iris.concept("report-kind", row.type or "x")) is None:
            self._wrong("type", f"{row.type!r} is no kind of report")
        self._about(checked)
        self._days(checked)
        for name in words(row.documents):
            if _DOCUMENT.match(name):
                checked.documents.append(name)
            else:
                self._wrong("documents", f"{name!r} is no id of a document, such as kst-19637-3018")

    def _about(self, checked: Checked) -> None:
        row = checked.row
        for name in words(row.instruments):
            one = described(instrument(name))
            if one and one.kind == "instrument":
                checked.instruments.append(one.iri)
            else:
                self._wrong("instruments", f"{name!r} is no instrument of the concept files")
        if row.what == "decision" and not words(row.instruments):
            self._wrong("instruments", "a decision is on at least one instrument")
        if row.country:
            found = country(row.country)
            if found:
                checked.country = found
            else:
                self._wrong("country", f"{row.country!r} is no code of the country table, such as SYR")
        elif row.what == "report":
            self._wrong("country", "a report is on a country")

    def _days(self, checked: Checked) -> None:
        row = checked.row
        for column in ("decided_on", "effective_from", "effective_until"):
            self._day(checked, column, getattr(row, column), column)
        if row.expected:
            first, slash, last = row.expected.partition("/")
            if not slash:
                self._wrong(
                    "expected", f"{row.expected!r} is not two days with a slash, as 2023-01-01/2023-03-31"
                )
            self._day(checked, "expected", first, "expected_from")
            self._day(checked, "expected", last, "expected_until")
        for column, begin, end in (
            ("effective_until", "effective_from", "effective_until"),
            ("expected", "expected_from", "expected_until"),
        ):
            if begin in checked.days and end in checked.days and checked.days[end] < checked.days[begin]:
                self._wrong(
                    column, f"{checked.days[end]} is before {checked.days[begin]}, on which it begins"
                )

    def _day(self, checked: Checked, column: str, cell: str, name: str) -> None:
        if not cell:
            return
        try:
            value = date.fromisoformat(cell) if _ISO.match(cell) else None
        except ValueError:
            value = None
        if value:
            checked.days[name] = value
        else:
            self._wrong(column, f"{cell!r} is no day of the form 2023-06-29")

    def _kept(self, checked: Checked) -> None:
        """A row that is kept says what the graph says."""
        now = self._told.get(STATEMENT + checked.row.id)
        former = now.row() if now else None
        for column in _READ if former else ():
            if sorted(words(getattr(checked.row, column))) != sorted(words(getattr(former, column))):
                self._wrong(column, "it was changed, while the status is keep; write correct")

    def _name(self, checked: Checked) -> Checked | None:
        row = checked.row
        checked.source = ACTOR + row.id
        said = self._store.match(
            NamedNode(checked.source), NamedNode(Kg.IDENTIFIED_AS), None, NamedNode(PERSONS)
        )
        if not row.status and next(said, None) is None:
            return None
        if row.status in {"reject", "new"}:
            self._wrong("status", "a name is corrected, or left to the program with an empty status")
            return None
        if not row.status:
            return checked
        if next(self._store.match(NamedNode(checked.source), NamedNode(Foaf.NAME), None), None) is None:
            self._wrong("id", f"the graph has no name {row.id!r}")
        person = NamedNode(PERSON + row.person) if re.fullmatch(r"[A-Za-z0-9./-]+", row.person) else None
        a_person = Rdf.TYPE, Foaf.PERSON
        known = person and next(self._store.match(person, *map(NamedNode, a_person)), None)
        if person and known:
            checked.person = person.value
        else:
            self._wrong(
                "person", f"no register has a person {row.person!r}; give the end of an IRI, as tk/… or wd/Q…"
            )
        return checked
