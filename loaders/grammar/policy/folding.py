"""Text in the form in which labels are compared, each character still tied to its place.

Case, the accents that labels carry and the sort of apostrophe, hyphen or space do not count. A line
end or several spaces within a paragraph are one space; a blank line parts two paragraphs, and stays.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass

__all__ = ["Folded", "fold", "folding"]

_BLANKS = ("\t", "\u00a0", "\u202f", "\r", "\f", "\v")
_PUNCTUATION = {
    "\n": " ",
    "’": "'",
    "‘": "'",
    "ʼ": "'",
    "`": "'",
    "\u2010": "-",
    "\u2011": "-",
}
_BASE = {
    letter: base
    for letter in map(chr, range(0xDF, 0x180))
    if (base := unicodedata.normalize("NFD", letter)[0]) != letter and base.isascii()
}
_LOOSE = re.compile(r"[ \n][ \n]+")


@dataclass(frozen=True, slots=True)
class Folded:
    """A text as `fold` gives it: `text` for comparing, `offset` for the way back."""

    text: str
    printed: str
    """The same with its capitals, accents and sorts of signs, place by place."""
    _starts: tuple[int, ...] = ()
    _shifts: tuple[int, ...] = ()

    def offset(self, position: int) -> int:
        """Offset in the original text of a position in the folded one."""
        return position + self._shifts[bisect_right(self._starts, position) - 1] if self._starts else position


def folding(labels: str) -> tuple[tuple[str, str], ...]:
    """What to replace in texts that are compared with labels: punctuation, and accents that labels carry."""
    carried = {letter for letter in labels.lower() if letter in _BASE}
    return (*_PUNCTUATION.items(), *((letter, _BASE[letter]) for letter in sorted(carried)))


def fold(text: str, replaced: tuple[tuple[str, str], ...]) -> Folded:
    """Fold a text; `replaced` comes from `folding` over the labels that it will be compared with."""
    for blank in _BLANKS:
        text = text.replace(blank, " ")
    printed, starts, shifts = _single_spaced(text)
    words = _lowered(printed)
    plain = words.isascii()
    for character, instead in replaced:
        if not plain or character.isascii():
            words = words.replace(character, instead)
    return Folded(words, printed, starts, shifts)


def _lowered(text: str) -> str:
    """Lower case, character by character where that changes the length (`İ`)."""
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(low if len(low := character.lower()) == 1 else character for character in text)


def _single_spaced(text: str) -> tuple[str, tuple[int, ...], tuple[int, ...]]:
    """The text with each run of blanks in a paragraph as one space; from where, and by how much, it moved."""
    if not any(loose in text for loose in ("  ", " \n", "\n ")):
        return text, (), ()
    parts: list[str] = []
    starts, shifts, at, length = [0], [0], 0, 0
    for run in _LOOSE.finditer(text):
        start, end = run.span()
        if text.count("\n", start, end) > 1:
            continue
        parts += (text[at:start], " ")
        length += start - at + 1
        starts.append(length)
        shifts.append(end - length)
        at = end
    parts.append(text[at:])
    return "".join(parts), tuple(starts), tuple(shifts)
