"""Who cites what: notes through their markers, and references in running text.

A note belongs to the question or answer in which its marker stands; without a marker, to the
document. What a note cites is the official papers it names or else the source it describes; a
note that only explains cites nothing and stays a note.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from loaders.grammar.addresses import find_urls
from loaders.grammar.markers import Marker
from loaders.grammar.references import find_appendices, find_cases, find_papers
from loaders.grammar.sources import read_source
from loaders.grammar.view import NoteText, View
from ontology.records import AppendixRef, CaseRef, Citation, Note, PaperRef, Source, Span, Unit

__all__ = [
    "Place",
    "Reference",
    "distinct",
    "note_citations",
    "place_of",
    "read_notes",
    "reference_key",
    "running_citations",
]

Reference = PaperRef | AppendixRef | CaseRef


class Place(NamedTuple):
    """A question or an answer block, and its range in the running text."""

    unit: Unit
    number: int
    start: int
    end: int


def read_notes(notes: Iterable[NoteText]) -> tuple[Note, ...]:
    """Notes with the source that each describes."""
    read = []
    for note in notes:
        parts = read_source(note.text)
        read.append(
            Note(note.number, note.text, note.span, parts.publisher, parts.date, parts.title, parts.url)
        )
    return tuple(read)


def _official(text: str, to_span: Callable[[int, int], Span]) -> Iterator[tuple[Reference, str]]:
    """Official references in a string with their words; `to_span` gives the place in the text layer."""
    for paper in find_papers(text):
        yield (
            PaperRef(paper.dossier, paper.number, to_span(paper.start, paper.end)),
            text[paper.start : paper.end],
        )
    for ref in find_appendices(text):
        yield AppendixRef(ref.year, ref.number, to_span(ref.start, ref.end)), text[ref.start : ref.end]
    for case in find_cases(text):
        yield CaseRef(case.number, to_span(case.start, case.end)), text[case.start : case.end]


def _always(span: Span) -> Callable[[int, int], Span]:
    """Place everything in a note at the note itself."""
    return lambda _start, _end: span


def place_of(places: Sequence[Place], position: int) -> tuple[Unit, int]:
    """The part of the document, and its number, in which a position of the running text lies."""
    for place in places:
        if place.start <= position < place.end:
            return place.unit, place.number
    return Unit.DOCUMENT, 0


def note_citations(
    view: View,
    notes: tuple[Note, ...],
    markers: dict[int, list[Marker]],
    places: Sequence[Place],
    own: set[str],
) -> Iterator[Citation]:
    """Citations made by notes; `markers` by index of the note, `own` the document's own numbers."""
    for index, note in enumerate(notes):
        targets: list[Reference | Source] = [
            reference
            for reference, _ in _official(note.text, _always(note.span))
            if reference_key(reference) not in own
        ]
        if not targets and (note.url or note.title or note.publisher):
            targets = [Source(note.publisher, note.date, note.title, note.url, note.span)]
        spots = [(view.span(m.start, m.end), *place_of(places, m.start)) for m in markers.get(index, ())]
        for marker, unit, number in spots or [(note.span, Unit.DOCUMENT, 0)]:
            for target in _once(targets):
                yield Citation(unit, number, target, note.text, marker, index)


def running_citations(view: View, places: Sequence[Place], own: set[str]) -> Iterator[Citation]:
    """Citations in running text: official references and web addresses."""
    for reference, words in _official(view.text, view.span):
        if reference_key(reference) not in own:
            place = place_of(places, view.position(reference.span.start))
            yield Citation(*place, reference, " ".join(words.split()), reference.span)
    for url, start, end in find_urls(view.text):
        span = view.span(start, end)
        yield Citation(*place_of(places, start), Source(None, None, None, url, span), url, span)


def reference_key(reference: Reference | Source) -> str:
    """What makes two references the same."""
    if isinstance(reference, PaperRef):
        return f"kst-{reference.dossier}-{reference.number}"
    if isinstance(reference, AppendixRef):
        return f"ah-{reference.year}-{reference.number}"
    if isinstance(reference, CaseRef):
        return reference.number
    return f"{reference.url}|{reference.publisher}|{reference.date}|{reference.title}"


def _once(targets: Iterable[Reference | Source]) -> list[Reference | Source]:
    return list({reference_key(target): target for target in reversed(list(targets))}.values())[::-1]


def distinct(
    citations: Iterable[Citation],
) -> tuple[tuple[PaperRef, ...], tuple[AppendixRef, ...], tuple[CaseRef, ...]]:
    """Each Kamerstuk, Aanhangsel and case that is cited, once, in order of the text layer."""
    papers: dict[str, PaperRef] = {}
    appendices: dict[str, AppendixRef] = {}
    cases: dict[str, CaseRef] = {}
    for citation in sorted(citations, key=lambda made: made.marker):
        target = citation.target
        if isinstance(target, PaperRef):
            papers.setdefault(reference_key(target), target)
        elif isinstance(target, AppendixRef):
            appendices.setdefault(reference_key(target), target)
        elif isinstance(target, CaseRef):
            cases.setdefault(reference_key(target), target)
    return tuple(papers.values()), tuple(appendices.values()), tuple(cases.values())
