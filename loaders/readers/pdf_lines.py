"""Lines of a PDF page as printed, with their place, their height and their raised digits.

pdfium gives characters in reading order with line ends of its own. It breaks a line at a raised
digit and joins two lines where a note number stands between them; both are put right here by
measuring. A box is asked for only where it tells something, once a line and once a row of digits,
because each question to pdfium costs as much as handling a whole line.
"""

from __future__ import annotations

import ctypes
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pypdfium2.raw as pdfium

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Box", "Line", "lines_of"]

_SEGMENT = re.compile(r"[^\r\n\ufffe\x02]+(?P<broken>[\ufffe\x02])?")
"""What stands between pdfium's line ends; U+FFFE or U+0002 is a hyphen at a line end, the end included."""
_DIGITS = re.compile(r"\d+")
_LETTER = re.compile(r"[^\W\d_]")
_INVISIBLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ufeff\uffff\ufdd0-\ufdef]")
_RAISED_HEIGHT = 0.85
"""A raised character is at most this part of its line's height (0.64 in the official layout)."""
_NEXT_LINE = 0.4
"""A character that reaches up to no more than this part of a line's height may stand below it."""
_SAME_LINE = 0.4
"""Characters of one line overlap by this part of the smaller one's height."""
_WORD_GAP, _CELL_GAP = 0.15, 1.5
"""Gaps between characters of one line, as parts of its height: from here a space, from here a cell."""


@dataclass(slots=True)
class Box:
    """Loose box of a character, in points from the lower left corner of the page."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def height(self) -> float:
        """Height of the font's box, in points; it grows with the type size."""
        return self.top - self.bottom

    def is_raised_in(self, line: Box) -> bool:
        """Whether it is smaller than its line and above its middle; a lowered digit (CO2) is below."""
        return self.height < _RAISED_HEIGHT * line.height and self.top + self.bottom > line.top + line.bottom

    def is_below(self, line: Box) -> bool:
        """Whether it stands on a line further down; a lowered digit stands lower but near."""
        return (
            self.top < line.bottom + _NEXT_LINE * line.height
            and self.bottom < line.bottom - _NEXT_LINE * line.height
        )


@dataclass(slots=True)
class Line:
    """One printed line."""

    text: str
    box: Box
    """Box of its first letter, or of its first character where it has no letter."""
    last: int
    """Index on the page of its last character."""
    raised: list[tuple[int, int]] = field(default_factory=list)
    """Ranges of `text` that are raised digits."""


def lines_of(textpage: object) -> list[Line]:
    """Give the printed lines of a page in reading order; `textpage` is pdfium's handle, left open."""
    page = _Page(textpage)
    lines: list[Line] = []
    for start, end, broken in page.segments():
        for line, at in page.measured(start, end):
            if not (lines and page.continues(lines[-1], line, at)):
                lines.append(line)
        if broken:
            lines[-1].text += "-"
    return lines


class _Page:
    """Characters and boxes of one page."""

    def __init__(self, handle: object) -> None:
        self._handle = handle
        self._rect = pdfium.FS_RECTF()
        self._boxes: dict[int, Box] = {}
        self._text = self._characters()

    def _characters(self) -> str:
        """Text in which the index of a character is pdfium's own index."""
        count = pdfium.FPDFText_CountChars(self._handle)
        if count <= 0:
            return ""
        buffer = (ctypes.c_ushort * (count + 1))()
        written = pdfium.FPDFText_GetText(self._handle, 0, count, buffer)
        text = bytes(buffer).decode("utf-16-le", errors="replace")[: max(0, written - 1)]
        if len(text) == count:
            return text
        points = (pdfium.FPDFText_GetUnicode(self._handle, index) for index in range(count))
        return "".join("\ufffd" if 0xD800 <= point <= 0xDFFF else chr(point) for point in points)  # noqa: PLR2004 - surrogates

    def _box(self, index: int) -> Box:
        """Box of a character, asked for once: the first letter of a line tells what it goes on from too."""
        box = self._boxes.get(index)
        if box is None:
            rect = self._rect
            pdfium.FPDFText_GetLooseCharBox(self._handle, index, rect)
            box = self._boxes[index] = Box(rect.left, rect.bottom, rect.right, rect.top)
        return box

    def segments(self) -> Iterator[tuple[int, int, bool]]:
        """Stretches that pdfium took for lines, without blank ends; whether a hyphen ends each."""
        for match in _SEGMENT.finditer(self._text):
            broken = match["broken"] is not None
            start, end = match.span()
            part = self._text[start : end - broken]
            start += len(part) - len(part.lstrip())
            end = start + len(part.strip())
            if start < end:
                yield start, end, broken

    def measured(self, start: int, end: int) -> Iterator[tuple[Line, int]]:
        """Lines in one stretch, with their first index: more than one where a note number opens a line."""
        box = self._reference(start, end)
        raised: list[tuple[int, int]] = []
        for match in _DIGITS.finditer(self._text, start, end):
            low, high = match.span()
            digit = self._box(high - 1)
            if low > start and digit.is_below(box):
                yield self._line(start, low, box, raised), start
                start, raised, box = low, [], self._reference(low, end)
            if digit.is_raised_in(box):
                while low < high - 1 and not self._box(low).is_raised_in(box):
                    low += 1
                raised.append((low, high))
        yield self._line(start, end, box, raised), start

    def _reference(self, start: int, end: int) -> Box:
        letter = _LETTER.search(self._text, start, end)
        return self._box(letter.start() if letter else start)

    def _line(self, start: int, end: int, box: Box, raised: list[tuple[int, int]]) -> Line:
        text = self._text[start:end].rstrip()
        last = start + len(text) - 1
        ranges = [(low - start, high - start) for low, high in raised]
        if _INVISIBLE.search(text):
            ranges = [
                (len(_INVISIBLE.sub("", text[:low])), len(_INVISIBLE.sub("", text[:high])))
                for low, high in ranges
            ]
            text = _INVISIBLE.sub("", text)
        return Line(text, box, last, ranges)

    def continues(self, line: Line, more: Line, start: int) -> bool:
        """Join `more`, which begins at index `start`, to `line` if both are one; whether they were."""
        first, box = self._box(start), line.box
        overlap = min(first.top, box.top) - max(first.bottom, box.bottom)
        if overlap < _SAME_LINE * min(first.height, box.height) or first.left < box.left:
            return False
        height = max(first.height, box.height)
        gap = first.left - self._box(line.last).right
        if not -height < gap < _CELL_GAP * height:
            return False
        joint = " " if gap > _WORD_GAP * height else ""
        shift = len(line.text) + len(joint)
        if more.text.isdigit() and first.is_raised_in(box):
            more.raised = [(0, len(more.text))]
        if line.text.isdigit() and box.is_raised_in(more.box):
            line.raised, line.box = [(0, len(line.text))], more.box
        line.raised += [(low + shift, high + shift) for low, high in more.raised]
        line.text += joint + more.text
        line.last = more.last
        return True
