"""Typed records: what one document says, each value with the span that says it.

A record is the only thing that crosses from `loaders` to `graph`. It holds what is
printed, never what is inferred: a value that a document does not state is `None` or an
empty tuple. Offsets are code points in `Snapshot.text`, half open, so that
`record.snapshot.text[span.start:span.end]` is the exact passage.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Generic, TypeVar

__all__ = [
    "Answer",
    "AnswerKind",
    "AppendixRef",
    "CaseFacts",
    "CaseRef",
    "Citation",
    "Claim",
    "Commitment",
    "CountryReport",
    "Decision",
    "DecisionType",
    "Failure",
    "Fulfilment",
    "Kind",
    "Member",
    "Mention",
    "NamedPerson",
    "Note",
    "PaperRef",
    "Period",
    "Post",
    "Question",
    "Read",
    "Record",
    "RegisterEntry",
    "Remark",
    "Removal",
    "Responder",
    "Skip",
    "Snapshot",
    "Source",
    "Span",
    "Unit",
]

T = TypeVar("T")


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


class AnswerKind(StrEnum):
    """What an answer does; one concept of the scheme `concept/answer-kind` each."""

    SUBSTANTIVE = "substantive"
    REFERRAL = "referral"


class Unit(StrEnum):
    """The part of a document in which something stands."""

    DOCUMENT = "document"
    QUESTION = "question"
    ANSWER = "answer"


class DecisionType(StrEnum):
    """What a decision does to a measure; one concept of the scheme `concept/decision-type` each."""

    INTRODUCE = "introduce"
    EXTEND = "extend"
    AMEND = "amend"
    END = "end"
    ANNOUNCE = "announce"
    """Says that a measure will come, be extended or be ended, without doing so yet."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open range of code points in the text of one snapshot."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"span must satisfy 0 <= start <= end, got {self.start}, {self.end}")


@dataclass(frozen=True, slots=True)
class Read(Generic[T]):
    """A value and where it was read."""

    value: T
    span: Span


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The exact copy that was read: its bytes by hash, its text layer in full."""

    sha256: str
    """Hex digest of the bytes as they came."""
    media_type: str
    """Detected from content: `text/plain`, `application/pdf`, `application/xml` or the DOCX media type."""
    source: str
    """The path or address as it was given; kept in the ledger only."""
    text: str = field(repr=False)
    """The text layer as the reader gave it; all spans count in it."""
    page_starts: tuple[int, ...] = (0,)
    """Offset in `text` at which each page begins, in order; one entry for a text without pages."""

    def quote(self, span: Span) -> str:
        """The exact passage of a span."""
        return self.text[span.start : span.end]

    def page(self, offset: int) -> int:
        """Number, from 1, of the page on which an offset falls."""
        return bisect_right(self.page_starts, offset)


@dataclass(frozen=True, slots=True)
class Member:
    """A member who asks, with party as written."""

    name: str
    party: str | None
    span: Span
    entry: str | None = None
    """Address of the person in a register, where a register names it."""


@dataclass(frozen=True, slots=True)
class Post:
    """A post in government, in full: `Minister van Buitenlandse Zaken`."""

    label: str
    span: Span


@dataclass(frozen=True, slots=True)
class Responder:
    """Who signs an answer or a notice; `ministry` as printed between the brackets."""

    name: str
    role: str
    ministry: str | None
    span: Span


@dataclass(frozen=True, slots=True)
class Question:
    """One numbered question; `notes` are the numbers of the note markers in it, in order."""

    number: int
    text: str
    span: Span
    notes: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer block: the numbers of all questions it answers, in order."""

    numbers: tuple[int, ...]
    text: str
    span: Span
    notes: tuple[int, ...] = ()
    kind: AnswerKind = AnswerKind.SUBSTANTIVE
    refers_to: tuple[int, ...] = ()
    """Numbers of the questions whose answers it points to ("Zie het antwoord op vraag 3")."""


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote, read as a source where it is one."""

    number: int
    text: str
    span: Span
    publisher: str | None = None
    date: date | None = None
    title: str | None = None
    url: str | None = None


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


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of days, both ends included, as words such as "het eerste kwartaal van 2023" mean it."""

    first: date
    last: date
    label: str
    """As precise as the words, in the form of ISO 8601: `2023-03-31`, `2023-03`, `2023-Q1`, `2023`."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A thing of the concept files that is named in the running text or in the title."""

    concept: str
    """IRI: an instrument, a country, a topic, an organisation."""
    unit: Unit
    place: int
    """As in `Citation`."""
    span: Span
    """The words that name it; two things in one compound ("besluit- en vertrekmoratorium") share them."""
    title: bool = False
    """Whether it stands in the subject or the title."""


