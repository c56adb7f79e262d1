"""Reports as they are read, and how the namings of one report become one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ontology.records import Period

__all__ = ["PLAIN", "ReportDraft", "place"]

PLAIN = "ambtsbericht"
"""The kind that a text names when it does not say, or has said before, which."""

_ON_ITS_WAY = 90
"""Days within which a report reaches the House, at most."""


@dataclass(slots=True)
class ReportDraft:
    """What is said of one report; later sentences may add to it."""

    kind: str
    country: str | None
    sentence: tuple[int, int]
    dated: date | None = None
    first: date | None = None
    last: date | None = None
    expected: Period | None = None
    coming: bool = False
    """Whether it is said not to be there yet."""
    earlier: bool = False
    sent: bool = False
    """Whether its day is that on which the House got it."""


def place(drafts: list[ReportDraft], draft: ReportDraft) -> ReportDraft:
    """Add what is said to the report that it is about, or take it as another one."""
    for other in reversed(drafts):
        if other.country != draft.country or not _akin(other.kind, draft.kind):
            continue
        if _differ(other, draft):
            continue
        other.kind = draft.kind if other.kind == PLAIN else other.kind
        if draft.dated and (other.dated is None or (other.sent and not draft.sent)):
            other.dated, other.sent = draft.dated, draft.sent
        other.expected = other.expected or draft.expected
        other.first, other.last = other.first or draft.first, other.last or draft.last
        other.coming = other.coming or draft.coming
        return other
    drafts.append(draft)
    return draft


def _akin(one: str, other: str) -> bool:
    return one == other or PLAIN in {one, other}


def _differ(one: ReportDraft, other: ReportDraft) -> bool:
    """Whether two namings are of two reports."""
    if one.dated and other.dated:
        if one.sent != other.sent:  # its own day, and that on which the House got it
            own, sent = (other, one) if one.sent else (one, other)
            return not (own.dated and sent.dated and 0 <= (sent.dated - own.dated).days <= _ON_ITS_WAY)
        return one.dated != other.dated
    if one.expected and other.expected:
        return one.expected != other.expected
    if one.first and other.first and (one.first, one.last) != (other.first, other.last):
        return True
    if one.earlier != other.earlier and (one.earlier or other.earlier):
        return one.dated is None or other.dated is None
    pending = [draft for draft in (one, other) if draft.expected or draft.coming]
    return len(pending) == 1 and any(draft.dated for draft in (one, other))
