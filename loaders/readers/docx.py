"""DOCX: body, tables and text boxes in order, then notes; headers and footers as furniture."""

from __future__ import annotations

import hashlib

from loaders.errors import ReadError
from loaders.readers.docx_package import damage_told, open_docx
from loaders.readers.docx_walk import Walk
from loaders.readers.notes import end_notes
from loaders.readers.text import Mark, MarkKind, Text
from ontology.records import Snapshot, Span

__all__ = ["MEDIA_TYPE", "read_docx"]

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def read_docx(data: bytes, source: str) -> Text:
    """Read a DOCX: one line a paragraph, one line a table cell, list numbers as Word prints them.

    Headers stand first and footers last, both marked FURNITURE; notes stand after the body, and
    the numbered list that closes a body is a list of notes. Pages start where Word last broke them.
    Raises `ReadError` with the codes of `open_docx`, or `empty-docx`.
    """
    with damage_told():
        walk = Walk(open_docx(data))
        walk.furniture("header")
        start = walk.length
        walk.body()
        body = Span(start, walk.length)
        walk.notes()
        walk.furniture("footer")
    content = walk.text()
    if not content.strip():
        raise ReadError("empty-docx", "the DOCX holds no text; a question document is expected")
    marks = walk.marks + [Mark(MarkKind.NOTE, note) for note in end_notes(content, body)]
    snapshot = Snapshot(
        sha256=hashlib.sha256(data).hexdigest(),
        media_type=MEDIA_TYPE,
        source=source,
        text=content,
        page_starts=tuple(sorted({0, *walk.pages})),
    )
    return Text(
        snapshot, tuple(sorted(marks, key=lambda mark: (mark.span.start, -mark.span.end))), raised_known=True
    )
