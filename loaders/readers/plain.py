"""Plain text: files that were typed, and the text layers that PDF and DOCX extractors write."""

from __future__ import annotations

import hashlib
import re

from loaders.readers.decode import decode
from loaders.readers.furniture import FOOT, furniture
from loaders.readers.notes import end_notes, foot_notes, set_off_notes, table_notes
from loaders.readers.text import Mark, MarkKind, Text
from ontology.records import Snapshot, Span

__all__ = ["MEDIA_TYPE", "read_plain"]

MEDIA_TYPE = "text/plain"
_FEED = re.compile(r"\f")


def read_plain(data: bytes, source: str) -> Text:
    """Read the bytes of a text file; raised characters are not known in it.

    Line ends become LF. Pages start after a form feed, or else after a footer.
    """
    content = decode(data)
    blocks = furniture(content)
    feet = [block for block in blocks if FOOT.search(content, block.start, block.end)]
    notes = _notes(content, feet)
    marks = [Mark(MarkKind.FURNITURE, block) for block in blocks]
    marks += [Mark(MarkKind.NOTE, note) for note in notes]
    snapshot = Snapshot(
        sha256=hashlib.sha256(data).hexdigest(),
        media_type=MEDIA_TYPE,
        source=source,
        text=content,
        page_starts=_page_starts(content, feet),
    )
    return Text(snapshot, tuple(sorted(marks, key=lambda mark: mark.span)), raised_known=False)


def _notes(content: str, feet: list[Span]) -> list[Span]:
    everything = Span(0, len(content))
    if not feet:
        return (
            end_notes(content, everything)
            or set_off_notes(content, everything)
            or list(foot_notes(content, [everything], sure=True))
        )
    starts = [0, *(foot.end for foot in feet)]
    ends = [*(foot.start for foot in feet), len(content)]
    notes = list(foot_notes(content, map(Span, starts, ends)))
    notes += table_notes(content, [*notes, *feet])
    return notes or end_notes(content, everything)


def _page_starts(content: str, feet: list[Span]) -> tuple[int, ...]:
    starts = [match.end() for match in _FEED.finditer(content)]
    if not starts:
        starts = [foot.end + 1 for foot in feet]
    last = len(content.rstrip())
    return (0, *(start for start in starts if 0 < start < last))
