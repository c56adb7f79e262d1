"""What a row of bytes is, told from the bytes: never from a file's name."""

from __future__ import annotations

import re
from enum import Enum

from loaders.errors import ReadError

__all__ = ["MAX_BYTES", "MAX_TEXT_BYTES", "Format", "detect", "is_wide"]

MAX_BYTES = 64 * 1024 * 1024
"""Largest file that is read at all; the largest published answer with scans is about 20 MB."""
MAX_TEXT_BYTES = 4 * 1024 * 1024
"""Largest plain text that is read; a long answer is well under 1 MB."""


class Format(Enum):
    """The formats that are read."""

    PLAIN = "plain"
    PDF = "pdf"
    DOCX = "docx"
    XML = "xml"


_IMAGE = "this is a picture ({}); a document with text is expected, so run OCR on it first"
_ARCHIVE = "this is a {} archive; unpack it first"
_REFUSED = (
    (b"{\\rtf", "rtf", "this is an RTF file; save it as DOCX or as plain text"),
    (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        "old-office",
        "this is an old Office file (.doc, .xls) or a locked one; save it as an open DOCX or PDF",
    ),
    (b"\x89PNG\r\n\x1a\n", "image", _IMAGE.format("PNG")),
    (b"\xff\xd8\xff", "image", _IMAGE.format("JPEG")),
    (b"GIF87a", "image", _IMAGE.format("GIF")),
    (b"GIF89a", "image", _IMAGE.format("GIF")),
    (b"II*\x00", "image", _IMAGE.format("TIFF")),
    (b"MM\x00*", "image", _IMAGE.format("TIFF")),
    (b"\x1f\x8b", "archive", _ARCHIVE.format("gzip")),
    (b"7z\xbc\xaf\x27\x1c", "archive", _ARCHIVE.format("7z")),
    (b"Rar!\x1a\x07", "archive", _ARCHIVE.format("RAR")),
    (b"%!PS", "postscript", "this is PostScript; convert it to PDF"),
)
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_WEB_PAGE = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*"
    rb"<(?:!doctype\s+html|html|head|body|div|p|table|script|meta|article|section)\b",
    re.IGNORECASE | re.DOTALL,
)
_XML = re.compile(
    rb"\s*(?:<\?xml\b|(?:<!--.*?-->\s*)*"
    rb"<(?:\w+:)?(?:officiele-publicatie|metadata_gegevens|owms-metadata|vraagdoc|kamerwrk|kamerstuk|kamervragen"
    rb"|handelingen|searchRetrieveResponse|record|gzd|entry|feed)[\s>/])",
    re.DOTALL,
)
"""An XML declaration, or one of the roots that are read where there is none."""
_CONTROL = bytes((0, 1, *range(3, 7), *range(0x0E, 0x1B), *range(0x1C, 0x20), 0x7F))
"""Bytes that text has none of; U+0002 is let through because pdfium writes it for a soft hyphen."""
_BYTE_ORDER = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff", b"\xc3\xaf\xc2\xbb\xc2\xbf")
"""Byte order marks; the last is that of UTF-8 written through UTF-8 a second time."""
_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")
_WINDOW = 4096
_PDF_WITHIN = 1024
_ZEROS = 0.3
"""UTF-16 text in Latin script has at least this share of zeros in one half of its bytes."""


def detect(data: bytes) -> Format:
    """Tell the format of a document; everything that is not read raises a `ReadError`.

    A PDF may have up to 1024 bytes before its header, as readers of PDF allow. Codes: `empty`,
    `too-large`, `rtf`, `old-office`, `image`, `archive`, `postscript`, `web-page`, `binary`.
    """
    if not data.strip(b" \t\r\n\x00\xef\xbb\xbf\xfe\xff"):
        raise ReadError("empty", "the file is empty; a question document is expected")
    if len(data) > MAX_BYTES:
        raise ReadError(
            "too-large", f"the file is {_megabytes(data)}; files up to {MAX_BYTES >> 20} MB are read"
        )
    if b"%PDF-" in data[:_PDF_WITHIN]:
        return Format.PDF
    if data.startswith(_ZIP):
        return Format.DOCX
    for magic, code, reason in _REFUSED:
        if data.startswith(magic):
            raise ReadError(code, reason)
    if _is_markup(data[:_WINDOW]):
        return Format.XML
    if not _is_text(data):
        raise ReadError("binary", "the file is binary data; a PDF, a DOCX or a plain text is expected")
    if len(data) > MAX_TEXT_BYTES:
        raise ReadError(
            "too-large", f"the text is {_megabytes(data)}; texts up to {MAX_TEXT_BYTES >> 20} MB are read"
        )
    return Format.PLAIN


def _is_markup(head: bytes) -> bool:
    """Whether this is XML; web pages are refused."""
    while mark := next((mark for mark in _BYTE_ORDER if head.startswith(mark)), None):
        head = head[len(mark) :]
    text = head.replace(b"\x00", b"")
    if _WEB_PAGE.match(text):
        raise ReadError("web-page", "this is a web page; fetch the XML, PDF, DOCX or text that it points to")
    return _XML.match(text) is not None


def _is_text(data: bytes) -> bool:
    """Whether bytes are characters in some encoding, judged at the start, the middle and the end."""
    if data.startswith(_WIDE_MARKS) or is_wide(data[:_WINDOW]):
        return True
    middle = len(data) // 2
    windows = (data[:_WINDOW], data[middle : middle + _WINDOW], data[-_WINDOW:])
    return all(
        len(window) - len(window.translate(None, _CONTROL)) <= len(window) // 500 for window in windows
    )


def is_wide(head: bytes) -> bool:
    """Whether bytes look like UTF-16 of Latin script: zeros in one half, hardly any in the other."""
    odd, even = head[1::2].count(0), head[::2].count(0)
    half = max(1, len(head) // 2)
    return max(odd, even) > _ZEROS * half and min(odd, even) < _ZEROS / 5 * half


def _megabytes(data: bytes) -> str:
    return f"{len(data) / (1 << 20):.0f} MB"
