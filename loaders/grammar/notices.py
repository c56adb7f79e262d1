"""Delay notices: the reason that is given."""

from __future__ import annotations

import re

from loaders.grammar.view import View
from ontology.records import Read

__all__ = ["delay_reason"]

_REASON = re.compile(
    r"\b(?:omdat|aangezien|doordat|daar|vanwege|wegens|in\s+verband\s+met|gezien|gelet\s+op"
    r"|[Dd]e\s+reden\s+(?:van|voor)\s+(?:het|dit)\s+uitstel\s+is(?:\s+dat)?)\s+(?P<reason>.+?)(?=\.(?:\s|[A-Z]|$)|$)",
    re.DOTALL,
)


def delay_reason(view: View, notice: tuple[int, int]) -> Read[str] | None:
    """The clause that gives the reason, from its connective to the end of the sentence."""
    match = _REASON.search(view.text, *notice)
    if match is None:
        return None
    start, end = match.start(), match.end("reason")
    return Read(" ".join(view.text[start:end].split()).rstrip("."), view.span(start, end))
