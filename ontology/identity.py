"""What a document and a question set are called: ids from printed numbers, else from content.

Two records of one thing must give one id whichever is read first, so an id depends on
what is printed alone. The order of preference stands in `doc_id` and `set_key`.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from ontology.slugs import digest, squash

if TYPE_CHECKING:  # vocabularies need names for things, but not the 20 ms that records take to import
    from datetime import date

    from ontology.records import Record

__all__ = [
    "appendix_id",
    "case_of",
    "doc_id",
    "heading_key",
    "number_id",
    "page_id",
    "paper_id",
    "parliamentary_year",
    "set_doc_id",
    "set_key",
]

_CASE = re.compile(r"^(?:kv-(?:tk-)?(?:\d{8}-)?)?(\d{4}[ZD]\d{4,6}|KVR\d{3,6})$", re.IGNORECASE)
_NOT_ID = re.compile(r"[^A-Za-z0-9._-]+")
_ENOUGH = 2
"""How many of date, askers and subject must be known for a heading to identify a set."""
_PROVISIONAL = re.compile(r"^(?:ah|kst|h)-\d{5,8}$", re.IGNORECASE)
"""Number of a text before it is made up (`ah-1151601`): the same document gets an official one later."""
_REPLIES = {"answer": "antwoord", "delay-notice": "mededeling"}
"""Kinds that reply to a set, and the word by which one without number is called."""
_YEAR_STARTS, _YEAR_ENDS = 10, 8
"""A parliamentary year starts on the third Tuesday of September: that month alone is not decisive."""


@lru_cache(maxsize=4096)
def number_id(printed: str) -> str:
    """A printed number as part of an id: white space dropped, any other odd run one hyphen."""
    return _NOT_ID.sub("-", "".join(printed.split())).strip("-._") or digest(printed)


def case_of(printed: str | None) -> str | None:
    """Case number in a printed number or identifier: `kv-tk-2024Z18566` gives `2024Z18566`."""
    found = _CASE.match("".join(printed.split())) if printed else None
    return found.group(1).upper() if found else None


def paper_id(dossier: str, number: str) -> str:
    """Id of a Kamerstuk: `kst-36600-VII-42`."""
    return f"kst-{number_id(dossier)}-{number_id(number)}"


def appendix_id(year: str, number: str) -> str:
    """Id of a publication in the Aanhangsel: year `2024-2025` and number 393 give `ah-tk-20242025-393`."""
    return f"ah-tk-{''.join(re.findall(r'[0-9]', year))}-{number_id(number)}"


def parliamentary_year(day: date) -> str | None:
    """The parliamentary year of a day, `2024-2025`; None in September, when it depends on the weekday."""
    if day.month >= _YEAR_STARTS:
        return f"{day.year}-{day.year + 1}"
    if day.month <= _YEAR_ENDS:
        return f"{day.year - 1}-{day.year}"
    return None


def heading_key(record: Record) -> str | None:
    """`set-` and a digest of date, askers and subject, by which two prints of a heading meet.

    None where fewer than two of the three are known: sets would then be taken for one another.
    """
    day = record.submitted.value.isoformat() if record.submitted else ""
    askers = ",".join(sorted(squash(asker.name) for asker in record.askers))
    subject = squash(record.subject.value) if record.subject else ""
    known = sum(1 for part in (day, askers, subject) if part)
    return f"set-{digest(f'{day}|{askers}|{subject}')}" if known >= _ENOUGH else None


def set_key(record: Record) -> str:
    """Key of the set that a record puts or replies to: its case number, else its heading, else its bytes."""
    case = None
    if record.case_number:
        case = case_of(record.case_number.value) or number_id(record.case_number.value)
    if case is None and record.identifier and record.kind.asks:
        case = case_of(record.identifier.value)
    return case or heading_key(record) or f"set-{record.snapshot.sha256[:16]}"


def set_doc_id(key: str) -> str:
    """Document id of a question set: `kv-tk-2024Z18566`, or `set-…` for one without case number."""
    return key if key.startswith("set-") else f"kv-tk-{key}"


def doc_id(record: Record) -> str:
    """Id of the document a record was read from.

    A document that asks has the id of its set, so that an answer that reprints it names the
    same node. Others take their printed identifier, else their place in the Aanhangsel,
    else their Kamerstuk number, else the number of the text before it was made up, else the case
    they are about, else the hash of their bytes. A row of a register says which document it is of.
    """
    if record.case:
        return f"case-{number_id(record.case.number)}"
    if record.entry and record.identifier:
        return number_id(record.identifier.value)
    if record.kind.asks:
        return set_doc_id(set_key(record))
    identifier = record.identifier.value if record.identifier else "kv-"
    printed = None if identifier.lower().startswith("kv-") else number_id(identifier)
    if printed and not _PROVISIONAL.match(printed):
        return printed
    unnumbered = f"unnumbered-{record.snapshot.sha256[:16]}"
    if record.kind not in _REPLIES:
        return _paper_id(record) or printed or unnumbered
    return _appendix_id(record) or printed or _case_id(record) or unnumbered


def _paper_id(record: Record) -> str | None:
    if record.paper and record.paper.number:
        return paper_id(record.paper.dossier, record.paper.number)
    return None


def _appendix_id(record: Record) -> str | None:
    year = record.parliamentary_year.value if record.parliamentary_year else None
    if year is None and record.received:
        year = parliamentary_year(record.received.value)
    if year is None or record.appendix_number is None:
        return None
    return appendix_id(year, str(record.appendix_number.value))


def _case_id(record: Record) -> str | None:
    if record.case_number is None:
        return None
    return f"{_REPLIES[record.kind]}-{number_id(record.case_number.value)}"


def page_id(document: str) -> str | None:
    """The id under which officielebekendmakingen.nl has a page, or None for an id of our own."""
    return document if document.startswith(("ah-", "kv-", "kst-", "blg-", "h-tk-")) else None
