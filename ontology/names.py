"""Names of people as sources and documents write them: taken apart, and compared.

A Dutch family name has words such as `van der` before it, and a double name comes in either
order, with or without spaces around its hyphen. Names are compared by their keys: family names
without those words, squashed. `van der` itself is compared apart, because Van Dijk is not Dijk.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ontology.slugs import squash

__all__ = ["PARTICLES", "Printed", "key", "keys", "readings", "split_name"]

PARTICLES = frozenset(
    (
        "'s",
        "'t",
        "al",
        "d'",
        "da",
        "de",
        "del",
        "den",
        "der",
        "di",
        "dos",
        "du",
        "el",
        "het",
        "la",
        "op",
        "t",
        "te",
        "ten",
        "ter",
        "tot",
        "van",
        "vande",
        "vanden",
        "vander",
        "von",
        "voor",
        "zu",
        "zum",
    )
)
"""Words that stand before a family name and do not count in its key."""

_TITLES = frozenset(("dr", "drs", "dhr", "heer", "ing", "ir", "lid", "mevrouw", "mr", "mw", "prof"))
_DASH = re.compile(r"\s*[-–—‐‑]\s*")
_GLUED = re.compile(r"\b([Vv]an|[Dd]e|[Dd]er|[Dd]en)(?=[A-Z])(?!\w*\s+[a-z])")
_INITIALS = re.compile(r"(?:[A-Z][a-z]?\.?[ -]?)+")
_DOTTED = re.compile(r"(?:[A-ZÀ-Þ][a-z]?\.-?)+")
_BRACKETS = re.compile(r"\(([^()]*)\)")
_COMMA = re.compile(r"(?P<family>[^,]+),\s*(?P<rest>[^,]+)")


@dataclass(frozen=True, slots=True)
class Printed:
    """One way to read a printed name."""

    given: str
    """Call name or forenames; empty where none is printed."""
    initials: str
    """Letters alone, in capitals."""
    particle: str
    """Squashed words before the family name; empty where there are none."""
    family: tuple[str, ...]
    """Squashed parts of the family name: two for a double name."""

    @property
    def key(self) -> str:
        """Key of the whole family name, whatever the order of its parts."""
        return "|".join(sorted(self.family))


def _is_particle(word: str) -> bool:
    return word.lower().replace("’", "'") in PARTICLES


def _family(text: str) -> tuple[str, ...]:
    found = []
    for part in _DASH.split(text):
        words = part.split()
        while len(words) > 1 and _is_particle(words[0]):
            words = words[1:]
        if words:
            found.append(squash(" ".join(words)))
    return tuple(dict.fromkeys(found))


def key(family: str) -> str:
    """Key of a family name.

    >>> key("Van de Klashorst - Faber") == key("Faber-van de Klashorst")
    True
    """
    return "|".join(sorted(_family(family)))


def keys(family: str) -> tuple[str, ...]:
    """All keys under which a family name may be looked up: the whole, then each part of a double name."""
    parts = _family(family)
    return ("|".join(sorted(parts)), *parts) if len(parts) > 1 else parts


def split_name(given: str, particle: str | None, surname: str) -> tuple[str, str | None, str]:
    """Put the words before a family name where they belong, wherever a source has left them.

    >>> split_name("Zohair El", "", "Yassini")
    ('Zohair', 'El', 'Yassini')
    """
    first, last = given.split(), surname.split()
    moved: list[str] = []
    while len(first) > 1 and _is_particle(first[-1]):
        moved.insert(0, first.pop())
    while len(last) > 1 and _is_particle(last[0]):
        moved.append(last.pop(0))
    if particle:
        moved.append(particle) if not moved else moved.insert(0, particle)
    whole = " ".join(moved)
    return " ".join(first), whole if whole or particle is not None else None, " ".join(last)


def readings(printed: str) -> list[Printed]:
    """Give the ways to read a printed name, the one with the longest family name first.

    `Jasper van Dijk (J.J.)`, `D.M. van Weel`, `Van Dijk`, `Vermeij, R.` and `vanDijk` are all read.
    """
    initials = ""
    if bracket := _BRACKETS.search(printed):
        inside = bracket[1].strip()
        if _INITIALS.fullmatch(inside):
            initials = inside
        printed = _BRACKETS.sub(" ", printed)
    if comma := _COMMA.fullmatch(printed.strip()):
        printed = f"{comma['rest']} {comma['family']}"
    text = _DASH.sub("-", _GLUED.sub(r"\1 ", printed.replace("’", "'").replace("`", "'")))
    words = [word for word in text.split() if word.rstrip(".").lower() not in _TITLES]
    while len(words) > 1 and _DOTTED.fullmatch(words[0]):
        initials += words.pop(0)
    letters = "".join(re.findall(r"[A-ZÀ-Þ]", initials))
    found = []
    for cut in range(len(words)):
        if cut and _is_particle(words[cut - 1]):
            break  # a call name holds no such word: what comes after it is the family name
        start = cut
        while start < len(words) - 1 and _is_particle(words[start]):
            start += 1
        family = _family(" ".join(words[start:]))
        if family and any(family):
            particle = squash(" ".join(words[cut:start])) if start > cut else ""
            found.append(Printed(" ".join(words[:cut]), letters, particle, family))
    return found
