"""Authority records: people, the seats and posts they held and when, groups and cabinets.

What a register of people states, before anything is decided about who is whom. All end dates
are inclusive. What could not be read is in `remarks`, never dropped without a word.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

__all__ = [
    "PACKAGED",
    "AuthoritySet",
    "Cabinet",
    "Edition",
    "Group",
    "Incumbency",
    "Person",
    "Remark",
    "Seat",
    "Succession",
]

PACKAGED = "packaged"
"""Name of the set that ships with the package."""


@dataclass(frozen=True, slots=True)
class Person:
    """A person as one set describes them; what it does not say is empty or None."""

    key: str
    """Name of the person within the set."""
    surname: str
    given: str = ""
    particle: str | None = None
    """Words before the surname; empty for none, None where the set never gives them."""
    initials: str = ""
    forenames: str = ""
    born: date | None = None
    birth_year: int | None = None
    tk: str = ""
    """Id of the House of Representatives: a GUID in lower case."""
    wikidata: str = ""
    """Q-number."""
    group: str = ""
    """Group in which the set lists the person without saying when: a help to tell who is whom, no seat."""
    iri: str = ""
    """The IRI under which a store knows the person already."""


@dataclass(frozen=True, slots=True)
class Seat:
    """Membership of the House in a group; without `end` it was open when the set was made."""

    person: str
    group: str
    start: date
    end: date | None = None


@dataclass(frozen=True, slots=True)
class Incumbency:
    """The holding of a post; without `end` it was open when the set was made."""

    person: str
    post: str
    """Full label, such as `Minister van Financiën`."""
    start: date
    end: date | None = None


@dataclass(frozen=True, slots=True)
class Cabinet:
    """A cabinet, from the day it was sworn in up to the day before the next was."""

    name: str
    start: date
    end: date | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """A parliamentary group as a set describes it."""

    name: str
    other_names: tuple[str, ...] = ()
    start: date | None = None
    end: date | None = None
    identifier: str = ""


@dataclass(frozen=True, slots=True)
class Succession:
    """A post that continues another: `renamed` if it is the same post, `succeeds` if it is a new one."""

    post: str
    relation: Literal["renamed", "succeeds"]
    former: str


@dataclass(frozen=True, slots=True, order=True)
class Remark:
    """Something in a source that was not taken as it stood: a code, where it stands, and what was done."""

    code: str
    where: str
    text: str


@dataclass(slots=True)
class AuthoritySet:
    """All that one source says: its graph in the store is replaced as a whole."""

    name: str
    title: str
    as_of: date | None
    """Day on which the source was made or its data end; what is open was open then."""
    persons: list[Person] = field(default_factory=list)
    seats: list[Seat] = field(default_factory=list)
    incumbencies: list[Incumbency] = field(default_factory=list)
    cabinets: list[Cabinet] = field(default_factory=list)
    groups: list[Group] = field(default_factory=list)
    successions: list[Succession] = field(default_factory=list)
    terms: list[date] = field(default_factory=list)
    """First days of the terms of the House: no seat outlives a term."""
    remarks: list[Remark] = field(default_factory=list)
    lists_only: bool = False
    """Whether it names people without telling enough to be the only one that knows of them."""


@dataclass(frozen=True, slots=True)
class Edition:
    """A set as it was read at one time, and from what."""

    content: AuthoritySet
    sha256: str
    """Hash of the bytes of all files together."""
    sources: tuple[str, ...]
    """Names of the files; empty for the packaged set."""
