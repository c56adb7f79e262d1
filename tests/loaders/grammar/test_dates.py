from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.grammar.dates import find_dates, first_date, recent

MONTHS = [
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
]


@pytest.mark.parametrize(
    ("printed", "day"),
    [
        ("18 januari 2031", date(2031, 1, 18)),
        ("18 november2031", date(2031, 11, 18)),
        ("6 maart\n2031", date(2031, 3, 6)),
        ("21 oktber 2031", date(2031, 10, 21)),
        ("1e mei 2031", date(2031, 5, 1)),
        ("3 sept. 2031", date(2031, 9, 3)),
        ("30-09-2031", date(2031, 9, 30)),
        ("2031-09-30", date(2031, 9, 30)),
        ("January 25, 2031", date(2031, 1, 25)),
    ],
)
def test_forms(printed: str, day: date) -> None:
    found = first_date(f"op {printed}, zei hij")

    assert found is not None
    assert found.value == day


@pytest.mark.parametrize(
    "text", ["maart 2031", "31 februari 2031", "12 stoelen 2031", "18 januari", "45-13-2031"]
)
def test_what_is_no_full_date(text: str) -> None:
    assert first_date(text) is None


@given(st.dates(date(1990, 1, 1), date(2049, 12, 31)))
def test_every_day_is_read_as_printed(day: date) -> None:
    printed = f"{day.day} {MONTHS[day.month - 1]} {day.year}"
    text = f"(ingezonden {printed})."

    found = list(find_dates(text))

    assert [(one.value, text[one.start : one.end]) for one in found] == [(day, printed)]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Op 6 november jl. heeft het lid", date(2031, 11, 6)),
        ("op 30 december jongstleden", date(2030, 12, 30)),
    ],
)
def test_a_recent_day_is_the_last_before(text: str, day: date) -> None:
    found = recent(text, date(2031, 11, 27))

    assert found is not None
    assert found.value == day


def test_a_day_without_a_year_and_no_mark_of_time_is_left() -> None:
    assert recent("op 6 november heeft", date(2031, 11, 27)) is None
