"""Official XML to the same text layer that other readers give, with what it states beside it.

OP-XML (Kamervragen in both dialects, Kamerstukken, Handelingen), metadata.xml and SRU records.
Element names decide, never the root or a namespace, so that an excerpt reads like the whole.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import replace
from typing import TYPE_CHECKING

from loaders.errors import ReadError
from loaders.readers.decode import untwice
from loaders.readers.stated import Stated
from loaders.readers.text import Mark, Text
from loaders.readers.xml_catalogue import Entry, facts, named_values
from loaders.readers.xml_layer import Layer
from loaders.readers.xml_marks import links
from loaders.readers.xml_papers import of_paper, of_proceedings
from loaders.readers.xml_parse import children, local, parse
from loaders.readers.xml_questions import heading_first, of_questions
from ontology.records import Read, Snapshot

if TYPE_CHECKING:
    from lxml import etree

__all__ = ["MAX_NOTES", "MEDIA_TYPE", "read_xml"]

MEDIA_TYPE = "application/xml"
MAX_NOTES = 2000
"""Most notes of a document that is read; the longest answers have some hundred."""
_BODIES = (
    (("kamervragen", "vraagdoc", "vraag"), of_questions),
    (("kamerstuk", "kamerwrk"), of_paper),
    (("handelingen",), of_proceedings),
)
"""Elements that tell what a document is, and what reads its facts; the first row that is met counts."""
_RECORDS = ("metadata_gegevens", "owms-metadata", "originalData")
_IDENTIFIER = re.compile(r"(?:ah|kv|kst|h)-[a-z0-9][\w-]*\d")
_PLAIN_PREFIX = re.compile(r"^.*[.:]")


def read_xml(data: bytes, source: str) -> Text:
    """Read an official XML document or a catalogue record of one.

    Codes of `ReadError`: those of `parse`, `too-large`, `web-page`, `several-records` (an SRU answer
    that was not taken apart), `other-publication` (a record of the Staatsblad, a municipality …),
    `unknown-xml`, `empty-xml`.
    """
    root = parse(data)
    if local(root).casefold() == "html":
        raise ReadError("web-page", "this is a web page; fetch the XML, PDF or DOCX that it points to")
    notes = sum(1 for _ in children(root, "noot"))
    if notes > MAX_NOTES:
        raise ReadError("too-large", f"the XML has {notes} notes; documents with up to {MAX_NOTES} are read")
    heading_first(root)
    layer = Layer(root)
    stated = _document(root, layer) or _record(root, layer)
    if stated is None:
        raise ReadError(
            "unknown-xml",
            f"XML with root <{local(root)}> is not read; Kamervragen, Kamerstukken and Handelingen in OP-XML "
            "are, and metadata.xml and SRU records",
        )
    content = layer.text()
    if not content.strip():
        raise ReadError("empty-xml", "the XML holds no text; a question document is expected")
    snapshot = Snapshot(hashlib.sha256(data).hexdigest(), MEDIA_TYPE, source, content)
    return Text(snapshot, tuple(sorted(layer.marks, key=_place)), raised_known=True, stated=stated)


def _place(mark: Mark) -> tuple[int, int]:
    return mark.span.start, -mark.span.end


def _document(root: etree._Element, layer: Layer) -> Stated | None:
    for names, of_body in _BODIES:
        if next(children(root, *names), None) is not None:
            layer.write(root)
            layer.notes()
            known = _identified(root, layer, facts(_entries(root, layer)))
            found = of_body(root, layer, known)
            return replace(found, links=links(root, layer), markers=tuple(layer.markers))
    return None


def _identified(root: etree._Element, layer: Layer, known: Stated) -> Stated:
    """The identifier of an excerpt, which stands on its root."""
    identifier = root.get("id", "")
    if known.identifier or not _IDENTIFIER.fullmatch(identifier):
        return known
    return replace(known, identifier=Read(identifier, layer.labelled("id", identifier)))


def _record(root: etree._Element, layer: Layer) -> Stated | None:
    found = list(children(root, *_RECORDS))
    if not found:
        return None
    if len(found) > 1:
        raise ReadError(
            "several-records",
            f"{len(found)} records stand in one file; give them one by one, each in its own file",
        )
    stated = facts(_entries(found[0], layer))
    if stated.kind is None:
        named = f"{stated.identifier.value} " if stated.identifier else ""
        raise ReadError(
            "other-publication",
            f"the record {named}describes another publication; records of Kamervragen, Kamerstukken and "
            "Handelingen are read",
        )
    return replace(stated, catalogue=True)


def _entries(root: etree._Element, layer: Layer) -> list[Entry]:
    """The named values, each written as a line of the text layer."""
    return [_entry(name, value, layer) for name, value in named_values(root)]


def _entry(name: str, printed: str, layer: Layer) -> Entry:
    value = untwice(printed)  # older SRU answers were written through UTF-8 twice
    return Entry(_PLAIN_PREFIX.sub("", name).casefold(), value, layer.labelled(name, value))
