from __future__ import annotations

from datetime import date

import pytest

from loaders.odata.days import as_day, as_utc


@pytest.mark.parametrize(
    ("text", "day", "moved"),
    [
        ("2015-12-01T00:00:00+01:00", date(2015, 12, 1), False),
        ("2015-11-30T22:00:00Z", date(2015, 12, 1), True),
        ("2015-11-30T23:00:00Z", date(2015, 12, 1), False),
        ("2015-06-30T22:00:00Z", date(2015, 7, 1), False),
        ("2015-06-30T21:00:00Z", date(2015, 7, 1), True),
        ("2015-06-30T20:00:00Z", date(2015, 7, 1), True),
        ("2015-06-30T19:00:00-03:00", date(2015, 7, 1), False),
        ("2015-12-01T02:00:00+02:00", date(2015, 12, 1), False),
        ("2015-12-01T02:00:00+01:00", date(2015, 12, 1), False),
        ("2015-11-30T22:41:07+01:00", date(2015, 11, 30), False),
        ("2024-12-31T22:00:00Z", date(2025, 1, 1), True),
        ("2015-12-01", date(2015, 12, 1), False),
        ("2025-03-30T00:00:00+01:00", date(2025, 3, 30), False),
        ("2025-10-26T00:00:00+02:00", date(2025, 10, 26), False),
    ],
)
def test_a_time_is_a_day_in_amsterdam(text: str, day: date, moved: bool) -> None:
    assert as_day(text) == (day, moved)


@pytest.mark.parametrize(
    "text", ["", "gisteren", "2015-13-01T00:00:00Z", "0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z"]
)
def test_what_is_no_day(text: str) -> None:
    assert as_day(text) is None


def test_utc_to_the_second() -> None:
    assert as_utc("2025-03-04T23:59:04.6861996+01:00") == "2025-03-04T22:59:04Z"
    assert as_utc("2025-07-01T12:00:00") == "2025-07-01T10:00:00Z"
    assert as_utc("None") is None
