"""Dumps of the openkamer database: persons, parliament and government, which refer to each other by number.

The three belong together: what refers to a number that none of the given files describes is a remark.
"""

from __future__ import annotations

from collections import defaultdict
from datetime import date, timedelta
from typing import Any

from loaders.authority.perioden import group_name
from loaders.authority.rows import Rows, day, text
from ontology import vocabulary
from ontology.authority import AuthoritySet, Cabinet, Incumbency, Person, Remark, Seat
from ontology.names import split_name

__all__ = ["NAME", "read"]

NAME = "openkamer"
_DAY = timedelta(days=1)
_FORMS = {"MIN": "Minister van", "MWP": "Minister voor", "SOS": "Staatssecretaris van"}
_WHOLE = {"PMI": "Minister-President", "DPM": "Viceminister-President"}
Fields = dict[str, Any]
Tables = dict[str, dict[str, Fields]]


def read(files: list[tuple[str, Rows]]) -> AuthoritySet:
    """Read the dumps, in any order and division over files."""
    one = AuthoritySet(NAME, "openkamer: persons, seats and governments", None)
    tables: Tables = defaultdict(dict)
    for source, (rows, faults) in files:
        one.remarks += [Remark("unreadable", f"{source}, {where}", reason) for where, reason in faults]
        for at, row in enumerate(rows, 1):
            key, fields = text(row, "pk"), row.get("fields")
            if not key or not isinstance(fields, dict):
                one.remarks.append(
                    Remark("unreadable", f"{source}, row {at}", "no pk or no fields: left out")
                )
            elif tables[text(row, "model")].setdefault(key, fields) is not fields:
                where = f"{source}, row {at}"
                one.remarks.append(
                    Remark("duplicate", where, f"{text(row, 'model')} {key}: the first is kept")
                )
    _persons(one, tables["person.person"])
    _seats(one, tables)
    _government(one, tables)
    return one


def _persons(one: AuthoritySet, table: dict[str, Fields]) -> None:
    days = []
    for key, fields in table.items():
        surname = text(fields, "surname")
        if not surname:
            one.remarks.append(Remark("no-name", f"person {key}", "no surname: left out"))
            continue
        given, particle, surname = split_name(
            text(fields, "forename"), text(fields, "surname_prefix"), surname
        )
        one.persons.append(
            Person(
                key,
                surname,
                given,
                particle,
                text(fields, "initials"),
                born=day(text(fields, "birthdate")),
                tk=text(fields, "tk_id").lower(),
                wikidata=text(fields, "wikidata_id"),
            )
        )
        days.append(day(text(fields, "datetime_updated")))
    one.as_of = max(filter(None, days), default=None)


def _person_of(one: AuthoritySet, fields: Fields, where: str, known: set[str]) -> str | None:
    key = text(fields, "person")
    if key in known:
        return key
    text_ = f"person {key} is not described: load this file together with the file of persons"
    one.remarks.append(Remark("unknown-person", where, text_))
    return None


def _seats(one: AuthoritySet, tables: Tables) -> None:
    known = {person.key for person in one.persons}
    parties = tables["parliament.politicalparty"]
    groups: defaultdict[str, list[tuple[str, date | None, date | None]]] = defaultdict(list)
    for fields in tables["parliament.partymember"].values():
        party = parties.get(text(fields, "party"), {})
        name = group_name(text(party, "name_short") or text(party, "name"))
        groups[text(fields, "person")].append((name, day(text(fields, "joined")), day(text(fields, "left"))))
    for key, fields in tables["parliament.parliamentmember"].items():
        where = f"parliamentmember {key}"
        person, start, end = _person_of(one, fields, where, known), day(text(fields, "joined")), _left(fields)
        if person is None:
            continue
        if start is None:
            one.remarks.append(
                Remark("no-date", where, f"person {person}: no first day, so no seat is made of it")
            )
            continue
        names = _groups_then(groups[person], start, end)
        if len(names) == 1:
            one.seats.append(Seat(person, names[0], start, end))
        else:
            told = ", ".join(names) or "none"
            text_ = f"person {person} from {start}: group not clear ({told}), so no seat is made of it"
            one.remarks.append(Remark("no-group", where, text_))


def _left(fields: Fields) -> date | None:
    return day(text(fields, "left"))


def _groups_then(
    rows: list[tuple[str, date | None, date | None]], start: date, end: date | None
) -> list[str]:
    """Groups of a member in a period: those dated to begin with it, else dated around it, else undated."""
    last = end or date.max
    exact = [name for name, joined, _ in rows if joined == start]
    around = [
        name for name, joined, left in rows if joined and joined <= start and (left or date.max) >= last
    ]
    until = [name for name, joined, left in rows if joined is None and left and left >= last]
    undated = [name for name, joined, left in rows if joined is None and left is None]
    for found in (exact, around, until, undated):
        if found:
            return sorted(set(found))
    return []


def _government(one: AuthoritySet, tables: Tables) -> None:
    known = {person.key for person in one.persons}
    governments = tables["government.government"]
    for key, fields in governments.items():
        start, end = day(text(fields, "date_formed")), day(text(fields, "date_dissolved"))
        name = text(fields, "name").removeprefix("Kabinet-").removeprefix("Kabinet ")
        if start is None or not name:
            one.remarks.append(Remark("no-date", f"government {key}", f"{name}: left out"))
        else:
            one.cabinets.append(Cabinet(name, start, end - _DAY if end else None))
    starts = {
        (text(f, "position"), day(text(f, "start_date")))
        for f in tables["government.governmentmember"].values()
    }
    for key, fields in tables["government.governmentmember"].items():
        where = f"governmentmember {key}"
        person = _person_of(one, fields, where, known)
        position = tables["government.governmentposition"].get(text(fields, "position"), {})
        label = _label(position, tables)
        start, end = day(text(fields, "start_date")), day(text(fields, "end_date"))
        if person is None:
            continue
        if not label:
            told = f"{text(position, 'position')} {text(position, 'extra_info')}".strip()
            one.remarks.append(Remark("unknown-post", where, f"person {person}: no known post in {told!r}"))
        elif start is None:
            one.remarks.append(Remark("no-date", where, f"{label}, person {person}: no first day, left out"))
        else:
            dissolved = day(text(governments.get(text(position, "government"), {}), "date_dissolved"))
            if end and end > start and (end == dissolved or (text(fields, "position"), end) in starts):
                end -= _DAY
            one.incumbencies.append(Incumbency(person, label, start, end))


def _label(position: Fields, tables: Tables) -> str:
    """Label of a post, where its field is a portfolio that the concept files know."""
    kind = text(position, "position")
    if kind in _WHOLE:
        return _WHOLE[kind]
    ministry = text(tables["government.ministry"].get(text(position, "ministry"), {}), "name")
    field = text(position, "extra_info") if kind == "MWP" else ministry
    portfolio = vocabulary.portfolio(field) if field else None
    return vocabulary.post(f"{_FORMS[kind]} {portfolio}").label if portfolio and kind in _FORMS else ""
