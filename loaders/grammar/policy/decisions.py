"""Decisions that a letter, or an answer, states or restates: sentence by sentence, then put together.

The dates are those of the text. "Tot 29 juni 2023" and "tot en met 29 juni 2023" both end on the day that is
printed. A length of time gives an end where the day it counts from is known: the start of the measure or
the day of deciding for a new one, the end set before for one that is prolonged, and the end is the same
day of the month.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from loaders.grammar.policy.agents import decided_elsewhere
from loaders.grammar.policy.cues import CONDITION
from loaders.grammar.policy.dating import Dates, read_dates
from loaders.grammar.policy.details import Known, add_detail
from loaders.grammar.policy.drafts import Draft, settle
from loaders.grammar.policy.events import Event, Form, find_events
from loaders.grammar.policy.groups import SAME_GROUP, target_group
from loaders.grammar.policy.measures import designates, measures_of
from loaders.grammar.policy.modes import judge
from loaders.grammar.policy.papers import cited_papers
from loaders.grammar.policy.places import KNOWN, countries_of
from loaders.grammar.policy.reading import GENERIC, Reading, names_of
from loaders.grammar.policy.scene import Scene, Spot
from loaders.grammar.policy.wording import Mode
from ontology.records import DecisionType

__all__ = ["read_decisions"]

_BREAK = re.compile(
    r"(?P<strong>;\s|,\s+(?:en|maar|waarna|waarop|terwijl|dat|die|welke?|hetgeen|wat|alsmede"
    r"|respectievelijk)\s"
    r"|\sen\s+(?=(?:op|per|met\s+ingang|in\s+\w+\s+\d{4}|is|zijn|was|werd|werden|wordt|worden|heb|heeft"
    r"|nogmaals|vervolgens"
    r"|daarna|nadien|later|thans|nu|tevens|tegelijkertijd|om|het|de|een|dit|deze|laatstelijk|verleng"
    r"|stel|beëindig)\b))"
    r"|(?P<weak>,\s|\s(?:en|maar|alsmede|waarna)\s)",
    re.IGNORECASE,
)
_LAST = re.compile(
    r"\s+(?:\w+\s+)?(?:maand|maanden|jaar|jaren|week|weken|periode|dagen|tijd|zomer|voorjaar|najaar"
    r"|winter|half|\w+dag)\b"
)
"""What "afgelopen" goes before where it is no verb."""
_SHARED = re.compile(
    r"[^.;,()]{0,40}?\s+(?:en|alsmede)\s+(?=(?:in|op|per|vanaf|met|daarnaast|vervolgens|later|tevens|ook"
    r"|een|sinds)\b)",
    re.IGNORECASE,
)
"""What leads from a verb to a second measure that shares it."""
_INDEFINITE = re.compile(r"\b(?:een|geen)\s+(?:\w+\s+){0,2}$", re.IGNORECASE)
_TOLD = re.compile(
    r"\b(?:ge[iï]nformeerd|bericht|gemeld|meegedeeld|medegedeeld|laten\s+weten)\b", re.IGNORECASE
)
_SAFE = "veilig-"
_NAMING = frozenset((Form.NOUN, Form.BARE))
"""Forms that, where they state nothing, only name what is done: they take no part of the sentence."""
_ARTICLE, _BENT, _OPENING = 30, 24, 12


def read_decisions(scene: Scene) -> list[Draft]:
    """What a passage says of decisions, each once, in order of the text."""
    reading, known = Reading(scene), Known()
    for sentence in scene.sentences:
        if scene.heading(sentence):
            reading.under(sentence)
            continue
        if scene.text[sentence[1] - 1] == "?":
            continue
        stated = [*_stated(reading, sentence)]
        known.drafts += stated
        if not stated:
            add_detail(reading, sentence, known)
        _remember(reading, sentence)
    return settle(known.drafts, known.ends)


def _remember(reading: Reading, sentence: tuple[int, int]) -> None:
    """Keep what a sentence named for "het moratorium" in the next."""
    spots = reading.scene.within(reading.scene.instruments, *sentence)
    if spots:
        countries = countries_of(reading, spots, sentence, sentence)
        reading.note(tuple(name for name in names_of(spots) if name != GENERIC), countries)
        group = target_group(reading.scene, spots, sentence)
        for country in countries or ("",):
            if group:
                reading.groups.setdefault(country, group)


def _segments(text: str, sentence: tuple[int, int], events: list[Event]) -> Iterator[tuple[int, int]]:
    """A stretch of the sentence for each event: it ends at the break that parts it from the next."""
    low = sentence[0]
    for event, following in pairwise(events):
        high = max(event.end, following.start)
        breaks = [
            match
            for match in _BREAK.finditer(text, event.end, high)
            if text.count("(", event.end, match.start()) <= text.count(")", event.end, match.start())
        ]
        cut = next((match for match in breaks if match["strong"]), breaks[0] if breaks else None)
        end = cut.start() + cut[0].startswith((",", ";")) if cut else event.end
        yield low, end
        low = end
    yield low, sentence[1]


def _stated(reading: Reading, sentence: tuple[int, int]) -> Iterator[Draft]:
    """The decisions that a sentence states, verb by verb."""
    text = reading.scene.text
    events = [event for event in find_events(text, *sentence) if _counts(reading.scene, event)]
    modes = _judged(text, sentence, events)
    stating = [event for event in events if modes[event] or event.form not in _NAMING]
    for event, segment in zip(stating, _segments(text, sentence, stating), strict=False):
        mode = modes[event]
        if mode is not None:
            yield from _Part(reading, sentence, segment, event, mode).drafts()


def _judged(text: str, sentence: tuple[int, int], events: list[Event]) -> dict[Event, Mode | None]:
    """What the sentence does with each event, in order."""
    modes: dict[Event, Mode | None] = {}
    mode = None
    for event, segment in zip(events, _segments(text, sentence, events), strict=False):
        mode = modes[event] = judge(text, event, sentence, segment, mode)
    return modes


def _counts(scene: Scene, event: Event) -> bool:
    """Whether a word is an event at all: "afgelopen maand" is none, "ingestelde" only before a measure."""
    words = scene.text[event.start : event.end].casefold()
    if words == "afgelopen" and _LAST.match(scene.text, event.end):
        return False
    if event.form is Form.PARTICIPLE and event.past:
        return any(0 <= spot.start - event.end <= _BENT for spot in scene.instruments)
    return True


class _Part:
    """The part of a sentence that one verb governs, and what it decides."""

    def __init__(
        self, reading: Reading, sentence: tuple[int, int], segment: tuple[int, int], event: Event, mode: Mode
    ) -> None:
        self.reading, self.scene = reading, reading.scene
        self.sentence, self.segment = sentence, segment
        self.event, self.mode = event, mode

    def drafts(self) -> Iterator[Draft]:
        """A draft a country, and one more for a second measure that shares the verb."""
        measures, spots = measures_of(self.reading, self.event, self.sentence, self.segment)
        designated = bool(measures) and measures[0].startswith(_SAFE)
        if not measures or designates(self.scene, self.event) > designated:
            return
        countries = countries_of(self.reading, spots, self.segment, self.sentence, designated=designated)
        forward = self.mode.type is DecisionType.ANNOUNCE
        dates = read_dates(self.scene, self.segment, (self.event.start, self.event.end), forward=forward)
        if (self.scene.countries and not countries) or self._general(spots, dates):
            return
        if decided_elsewhere(self.scene, self.event, self.segment):
            return
        group = None if designated else target_group(self.scene, spots, self.segment, self.event)
        for country in countries or (None,):
            theirs = self._known_group(spots, country) if group is None else group
            yield self._draft(measures, country, theirs, dates, self.segment)
            yield from self._beside(measures, country, theirs, dates)
            if group is not None:
                self.reading.groups[country or ""] = group
        self.reading.note(measures, countries)

    def _general(self, spots: tuple[Spot, ...], dates: Dates) -> bool:
        """Whether the words tell what an instrument is or does, not what is done with it."""
        if not spots or self.event.form is not Form.PARTICIPLE or self.mode.type is DecisionType.ANNOUNCE:
            return False
        before = self.scene.text[max(self.segment[0], spots[0].start - _ARTICLE) : spots[0].start]
        named = self.scene.within(self.scene.countries, *self.segment)
        about = spots[0].start - self.sentence[0] < _OPENING or CONDITION.search(
            self.scene.text, self.event.end, self.sentence[1]
        )
        told = named or dates != Dates() or not self.mode.own
        return bool(about and _INDEFINITE.search(before)) and not told

    def _known_group(self, spots: tuple[Spot, ...], country: str | None) -> str | None:
        """The group of a measure that is spoken of as known: "het moratorium", "voor deze groep"."""
        known = not spots or KNOWN.search(self.scene.text[max(0, spots[0].start - _ARTICLE) : spots[0].start])
        if known or SAME_GROUP.search(self.scene.text, *self.segment):
            return self.reading.groups.get(country or "")
        return None

    def _beside(
        self, measures: tuple[str, ...], country: str | None, group: str | None, dates: Dates
    ) -> Iterator[Draft]:
        """A second measure that shares the verb: "is een … ingesteld en in juni een vertrekmoratorium"."""
        after = self.scene.within(self.scene.instruments, self.event.end, self.segment[1])
        after = [spot for spot in after if spot.name not in {*measures, GENERIC}]
        joint = _SHARED.match(self.scene.text, self.event.end, after[0].start) if after else None
        if joint and self.event.form is Form.PARTICIPLE:
            rest = (joint.end(), self.segment[1])
            theirs = read_dates(self.scene, rest, None)
            theirs = replace(theirs, coarse=theirs.coarse or dates.coarse)
            yield self._draft(names_of(after), country, group, theirs, rest)

    def _draft(
        self,
        measures: tuple[str, ...],
        country: str | None,
        group: str | None,
        dates: Dates,
        stretch: tuple[int, int],
    ) -> Draft:
        mode, written = self.mode, self.scene.written
        told = mode.told or bool(dates.decided and written and dates.decided < written)
        by_letter = told or not mode.own or _TOLD.search(self.scene.text, *self.sentence)
        decided = dates.decided or (dates.told_on if by_letter else None)
        own = mode.own and decided is None and not mode.told
        return Draft(
            mode.type,
            measures,
            country,
            self.sentence,
            group=group,
            decided=written if own and self.scene.own else decided,
            starts=dates.starts or ((decided or written) if dates.at_once else None),
            until=dates.until,
            expired=dates.expired,
            months=dates.months,
            cites=cited_papers(self.scene, stretch),
            own=own,
            told=told and not own,
            coarse=dates.coarse,
            waits=dates.waits,
            verb=self.event.type,
        )
