"""The readable view of a text layer: some stretches left out, broken words mended, offsets kept.

Everything is cut, never rewritten: a flow is a row of pieces of the text layer, so the way back is exact.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING

from ontology.records import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["Flow", "Piece", "flow_of"]

Piece = tuple[int, int, int]
"""`(start in flow, start in text layer, length)`."""

_BLANK = " \t\r\n\f\v\u00a0"
_SOFT = "\u00ad\ufffe\u0002"
"""The three guises of a soft hyphen."""
# Patterns begin with the hyphen and look back from it: fifty times faster than to look behind everywhere.
_PRINTED_BREAK = re.compile(r"-(?<=\w-)[ \t]*\n[ \t]*(?=\w)")
"""A word broken at a line end by a printed hyphen."""
_BREAK = re.compile(rf"[{_SOFT}-](?:(?<!-)[ \t]*\n?[ \t]*|(?<=\w-)[ \t]*\n[ \t]*(?=\w))")
"""A word broken at a line end by a hyphen of either kind."""
_SUSPENDED = re.compile(r"(?:en|of|als|tot|t/m|dan|maar|naar|dus|resp|respectievelijk|noch|cq|c\.q)\b")
"""Words after which a hyphen at a line end belongs to the word before it: `energie- / en klimaat`."""
_TAIL = re.compile(r"\S+$")
_HEAD = re.compile(r"\w+")
_LONGEST_TOKEN = 200
_COMPOUND = re.compile(r"\w+-\w+")
"""A word that is written with its hyphen within a line, and not near without, keeps it at a line end."""
_NEAR = 50_000
_LAST_WORD = re.compile(r"\w+$")


@dataclass(frozen=True, slots=True)
class Flow:
    """A readable string made of pieces of a text layer, with the way back.

    `pieces` are `(start in flow, start in text layer, length)`, sorted. Characters between
    pieces were put in by us (a line end where two stretches meet); they map to the end of
    the piece before them.
    """

    text: str
    pieces: tuple[Piece, ...]
    _starts: tuple[int, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_starts", tuple(piece[0] for piece in self.pieces))

    def offset(self, position: int) -> int:
        """Offset in the text layer of the character at a position of the flow."""
        if not self.pieces:
            return 0
        index = max(0, bisect_right(self._starts, position) - 1)
        begin, source, length = self.pieces[index]
        return source + min(max(0, position - begin), length)

    def span(self, start: int, end: int) -> Span:
        """Span in the text layer of `text[start:end]`; ends after its last character."""
        if end <= start or not self.pieces:
            at = self.offset(start)
            return Span(at, at)
        begin, source, length = self.pieces[max(0, bisect_right(self._starts, end - 1) - 1)]
        first, last = self.offset(start), source + min(max(0, end - begin), length)
        return Span(first, max(first, last))


def flow_of(
    content: str,
    stretch: Span,
    blocks: Iterable[Span],
    inline: Iterable[Span] = (),
    *,
    mend: bool = True,
) -> Flow:
    """Build the flow of one stretch of a text layer.

    `blocks` (furniture, notes) are left out with the blank space around them, so that what stood
    before and after meets at a single line end; `inline` spans vanish without a trace. Both are
    sorted by start. `mend` joins words that a line end broke.
    """
    text, pieces = _gather(content, stretch, blocks)
    removed = [(span.start, span.end) for span in inline]
    if removed:
        text, pieces = _cut(text, pieces, _in_flow(pieces, removed))
    if mend:
        breaks = _breaks(text)
        if breaks:
            text, pieces = _cut(text, pieces, breaks)
    return Flow(text, tuple(pieces))


def _gather(content: str, stretch: Span, blocks: Iterable[Span]) -> tuple[str, list[Piece]]:
    """Kept stretches, trimmed where a block was left out, one line end between them."""
    parts: list[str] = []
    pieces: list[Piece] = []
    length = 0
    for start, end in _kept(content, stretch, blocks):
        if parts:
            _, source, size = pieces[-1]
            newline = content.find("\n", source + size, start)
            if newline >= 0:
                pieces.append((length, newline, 1))
            parts.append("\n")
            length += 1
        pieces.append((length, start, end - start))
        parts.append(content[start:end])
        length += end - start
    return "".join(parts), pieces


def _kept(content: str, stretch: Span, blocks: Iterable[Span]) -> Iterator[tuple[int, int]]:
    """Give what is left of a stretch without its blocks and the blanks around them."""
    at, cut = stretch.start, False
    for block in blocks:
        if block.end <= at or block.start >= stretch.end:
            continue
        start, end = _trimmed(content, at, max(at, block.start), left=cut, right=True)
        if start < end:
            yield start, end
        at, cut = min(block.end, stretch.end), True
    start, end = _trimmed(content, at, stretch.end, left=cut, right=False)
    if start < end:
        yield start, end


def _trimmed(content: str, start: int, end: int, *, left: bool, right: bool) -> tuple[int, int]:
    part = content[start:end]
    if left:
        start = end - len(part.lstrip(_BLANK))
    if right:
        end = max(start, end - len(part) + len(part.rstrip(_BLANK)))
    return start, end


def _in_flow(pieces: list[Piece], spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Spans of the text layer as ranges of the flow, as far as they are in it."""
    ranges: list[tuple[int, int]] = []
    for begin, source, length in pieces:
        for start, end in spans:
            low, high = max(start, source), min(end, source + length)
            if low < high:
                ranges.append((begin + low - source, begin + high - source))
    return ranges


