"""A decision as it is read from one sentence, before what other sentences say of it is added."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ontology.records import DecisionType, PaperRef

__all__ = ["Draft"]


@dataclass(slots=True)
class Draft:
    """What one sentence says of one decision; later sentences may add to it."""

    type: DecisionType
    measures: tuple[str, ...]
    country: str | None
    sentence: tuple[int, int]
    group: str | None = None
    """"" for all of the country's people."""
    decided: date | None = None
    starts: date | None = None
    until: date | None = None
    expired: date | None = None
    months: int | None = None
    cites: tuple[PaperRef, ...] = ()
    own: bool = False
    """Taken by the text that says so."""
    told: bool = False
    coarse: bool = False
    waits: bool = False
    """Whether it holds from a day that is not known yet."""
    refusing: bool = False
    """Whether it is an end only if the measure is known to end."""
    verb: DecisionType = DecisionType.INTRODUCE

    def alike(self, other: Draft) -> bool:
        """Whether two were taken together, as far as is known."""
        return (self.own, self.type, self.decided) == (other.own, other.type, other.decided)

    def on_same(self, other: Draft) -> bool:
        """Whether two are on the same measure for the same country."""
        return self.country == other.country and bool({*self.measures} & {*other.measures})

    @property
    def weight(self) -> int:
        """How much it says."""
        said = (
            self.group or None,
            self.decided,
            self.starts,
            self.until or self.months,
            self.until or self.months,
            self.cites,
        )
        return sum(value is not None and value != () for value in said)

    @property
    def dated(self) -> bool:
        """Whether the text places it in time, or says where it was made known."""
        return bool(self.own or self.decided or self.starts or self.until or self.cites or self.coarse)
