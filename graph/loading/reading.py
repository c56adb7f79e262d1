"""Documents as they come to the door, and what reading one gives: graphs, and what a load tells of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from ontology import iris
from ontology.records import Failure, Record, Removal
from ontology.triples import GraphContent, graphs

__all__ = ["Arrival", "Reading", "died", "read"]


@dataclass(frozen=True, slots=True)
class Arrival:
    """One document at the door: its name, the hash of its bytes, and how to read it when needed."""

    source: str
    """Path or address as given; a later arrival of this name replaces what it gave before."""
    sha256: str
    """Hex digest of the bytes; of a file that cannot even be opened, empty."""
    read: Callable[[], Record | Removal | Failure] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Reading:
    """What one document gives to a load."""

    sha256: str
    media_type: str
    modified: str
    """When its source says it last changed; empty where it does not."""
    snapshot: str
    """IRI of the copy that was read."""
    contents: list[GraphContent]
    remarks: frozenset[str]
    """Codes of what was odd in a row of a register."""
    taken_out: bool
    """Whether it says no more than that it was taken out of its register."""


def read(arrival: Arrival) -> Reading | Failure:
    """Read a document, up to the triples that it gives."""
    found = arrival.read()
    if isinstance(found, Failure):
        return found
    snapshot = found.snapshot
    try:
        contents = graphs(found)
    except ValueError as error:
        reason = f"what it says gives no valid RDF: {error}"
        return Failure(arrival.source, "not-expressible", reason, snapshot.sha256)
    if isinstance(found, Removal):
        doc, modified = iris.removal_id(found.iri), found.when
    else:
        doc, modified = iris.doc_id(found), found.entry.modified if found.entry else None
    odd = found.remarks if isinstance(found, Record) and found.entry else ()
    return Reading(
        snapshot.sha256,
        snapshot.media_type,
        modified or "",
        iris.snapshot(doc, snapshot.sha256),
        contents,
        frozenset(remark.code for remark in odd),
        isinstance(found, Removal),
    )


def died(source: str) -> Failure:
    """Tell of a document whose reading ended the process that read it; another load tries it again."""
    return Failure(
        source,
        "reader-died",
        "the process that read it ended; it may need more memory than there is, or be damaged: "
        "load it alone, or let another program write the file anew",
    )
