"""Seats and posts of several sets put together, so that no two of them tell of one seat or one holding twice.

A more trusted set covers the days it tells of; a further set adds only what lies outside them. A
seat that was open when its set was made counts as known up to that day, and can last no longer
than the term of the House.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, TypeVar

from ontology import vocabulary
from ontology.authority import AuthoritySet, Incumbency, Remark, Seat, Succession

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from ontology.crosswalk import Cluster

__all__ = ["Held", "Taken", "lineages", "merge_incumbencies", "merge_seats"]

_DAY = timedelta(days=1)
_SLIP = 2
"""Sets differ by a day or two on first and last days; a rest of so many days is no seat of its own."""

Dated = TypeVar("Dated", Seat, Incumbency)
Clusters = dict[tuple[str, str], "Cluster"]


@dataclass(frozen=True, slots=True)
class Taken:
    """A seat as it goes into the graph."""

    person: str
    group: str
    start: date
    end: date | None
    open_on: date | None
    """Day on which it was still open; None where the set states the end."""


@dataclass(frozen=True, slots=True)
class Held:
    """A holding of a post as it goes into the graph."""

    person: str
    post: str
    start: date
    end: date | None
    open_on: date | None


def _shown(day: date | None) -> str:
    return day.isoformat() if day else "open"


def tidy(
    name: str, entries: Iterable[Dated], who: Callable[[Dated], str]
) -> tuple[list[Dated], list[Remark]]:
    """Order the entries of one set by holder and day, and end each before the next of its holder begins.

    Sets that write the day of hand-over as last day of the one and first day of the other lose
    that day from the first. Real overlaps, ends before beginnings, doubles and second last days become
    remarks.
    """
    by: defaultdict[str, list[Dated]] = defaultdict(list)
    remarks = []
    for entry in entries:
        if entry.end and entry.end < entry.start:
            remarks.append(Remark("ends-before-it-begins", name, f"{entry}: left out"))
        else:
            by[who(entry)].append(entry)
    kept = []
    for holder in sorted(by):
        row: list[Dated] = sorted(set(by[holder]), key=lambda e: (e.start, e.end or date.max, str(e)))
        if len(row) < len(by[holder]):
            remarks.append(Remark("duplicate", name, f"{holder}: {len(by[holder]) - len(row)} entries twice"))
        row, doubts = _with_one_end(name, row)
        remarks += doubts
        for place, entry in enumerate(row):
            after = row[place + 1] if place + 1 < len(row) else None
            if after and entry.end and entry.end == after.start and entry.start < entry.end:
                kept.append(replace(entry, end=entry.end - _DAY))
                continue
            if after and (entry.end or date.max) >= after.start:
                remarks.append(Remark("overlap", name, f"{entry} and {after}: both kept"))
            kept.append(entry)
    return kept, remarks


def _with_one_end(name: str, row: list[Dated]) -> tuple[list[Dated], list[Remark]]:
    """Entries of one holder, each ended once: the latest day that is stated counts, others are remarks."""
    kept: dict[Dated, Dated] = {}
    remarks = []
    for entry in row:
        alike = replace(entry, end=None)
        former = kept.setdefault(alike, entry)
        if former is not entry:
            better, other = (former, entry) if entry.end is None else (entry, former)
            kept[alike] = better
            text = f"{better}: its last day is {_shown(other.end)} in another entry; the day here is kept"
            remarks.append(Remark("two-last-days", name, text))
    return list(kept.values()), remarks


def _free(start: date, end: date, covered: list[tuple[date, date]]) -> Iterator[tuple[date, date]]:
    """The stretches of a period that are not covered."""
    for first, last in sorted(covered):
        if last < start or first > end:
            continue
        if first > start:
            yield start, first - _DAY
        start = max(start, last + _DAY)
        if start > end:
            return
    yield start, end


def merge_seats(sets: list[AuthoritySet], clusters: Clusters) -> dict[str, list[Taken]]:
    """Seats by name of the set that has them into the graph; adds remarks to the sets."""
    terms = sorted({day for one in sets for day in one.terms})
    covered: defaultdict[str, list[tuple[date, date]]] = defaultdict(list)
    found: dict[str, list[Taken]] = {}
    for one in sets:
        seats, remarks = tidy(one.name, one.seats, lambda seat: seat.person)
        one.remarks += remarks
        taken: list[Taken] = []
        for seat in seats:
            if cluster := clusters.get((one.name, seat.person)):
                taken += _take(one, seat, cluster.iri, covered[cluster.iri], terms)
        for seat_ in taken:
            covered[seat_.person].append((seat_.start, seat_.open_on or seat_.end or seat_.start))
        found[one.name] = taken
    return found


def _take(
    one: AuthoritySet, seat: Seat, person: str, covered: list[tuple[date, date]], terms: list[date]
) -> Iterator[Taken]:
    group = vocabulary.group(seat.group).iri
    known = seat.end or max(one.as_of or seat.start, seat.start)
    for first, last in _free(seat.start, known, covered):
        is_slip = (last - first).days < _SLIP and (first, last) != (seat.start, known)
        if is_slip:
            told = f"{person}: {_shown(seat.start)} to {_shown(seat.end)}"
            text = f"{told} differs by a day or two from a set before"
            one.remarks.append(Remark("dates-differ", one.name, text))
        elif seat.end is None and last == known:
            later = [day - _DAY for day, _ in covered if day > known]
            limits = [*later, *filter(None, [_term_end(known, terms)])]
            yield Taken(person, group, first, min(limits, default=None), known)
        else:
            yield Taken(person, group, first, last, None)


def _term_end(day: date, terms: list[date]) -> date | None:
    place = bisect_right(terms, day)
    return terms[place] - _DAY if place < len(terms) else None


def lineages(successions: Iterable[Succession]) -> dict[str, str]:
    """One name for all names of a post: IRI of each post that was renamed, to the lowest IRI among them."""
    parent: dict[str, str] = {}

    def root(iri: str) -> str:
        while parent.setdefault(iri, iri) != iri:
            iri = parent[iri]
        return iri

    for step in successions:
        if step.relation == "renamed":
            one, other = sorted(
                (root(vocabulary.post(step.post).iri), root(vocabulary.post(step.former).iri))
            )
            parent[other] = one
    return {iri: root(iri) for iri in parent}


def merge_incumbencies(sets: list[AuthoritySet], clusters: Clusters) -> dict[str, list[Held]]:
    """Holdings by name of the set that has them into the graph; adds remarks to the sets.

    Where a newer set knows the end of a holding that an older one has open, the newer has it.
    """
    line = lineages(step for one in sets for step in one.successions)
    found: dict[str, list[Held]] = {one.name: [] for one in sets}
    made = {one.name: one.as_of or date.min for one in sets}
    for one in sets:
        entries, remarks = tidy(one.name, one.incumbencies, lambda held: f"{held.person} {held.post}")
        one.remarks += remarks
        for entry in entries:
            post = vocabulary.post(entry.post).iri
            person = clusters[one.name, entry.person].iri
            held = Held(person, post, entry.start, entry.end, None if entry.end else one.as_of)
            rivals = [
                (name, other)
                for name, before in found.items()
                if name != one.name
                for other in before
                if line.get(other.post, other.post) == line.get(post, post) and _meet(other, held)
            ]
            _settle(one, held, rivals, found, newer=lambda name, me=one.name: made[me] > made[name])  # type: ignore[misc]  # mypy cannot type a lambda with a default
    return found


def _meet(one: Held, other: Held) -> bool:
    ends = [held.end or held.open_on or held.start for held in (one, other)]
    return one.start < ends[1] and other.start < ends[0]


def _settle(
    one: AuthoritySet,
    held: Held,
    rivals: list[tuple[str, Held]],
    found: dict[str, list[Held]],
    newer: Callable[[str], bool],
) -> None:
    same = [(name, other) for name, other in rivals if other.person == held.person]
    told = f"{held.post} {held.person} {_shown(held.start)} to {_shown(held.end)}"
    if not rivals:
        found[one.name].append(held)
    elif same:
        name, other = same[0]
        if other.end is None and held.end and newer(name):
            found[name].remove(other)
            found[one.name].append(replace(held, start=other.start))
        elif held.end and other.end and abs((held.end - other.end).days) > _SLIP:
            text = f"{told}: {name} has {_shown(other.start)} to {_shown(other.end)}, which is kept"
            one.remarks.append(Remark("dates-differ", one.name, text))
    else:
        text = f"{told}: {rivals[0][0]} has {rivals[0][1].person} in that post then; left out"
        one.remarks.append(Remark("other-holder", one.name, text))
