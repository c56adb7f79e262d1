"""What a day in a sentence is to a decision: when it was taken, from when or until when it holds."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from loaders.grammar.policy.life import (
    EXPIRY,
    FORCE,
    LASTING,
    LIVES,
    NOT_ITS_DAY,
    SPOKEN_OF_NEXT,
    WHEN_DECIDED,
)
from loaders.grammar.policy.moments import Moment, months_later
from loaders.grammar.policy.scene import Scene

__all__ = ["Dates", "Stretch"]

_FROM = ("met ingang", "met onmiddellijke ingang", "ingaande", "m.i.v.", "vanaf", "sinds", "sedert", "per")
_UNTIL = ("tot", "t/m", "t /m", "in ieder geval tot")
_ON = frozenset(("op", "d.d.", "dd", "dd."))
_NEITHER = frozenset(("voor", "vóór", "na", "rond", "omstreeks", "tussen"))
_COARSE = frozenset(("in", "", "sinds", "vanaf", "van"))
_NOW = re.compile(
    r"\b(?:(?:per|vanaf|ingang\s+van)\s+heden|onmiddellijke\s+ingang|per\s+(?:direct|ommegaande))\b",
    re.IGNORECASE,
)
_SO_FAR = re.compile(r"\btot\s+op\s+(?:de\s+dag\s+van\s+)?$", re.IGNORECASE)
_BESIDE = re.compile(r"\s*\([^()]*\)")
"""Where a decision was published, beside its day."""
_DAY_WORD = re.compile(r"\b(?:vandaag|heden|gisteren|afgelopen|jl)\b", re.IGNORECASE)
_PAPER = re.compile(
    r"\b(?:brief|brieven|kamerbrief|kamerbrieven|verzamelbrief|besluit|beschikking)(?:\s+aan\s+(?:uw"
    r"|de)\s+\w+)?\s*\(?"
    r"(?:van\s+|d\.?d\.?\s+|gedateerd\s+)?(?:de\s+)?(?:(?:maan|dins|woens|donder|vrij)dag\s+)?$",
    re.IGNORECASE,
)
_LEADING_ON = re.compile(r"\b(?:op|d\.?d\.?)?\s*(?:(?:maan|dins|woens|donder|vrij)dag)?\s*$", re.IGNORECASE)
_IN_PLACE = re.compile(r"[A-Za-z]\s+in\s+[A-Z]\w+$")
_END_DAY = re.compile(r"\b(?:eind|verval|afloop)datum\b[^.;]{0,50}$", re.IGNORECASE)
_START_DAY = re.compile(r"\b(?:ingangs|aanvangs|start)datum\b[^.;]{0,50}$", re.IGNORECASE)
_PARTING = re.compile(
    r"[;:]|,\s|\s(?:maar|terwijl|waarna)\s|\sen\s+(?=(?:ver|af)?lo(?:opt|pen)|eindig|gel(?:dt|den)|is"
    r"|zijn|was|werd)",
    re.IGNORECASE,
)
_BACK_TO = re.compile(r"\bterug(?:werk\w+\s+kracht)?\s+tot(?:\s+en\s+met|\s+aan)?\s+$", re.IGNORECASE)
_NEXT_VERB = re.compile(r"[,;()]|\ben\b", re.IGNORECASE)
_REACH, _TAIL, _CLOSE, _LATE = 45, 28, 30, 60
"""Letters around a day in which its verb is looked for, and days after which an end is next year's."""


