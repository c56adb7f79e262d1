"""Open data of the House itself: Persoon, Fractie and FractieZetelPersoon, as OData pages or lines.

A row that was taken out (`Verwijderd`) is a remark. A membership needs to say of whom and in
which group, by id or by what was expanded into it; a page without either tells nothing.
"""

from __future__ import annotations

from typing import Any

from loaders.authority.rows import Rows, day, text
from ontology import vocabulary
from ontology.authority import AuthoritySet, Group, Person, Remark, Seat
from ontology.names import split_name

__all__ = ["NAME", "read"]

NAME = "tweedekamer"
Row = dict[str, Any]


def read(files: list[tuple[str, Rows]]) -> AuthoritySet:
    """Read pages of any of the three kinds, also mixed."""
    one = AuthoritySet(NAME, "Open data of the House of Representatives: persons, groups, seats", None)
    rows = _rows(one, files)
    changed = [day(text(row, "ApiGewijzigdOp") or text(row, "GewijzigdOp")) for _, row in rows]
    one.as_of = max(filter(None, changed), default=None)
    groups = {}
    for where, row in rows:
        if "Achternaam" in row:
            _person(one, where, row)
        elif "AantalZetels" in row:
            group = _group(one, where, row)
            if group:
                groups[text(row, "Id").lower()] = group
    for where, row in rows:
        if "TotEnMet" in row:
            _seat(one, where, row, groups)
        for membership in _list(row.get("FractieZetelPersoon")):
            _seat(one, where, {"Persoon_Id": text(row, "Id"), **membership}, groups)
    return one


def _list(value: object) -> list[Row]:
    return [row for row in value if isinstance(row, dict)] if isinstance(value, list) else []


def _rows(one: AuthoritySet, files: list[tuple[str, Rows]]) -> list[tuple[str, Row]]:
    """All rows that stand; of two with one id the one changed last."""
    kept: dict[str, tuple[str, Row]] = {}
    for source, (rows, faults) in files:
        one.remarks += [Remark("unreadable", f"{source}, {where}", reason) for where, reason in faults]
        for at, row in enumerate(rows, 1):
            where, key = f"{source}, row {at}", text(row, "Id").lower()
            if row.get("Verwijderd") is True:
                one.remarks.append(Remark("removed", where, f"{key or 'row'} was taken out at the source"))
            elif not key:
                one.remarks.append(Remark("no-id", where, "no Id: left out"))
            elif key not in kept:
                kept[key] = (where, row)
            else:
                before = kept[key][1]
                if before != row:
                    one.remarks.append(Remark("duplicate", where, f"{key}: the row changed last is kept"))
                kept[key] = max(kept[key], (where, row), key=lambda r: (text(r[1], "ApiGewijzigdOp"), r[0]))
    return [kept[key] for key in sorted(kept)]


def _person(one: AuthoritySet, where: str, row: Row) -> None:
    surname = text(row, "Achternaam")
    if not surname:
        one.remarks.append(Remark("no-name", where, f"{text(row, 'Id')}: no Achternaam, left out"))
        return
    call, words = text(row, "Roepnaam"), text(row, "Tussenvoegsel")
    given, particle, surname = split_name(call, words, surname)
    key = text(row, "Id").lower()
    one.persons.append(
        Person(
            key,
            surname,
            given,
            particle,
            text(row, "Initialen"),
            text(row, "Voornamen"),
            born=day(text(row, "Geboortedatum")),
            tk=key,
        )
    )


def _group(one: AuthoritySet, where: str, row: Row) -> str:
    short, full = text(row, "Afkorting"), text(row, "NaamNL")
    name = next(
        (known.label for text_ in (short, full) if text_ and (known := vocabulary.party(text_))), short
    )
    if not (name or full):
        one.remarks.append(Remark("no-name", where, "a group without a name: left out"))
        return ""
    start, end = day(text(row, "DatumActief")), day(text(row, "DatumInactief"))
    others = tuple(sorted({other for other in (short, full) if other} - {name}))
    one.groups.append(Group(name or full, others, start, end, text(row, "Id").lower()))
    return name or full


def _seat(one: AuthoritySet, where: str, row: Row, groups: dict[str, str]) -> None:
    person = text(row, "Persoon_Id").lower() or text(_dict(row.get("Persoon")), "Id").lower()
    seat = _dict(row.get("FractieZetel"))
    inner = _dict(seat.get("Fractie")) or _dict(row.get("Fractie"))
    group = text(row, "Fractie_Id") or text(seat, "Fractie_Id") or text(inner, "Id")
    name = groups.get(group.lower()) or text(inner, "Afkorting") or text(inner, "NaamNL")
    start, end = day(text(row, "Van")), day(text(row, "TotEnMet"))
    known = {one_.key for one_ in one.persons}
    if not person or not name:
        told = "of whom" if not person else "in which group"
        one.remarks.append(Remark("no-link", where, f"a seat that does not say {told}: left out"))
    elif person not in known:
        one.remarks.append(
            Remark("unknown-person", where, f"{person} is in no file of persons given: left out")
        )
    elif start is None:
        one.remarks.append(Remark("no-date", where, f"{person}: no first day, so no seat is made of it"))
    else:
        one.seats.append(Seat(person, vocabulary.group(name).label, start, end))


def _dict(value: object) -> Row:
    return value if isinstance(value, dict) else {}
