"""What Kamerstukken and Handelingen in OP-XML state of themselves."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from loaders.readers.stated import Stated
from loaders.readers.xml_catalogue import dossier_number
from loaders.readers.xml_marks import dates
from loaders.readers.xml_parse import children, local, words
from ontology.records import Kind, Member, PaperRef, Read, Responder

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml import etree

    from loaders.readers.xml_layer import Layer

__all__ = ["of_paper", "of_proceedings"]

_KINDS = (
    (re.compile(r"\bMOTIE\b", re.IGNORECASE), Kind.MOTION),
    (re.compile(r"\bBRIEF\s+VAN\b", re.IGNORECASE), Kind.LETTER),
)
_CHAIR = re.compile(r"voorzitter\b", re.IGNORECASE)
_OFFICE = re.compile(r"minister(?:-president)?|staatssecretaris", re.IGNORECASE)


def of_paper(root: etree._Element, layer: Layer, known: Stated) -> Stated:
    """Add what a Kamerstuk states of itself: dossiers, number, date, title, kind."""
    piece = next(children(root, "stuk"), root)
    dossiers = tuple(_dossiers(root, layer)) or known.dossiers
    number = next(children(root, "ondernummer"), None)
    if number is None:
        number = next((child for child in children(piece, "nummer", "stuknr")), None)
    span = layer.spans.get(number) if number is not None else None
    match = re.search(r"(\d{1,4}|[A-Z]{1,3})\W*$", words(number)) if number is not None else None
    paper = known.paper
    if dossiers and span and match and paper is None:
        paper = PaperRef(dossiers[0].value, match[1], span)
    heading = next(children(piece, "titel"), None)
    printed = layer.spans.get(heading) if heading is not None else None
    title = known.title or (Read(words(heading), printed) if printed else None)
    kind = next((kind for shows, kind in _KINDS if shows.search(words(heading))), known.kind)
    dated = next((day for text in children(piece, "datumtekst") for day in dates(text, layer)), None)
    return replace(
        known,
        kind=kind or Kind.PAPER,
        paper=paper,
        dossiers=dossiers,
        title=title,
        dated=dated or known.dated,
    )


def _dossiers(root: etree._Element, layer: Layer) -> Iterator[Read[str]]:
    seen = set()
    for element in children(root, "dossiernummer", "frontm"):
        holder = element if local(element) == "dossiernummer" else next(children(element, "nummer"), None)
        span = layer.spans.get(holder) if holder is not None else None
        number = dossier_number(words(holder))
        if span and number and number not in seen:
            seen.add(number)
            yield Read(number, span)


def of_proceedings(root: etree._Element, layer: Layer, known: Stated) -> Stated:
    """Add what Handelingen state: the items on the agenda, what each is about, and who speaks."""
    titles = [read for read in _lines(children(root, "item-titel"), layer) if read.value]
    about = next((read for read in _lines(children(root, "onderwerp"), layer) if read.value), None)
    title = titles[0] if titles else known.title
    if len(titles) > 1:
        title = Read("; ".join(read.value for read in titles), titles[0].span)
    members, officials = _speakers(root, layer)
    return replace(
        known, kind=Kind.PROCEEDINGS, title=title, subject=about, members=members, officials=officials
    )


def _lines(elements: Iterable[etree._Element], layer: Layer) -> Iterator[Read[str]]:
    for element in elements:
        span = layer.spans.get(element)
        if span:
            yield Read(words(element), span)


def _speakers(root: etree._Element, layer: Layer) -> tuple[tuple[Member, ...], tuple[Responder, ...]]:
    """Members and members of government who speak, each once, in order; the chair is left out."""
    members: dict[tuple[str, str | None], Member] = {}
    officials: dict[tuple[str, str], Responder] = {}
    for speaker in children(root, "spreker"):
        span = layer.spans.get(speaker)
        name = words(next(children(speaker, "naam"), None))
        if span is None or not name or _CHAIR.search(name):
            continue
        lead = _OFFICE.search(words(next(children(speaker, "voorvoegsels"), None)))
        party = words(next(children(speaker, "politiek"), None)) or None
        if lead:
            role = "-".join(part.capitalize() for part in lead[0].split("-"))
            officials.setdefault((name, role), Responder(name, role, None, span))
        else:
            members.setdefault((name, party), Member(name, party, span))
    return tuple(members.values()), tuple(officials.values())
