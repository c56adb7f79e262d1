"""Typed records: what one document says, each value with the span that says it.

A record is the only thing that crosses from `loaders` to `graph`. It holds what is
printed, never what is inferred: a value that a document does not state is `None` or an
empty tuple. Offsets are code points in `Snapshot.text`, half open, so that
`record.snapshot.text[span.start:span.end]` is the exact passage.
"""

from __future__ import annotations

from ontology.records.citing import AppendixRef, CaseRef, Citation, PaperRef, Source
from ontology.records.parts import Answer, AnswerKind, Member, Note, Post, Question, Responder
from ontology.records.places import Read, Snapshot, Span, Unit
from ontology.records.policy import (
    Claim,
    Commitment,
    CountryReport,
    Decision,
    DecisionType,
    Fulfilment,
    Mention,
    NamedPerson,
    Period,
)
from ontology.records.record import Failure, Kind, Record, Remark, Skip
from ontology.records.register import CaseFacts, RegisterEntry, Removal

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
