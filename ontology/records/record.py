"""One document as a whole, and what stands in its place where it could not be read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from ontology.records.citing import AppendixRef, CaseRef, Citation, PaperRef
from ontology.records.parts import Answer, Member, Note, Post, Question, Responder
from ontology.records.places import Read, Snapshot, Span
from ontology.records.policy import (
    Claim,
    Commitment,
    CountryReport,
    Decision,
    Fulfilment,
    Mention,
    NamedPerson,
)
from ontology.records.register import CaseFacts, RegisterEntry

__all__ = ["Failure", "Kind", "Record", "Remark", "Skip"]


class Kind(StrEnum):
    """The kinds of document that are read; the values are those `inspect` prints."""

    WRITTEN_QUESTIONS = "written-questions"
    ORAL_QUESTIONS = "oral-questions"
    ANSWER = "answer"
    DELAY_NOTICE = "delay-notice"
    LETTER = "letter"
    MOTION = "motion"
    PAPER = "paper"
    """Any other Kamerstuk."""
    PROCEEDINGS = "proceedings"
    """An item of the Handelingen."""

    @property
    def asks(self) -> bool:
        """Whether the document itself puts the questions (an answer only reprints them)."""
        return self in (Kind.WRITTEN_QUESTIONS, Kind.ORAL_QUESTIONS)


@dataclass(frozen=True, slots=True)
class Remark:
    """Something odd that a reader should know of: a slip, a gap, a passage not understood."""

    code: str
    message: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Record:
    """All that one document says."""

    kind: Kind
    snapshot: Snapshot
    identifier: Read[str] | None = None
    case_number: Read[str] | None = None
    appendix_number: Read[int] | None = None
    parliamentary_year: Read[str] | None = None
    subject: Read[str] | None = None
    submitted: Read[date] | None = None
    received: Read[date] | None = None
    heading: Span | None = None
    """The opening sentences that name askers, addressees, subject and dates."""
    askers: tuple[Member, ...] = ()
    addressees: tuple[Post, ...] = ()
    on_behalf_of: tuple[Post, ...] = ()
    responders: tuple[Responder, ...] = ()
    questions: tuple[Question, ...] = ()
    answers: tuple[Answer, ...] = ()
    notes: tuple[Note, ...] = ()
    papers: tuple[PaperRef, ...] = ()
    appendix_refs: tuple[AppendixRef, ...] = ()
    case_refs: tuple[CaseRef, ...] = ()
    citations: tuple[Citation, ...] = ()
    delay_reason: Read[str] | None = None
    paper: PaperRef | None = None
    """The own number of a Kamerstuk: a letter, a motion."""
    dated: Read[date] | None = None
    sender: Post | None = None
    """The post that signs a letter."""
    title: Read[str] | None = None
    dossiers: tuple[Read[str], ...] = ()
    """Every dossier in which the document stands, that of `paper` among them."""
    proposers: tuple[Member, ...] = ()
    """Members who propose a motion, in the order in which they sign."""
    speakers: tuple[Member, ...] = ()
    """Members who speak, each once; members of government who do are `responders`."""
    meeting: Read[int] | None = None
    """Number of the meeting that proceedings report."""
    wording: Read[str] | None = None
    """What a motion says, from "De Kamer" to the order of the day; the own words of a delay notice."""
    catalogue: bool = False
    """Whether this was read from a catalogue's record of the document, which has no text of it."""
    mentions: tuple[Mention, ...] = ()
    persons: tuple[NamedPerson, ...] = ()
    """Each once for each part of the document that names them."""
    decisions: tuple[Decision, ...] = ()
    """Of letters, and of answers that restate them."""
    reports: tuple[CountryReport, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    fulfilments: tuple[Fulfilment, ...] = ()
    claims: tuple[Claim, ...] = ()
    remarks: tuple[Remark, ...] = ()
    named_addressees: tuple[Member, ...] = ()
    """Persons to whom questions are put, where a register names them instead of their posts."""
    entry: RegisterEntry | None = None
    case: CaseFacts | None = None
    """Given for a case of a register; `submitted` is then the day on which it was started."""

    def reprints(self) -> bool:
        """Whether an answer or a notice repeats the question set it is about."""
        return not self.kind.asks and bool(self.questions or self.askers)

    def spans(self) -> Iterator[Span]:
        """Every span the record holds, in no promised order."""
        for name in self.__slots__:
            value = getattr(self, name)
            for part in value if isinstance(value, tuple) else (value,):
                if isinstance(part, Span):
                    yield part
                elif isinstance(part, Citation):
                    yield part.marker
                elif isinstance(part, CaseFacts):
                    yield from (other.span for other in part.others)
                elif isinstance(getattr(part, "span", None), Span):
                    yield part.span


@dataclass(frozen=True, slots=True)
class Skip:
    """A row that was understood and is left aside, because it is of another kind than those that are read."""

    source: str
    code: str
    """Stable words to count by: `Motie`, `Stemming` …"""
    reason: str


@dataclass(frozen=True, slots=True)
class Failure:
    """A document that could not be read: which, and why, for people and for the ledger."""

    source: str
    code: str
    """Stable word for scripts: `empty`, `encrypted-pdf`, `not-a-question-document` …"""
    reason: str
    sha256: str | None = None
