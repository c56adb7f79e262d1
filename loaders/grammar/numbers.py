"""Groups of question numbers: `2, 3 en 4`, `3 t/m 5`, `7, 8, 9 10 en 11`, `6 & 7`, `1a`.

The field's sources number questions by hand, so the grammar is generous: any run of numbers
and connectives counts; a range covers all numbers between its ends.
"""

from __future__ import annotations

import re
from functools import lru_cache

__all__ = ["GROUP", "expand", "spell"]

_NUMBER = r"\d{1,3}[a-z]?"
_RANGE = r"(?:t\s?/\s?m\.?|tot\s+en\s+met|tot\s?/\s?met|[-–—])"
_AND = r"(?:,\s*en|en|&|,|/|;|\+)"
_STEP = rf"\s*(?:{_RANGE}|{_AND})\s*|\s+"

GROUP = rf"{_NUMBER}(?:(?:{_STEP})(?:vraag\s+|vragen\s+)?{_NUMBER})*(?![\w%])"
"""A regular expression for a whole group, without capturing."""

_TOKEN = re.compile(rf"(?P<number>\d{{1,3}})[a-z]?|(?P<range>{_RANGE})")
_LONGEST = 200


@lru_cache(maxsize=1024)
def expand(group: str) -> tuple[int, ...]:
    """The numbers a group covers, in order of print, each once.

    >>> expand("7, 8, 9 10 en 11")
    (7, 8, 9, 10, 11)
    >>> expand("1 en 3 t/m 5")
    (1, 3, 4, 5)
    """
    found: dict[int, None] = {}
    last, ranging = None, False
    for token in _TOKEN.finditer(group):
        if token["range"]:
            ranging = last is not None
            continue
        number = int(token["number"])
        if ranging and last is not None and last < number <= last + _LONGEST:
            found.update(dict.fromkeys(range(last + 1, number)))
        found[number] = None
        last, ranging = number, False
    return tuple(found)


def spell(numbers: tuple[int, ...]) -> str:
    """A group as the House prints it, the inverse of `expand`.

    >>> spell((2, 3, 4))
    '2, 3 en 4'
    """
    head, tail = numbers[:-1], numbers[-1]
    return f"{', '.join(map(str, head))} en {tail}" if head else str(tail)
