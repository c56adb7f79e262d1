"""Seats in the House by person and period, 1815 to now: the list that names its periods Begindag to Eindjaar.

Surnames come without the words before them. Group names tell where a member split off from.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from loaders.authority.rows import Rows, text, whole
from ontology import vocabulary
from ontology.authority import AuthoritySet, Person, Remark, Seat
from ontology.names import split_name

__all__ = ["NAME", "group_name", "read"]

NAME = "perioden"
_EX = re.compile(r"\s*\(ex[- ][^)]*\)\s*$", re.IGNORECASE)
_PREFIX = re.compile(r"^(?:groep|lid|fractie)[\s-]+", re.IGNORECASE)


def group_name(printed: str) -> str:
    """Name of a group as the concept file has it: `lid Brinkman (ex-PVV)` gives `Lid Brinkman`."""
    bare = _EX.sub("", printed).strip()
    for name in (bare, _PREFIX.sub("", bare)):
        if known := vocabulary.party(name):
            return known.label
    return bare


def _day(row: dict[str, Any], which: str) -> date | None:
    parts = [whole(row, f"{which}{unit}") for unit in ("jaar", "maand", "dag")]
    try:
        return date(*(part for part in parts if part is not None))
    except (TypeError, ValueError):
        return None


def read(files: list[tuple[str, Rows]]) -> AuthoritySet:
    """Read the list."""
    one = AuthoritySet(NAME, "Members of the House by period", None)
    people: dict[str, Person] = {}
    days: list[date] = []
    for source, (rows, faults) in files:
        one.remarks += [Remark("unreadable", f"{source}, {where}", reason) for where, reason in faults]
        for at, row in enumerate(rows, 1):
            where = f"{source}, row {at}"
            person = _person(row)
            if not person:
                one.remarks.append(Remark("no-person", where, "no number or name of a person: left out"))
                continue
            former = people.setdefault(person.key, person)
            if former != person:
                one.remarks.append(Remark("two-descriptions", where, f"{person.surname}: the first is kept"))
            start, end = _day(row, "Begin"), _day(row, "Eind")
            days += [found for found in (start, end) if found]
            group = group_name(text(row, "Fractie"))
            if fault := _fault(row, group, start, end):
                code, reason = fault
                told = f"{person.surname} ({group}): {reason}, so no seat is made of it"
                one.remarks.append(Remark(code, where, told))
            elif start:
                one.seats.append(Seat(person.key, group, start, end))
    one.persons = list(people.values())
    one.as_of = max(days, default=None)
    return one


def _person(row: dict[str, Any]) -> Person | None:
    key = text(row, "Persoon_id")
    name = next((text(row, field) for field in row if field.startswith("Naam")), "")
    if not key or not name:
        return None
    _, particle, surname = split_name("", None, name)
    return Person(
        key,
        surname,
        particle=particle,
        forenames=text(row, "Voornamen"),
        birth_year=whole(row, "Geboortejaar"),
    )


def _fault(row: dict[str, Any], group: str, start: date | None, end: date | None) -> tuple[str, str] | None:
    """Why a row gives no seat: a code, and words for people."""
    if start is None:
        return "no-date", "no first day"
    if end is None and text(row, "Eindjaar"):
        return "no-date", "the last day is no date"
    return None if group else ("no-group", "no group")
