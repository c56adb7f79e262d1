"""PDF through pdfium: a text layer of printed lines, with raised digits, notes and furniture marked."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

import pypdfium2
import pypdfium2.raw as pdfium

from loaders.errors import ReadError
from loaders.readers.pdf_lines import Line, lines_of
from loaders.readers.pdf_marks import Placed, marks_of
from loaders.readers.text import Text
from ontology.records import Snapshot

__all__ = ["MAX_PAGES", "MEDIA_TYPE", "read_pdf"]

MEDIA_TYPE = "application/pdf"
MAX_PAGES = 1000
"""Most pages that are read; the longest published answers have some hundreds with their annexes."""
MAX_CHARACTERS = 8 * 1024 * 1024
"""Longest text layer that is read, in characters."""
_TAIL = 2048
"""Bytes that may follow the last end-of-file marker."""


@dataclass(frozen=True, slots=True)
class _Page:
    height: float
    lines: list[Line]


def read_pdf(data: bytes, source: str) -> Text:
    """Read a PDF's text layer: lines end in LF, a word broken at a line end keeps its hyphen.

    Raises `ReadError` with code `encrypted-pdf`, `truncated-pdf`, `broken-pdf`, `scanned-pdf`,
    `empty-pdf` or `too-large`.
    """
    placed: list[Placed] = []
    starts: list[int] = []
    at = 0
    for number, page in enumerate(_pages(data)):
        starts.append(at)
        for line in page.lines:
            placed.append(Placed(at, number, page.height, line))
            at += len(line.text) + 1
    content = "\n".join(place.line.text for place in placed)
    snapshot = Snapshot(
        sha256=hashlib.sha256(data).hexdigest(),
        media_type=MEDIA_TYPE,
        source=source,
        text=content,
        page_starts=tuple(starts),
    )
    return Text(snapshot, tuple(marks_of(content, placed, len(starts))), raised_known=True)


def _pages(data: bytes) -> list[_Page]:
    end = data.rfind(b"%%EOF")
    if end < 0 or len(data) - end > _TAIL:
        raise ReadError("truncated-pdf", "the PDF stops before its end; fetch it again")
    document = _opened(data)
    try:
        if not len(document):
            raise ReadError("broken-pdf", "the PDF has no pages; fetch it again")
        if len(document) > MAX_PAGES:
            raise ReadError("too-large", f"the PDF has {len(document)} pages; up to {MAX_PAGES} are read")
        return _read(document)
    except pypdfium2.PdfiumError as error:
        raise ReadError("broken-pdf", "a page of the PDF is damaged; fetch it again") from error
    finally:
        document.close()


def _opened(data: bytes) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if error.err_code in {pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY}:
            raise ReadError(
                "encrypted-pdf", "the PDF is locked with a password; save an open copy"
            ) from error
        raise ReadError("broken-pdf", "the PDF is damaged and cannot be opened; fetch it again") from error


def _read(document: pypdfium2.PdfDocument) -> list[_Page]:
    pages: list[_Page] = []
    pictures = False
    characters = 0
    for page in document:
        textpage = page.get_textpage()
        try:
            lines = lines_of(textpage.raw)
            pages.append(_Page(page.get_height(), lines))
            pictures = pictures or (not lines and _shows_picture(page))
        finally:
            textpage.close()
            page.close()
        characters += sum(len(line.text) for line in lines)
        if characters > MAX_CHARACTERS:
            raise ReadError("too-large", f"the PDF holds over {MAX_CHARACTERS >> 20} million characters")
    if characters:
        return pages
    if pictures:
        raise ReadError("scanned-pdf", "the PDF holds pictures of pages without text; run OCR on it first")
    raise ReadError("empty-pdf", "the PDF holds no text; a question document is expected")


def _shows_picture(page: pypdfium2.PdfPage) -> bool:
    pictures = page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=4)
    return next(iter(pictures), None) is not None
