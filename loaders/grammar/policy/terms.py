"""Lengths of time in Dutch text, without a place in time: "voor de duur van zes maanden"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

__all__ = ["Term", "find_terms"]

_UNITS = {"dag": 0, "week": 0, "weken": 0, "maand": 1, "kwartaal": 3, "jaar": 12}
_NUMBERS = {
    "een": 1,
    "één": 1,
    "eén": 1,
    "twee": 2,
    "drie": 3,
    "vier": 4,
    "vijf": 5,
    "zes": 6,
    "zeven": 7,
    "acht": 8,
    "negen": 9,
    "tien": 10,
    "elf": 11,
    "twaalf": 12,
    "vijftien": 15,
    "achttien": 18,
    "vierentwintig": 24,
    "half": 0.5,
    "anderhalf": 1.5,
} | {str(number): number for number in (*range(1, 13), 15, 18, 24)}
_TERM = re.compile(
    rf"(?<![\w-])(?:(?:een\s+)?(?P<half>half)"
    rf"|(?P<number>{'|'.join(sorted(_NUMBERS, key=len, reverse=True))}))\s*"
    r"(?:\(\d+\)\s*)?(?:volle?\s+)?-?(?P<unit>maand|kwartaal|jaar)(?:en)?\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Term:
    """A length of time in months, and its place in the searched text."""

    months: int
    start: int
    end: int


def find_terms(text: str, start: int = 0, end: int | None = None) -> Iterator[Term]:
    """Every length of time in whole months: "zes maanden", "een half jaar", "één jaar"."""
    for match in _TERM.finditer(text, start, len(text) if end is None else end):
        number = 0.5 if match["half"] else _NUMBERS[match["number"].casefold()]
        months = number * _UNITS[match["unit"].casefold()]
        if months and months == int(months):
            yield Term(int(months), match.start(), match.end())
