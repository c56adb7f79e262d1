"""XML to elements without trusting it: no entities, no document types, bounded in size and depth.

Official publications declare no document type, so that one which does is refused: entities can
name files and addresses, and grow without bound ("billion laughs").
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lxml import etree

from loaders.errors import ReadError

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["MAX_XML_BYTES", "children", "local", "parse", "strip_marks", "words"]

MAX_XML_BYTES = 32 * 1024 * 1024
"""Largest XML that is read; a whole day of proceedings is under 4 MB."""
_MARKS = (b"\xef\xbb\xbf", b"\xc3\xaf\xc2\xbb\xc2\xbf")
"""A byte order mark, and one that went through UTF-8 twice, as older proceedings begin."""
_DECLARATION = re.compile(rb"<!(?:DOCTYPE|ENTITY)|<\x00!\x00[DE]\x00|\x00<\x00!\x00[DE]")
_UNSAFE = (
    "the XML declares a document type or entities, which official publications do not; "
    "fetch it again from the repository, or take the declaration out"
)
BLANK = " \t\r\n"
"""White space as XML has it: layout. A no-break space is a character."""


def strip_marks(data: bytes) -> bytes:
    """Take byte order marks from the front, however many."""
    while mark := next((mark for mark in _MARKS if data.startswith(mark)), None):
        data = data[len(mark) :]
    return data


def parse(data: bytes) -> etree._Element:
    """Give the root element, without comments and processing instructions.

    Raises `ReadError`: `too-large`, `unsafe-xml`, `broken-xml` (not well-formed, or over 256 levels deep).
    """
    if len(data) > MAX_XML_BYTES:
        raise ReadError(
            "too-large", f"the XML is {len(data) >> 20} MB; XML up to {MAX_XML_BYTES >> 20} MB is read"
        )
    if _DECLARATION.search(data):
        raise ReadError("unsafe-xml", _UNSAFE)
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(strip_marks(data), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        place = f"line {error.lineno}: " if isinstance(error, etree.XMLSyntaxError) else ""
        reason = " ".join(str(error.msg or error).split()) if isinstance(error, etree.XMLSyntaxError) else ""
        raise ReadError(
            "broken-xml",
            f"the XML is not well-formed ({place}{reason or error}); fetch it again, or take the PDF",
        ) from error
    if root.getroottree().docinfo.doctype:  # in an encoding that hid it from the look at the bytes
        raise ReadError("unsafe-xml", _UNSAFE)
    return root


def local(element: etree._Element) -> str:
    """Name of an element without its namespace."""
    tag: str = element.tag
    return tag.rpartition("}")[2]


def children(element: etree._Element, *names: str) -> Iterator[etree._Element]:
    """Descendants with one of the local names, in order of the document."""
    wanted = set(names)
    return (found for found in element.iter(etree.Element) if local(found) in wanted)


def words(element: etree._Element | None) -> str:
    """All words of an element on one line; empty for None."""
    if element is None:
        return ""
    text = "".join(element.itertext())
    return re.sub(f"[{BLANK}]+", " ", text).strip(BLANK)
