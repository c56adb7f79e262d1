"""Questions printed together under one heading: which words belong to which number.

"Vraag 2 en 3" is followed by the text of question 2 and that of question 3, without numbers.
The pieces are told apart where a paragraph ends: after a sentence end at a line end, or where a
text layer glued two paragraphs ("toelichten?Hoe"). A short line before the break speaks for a
paragraph end, a sentence that goes on from the last one ("Zo ja, …") against it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

__all__ = ["split_group"]

_BREAK = re.compile(
    r"[?.!»”](?P<mark>(?:\s{0,2}\d{1,2}(?:,\s?\d{1,2})*)?)(?P<gap>[^\S\n]*\n\s*|(?=[A-Z«]))(?=(?P<next>[A-Z«][^\s,]*\s?\S*))"
)
_GOES_ON = re.compile(r"(?:Zo|Indien|Waarom|En|Kunt\s+u\s+(?:dit|uw|het)|Wat\s+is\s+daar|Is\s+dat|Graag)\b")
_SHORT = 0.85


@dataclass(frozen=True, slots=True)
class _Candidate:
    position: int
    weight: float


def _candidates(text: str) -> list[_Candidate]:
    width = max((len(line) for line in text.split("\n")), default=0)
    found = []
    for match in _BREAK.finditer(text):
        weight = 1.0 if text[match.start()] == "?" else 0.0
        if "\n" in match["gap"]:
            line_start = text.rfind("\n", 0, match.start()) + 1
            length = match.start() - line_start
            weight += (
                2.0 if "\n" in match["gap"].strip(" ").strip("\n") or match["gap"].count("\n") > 1 else 0.0
            )
            weight += 1.5 if length < _SHORT * width else 0.0
        elif match["mark"]:
            weight -= 0.5  # a raised marker stands between: the layer left out the space behind it
        else:
            weight += 0.8  # glued: two lines became one, so a line ended here
        if _GOES_ON.match(match["next"]):
            weight -= 2.0
        found.append(_Candidate(match.end(), weight))
    return found


def split_group(text: str, count: int) -> list[tuple[int, int]] | None:
    """Ranges of `count` pieces of a grouped text, or None where they cannot be told apart."""
    if count == 1:
        return [(0, len(text))]
    candidates = [candidate for candidate in _candidates(text) if candidate.position < len(text)]
    if len(candidates) < count - 1:
        return None
    best = sorted(candidates, key=lambda candidate: (-candidate.weight, candidate.position))[: count - 1]
    cuts = [0, *sorted(candidate.position for candidate in best), len(text)]
    return list(pairwise(cuts))
