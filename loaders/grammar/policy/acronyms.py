"""Letters that a document gives a meaning of its own: with a Delta Rhine Corridor in it, DRC is no country.

Words that spell the letters, before a bracket with the letters or each with a capital, and that share
none with the names of the thing that the letters are known for, are what the letters stand for there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

__all__ = ["redefined"]

_REACH = 100
_LONG = 4
"""Shorter words ("van", "en") are shared by all names."""
_FEWEST = 3
"""Two capitals in a row are too often those of a person."""
_WORD = re.compile(r"[^\W\d_]+")


def redefined(text: str, letters: str, names: Iterable[str], *, known_well: bool) -> bool:
    """Whether a text uses some letters for other words than the names that are known.

    Letters that are `known_well`, as those of an organisation of the state, are given up only where the text
    introduces them in brackets.
    """
    meant = [*_introduced(text, letters), *(() if known_well else _spelled(text, letters))]
    if not meant:
        return False
    known = {word.casefold() for name in names for word in _WORD.findall(name) if len(word) >= _LONG}
    return all(known.isdisjoint(word.casefold() for word in words) for words in meant)


def _introduced(text: str, letters: str) -> Iterator[list[str]]:
    """Words before the letters in brackets, that spell them, small words among them."""
    if f"{letters})" not in text:
        return
    for match in re.finditer(rf"\((?:hierna:?\s+)?[«\"“'‘]?{re.escape(letters)}[»\"”'’]?\)", text):
        words = _WORD.findall(text, max(0, match.start() - _REACH), match.start())[-len(letters) - 2 :]
        initials = iter(word[0].casefold() for word in words)
        if all(letter in initials for letter in letters.casefold()):
            yield words


def _spelled(text: str, letters: str) -> Iterator[list[str]]:
    """Words with a capital each, in a row, that spell the letters."""
    if len(letters) >= _FEWEST and letters.isalpha():
        first = letters[0]  # a letter at the head of the pattern makes the search fast
        rest = "".join(rf"\s+{letter}[^\W\d_A-Z]+" for letter in letters[1:])
        row = re.compile(rf"{first}(?<!\w{first})[^\W\d_A-Z]+{rest}\b")
        yield from (match[0].split() for match in row.finditer(text))
