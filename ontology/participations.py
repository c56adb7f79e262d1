"""Who takes part in a document: askers, addressees, answerers, posts on whose behalf, senders.

Each part is a node with role, name, capacity, group and evidence; the short path beside
it (`kg:askedBy` …) is for queries that need no more than who.
"""

from __future__ import annotations

from ontology import iris, vocabulary
from ontology.records import Kind, Member, Post, Record, Responder, Span
from ontology.sides import Side
from ontology.terms import EliDl, Foaf, Kg, Rdf

__all__ = ["askers_and_addressees", "signatories"]

_SIGNS_AS = {Kind.ANSWER: "answerer", Kind.PROCEEDINGS: "speaker"}
"""Role of a member of government who is named by a document; of others, the sender."""


def askers_and_addressees(side: Side, record: Record) -> None:
    """Write who puts a question set, for which group, and to which posts or persons."""
    for place, member in enumerate(record.askers, 1):
        _member(side, "asker", place, member, Kg.ASKED_BY)
    for place, post in enumerate(record.addressees, 1):
        _post(side, "addressee", place, post, Kg.ADDRESSED_TO)
    for place, person in enumerate(record.named_addressees, len(record.addressees) + 1):
        _member(side, "addressee", place, person)


def signatories(side: Side, record: Record) -> None:
    """Write who signs a reply or a letter and on whose behalf, who proposes a motion, who speaks."""
    for place, member in enumerate(record.proposers, 1):
        _member(side, "proposer", place, member, Kg.PROPOSED_BY)
    for place, member in enumerate(record.speakers, len(record.responders) + 1):
        _member(side, "speaker", place, member)
    role = _SIGNS_AS.get(record.kind, "sender")
    for place, person in enumerate(record.responders, 1):
        _responder(side, role, place, person)
    if record.sender:
        _post(side, "sender", len(record.responders) + 1, record.sender)
    for place, post in enumerate(record.on_behalf_of, 1):
        _post(side, "on-behalf-of", place, post, Kg.ON_BEHALF_OF)


def _part(side: Side, role: str, place: int, span: Span) -> str:
    part = iris.participation(side.doc, role, place)
    side.block.link(side.iri, Kg.HAS_PARTICIPATION, part)
    side.block.link(part, Rdf.TYPE, Kg.PARTICIPATION)
    side.block.link(part, EliDl.ROLE, iris.concept("role", role))
    side.prove(part, span)
    return part


def _actor(side: Side, part: str, role: str, place: int, name: str) -> str:
    actor = iris.actor(side.doc, role, place)
    side.block.link(part, EliDl.PERSON, actor)
    side.block.link(actor, Rdf.TYPE, Kg.ACTOR)
    side.block.string(actor, Foaf.NAME, name)
    return actor


def _member(side: Side, role: str, place: int, member: Member, short: str | None = None) -> None:
    part = _part(side, role, place, member.span)
    actor = _actor(side, part, role, place, member.name)
    if short:
        side.block.link(side.iri, short, actor)
    if member.party:
        group = side.refs.group(member.party)
        side.block.link(part, EliDl.IN_NAME_OF, group)
        side.block.string(part, Kg.PARTY_LABEL, member.party)
        if role == "asker":
            side.block.link(side.iri, Kg.PARTY, group)


def _post(side: Side, role: str, place: int, printed: Post, short: str | None = None) -> None:
    part = _part(side, role, place, printed.span)
    post = side.refs.post(vocabulary.post(printed.label))
    side.block.link(part, Kg.IN_CAPACITY_OF, post)
    if short:
        side.block.link(side.iri, short, post)


def _responder(side: Side, role: str, place: int, person: Responder) -> None:
    part = _part(side, role, place, person.span)
    actor = _actor(side, part, role, place, person.name)
    post = vocabulary.post_of(person.role, person.ministry)
    if post:
        side.block.link(part, Kg.IN_CAPACITY_OF, side.refs.post(post))
    if role == "answerer":
        side.block.link(side.iri, Kg.ANSWERED_BY, actor)
