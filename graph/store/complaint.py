"""What is wrong with a query, for people: the engine's message cut down to place and reason.

The engine lists every token that could have come; that list fills a screen and helps nobody.
"""

from __future__ import annotations

import re

__all__ = ["complaint"]

_PLACE = re.compile(r"error at (?P<line>\d+):(?P<column>\d+): (?P<rest>.*)", re.DOTALL)
_SENTENCES = re.compile(r"[A-Z][a-z]+ [^,\[\]]*")
_SHORT = 60


def complaint(sparql: str, message: str) -> str:
    """Say where a query goes wrong, with the line it happens on and the reason where there is one.

    >>> complaint("SELEC ?s {?s ?p ?o}", "error at 1:10: expected CONSTRUCT")
    'line 1, column 10, “SELEC ?s {?s ?p ?o}”: expected CONSTRUCT'
    """
    match = _PLACE.match(message)
    if match is None:
        return message
    line, column = int(match["line"]), int(match["column"])
    lines = sparql.splitlines() or [""]
    shown = lines[min(line, len(lines)) - 1].strip()
    reason = match["rest"] if len(match["rest"]) <= _SHORT else ""
    if sentence := _SENTENCES.search(match["rest"]):
        reason = sentence[0].strip()
    tail = f": {reason}" if reason else ""
    return f"line {line}, column {column}, “{shown}”{tail}"
