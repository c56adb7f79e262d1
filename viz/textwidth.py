"""How wide a line of text can become on screen, without asking the screen."""

from __future__ import annotations

__all__ = ["fitted", "width"]

_NARROW, _SLIM, _WIDE, _BROAD = "iljI.,:;'|!·", 'ftr()[]-/ "J', "mwMW@%…–", "ABCDEFGHKLNOPQRSTUVXYZ&"
_EMS = (
    dict.fromkeys(_NARROW, 0.32)
    | dict.fromkeys(_SLIM, 0.41)
    | dict.fromkeys(_WIDE, 0.99)
    | dict.fromkeys(_BROAD, 0.76)
)
"""Widths of DejaVu Sans, the widest of the sans serifs that systems set their pages in, rounded up."""
_OTHER = 0.64


def width(text: str, size: float) -> float:
    """Give an upper bound, in the unit of `size`, the height of the letters."""
    return size * sum(_EMS.get(letter, _OTHER) for letter in text)


def fitted(text: str, size: float, room: float) -> str:
    """Shorten a text, at a space where there is one, until it fits a room; empty where nothing does.

    >>> fitted("besluitmoratorium", 12, 500), fitted("een besluit over het moratorium", 12, 120)
    ('besluitmoratorium', 'een besluit …')
    """
    if width(text, size) <= room:
        return text
    kept = text
    while kept and width(f"{kept} …", size) > room:
        kept = kept[:-1]
    cut = kept.rsplit(" ", 1)[0] if " " in kept and text[len(kept) :][:1] != " " else kept
    cut = cut.rstrip(" ,;:.-–(")
    return f"{cut} …" if cut else ""
