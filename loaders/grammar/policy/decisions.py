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

from loaders.grammar.policy.agents import OURS, decided_elsewhere
from loaders.grammar.policy.clauses import counted, embedded, segments
from loaders.grammar.policy.details import Known, add_detail
from loaders.grammar.policy.drafts import Draft
from loaders.grammar.policy.events import Event, Form, find_events
from loaders.grammar.policy.groups import target_group
from loaders.grammar.policy.modes import judge
from loaders.grammar.policy.parts import Part
from loaders.grammar.policy.places import countries_of
from loaders.grammar.policy.reading import GENERIC, Reading, names_of
from loaders.grammar.policy.scene import Scene
from loaders.grammar.policy.settling import settle
from loaders.grammar.policy.sources import lend, source_of
from loaders.grammar.policy.wording import Mode

__all__ = ["read_decisions"]

_SAME = re.compile(
    r"\W*(?:het\s?zelfde|dit|dat)\s+geldt\s+(?:(?:ook|eveneens|tevens|evenzeer)\s+)?"
    r"(?:voor|ten\s+aanzien\s+van|met\s+betrekking\s+tot)\s",
    re.IGNORECASE,
)
_NAMING = frozenset((Form.NOUN, Form.BARE))
"""Forms that, where they state nothing, only name what is done: they take no part of the sentence."""


def read_decisions(scene: Scene) -> list[Draft]:
    """What a passage says of decisions, each once, in order of the text."""
    reading, known = Reading(scene), Known()
    for sentence in scene.sentences:
        if scene.heading(sentence):
            reading.under(sentence)
            continue
        if scene.text[sentence[1] - 1] == "?":
            continue
        stated = [*_stated(reading, sentence), *_likewise(scene, sentence, known.drafts)]
        lend(scene, sentence, reading.source, stated)
        known.drafts += stated
        if not stated:
            add_detail(reading, sentence, known)
        _remember(reading, sentence)
    return settle(known.drafts, known.ends)


def _remember(reading: Reading, sentence: tuple[int, int]) -> None:
    """Keep what a sentence named for "het moratorium" in the next."""
    reading.source = source_of(reading.scene, sentence, reading.source)
    spots = reading.scene.within(reading.scene.instruments, *sentence)
    if spots:
        countries = countries_of(reading, spots, sentence, sentence)
        reading.note(tuple(name for name in names_of(spots) if name != GENERIC), countries)
        group = target_group(reading.scene, spots, sentence)
        for country in countries or ("",):
            if group:
                reading.groups.setdefault(country, group)


def _stated(reading: Reading, sentence: tuple[int, int]) -> Iterator[Draft]:
    """The decisions that a sentence states, verb by verb."""
    scene = reading.scene
    events = counted(scene, find_events(scene.text, *sentence))
    inner = {event: stretch for event in events if (stretch := embedded(scene, event, sentence))}
    main = [event for event in events if event not in inner]
    modes = _judged(scene.text, sentence, main)
    stating = [event for event in main if modes[event] or event.form not in _NAMING]
    places = dict(zip(stating, segments(scene.text, sentence, stating), strict=False))
    elsewhere = False
    for event in sorted([*inner, *stating], key=lambda event: event.start):
        own = inner.get(event)
        segment = places.get(event) or _around(event, places, sentence)
        if own is None:
            ours = OURS.search(scene.text, *segment)
            elsewhere = decided_elsewhere(scene, event, segment) or (elsewhere and not ours)
        mode = judge(scene.text, event, sentence, segment, None) if own else modes[event]
        if mode is not None and not elsewhere:
            others = [stretch for other, stretch in inner.items() if other is not event]
            yield from Part(reading, sentence, segment, event, mode, own, others).drafts()


def _likewise(scene: Scene, sentence: tuple[int, int], drafts: list[Draft]) -> Iterator[Draft]:
    """The decision before, for another measure or country: "Hetzelfde geldt voor het vertrekmoratorium"."""
    same = _SAME.match(scene.text, *sentence)
    if same is None or not drafts:
        return
    named = names_of(scene.within(scene.instruments, same.end(), sentence[1]))
    measures = tuple(name for name in named if name != GENERIC) or drafts[-1].measures
    countries = names_of(scene.within(scene.countries, same.end(), sentence[1])) or (drafts[-1].country,)
    for country in countries:
        if (measures, country) != (drafts[-1].measures, drafts[-1].country):
            yield replace(drafts[-1], measures=measures, country=country, sentence=sentence)


def _around(event: Event, places: dict[Event, tuple[int, int]], sentence: tuple[int, int]) -> tuple[int, int]:
    """The part of the sentence in which a description stands."""
    holding = (place for place in places.values() if place[0] <= event.start < place[1])
    return next(holding, sentence)


def _judged(text: str, sentence: tuple[int, int], events: list[Event]) -> dict[Event, Mode | None]:
    """What the sentence does with each event, in order."""
    modes: dict[Event, Mode | None] = {}
    mode = None
    for event, segment in zip(events, segments(text, sentence, events), strict=False):
        mode = modes[event] = judge(text, event, sentence, segment, mode)
    return modes
