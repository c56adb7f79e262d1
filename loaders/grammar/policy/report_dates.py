"""What the dates of a sentence are to a report: its day, the period that it covers, when it is expected."""

from __future__ import annotations

import re
from itertools import pairwise

from loaders.grammar.policy.moments import Moment, find_moments, to_come
from loaders.grammar.policy.report_drafts import ReportDraft
from loaders.grammar.policy.scene import Scene

__all__ = ["COMING", "COVERS", "OUT", "add_dates"]

COMING = re.compile(
    r"\b(?:verwacht\w*|voorzien|zal|zullen|zou|verschijnt|volgt|gepland|planning|streven|komt|gereed"
    r"|zodra|wacht|afwachting"
    r"|werkt\s+aan|voorbereiding|verzocht|gevraagd|tegemoet\w*|opgesteld|uitkomt|op\s+te\s+stellen)\b",
    re.IGNORECASE,
)
"""Words for a report that is still to come."""
OUT = re.compile(
    r"\b(?:verschenen|verscheen|gepubliceerd|publiceerde|uitgebracht|bracht|vastgesteld|uitgekomen"
    r"|ontvangen|ontving"
    r"|uitgebrachte|gepubliceerde|vastgestelde|verschijning|opgestelde|toegezonden|toegestuurd|aangeboden|gezonden|gestuurd|openbaar|opgeleverd|gedateerd|dateert"
    r"|gereedgekomen)\b",
    re.IGNORECASE,
)
"""Words for one that is there."""
COVERS = re.compile(
    r"\b(?:periode|verslagperiode|rapportageperiode|beslaat|bestrijkt|beschrijft|betreft|behandelt"
    r"|ziet\s+op|verslag\w*"
    r"|tijdvak|gaat\s+over|van)\b",
    re.IGNORECASE,
)
"""Words for the time that one covers."""
PUBLISHED = re.compile(
    r"\b(?:verschenen|verscheen|gepubliceerd\w*|publiceerde|uitgebracht\w*|bracht|vastgesteld\w*|uitgekomen"
    r"|verschijning|opgestelde|openbaar|opgeleverd|gereedgekomen)\b",
    re.IGNORECASE,
)
"""Those of them that are of its own day, not of when the House got it."""
_GONE = re.compile(r"\b(?:afgelopen|vorige?|gisteren|jl)\b", re.IGNORECASE)
_TELLING = re.compile(
    r"\W*(?:informeer|bericht|stuur|zend|kom|besluit|bezie|ontvangt|zal|zullen)\s+(?:ik|wij|uw|u|het\s+kabinet)\b",
    re.IGNORECASE,
)
_TELLS = re.compile(
    r"\b(?:informeer|bericht|stuur)\s+(?:ik\s+)?(?:uw\s+Kamer|u)\b[^,;]*$|\bkom\s+ik\b[^,;]*$", re.IGNORECASE
)
"""Words beside the time at which government tells of something, or does what follows from a report."""
_RANGE = re.compile(
    r"\s*,?\s*(?:tot(?:\s+en\s+met)?|t\s?/\s?m|en|–"
    r"|-)\s+(?:en\s+met\s+)?(?:het\s+)?(?:eind(?:e)?\s+)?(?:van\s+)?",
    re.IGNORECASE,
)
_RANGE_LEAD = re.compile(
    r"(?:periode|verslagperiode|tijdvak|tussen|vanaf|van|beslaat|bestrijkt|sinds)\b[^.;]{0,40}$",
    re.IGNORECASE,
)
_OF = re.compile(r"[^.;:,]*?(?:\bvan|\bd\.?d\.?|\()\s*(?:\w+dag\s+)?", re.IGNORECASE)
_CLAUSE = re.compile(r"\b(?:wordt|zal|is|waarin|dat|die)\b", re.IGNORECASE)
_DATED = re.compile(
    r"\b(?:(?:dateert|gedateerd|daterend)\s+(?:van\s+|op\s+)?|(?:is|stamt)\s+(?:van|uit)\s+)$", re.IGNORECASE
)
_OTHER = re.compile(
    r"\b(?:brief|motie|debat|uitspraak|arrest|aanval|verzoek|overleg|besluit|inval)\b[^,]{0,16}$",
    re.IGNORECASE,
)
"""Nouns that a day after them belongs to."""
_RANGE_LEADS = frozenset(("van", "vanaf", "tussen"))
_NOT_AHEAD = frozenset(("sinds", "tot", "tot en met"))
_ON = frozenset(("op", ""))
_REACH, _BEFORE = 70, 60


def add_dates(scene: Scene, draft: ReportDraft, named_to: int, part: tuple[int, int]) -> None:
    """Read what the dates of a part of a sentence are to a report, whose name ends at `named_to`."""
    moments = find_moments(scene.text, scene.written, *part)
    covered = next((pair for pair in pairwise(moments) if _is_range(scene, *pair, part)), ())
    if covered:
        draft.first, draft.last = covered[0].period.first, covered[1].period.last
    words = scene.text[slice(*part)]
    coming = draft.coming or bool(COMING.search(words))
    out = bool(OUT.search(words))
    left = [moment for moment in moments if moment not in covered]
    for moment in left:
        before = scene.text[part[0] : moment.start]
        tied = bool(_DATED.search(before)) or _attached(scene, moment, named_to)
        own = tied or (out and moment.lead in _ON and not _OTHER.search(before))
        past = moment.day and (scene.written is None or moment.day <= scene.written)
        if own and past and draft.dated is None:
            draft.dated, draft.sent = moment.day, not tied and not PUBLISHED.search(words)
    for moment in left:
        if coming and not (draft.dated or draft.expected) and _is_expected(scene, moment, part):
            draft.expected = to_come(moment, scene.text, scene.written)
    draft.coming = (draft.coming or draft.expected is not None) and draft.dated is None


def _is_expected(scene: Scene, moment: Moment, part: tuple[int, int]) -> bool:
    """Whether a moment may be when a report comes, not when the House is told or what was last week."""
    if moment.lead in _NOT_AHEAD or _GONE.search(scene.text, moment.start, moment.end):
        return False
    telling = _TELLS.search(scene.text[part[0] : moment.start])
    return telling is None and not _TELLING.match(scene.text, moment.end, part[1])


def _attached(scene: Scene, moment: Moment, named_to: int) -> bool:
    """Whether a day is tied to the name before it: "het ambtsbericht Syrië van 4 mei 2022"."""
    between = scene.text[named_to : moment.start]
    near = named_to <= moment.start and len(between) < _REACH
    return near and bool(_OF.fullmatch(between)) and not _CLAUSE.search(between)


def _is_range(scene: Scene, one: Moment, other: Moment, part: tuple[int, int]) -> bool:
    """Whether two moments are the ends of a period that is covered."""
    lead = scene.text[max(part[0], one.start - _BEFORE) : one.start]
    told = bool(_RANGE_LEAD.search(lead)) or one.lead in _RANGE_LEADS
    joined = _RANGE.fullmatch(scene.text[one.end : other.start])
    return told and joined is not None and bool(COVERS.search(scene.text[part[0] : one.end]))
