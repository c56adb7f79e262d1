"""For which countries a measure is: those of its "voor …", else the ones that the passage is about."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from operator import attrgetter

from loaders.grammar.policy.reading import Reading, names_of
from loaders.grammar.policy.scene import Scene, Spot

__all__ = ["KNOWN", "TARGET", "countries_of"]

_NO_TERM = (
    r"(?!\s+(?:de\s+(?:duur|periode|termijn|tijd|zomer|eerste|laatste|derde|tweede|goede|volledigheid)"
    r"|een\s+(?:periode|termijn|duur|jaar|half|kwartaal|maand)|het\s+(?:eerst|laatst|einde|zomer|geval"
    r"|overige)"
    r"|onbepaalde|zover|zowel|maximaal|ten|\d|één|twee|drie|vier|vijf|zes|negen|twaalf|wat|zodra))"
)
TARGET = re.compile(
    rf"\b(?:voor{_NO_TERM}|ten\s+aanzien\s+van|ten\s+behoeve\s+van|met\s+betrekking\s+tot|inzake|jegens|wat\s+betreft|betreft|aangaande"
    rf"|betreffende"
    r"|(?:heeft|hebben)\s+(?:slechts\s+|alleen\s+|uitsluitend\s+)?betrekking\s+op|zie(?:t|n)\s+op|van\s+toepassing\s+op"
    r"|(?<=moratorium\s)op|(?<=moratoria\s)op)\s+",
    re.IGNORECASE,
)
"""Words that lead to those for whom a measure is."""
KNOWN = re.compile(
    r"\b(?:het|de|dit|dat|die|deze|beide|genoemde|huidige|geldende)\s+(?:\w+\s+){0,2}$", re.IGNORECASE
)
"""Words before a measure that is spoken of as known: "het besluitmoratorium"."""
_END = re.compile(
    r"[;:.(]|,\s*(?:dat|die|zodat|omdat|waar|en\s+(?:heb|is|om|op|per|tot))|\s(?:met\s+ingang|te|is|zijn"
    r"|was|werd|wordt"
    r"|worden|heb|heeft|zal|per\s+\d|tot|voor|vanwege|wegens|omdat|gelet|gezien)\b",
    re.IGNORECASE,
)
_THIS = re.compile(r"\b(?:dit|dat|genoemd|betreffende)\s+land\b", re.IGNORECASE)
_BESIDE = 2
_ARTICLE = 40


def countries_of(
    reading: Reading,
    spots: Sequence[Spot],
    segment: tuple[int, int],
    sentence: tuple[int, int],
    *,
    designated: bool = False,
) -> tuple[str, ...]:
    """Countries of the measures that `spots` name in a part of a sentence; its object where `designated`."""
    scene = reading.scene
    named = (
        _targeted(scene, spots, segment)
        or _this_country(scene, segment)
        or _targeted(scene, spots, (sentence[0], segment[1]))
    )
    here = names_of(scene.within(scene.countries, *segment))
    if named or (designated and here):
        return named or here
    known = reading.countries if _is_known(scene, spots) else ()
    about = {reading.heading, *known, *scene.titled, scene.focus}
    for names in (here, names_of(scene.within(scene.countries, *sentence))):
        if len(names) == 1 and (not known or names[0] in known):
            return names
        fitting = tuple(name for name in names if name in about)
        if len(fitting) == 1:
            return fitting
    if known and reading.heading in {None, *known}:
        return known
    fallback = reading.heading or scene.focus or (here[0] if len(here) == 1 else None)
    return (fallback,) if fallback else _before(scene, segment)


def _this_country(scene: Scene, segment: tuple[int, int]) -> tuple[str, ...]:
    """The country that "dit land" stands for."""
    return _before(scene, segment) if _THIS.search(scene.text, *segment) else ()


def _before(scene: Scene, segment: tuple[int, int]) -> tuple[str, ...]:
    """The country that was named last before a part of a sentence."""
    earlier = bisect_left(scene.countries, segment[0], key=attrgetter("start"))
    return (scene.countries[earlier - 1].name,) if earlier else ()


def _is_known(scene: Scene, spots: Sequence[Spot]) -> bool:
    if not spots:
        return True
    return bool(KNOWN.search(scene.text[max(0, spots[0].start - _ARTICLE) : spots[0].start]))


def _targeted(scene: Scene, spots: Sequence[Spot], segment: tuple[int, int]) -> tuple[str, ...]:
    """Countries after "voor" and the like, or right beside a measure: "het Syrische moratorium"."""
    low, high = segment
    if spots:
        for one in scene.within(scene.countries, low, high):
            if 0 <= one.start - spots[-1].end <= _BESIDE or 0 <= spots[0].start - one.end <= _BESIDE:
                return (one.name,)
    for start in (spots[0].start if spots else low, low):
        for lead in TARGET.finditer(scene.text, start, high):
            end = _END.search(scene.text, lead.end(), high)
            inside = scene.within(scene.countries, lead.end(), end.start() if end else high)
            if inside:
                return names_of(inside)
    return ()
