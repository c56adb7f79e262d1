"""What a document cites: papers, appendices, cases and sources outside parliament."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ontology.records.places import Span, Unit

__all__ = ["AppendixRef", "CaseRef", "Citation", "PaperRef", "Source"]


@dataclass(frozen=True, slots=True)
class PaperRef:
    """A Kamerstuk: dossier with its suffix (`36600-VII`, `21501-02`) and sequence number.

    `number` is None where only a dossier or chapter is cited.
    """

    dossier: str
    number: str | None
    span: Span


@dataclass(frozen=True, slots=True)
class AppendixRef:
    """A published answer or notice: number in the Aanhangsel of a parliamentary year (`2024-2025`)."""

    year: str | None
    number: str
    span: Span


@dataclass(frozen=True, slots=True)
class CaseRef:
    """Another question set, by its case number (`2024Z16988`)."""

    number: str
    span: Span


@dataclass(frozen=True, slots=True)
class Source:
    """A source outside parliament (press, a report, a page) as a note describes it."""

    publisher: str | None
    date: date | None
    title: str | None
    url: str | None
    span: Span


@dataclass(frozen=True, slots=True)
class Citation:
    """One act of citing: which part of the document cites what, and where it says so."""

    unit: Unit
    place: int
    """Question number, or position of the answer block from 1, or 0 for the document."""
    target: PaperRef | AppendixRef | CaseRef | Source
    text: str
    """The reference as printed: the whole note, or the passage in running text."""
    marker: Span
    """Where in the running text the citation is made (the note's own span if it has no marker)."""
    note: int | None = None
    """Index, from 0, in `Record.notes`; None for a reference in running text."""
