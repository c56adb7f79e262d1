"""The reply clock: when a question set was to be answered, and how that went, as of any day.

Three weeks from submission by the Rules of Procedure of the House, and three more, counted from the end
of the first term, after a notice of delay. Days of recess are counted like others: the rules of the
recess and its dates are in none of the sources at hand, so nothing is added for it, and every derivation
says so. All here is pure; `graph.overdue` gathers the histories.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from ontology.replyterm import EXTENSION, TERM

__all__ = ["RECESS", "Event", "History", "Reading", "State", "read"]

RECESS = "recess is not modelled: no days are added for it"
"""Last step of every derivation."""


class State(StrEnum):
    """Where a set stands on a day."""

    OPEN = "open"
    """Within three weeks, no notice yet."""
    DELAYED = "delayed"
    """A notice came, and the longer term runs."""
    LATE = "late"
    """Three weeks are over, and neither answer nor notice came."""
    DELAY_EXPIRED = "delay-expired"
    """A notice came, and the longer term is over as well."""
    ANSWERED_IN_TIME = "answered-in-time"
    ANSWERED_LATE = "answered-late"
    ANSWERED = "answered"
    """Answered on a day that is not known."""
    ANSWERED_BY_LETTER = "answered-by-letter"
    WITHDRAWN = "withdrawn"
    CLOSED = "closed"
    """The register calls the case closed, and what closed it is not loaded, so that the day is not known."""


@dataclass(frozen=True, slots=True)
class Event:
    """Something that came in for a set, on a day if that is known."""

    document: str
    day: date | None = None


@dataclass(frozen=True, slots=True)
class History:
    """What is known of one set; events in any order."""

    set_iri: str
    submitted: date
    notices: tuple[Event, ...] = ()
    answers: tuple[Event, ...] = ()
    letters: tuple[Event, ...] = ()
    withdrawals: tuple[Event, ...] = ()
    closed: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """The clock of one set on one day."""

    state: State
    due: date
    days_late: int
    """Days past the term, up to the day on which the set was answered or else the day of the reading."""
    steps: tuple[str, ...]
    """How the due date and the state follow, for people."""
    notice: Event | None = None
    """The first notice that counts."""
    ended: Event | None = None
    """What ended the clock."""


@dataclass(frozen=True, slots=True)
class _End:
    what: str
    event: Event


def read(history: History, on: date) -> Reading | None:
    """Read the clock as it stood at the end of a day; None for a set that was not submitted by then."""
    if history.submitted > on:
        return None
    end = _end(history, on)
    until = (end.event.day or date.max) if end else on
    notice = _first(history.notices, until)
    steps = [f"submitted {history.submitted} + {TERM.days} days = {history.submitted + TERM}"]
    due = history.submitted + TERM
    if notice:
        steps.append(_told(notice, due))
        due += EXTENSION
    late = max(until - due, timedelta()).days
    state = _state(history, end, notice, late=late > 0)
    if state in {State.WITHDRAWN, State.CLOSED} or until == date.max:
        late = 0
    steps += [_outcome(end, on, state, late), RECESS]
    return Reading(state, due, late, tuple(steps), notice, end.event if end else None)


def _first(events: tuple[Event, ...], until: date) -> Event | None:
    """The earliest of some events that had come by a day; one without a day came long ago."""
    came = [event for event in events if event.day is None or event.day <= until]
    return min(came, key=lambda event: (event.day or date.min, event.document), default=None)


def _end(history: History, on: date) -> _End | None:
    """What ended the clock first; on one day an answer goes before a letter and that before a withdrawal.

    What has no day counts only where nothing has one.
    """
    kinds = {"answer": history.answers, "letter": history.letters, "withdrawal": history.withdrawals}
    if any(event.day for events in kinds.values() for event in events):
        kinds = {what: tuple(event for event in events if event.day) for what, events in kinds.items()}
    ends = [_End(what, event) for what, events in kinds.items() if (event := _first(events, on))]
    return min(ends, key=lambda end: end.event.day or date.min, default=None)


def _state(history: History, end: _End | None, notice: Event | None, *, late: bool) -> State:
    if end is None and history.closed and not _ended_later(history):
        return State.CLOSED
    if end is None:
        return _RUNNING[late, notice is not None]
    if end.what != "answer":
        return State.WITHDRAWN if end.what == "withdrawal" else State.ANSWERED_BY_LETTER
    if end.event.day is None:
        return State.ANSWERED
    return State.ANSWERED_LATE if late else State.ANSWERED_IN_TIME


def _ended_later(history: History) -> bool:
    """Whether it is known what closed a set that nothing has ended yet: its clock still ran."""
    return bool(history.answers or history.letters or history.withdrawals)


_RUNNING = {
    (False, False): State.OPEN,
    (False, True): State.DELAYED,
    (True, False): State.LATE,
    (True, True): State.DELAY_EXPIRED,
}
"""State of a set that nothing has ended: by whether the term is over and whether a notice came."""


def _told(notice: Event, due: date) -> str:
    if notice.day is None:
        came = "notice received on a day that is not known"
    elif notice.day > due:
        came = f"notice received {notice.day}, {_days((notice.day - due).days)} after that"
    else:
        came = f"notice received {notice.day}"
    return f"{came}: {due} + {EXTENSION.days} days = {due + EXTENSION}"


_ENDS = {"answer": "answer received", "letter": "answered by letter", "withdrawal": "withdrawn"}


def _outcome(end: _End | None, on: date, state: State, late: int) -> str:
    if state is State.CLOSED:
        return "closed in the register; what closed it is not loaded"
    how = f"{_days(late)} late" if late else "in time"
    if end is None:
        return f"no answer by {on}: {f'{_days(late)} late' if late else 'the term runs'}"
    if end.event.day is None:
        return f"{_ENDS[end.what]} on a day that is not known"
    told = f"{_ENDS[end.what]} {end.event.day}"
    return told if state is State.WITHDRAWN else f"{told}: {how}"


def _days(count: int) -> str:
    return f"{count} day{'' if count == 1 else 's'}"
