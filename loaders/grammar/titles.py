"""Titles in notes: out of their quotes, off their web page's trimmings, once where pasted twice."""

from __future__ import annotations

import re

from loaders.grammar.addresses import without_site

__all__ = ["LONGEST", "QUOTES", "TRIM", "read_title"]

TRIM = " \t\n,;:.|–—-"
"""What may stand between the parts of a note."""
QUOTES = {"«": "»", "“": "”", "„": "”", "‘": "’", "'": "'", '"': '"', "’": "’"}
LONGEST = 300
"""Characters; anything longer is prose."""
_CLOSED_EARLY = re.compile(r"»\s*[,.;]?\s*(?=\()")
_POINTER = re.compile(
    r"[\s,.;(]*\b(?:te\s+(?:raadplegen|vinden)\s+(?:via|op)|beschikbaar\s+(?:via|op)|via|zie(?:\s+ook)?|link|url)[\s:(]*$",
    re.IGNORECASE,
)
"""Words that led to an address which has been taken out."""
_PAGE = re.compile(r",?\s+(?:p|pp|pag|blz|pagina(?:'s|’s)?)\b\.?\s*\d[\d\s,–-]*(?:en\s+\d+)?$", re.IGNORECASE)
"""A page number behind a title."""
_SHORTEST_PASTE = 10


def read_title(text: str) -> str | None:
    """A title from the words that hold it: what stands in quotes, else all up to the site name."""
    text = without_site(text).strip(TRIM + "(")
    quoted = _quoted(text)
    if quoted is not None:
        text = quoted
    if " | " in text:
        text = text.split(" | ")[0]
    text = _once(_PAGE.sub("", _POINTER.sub("", text).strip(TRIM + "(")))
    return text if 0 < len(text) <= LONGEST else None


def _quoted(text: str) -> str | None:
    """The content of the quotes that a text opens with, nested ones kept."""
    closing = QUOTES.get(text[:1])
    if closing is None:
        return None
    if closing == "»":
        depth = 0
        for index, character in enumerate(text):
            depth += (character == "«") - (character == "»")
            if depth == 0:
                return text[1:index].strip()
        closed = _CLOSED_EARLY.search(text)  # a nested quote was left open
        return (text[1 : closed.start()] if closed else text[1:]).strip(" »,;")
    end = max(text.rfind(f"{closing}{mark}") for mark in (",", ".", " (", ";"))
    if end <= 0:
        end = text.rfind(closing)
    return text[1:end].strip() if end > 0 else None


def _once(text: str) -> str:
    """A title that a drafter pasted twice ("X, X") once."""
    half = len(text) // 2
    squashed = [re.sub(r"\W+", "", part).casefold() for part in (text[:half], text[half:])]
    if half > _SHORTEST_PASTE and squashed[0] and squashed[1].startswith(squashed[0][:12]):
        for match in re.finditer(r"[,.]\s+", text):
            left, right = text[: match.start()], text[match.end() :]
            if re.sub(r"\W+", "", left).casefold() == re.sub(r"\W+", "", right).casefold():
                return left
    return text
