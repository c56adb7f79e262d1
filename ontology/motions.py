"""Which countries a motion is about, among those that its words name."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from ontology.described import is_abroad
from ontology.records import Mention, Record

__all__ = ["countries_of"]

_REQUEST = re.compile(
    r"\b(?:verzoekt|verzoeken|roept|spreekt|draagt|dringt|nodigt|vraagt)\b"
    r".*?(?=\ben\s+gaat\s+over\s+tot\b|\b(?:constaterende|overwegende|van\s+mening|gehoord|gelezen)\b|\Z)",
    re.IGNORECASE | re.DOTALL,
)
"""What the House asks for, up to the order of the day or the next consideration."""
_AS_OTHERS = re.compile(
    r"\b(?:net\s+(?:als|zoals)|zoals|evenals|(?:in|naar)\s+(?:navolging|voorbeeld)\s+van|naar\s+het\s+voorbeeld\s+van"
    r"|vergelijkbaar\s+met|gelijk\s+aan|anders\s+dan|in\s+tegenstelling\s+tot)"
    r"(?:\s+(?:de|het|onze|buurland(?:en)?|landen|als))*(?:\s+[\w-]+\s+en)?\s+$",
    re.IGNORECASE,
)
"""What leads to a country that is named to compare with."""
_BEFORE = 80


def countries_of(record: Record) -> frozenset[str]:
    """IRIs of the countries in the title, else in what is asked for, else of the one that is named most.

    None where two are named equally often: then nothing tells which of them it is about.
    """
    abroad = [one for one in record.mentions if is_abroad(one.concept)]
    titled = {one.concept for one in abroad if one.title}
    if titled:
        return frozenset(titled)
    told = [one for one in abroad if not _compared(record, one)]
    asked = {one.concept for one in _requested(record, told)}
    if asked:
        return frozenset(asked)
    most = Counter(one.concept for one in told).most_common(2)
    if not most or (len(most) > 1 and most[0][1] == most[1][1]):
        return frozenset()
    return frozenset({most[0][0]})


def _requested(record: Record, mentions: list[Mention]) -> Iterator[Mention]:
    if record.wording is None:
        return
    span, text = record.wording.span, record.snapshot.text
    asked = [found.span() for found in _REQUEST.finditer(text, span.start, span.end)]
    for one in mentions:
        if any(start <= one.span.start < end for start, end in asked):
            yield one


def _compared(record: Record, mention: Mention) -> bool:
    before = record.snapshot.text[max(0, mention.span.start - _BEFORE) : mention.span.start]
    return _AS_OTHERS.search(before) is not None
