"""The parts of a document of questions: people, questions, answers and notes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from ontology.records.places import Span

__all__ = ["Answer", "AnswerKind", "Member", "Note", "Post", "Question", "Responder"]


class AnswerKind(StrEnum):
    """What an answer does; one concept of the scheme `concept/answer-kind` each."""

    SUBSTANTIVE = "substantive"
    REFERRAL = "referral"


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
