"""Countries that a sentence leaves to the list after its colon: "besloten deze landen aan te wijzen:"."""

from __future__ import annotations

import re
from bisect import bisect_right

from loaders.grammar.policy.scene import Scene

__all__ = ["enumerated"]

_ITEM = re.compile(r"(?:[•▪◦●*·–—-]\s*|(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]\s+|\(\d{1,2}\)\s+)", re.IGNORECASE)
_APART = re.compile(r"\w{4}")
_CLAUSE = re.compile(
    r"\b(?:is|zijn|was|waren|blij(?:ft|ven)|word(?:t|en)|heeft|hebben|geldt|gelden|kan|kunnen|zal|zullen)\b"
)
"""Words by which what follows a colon is a clause, no list."""
_OPENING = 40
"""Letters within which an item names its country."""


def enumerated(scene: Scene, sentence: tuple[int, int]) -> tuple[str, ...]:
    """Codes of the countries after a colon, or by which the items after it open; none without a list."""
    text, found = scene.text, dict[str, None]()
    if not text.endswith(":", sentence[0], sentence[1]):
        colon = text.rfind(":", *sentence)
        inline = scene.within(scene.countries, colon + 1, sentence[1]) if colon >= 0 else []
        close = inline and not _APART.search(text, colon + 1, inline[0].start)
        close = close and not _CLAUSE.search(text, colon + 1, sentence[1])
        return tuple(dict.fromkeys(spot.name for spot in inline)) if close else ()
    for start, end in scene.sentences[bisect_right(scene.sentences, sentence) :]:
        if not _ITEM.match(text, start, end):
            break
        named = scene.within(scene.countries, start, min(end, start + _OPENING))
        if named:
            found[named[0].name] = None
    return tuple(found)
