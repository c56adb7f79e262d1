"""Note markers: which figure after a word points to which note.

Three ways of printing: raised digits ("moratorium?3"; known as raised in PDF and DOCX, bare and
glued in plain text), "3)" after a sentence, "[3]". Notes are numbered in order, so markers are
read as the best increasing run: a digit in "CO2", "10,4 miljard m3" or a table does not fit it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

__all__ = ["Marker", "find_markers"]

_RAISED = re.compile(r"\d{1,3}")
_GLUED = re.compile(
    r"(?<=[^\s\d(\[/=&_-])(?P<inline>\d{1,2}(?:,\s?\d{1,2}(?![\d%]))*)(?=[\s.,;:?!)»”’]|$)"
    r"|(?:(?<=\n)|^)[^\S\n]*(?P<line>\d{1,2}(?:[^\S\n]+\d{1,2})*)(?=[^\S\n]*\n|[^\S\n]+[A-Za-z(«]|[.,]|\s*$)"
    r"|(?<=\d)[^\S\n](?P<second>\d{1,2})(?=\s*\n|\s*$)"
)
_BRACKETED = re.compile(r"\[(\d{1,3})\]|(?<=[\s?.!’'”»\"a-z])(?<!\(\d)(\d{1,2})\)(?!\w)")
_UNITS = re.compile(r"(?:\b(?:CO|NO|SO|NH|PM|H|N|m|km|cm|dm|mm|O|A|Box|box|art|nr|Covid-?|COP|IPv|G|D)|[€$£]\s?|\d[.,])$")
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
    """Markers in order of place.

    `notes` are `(number, lowest place, highest place)`: between which offsets of `text` the marker
    of a note may stand (its page). `raised` are the ranges known to be raised, or None where the
    format does not show it.
    """
    bracketed = _bracketed(text)
    if bracketed and (not notes or raised is None or not raised):
        return bracketed
    candidates = _from_raised(text, raised) if raised is not None else _from_plain(text)
    if raised is not None and not candidates and bracketed:
        return bracketed
    return _best_run(candidates, notes)


def _bracketed(text: str) -> list[Marker]:
    """Markers such as "3)" and "[3]": the run 1, 2, 3 … as far as it goes; a marker may come again."""
    found: list[Marker] = []
    highest = 0
    for match in _BRACKETED.finditer(text):
        number = int(match[1] or match[2])
        if 1 <= number <= highest + 1 and not _opens_bracket(text, match):
            found.append(Marker(number, match.start(), match.end()))
            highest = max(highest, number)
    return found


def _opens_bracket(text: str, match: re.Match[str]) -> bool:
    """Whether "3)" closes a bracket that was opened ("(artikel 3)") or numbers an item of a list."""
    if match[1]:
        return False
    before = text[max(0, match.start() - 80) : match.start()]
    line = before.rsplit("\n", 1)[-1]
    if before.count("(") > before.count(")"):
        return True
    after = text[match.end() : match.end() + 2].lstrip(" ")
    return line.strip() == "" or (bool(re.search(r"[:;]\s*$|\ben\s*;?\s*$", before)) and after[:1].isalpha())


def _from_raised(text: str, raised: list[tuple[int, int]]) -> list[Marker]:
    found = []
    for start, end in raised:
        for match in _RAISED.finditer(text, start, end):
            unit = _UNITS.search(text[max(0, match.start() - 6) : match.start()])
            found.append(Marker(int(match[0]), match.start(), match.end(), _WEAK if unit else _STRONG))
    return found


def _from_plain(text: str) -> list[Marker]:
    found = []
    for match in _GLUED.finditer(text):
        for digits in re.finditer(r"\d{1,2}", match[0]):
            start = match.start() + digits.start()
            found.append(Marker(int(digits[0]), start, start + len(digits[0]), _weigh(text, match, start)))
    return found


def _weigh(text: str, match: re.Match[str], start: int) -> float:
    """How much a bare figure looks like a marker, from what stands before and after it."""
    before = text[max(0, start - 8) : start].rstrip()
    after = text[match.end() : match.end() + 1]
    if _UNITS.search(before):
        return _WEAK
    if re.search(r"[?.!»”)’'\"]$", before):
        return _STRONG
    if match["line"] is not None and re.search(r"[a-z]$", before):
        return _STRONG - 0.5 if after in {"", "\n", ".", ","} else _MEDIUM
    return _MEDIUM if re.search(r"[a-zà-ÿ,;:\]]$", before) else _WEAK


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
                (weight + option.weight, option.start, (*chosen, option)) for option in options if option.start > place
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
