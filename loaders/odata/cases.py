"""A row of `Zaak` as a record: questions are cases; other kinds are left aside."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from loaders.odata.days import as_utc
from loaders.odata.documents import document_id
from loaders.odata.involved import involved, speaks
from loaders.odata.sheet import Sheet
from ontology import iris
from ontology.records import CaseFacts, Failure, Kind, Read, Record, RegisterEntry
from ontology.slugs import squash

if TYPE_CHECKING:
    from loaders.odata.entities import Row

__all__ = ["KINDS", "documents_of", "read_case"]

KINDS = {
    "Schriftelijke vragen": Kind.WRITTEN_QUESTIONS,
    "Mondelinge vragen": Kind.ORAL_QUESTIONS,
}
"""Kinds of case that are read."""
_SEPARATED = re.compile(r"\s*[;,/]\s*")
_NUMBER = re.compile(r"\d{4}Z\d{5}")
"""What case numbers look like since 2007; older ones and those of the Senate differ."""


def read_case(row: Row, sha256: str, source: str) -> Record | Failure:
    """Read a case; `row` is of one of `KINDS`. One without number gives a `Failure`."""
    sheet = Sheet(row)
    number = sheet.words("Nummer")
    if number is None:
        return Failure(source, "no-number", "this case has no number; it cannot be told from others", sha256)
    if not _NUMBER.fullmatch(number.value):
        sheet.remark("old-number", f"{number.value} is no case number of today’s form", number.span)
    subject = _subject(sheet)
    started = sheet.day("GestartOp")
    year = sheet.words("Vergaderjaar")
    people = involved(row, sheet)
    for code, there, message in (
        ("no-title", subject, "the register gives no subject"),
        ("no-day", started, "the register gives no day on which it began"),
        ("no-actors", people or not speaks(row), "the register names nobody who asks or is asked"),
    ):
        if not there:
            sheet.remark(code, message)
    closed = row.get("Afgedaan")
    facts = CaseFacts(
        number=number.value,
        closed=closed if isinstance(closed, bool) else None,
        named=bool(people or people.others),
        others=tuple(people.others),
        documents=tuple(document_id(one) for one in documents_of(row)),
        dossiers=_dossiers(row, sheet),
    )
    address = iris.register_entry("Zaak", str(row.get("Id") or number.value))
    return Record(
        kind=KINDS[row["Soort"]],
        case_number=number,
        subject=subject,
        submitted=started,
        parliamentary_year=year,
        askers=tuple(people.askers),
        named_addressees=tuple(people.asked),
        entry=RegisterEntry(address, as_utc(str(row.get("GewijzigdOp")))),
        case=facts,
        remarks=tuple(sheet.remarks),
        snapshot=sheet.snapshot(sha256, source),
    )


def documents_of(row: Row) -> list[Row]:
    """Documents that were expanded in the row of a case, without those taken out."""
    found = row.get("Document")
    return [
        one
        for one in (found if isinstance(found, list) else ())
        if isinstance(one, dict) and one.get("DocumentNummer") and not one.get("Verwijderd")
    ]


def _subject(sheet: Sheet) -> Read[str] | None:
    """Subject of a case; one that was typed twice is taken once."""
    found = sheet.words("Onderwerp") or sheet.words("Titel")
    if found is None:
        return None
    half = (len(found.value) + 1) // 2
    first, second = found.value[:half].strip(" ;,|"), found.value[half:].strip(" ;,|")
    if half > len("Oekraïne") and squash(first) == squash(second):
        sheet.remark("title-twice", f"the subject is typed twice: {found.value}", found.span)
        return Read(first, type(found.span)(found.span.start, found.span.start + len(first)))
    return found


def _dossiers(row: Row, sheet: Sheet) -> tuple[str, ...]:
    """Dossiers of a case with their suffix; two numbers typed as one are two."""
    expanded = row.get("Kamerstukdossier")
    found: dict[str, None] = {}
    for one in expanded if isinstance(expanded, list) else ():
        printed = str(one.get("Nummer") or "") if isinstance(one, dict) else ""
        numbers = [number for number in _SEPARATED.split(printed) if number]
        span = sheet.say("Kamerstukdossier", printed)
        if len(numbers) > 1:
            sheet.remark("two-dossiers", f"{printed} are {len(numbers)} dossiers", span)
        suffix = str(one.get("Toevoeging") or "") if numbers else ""
        found |= dict.fromkeys(f"{number}-{suffix}" if suffix else number for number in numbers)
    return tuple(found)
