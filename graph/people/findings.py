"""One name against the registers: the person it stands for, or the reason why none is given."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from graph.people.naming import Candidate, candidates
from graph.people.parts import NAMED
from ontology import iris
from ontology.names import readings
from ontology.roles import PROPOSALS, Sphere, post_named, sphere

if TYPE_CHECKING:
    from collections.abc import Iterable

    from graph.people.known import Fit, Held, Known, People
    from graph.people.parts import Part

__all__ = ["CODES", "Finding", "Resolver"]

CODES = {
    "no-date": "the document gives no day to look at",
    "no-person-of-that-name": "no register knows the name",
    "several-fit": "more than one person fits",
    "party-differs": "who bears the name sat for another group that day",
    "not-a-member-that-day": "who bears the name has no seat in any register that day",
    "no-seat-data-for-that-day": "the day is after the last one that registers of seats tell of",
    "not-in-office-that-day": "who bears the name held no such post that day",
}
"""Reasons why a name is not resolved."""

_MEMBERS = frozenset({"asker", "proposer", "speaker"})
"""Roles of members; one of them who has a post is of the government."""
_GRACE = timedelta(days=14)
"""An answer is dated by its arrival, which may be so long after the one who signed it left the post."""
_JOINT = iris.group("GroenLinks-PvdA")
_ALLIED = {
    _JOINT: frozenset({_JOINT, iris.group("GroenLinks"), iris.group("PvdA")}),
    iris.group("GroenLinks"): frozenset({_JOINT, iris.group("GroenLinks")}),
    iris.group("PvdA"): frozenset({_JOINT, iris.group("PvdA")}),
}
"""GroenLinks and PvdA: documents print the joint name before the groups were one, and the old ones after."""
_SHOWN = 4
_CAREER = 40 * 365


@dataclass(frozen=True, slots=True)
class Finding:
    """A person, or a code and words for people."""

    person: str = ""
    sure: bool = False
    code: str = ""
    words: str = ""


_PLAIN = {code: Finding(code=code, words=words) for code, words in CODES.items()}


def _unresolved(code: str, words: str = "") -> Finding:
    return Finding(code=code, words=words) if words else _PLAIN[code]


def _names(people: Iterable[Known]) -> str:
    names = sorted({known.name for known in people})
    more = f" and {len(names) - _SHOWN} more" if len(names) > _SHOWN else ""
    return ", ".join(names[:_SHOWN]) + more


def _of_the_time(named: list[Candidate], day: date) -> str:
    """Names of those who sat or held office within a working life of a day, or of all if none did."""
    people = [one.known for one in named]
    near = [k for k in people if any(abs((h.start - day).days) < _CAREER for h in (*k.seats, *k.posts))]
    return _names(near or people)


def _rank(post: str) -> str:
    """How the posts begin whose holders may be called so too; nobody else is called minister-president."""
    slug = _short(post)
    return slug if slug == "minister-president" else slug.split("-", maxsplit=1)[0]


def _bare(name: str) -> bool:
    """Whether a name is a family name of one part and no more."""
    first, *others = readings(name)
    return not others and not first.initials


def _short(iri: str) -> str:
    return iri.rpartition("/")[2]


class Resolver:
    """Answers for names and posts; who bears a name is looked up once.

    Answers are not kept: few names come twice with the same day, and to find one again takes as long.
    """

    def __init__(self, people: People, decided: frozenset[str] = frozenset()) -> None:
        self._people = people
        self.decided = decided
        """Names of which a person said who they stand for."""
        self._mentioned: dict[tuple[str, str, str, date | None], Finding] = {}
        self._named: dict[str, list[Candidate]] = {}

    def find(self, part: Part) -> Finding:
        """Who a name in a document stands for."""
        if part.entry and (linked := self._people.registered(part.entry)):
            return Finding(linked, sure=True)
        if part.role == NAMED:
            mentioned = (part.name, part.called, part.group, part.day)
            if mentioned not in self._mentioned:
                self._mentioned[mentioned] = self._named_in_text(*mentioned)
            return self._mentioned[mentioned]
        sits = part.role in _MEMBERS and not part.post
        return self._find(part.name, sits, part.group if sits else part.post, part.day)

    def holder(self, post: str, day: date) -> str | None:
        """The one who held a post on a day, under any of its names; None for nobody known or several."""
        held = [held for held in self._people.holders(post) if (fit := held.on(day)) and fit.stated]
        exact = {one.person for one in held if one.of == post} or {one.person for one in held}
        return next(iter(exact)) if len(exact) == 1 else None

    def _find(self, name: str, sits: bool, of: str, day: date | None) -> Finding:
        named = self._candidates(name)
        if day is None:
            return self._undated(named, of) if sits and of else _unresolved("no-date")
        if not named:
            return _unresolved("no-person-of-that-name")
        return self._member(named, of, day) if sits else self._minister(named, of, day)

    def _candidates(self, name: str) -> list[Candidate]:
        if name not in self._named:
            self._named[name] = candidates(self._people, name)
        return self._named[name]

    def _undated(self, named: list[Candidate], group: str) -> Finding:
        """Who alone of all in the registers bears a name, and sat for that group at some time."""
        wanted = _ALLIED.get(group, frozenset({group}))
        if len(named) == 1 and not named[0].part and any(h.of in wanted for h in named[0].known.seats):
            return Finding(named[0].known.iri)
        return _unresolved("no-date")

    def _named_in_text(self, name: str, called: str, group: str, day: date | None) -> Finding:
        """Who is meant by a name in running text, with what it is called there.

        A word that says no more than that it is a person ("mevrouw") needs a group, or a name of more than
        one part: a citizen is not taken for the member of that family name.
        """
        where = sphere(called)
        if day is None or where is Sphere.ELSEWHERE:
            return _unresolved("no-date" if day is None else "no-person-of-that-name")
        named = [one for one in self._candidates(name) if not one.part]
        if not named or (where is Sphere.EITHER and not group and _bare(name)):
            return _unresolved("no-person-of-that-name")
        post = post_named(called) if where is Sphere.GOVERNMENT else ""
        office = self._minister(named, iris.post(post) if post else "", day)
        if where is Sphere.GOVERNMENT:
            return office
        member = self._member(named, group, day)
        if where is Sphere.HOUSE or group:
            # A motion may be older than the seat of the one who bears that name today.
            return replace(member, sure=member.sure and (bool(group) or called not in PROPOSALS))
        found = {one.person: one for one in (member, office) if one.person}
        several = "several-fit" in {member.code, office.code} or len(found) > 1
        return next(iter(found.values()), member) if not several else _unresolved("several-fit")

    def _member(self, named: list[Candidate], group: str, day: date) -> Finding:
        wanted = _ALLIED.get(group, frozenset({group})) if group else None
        seated = [_Seated(one, seat, fit) for one in named for seat, fit in _then(one.known.seats, day)]
        fits = [row for row in seated if wanted is None or row.seat.of in wanted]
        fits = [row for row in fits if not row.one.part] or fits
        people = {row.one.known.iri: row.one.known for row in fits}
        if len(people) > 1:
            return _unresolved("several-fit", _names(people.values()))
        if people:
            [known] = people.values()
            stated = any(row.fit.stated for row in fits)
            unseen = [one.known for one in named if not one.known.seats and not one.known.posts]
            if not stated and unseen:
                return _unresolved("several-fit", _names([known, *unseen]))
            return Finding(known.iri, sure=stated and all(row.one.sure for row in fits))
        if seated:
            told = sorted({f"{row.one.known.name} sat for {_short(row.seat.of)}" for row in seated})
            return _unresolved("party-differs", ", ".join(told[:_SHOWN]))
        names, last = _of_the_time(named, day), self._people.horizon()
        if day > last:
            reach = f"seats are known up to {last}" if last > date.min else "no register tells of seats"
            return _unresolved("no-seat-data-for-that-day", f"{reach}; {names}")
        return _unresolved("not-a-member-that-day", names)

    def _minister(self, named: list[Candidate], post: str, day: date) -> Finding:
        line = self._people.line(post) if post else frozenset()
        rank = _rank(post) if post else ""
        tiers: tuple[list[tuple[Candidate, bool]], ...] = ([], [], [])
        for one in named:
            posts = [(held, held.on(day)) for held in one.known.posts]
            here = [fit for held, fit in posts if fit and held.of in line]
            if here:
                tiers[0].append((one, one.sure and any(fit.stated for fit in here)))
            elif any(held.ended_within(day, _GRACE) for held, _ in posts if held.of in line):
                tiers[1].append((one, False))
            elif any(fit and _short(held.of).startswith(rank) for held, fit in posts):
                tiers[2].append((one, one.sure and not post))
        for tier in tiers:
            whole = [row for row in tier if not row[0].part] or tier
            if len(whole) > 1:
                return _unresolved("several-fit", _names(one.known for one, _ in whole))
            if whole:
                return Finding(whole[0][0].known.iri, sure=whole[0][1])
        return _unresolved("not-in-office-that-day", _of_the_time(named, day))


@dataclass(frozen=True, slots=True)
class _Seated:
    """Somebody the name fits, with a seat on the day."""

    one: Candidate
    seat: Held
    fit: Fit


def _then(seats: Iterable[Held], day: date) -> list[tuple[Held, Fit]]:
    return [(seat, fit) for seat in seats if (fit := seat.on(day))]
