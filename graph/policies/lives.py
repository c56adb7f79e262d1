"""The life of measures: acts in order of day, each on the measure that it begins, goes on with or ends."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from graph.policies.acts import Act

__all__ = ["Life", "Step", "live"]

_LATE = timedelta(days=366)
"""So long after its last day a measure can still be extended, amended or ended: a decision may be missing."""
_CLOSE = timedelta(days=14)
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Step:
    """An act on a measure."""

    act: Act
    document: str
    """What records it; empty where no document is named."""
    former: int | None
    """Place in the life of the act that it continues."""


@dataclass(slots=True)
class Life:
    """One measure."""

    group: str
    """As printed first."""
    key: str
    since: date | None = None
    until: date | None = None
    steps: list[Step] = field(default_factory=list)

    @property
    def begins(self) -> date:
        """First day of which something is known."""
        return self.since or self.steps[0].act.when

    @property
    def start(self) -> date | None:
        """Day after which it is called."""
        return self.since or self.steps[0].act.dated

    def open_on(self, on: date) -> bool:
        """Whether an act of a day can be about it."""
        return self.begins <= on and (self.until is None or on <= self.until + _LATE)

    def holds_on(self, on: date) -> bool:
        """Whether it is in force."""
        return self.begins <= on and (self.until is None or on <= self.until)


def live(acts: Iterable[Act]) -> tuple[list[Life], list[Step]]:
    """Measures, in order of beginning, and announcements that are about none of them."""
    lives: list[Life] = []
    loose: list[Step] = []
    recorded: dict[str, date] = {}
    for act in acts:
        document = _document(act, recorded)
        life = _find(act, lives)
        if life is None and act.type == "announce":
            loose.append(Step(act, document, None))
            continue
        if life is None:
            life = Life(act.group, act.key)
            lives.append(life)
        former = [at for at, step in enumerate(life.steps) if step.act.type != "announce"]
        begins = not former
        life.steps.append(Step(act, document, former[-1] if former else None))
        _take_effect(life, act, begins=begins)
    return lives, loose


def _document(act: Act, recorded: dict[str, date]) -> str:
    """The document that records an act: not one that a statement names because of an earlier act."""
    free = [home for home in act.homes if home not in recorded or act.when - recorded[home] <= _CLOSE]
    document = next(iter(free or act.homes), "")
    if document:
        recorded.setdefault(document, act.when)
    return document


def _find(act: Act, lives: list[Life]) -> Life | None:
    """The measure that an act is about: by the paper it names, by its last day, else the latest in force."""
    pool = [life for life in lives if life.key == act.key] if act.key else _any_group(act, lives)
    if act.type == "introduce":
        return max((life for life in pool if life.holds_on(act.when)), key=_latest, default=None)
    named = {paper for one in act.statements for paper in one.papers}
    for fits in (
        [life for life in pool if any(step.document in named for step in life.steps if step.document)],
        [life for life in pool if act.since and life.until in (act.since, act.since - _DAY)],
        [life for life in pool if life.open_on(act.when)],
    ):
        if fits:
            return max(fits, key=_latest)
    return None


def _any_group(act: Act, lives: list[Life]) -> list[Life]:
    """Measures for an act that names no group: those without one, else the only one in force."""
    plain = [life for life in lives if not life.key]
    if act.type == "introduce" or any(life.open_on(act.when) for life in plain):
        return plain
    held = [life for life in lives if life.open_on(act.when)]
    return held if len(held) == 1 else plain


def _latest(life: Life) -> tuple[date, date]:
    return life.begins, life.until or date.max


def _take_effect(life: Life, act: Act, *, begins: bool) -> None:
    if act.type == "introduce" and begins:
        life.since, life.until = act.since or act.decided, act.until
    elif act.type == "extend":  # by which nothing becomes shorter
        life.until = max(act.until, life.until) if act.until and life.until else act.until
    elif act.type == "end":
        life.until = act.until or (act.since - _DAY if act.since else act.decided)
    elif act.type in {"amend", "introduce"}:
        if begins:
            life.since = act.since or act.decided
        life.until = act.until or life.until
