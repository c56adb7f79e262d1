"""Times of the register as days in Amsterdam, and as UTC.

The register writes a day as its midnight, with the offset of that day. Some exports moved midnights
by one or two hours, so that `2015-11-30T22:00:00Z` stands for the first of December.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

__all__ = ["as_day", "as_utc"]

_AMSTERDAM = ZoneInfo("Europe/Amsterdam")
_MOVED = (22, 23)
"""Full hours that are a midnight moved by two hours or by one."""
_YEARS = range(1815, 2200)
"""Years that are believed; `0001-01-01` stands for nothing."""


@lru_cache(maxsize=4096)
def as_day(text: str) -> tuple[date, bool] | None:
    """Give the day in Amsterdam and whether its midnight had been moved; None for what is no time."""
    try:
        moment = datetime.fromisoformat(text)
        local = moment.astimezone(_AMSTERDAM) if moment.tzinfo else moment
    except (ValueError, OverflowError):
        return None
    if local.year not in _YEARS:
        return None
    if local.hour in _MOVED and (local.minute, local.second, local.microsecond) == (0, 0, 0):
        return (local + timedelta(hours=2)).date(), True
    return local.date(), False


def as_utc(text: str) -> str | None:
    """Give a time in UTC to the second, `2024-02-19T09:59:02Z`; None for what is no time."""
    try:
        moment = datetime.fromisoformat(text)
        if moment.tzinfo is None:
            moment = moment.replace(tzinfo=_AMSTERDAM)
        return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    except (ValueError, OverflowError):
        return None
