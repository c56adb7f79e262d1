from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.clock import RECESS, Event, History, State, read

SUBMITTED = date(2031, 1, 22)
RUNNING = {State.OPEN, State.DELAYED, State.LATE, State.DELAY_EXPIRED}
DAYS = st.integers(0, 120).map(lambda days: SUBMITTED + timedelta(days=days))
EVENTS = st.lists(st.one_of(st.none(), DAYS), max_size=3).map(
    lambda days: tuple(Event(f"d{place}", day) for place, day in enumerate(days))
)
HISTORIES = st.builds(
    History,
    st.just("s"),
    st.just(SUBMITTED),
    notices=EVENTS,
    answers=EVENTS,
    letters=EVENTS,
    withdrawals=EVENTS,
)


def event(text: str) -> tuple[Event, ...]:
    return (Event("d", date.fromisoformat(text)),)


NOTICE = event("2031-02-10")
CASES = [
    (History("s", SUBMITTED), "2031-02-12", State.OPEN, "2031-02-12", 0),
    (History("s", SUBMITTED), "2031-02-13", State.LATE, "2031-02-12", 1),
    (History("s", SUBMITTED, notices=NOTICE), "2031-02-09", State.OPEN, "2031-02-12", 0),
    (History("s", SUBMITTED, notices=NOTICE), "2031-02-10", State.DELAYED, "2031-03-05", 0),
    (History("s", SUBMITTED, notices=NOTICE), "2031-03-05", State.DELAYED, "2031-03-05", 0),
    (History("s", SUBMITTED, notices=NOTICE), "2031-03-15", State.DELAY_EXPIRED, "2031-03-05", 10),
    (History("s", SUBMITTED, notices=event("2031-02-20")), "2031-02-19", State.LATE, "2031-02-12", 7),
    (History("s", SUBMITTED, notices=event("2031-02-20")), "2031-02-20", State.DELAYED, "2031-03-05", 0),
    (
        History("s", SUBMITTED, answers=event("2031-02-12")),
        "2031-06-01",
        State.ANSWERED_IN_TIME,
        "2031-02-12",
        0,
    ),
    (
        History("s", SUBMITTED, answers=event("2031-02-14")),
        "2031-06-01",
        State.ANSWERED_LATE,
        "2031-02-12",
        2,
    ),
    (
        History("s", SUBMITTED, NOTICE, event("2031-03-05")),
        "2031-06-01",
        State.ANSWERED_IN_TIME,
        "2031-03-05",
        0,
    ),
    (
        History("s", SUBMITTED, NOTICE, event("2031-02-01")),
        "2031-06-01",
        State.ANSWERED_IN_TIME,
        "2031-02-12",
        0,
    ),
    (
        History("s", SUBMITTED, letters=event("2031-02-20")),
        "2031-06-01",
        State.ANSWERED_BY_LETTER,
        "2031-02-12",
        8,
    ),
    (History("s", SUBMITTED, withdrawals=event("2031-03-01")), "2031-02-28", State.LATE, "2031-02-12", 16),
    (
        History("s", SUBMITTED, withdrawals=event("2031-03-01")),
        "2031-03-01",
        State.WITHDRAWN,
        "2031-02-12",
        0,
    ),
    (History("s", SUBMITTED, answers=(Event("d"),)), "2031-06-01", State.ANSWERED, "2031-02-12", 0),
    (History("s", SUBMITTED, closed=True), "2031-06-01", State.CLOSED, "2031-02-12", 0),
    # Closed since by an answer that came after the day that is asked about: it was late then.
    (
        History("s", SUBMITTED, answers=(Event("d", date(2031, 3, 1)),), closed=True),
        "2031-02-20",
        State.LATE,
        "2031-02-12",
        8,
    ),
    (
        History("s", SUBMITTED, withdrawals=(Event("w", date(2031, 3, 1)),), closed=True),
        "2031-02-01",
        State.OPEN,
        "2031-02-12",
        0,
    ),
    (
        History("s", SUBMITTED, answers=(Event("d", date(2031, 3, 1)),), closed=True),
        "2031-03-01",
        State.ANSWERED_LATE,
        "2031-02-12",
        17,
    ),
]


@pytest.mark.parametrize(("history", "on", "state", "due", "late"), CASES)
def test_the_clock(history: History, on: str, state: State, due: str, late: int) -> None:
    reading = read(history, date.fromisoformat(on))

    assert reading
    assert (reading.state, reading.due, reading.days_late) == (state, date.fromisoformat(due), late)


def test_a_derivation_tells_every_step() -> None:
    history = History("s", SUBMITTED, event("2031-02-14"), event("2031-03-06"))
    reading = read(history, date(2031, 4, 1))

    assert reading
    assert reading.steps == (
        "submitted 2031-01-22 + 21 days = 2031-02-12",
        "notice received 2031-02-14, 2 days after that: 2031-02-12 + 21 days = 2031-03-05",
        "answer received 2031-03-06: 1 day late",
        RECESS,
    )


def test_a_set_is_not_there_before_it_is_submitted() -> None:
    assert read(History("s", SUBMITTED), SUBMITTED - timedelta(days=1)) is None


@given(history=HISTORIES, on=DAYS)
def test_a_due_date_is_three_or_six_weeks_after_submission_and_ends_the_sum(
    history: History, on: date
) -> None:
    reading = read(history, on)

    assert reading
    assert (reading.due - SUBMITTED).days == (42 if reading.notice else 21)
    sums = [step for step in reading.steps if " = " in step]
    assert sums[-1].endswith(f" = {reading.due}")
    assert reading.steps[-1] == RECESS


@given(history=HISTORIES, first=DAYS, second=DAYS)
def test_time_only_goes_on(history: History, first: date, second: date) -> None:
    before, after = (read(history, day) for day in sorted((first, second)))

    assert before
    assert after
    assert before.due <= after.due
    if before.state not in RUNNING:
        assert (after.state, after.due, after.days_late) == (before.state, before.due, before.days_late)
    elif after.state in RUNNING and before.due == after.due:
        assert before.days_late <= after.days_late


@given(history=HISTORIES, on=DAYS)
def test_what_is_late_is_past_its_term(history: History, on: date) -> None:
    reading = read(history, on)

    assert reading
    if reading.state in {State.LATE, State.DELAY_EXPIRED}:
        assert reading.days_late == (on - reading.due).days > 0
    elif reading.state in {State.OPEN, State.DELAYED, State.ANSWERED_IN_TIME}:
        assert reading.days_late == 0


@given(history=HISTORIES, on=DAYS, came=DAYS)
def test_a_notice_never_makes_a_set_later(history: History, on: date, came: date) -> None:
    more = History(
        "s", SUBMITTED, (*history.notices, Event("n", came)), history.answers, history.letters,
        history.withdrawals,
    )  # fmt: skip
    without, with_it = read(history, on), read(more, on)

    assert without
    assert with_it
    assert with_it.due >= without.due
    assert with_it.days_late <= without.days_late
