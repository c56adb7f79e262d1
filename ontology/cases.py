"""Cases of a register as graphs: the case itself, who is involved, and the question set it stands for.

    graph/case/<number>         what every row of a case says; the newest row holds
    graph/case/<number>/actors  who is involved, from rows that say so
    graph/case/<number>/links   its documents and dossiers, from rows that hold them
    graph/doc/kv-tk-<number>    its question set, until a print of the questions gives more

The set refers to the participations of the case and repeats none of them. A case has no evidence
by span: each of its graphs rests on one short row as a whole, which the ledger names.
"""

from __future__ import annotations

from ontology import iris
from ontology.nquads import Block, GraphContent
from ontology.records import CaseFacts, Kind, Member, Record, RegisterEntry, Removal
from ontology.references import References
from ontology.replyterm import reply_due
from ontology.terms import XSD, Dcterms, EliDl, Foaf, Kg, Prov, Rdf

__all__ = ["REGISTER_RANK", "case_graphs", "removal_graphs"]

REGISTER_RANK = 4
"""Any print of a document, also in a reply to it, says more than its row in a register."""
_UNNAMED_RANK = 5
"""A row that does not say who is involved."""
_CLOSED = {True: "true", False: "false"}


def case_graphs(record: Record, case: CaseFacts, entry: RegisterEntry) -> list[GraphContent]:
    """All graphs that the row of a case gives: `doc` graphs first, then `ref` graphs."""
    refs = References()
    set_id = iris.set_doc_id(iris.set_key(record))
    set_iri, own = refs.document(set_id)
    modified = entry.modified or ""
    facts = _facts(record, case, entry, set_iri)
    found = [facts.content("doc", 0, modified)]
    asked = Block(iris.doc_graph(set_id))
    _set(asked, set_iri, record)
    if case.named:
        named = Block(iris.case_graph(case.number, "actors"))
        _actors(named, asked, set_iri, record, refs)
        if named:
            found.append(named.content("doc", 0, modified))
    if case.documents or case.dossiers:
        found.append(_links(case, refs).content("doc", 0, modified))
    if own is not None:
        asked.without(own)
    rank = REGISTER_RANK if case.named else _UNNAMED_RANK
    return [*found, asked.content("doc", rank, modified), *refs.contents()]


def _facts(record: Record, case: CaseFacts, entry: RegisterEntry, set_iri: str) -> Block:
    block, me = Block(iris.case_graph(case.number)), iris.case(case.number)
    block.link(me, Rdf.TYPE, Kg.CASE)
    block.string(me, Dcterms.IDENTIFIER, case.number)
    block.link(me, Kg.REGISTER_ENTRY, entry.iri)
    block.link(me, Kg.QUESTION_SET, set_iri)
    if record.subject:
        block.words(me, Dcterms.TITLE, record.subject.value)
    if record.submitted:
        block.day(me, Kg.STARTED_ON, record.submitted.value)
    if record.parliamentary_year:
        block.string(me, Kg.PARLIAMENTARY_YEAR, record.parliamentary_year.value)
    if case.closed is not None:
        block.typed(me, Kg.CLOSED, _CLOSED[case.closed], f"{XSD}boolean")
    for remark in record.remarks:
        block.string(me, Kg.REMARK, f"{remark.code}: {remark.message}")
    return block


def _set(block: Block, me: str, record: Record) -> None:
    block.link(me, Rdf.TYPE, Kg.DOCUMENT)
    block.link(me, Rdf.TYPE, Kg.QUESTION_DOCUMENT)
    block.link(me, Dcterms.TYPE, iris.concept("document-kind", record.kind))
    number = record.case_number and iris.case_of(record.case_number.value)
    if number:
        block.string(me, Kg.CASE_NUMBER, number)
    if record.subject:
        block.words(me, Dcterms.TITLE, record.subject.value)
    if record.submitted:
        block.day(me, Dcterms.DATE_SUBMITTED, record.submitted.value)
        if record.kind is Kind.WRITTEN_QUESTIONS:
            block.day(me, Kg.REPLY_DUE, reply_due(record.submitted.value))


def _actors(block: Block, asked: Block, set_iri: str, record: Record, refs: References) -> None:
    """Write who asks and who is asked on the case; the set gets links to them."""
    assert record.case is not None  # noqa: S101 - told to mypy; `case_graphs` has it
    me, doc = iris.case(record.case.number), f"case-{iris.number_id(record.case.number)}"
    for role, people in (("asker", record.askers), ("addressee", record.named_addressees)):
        concept = iris.concept("role", role)
        parts, actors = iris.participation(doc, role, 0)[:-1], iris.actor(doc, role, 0)[:-1]
        for place, person in enumerate(people, 1):
            part, actor = f"{parts}{place}", f"{actors}{place}"
            block.link(me, Kg.HAS_PARTICIPATION, part)
            block.link(part, Rdf.TYPE, Kg.PARTICIPATION)
            block.link(part, EliDl.ROLE, concept)
            block.link(part, EliDl.PERSON, actor)
            _actor(block, actor, person)
            asked.link(set_iri, Kg.HAS_PARTICIPATION, part)
            if role == "asker":
                asked.link(set_iri, Kg.ASKED_BY, actor)
                if person.party:
                    group = refs.group(person.party)
                    block.link(part, EliDl.IN_NAME_OF, group)
                    block.string(part, Kg.PARTY_LABEL, person.party)
                    asked.link(set_iri, Kg.PARTY, group)
    for other in record.case.others:
        block.string(me, Kg.OTHER_ACTOR, other.value)


def _actor(block: Block, actor: str, person: Member) -> None:
    block.link(actor, Rdf.TYPE, Kg.ACTOR)
    block.string(actor, Foaf.NAME, person.name)
    if person.entry:
        block.link(actor, Kg.REGISTER_ENTRY, person.entry)


def _links(case: CaseFacts, refs: References) -> Block:
    block, me = Block(iris.case_graph(case.number, "links")), iris.case(case.number)
    for document in case.documents:
        block.link(me, Kg.HAS_DOCUMENT, refs.document(document)[0])
    for dossier in case.dossiers:
        block.link(me, Kg.IN_DOSSIER, refs.dossier(dossier))
    return block


def removal_graphs(removal: Removal) -> list[GraphContent]:
    """The graph that says that a row was taken out of its register, and when."""
    block = Block(iris.removal_graph(removal.iri))
    block.link(removal.iri, Rdf.TYPE, Kg.REMOVED_ENTRY)
    if removal.when:
        block.typed(removal.iri, Prov.INVALIDATED_AT_TIME, removal.when, f"{XSD}dateTime")
    return [block.content("doc", 0, removal.when or "")]
