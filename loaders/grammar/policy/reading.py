"""What has been read of a passage so far: what "het moratorium" and a country left out stand for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from loaders.grammar.policy.scene import Scene, Spot
from loaders.grammar.policy.sources import Source

__all__ = ["GENERIC", "Reading", "names_of"]

GENERIC = "moratorium"
"""The measure that a text names when it leaves open, or has said before, which moratorium it means."""


def names_of(spots: Iterable[Spot]) -> tuple[str, ...]:
    """Names of spots, each once, in order."""
    return tuple(dict.fromkeys(spot.name for spot in spots))


def _moratoria(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(name for name in names if name.endswith(GENERIC) and name != GENERIC)


@dataclass
class Reading:
    """What a reader keeps in mind from sentence to sentence."""

    scene: Scene
    heading: str | None = None
    """Country of the heading above."""
    measures: tuple[str, ...] = ()
    """Measures that were named last."""
    named: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """All measures named so far, by country."""
    source: Source | None = None
    """The letter that the sentence before refers to."""
    countries: tuple[str, ...] = ()
    """Countries for which measures were named last."""
    groups: dict[str, str | None] = field(default_factory=dict)
    """For whom the measures are, by country; "" for the country where none is named."""

    @property
    def designations(self) -> tuple[str, ...]:
        """The lists that countries are put on, named anywhere in the passage."""
        return tuple(name for name in self.scene.named if name.startswith("veilig-"))

    def note(self, measures: tuple[str, ...], countries: tuple[str, ...]) -> None:
        """Keep in mind what a sentence named; one of two moratoria does not make the other forgotten."""
        repeated = len(measures) == 1 and set(measures) < set(self.measures) and not countries
        if measures and not repeated:
            self.measures = measures
        for country in countries:
            self.named[country] = tuple(dict.fromkeys((*self.named.get(country, ()), *measures)))
        self.countries = countries or self.countries

    def under(self, heading: tuple[int, int]) -> None:
        """Take up what a heading names."""
        countries = names_of(self.scene.within(self.scene.countries, *heading))
        if len(countries) == 1:
            self.heading, self.countries = countries[0], countries
        measures = names_of(self.scene.within(self.scene.instruments, *heading))
        if measures and GENERIC not in measures:
            self.measures = measures

    def country_at(self, segment: tuple[int, int]) -> str | None:
        """The country of which measures are spoken of in a stretch of text, where one is known."""
        here = self.scene.within(self.scene.countries, *segment)
        return next((spot.name for spot in here if spot.name in self.named), self.heading)

    def meant(self, country: str | None, *, plural: bool, generic: bool = False) -> tuple[str, ...]:
        """What "het moratorium" (where `generic`), "dit", "beide" or "de moratoria" stands for."""
        known = self.named.get(country or next(iter(self.countries), ""), ())
        last, titled = self.measures, tuple(name for name in self.scene.titled_instruments if name != GENERIC)
        everywhere = _moratoria(self.scene.named)
        if (generic or plural) and everywhere:
            known, last, titled = _moratoria(known), _moratoria(last), _moratoria(titled)
        if plural and len(known) > 1:
            return known
        if plural and len(last) == 1:
            return everywhere or last
        if last:
            return known if known and not set(last) <= set(known) else last
        return known or titled or everywhere or _moratoria(self.scene.named_elsewhere)
