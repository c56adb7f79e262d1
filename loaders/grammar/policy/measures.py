"""Which measures a verb is about: its object, what is joined to it, or what it refers back to."""

from __future__ import annotations

import re
from collections.abc import Sequence

from loaders.grammar.policy.cues import COMPETING
from loaders.grammar.policy.events import Event, Form
from loaders.grammar.policy.reading import GENERIC, Reading, names_of
from loaders.grammar.policy.scene import Scene, Spot
from loaders.grammar.policy.verbs import DESIGNATING
from loaders.grammar.policy.wording import last_match
from ontology.records import DecisionType

__all__ = ["PLURAL", "designates", "measures_of"]

PLURAL = re.compile(
    r"moratori(?:a|ums)\b|\bbeide\b|\bzij\b|\bmaatregelen\b|\bdeze\s+(?:\w+en|zijn)\b", re.IGNORECASE
)
"""Words that speak of more measures than one."""
_JOINT = re.compile(
    r"[\s,]*(?:(?:en|of|en/of|alsmede|alsook|als|zowel|ook|dan\s+wel|een|het|de|beide|eveneens|tevens"
    r"|met|evenals)[\s,]*)*",
    re.IGNORECASE,
)
_THING = (
    r"(?:maatregel(?:en)?|instrument(?:en)?|moratori(?:um|a)|aanwijzing|besluit(?:en)?(?!\s+van)"
    r"|(?:geldigheids|werkings)?duur|geldigheid|looptijd|werking|termijn\s+(?:ervan|daarvan)"
    r"|einddatum|dat\s+beleid|dit\s+beleid)"
)
"""Nouns that stand for a measure that was named, or for how long it holds."""
_ALONE = (
    r"(?=[,;]|\s*$|\s+(?:te|is|zijn|was|waren|werd|werden|wordt|worden|zal|zullen|heb|heeft|hebben|had|kan|ik|wij"
    r"|ook|daarom|nu|thans|eveneens|nogmaals|opnieuw|wederom|vervolgens|derhalve|tevens|niet|toen|inmiddels"
    r"|laatstelijk|later|eerder|formeel|weer|alsnog|nog|voor|tot|met|per|op|in|bij|door|vanaf|na|sinds|sedert|ten"
    r"|twee|drie|vier|zes|verleng\w*|beëindig\w*|voort|twee))"
)
"""What follows a pronoun that is no article."""
_BACK = re.compile(
    rf"\b(?:(?:dit|deze|die|dat|het|deze\s+twee|dezelfde|welke?){_ALONE}|beide|zij|genoemde|ervan|daarvan|hiervan"
    rf"|{_THING})\b",
    re.IGNORECASE,
)
_LIST = re.compile(r"\blijst\b", re.IGNORECASE)
_REFLEXIVE = re.compile(r"\bzich\b", re.IGNORECASE)
_GOES_ON = re.compile(
    r"[\s,]*(?:en|maar|waarna|vervolgens|op|nadien|later|niet|ook|is|zijn|wordt|worden|werd|werden|zal|zullen|heb"
    r"|laat|trek|hef|verleng\w*|beëindig\w*|daarom|eveneens|nogmaals|opnieuw)\b",
    re.IGNORECASE,
)
_OF_THIS = re.compile(
    r"\s+(?:hiervan|daarvan|ervan|van\s+(?:dit|deze|het|de|beide)\s+(?:maatregel|moratori|instrument))"
)
_OF = re.compile(r"\s+van\b")
_BY_THE_WAY = re.compile(r"\b(?:voor|van|met|uit|op|door|tot|over|in)\s+(?:\w+\s+){0,3}$")
_AFTER_NOUN, _BEFORE_NOUN, _AHEAD, _ARTICLE = 60, 40, 60, 20
"""Letters between a verb or a noun and its object, at most."""


