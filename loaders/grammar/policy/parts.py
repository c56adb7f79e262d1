"""The part of a sentence that one verb governs, and what it decides."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from loaders.grammar.policy.cues import CONDITION
from loaders.grammar.policy.dating import read_dates
from loaders.grammar.policy.drafts import Draft
from loaders.grammar.policy.events import Event, Form
from loaders.grammar.policy.groups import SAME_GROUP, target_group
from loaders.grammar.policy.lists import enumerated
from loaders.grammar.policy.measures import designates, measures_of
from loaders.grammar.policy.papers import cited_papers
from loaders.grammar.policy.places import KNOWN, countries_of
from loaders.grammar.policy.reading import GENERIC, Reading, names_of
from loaders.grammar.policy.scene import Spot
from loaders.grammar.policy.stretch import Dates, Stretch
from loaders.grammar.policy.verbs import EXCEPTING, LAPSING, SUSPENDING, WIDENING
from loaders.grammar.policy.wording import Mode
from ontology.records import DecisionType

__all__ = ["Part"]

_SHARED = re.compile(
    r"[^.;,()]{0,40}?\s+(?:respectievelijk\s+|(?:en|alsmede)\s+(?=het\s+\w+moratorium\s+(?:met|tot|per)\b)"
    r"|(?:en|alsmede)\s+(?=(?:in|op|per|vanaf|met|daarnaast|vervolgens|later|tevens|ook"
    r"|een|sinds)\b))",
    re.IGNORECASE,
)
"""What leads from a verb to a second measure that shares it."""
_INDEFINITE = re.compile(r"\b(?:een|geen)\s+(?:\w+\s+){0,2}$", re.IGNORECASE)
_TOLD = re.compile(
    r"\b(?:ge[iï]nformeerd|bericht|gemeld|meegedeeld|medegedeeld|laten\s+weten)\b", re.IGNORECASE
)
_SAFE = "veilig-"
_LIST = re.compile(r"\blijst\b", re.IGNORECASE)
_POLICY = "landgebonden-asielbeleid"
_NOTED = re.compile(r",?\s+(?:dat|hoe|of|wat|welk)", re.IGNORECASE)
_ARTICLE, _OPENING = 30, 12


@dataclass(slots=True)
class Part:
    """The part of a sentence that one verb governs, and what it decides."""

    reading: Reading
    sentence: tuple[int, int]
    segment: tuple[int, int]
    event: Event
    mode: Mode
    own: tuple[int, int] | None = None
    """The stretch of a description within another clause: its dates and papers alone are the verb's."""
    others: Sequence[tuple[int, int]] = ()
    """Such stretches of other verbs, whose dates and papers are not this one's."""

    def drafts(self) -> Iterator[Draft]:
        """A draft a country, and one more for a second measure that shares the verb."""
        measures, spots = measures_of(self.reading, self.event, self.sentence, self.segment)
        designated = bool(measures) and measures[0].startswith(_SAFE)
        if not measures or designates(self.reading.scene, self.event) > designated:
            return
        closing = self.segment[1] == self.sentence[1]
        countries = (closing and enumerated(self.reading.scene, self.sentence)) or countries_of(
            self.reading, spots, self.segment, self.sentence, designated=designated
        )
        forward = self.mode.type is DecisionType.ANNOUNCE
        verb = (self.event.start, self.event.end)
        stretch = Stretch(
            self.reading.scene, self.own or self.segment, verb, forward, self.event.starting, self.others
        )
        dates = read_dates(stretch)
        if (self.reading.scene.countries and not countries) or self._general(spots, dates):
            return
        kind = self._kind(designated=designated)
        if kind is None or (self._lays_down() and (_POLICY not in measures or not self._laid_down())):
            return
        self.mode = replace(self.mode, type=kind)
        group = None if designated else target_group(self.reading.scene, spots, self.segment, self.event)
        for country in countries or (None,):
            theirs = self._known_group(spots, country) if group is None else group
            yield self._draft(measures, country, theirs, dates, self.own or self.segment)
            yield from self._beside(measures, country, theirs, dates)
            if group is not None:
                self.reading.groups[country or ""] = group
        self.reading.note(measures, countries)

    def _kind(self, *, designated: bool) -> DecisionType | None:
        """What is done: designations are not prolonged, and who puts one on hold or limits it amends it."""
        words, kind = self.reading.scene.text[self.event.start : self.event.end].casefold(), self.mode.type
        if not designated:
            return None if words.startswith(EXCEPTING) else kind
        if kind is DecisionType.ANNOUNCE:
            return kind
        if words.startswith((*SUSPENDING, *EXCEPTING)):
            return DecisionType.AMEND
        if words.startswith(WIDENING) and _LIST.search(self.reading.scene.text, *self.segment):
            return DecisionType.INTRODUCE
        return None if kind is DecisionType.EXTEND else kind

    def _lays_down(self) -> bool:
        """Whether the verb is "vaststellen", which is said of much besides country policy."""
        words = self.reading.scene.text[self.event.start : self.event.end].casefold()
        return words.startswith("vast") or words.endswith("vast")

    def _laid_down(self) -> bool:
        """Whether it is done here, not that something is noted: "stel ik vast dat"."""
        noted = _NOTED.match(self.reading.scene.text, self.event.end, self.sentence[1])
        return self.event.form is Form.FINITE and noted is None

    def _general(self, spots: tuple[Spot, ...], dates: Dates) -> bool:
        """Whether the words tell what an instrument is or does, not what is done with it."""
        if not spots or self.event.form is not Form.PARTICIPLE or self.mode.type is DecisionType.ANNOUNCE:
            return False
        before = self.reading.scene.text[max(self.segment[0], spots[0].start - _ARTICLE) : spots[0].start]
        named = self.reading.scene.within(self.reading.scene.countries, *self.segment)
        about = spots[0].start - self.sentence[0] < _OPENING or CONDITION.search(
            self.reading.scene.text, self.event.end, self.sentence[1]
        )
        told = named or dates != Dates() or not self.mode.own
        return bool(about and _INDEFINITE.search(before)) and not told

    def _lapsed(self) -> bool:
        """Whether the verb tells that the term ran out, so that its day ends what set the term."""
        return self.reading.scene.text[self.event.start : self.event.end].casefold() in LAPSING

    def _known_group(self, spots: tuple[Spot, ...], country: str | None) -> str | None:
        """The group of a measure that is spoken of as known: "het moratorium", "voor deze groep"."""
        known = not spots or KNOWN.search(
            self.reading.scene.text[max(0, spots[0].start - _ARTICLE) : spots[0].start]
        )
        if known or SAME_GROUP.search(self.reading.scene.text, *self.segment):
            return self.reading.groups.get(country or "")
        return None

    def _beside(
        self, measures: tuple[str, ...], country: str | None, group: str | None, dates: Dates
    ) -> Iterator[Draft]:
        """A second measure that shares the verb: "is een … ingesteld en in juni een vertrekmoratorium"."""
        after = self.reading.scene.within(self.reading.scene.instruments, self.event.end, self.segment[1])
        after = [spot for spot in after if spot.name not in {*measures, GENERIC}]
        joint = _SHARED.match(self.reading.scene.text, self.event.end, after[0].start) if after else None
        if joint and self.event.form in {Form.PARTICIPLE, Form.TE}:
            rest = (joint.end(), self.segment[1])
            theirs = read_dates(Stretch(self.reading.scene, rest))
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
        mode, written = self.mode, self.reading.scene.written
        told = mode.told or bool(dates.decided and written and dates.decided < written)
        by_letter = told or not mode.own or _TOLD.search(self.reading.scene.text, *self.sentence)
        decided = dates.decided or (dates.told_on if by_letter else None)
        since = self.event.form is Form.STATE and dates.starts and written and dates.starts < written
        own = mode.own and decided is None and not mode.told and not since
        return Draft(
            mode.type,
            measures,
            country,
            self.sentence,
            group=group,
            decided=written if own and self.reading.scene.own else decided,
            starts=dates.starts or ((decided or written) if dates.at_once else None),
            until=dates.until,
            expired=dates.until if self._lapsed() else dates.expired,
            months=dates.months,
            cites=cited_papers(self.reading.scene, stretch, self.others),
            own=own,
            told=told and not own,
            coarse=dates.coarse,
            waits=dates.waits,
            refusing=mode.refusing,
            verb=self.event.type,
        )
