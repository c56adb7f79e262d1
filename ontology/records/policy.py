"""What a document says of policy, and who and what it names."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from ontology.records.citing import AppendixRef, PaperRef
from ontology.records.places import Span, Unit

__all__ = [
    "Claim",
    "Commitment",
    "CountryReport",
    "Decision",
    "DecisionType",
    "Fulfilment",
    "Mention",
    "NamedPerson",
    "Period",
]


class DecisionType(StrEnum):
    """What a decision does to a measure; one concept of the scheme `concept/decision-type` each."""

    INTRODUCE = "introduce"
    EXTEND = "extend"
    AMEND = "amend"
    END = "end"
    ANNOUNCE = "announce"
    """Says that a measure will come, be extended or be ended, without doing so yet."""


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
