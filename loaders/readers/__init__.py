"""Readers: bytes of a document to its text layer, the kind told from the content alone."""

from __future__ import annotations

from loaders.readers.detect import Format, detect
from loaders.readers.plain import read_plain
from loaders.readers.text import Flow, Mark, MarkKind, Text

__all__ = ["Flow", "Mark", "MarkKind", "Text", "read_text"]


def read_text(data: bytes, source: str) -> Text:
    """Read a document of any kind that is read; `source` is kept in the snapshot, never looked at.

    Raises `ReadError` with a stable code where the bytes are no document with text.
    """
    kind = detect(data)
    if kind is Format.PDF:
        from loaders.readers.pdf import read_pdf  # noqa: PLC0415 - pdfium loads when a PDF comes by

        return read_pdf(data, source)
    if kind is Format.DOCX:
        from loaders.readers.docx import read_docx  # noqa: PLC0415 - lxml loads when a DOCX comes by

        return read_docx(data, source)
    if kind is Format.XML:
        from loaders.readers.official_xml import read_xml  # noqa: PLC0415 - lxml loads when XML comes by

        return read_xml(data, source)
    return read_plain(data, source)