def measures_of(
    reading: Reading, event: Event, sentence: tuple[int, int], segment: tuple[int, int]
) -> tuple[tuple[str, ...], tuple[Spot, ...]]:
    """Measures that an event is about and the spots that name them; none where it is about something else."""
    scene = reading.scene
    bent = event.form is Form.PARTICIPLE and event.past
    stretch = (event.end, min(event.end + _AFTER_NOUN, sentence[1])) if bent else segment
    if event.opens is not None and scene.text[event.opens].casefold() == "d":  # "dat sinds 1 juli geldt"
        stretch = (sentence[0], event.opens)
    spots = _object(scene, event, scene.within(scene.instruments, *stretch))
    if not spots:
        if designates(scene, event) and _LIST.search(scene.text, *segment):
            return tuple(name for name in reading.designations if name)[:1], ()
        if not _refers(scene, event, segment):
            return (), ()
        return _antecedent(reading, event, sentence, segment), ()
    if _competed(scene.text, event, spots):
        return (), ()
    names = names_of(spots)
    if names == (GENERIC,):
        words = scene.text[max(0, spots[0].start - _ARTICLE) : spots[-1].end]
        return reading.meant(
            reading.country_at(segment), plural=bool(PLURAL.search(words)), generic=True
        ), spots
    return tuple(name for name in names if name != GENERIC), spots


def designates(scene: Scene, event: Event) -> bool:
    """Whether a verb is said of countries: "aanwijzen als veilig land"."""
    return scene.text[event.start : event.end].casefold().startswith(DESIGNATING)


def _object(scene: Scene, event: Event, here: Sequence[Spot]) -> tuple[Spot, ...]:
    """The names that are the object of an event: before an infinitive or participle, after a noun."""
    before = [spot for spot in here if spot.end <= event.start][-1:]
    after = [spot for spot in here if spot.start >= event.start][:1]
    if event.form is Form.FINITE or designates(scene, event):
        chosen = after or before
    elif event.form is Form.STATE:
        chosen = before if event.type is DecisionType.END and before else after or _inside(here, event)
    elif event.form is Form.NOUN:
        chosen = [spot for spot in after if spot.start - event.end < _AFTER_NOUN]
        chosen = chosen or [spot for spot in before if event.start - spot.end < _BEFORE_NOUN]
    else:
        chosen = before or (after if event.form is Form.PARTICIPLE else [])
    return _group(scene.text, here, chosen[0]) if chosen else ()


def _inside(here: Sequence[Spot], event: Event) -> list[Spot]:
    return [spot for spot in here if event.start <= spot.start and spot.end <= event.end][:1]


def _group(text: str, here: Sequence[Spot], chosen: Spot) -> tuple[Spot, ...]:
    """A name with those that it is joined to: "een besluitmoratorium en een vertrekmoratorium"."""

    def joined(one: Spot, other: Spot) -> bool:
        return bool(_JOINT.fullmatch(text[one.end : max(other.start, one.end)]))

    low = high = list(here).index(chosen)
    while low and joined(here[low - 1], here[low]):
        low -= 1
    while high + 1 < len(here) and joined(here[high], here[high + 1]):
        high += 1
    return tuple(here[low : high + 1])


def _competed(text: str, event: Event, spots: Sequence[Spot]) -> bool:
    """Whether another thing is nearer to the verb: "met een moratorium wordt de termijn verlengd"."""
    before = spots[-1].end <= event.start
    low, high = (spots[-1].end, event.start) if before else (event.start, spots[0].start)
    between = re.sub(r"\([^()]*\)", " ", text[low:high])
    found = last_match(COMPETING, between, len(between))
    return found is not None and not _BY_THE_WAY.search(between, 0, found.start())


def _refers(scene: Scene, event: Event, segment: tuple[int, int]) -> bool:
    """Whether an event without a measure has a word for one that was named before."""
    if event.form is Form.NOUN:
        after = scene.text[event.end : event.end + _AHEAD]
        return not COMPETING.search(after) and (bool(_OF_THIS.match(after)) or not _OF.match(after))
    if event.form is Form.FINITE:
        words = scene.text[event.start : max(event.end, min(segment[1], event.start + _AHEAD))]
    else:
        words = scene.text[segment[0] : event.start]
    if COMPETING.search(words) or _REFLEXIVE.search(words):
        return False
    if event.form in {Form.PARTICIPLE, Form.TE} and not scene.text[segment[0] : event.start].strip(" ,("):
        return True
    return bool(_BACK.search(words) or _GOES_ON.match(words))


def _antecedent(
    reading: Reading, event: Event, sentence: tuple[int, int], segment: tuple[int, int]
) -> tuple[str, ...]:
    scene = reading.scene
    earlier = scene.within(scene.instruments, sentence[0], segment[0])
    if earlier:
        names = tuple(name for name in names_of(_group(scene.text, earlier, earlier[-1])) if name != GENERIC)
        if names:
            return names
    plural = bool(PLURAL.search(scene.text[segment[0] : event.end]))
    return reading.meant(reading.country_at(segment), plural=plural)
