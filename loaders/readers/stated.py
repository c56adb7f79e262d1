"""What a structured format says in so many words: numbers, dates, parts, links.

Plain text has to be read for these; XML names them. A reader puts them beside the text layer,
each with the place that says it, and the grammar takes them over its own reading.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from ontology.records import Kind, Member, PaperRef, Read, Responder, Span

__all__ = ["Link", "LinkKind", "Part", "PartKind", "Stated"]


class PartKind(StrEnum):
    """What a marked part of a body is; the values are those of the grammar's blocks."""

    QUESTION = "question"
    ANSWER = "answer"
    NOTICE = "notice"
    EXPLANATION = "explanation"


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the body."""

    kind: PartKind
    label: str
    """Its heading as printed, "Vraag 2, 3, 4, 5"; empty where there is none."""
    opens: int
    """Where its heading begins."""
    span: Span
    """Its words, heading left out."""
    pieces: tuple[Span, ...] = ()
    """Its paragraphs, each with what hangs below it."""


class LinkKind(StrEnum):
    """What a link points to."""

    DOCUMENT = "document"
    """An official publication by its id: `kst-19637-3228`."""
    DOSSIER = "dossier"
    """A dossier by its number: `36410-VII`."""
    ADDRESS = "address"
    """A page by its web address."""


@dataclass(frozen=True, slots=True)
class Link:
    """A reference that is marked as one: the words and what they point to."""

    kind: LinkKind
    target: str
    span: Span


@dataclass(frozen=True, slots=True)
class Stated:
    """The facts a format names; what it does not name is None or empty, and read from the text."""

    kind: Kind | None = None
    identifier: Read[str] | None = None
    case_number: Read[str] | None = None
    appendix_number: Read[int] | None = None
    parliamentary_year: Read[str] | None = None
    subject: Read[str] | None = None
    title: Read[str] | None = None
    submitted: Read[date] | None = None
    received: Read[date] | None = None
    dated: Read[date] | None = None
    paper: PaperRef | None = None
    dossiers: tuple[Read[str], ...] = ()
    """Every dossier the document stands in."""
    meeting: Read[int] | None = None
    members: tuple[Member, ...] = ()
    """Who asks, proposes or speaks, whichever the kind of document has."""
    recipients: tuple[Member, ...] = ()
    """Persons to whom questions are addressed, where they are named without their post."""
    officials: tuple[Responder, ...] = ()
    """Members of government who speak."""
    parts: tuple[Part, ...] = ()
    links: tuple[Link, ...] = ()
    markers: tuple[tuple[Span, Span], ...] = field(default=())
    """Each note's whole span with that of a marker of it, in order of markers."""
    catalogue: bool = False
    """Whether this is a catalogue's record of a document and not the document."""
