"""Lists of one moment: who sat for whom when the list was made, cabinets, parties.

Such a list helps to tell who is whom: it has call names, the words before a surname, and in one
case ids of the House in the addresses of portraits. It makes seats only where its day can be told.
"""

from __future__ import annotations

import re
from collections import Counter
from datetime import date, timedelta
from typing import Any

from loaders.authority.packaged import packaged
from loaders.authority.perioden import group_name
from loaders.authority.rows import Rows, day, text, whole
from ontology import vocabulary
from ontology.authority import AuthoritySet, Cabinet, Group, Person, Remark, Seat
from ontology.names import PARTICLES, split_name
from ontology.slugs import slug

__all__ = ["read_dutchparl", "read_fractieleden", "read_kamerleden"]

_GUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_CLASSES = 3
"""Terms whose members must lead to one day before it is believed."""
_UNDATED = "no dates, so no seats are made of it; names and ids are used"


def _parts(name: str) -> tuple[str, str, str]:
    """Call name, words before the surname, surname."""
    words = name.split()
    at = next((i for i, word in enumerate(words) if word.lower() in PARTICLES), None)
    cut = len(words) - 1 if at is None else at
    given, particle, surname = split_name(" ".join(words[:cut]), "", " ".join(words[cut:]))
    return given, particle or "", surname


def _listed(name: str, title: str, files: list[tuple[str, Rows]], who: str, where_in: str) -> AuthoritySet:
    one = AuthoritySet(name, title, None, lists_only=True)
    for source, (rows, faults) in files:
        one.remarks += [Remark("unreadable", f"{source}, {where}", reason) for where, reason in faults]
        for at, row in enumerate(rows, 1):
            if not text(row, who):
                one.remarks.append(Remark("no-name", f"{source}, row {at}", "left out"))
                continue
            given, particle, surname = _parts(text(row, who))
            guid = _GUID.search(text(row, "img"))
            person = Person(
                f"{slug(text(row, who))}-{at}",
                surname,
                given,
                particle,
                tk=guid[0] if guid else "",
                group=group_name(text(row, where_in)),
            )
            one.persons.append(person)
    one.as_of = _day_made([row for _, (rows, _) in files for row in rows])
    if one.as_of:
        served = [
            days for _, (rows, _) in files for row in rows if text(row, who) for days in (whole(row, "anc"),)
        ]
        for person, days in zip(one.persons, served, strict=True):
            if person.group:
                one.seats.append(Seat(person.key, person.group, _since(one.as_of, days)))
    else:
        one.remarks += [
            Remark("undated", source, f"{len(rows)} rows: {_UNDATED}") for source, (rows, _) in files
        ]
    return one


def _day_made(rows: list[dict[str, Any]]) -> date | None:
    """The day on which a list with days of service (`anc`) was made; None where that cannot be told.

    Members who came at the start of a term and stayed have served since that day, so the days of
    service of each such class, counted from its term, lead to one and the same day.
    """
    served = Counter(days for row in rows if (days := whole(row, "anc")) is not None)
    votes: Counter[date] = Counter()
    classes: Counter[date] = Counter()
    for start in packaged().content.terms:
        for days, count in served.items():
            votes[start + timedelta(days)] += count
            classes[start + timedelta(days)] += 1
    if not votes:
        return None
    made, count = votes.most_common(1)[0]
    return made if 2 * count > len(rows) and classes[made] >= _CLASSES else None


def _since(made: date, days: int | None) -> date:
    """First day on which a member is known to have sat in the term in which a list was made.

    Who has served exactly since the start of a term, this one or an earlier, has sat from the first day
    of this one; of others no more is known than that they sat when the list was made.
    """
    terms = [start for start in packaged().content.terms if start <= made]
    served_since = made - timedelta(days) if days is not None else None
    return terms[-1] if served_since in terms else made


def read_kamerleden(files: list[tuple[str, Rows]]) -> AuthoritySet:
    """Members with portraits: the address of a portrait holds the member's id of the House."""
    return _listed("kamerleden", "List of members with portraits", files, "naam", "partij")


def read_fractieleden(files: list[tuple[str, Rows]]) -> AuthoritySet:
    """Members by name as printed, and group."""
    return _listed("fractieleden", "List of members by group", files, "Naam", "Fractie")


def read_dutchparl(files: list[tuple[str, Rows]]) -> AuthoritySet:
    """Cabinets since 1918 and the names of parties.

    The list counts a cabinet that became caretaker as a new one; where it gives the customary name
    too, the parts are put together under that.
    """
    one = AuthoritySet("dutchparl", "Cabinets and parties", None)
    parts: dict[str, list[Cabinet]] = {}
    for source, (rows, faults) in files:
        one.remarks += [Remark("unreadable", f"{source}, {where}", reason) for where, reason in faults]
        for at, row in enumerate(rows, 1):
            where = f"{source}, row {at}"
            if "cabinet_name" in row:
                name = text(row, "cabinet_name_parlementcom") or text(row, "cabinet_name")
                start, end = day(text(row, "start_date")), day(text(row, "end_date"))
                if name and start:
                    parts.setdefault(name, []).append(Cabinet(name, start, end))
                else:
                    one.remarks.append(Remark("no-date", where, f"cabinet {name}: left out"))
            elif party := text(row, "party"):
                names = (text(row, "party_name"), text(row, "party_name_short"))
                known = vocabulary.group(party).label
                one.groups.append(Group(party, tuple(sorted({n for n in names if n} - {party, known}))))
            else:
                one.remarks.append(Remark("no-name", where, "a party without a name: left out"))
    for name, found in parts.items():
        ends = [cabinet.end for cabinet in found]
        last = None if None in ends else max(end for end in ends if end)
        one.cabinets.append(Cabinet(name, min(cabinet.start for cabinet in found), last))
    return one
