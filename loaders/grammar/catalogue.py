"""Catalogue records (metadata.xml, SRU) as records without text: what a document is, not what it says.

The title is often the document's own heading, and is read as one: it may give the subject, the
posts and the parties of members, who are named without them elsewhere in the record.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from loaders.grammar.heading import Heading, read_heading
from loaders.readers.stated import Stated
from loaders.readers.text import Text
from ontology.records import Kind, Member, Post, Read, Record, Responder, Span
from ontology.slugs import squash

__all__ = ["read_catalogue"]


def read_catalogue(text: Text, stated: Stated) -> Record:
    """The record that a catalogue gives; its kind is known, or the reader has refused it."""
    kind = stated.kind or Kind.PAPER
    record = Record(
        kind,
        text.snapshot,
        stated.identifier,
        stated.case_number,
        stated.appendix_number,
        stated.parliamentary_year,
        paper=stated.paper,
        dossiers=stated.dossiers,
        dated=stated.dated,
        title=stated.title,
        meeting=stated.meeting,
        catalogue=True,
    )
    if kind is Kind.MOTION:
        return replace(record, proposers=stated.members)
    if kind in {Kind.LETTER, Kind.PAPER, Kind.PROCEEDINGS}:
        return record
    return _question_record(replace(record, submitted=stated.submitted, received=stated.received), stated)


def _question_record(record: Record, stated: Stated) -> Record:
    title = stated.title
    words = title.value if title else ""
    heading = read_heading(words, len(words), len(words))
    base = title.span.start if title else 0
    subject = heading.subject
    posts = tuple(Post(post.label, Span(base + post.start, base + post.end)) for post in heading.addressees)
    return replace(
        record,
        subject=Read(words[slice(*subject)], Span(base + subject[0], base + subject[1])) if subject else None,
        submitted=record.submitted or _day(heading, base),
        askers=tuple(_with_party(member, heading) for member in stated.members) or _named(heading, base),
        addressees=posts,
        named_addressees=() if posts else stated.recipients,
        responders=tuple(
            Responder(one.name, one.role, one.ministry, Span(base + one.start, base + one.end))
            for one in heading.responders
        ),
    )


def _day(heading: Heading, base: int) -> Read[date] | None:
    found = heading.submitted
    return Read(found.value, Span(base + found.start, base + found.end)) if found else None


def _with_party(member: Member, heading: Heading) -> Member:
    """A member with the party that the title gives to the same surname: "A. Vos" and "het lid Vos (P)"."""
    named = (one for one in heading.askers if squash(member.name).endswith(squash(one.name)))
    return replace(member, party=next((one.party for one in named), None))


def _named(heading: Heading, base: int) -> tuple[Member, ...]:
    return tuple(
        Member(one.name, one.party, Span(base + one.start, base + one.end)) for one in heading.askers
    )
