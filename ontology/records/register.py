"""What a row of a register says beside what a printed document could."""

from __future__ import annotations

from dataclasses import dataclass

from ontology.records.places import Read, Snapshot

__all__ = ["CaseFacts", "RegisterEntry", "Removal"]


@dataclass(frozen=True, slots=True)
class RegisterEntry:
    """The row of a register that a record was read from, instead of a printed document."""

    iri: str
    """Official address of the row."""
    modified: str | None
    """When the register last changed it: UTC to the second, `2024-02-19T09:59:02Z`. The newest row holds."""
    number: str | None = None
    """Number under which the register keeps a document: `2025D34034`."""


@dataclass(frozen=True, slots=True)
class CaseFacts:
    """What a register says of a case beside the fields that it shares with a question document."""

    number: str
    """As the register has it: `2024Z18566`, `KVR27039`, `EK 218190001`."""
    closed: bool | None = None
    named: bool = False
    """Whether the row speaks of who is involved at all; one that does not denies nothing."""
    others: tuple[Read[str], ...] = ()
    """Who else is involved, with the relation: `Volgcommissie: …`."""
    documents: tuple[str, ...] = ()
    """Ids of the documents of the case, where the row holds them."""
    dossiers: tuple[str, ...] = ()
    """Dossiers of the case with their suffix."""


@dataclass(frozen=True, slots=True)
class Removal:
    """A row of which a register says no more than that it was taken out."""

    iri: str
    """Official address of the row."""
    when: str | None
    """When it was taken out, as in `RegisterEntry.modified`."""
    snapshot: Snapshot
