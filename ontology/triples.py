"""Record to graphs: what one document says as N-Quads, one block for each named graph.

An asking document gives the graph of its question set. A reply gives its own graph and,
from what it repeats of the questions, a graph for the set: the same IRIs as the asking
document would give, at a higher rank, so that a store keeps the best it has seen. What
several documents mention is described in reference graphs (`ontology.references`).
"""

from __future__ import annotations

from ontology import iris
from ontology.cases import REGISTER_RANK, case_graphs, removal_graphs
from ontology.citations import Parts, notes_and_citations
from ontology.named import named_persons
from ontology.nquads import GraphContent
from ontology.participations import askers_and_addressees, signatories
from ontology.passages import answer_blocks, expected_questions, question_items
from ontology.policies import Said, said
from ontology.records import Kind, Record, RegisterEntry, Removal
from ontology.references import References
from ontology.replyterm import reply_days, reply_due
from ontology.sides import Side
from ontology.terms import Dcterms, Eli, Foaf, Kg, Rdf

__all__ = ["GraphContent", "graphs"]

_CLASSES = {
    Kind.WRITTEN_QUESTIONS: Kg.QUESTION_DOCUMENT,
    Kind.ORAL_QUESTIONS: Kg.QUESTION_DOCUMENT,
    Kind.ANSWER: Kg.ANSWER_DOCUMENT,
    Kind.DELAY_NOTICE: Kg.DELAY_NOTICE,
    Kind.MOTION: Kg.MOTION,
    Kind.PAPER: Kg.PARLIAMENTARY_PAPER,
    Kind.PROCEEDINGS: Kg.PROCEEDINGS,
    Kind.LETTER: Kg.DOCUMENT,  # a number in a dossier makes it a paper, which its reference graph says
}
_REPRINT_RANK = {Kind.ANSWER: 1, Kind.DELAY_NOTICE: 2, Kind.LETTER: 2}
_IMPLIED_RANK = 3
"""A set of which a reply prints no more than the numbers of its questions."""
_CATALOGUE_RANK = 3
"""A catalogue's record of a reply or a paper: any print says more, and a register's row less."""
_CATALOGUE_SET_RANK = 6
"""A set of which a catalogue names who asks and when: a register's case says more."""
_NO_QUESTIONS = frozenset({Kind.LETTER, Kind.MOTION, Kind.PAPER, Kind.PROCEEDINGS})
"""Kinds that need not concern questions at all."""


def graphs(record: Record | Removal) -> list[GraphContent]:
    """All graphs that a record gives: `doc` graphs first, then `ref` graphs in order of IRI.

    Contents are sorted and free of blank nodes; no triple stands in two of them.
    """
    if isinstance(record, Removal):
        return removal_graphs(record)
    if record.case and record.entry:
        return case_graphs(record, record.case, record.entry)
    refs = References()
    doc = iris.doc_id(record)
    snapshot = refs.snapshot(doc, record.snapshot.sha256, record.snapshot.media_type)
    own = Side.of(doc, record.snapshot, snapshot, refs)
    if record.entry:
        _registered(own, record, record.entry)
        return [own.block.content("doc", REGISTER_RANK, record.entry.modified or ""), *refs.contents()]
    if record.kind.asks:
        asked: Side | None = own
    elif _concerns_a_set(record):
        asked = Side.of(iris.set_doc_id(iris.set_key(record)), record.snapshot, snapshot, refs)
    else:
        asked = None
    parts = _write(own, asked, record)
    told = said(parts)
    return [*_doc_graphs(own, asked, record, told), *refs.contents()]


def _registered(side: Side, record: Record, entry: RegisterEntry) -> None:
    """Write what the row of a document says of it; which set it is about, a row does not say."""
    if record.kind.asks:
        side.block.link(side.iri, Rdf.TYPE, Kg.DOCUMENT)  # the set is the case's, and this a print of it
        side.block.link(side.iri, Dcterms.TYPE, iris.concept("document-kind", record.kind))
        _printed(side, record)
        if record.subject:
            side.block.words(side.iri, Dcterms.TITLE, record.subject.value)
        if record.submitted:
            side.block.day(side.iri, Eli.DATE_DOCUMENT, record.submitted.value)
    else:
        _reply_or_letter(side, None, record)
    side.block.link(side.iri, Kg.REGISTER_ENTRY, entry.iri)
    if entry.number:
        side.block.string(side.iri, Kg.DOCUMENT_NUMBER, entry.number)
    if side.own is not None:
        side.block.without(side.own)


def _concerns_a_set(record: Record) -> bool:
    """Whether enough is printed to say which questions a reply is about."""
    if record.kind in _NO_QUESTIONS:
        return bool(record.questions or record.answers)
    if record.catalogue:  # it spells names otherwise than a print, so that a heading would not be met again
        return record.case_number is not None
    known = record.case_number or record.questions or record.answers or iris.heading_key(record)
    return bool(known)


def _doc_graphs(own: Side, asked: Side | None, record: Record, told: list[Said]) -> list[GraphContent]:
    """Graphs of the document and of the set, and beside each what it says of policy, at the same rank."""
    rank = (_CATALOGUE_SET_RANK if record.kind.asks else _CATALOGUE_RANK) if record.catalogue else 0
    sides = [(own, rank)]
    if asked and asked is not own:
        asked.block.without(own.block)
        sides.append((asked, _rank_of_set(record)))
        for one in told:
            asked.block.without(one.block)
    for side, _ in sides:
        if side.own is not None:
            side.block.without(side.own)
    ranks = {side.doc: rank for side, rank in sides}
    return [
        *(side.block.content("doc", rank) for side, rank in sides if side.block),
        *(one.block.content("extract", ranks[one.side.doc]) for one in told),
    ]


