"""What OP-XML marks in running text, whatever the document: references and dates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from loaders.readers.stated import Link, LinkKind
from loaders.readers.xml_catalogue import iso_date
from loaders.readers.xml_parse import children, local
from ontology.records import Read

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from lxml import etree

    from loaders.readers.xml_layer import Layer

__all__ = ["dates", "links"]

_LINKS = {"document": LinkKind.DOCUMENT, "url": LinkKind.ADDRESS}
"""Kinds of reference by their `soort`."""


def links(root: etree._Element, layer: Layer) -> tuple[Link, ...]:
    """All references that are marked as such, in order of the text layer."""
    found = []
    for element in children(root, "extref", "dossierref"):
        span = layer.spans.get(element)
        kind = (
            LinkKind.DOSSIER
            if local(element) == "dossierref"
            else _LINKS.get(element.get("soort", "").casefold())
        )
        target = element.get("dossier") or element.get("doc") or ""
        if span and kind and target.strip():
            found.append(Link(kind, target.strip(), span))
    return tuple(sorted(found, key=lambda link: link.span))


def dates(element: etree._Element, layer: Layer) -> Iterator[Read[date]]:
    """The days below an element that are given in ISO form, in order."""
    for found in children(element, "datum"):
        day, span = iso_date(found.get("isodatum", "")), layer.spans.get(found)
        if day and span:
            yield Read(day, span)
