"""Where something was read: the copy, the place in its text, and the part of the document."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Generic, TypeVar

__all__ = ["Read", "Snapshot", "Span", "Unit"]

T = TypeVar("T")


class Unit(StrEnum):
    """The part of a document in which something stands."""

    DOCUMENT = "document"
    QUESTION = "question"
    ANSWER = "answer"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open range of code points in the text of one snapshot."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"span must satisfy 0 <= start <= end, got {self.start}, {self.end}")


@dataclass(frozen=True, slots=True)
class Read(Generic[T]):
    """A value and where it was read."""

    value: T
    span: Span


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The exact copy that was read: its bytes by hash, its text layer in full."""

    sha256: str
    """Hex digest of the bytes as they came."""
    media_type: str
    """Detected from content: `text/plain`, `application/pdf`, `application/xml` or the DOCX media type."""
    source: str
    """The path or address as it was given; kept in the ledger only."""
    text: str = field(repr=False)
    """The text layer as the reader gave it; all spans count in it."""
    page_starts: tuple[int, ...] = (0,)
    """Offset in `text` at which each page begins, in order; one entry for a text without pages."""

    def quote(self, span: Span) -> str:
        """The exact passage of a span."""
        return self.text[span.start : span.end]

    def page(self, offset: int) -> int:
        """Number, from 1, of the page on which an offset falls."""
        return bisect_right(self.page_starts, offset)
