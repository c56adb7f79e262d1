"""The DOCX package: is it one, is it safe to open, and its parts.

Everything is checked on the zip's directory before a part is unpacked: Python's zipfile never
gives out more bytes than the directory declares, so the declared sizes are a true bound.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from contextlib import contextmanager
from typing import TYPE_CHECKING

from docx import Document
from docx.opc.exceptions import OpcError
from docx.opc.part import Part, XmlPart
from lxml import etree

from loaders.errors import ReadError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docx.document import Document as DocumentObject

__all__ = ["MAX_UNPACKED", "damage_told", "open_docx", "root_of"]

MAX_UNPACKED = 128 * 1024 * 1024
"""Most bytes that a package may unpack to; letters with pictures stay under 30 MB."""
MAX_XML = 32 * 1024 * 1024
"""Most bytes that its XML parts may unpack to; the text of a long letter is under 5 MB."""
MAX_RATIO = 250
"""Highest ratio of unpacked to packed that is opened, for a package that unpacks to over 8 MB."""
MAX_PARTS = 4000
_SMALL = 8 * 1024 * 1024
_DOCTYPE = re.compile(rb"<!(?:DOCTYPE|ENTITY)|<\x00!\x00[DE]\x00|\x00<\x00!\x00[DE]")
_OTHERS = (
    ("xl/", "spreadsheet", "this is a spreadsheet (XLSX), not a letter; a DOCX, a PDF or a text is expected"),
    (
        "ppt/",
        "presentation",
        "this is a presentation (PPTX), not a letter; a DOCX, a PDF or a text is expected",
    ),
    ("META-INF/manifest.xml", "opendocument", "this is an OpenDocument file; save it as DOCX or PDF"),
)
_BROKEN = (
    OpcError,
    etree.XMLSyntaxError,
    zipfile.BadZipFile,
    zlib.error,
    AttributeError,
    EOFError,
    KeyError,
    NotImplementedError,
    OSError,
    RuntimeError,
    ValueError,
)
"""What python-docx, lxml and zipfile raise on damaged packages; they have no common root."""


def open_docx(data: bytes) -> DocumentObject:
    """Open a package that passed the checks.

    Raises `ReadError`: `broken-docx`, `docx-bomb`, `unsafe-docx`, `encrypted-docx`, or the code of
    what the zip really is (`spreadsheet`, `presentation`, `opendocument`, `zip-archive`).
    """
    with damage_told():
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            _check(package, len(data))
        return Document(io.BytesIO(data))


@contextmanager
def damage_told() -> Iterator[None]:
    """Turn what the libraries raise on a damaged package into a `ReadError`, `broken-docx`."""
    try:
        yield
    except _BROKEN as error:
        raise ReadError("broken-docx", "the DOCX is damaged and cannot be read; fetch it again") from error


def _check(package: zipfile.ZipFile, packed: int) -> None:
    parts = package.infolist()
    names = [part.filename for part in parts]
    unpacked = sum(part.file_size for part in parts)
    markup = [part for part in parts if part.filename.endswith((".xml", ".rels"))]
    if (
        len(parts) > MAX_PARTS
        or unpacked > MAX_UNPACKED
        or sum(part.file_size for part in markup) > MAX_XML
        or (unpacked > _SMALL and unpacked > MAX_RATIO * packed)
    ):
        raise ReadError(
            "docx-bomb", f"the file unpacks to {unpacked >> 20} MB in {len(parts)} parts; no letter does"
        )
    if any(part.flag_bits & 1 for part in parts):
        raise ReadError("encrypted-docx", "the file is locked with a password; save an open copy")
    if "word/document.xml" not in names:
        for prefix, code, reason in _OTHERS:
            if any(name.startswith(prefix) for name in names):
                raise ReadError(code, reason)
        raise ReadError("zip-archive", "this is a zip archive, not a DOCX; unpack it first")
    for part in markup:
        if _DOCTYPE.search(package.read(part)):
            raise ReadError(
                "unsafe-docx", f"{part.filename} in the DOCX declares a document type; Word writes none"
            )


def root_of(part: Part) -> etree._Element:
    """Give the root of an XML part: python-docx's own, or parsed without entities and network."""
    if isinstance(part, XmlPart):
        return part.element
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    return etree.fromstring(part.blob, parser)
