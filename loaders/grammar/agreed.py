"""What a format states over what was read: an explicit fact wins, the rest stays as read."""

from __future__ import annotations

from dataclasses import replace

from loaders.readers.stated import Stated
from ontology.records import Kind, Record

__all__ = ["with_stated"]

_OWN = (
    "identifier",
    "case_number",
    "appendix_number",
    "parliamentary_year",
    "submitted",
    "received",
    "dated",
    "paper",
    "meeting",
)
"""Fields that a format names under the same words as a record."""


def with_stated(record: Record, stated: Stated | None) -> Record:
    """The record with the stated facts; names as the heading prints them come before those of a catalogue."""
    if stated is None:
        return record
    named = {name: value for name in _OWN if (value := getattr(stated, name)) is not None}
    record = replace(record, **named, dossiers=stated.dossiers)
    if record.kind is Kind.MOTION:
        return replace(
            record, title=stated.title or record.title, proposers=record.proposers or stated.members
        )
    if record.kind in {Kind.LETTER, Kind.PAPER, Kind.PROCEEDINGS}:
        return replace(record, title=stated.title or record.title)
    asked = replace(record, subject=stated.subject or record.subject, askers=record.askers or stated.members)
    return asked if asked.addressees else replace(asked, named_addressees=stated.recipients)
