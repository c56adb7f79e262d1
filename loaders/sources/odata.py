"""Rows of the open data of the House as arrivals: one a row, read when its turn comes.

A row is named after its file, its number and the time of its last change, so that a newer row of
the same thing is another arrival, and the newest holds whatever the order.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, BinaryIO

from loaders.errors import ReadError
from loaders.odata import cases, documents
from loaders.odata.days import as_utc
from loaders.odata.entities import CASE, DOCUMENT, Row, entity, name
from loaders.odata.pages import places
from loaders.odata.sheet import Sheet
from ontology import iris
from ontology.records import Failure, Record, Removal, Skip

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["RowArrival", "row_arrivals"]

_READ = (CASE, DOCUMENT)


@dataclass(frozen=True, slots=True)
class RowArrival:
    """A row that came in, in a fixed form whatever the file: fields sorted, without annotations."""

    source: str
    sha256: str
    entity: str
    data: bytes = field(repr=False)

    def read(self) -> Record | Removal | Failure:
        """Read the row."""
        row = json.loads(self.data)
        if row.get("Verwijderd") is True:
            sheet = Sheet(row)
            sheet.words("Id")
            when = as_utc(str(row.get("GewijzigdOp") or row.get("ApiGewijzigdOp")))
            address = iris.register_entry(self.entity, str(row.get("Id")))
            return Removal(address, when, sheet.snapshot(self.sha256, self.source))
        if self.entity == CASE:
            return cases.read_case(row, self.sha256, self.source)
        return documents.read_row_of_document(row, self.sha256, self.source)


def row_arrivals(head: bytes, stream: BinaryIO, source: str) -> Iterator[RowArrival | Skip | Failure]:
    """Yield the rows of a file that `loaders.odata.pages.is_rows`; `head` was read from it already.

    A row of another kind comes as a `Skip`, a damaged one as a `Failure`, each in its place. The
    documents that the row of a case holds follow it as rows of their own. Where a file gives an id or a
    number twice, with other content, both rows come, and a `Skip` that tells of it.
    """
    twice = _Twice()
    try:
        for place in places(head, stream):
            at = f"{source}#{place.number}"
            if place.row is None:
                yield Failure(at, "row", place.reason)
            else:
                yield from twice.told(_arrivals(place.row, source, at, place.entity), place.row, at)
    except ReadError as error:
        yield Failure(source, error.code, str(error))


class _Twice:
    """Finds the rows of a file that have an id or a number which another row has, and are not the same."""

    def __init__(self) -> None:
        self._ids: dict[tuple[str, str], str] = {}
        self._numbers: dict[tuple[str, str], str] = {}
        self._names: dict[str, str] = {}

    def told(
        self, found: Iterator[RowArrival | Skip | Failure], row: Row, at: str
    ) -> Iterator[RowArrival | Skip | Failure]:
        """Give what a row gives, first of all the row itself, and what is told of it."""
        first = next(found)
        if not isinstance(first, RowArrival):
            yield first
            return
        # Two contents under one name would be taken for a change, and the last to come would hold.
        if self._names.setdefault(first.source, first.sha256) != first.sha256:
            first = replace(first, source=f"{first.source}#{at.rpartition('#')[2]}")
        yield first
        if row.get("Verwijderd") is not True:
            yield from self._doubles(first, row, at)
        yield from found

    def _doubles(self, first: RowArrival, row: Row, at: str) -> Iterator[Skip]:
        number = str(row.get("Nummer") or row.get("DocumentNummer") or "").strip()
        id_ = str(row.get("Id") or "").lower()
        kind, told = first.entity, "both are read, and of the two the one changed last holds"
        if id_ and self._ids.setdefault((kind, id_), first.sha256) != first.sha256:
            yield Skip(at, f"the older {kind} of two with one id", told)
        elif number and self._numbers.setdefault((kind, number), id_) != id_:
            yield Skip(at, f"the older {kind} of two with one number", told)


def _arrivals(row: Row, source: str, at: str, page: str | None) -> Iterator[RowArrival | Skip | Failure]:
    kind = entity(row, page)
    if kind not in _READ:
        told = kind or "unknown"
        yield Skip(at, told, "rows of Zaak and Document are read, and what is expanded in them")
        return
    yield _arrival(row, source, at, kind)
    if kind == CASE:
        for document in cases.documents_of(row):
            yield _arrival(document, source, at, DOCUMENT)


def _arrival(row: Row, source: str, at: str, kind: str) -> RowArrival | Skip | Failure:
    if row.get("Verwijderd") is True:
        if not row.get("Id"):
            return Failure(at, "no-number", "this row was taken out and does not say which it was")
    elif row.get("Soort") not in (cases.KINDS if kind == CASE else documents.KINDS) or _numberless(row, kind):
        return Skip(at, f"{kind} {row.get('Soort')}", "neither questions nor a reply to them")
    data = _fixed(row)
    return RowArrival(f"{source}#{name(row)}", hashlib.sha256(data).hexdigest(), kind, data)


def _numberless(row: Row, kind: str) -> bool:
    """Whether a row is of a paper and does not give its number in a dossier."""
    return (
        kind == DOCUMENT
        and documents.KINDS[row["Soort"]] in documents.PAPERS
        and not documents.paper_known(row)
    )


def _fixed(row: Row) -> bytes:
    fields = {key: value for key, value in row.items() if "@" not in key}
    return json.dumps(fields, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode(
        "utf-8", "surrogatepass"
    )
