"""The dates of a sentence together: days, ranges, and the lengths of time for which a measure holds."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from loaders.grammar.policy.life import FORCE, ON_PUBLICATION
from loaders.grammar.policy.moments import Moment, find_moments
from loaders.grammar.policy.stretch import Dates, Stretch
from loaders.grammar.policy.terms import Term, find_terms

__all__ = ["read_dates"]

_RANGE_LEADS = frozenset(("van", "vanaf", "per", "met ingang van"))
_RANGE_GAP = re.compile(
    r"\s*(?:af\s+)?(?:tot(?:\s+en\s+met)?|t\s?/\s?m)\s+(?:en\s+met\s+)?(?:de\s+)?", re.IGNORECASE
)
_TERM_LEAD = re.compile(
    r"\b(?:met|voor|gedurende|nog\s+eens|(?:de\s+|een\s+)?(?:duur|periode|termijn|looptijd|tijd)\s+van|nogmaals"
    r"|opnieuw|wederom|duurt"
    r"|eenmalig|van)\s+(?:(?:wederom|opnieuw|nogmaals|eerst|nog\s+eens|nog|weer|ook|eenmalig|in\s+beginsel|vooralsnog"
    r"|initieel|telkens"
    r"|de\s+duur\s+van|de\s+tijd\s+van|een\s+(?:(?:nieuwe|extra|initiële|volgende"
    r"|verdere)\s+)?(?:periode|termijn|duur|looptijd)"
    r"\s+van)\s+)*$",
    re.IGNORECASE,
)
_TERM_TAIL = re.compile(
    r"\s+(?:lang\s+)?(?:duren|duurt|van\s+kracht|gelden|geldig|te\s+verleng|verleng|voort)", re.IGNORECASE
)
_LIMIT = re.compile(
    r"\b(?:maximaal|ten\s+hoogste|hoogstens|maximum|uiterlijk)\s+(?:een\s+)?$|(?:beslis"
    r"|wettelijke\s+)termijn[^,]{0,40}$",
    re.IGNORECASE,
)
_TERM_REACH = 70


def read_dates(stretch: Stretch) -> Dates:
    """The dates of a part of a sentence."""
    text, segment, found = stretch.scene.text, stretch.segment, Dates()
    moments = [
        moment
        for moment in find_moments(text, stretch.scene.written, *segment)
        if not any(low <= moment.start < high for low, high in stretch.without)
    ]
    opening = {one for one, other in pairwise(moments) if _is_range(text, one, other)}
    for moment in moments:
        found = stretch.take(found, moment, opens=moment in opening)
    words = text[slice(*segment)]
    if found.starts is None and FORCE.search(words) and ON_PUBLICATION.search(words):
        found = replace(found, waits=True)
    terms = [term for term in find_terms(text, *segment) if _is_length(stretch, term)]
    return replace(found, months=terms[0].months) if terms else found


def _is_range(text: str, one: Moment, other: Moment) -> bool:
    """Whether one day opens a range that the other closes: "van 8 juli tot 8 januari"."""
    return one.lead in _RANGE_LEADS and bool(_RANGE_GAP.fullmatch(text[one.end : other.start]))


def _is_length(stretch: Stretch, term: Term) -> bool:
    """Whether a length of time is how long a measure holds, not a limit or the time for a decision."""
    if any(low <= term.start < high for low, high in stretch.without):
        return False
    before = stretch.scene.text[max(stretch.segment[0], term.start - _TERM_REACH) : term.start]
    after = stretch.scene.text[term.end : stretch.segment[1]]
    return not _LIMIT.search(before) and bool(_TERM_LEAD.search(before) or _TERM_TAIL.match(after))
