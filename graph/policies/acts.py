"""Which statements speak of one act, and what they say of it together.

Two statements on the same instrument and country, of the same type, speak of one act if they name
the same paper, or days of decision that lie close together, or (where one gives no such day) the same
first or last day. Everything rests on comparing pairs, so that the order of statements never matters.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations
from typing import TypeVar

from graph.policies.groups import group_key
from graph.policies.order import place
from graph.policies.statements import Statement, Told

__all__ = ["Act", "acts", "clusters"]

T = TypeVar("T")

_CLOSE = timedelta(days=14)
"""Days of one decision as two documents give them: of the decision, of the letter, of its receipt."""
_TO_EFFECT = timedelta(days=62)
"""Within so much time a decision takes effect."""
_DOUBT = 0.8
"""What is left of the confidence in a decision on which statements disagree."""


@dataclass(frozen=True, slots=True)
class Act:
    """One decision, as the statements on it have it together."""

    type: str
    group: str
    """For whom, as printed; empty where it is for all."""
    key: str
    """By which the group is known."""
    decided: date | None
    since: date | None
    until: date | None
    homes: tuple[str, ...]
    """Documents that may record it, the likeliest first."""
    statements: tuple[Told, ...]
    """The one that is held to first."""
    dissent: tuple[str, ...]
    """Statements that give another day than is held to."""
    confidence: float

    @property
    def when(self) -> date:
        """Day by which acts are put in order."""
        stated = min((one.stated for one in self.statements if one.stated), default=date.min)
        return place(self.type, self.decided, self.since, self.until) or stated

    @property
    def dated(self) -> date | None:
        """Day after which it is called."""
        return self.decided or self.since or self.until


def acts(statements: Iterable[Statement], code: str | None) -> list[Act]:
    """The acts of which statements on one instrument and country speak, in order of day."""
    by_type: defaultdict[str, defaultdict[str, list[Told]]] = defaultdict(lambda: defaultdict(list))
    names: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for one in statements:
        group = group_key(one.told.group, code)
        by_type[one.kind][group].append(one.told)
        names[group][one.told.group if group else ""] += 1
    found = []
    for kind in sorted(by_type):
        for group, members in _grouped(by_type[kind]):
            counted = sorted(names[group].items(), key=lambda one: (-one[1], one[0]))
            found.append(_act(kind, counted[0][0], group, members))
    return sorted(found, key=_order)


def _order(act: Act) -> tuple[date, bool, str, str, str]:
    return act.when, act.type != "introduce", act.type, act.key, min(one.iri for one in act.statements)


def _grouped(by_group: dict[str, list[Told]]) -> list[tuple[str, list[Told]]]:
    """Statements on one act each, with its group; those that name none join what they fit, if that is one."""
    named = [
        (group, members)
        for group in sorted(by_group)
        if group
        for members in clusters(by_group[group], _same)
    ]
    joined: list[tuple[str, list[Told]]] = [(group, list(members)) for group, members in named]
    for members in clusters(by_group.get("", []), _same):
        fits = [at for at, (_, others) in enumerate(named) if _fits(members, others)]
        if len(fits) == 1:
            joined[fits[0]][1].extend(members)
        else:
            joined.append(("", members))
    return joined


def _fits(members: Sequence[Told], others: Sequence[Told]) -> bool:
    """Whether statements that name no group can be on an act for one; not if one document tells of both."""
    apart = {one.document for one in members}.isdisjoint(one.document for one in others)
    return apart and any(_same(one, other) for one in members for other in others)


def clusters(members: Sequence[T], same: Callable[[T, T], bool]) -> list[list[T]]:
    """Members that are the same, directly or through others, together; in the order of `members`."""
    root = list(range(len(members)))

    def find(at: int) -> int:
        while root[at] != at:
            root[at] = root[root[at]]
            at = root[at]
        return at

    for one, other in combinations(range(len(members)), 2):
        if find(one) != find(other) and same(members[one], members[other]):
            root[find(other)] = find(one)
    found: defaultdict[int, list[T]] = defaultdict(list)
    for at, member in enumerate(members):
        found[find(at)].append(member)
    return list(found.values())


def _same(one: Told, other: Told) -> bool:
    if one.decided and other.decided:
        return abs(one.decided - other.decided) <= _CLOSE
    if set(one.homes) & set(other.homes):
        return True
    if (one.since and one.since == other.since) or (one.until and one.until == other.until):
        return True
    return _takes_effect(one, other) or _takes_effect(other, one)


def _takes_effect(one: Told, other: Told) -> bool:
    """Whether the one gives the day of decision and the other a day soon after on which it takes effect."""
    if one.decided is None or other.decided or other.since is None:
        return False
    return timedelta() <= other.since - one.decided <= _TO_EFFECT


def _act(kind: str, group: str, key: str, members: list[Told]) -> Act:
    homes = _homes(members)
    first = homes[0] if homes else ""
    held = sorted(members, key=lambda one: _authority(one, first))
    decided, since, until = (_first(held, name) for name in ("decided", "since", "until"))
    dissent = tuple(
        sorted(
            one.iri
            for one in held
            if any(
                theirs and theirs != ours
                for theirs, ours in ((one.decided, decided), (one.since, since), (one.until, until))
            )
        )
    )
    sure = held[0].confidence * (_DOUBT if dissent and not held[0].curated else 1)
    return Act(kind, group, key, decided, since, until, homes, tuple(held), dissent, round(sure, 3))


def _homes(members: Sequence[Told]) -> tuple[str, ...]:
    """Documents that may record an act: as people say, as most statements say, else the earliest to tell."""
    curated = [home for one in members if one.curated for home in one.papers]
    named = Counter(home for one in members for home in one.homes)
    telling = sorted(
        {
            (one.stated or date.max, one.document)
            for one in members
            if one.document and one.document not in named
        }
    )
    ordered = [
        *sorted(curated),
        *sorted(named, key=lambda home: (-named[home], home)),
        *(document for _, document in telling),
    ]
    return tuple(dict.fromkeys(ordered))


def _authority(one: Told, home: str) -> tuple[bool, bool, bool, float, date, str]:
    return (
        not one.curated,
        one.document != home,
        not one.records,
        -one.confidence,
        one.stated or date.max,
        one.iri,
    )


def _first(members: Sequence[Told], name: str) -> date | None:
    return next((value for one in members if (value := getattr(one, name))), None)
