"""Questions and answers as records: blocks divided, words cleaned of note markers, referrals seen."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import NamedTuple

from loaders.grammar.body import Block, BlockKind
from loaders.grammar.citing import Place
from loaders.grammar.grouped import split_group
from loaders.grammar.markers import Marker
from loaders.grammar.numbers import expand
from loaders.grammar.view import View
from ontology.records import Answer, AnswerKind, Question, Unit

__all__ = ["Parts", "divide"]

_REFERRAL = re.compile(
    r"^(?:Zie|Ik\s+verwijs|Verwezen\s+wordt|Hiervoor\s+verwijs\s+ik|Kortheidshalve)\b[^.]{0,80}?\bantwoord(?:en)?\b[^.]{0,40}?"
    r"\bvra(?:ag|gen)\s+(?P<group>[\d,\s]+(?:(?:en|t/m|tot\s+en\s+met|[-–])\s*\d+)?)",
)
_REFERRAL_LENGTH = 240
"""A longer answer says more than where to look."""
_START = attrgetter("start")


class _Part(NamedTuple):
    """A question or an answer block: numbers and range in the running text."""

    numbers: tuple[int, ...]
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Parts:
    """The questions and answers of a document, still as ranges of its running text."""

    view: View
    markers: tuple[Marker, ...]
    asked: tuple[_Part, ...]
    answered: tuple[_Part, ...]
    unsplit: tuple[tuple[int, ...], ...]
    """Groups of questions that are printed as one text and could not be told apart."""

    def places(self) -> list[Place]:
        """Where each question and each answer block stands."""
        return [
            *(Place(Unit.QUESTION, part.numbers[0], part.start, part.end) for part in self.asked),
            *(Place(Unit.ANSWER, nth, part.start, part.end) for nth, part in enumerate(self.answered, 1)),
        ]

    def questions(self) -> tuple[Question, ...]:
        """One record a question, in order of number."""
        return tuple(
            Question(
                part.numbers[0], self._words(part), self.view.span(part.start, part.end), self._notes(part)
            )
            for part in self.asked
        )

    def answers(self) -> tuple[Answer, ...]:
        """One record an answer block, in order of print."""
        return tuple(self._answer(part) for part in self.answered)

    def _answer(self, part: _Part) -> Answer:
        words = self._words(part)
        referral = _REFERRAL.match(words) if len(words) <= _REFERRAL_LENGTH else None
        return Answer(
            part.numbers,
            words,
            self.view.span(part.start, part.end),
            self._notes(part),
            AnswerKind.REFERRAL if referral else AnswerKind.SUBSTANTIVE,
            expand(referral["group"]) if referral else (),
        )

    def _words(self, part: _Part) -> str:
        """Words of a part on one line, without note markers."""
        text, words, at = self.view.text, [], part.start
        for marker in self._markers(part):
            if at <= marker.start and marker.end <= part.end:
                words.append(text[at : marker.start])
                at = marker.end
        words.append(text[at : part.end])
        return " ".join("".join(words).split())

    def _notes(self, part: _Part) -> tuple[int, ...]:
        return tuple(marker.number for marker in self._markers(part))

    def _markers(self, part: _Part) -> tuple[Marker, ...]:
        """Markers that open in a part."""
        first = bisect_left(self.markers, part.start, key=_START)
        return self.markers[first : bisect_left(self.markers, part.end, first, key=_START)]


def _pieces(view: View, block: Block) -> list[tuple[int, int]] | None:
    """Ranges of a group's questions within its text: its paragraphs where the format tells them apart."""
    if len(block.pieces) == len(block.numbers):
        return [(start - block.start, end - block.start) for start, end in block.pieces]
    return split_group(view.text[block.start : block.end], len(block.numbers))


def divide(view: View, blocks: Sequence[Block], markers: Sequence[Marker]) -> Parts:
    """Take questions one by one and answers block by block."""
    asked: list[_Part] = []
    answered: list[_Part] = []
    unsplit: list[tuple[int, ...]] = []
    for block in blocks:
        if block.kind is BlockKind.ANSWER:
            answered.append(_Part(block.numbers, block.start, block.end))
        elif block.kind is BlockKind.QUESTION:
            pieces = _pieces(view, block)
            if pieces is None:
                unsplit.append(block.numbers)
                pieces = [(0, block.end - block.start)] * len(block.numbers)
            asked += [
                _Part((number,), block.start + start, block.start + end)
                for number, (start, end) in zip(block.numbers, pieces, strict=True)
            ]
    return Parts(
        view,
        tuple(sorted(markers, key=_START)),
        tuple(sorted(asked, key=lambda part: part.numbers)),
        tuple(answered),
        tuple(unsplit),
    )
