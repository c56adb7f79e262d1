"""A sentence as those who judge it see it: without its parentheses, with one event at its place."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from loaders.grammar.policy.cues import RESTATING
from loaders.grammar.policy.events import Event
from ontology.records import DecisionType

__all__ = ["DENIED", "Mode", "Said", "last_match"]

DENIED = re.compile(
    r"\b(?:niet(?!\s+alleen|\s+zijnde)|geen|nooit|noch|zonder|onvoldoende|nog\s+niet)\b", re.IGNORECASE
)
_NOT_YET = re.compile(r"\bnog\s+(?:niet|geen)\b", re.IGNORECASE)
_NO_MORE = re.compile(r"\bniet\s+(?:langer|meer)\b", re.IGNORECASE)
_CLAUSE = re.compile(r"[,;:]\s|\s[–-]\s")
_PARENTHESIS = re.compile(r"\([^()]*\)")
_PRESENT = re.compile(r"\b(?:nu|thans|hierbij|hiermee|heden|vandaag)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Mode:
    """How a decision is stated: what it does, and whether the text takes it itself or tells of it."""

    type: DecisionType
    own: bool
    """Taken by this text, on its own day, unless it says otherwise."""
    told: bool = False
    """Told of as something that happened earlier."""
    refusing: bool = False
    """Whether it is only refused to prolong, which decides where the end is known."""


@dataclass(frozen=True)
class Said:
    """A sentence and an event in it; places count in `words`."""

    words: str
    """The sentence, what stands in parentheses blanked."""
    event: Event
    at: int
    end: int
    low: int
    """Where the event's own part of the sentence opens."""

    @classmethod
    def of(cls, text: str, event: Event, sentence: tuple[int, int], low: int) -> Said:
        """The view of a sentence of a text on one of its events."""
        words = _PARENTHESIS.sub(lambda match: " " * len(match[0]), text[sentence[0] : sentence[1]])
        return cls(words, event, event.start - sentence[0], event.end - sentence[0], low - sentence[0])

    @property
    def before(self) -> str:
        """The words that go before the event."""
        return self.words[: self.at]

    @cached_property
    def clause(self) -> tuple[int, int]:
        """Range of the stretch between commas in which the event stands."""
        opens = max((match.end() for match in _CLAUSE.finditer(self.words, 0, self.at)), default=0)
        closes = _CLAUSE.search(self.words, max(self.end, self.at))
        return opens, closes.start() if closes else len(self.words)

    @cached_property
    def told(self) -> bool:
        """Whether words such as "eerder" or "mijn voorganger" tell of an earlier decision."""
        return bool(RESTATING.search(self.words)) and not _PRESENT.search(self.before)

    def flipped(self, between: str) -> DecisionType | None:
        """What the event does after these words: not prolonged is ended, else denied is nothing."""
        if not DENIED.search(between):
            return self.event.type
        ends = self.event.type is DecisionType.EXTEND and not _NOT_YET.search(between)
        ends = ends or (self.event.type is DecisionType.INTRODUCE and bool(_NO_MORE.search(between)))
        return DecisionType.END if ends else None


def last_match(pattern: re.Pattern[str], words: str, end: int) -> re.Match[str] | None:
    """The last match that begins and ends before a place."""
    found = None
    for found in pattern.finditer(words, 0, end):  # noqa: B007 - only the last one is wanted
        pass
    return found
