"""What a reader of a passage has in mind: its words, its day, the things it names, the papers it cites.

All places are in the running text of the document.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import islice, takewhile
from operator import attrgetter, itemgetter
from typing import NamedTuple

from loaders.grammar.policy.finding import codes, decidables
from loaders.grammar.policy.sentences import sentences
from loaders.grammar.policy.zones import text_zones
from loaders.grammar.view import View
from ontology.records import Kind, PaperRef, Record, Span, Unit

__all__ = ["Scene", "Spot", "scenes"]

_REPORT = "/concept/report-kind/"
_HOME = "NLD"
_LONGEST = 2000
"""Letters in a sentence, at most."""
_HEADING = 90
"""A longer line is no heading."""


class Spot(NamedTuple):
    """A name of an instrument, a country or a kind of report: slug or code, and its place."""

    name: str
    start: int
    end: int


@dataclass(frozen=True)
class Scene:
    """A passage that is read as one: a letter, or one answer."""

    text: str
    start: int
    end: int
    written: date | None
    """The day from which the passage counts."""
    own: bool
    """Whether what it decides is decided on that day, as in a letter."""
    unit: Unit = Unit.DOCUMENT
    place: int = 0
    instruments: tuple[Spot, ...] = ()
    countries: tuple[Spot, ...] = ()
    reports: tuple[Spot, ...] = ()
    papers: tuple[tuple[int, PaperRef, bool], ...] = ()
    """Where a paper is cited, and whether it is by a note."""
    titled: tuple[str, ...] = ()
    """Countries that the title or the subject names."""
    titled_instruments: tuple[str, ...] = ()
    named_elsewhere: tuple[str, ...] = ()
    """Measures that the whole document names; of a question document its answers, where they name any."""

    @cached_property
    def sentences(self) -> list[tuple[int, int]]:
        """Sentences of the passage, title and signature among them; no table or list that reads as one."""
        found = sentences(self.text, self.start, self.end)
        return [(start, end) for start, end in found if end - start <= _LONGEST]

    def heading(self, sentence: tuple[int, int]) -> bool:
        """Whether what is taken for a sentence is a heading."""
        words = self.text[sentence[0] : sentence[1]]
        return len(words) <= _HEADING and not re.search(r"[.?!:;,]\W*$", words)

    def within(self, spots: Sequence[Spot], start: int, end: int) -> list[Spot]:
        """Spots of a stretch of text; `spots` are in the order of the text."""
        low = bisect_left(spots, start, key=attrgetter("start"))
        found = takewhile(lambda spot: spot.start < end, islice(spots, low, None))
        return [spot for spot in found if spot.end <= end]

    @cached_property
    def named(self) -> tuple[str, ...]:
        """Measures that the passage names, each once."""
        return tuple(dict.fromkeys(spot.name for spot in self.instruments))

    @cached_property
    def focus(self) -> str | None:
        """The country that the passage is about, where no nearer words tell."""
        if len(self.titled) == 1:
            return self.titled[0]
        counted = Counter(spot.name for spot in self.countries if not self.titled or spot.name in self.titled)
        most = counted.most_common(2)
        if not most or (len(most) > 1 and most[0][1] == most[1][1]):
            return None
        return most[0][0]


def scenes(view: View, record: Record) -> Iterator[Scene]:
    """The passages in which government speaks: a letter as a whole, or answer by answer.

    Questions that name a report on a country are passages too: what they say of it is read, and nothing else.
    """
    decided, country = decidables(), codes()
    spots = [
        (mention, Spot(mention.concept.rsplit("/", 1)[-1], *_range(view, mention.span)))
        for mention in record.mentions
    ]
    running = [(mention, spot) for mention, spot in spots if spot.end > spot.start]
    named = sorted(((mention.concept, spot) for mention, spot in running), key=_start)
    cited = [
        (view.position(citation.marker.start), citation.target, citation.note is not None)
        for citation in record.citations
        if isinstance(citation.target, PaperRef) and citation.target.number
    ]
    papers = tuple(sorted(cited, key=itemgetter(0)))
    titled = tuple(
        dict.fromkeys(
            country[mention.concept]
            for mention in record.mentions
            if mention.title and country.get(mention.concept, _HOME) != _HOME
        )
    )
    titled_instruments = tuple(
        dict.fromkeys(spot.name for mention, spot in spots if mention.title and mention.concept in decided)
    )
    measures = [
        (mention.unit is Unit.QUESTION, spot.name) for mention, spot in running if mention.concept in decided
    ]
    said = [name for asked, name in measures if not asked] or [name for _, name in measures]
    answering = record.kind is Kind.ANSWER
    read = record.received or record.dated or record.submitted if answering else record.dated
    for zone in text_zones(view, record):
        asked = zone.unit is Unit.QUESTION
        if not (asked or answering or record.kind is Kind.LETTER):
            continue
        here = named[bisect_left(named, zone.start, key=_start) : bisect_left(named, zone.end, key=_start)]
        if asked and not any(_REPORT in iri for iri, _ in here):
            continue
        day = record.submitted if asked else read
        yield Scene(
            view.text,
            zone.start,
            zone.end,
            day.value if day else None,
            own=not (answering or asked),
            unit=zone.unit,
            place=zone.place,
            instruments=tuple(spot for iri, spot in here if iri in decided),
            countries=tuple(
                Spot(country[iri], spot.start, spot.end)
                for iri, spot in here
                if country.get(iri, _HOME) != _HOME
            ),
            reports=tuple(spot for iri, spot in here if _REPORT in iri),
            papers=papers,
            titled=titled,
            titled_instruments=titled_instruments,
            named_elsewhere=tuple(dict.fromkeys(said)),
        )


def _start(named: tuple[str, Spot]) -> int:
    return named[1].start


def _range(view: View, span: Span) -> tuple[int, int]:
    return view.position(span.start), view.position(span.end)