def _cut(text: str, pieces: list[Piece], ranges: list[tuple[int, int]]) -> tuple[str, list[Piece]]:
    """Take sorted ranges out of the flow and move its pieces accordingly."""
    parts: list[str] = []
    moved: list[Piece] = []
    written = first = 0
    starts = [0, *(end for _, end in ranges)]
    ends = [*(start for start, _ in ranges), len(text)]
    for low, high in zip(starts, ends, strict=True):
        while first < len(pieces) and pieces[first][0] + pieces[first][2] <= low:
            first += 1
        for begin, source, length in islice(pieces, first, None):
            if begin >= high:
                break
            start, end = max(low, begin), min(high, begin + length)
            if start < end:
                moved.append((written + start - low, source + start - begin, end - start))
        parts.append(text[low:high])
        written += high - low
    return "".join(parts), moved


def _breaks(text: str) -> list[tuple[int, int]]:
    """Ranges to take out so that broken words are whole again."""
    found: list[tuple[int, int]] = []
    compounds: set[str] | None = None
    pattern = _BREAK if any(hyphen in text for hyphen in _SOFT) else _PRINTED_BREAK
    for match in pattern.finditer(text):
        start, end = match.span()
        if text[start] != "-":
            found.append((start, end))
        elif not _SUSPENDED.match(text, end):
            if compounds is None:
                compounds = _compounds(text)
            found.append((start + _hyphen_stays(text, start, end, compounds), end))
    return found


def _compounds(text: str) -> set[str]:
    """Words that are written with a hyphen within a line."""
    return set(_COMPOUND.findall(" ".join(word for word in text.split() if "-" in word)))


def _hyphen_stays(text: str, start: int, end: int, compounds: set[str]) -> bool:
    """Whether the hyphen at a line end is part of the word: an address, a name, a compound."""
    before, after = text[start - 1], text[end]
    if not (before.islower() and after.islower()):
        return True
    tail = _TAIL.search(text, max(0, start - _LONGEST_TOKEN), start)
    token = tail.group() if tail else ""
    if "/" in token or "www." in token or "@" in token or token.count("-") > 1:
        return True
    head = _HEAD.match(text, end)
    word = _LAST_WORD.search(token)
    if head is None or word is None or f"{word.group()}-{head.group()}" not in compounds:
        return False
    joined = f"{word.group()}{head.group()}"
    return text.find(joined, max(0, start - _NEAR), end + _NEAR) < 0
