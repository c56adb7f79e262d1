"""A row of `Document` as a record: answers, notices, questions, letters; other kinds are left aside."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from loaders.odata.days import as_utc
from loaders.odata.sheet import Sheet
from ontology import iris
from ontology.records import Failure, Kind, PaperRef, Read, Record, RegisterEntry, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from loaders.odata.entities import Row

__all__ = ["KINDS", "PAPERS", "document_id", "paper_known", "read_row_of_document"]

KINDS = {
    "Schriftelijke vragen": Kind.WRITTEN_QUESTIONS,
    "Mondelinge vragen": Kind.ORAL_QUESTIONS,
    "Antwoord schriftelijke vragen": Kind.ANSWER,
    "Antwoord schriftelijke vragen (nader)": Kind.ANSWER,
    "Mededeling (uitstel antwoord)": Kind.DELAY_NOTICE,
    "Brief regering": Kind.LETTER,
    "Motie": Kind.MOTION,
}
"""Kinds of document that are read; papers only where the row gives their number in a dossier."""
PAPERS = frozenset({Kind.LETTER, Kind.MOTION})
_APPENDIX = re.compile(r"(\d{2})(\d{2})(\d{5})")
"""`242502753`: number 2753 of the year 2024-2025; that of 1999-2000 is written 9900."""
_PAPER = re.compile(r"kst-(\d+(?:-[A-Za-z0-9()]+)*)-([A-Za-z0-9]+)")
_CENTURY = 50
"""Years of two digits from here on are of the 20th century: the series began in 1994."""


def read_row_of_document(row: Row, sha256: str, source: str) -> Record | Failure:
    """Read a document; `row` is of one of `KINDS`. One without any number gives a `Failure`."""
    sheet, kind = Sheet(row), KINDS[row["Soort"]]
    number, appendix = sheet.words("DocumentNummer"), _appendix(row)
    if number is None:
        return Failure(
            source, "no-number", "this document has no number; it cannot be told from others", sha256
        )
    if row.get("Aanhangselnummer"):
        span = sheet.say("Aanhangselnummer", str(row["Aanhangselnummer"]))
        if appendix is None:
            sheet.remark("odd-number", f"{row['Aanhangselnummer']} is no number of the Aanhangsel", span)
    else:
        span = number.span
    title = sheet.words("Onderwerp") or sheet.words("Titel")
    dated = sheet.day("Datum") or sheet.day("DatumRegistratie")
    received = sheet.day("DatumOntvangst") if kind not in PAPERS else None
    replies = kind in (Kind.ANSWER, Kind.DELAY_NOTICE)
    paper = _paper(row, sheet) if kind in PAPERS else None
    address = iris.register_entry("Document", str(row.get("Id") or number.value))
    return Record(
        kind=kind,
        identifier=Read(document_id(row), paper.span if paper else span),
        appendix_number=Read(appendix[1], span) if appendix else None,
        parliamentary_year=Read(appendix[0], span) if appendix else None,
        subject=title if kind.asks else None,
        submitted=dated if kind.asks else None,
        received=(received or dated) if replies else None,
        paper=paper,
        dated=dated if kind in PAPERS else None,
        title=None if kind.asks else title,
        entry=RegisterEntry(address, as_utc(str(row.get("GewijzigdOp"))), number.value),
        remarks=tuple(sheet.remarks),
        snapshot=sheet.snapshot(sha256, source),
    )


def document_id(row: Row) -> str:
    """Id of a document: its place in the Aanhangsel, else in a dossier, else its number in the register."""
    appendix = _appendix(row)
    if appendix:
        return iris.appendix_id(appendix[0], str(appendix[1]))
    found = _paper_number(row)
    return iris.paper_id(*found) if found else iris.number_id(str(row.get("DocumentNummer")))


def paper_known(row: Row) -> bool:
    """Whether a row tells the number of the document in a dossier."""
    return _paper_number(row) is not None


def _appendix(row: Row) -> tuple[str, int] | None:
    found = _APPENDIX.fullmatch(str(row.get("Aanhangselnummer") or ""))
    if not found:
        return None
    first, second, number = (int(part) for part in found.groups())
    if (first + 1) % 100 != second:
        return None
    start = first + (1900 if first >= _CENTURY else 2000)
    return f"{start}-{start + 1}", number


def _paper_number(row: Row) -> tuple[str, str] | None:
    for identifier in _identifiers(row):
        found = _PAPER.fullmatch(identifier)
        if found:
            return found[1], found[2]
    return None


def _identifiers(row: Row) -> Iterator[str]:
    """Official ids of a document, where the row holds its current version."""
    version = row.get("HuidigeDocumentVersie")
    if isinstance(version, dict):
        yield str(version.get("ExterneIdentifier") or "")
        for one in version.get("DocumentPublicatie") or ():
            yield str(one.get("Identifier") or "") if isinstance(one, dict) else ""


def _paper(row: Row, sheet: Sheet) -> PaperRef | None:
    found = _paper_number(row)
    if found is None:
        return None
    span: Span = sheet.say("ExterneIdentifier", f"kst-{found[0]}-{found[1]}")
    return PaperRef(found[0], found[1], span)
