"""Note markers: which figure after a word points to which note.

Three ways of printing: raised digits ("moratorium?3"; known as raised in PDF and DOCX, bare and
glued in plain text), "3)" after a sentence, "[3]". Notes are numbered in order, so markers are
read as the best increasing run: a digit in "CO2", "10,4 miljard m3" or a table does not fit it.
"""

from __future__ import annotations

import re
from collections.abc import Container
from dataclasses import dataclass

__all__ = ["Marker", "find_bracketed", "find_markers"]

_RAISED = re.compile(r"\d{1,3}")
_NUMBER = re.compile(r"\d{1,2}")
# Patterns begin with the figure and the code looks back from it: several times faster than looking
# behind at each character.
_FIGURES = re.compile(
    r"(?P<first>\d\d?)(?P<more>(?:,[^\S\n]?\d{1,2}(?![\d%])"
    r"|[^\S\n]\d{1,2}(?=(?:[^\S\n]\d{1,2})*(?:\s*\n|\s*$|\s[A-Z])))*)(?!\d)"
)
_AFTER_YEAR = re.compile(r"(?:19|20)(?<!\w\d\d)\d{2}([1-9]\d?)(?![\d.,]?\d|[A-Z])")
"""A marker glued to a year: "7 november 20231"."""
_AFTER_WORD = re.compile(r"[\s.,;:?!)»”’]|$")
_AFTER_LINE = re.compile(r"[^\S\n]*\n|[^\S\n]+[A-Za-z(«]|[.,]|\s*$")
_BRACKETED = re.compile(r"(\d\d{0,2})([\])])(?!\w)")
_UNITS = re.compile(
    r"(?:\b(?:CO|NO|SO|NH|PM|H|N|m|km|cm|dm|mm|O|A|Box|box|art|nr|Covid-?|COP|IPv|G|D)|[€$£]\s?|\d[.,])$"
)
_SENTENCE_END = re.compile(r"[?.!»”)’'\"]$")
_SMALL_LETTER = re.compile(r"[a-z]$")
_WORD_END = re.compile(r"[a-zà-ÿ,;:\]]$")
_STRONG, _MEDIUM, _WEAK = 3.0, 1.5, 0.4


@dataclass(frozen=True, slots=True)
class Marker:
    """A marker for a note number at [start, end) of the searched string."""

    number: int
    start: int
    end: int
    weight: float = _STRONG


def find_markers(
    text: str,
    notes: list[tuple[int, int, int]],
    raised: list[tuple[int, int]] | None,
) -> list[Marker]:
    """Raised or bare markers of numbered notes, in order of place.

    `notes` are `(number, lowest place, highest place)`: between which offsets of `text` the marker
    of a note may stand (its page). `raised` are the ranges known to be raised, or None where the
    format does not show it.
    """
    wanted = {number for number, _, _ in notes}
    if not wanted:
        return []
    candidates = _from_raised(text, raised) if raised is not None else _from_plain(text, wanted)
    return _best_run(candidates, notes)


def find_bracketed(text: str) -> list[Marker]:
    """Markers such as "3)" and "[3]": the run 1, 2, 3 … as far as it goes; a marker may come again."""
    found: list[Marker] = []
    highest = 0
    for match in _BRACKETED.finditer(text):
        number, start = int(match[1]), match.start()
        before = text[start - 1] if start else "\n"
        square = match[2] == "]"
        fits = before == "[" if square else before in " \n\t\u00a0?.!’'”»\"," or before.islower()
        if fits and 1 <= number <= highest + 1 and (square or not _belongs_elsewhere(text, match)):
            found.append(Marker(number, start - square, match.end()))
            highest = max(highest, number)
    return found


def _belongs_elsewhere(text: str, match: re.Match[str]) -> bool:
    """Whether "3)" closes a bracket that was opened ("(artikel 3)") or numbers an item of a list."""
    before = text[max(0, match.start() - 80) : match.start()]
    if before.rfind("(") > before.rfind(")"):
        return True
    if not before.rsplit("\n", 1)[-1].strip():
        return True
    after = text[match.end() : match.end() + 2].lstrip(" ")
    return bool(re.search(r"[:;]\s*$|\ben\s*;?\s*$", before)) and after[:1].isalpha()


def _from_raised(text: str, raised: list[tuple[int, int]]) -> list[Marker]:
    found = []
    for start, end in raised:
        for match in _RAISED.finditer(text, start, end):
            unit = _UNITS.search(text[max(0, match.start() - 6) : match.start()])
            found.append(Marker(int(match[0]), match.start(), match.end(), _WEAK if unit else _STRONG))
    return found


def _from_plain(text: str, wanted: Container[int]) -> list[Marker]:
    """Bare figures that a text layer glued to a word or set on a line of their own, of `wanted` numbers."""
    found: list[Marker] = []
    for match in _FIGURES.finditer(text):
        start = match.start()
        line_start = text.rfind("\n", 0, start) + 1
        opens_line = not text[line_start:start].strip()
        before = text[start - 1] if start else "\n"
        if not opens_line and (before in " \t\u00a0([/=&_-" or before.isdigit()):
            continue
        follows = _AFTER_LINE if opens_line else _AFTER_WORD
        if not follows.match(text, match.end()):
            continue
        numbers = [digits for digits in _NUMBER.finditer(match[0]) if int(digits[0]) in wanted]
        if numbers:
            after = text[match.end() : match.end() + 1]
            weight = _weigh(text[max(0, start - 8) : start].rstrip(), after, opens_line)
            found += (
                Marker(int(digits[0]), start + digits.start(), start + digits.end(), weight)
                for digits in numbers
            )
    found += (
        Marker(int(year[1]), year.start(1), year.end(1), _MEDIUM) for year in _AFTER_YEAR.finditer(text)
    )
    return found


def _weigh(before: str, after: str, opens_line: bool) -> float:
    """How much a bare figure looks like a marker, from what stands before and after it."""
    if _UNITS.search(before):
        return _WEAK
    if _SENTENCE_END.search(before):
        return _STRONG
    if opens_line and _SMALL_LETTER.search(before):
        return _STRONG - 0.5 if after in {"", "\n", ".", ","} else _MEDIUM
    return _MEDIUM if _WORD_END.search(before) else _WEAK


def _best_run(candidates: list[Marker], notes: list[tuple[int, int, int]]) -> list[Marker]:
    """The heaviest choice of one candidate a note with places in increasing order.

    A dynamic programme over notes in order; leaving a note without a marker costs nothing but
    its weight. Notes that share a number (a table's own note) compete for the same figures.
    """
    by_number: dict[int, list[Marker]] = {}
    for candidate in candidates:
        by_number.setdefault(candidate.number, []).append(candidate)
    states: list[tuple[float, int, tuple[Marker, ...]]] = [(0.0, -1, ())]
    for number, low, high in notes:
        options = [marker for marker in by_number.get(number, ()) if low <= marker.start < high]
        grown = list(states)
        for weight, place, chosen in states:
            grown += [
                (weight + option.weight, option.start, (*chosen, option))
                for option in options
                if option.start > place
            ]
        states = _undominated(grown)
    return list(max(states, key=lambda state: state[0])[2])


def _undominated(
    states: list[tuple[float, int, tuple[Marker, ...]]],
) -> list[tuple[float, int, tuple[Marker, ...]]]:
    """States for which no other has at least the weight at an earlier place."""
    best = -1.0
    kept = []
    for state in sorted(states, key=lambda state: (state[1], -state[0])):
        if state[0] > best:
            kept.append(state)
            best = state[0]
    return kept