@dataclass(frozen=True, slots=True)
class Dates:
    """The dates of a stretch of text by what they say of a measure."""

    decided: date | None = None
    told_on: date | None = None
    """Day of the letter or decision that is referred to."""
    starts: date | None = None
    until: date | None = None
    expired: date | None = None
    """End that was set before: "verloopt op …", said of a measure that is then prolonged."""
    months: int | None = None
    at_once: bool = False
    """Whether it holds as soon as it is decided: "per direct"."""
    waits: bool = False
    """Whether it holds from a publication that is still to come."""
    coarse: bool = False
    """Whether a month or a year dates it, no day."""

    def first(self, name: str, value: date) -> Dates:
        """These with what is said added where nothing was said before."""
        changed: dict[str, Any] = {name: getattr(self, name) or value}
        return replace(self, **changed)


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of a sentence, and the verb that its dates belong to."""

    scene: Scene
    segment: tuple[int, int]
    event: tuple[int, int] | None = None
    """Place of the verb that the dates belong to, if there is one."""
    forward: bool = False
    """Whether what is spoken of is still to come, so that "op" is a start, not a day of deciding."""
    starting: bool = False
    """Whether the verb itself tells that the measure began to hold."""
    without: Sequence[tuple[int, int]] = ()
    """Stretches whose dates are of something else."""

    def take(self, found: Dates, moment: Moment, *, opens: bool) -> Dates:
        """What is known with one moment more."""
        before = self.scene.text[self.segment[0] : moment.start]
        day = moment.day
        after = self.scene.text[moment.end : self.segment[1]]
        other = NOT_ITS_DAY.search(before)
        if other and not LIVES.search(other[0]):
            return found
        spoken = SPOKEN_OF_NEXT.match(after) and not (_PAPER.search(before) and _BESIDE.match(after))
        if spoken or moment.lead in _NEITHER or _SO_FAR.search(before):
            return found
        now = _NOW.search(self.scene.text[max(self.segment[0], moment.start - _TAIL) : moment.end])
        if day is None or now:
            coarse = day is None and moment.lead in _COARSE
            return replace(found, at_once=found.at_once or bool(now), coarse=found.coarse or coarse)
        return self._day(found, moment, before, opens=opens)

    def _day(self, found: Dates, moment: Moment, before: str, *, opens: bool) -> Dates:
        """What is known with one day more, by the words that lead to it."""
        if opens or moment.lead.startswith(_FROM) or _BACK_TO.search(before) or _START_DAY.search(before):
            return found.first("starts", moment.period.first)
        if moment.lead.startswith(_UNTIL) or _END_DAY.search(before):
            return self._ending(found, moment)
        if _PAPER.search(before):
            return found.first("told_on", self._back(moment))
        named = moment.lead == "" and _DAY_WORD.search(self.scene.text, moment.start, moment.end)
        return self._on(found, moment) if moment.lead in _ON or named else found

    def _ahead(self, moment: Moment) -> date:
        day, written = moment.period.first, self.scene.written
        late = moment.floating and written and (written - day).days > _LATE
        return months_later(day, 12) if late else day

    def _back(self, moment: Moment) -> date:
        day, written = moment.period.first, self.scene.written
        return months_later(day, -12) if moment.floating and written and day > written else day

    def _ending(self, found: Dates, moment: Moment) -> Dates:
        """A day until which: the end that was set before, where another verb than the event's has it."""
        text = self.scene.text
        near = f"{text[max(self.segment[0], moment.start - _REACH) : moment.start]} {self._after(moment)}"
        day = self._ahead(moment)
        if self.event and moment.end <= self.event[0] and (EXPIRY.search(near) or LASTING.search(near)):
            return found.first("expired", day)
        return found.first("until", day)

    def _after(self, moment: Moment) -> str:
        """The words after a day up to what begins another clause."""
        end = min(self.segment[1], moment.end + _TAIL)
        return _NEXT_VERB.split(self.scene.text[moment.end : end], maxsplit=1)[0]

    def _on(self, found: Dates, moment: Moment) -> Dates:
        """A day after "op": of the end, the start or the decision, by the verb beside it."""
        verb = self._verb(moment)
        if verb == "expiry":
            own = (
                self.event is None
                or moment.end > self.event[0]
                or EXPIRY.search(self.scene.text, *self.event)
            )
            return found.first("until" if own else "expired", self._ahead(moment))
        day = moment.period.first if self.forward else self._back(moment)
        if verb == "force" or self.starting or (self.scene.written and day > self.scene.written):
            return found.first("starts", moment.period.first)
        return found.first("decided", day) if self._is_deciding(moment) else found

    def _is_deciding(self, moment: Moment) -> bool:
        """Whether a day stands where a verb of deciding has it, not a noun: "de aanval op 7 oktober"."""
        text = self.scene.text
        lead = _LEADING_ON.sub("", text[self.segment[0] : moment.start]).rstrip()
        if WHEN_DECIDED.search(lead):
            return True
        if self.event is None or not 0 <= self.event[0] - moment.end <= _CLOSE:
            return False
        return "," not in text[moment.end : self.event[0]] and not _IN_PLACE.search(lead)

    def _verb(self, moment: Moment) -> str | None:
        """Which kind of verb is nearest to a day, if any is near; without an event, in its whole clause."""
        text, low = self.scene.text, max(self.segment[0], moment.start - _REACH)
        near, at = f"{text[low : moment.start]} {self._after(moment)}", moment.start - low
        kinds = [
            (match.start() - at if match.start() >= at else at - match.end(), kind)
            for pattern, kind in ((FORCE, "force"), (EXPIRY, "expiry"))
            for match in pattern.finditer(near)
        ]
        if kinds or self.event:
            return min(kinds)[1] if kinds else None
        opens = [match.end() for match in _PARTING.finditer(text, self.segment[0], moment.start)]
        closes = _PARTING.search(text, moment.end, self.segment[1])
        clause = text[max(opens, default=self.segment[0]) : closes.start() if closes else self.segment[1]]
        return "force" if FORCE.search(clause) and not EXPIRY.search(clause) else None
