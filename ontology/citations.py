"""Notes and citations: which passage refers to what, in which note, in what words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ontology import iris, vocabulary
from ontology.records import AppendixRef, CaseRef, Citation, Note, PaperRef, Record, Source, Span, Unit
from ontology.sides import Side
from ontology.terms import XSD, Cito, Kg, Rdf

__all__ = ["Parts", "notes_and_citations"]

Passage = tuple[Side, str]
"""A question, an answer or a document that can cite: the side it belongs to and its IRI."""

_NOWHERE = Span(0, 0)


@dataclass(frozen=True, slots=True)
class Parts:
    """The passages that can cite, by which a unit and place find their node and their side."""

    record: Record
    asked: Side | None
    """Side of the question set; None for a letter."""
    own: Side
    """Side of the document that was read; the same as `asked` for one that asks."""
    questions: Sequence[str]
    """IRIs of `record.questions`, in their order."""
    answers: Sequence[str]
    """IRIs of `record.answers`, in their order."""

    def at(self, unit: Unit, place: int) -> Passage:
        """Side and IRI of a passage; the document itself where the passage is not known."""
        if unit is Unit.QUESTION and self.asked:
            for question, iri in zip(self.record.questions, self.questions, strict=True):
                if question.number == place:
                    return self.asked, iri
        if unit is Unit.ANSWER and 0 < place <= len(self.answers):
            return self.own, self.answers[place - 1]
        return self.own, self.own.iri

    def marking(self, number: int) -> list[Passage]:
        """Passages that hold a note mark, in order of text."""
        asked, own = self.asked or self.own, self.own
        questions = zip(self.record.questions, self.questions, strict=True)
        answers = zip(self.record.answers, self.answers, strict=True)
        found = [(part.span.start, (asked, iri)) for part, iri in questions if number in part.notes]
        found += [(part.span.start, (own, iri)) for part, iri in answers if number in part.notes]
        return [passage for _, passage in sorted(found, key=lambda one: one[0])]


def notes_and_citations(parts: Parts) -> None:
    """Write every note of a record, and every citation in a note or in running text."""
    notes = _notes(parts)
    places: Counter[str] = Counter()
    for citation in (*parts.record.citations, *_unplaced(parts.record)):
        side, unit = parts.at(citation.unit, citation.place)
        if citation.note is None:
            places[iris.citation_in_text(side.doc, citation.marker.start)] += 1
            nth = places[iris.citation_in_text(side.doc, citation.marker.start)]
            iri = iris.citation_in_text(side.doc, citation.marker.start, nth)
            _citation(side, iri, unit, citation, citation.target.span)
            continue
        note, home, note_iri, nth = notes[citation.note]
        places[note_iri] += 1
        # A note that two passages mark stands with the first; its citations are named after it.
        iri = iris.citation_in_note(home.doc, note.number, nth, places[note_iri])
        _citation(side, iri, unit, citation, note.span)
        side.block.link(iri, Kg.IN_NOTE, note_iri)
        side.block.number(iri, Kg.FOOTNOTE_NUMBER, note.number)


def _notes(parts: Parts) -> list[tuple[Note, Side, str, int]]:
    """Write the notes; gives each with its side, its IRI and which of its number it is there."""
    found = []
    printed: Counter[tuple[str, int]] = Counter()
    for index, note in enumerate(parts.record.notes):
        passages = _home(parts, index) or [(parts.own, parts.own.iri)]
        side = passages[0][0]
        printed[side.doc, note.number] += 1
        nth = printed[side.doc, note.number]
        iri = iris.note(side.doc, note.number, nth)
        _note(side, iri, note, [unit for other, unit in passages if other is side])
        found.append((note, side, iri, nth))
    return found


def _home(parts: Parts, index: int) -> list[Passage]:
    """Passages that mark a note.

    A citation knows its note by index. Else markers tell by number: where a number is
    printed for several notes, the n-th note goes with the n-th passage that marks it.
    """
    record = parts.record
    cited = [
        parts.at(citation.unit, citation.place) for citation in record.citations if citation.note == index
    ]
    if cited:
        return cited
    number = record.notes[index].number
    same = [at for at, note in enumerate(record.notes) if note.number == number]
    marking = parts.marking(number)
    nth = same.index(index)
    return marking if len(same) == 1 else marking[nth : nth + 1]


def _note(side: Side, iri: str, note: Note, units: Sequence[str]) -> None:
    side.block.link(iri, Rdf.TYPE, Kg.NOTE)
    side.block.number(iri, Kg.NOTE_NUMBER, note.number)
    side.block.words(iri, Kg.TEXT, note.text)
    side.prove(iri, note.span)
    for unit in units:
        side.block.link(iri, Kg.NOTE_OF, unit)


def _unplaced(record: Record) -> list[Citation]:
    """References that the record lists but ties to no passage: the document cites them."""
    placed = {_key(citation.target) for citation in record.citations}
    listed: tuple[PaperRef | AppendixRef | CaseRef, ...] = (
        *record.papers,
        *record.appendix_refs,
        *record.case_refs,
    )
    loose = [ref for ref in listed if _key(ref) not in placed]
    quote = record.snapshot.quote
    return [Citation(Unit.DOCUMENT, 0, ref, quote(ref.span), ref.span) for ref in loose]


def _key(target: PaperRef | AppendixRef | CaseRef | Source) -> object:
    return replace(target, span=_NOWHERE)


def _citation(side: Side, iri: str, unit: str, citation: Citation, evidence: Span) -> None:
    target = _target(side, citation)
    side.block.link(iri, Rdf.TYPE, Kg.CITATION)
    side.block.link(iri, Cito.CITING, unit)
    side.block.link(iri, Cito.CITED, target)
    side.block.link(unit, Kg.CITES, target)
    side.block.string(iri, Kg.CITATION_TEXT, citation.text)
    side.block.link(iri, Kg.MARKER, side.spans.add(citation.marker))
    side.prove(iri, evidence)
    if isinstance(citation.target, Source):
        _described(side, iri, citation.target)


def _described(side: Side, iri: str, source: Source) -> None:
    """State a source as this document describes it."""
    if source.title:
        side.block.string(iri, Kg.CITED_TITLE, source.title)
    if source.date:
        side.block.day(iri, Kg.CITED_DATE, source.date)
    if source.publisher:
        side.block.link(iri, Kg.CITED_PUBLISHER, side.refs.publisher(vocabulary.publisher(source.publisher)))
    if source.url:
        side.block.typed(iri, Kg.CITED_URL, source.url, f"{XSD}anyURI")


def _target(side: Side, citation: Citation) -> str:
    """IRI of what is cited; a thing of this document alone where the print does not say which."""
    target, refs = citation.target, side.refs
    match target:
        case PaperRef(number=None):
            return refs.dossier(target.dossier)
        case PaperRef(number=str(number)):
            return refs.document(iris.paper_id(target.dossier, number))[0]
        case AppendixRef(year=str(year)):
            return refs.document(iris.appendix_id(year, target.number))[0]
        case CaseRef():
            case = iris.case_of(target.number) or iris.number_id(target.number)
            return refs.document(iris.set_doc_id(case))[0]
        case Source():
            publisher = vocabulary.publisher(target.publisher) if target.publisher else None
            day = target.date.isoformat() if target.date else None
            return refs.source(target.url, publisher, day, target.title or citation.text)
        case _:
            return _unknown(side, f"ah {target.number}")


def _unknown(side: Side, text: str) -> str:
    iri = iris.unresolved(side.doc, text)
    side.block.link(iri, Rdf.TYPE, Kg.DOCUMENT)
    return iri
