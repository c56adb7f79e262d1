"""Messages to the House that are no delay: questions answered by letter, withdrawn, or handed on."""

from __future__ import annotations

import re
from enum import StrEnum

__all__ = ["Message", "message"]


class Message(StrEnum):
    """What a notice tells of its questions."""

    DELAY = "delay"
    LETTER = "letter"
    WITHDRAWN = "withdrawn"
    HANDED_ON = "handed-on"


_UNANSWERED = r"(?:(?!beantwoord)[^.])"
"""Words of one sentence that do not say that anything is answered."""
_THESE = r"(?:de|deze|zijn|haar|hun)\s+(?:\w+\s+)?(?:kamer)?vragen"
_ROWS = (
    (
        Message.WITHDRAWN,
        rf"\b(?:zijn|worden|heeft|hebben)\s+{_THESE}\b{_UNANSWERED}*\bingetrokken\b\W*(?:$|\.)",
    ),
    (
        Message.WITHDRAWN,
        rf"\b{_THESE}\s+(?:zijn|worden)\s+{_UNANSWERED}{{0,80}}\bingetrokken\b",
    ),
    (
        Message.LETTER,
        r"\bbeantwoord\b(?:\s+\w+){0,3}\s+(?:middels|bij|per|in|met|via)\s+(?:\w+\s+){0,2}(?:kamer)?brief\b",
    ),
    (
        Message.LETTER,
        r"\b(?:middels|bij|per|in|met|via)\s+(?:(?:een|de|mijn|onze)\s+)?(?:kamer)?brief\b[^.]*\bbeantwoord\b",
    ),
    (Message.HANDED_ON, r"^\W*Overdragen\s+(?:van\s+de\s+)?beantwoording\b"),
)
"""Tried in order; the first that is found decides."""
_NOT_YET = re.compile(r"\b(?:zullen|zal|worden\s+zo|wordt\s+zo|binnenkort|spoedig|niet)\b", re.IGNORECASE)
_PATTERNS = tuple((kind, re.compile(pattern, re.IGNORECASE | re.MULTILINE)) for kind, pattern in _ROWS)


def message(text: str) -> Message:
    """Tell what a notice says.

    >>> message("Deze vragen zijn beantwoord middels een brief (99 001-64).")
    <Message.LETTER: 'letter'>
    >>> message("De vragen zullen bij brief worden beantwoord.")
    <Message.DELAY: 'delay'>
    """
    for kind, pattern in _PATTERNS:
        for found in pattern.finditer(text):
            if kind is not Message.LETTER or not _NOT_YET.search(_sentence(text, found)):
                return kind
    return Message.DELAY


def _sentence(text: str, found: re.Match[str]) -> str:
    start = max(text.rfind(". ", 0, found.start()), text.rfind("\n", 0, found.start())) + 1
    end = text.find(".", found.end())
    return text[start : end if end >= 0 else len(text)]
