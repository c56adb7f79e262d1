"""The day by which a decision is put in order among others, where not all days are known."""

from __future__ import annotations

from datetime import date, timedelta

__all__ = ["place"]

_TERM = timedelta(days=183)
"""What a measure is as a rule begun or extended for."""


def place(kind: str, decided: date | None, since: date | None, until: date | None) -> date | None:
    """Decided on, else in effect from; of a beginning or extension whose end alone is known, a term before.

    >>> place("extend", None, None, date(2027, 12, 16)) < date(2027, 12, 13)
    True
    """
    if until and not (decided or since) and kind in {"introduce", "extend"}:
        return until - _TERM
    return decided or since or until