def _rank_of_set(record: Record) -> int:
    """Rank of what a reply says of the set that it is about."""
    if record.catalogue:
        return _CATALOGUE_SET_RANK
    return _REPRINT_RANK[record.kind] if record.reprints() else _IMPLIED_RANK


def _write(own: Side, asked: Side | None, record: Record) -> Parts:
    key = iris.set_key(record)
    questions: list[str] = []
    if asked:
        _question_set(asked, record)
        askers_and_addressees(asked, record)
        questions = question_items(asked, key, record)
        if not questions and not record.kind.asks:
            expected_questions(asked, key, record)
    if asked is not own:
        _reply_or_letter(own, asked, record)
        signatories(own, record)
    answers = answer_blocks(own, key, record)
    parts = Parts(record, asked, own, questions, answers)
    notes_and_citations(parts)
    named_persons(parts)
    return parts


def _question_set(side: Side, record: Record) -> None:
    """Write what is printed of a set as a whole, by the asking document or by a reply to it."""
    kind = record.kind if record.kind.asks else Kind.WRITTEN_QUESTIONS
    _common(side, kind)
    heading_key = None if record.catalogue else iris.heading_key(record)
    if heading_key:
        side.block.string(side.iri, Kg.HEADING_KEY, heading_key)
    if record.case_number:
        case = iris.case_of(record.case_number.value) or record.case_number.value
        side.block.string(side.iri, Kg.CASE_NUMBER, case)
        side.prove(side.iri, record.case_number.span)
    if record.subject:
        side.block.words(side.iri, Dcterms.TITLE, record.subject.value)
        side.prove(side.iri, record.subject.span)
    if record.submitted:
        side.block.day(side.iri, Dcterms.DATE_SUBMITTED, record.submitted.value)
        side.prove(side.iri, record.submitted.span)
        if kind is Kind.WRITTEN_QUESTIONS:
            side.block.day(side.iri, Kg.REPLY_DUE, reply_due(record.submitted.value))
    if record.kind.asks:
        _printed(side, record)


def _reply_or_letter(side: Side, asked: Side | None, record: Record) -> None:
    """Write what an answer, a notice or a letter says of itself."""
    _common(side, record.kind)
    _printed(side, record)
    title = record.title or (record.subject if asked else None)
    if title:
        side.block.words(side.iri, Dcterms.TITLE, title.value)
    if record.title:
        side.prove(side.iri, record.title.span)
    if asked:
        side.block.link(side.iri, Kg.REPLIES_TO, asked.iri)
    if record.appendix_number:
        side.block.number(side.iri, Kg.APPENDIX_NUMBER, record.appendix_number.value)
        side.prove(side.iri, record.appendix_number.span)
    if record.received:
        side.block.day(side.iri, Kg.RECEIVED_ON, record.received.value)
        side.prove(side.iri, record.received.span)
    _paper(side, record)
    if record.delay_reason:
        side.block.words(side.iri, Kg.DELAY_REASON, record.delay_reason.value)
        side.prove(side.iri, record.delay_reason.span)
    _clock(side, record)


def _paper(side: Side, record: Record) -> None:
    """Write what a Kamerstuk or proceedings say: date, dossiers, meeting, the words of a motion."""
    if record.dated:
        side.block.day(side.iri, Eli.DATE_DOCUMENT, record.dated.value)
        side.prove(side.iri, record.dated.span)
    if record.paper:
        side.block.link(side.iri, Kg.IN_DOSSIER, side.refs.dossier(record.paper.dossier))
        side.prove(side.iri, record.paper.span)
    for dossier in record.dossiers:
        if record.paper is None or dossier.value != record.paper.dossier:
            side.block.link(side.iri, Kg.ALSO_IN_DOSSIER, side.refs.dossier(dossier.value))
            side.prove(side.iri, dossier.span)
    if record.meeting:
        side.block.number(side.iri, Kg.MEETING_NUMBER, record.meeting.value)
        side.prove(side.iri, record.meeting.span)
    if record.wording:
        side.block.words(side.iri, Kg.TEXT, record.wording.value)
        side.prove(side.iri, record.wording.span)


def _clock(side: Side, record: Record) -> None:
    if not record.submitted:
        return
    if record.kind is Kind.DELAY_NOTICE:
        side.block.day(side.iri, Kg.REPLY_DUE, reply_due(record.submitted.value, delayed=True))
    elif record.kind is Kind.ANSWER and record.received:
        days = reply_days(record.submitted.value, record.received.value)
        if days is not None:
            side.block.number(side.iri, Kg.REPLY_DAYS, days)


def _common(side: Side, kind: Kind) -> None:
    side.block.link(side.iri, Rdf.TYPE, Kg.DOCUMENT)
    side.block.link(side.iri, Rdf.TYPE, _CLASSES[kind])
    if kind is Kind.MOTION:
        side.block.link(side.iri, Rdf.TYPE, Kg.PARLIAMENTARY_PAPER)
    side.block.link(side.iri, Dcterms.TYPE, iris.concept("document-kind", kind))


def _printed(side: Side, record: Record) -> None:
    """Write identifier, year and heading as the document itself prints them."""
    if record.identifier:
        side.block.string(side.iri, Dcterms.IDENTIFIER, record.identifier.value)
        side.prove(side.iri, record.identifier.span)
        page = iris.page(record.identifier.value)
        if page:
            side.block.link(side.iri, Foaf.PAGE, page)
    if record.parliamentary_year:
        side.block.string(side.iri, Kg.PARLIAMENTARY_YEAR, record.parliamentary_year.value)
        side.prove(side.iri, record.parliamentary_year.span)
    side.prove(side.iri, record.heading)
    for remark in record.remarks:
        side.block.string(side.iri, Kg.REMARK, f"{remark.code}: {remark.message}")
