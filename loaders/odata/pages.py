"""Files of rows: pages, kept answers of the service, arrays, single rows and JSONL, packed or not."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, Any, BinaryIO

from loaders.errors import ReadError
from loaders.odata.entities import Row, entity_of_page
from loaders.odata.unpack import GZIP, Unpacked

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["HEAD", "Place", "is_rows", "places"]

HEAD = 1 << 16
"""Bytes of a file by which it is recognised."""
_MAX_WHOLE = 64 << 20
"""Largest page or array; it is parsed as a whole, unlike JSONL."""
_BOM = b"\xef\xbb\xbf"
_JSON = re.compile(rb"\s*(?:\{\s*[\"}]|\[\s*[\[{\]])")
_FIELDS = re.compile(
    rb'"(?:@odata\.\w+|ApiGewijzigdOp|GewijzigdOp|GestartOp|DocumentNummer|Aanhangselnummer|Verwijderd)"'
)
_NOT_JSON = "this line is no JSON ({}); the row is cut off or damaged"


@dataclass(frozen=True, slots=True)
class Place:
    """A row and where it stands: the line of JSONL, else its place among the rows, from 1."""

    number: int
    row: Row | None
    """None where the place holds no row."""
    entity: str | None = None
    """What all rows of its page are."""
    reason: str = ""
    """Why there is no row."""


def is_rows(head: bytes) -> bool:
    """Whether a file is JSON of the open data, told from its first bytes, packed or not."""
    if head.startswith(GZIP):
        head = _unpacked_head(head)
    text = head.removeprefix(_BOM)
    return bool(_JSON.match(text)) and bool(_FIELDS.search(text))


def _unpacked_head(head: bytes) -> bytes:
    import zlib  # noqa: PLC0415 - most files are not packed

    try:
        return zlib.decompressobj(wbits=31).decompress(head, HEAD)
    except zlib.error:
        return b""


def places(head: bytes, stream: BinaryIO) -> Iterator[Place]:
    """Give all rows of a file that `is_rows`; `head` was read from the stream already.

    A line that is no JSON comes as a place without row. Raises `ReadError` for what cannot go on.
    """
    data = Unpacked(head, stream)
    numbered = ((number, line) for number, line in enumerate(data.lines(), 1) if line.strip())
    first = next(numbered, (1, b""))
    try:
        only = json.loads(first[1].removeprefix(_BOM))
    except ValueError:
        yield from _whole(first[1].removeprefix(_BOM) + data.rest(_MAX_WHOLE))
        return
    second = next(numbered, None)
    if second is None:
        yield from _rows_of(only)
        return
    for number, line in chain((first, second), numbered):
        yield _place(number, line.removeprefix(_BOM))


def _place(number: int, line: bytes) -> Place:
    try:
        return _checked(number, json.loads(line), None)
    except (ValueError, RecursionError) as error:
        return Place(number, None, reason=_NOT_JSON.format(error))


def _whole(text: bytes) -> Iterator[Place]:
    """Rows of a text over several lines: one JSON value, or JSONL of which the first line is damaged."""
    try:
        yield from _rows_of(json.loads(text))
    except (ValueError, RecursionError) as error:
        lines = text.splitlines()
        if sum(line.startswith(b'{"') and line.endswith(b"}") for line in lines[1:]) < max(
            1, len(lines) // 2
        ):
            raise ReadError("json", f"this is no complete JSON: {error}; fetch it again") from error
        for number, line in enumerate(lines, 1):
            if line.strip():
                yield _place(number, line)


def _rows_of(value: Any) -> Iterator[Place]:
    page = None
    if isinstance(value, dict) and isinstance(value.get("data"), dict | list) and "Id" not in value:
        value = value["data"]  # an answer of the service as it was kept, with address and headers
    if isinstance(value, dict) and isinstance(value.get("value"), list):
        page, value = entity_of_page(value), value["value"]
    for number, row in enumerate(value if isinstance(value, list) else [value], 1):
        yield _checked(number, row, page)


def _checked(number: int, row: Any, page: str | None) -> Place:
    if isinstance(row, dict):
        return Place(number, row, page)
    return Place(number, None, page, f"a row is an object with fields, not {str(row)[:40]!r}")
