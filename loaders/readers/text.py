"""What every reader gives: the text layer of a snapshot with its pages and marks.

The text layer is kept exactly as it was extracted. Readers say what its stretches are
by marks; `Flow` is the view the grammar reads: furniture and notes left out, broken words
mended, each character still tied to its offset in the text layer.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from loaders.readers.flow import Flow, flow_of
from loaders.readers.stated import Stated
from ontology.records import Snapshot, Span

if TYPE_CHECKING:
    from collections.abc import Collection

__all__ = ["Flow", "Mark", "MarkKind", "Text"]


class MarkKind(StrEnum):
    """What a stretch of the text layer is, where it is not plain running text."""

    FURNITURE = "furniture"
    """Page headers and footers: letterhead, `ah-tk-…`, `ISSN …`, running titles; in a DOCX the whole
    headers (first in the text, often with date and subject) and footers (last)."""
    NOTE = "note"
    """One footnote or end note, its number included; one mark a note. A mark that opens without a
    number is the rest of the note before it, which a page break cut (PDF)."""
    SUPERSCRIPT = "superscript"
    """Raised characters; in these documents nearly always a note marker (CO2 is lowered)."""
    TABLE = "table"
    """Cells of a table, one cell a line."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of the text layer and what it is."""

    kind: MarkKind
    span: Span


@dataclass(frozen=True, slots=True)
class Text:
    """A snapshot as a reader gives it.

    `marks` are sorted by start. `raised_known` tells whether the format shows raised
    characters (PDF, DOCX): then a digit that is not marked SUPERSCRIPT is no note marker, save
    for "1)" and "[1]" where notes are a list; where it is False (plain text), the grammar has to
    judge. The numbers that open notes are marked SUPERSCRIPT too, within their NOTE.
    """

    snapshot: Snapshot
    marks: tuple[Mark, ...] = field(default=())
    raised_known: bool = False
    stated: Stated | None = None
    """What the format itself names; None for one that has text alone."""

    @property
    def content(self) -> str:
        """The text layer."""
        return self.snapshot.text

    def marked(self, kind: MarkKind) -> tuple[Span, ...]:
        """Spans of all marks of one kind, in order."""
        return tuple(mark.span for mark in self.marks if mark.kind is kind)

    def flow(
        self,
        span: Span | None = None,
        skip: Collection[MarkKind] = (MarkKind.FURNITURE, MarkKind.NOTE),
        *,
        mend: bool = True,
    ) -> Flow:
        """Readable view of a stretch (all of it by default) without the marks in `skip`.

        Line ends stay; what stood before and after a left-out block meets at one line end, so a
        sentence that a page foot cut through reads on. `mend` joins words broken at line ends.
        """
        stretch = span if span is not None else Span(0, len(self.content))
        near = [
            mark
            for mark in self.marks
            if mark.kind in skip and mark.span.start < stretch.end and mark.span.end > stretch.start
        ]
        blocks = [mark.span for mark in near if mark.kind is not MarkKind.SUPERSCRIPT]
        inline = [mark.span for mark in near if mark.kind is MarkKind.SUPERSCRIPT]
        return flow_of(self.content, stretch, blocks, inline, mend=mend)
