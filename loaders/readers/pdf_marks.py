"""What the lines of a PDF are: furniture by its words and its place, notes by their type size."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from loaders.readers.furniture import furniture
from loaders.readers.text import Mark, MarkKind
from ontology.records import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from loaders.readers.pdf_lines import Line

__all__ = ["Placed", "marks_of"]

_ZONE = 0.1
"""Part of a page's height, at its top and at its foot, where lines repeated on pages are furniture."""
_SMALL = 0.9
"""Notes are set in type of at most this part of the body's height (0.82 in the official layout)."""
_SAME_TYPE = 0.03
"""Type sizes that differ by less than this part are one size."""
_ALONE = re.compile(r"\d{1,2}(?:[ ,]+\d{1,2})*\s*")
_HEADING = re.compile(r"(?:Vra(?:ag|gen)|Antwoord(?:en)?)\b")


@dataclass(frozen=True, slots=True)
class Placed:
    """A line and where it stands: offset in the text layer, page from 0, height of that page in points."""

    at: int
    page: int
    height: float
    line: Line

    @property
    def end(self) -> int:
        """Offset after its last character."""
        return self.at + len(self.line.text)


def marks_of(content: str, lines: list[Placed], pages: int) -> list[Mark]:
    """Mark a document's lines; a NOTE that opens without its number goes on from the page before."""
    hidden = _merged([*furniture(content), *_repeated(lines, pages)])
    marks = [Mark(MarkKind.FURNITURE, span) for span in hidden]
    shown = list(_outside(lines, hidden))
    limit = _limit(shown)
    marks += [Mark(MarkKind.NOTE, span) for span in _notes(shown, limit)]
    marks += [
        Mark(MarkKind.SUPERSCRIPT, Span(place.at + low, place.at + high))
        for place in shown
        for low, high in place.line.raised
    ]
    marks += [Mark(MarkKind.SUPERSCRIPT, Span(place.at, place.end)) for place in _alone(shown, limit)]
    return sorted(marks, key=lambda mark: (mark.span.start, -mark.span.end))


def _merged(spans: list[Span]) -> list[Span]:
    """Spans in order; those that touch, or have a line end between them, as one."""
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start <= merged[-1].end + 1:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return merged


def _outside(lines: list[Placed], hidden: list[Span]) -> Iterator[Placed]:
    spans = iter(hidden)
    span = next(spans, None)
    for place in lines:
        while span is not None and span.end <= place.at:
            span = next(spans, None)
        if span is None or not span.start <= place.at:
            yield place


def _repeated(lines: list[Placed], pages: int) -> list[Span]:
    """Lines at a page's edge that stand at one height with one text, figures apart, on half the pages."""
    found: dict[tuple[int, str], list[Placed]] = {}
    for place in lines:
        box, text = place.line.box, place.line.text
        edge = box.bottom < _ZONE * place.height or box.top > (1 - _ZONE) * place.height
        if edge and not _HEADING.match(text):
            key = (round(box.bottom), re.sub(r"\d+", "", text).strip())
            found.setdefault(key, []).append(place)
    repeated = [places for places in found.values() if 2 * len(places) >= max(pages, 4)]
    return [Span(place.at, place.end) for places in repeated for place in places]


def _limit(lines: list[Placed]) -> float:
    """The height below which a line is set in small type."""
    sizes: Counter[float] = Counter()
    for place in lines:
        sizes[round(place.line.box.height, 1)] += len(place.line.text)
    return _SMALL * sizes.most_common(1)[0][0] if sizes else 0.0


def _alone(lines: list[Placed], limit: float) -> Iterator[Placed]:
    """Raised figures that a full line sent to the next one, where nothing else tells their height."""
    for before, place in pairwise(lines):
        small = place.page == before.page and place.line.box.height < limit <= before.line.box.height
        if small and not place.line.raised and _ALONE.fullmatch(place.line.text):
            yield place


def _notes(lines: list[Placed], limit: float) -> Iterator[Span]:
    """Find notes: small type from a raised number on, or at a page's foot where the last note goes on."""
    feet = _feet(lines, limit)
    ends = {place.page: place.end for place in lines}
    opened: list[Placed] = []
    closed: Placed | None = None
    for place in lines:
        small = place.line.box.height < limit
        begins = small and bool(place.line.raised) and place.line.raised[0][0] == 0
        if opened and (begins or not small or place.page != opened[-1].page):
            yield Span(opened[0].at, opened[-1].end)
            closed, opened = opened[-1], []
        resumes = (
            closed is not None
            and closed.page == place.page - 1
            and closed.end == ends[closed.page]
            and feet.get(place.page) == place.at
            and _reads_on(closed.line, place.line)
        )
        if begins or (small and (opened or resumes)):
            opened.append(place)
    if opened:
        yield Span(opened[0].at, opened[-1].end)


def _reads_on(before: Line, after: Line) -> bool:
    """Whether a line at a page's foot finishes the sentence, or the word, of a note before it."""
    same_type = abs(before.box.height - after.box.height) < _SAME_TYPE * before.box.height
    return same_type and before.text[-1] not in ".)»”" and (before.text[-1] == "-" or after.text[0].islower())


def _feet(lines: list[Placed], limit: float) -> dict[int, int]:
    """Where on each page the small lines at its foot begin."""
    feet: dict[int, int] = {}
    for place in lines:
        if place.line.box.height >= limit:
            feet.pop(place.page, None)
        else:
            feet.setdefault(place.page, place.at)
    return feet
