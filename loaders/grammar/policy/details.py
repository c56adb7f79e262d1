"""Sentences that decide nothing themselves but say when a measure starts or ends, or where it was told."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date

from loaders.grammar.policy.cues import INFORMED
from loaders.grammar.policy.dating import read_dates
from loaders.grammar.policy.drafts import Draft
from loaders.grammar.policy.groups import target_group
from loaders.grammar.policy.life import EXPIRY, FORCE, LASTING
from loaders.grammar.policy.measures import PLURAL
from loaders.grammar.policy.papers import cited_papers
from loaders.grammar.policy.places import countries_of
from loaders.grammar.policy.reading import GENERIC, Reading, names_of
from loaders.grammar.policy.scene import Scene, Spot
from loaders.grammar.policy.sources import share
from loaders.grammar.policy.stretch import Dates, Stretch
from ontology.records import DecisionType

__all__ = ["Known", "add_detail"]

_BACK = re.compile(
    r"^\W*(?:\w+\W+){0,6}?(?:dit|deze|die|zij|het|de|beide)\s+(?:moratori|maatregel|besluit|regeling|verlenging"
    r"|wijziging|instelling"
    r"|aanwijzing|beëindiging|beleid|instrument|intrekking)\w*"
    r"|^\W*(?:de\s+)?(?:inwerkingtreding|ingangsdatum|einddatum|looptijd|geldigheid\w*|duur|termijn)\b|^\W*dat\b|(?:^\W*|[;,]\s+)(?:dit|deze|die|zij|het"
    r"|beide)\b|\b(?:geldt|gelden|loopt|duurt|gaat|gaan|treedt|treden|eindigt|verloopt)\s+(?:dit|deze|die|zij)\b",
    re.IGNORECASE,
)
"""Words by which a sentence speaks of what was decided before it."""
_DENIED = re.compile(
    r"\b(?:niet|geen|kan|kunnen|indien|tenzij"
    r"|zou(?:den)?(?![^.;]{0,60}?\b(?:af|ver)lopen|[^.;]{0,60}?\b(?:eindigen|vervallen)))\b",
    re.IGNORECASE,
)
_ACT = re.compile(
    r"\W*(?:de|deze|beide|het|dit|alle)\s+(?:\w+\s+){0,3}?(?:regeling|aanwijzingen|wijzigingen|maatregelen|besluiten"
    r"|moratoria|verlengingen|aanwijzing)\b(?!\s+van\s+[A-Z])",
    re.IGNORECASE,
)
"""How a sentence begins that is about the act by which all that a text decides is done."""
_FIGURES = re.compile(r"\d{4}|\b(?:maand(?:en)?|jaar|aanstaande|jl)\b")
_OF_THAT = re.compile(
    r"\b(?:hierover|daarover|hiervan|daarvan|een\s+en\s+ander"
    r"|(?:over|van)\s+(?:dit|dat|deze|die)\s+(?:besluit|beslissing|verlenging|instelling|maatregel)\w*)\b",
    re.IGNORECASE,
)
_RECENT = 200
"""Decisions back to which a sentence may refer."""
_HELD = re.compile(r"\b(?:gold|golden|waren\s+van\s+kracht|was\s+van\s+kracht)\b", re.IGNORECASE)
_WILL = re.compile(r"\b(?:zal|zullen)\b", re.IGNORECASE)


@dataclass
class Known:
    """The decisions that a passage has told of so far, and ends of measures that it names alone."""

    drafts: list[Draft] = field(default_factory=list)
    ends: dict[tuple[str, str | None], date] = field(default_factory=dict)

    def latest(self, measures: tuple[str, ...], country: str) -> list[Draft]:
        """The decisions told of last on some of these measures, with those taken together with them."""
        fitting = [
            draft
            for draft in self.drafts[-_RECENT:]
            if draft.country == country and {*draft.measures} & {*measures}
        ]
        return [draft for draft in fitting if draft.alike(fitting[-1])]


def add_detail(reading: Reading, sentence: tuple[int, int], known: Known) -> None:
    """Give the days that a sentence tells to the decisions that it looks back on."""
    scene, words = reading.scene, reading.scene.text[slice(*sentence)]
    if not any(pattern.search(words) for pattern in (FORCE, EXPIRY, LASTING)):
        told = known.drafts and _OF_THAT.search(words) and INFORMED.search(words)
        if told and not share(scene, sentence, known.drafts[-_RECENT:]):
            _add_source(reading, sentence, known.drafts[-1])
        return
    spots = tuple(scene.within(scene.instruments, *sentence))
    figures = _FIGURES.search(words)
    denied = _DENIED.search(words)
    before_any_day = denied and (figures is None or denied.end() <= figures.end())
    if before_any_day or not (spots or _BACK.search(words) or _ACT.match(words)):
        return
    dates = read_dates(Stretch(scene, sentence, forward=True))
    dates = Dates(
        starts=dates.starts if FORCE.search(words) else None,
        until=dates.until or dates.expired,
        months=None if dates.until or dates.expired else dates.months,
        waits=dates.waits,
        at_once=dates.at_once,
    )
    if dates.starts and _ACT.match(words) and not scene.within(scene.countries, *sentence):
        _give_all(known, dates.starts)
    if dates != Dates():
        _give(reading, sentence, spots, dates, known)


def _give(
    reading: Reading, sentence: tuple[int, int], spots: tuple[Spot, ...], dates: Dates, known: Known
) -> None:
    words = reading.scene.text[slice(*sentence)]
    explicit = tuple(name for name in names_of(spots) if name != GENERIC)
    measures = explicit
    if not explicit and (spots or known.drafts):
        measures = reading.meant(reading.heading, plural=bool(PLURAL.search(words)), generic=bool(spots))
    for country in countries_of(reading, spots, sentence, sentence):
        if dates.until:
            known.ends.update(dict.fromkeys(((measure, country) for measure in measures), dates.until))
        latest = known.latest(measures, country)
        for draft in latest:
            draft.starts = draft.starts or dates.starts or (draft.decided if dates.at_once else None)
            draft.waits = draft.waits or dates.waits
            if draft.until is None and (dates.until or draft.months is None):
                draft.until, draft.months = dates.until, draft.months or dates.months
        held = dates.starts or (dates.until if _HELD.search(words) else None)
        if not latest and explicit and held and _past(reading, held):
            draft = _in_force(reading.scene, measures, country, sentence, dates)
            draft.group = target_group(reading.scene, spots, sentence)
            known.drafts.append(draft)


def _give_all(known: Known, starts: date) -> None:
    """Give the day on which an act comes into force to all that this text decides with it."""
    own = [draft for draft in known.drafts if draft.own]
    for draft in own:
        if draft.alike(own[-1]):
            draft.starts = draft.starts or starts


def _past(reading: Reading, day: date) -> bool:
    return reading.scene.written is not None and day <= reading.scene.written


def _in_force(
    scene: Scene, measures: tuple[str, ...], country: str, sentence: tuple[int, int], dates: Dates
) -> Draft:
    """The decision behind a measure that "geldt sinds" a day."""
    kind = DecisionType.INTRODUCE
    draft = Draft(kind, measures, country, sentence, verb=kind, told=True)
    draft.cites = cited_papers(scene, sentence)
    draft.starts, draft.until, draft.months = dates.starts, dates.until, dates.months
    return draft


def _add_source(reading: Reading, sentence: tuple[int, int], draft: Draft) -> None:
    """Add when and where a decision was told: "Hierover heb ik op 3 mei bericht (Kamerstuk …)"."""
    if draft.own or _WILL.search(reading.scene.text[slice(*sentence)]):
        return
    dates = read_dates(Stretch(reading.scene, sentence))
    draft.cites = draft.cites or cited_papers(reading.scene, sentence)
    draft.decided = draft.decided or dates.decided or dates.told_on
