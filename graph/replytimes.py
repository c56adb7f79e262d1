"""Reply times in groups: days from submission to the first answer, by ministry, party or year."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from math import ceil
from typing import TYPE_CHECKING

from graph.clock import read
from graph.overdue import histories
from graph.results import plain
from ontology.terms import PREFIXES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graph.store.protocol import Store

__all__ = ["BY", "Group", "quantile", "reply_times"]

_PREFIXES = "".join(f"PREFIX {name}: <{iri}>\n" for name, iri in PREFIXES.items())
_WAYS = {
    "ministry": "kg:addressedTo/org:postIn/skos:prefLabel",
    "party": "kg:party/skos:prefLabel",
    "year": "",
}
BY = tuple(_WAYS)
"""What sets can be grouped by; a year is that of submission."""


@dataclass(frozen=True, slots=True)
class Group:
    """Answered sets of one group; a set that is put to two ministries counts once for each."""

    name: str
    days: tuple[int, ...]
    """Days that the answers took, ascending."""

    @property
    def count(self) -> int:
        """How many sets were answered."""
        return len(self.days)

    @property
    def median(self) -> float:
        """Days within which half of them were answered."""
        return quantile(self.days, 0.5)

    @property
    def p90(self) -> float:
        """Days within which nine in ten of them were answered."""
        return quantile(self.days, 0.9)


def quantile(ordered: Sequence[int], share: float) -> float:
    """The smallest value that a share of the values do not exceed; the middle of two for an even half.

    >>> quantile((10, 20, 30, 40), 0.5), quantile((10, 20, 30, 40), 0.9)
    (25.0, 40.0)
    """
    place = share * len(ordered)
    at = max(ceil(place), 1) - 1
    if share == 0.5 and place == at + 1:  # noqa: PLR2004 - the median
        return (ordered[at] + ordered[at + 1]) / 2
    return float(ordered[at])


def reply_times(store: Store, by: str = "ministry") -> list[Group]:
    """Groups with their reply times: years in order, others with the slowest median first.

    `by` is one of `BY`. Sets whose answer or its day is unknown are left out; an answer by letter counts.
    """
    days: dict[str, int] = {}
    years: dict[str, str] = {}
    for history in histories(store):
        reading = read(history, date.max)
        ended = reading.ended if reading else None
        if ended and ended.day and ended.day >= history.submitted and ended not in history.withdrawals:
            days[history.set_iri] = (ended.day - history.submitted).days
            years[history.set_iri] = str(history.submitted.year)
    if by == "year":
        pairs = set(years.items())
    else:
        way = f"?of {_WAYS[by]} ?group FILTER(LANGMATCHES(LANG(?group), 'nl'))"
        both = f"{{ {way} BIND(?of AS ?set) }} UNION {{ {way} ?of kg:sameSetAs ?set }}"
        rows = store.select(f"{_PREFIXES}SELECT DISTINCT ?set ?group WHERE {{ {both} }}")
        pairs = {(plain(set_) or "", plain(group) or "") for set_, group in rows}
    found: defaultdict[str, list[int]] = defaultdict(list)
    for set_, group in sorted(pairs):
        if set_ in days:
            found[group].append(days[set_])
    groups = [Group(name, tuple(sorted(took))) for name, took in sorted(found.items())]
    return groups if by == "year" else sorted(groups, key=lambda group: (-group.median, group.name))
