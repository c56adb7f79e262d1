"""Reports on countries (ambtsberichten) that a letter or an answer speaks of.

Every naming gives what its sentence says of it: kind, country, day, period covered, when it is expected.
"Het ambtsbericht" in a later sentence adds to the report that was named before; one that is "nieuw" or still
expected is another than the one that is there.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import pairwise
from operator import attrgetter

from loaders.grammar.policy.reading import names_of
from loaders.grammar.policy.report_dates import COMING, COVERS, OUT, add_dates
from loaders.grammar.policy.report_drafts import PLAIN, ReportDraft, place
from loaders.grammar.policy.scene import Scene, Spot

__all__ = ["read_reports"]

_ABOUT = re.compile(
    r"\s*(?:(?:over|inzake|betreffende|aangaande|van|voor|m\.b\.t\.|met\s+betrekking\s+tot"
    r"|ten\s+aanzien\s+van|t\.a\.v\.|uit|\()"
    r"\s*)?(?:(?:de|het|(?:\w+\s+){0,6}(?:in|voor|uit|van|over))\s+(?:de\s+)?)?",
    re.IGNORECASE,
)
"""What leads from the name of a report to its country."""
_THEME = re.compile(r"[^.,;:]{0,60}\b(?:in|over|voor|inzake)\s+(?:de\s+|het\s+)?", re.IGNORECASE)
_NEW = re.compile(
    r"\b(?:nieuwe?|volgende?|komende?|eerstvolgende|geactualiseerde?|actueel|actuele|aangekondigde"
    r"|te\s+verwachten)\s+(?:\w+\s+)?$",
    re.IGNORECASE,
)
_NO = re.compile(r"\bgeen\s+(?:[\w-]+\s+){0,2}$", re.IGNORECASE)
_EARLIER = re.compile(
    r"\b(?:vorige?|eerdere?|laatste|meest\s+recente|voorgaande|huidige)\s+(?:\w+\s+)?$", re.IGNORECASE
)
_BACK = re.compile(
    r"^\W*(?:(?:(?:De|Deze)\s+)?(?:publicatie|verschijning|oplevering|afronding|vaststelling|verslagperiode|periode)|Dit|Deze|Het|Dat"
    r"|Naar\s+verwachting\s+(?:\w+\s+){0,3}(?:dit|het)|De\s+verwachting\s+is\s+dat\s+(?:dit|het))\b",
    re.IGNORECASE,
)
"""How a sentence begins that goes on about a report."""
_OTHER_THING = re.compile(r"\b(?:moratori|besluit|beleid|Kamer\b(?!stuk))")
_STILL_IT = re.compile(r"publicatie|verschij|gereed|periode", re.IGNORECASE)
_PARTING = re.compile(r"[,;]|\s(?:en|maar|dat|terwijl)\s")
_STOP = re.compile(r"[.,;:]")
_REACH, _BEFORE, _BESIDE, _AHEAD = 90, 40, 12, 60


def read_reports(scene: Scene) -> list[ReportDraft]:
    """The reports that a passage speaks of, each once, in order of the text."""
    drafts: list[ReportDraft] = []
    heading: str | None = None
    last: ReportDraft | None = None
    for sentence in scene.sentences:
        if scene.heading(sentence):
            names = names_of(scene.within(scene.countries, *sentence))
            heading = names[0] if len(names) == 1 else heading
            continue
        named = _distinct(scene.within(scene.reports, *sentence))
        if last is not None and not named:
            _go_on(scene, last, sentence)
        for spot, part in zip(named, _parts(scene, named, sentence), strict=True):
            if not (_in_general(scene, spot, part) or _none(scene, spot, part)):
                last = place(drafts, _draft(scene, spot, part, sentence, heading))
    return [draft for draft in drafts if draft.country]


def _in_general(scene: Scene, spot: Spot, part: tuple[int, int]) -> bool:
    """Whether several reports are meant, of no country in particular."""
    if not scene.text[spot.start : spot.end].casefold().endswith("berichten"):
        return False
    near = scene.within(scene.countries, spot.end, part[1])
    return not (near and _ABOUT.fullmatch(scene.text[spot.end : near[0].start]))


def _none(scene: Scene, spot: Spot, part: tuple[int, int]) -> bool:
    """Whether it is said that there is, or will be, no such report."""
    return bool(_NO.search(scene.text[max(part[0], spot.start - _BEFORE) : spot.start]))


def _distinct(spots: list[Spot]) -> list[Spot]:
    """One spot a place: the most telling kind."""
    by_place: dict[int, Spot] = {}
    for spot in spots:
        if spot.start not in by_place or by_place[spot.start].name == PLAIN:
            by_place[spot.start] = spot
    return list(by_place.values())


def _parts(scene: Scene, named: list[Spot], sentence: tuple[int, int]) -> Iterator[tuple[int, int]]:
    """The stretch of the sentence that is about each naming: up to the next one's clause."""
    low = sentence[0]
    for spot, following in pairwise(named):
        cuts = [match.start() for match in _PARTING.finditer(scene.text, spot.end, following.start)]
        end = cuts[-1] if cuts else following.start
        yield low, end
        low = end
    if named:
        yield low, sentence[1]


def _draft(
    scene: Scene, spot: Spot, part: tuple[int, int], sentence: tuple[int, int], heading: str | None
) -> ReportDraft:
    draft = ReportDraft(spot.name, _country(scene, spot, part, sentence, heading), sentence)
    before = scene.text[max(part[0], spot.start - _BEFORE) : spot.start]
    draft.coming, draft.earlier = bool(_NEW.search(before)), bool(_EARLIER.search(before))
    add_dates(scene, draft, spot.end, part)
    return draft


def _country(
    scene: Scene, spot: Spot, part: tuple[int, int], sentence: tuple[int, int], heading: str | None
) -> str | None:
    """The country beside the name, else the one that the sentence or the passage is about."""
    near = scene.within(scene.countries, spot.end, min(part[1], spot.end + _REACH))[:1]
    if near and _ABOUT.fullmatch(scene.text[spot.end : near[0].start]):
        return near[0].name
    for one in reversed(scene.within(scene.countries, spot.start - _AHEAD, spot.start)):
        between = scene.text[one.end : spot.start]
        if 0 <= spot.start - one.end <= _BESIDE and not _STOP.search(between):
            return one.name
    if near and _THEME.fullmatch(scene.text[spot.end : near[0].start]):
        return near[0].name
    names = names_of(scene.within(scene.countries, *sentence))
    for country in (heading, scene.focus):
        if country and (country in names or not names):
            return country
    if len(names) == 1:
        return names[0]
    earlier = bisect_left(scene.countries, sentence[0], key=attrgetter("start"))
    return heading or scene.focus or (scene.countries[earlier - 1].name if earlier else None)


def _go_on(scene: Scene, draft: ReportDraft, sentence: tuple[int, int]) -> None:
    """A sentence that goes on about the report before: "Dit zal naar verwachting in mei gereed zijn"."""
    words = scene.text[slice(*sentence)]
    if not _BACK.search(words) or (_OTHER_THING.search(words) and not _STILL_IT.search(words)):
        return
    if not any(pattern.search(words) for pattern in (COMING, COVERS, OUT)):
        return
    more = ReportDraft(draft.kind, draft.country, sentence)
    add_dates(scene, more, sentence[0], sentence)
    if not (draft.dated and more.expected):
        draft.first, draft.last = draft.first or more.first, draft.last or more.last
        draft.dated = draft.dated or (more.dated if OUT.search(words) else None)
        draft.expected = draft.expected or more.expected