@dataclass(frozen=True, slots=True)
class NamedPerson:
    """A person whom running text names, beside those who ask, sign, propose or speak."""

    name: str
    role: str | None
    """What introduces the name, as printed; a post in full where one is: `Minister van Financiën`."""
    party: str | None
    """As printed."""
    span: Span
    """The name alone."""
    unit: Unit = Unit.DOCUMENT
    place: int = 0
    """As in `Citation`."""


@dataclass(frozen=True, slots=True)
class Decision:
    """What a passage says of one decision: what the text does not say is None.

    A decision that is restated ("op 26 juni jl. is … ingesteld") is a decision of its own, dated as the
    text dates it.
    """

    type: DecisionType
    instruments: tuple[str, ...]
    """Names of concepts of `concept/instrument`, in the order of the text: `besluitmoratorium`."""
    country: str | None
    """Code of the country table, ISO 3166-1 alpha-3: `RUS`. Two countries make two decisions."""
    span: Span
    """The sentence, or the sentences, that say so."""
    unit: Unit = Unit.DOCUMENT
    place: int = 0
    target_group: str | None = None
    """For whom, as printed: `dienstplichtigen`."""
    decided_on: date | None = None
    effective_from: date | None = None
    effective_until: date | None = None
    """Last day on which it holds."""
    cites: tuple[PaperRef, ...] = ()
    """The papers in which it was made known, where the passage names them."""


@dataclass(frozen=True, slots=True)
class CountryReport:
    """A report on a country (ambtsbericht) that a passage speaks of."""

    kind: str
    """Name of a concept of `concept/report-kind`: `algemeen-ambtsbericht`, `ambtsbericht`."""
    country: str | None
    """Code of the country table, ISO 3166-1 alpha-3."""
    span: Span
    unit: Unit = Unit.DOCUMENT
    place: int = 0
    dated: date | None = None
    period_from: date | None = None
    period_until: date | None = None
    expected: Period | None = None
    """When it is said to come, for one that is not there yet."""
    awaited: bool = False
    """Whether it is said not to be there yet."""


@dataclass(frozen=True, slots=True)
class Commitment:
    """A passage in which government commits itself to do or send something."""

    text: str
    span: Span
    unit: Unit = Unit.DOCUMENT
    place: int = 0
    due: Period | None = None


@dataclass(frozen=True, slots=True)
class Fulfilment:
    """A passage in which government says that it does with this document what it promised before."""

    span: Span
    unit: Unit = Unit.DOCUMENT
    place: int = 0
    cites: tuple[PaperRef | AppendixRef, ...] = ()
    """Where it was promised, as far as the passage gives a number."""
    promised_on: date | None = None
    """Day of the letter, the answer or the debate in which it was promised, where the passage gives one."""
    due: Period | None = None
    """By when it was promised, where the passage says so."""
    plain: bool = False
    """Whether it says that this document does it ("met deze brief"), not only that it was promised."""


@dataclass(frozen=True, slots=True)
class Claim:
    """A sentence of government that says something about a country: said, not necessarily true."""

    countries: tuple[str, ...]
    """Codes of the country table, ISO 3166-1 alpha-3."""
    text: str
    span: Span
    unit: Unit = Unit.DOCUMENT
    place: int = 0


@dataclass(frozen=True, slots=True)
class Remark:
    """Something odd that a reader should know of: a slip, a gap, a passage not understood."""

    code: str
    message: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class RegisterEntry:
    """The row of a register that a record was read from, instead of a printed document."""

    iri: str
    """Official address of the row."""
    modified: str | None
    """When the register last changed it: UTC to the second, `2024-02-19T09:59:02Z`. The newest row holds."""
    number: str | None = None
    """Number under which the register keeps a document: `2025D34034`."""


@dataclass(frozen=True, slots=True)
class CaseFacts:
    """What a register says of a case beside the fields that it shares with a question document."""

    number: str
    """As the register has it: `2024Z18566`, `KVR27039`, `EK 218190001`."""
    closed: bool | None = None
    named: bool = False
    """Whether the row speaks of who is involved at all; one that does not denies nothing."""
    others: tuple[Read[str], ...] = ()
    """Who else is involved, with the relation: `Volgcommissie: …`."""
    documents: tuple[str, ...] = ()
    """Ids of the documents of the case, where the row holds them."""
    dossiers: tuple[str, ...] = ()
    """Dossiers of the case with their suffix."""


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
class Removal:
    """A row of which a register says no more than that it was taken out."""

    iri: str
    """Official address of the row."""
    when: str | None
    """When it was taken out, as in `RegisterEntry.modified`."""
    snapshot: Snapshot


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
