"""Reply terms by the Rules of Procedure of the House: three weeks, and three more after a notice.

Computed once, when a record becomes triples, because SPARQL engines differ in date arithmetic.
"""

from __future__ import annotations

from datetime import date, timedelta

__all__ = ["EXTENSION", "TERM", "reply_days", "reply_due"]

TERM = timedelta(days=21)
"""Days within which written questions are to be answered, counted from submission."""
EXTENSION = timedelta(days=21)
"""Days that a delay notice adds to the term, wherever in it the notice arrives."""


def reply_due(submitted: date, *, delayed: bool = False) -> date:
    """Last day of the term for a reply."""
    return submitted + TERM + (EXTENSION if delayed else timedelta())


def reply_days(submitted: date, received: date) -> int | None:
    """Calendar days from submission to receipt; None where the dates contradict each other."""
    days = (received - submitted).days
    return days if days >= 0 else None
