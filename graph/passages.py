"""Passages of documents as words: which prints a value, in which sentence it stands, what fits a line."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from ontology.slugs import squash

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

__all__ = ["Quote", "printing", "sentence", "short"]

_MONTHS = (
    *(("januari", "jan"), ("februari", "feb"), ("maart",), ("april",), ("mei",), ("juni",), ("juli",)),
    *(
        ("augustus", "aug"),
        ("september", "sep"),
        ("oktober", "okt"),
        ("november", "nov"),
        ("december", "dec"),
    ),
)
_SENTENCE_END = re.compile(
    r"(?<=[.?!])\d{0,2}[»”’'\")]*\s+(?=[A-Z«“‘])|\n\s*\n|\n(?=(?:Vraag|Antwoord)\s\d)|(?<=\nVraag\s\d)\s*\n"
    r"|\n(?=(?:Vragen|Antwoord|Mededeling)\svan\s)|\n(?=\d{1,2}\s?[A-Z])"
)
"""Where a sentence ends, note marker and all: before a capital, at a paragraph, a numbered part or a note."""
_REACH = 600
"""Characters that are shown on either side of a passage at most."""
_LONG = 1200
"""Characters of a passage from which on its middle is left out."""


@dataclass(frozen=True, slots=True)
class Quote:
    """A stretch of a copy: half open, in code points, with its words where the graph has them."""

    snapshot: str
    start: int
    end: int
    exact: str


Q = TypeVar("Q", bound=Quote)


def printing(spans: Sequence[Q], value: str) -> list[Q]:
    """Those of some passages that print a value, the shortest first of those that hold each other."""
    forms = [squash(form) for form in _forms(value)]
    fits = [span for span in spans if any(form and form in squash(span.exact) for form in forms)]
    return [
        span
        for span in fits
        if not any(
            other is not span
            and other.snapshot == span.snapshot
            and span.start <= other.start
            and other.end <= span.end
            for other in fits
        )
    ]


def _forms(value: str) -> Iterator[str]:
    """A value as the graph has it, and a day as documents print it."""
    yield value
    if day := re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", value):
        year, month, number = map(int, day.groups())
        yield f"{number}-{month}-{year}"
        yield from (f"{number} {name} {year}" for name in _MONTHS[month - 1])


def sentence(text: str, start: int, end: int) -> tuple[str, int, int]:
    """The sentences in which a passage stands."""
    low, high = max(0, start - _REACH), min(len(text), end + _REACH)
    begins = [low, *(cut.end() for cut in _SENTENCE_END.finditer(text, low, start) if cut.end() <= start)]
    after = _SENTENCE_END.search(text, max(start, end - 1), high)
    stop = after.start() if after and after.start() >= end else _stop(text, end, high)
    begin = begins[-1]
    return text[begin:stop], start - begin, end - begin


def _stop(text: str, end: int, high: int) -> int:
    after = _SENTENCE_END.search(text, end, high)
    return after.start() if after else high


def short(context: str, start: int, end: int) -> tuple[str, int, int]:
    """A passage on one line: runs of white space become a space, the middle of a long one is left out."""
    before, words, behind = (
        re.sub(r"\s+", " ", part) for part in (context[:start], context[start:end], context[end:])
    )
    before, words = before.lstrip(), words.strip() if not before.strip() else words
    if len(words) > _LONG:
        words = f"{words[: _LONG // 2].rstrip()} […] {words[-_LONG // 2 :].lstrip()}"
    return f"{before}{words}{behind}".rstrip(), len(before), len(before) + len(words.rstrip())
