"""What is odd about a record: slips and gaps that a reader of the graph should know of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from loaders.grammar.numbers import spell
from ontology.records import Kind, Record, Remark

__all__ = ["remarks_on"]


def remarks_on(record: Record, unsplit: Sequence[tuple[int, ...]]) -> Record:
    """The record with a remark for each oddity, in a fixed order."""
    remarks = [
        *(
            Remark(
                "group-not-split",
                f"questions {spell(group)} are printed as one text that could not be divided",
            )
            for group in unsplit
        ),
        *_numbering(record),
        *_alignment(record),
        *_notes(record),
        *_heading(record),
    ]
    return replace(record, remarks=tuple(remarks)) if remarks else record


def _numbering(record: Record) -> list[Remark]:
    numbers = {question.number for question in record.questions}
    missing = sorted(set(range(1, max(numbers, default=0) + 1)) - numbers)
    return [Remark("question-missing", f"question {number} was not found") for number in missing]


def _alignment(record: Record) -> list[Remark]:
    if record.kind is not Kind.ANSWER or not record.questions:
        return []
    asked = {question.number for question in record.questions}
    answered = {number for answer in record.answers for number in answer.numbers}
    return [
        *(Remark("unanswered", f"question {number} has no answer") for number in sorted(asked - answered)),
        *(
            Remark("answer-to-unknown", f"an answer names question {number}, which is not in the document")
            for number in sorted(answered - asked)
        ),
        *(
            Remark("answer-without-number", "an answer could not be tied to a question", answer.span)
            for answer in record.answers
            if not answer.numbers
        ),
    ]


def _notes(record: Record) -> list[Remark]:
    marked = {number for question in record.questions for number in question.notes}
    marked |= {number for answer in record.answers for number in answer.notes}
    noted = {note.number for note in record.notes}
    return [
        *(
            Remark("note-without-marker", f"no marker was found for note {note.number}", note.span)
            for note in record.notes
            if note.number not in marked
        ),
        *(Remark("marker-without-note", f"marker {number} has no note") for number in sorted(marked - noted)),
    ]


def _heading(record: Record) -> list[Remark]:
    remarks = []
    if record.kind.asks and not record.askers:
        remarks.append(Remark("no-askers", "nobody is named as asker", record.heading))
    if record.kind.asks and not record.addressees:
        remarks.append(Remark("no-addressees", "no post is addressed", record.heading))
    remarks += [
        Remark("asker-without-party", f"no party is printed for {member.name}", member.span)
        for member in record.askers
        if member.party is None
    ]
    return remarks
