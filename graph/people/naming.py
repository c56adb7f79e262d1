"""Whether a printed name can be that of a known person, and how surely."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ontology.names import key, readings
from ontology.slugs import squash

if TYPE_CHECKING:
    from collections.abc import Iterable

    from graph.people.known import Known, People
    from ontology.names import Printed

__all__ = ["Candidate", "candidates"]

_ALIKE = 3
"""Letters at the start that two spellings of a call name share, as Gerd and Gert do."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A person whom a printed name fits."""

    known: Known
    sure: bool
    """Whether nothing about the name is left open: words before it, and call name or initials if printed."""
    part: bool
    """Whether only a part of a double name is the same."""


def candidates(people: People, printed: str) -> list[Candidate]:
    """People whom a printed name fits.

    The reading with the longest family name that anybody bears is taken; parts of a double name are
    looked up where nobody bears the whole. Where the call name or initials of somebody agree, those of
    whom no register tells them are left out.
    """
    read = readings(printed)
    for reading in read:
        if whole := people.keyed(reading.key):
            return _best(reading, whole)
    for reading in read:
        named = dict.fromkeys(known for part in reading.family[:2] for known in people.keyed(part))
        if len(reading.family) > 1 and (found := _best(reading, named)):
            return found
    return []


def _best(reading: Printed, named: Iterable[Known]) -> list[Candidate]:
    ranked = []
    for known in named:
        agrees = _given_agrees(reading, known)
        if agrees is False or not _particle_fits(reading, known):
            continue
        told = bool(reading.given or reading.initials)
        sure = (agrees is True or not told) and known.particle is not None
        part = "-" in known.family and key(known.family) != reading.key
        ranked.append((told and agrees is None, Candidate(known, sure, part)))
    best = min((open_ for open_, _ in ranked), default=False)
    return [candidate for open_, candidate in ranked if open_ == best]


def _particle_fits(reading: Printed, known: Known) -> bool:
    """Van Dijk is not Dijk; of a double name in the other order the words before it are not compared."""
    if known.particle is None:
        return True
    own = squash(known.particle) if known.particle else ""
    first = key(known.family.split("-")[0]) if known.family else ""
    return own == reading.particle or (len(reading.family) > 1 and reading.family[0] != first)


def _given_agrees(reading: Printed, known: Known) -> bool | None:
    """Whether call name and initials agree; None where there is nothing to compare.

    Two members can share initials, so agreeing initials do not outweigh another call name, unless
    the two are spellings of one.
    """
    letters = [
        "".join(char for char in known.initials if char.isupper()),
        "".join(word[0] for word in known.forenames.split()).upper(),
    ]
    by_initials = _begins(reading.initials, letters) if reading.initials else None
    if by_initials is False or not reading.given:
        return by_initials
    printed = squash(reading.given)
    names = {squash(name) for name in (known.given, known.forenames, *known.forenames.split()) if name}
    if printed in names:
        return True
    if known.given:
        alike = squash(known.given)[:_ALIKE] == printed[:_ALIKE]
        return bool(by_initials and alike)
    return by_initials


def _begins(printed: str, known: list[str]) -> bool | None:
    told = [letters for letters in known if letters]
    if not told:
        return None
    return any(one.startswith(printed) or printed.startswith(one) for one in told)
