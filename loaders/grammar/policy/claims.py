"""Claims: sentences in which government says something that names a country other than the Netherlands."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import itemgetter

from loaders.grammar.policy.finding import Found, codes
from loaders.grammar.policy.sentences import sentences
from loaders.grammar.policy.zones import Zone
from loaders.grammar.view import View
from ontology.records import Claim, Kind, Record, Unit

__all__ = ["claims"]

_OWN = "NLD"
_PLACE = itemgetter(0)
_SHORTEST = 4
"""Fewer words are a heading or a name in a list, and claim nothing."""


def claims(view: View, record: Record, spoken: Sequence[tuple[Found, Zone]]) -> Iterator[Claim]:
    """One claim a sentence; `spoken` is what the document names, in order, with the zone that each is in."""
    country = codes()
    abroad = [
        (one.start, code, zone)
        for one, zone in spoken
        if (zone.unit is Unit.ANSWER or record.kind is Kind.LETTER)
        and (code := country.get(one.concept))
        and code != _OWN
    ]
    marked = sorted({citation.marker for citation in record.citations if citation.note is not None})
    markers = [(view.position(marker.start), view.position(marker.end)) for marker in marked]
    for zone, group in groupby(abroad, key=lambda named: named[2]):
        named = [(start, code) for start, code, _ in group]
        for start, end in sentences(view.text, zone.start, zone.end):
            here = named[bisect_left(named, start, key=_PLACE) : bisect_left(named, end, key=_PLACE)]
            countries = tuple(dict.fromkeys(code for _, code in here))
            if countries and len(view.text[start:end].split()) >= _SHORTEST:
                span = view.span(start, end)
                yield Claim(countries, _words(view.text, start, end, markers), span, zone.unit, zone.place)


def _words(text: str, start: int, end: int, markers: Sequence[tuple[int, int]]) -> str:
    """A sentence on one line, without note markers."""
    words, at = [], start
    for opens, closes in markers:
        if at <= opens and closes <= end:
            words.append(text[at:opens])
            at = closes
    return " ".join("".join((*words, text[at:end])).split())
