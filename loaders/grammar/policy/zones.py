"""Where a document speaks of policy: its title, its questions and answers, the text of a letter or motion.

The words of a heading that name askers and posts, signatures, notes and page headers are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from loaders.grammar.view import View
from ontology.records import Kind, Record, Span, Unit

__all__ = ["Zone", "people_spans", "text_zones", "title_spans"]

_OVER = re.compile(r"(?:\s|(?<=[a-z]))over\s", re.IGNORECASE)
"""Also where the space before it was lost: "Van Dijkover een plan"."""


class Zone(NamedTuple):
    """A range of the running text, and the part of the document that it is."""

    unit: Unit
    place: int
    start: int
    end: int


def title_spans(record: Record) -> list[Span]:
    """Spans, in the text layer, of the subject and the title; where one holds the other, the subject.

    Of a motion's title only what follows "over" is given: before it stand the names of members.
    """
    spans = [read.span for read in (record.subject, record.title) if read]
    if record.kind is Kind.MOTION:
        spans = [about for span in spans if (about := _about(record, span))]
    return [span for n, span in enumerate(spans) if not any(_overlap(span, other) for other in spans[:n])]


def _about(record: Record, title: Span) -> Span | None:
    over = _OVER.search(record.snapshot.text, title.start, title.end)
    return Span(over.end(), title.end) if over else None


def people_spans(record: Record) -> list[Span]:
    """Spans of the names of people, whose surnames may be those of countries."""
    members = (*record.askers, *record.proposers, *record.speakers)
    return [*(member.span for member in members), *(responder.span for responder in record.responders)]


def text_zones(view: View, record: Record) -> list[Zone]:
    """Ranges of the running text, in order."""
    zones = [
        Zone(unit, place, view.position(span.start), view.position(span.end))
        for unit, place, span in _spoken(view, record)
    ]
    return sorted(zones, key=lambda zone: zone.start)


def _spoken(view: View, record: Record) -> Iterator[tuple[Unit, int, Span]]:
    for question in record.questions:
        yield Unit.QUESTION, question.number, question.span
    for place, answer in enumerate(record.answers, 1):
        yield Unit.ANSWER, place, answer.span
    if record.wording:
        yield Unit.DOCUMENT, 0, record.wording.span
    elif record.kind in {Kind.LETTER, Kind.MOTION, Kind.PAPER}:
        yield Unit.DOCUMENT, 0, Span(0, len(view.layer.content))


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end
