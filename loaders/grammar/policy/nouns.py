"""Nouns of doing: "besloten tot verlenging van", "geïnformeerd over de instelling van"."""

from __future__ import annotations

import re

from loaders.grammar.policy.cues import ANNOUNCING, BLOCKING, INFORMED, OWN
from loaders.grammar.policy.licences import PERFECT, inverted, licensed
from loaders.grammar.policy.participles import MODAL
from loaders.grammar.policy.wording import DENIED, Mode, Said, last_match
from ontology.records import DecisionType

__all__ = ["noun"]

_DROPPED = re.compile(
    r"\bafgezien\b|\bzie(?:t|n)?\b[^.;]{0,40}?\baf\s+van\b|\bniet\s+(?:langer\s+)?aan\s+de\s+orde\b"
    r"|\bachterwege\b|\bvindt\s+(?:\w+\s+){0,3}?niet\s+plaats\b|\b(?:komt|volgt)\s+(?:\w+\s+){0,3}?niet\b"
    r"|\ber\s+(?:komt|volgt)\s+geen\b",
    re.IGNORECASE,
)
"""Words by which what could be done is not: of a prolonging, that the measure ends."""
_NOT_FIT = re.compile(
    r"\b(?:acht(?:en)?\s+(?:ik|wij|het\s+kabinet)|(?:ik|wij|het\s+kabinet)\s+acht(?:en)?)\b[^.;]{0,90}?\bniet\s+(?:langer\s+|meer\s+)?"
    r"(?:opportuun|nodig|noodzakelijk|gerechtvaardigd|aangewezen|wenselijk|passend|verantwoord)\b",
    re.IGNORECASE,
)
"""Words by which prolonging is refused, which ends a measure whose end is known."""
_OVER = re.compile(
    r"\b(?:over|van|betreft|betreffende|inzake|tot|op|de)\s+(?:mijn\s+|het\s+|de\s+"
    r"|een\s+)?(?:besluit\s+(?:om|tot)\s+)?"
    r"(?:(?:de|het|een)\s+)?(?:\w+\s+){0,2}$",
    re.IGNORECASE,
)
_MAYBE = re.compile(
    r"\b(?:eventuele?|mogelijke?|al\s+dan\s+niet|voorgenomen|gevraagde|verzochte"
    r"|gewenste)\s+(?:\w+\s+){0,1}$"
    r"|\b(?:geen|zonder|naar\s+aanleiding\s+van|na|voor|bij|sinds|aanleiding\s+voor"
    r"|reden\s+voor)\s+(?:de|het|een)?\s*$",
    re.IGNORECASE,
)
"""What goes before a noun that only names a decision."""
_ABOVE = re.compile(
    r"\b(?:de|deze|het)\s+(?:boven\w+|vo(?:or|ren)(?:gaande|staande|noemde|genoemde)|(?:hiervoor|hierboven|in\s+deze\s+brief)\s+\w+)"
    r"\s+(?:\w+\s+)?$",
    re.IGNORECASE,
)
_TAKES_EFFECT = re.compile(
    r"(?:(?!\b(?:niet|nog|kan|kunnen|zou|zouden)\b)[^.;]){0,160}?\b(?:treedt|treden|gaat|gaan|geldt|gelden)\b",
    re.IGNORECASE,
)
"""How what is decided is named once more, with its start: "de bovenstaande aanpassing treedt in werking"."""
_STAND = re.compile(
    r"\b(?:standpunt|oordeel|beslis\w*|beslissing|besluit|besluiten|advies|afweging)\b[^.;,]{0,30}\bover\s+(?:\w+\s+){0,2}$",
    re.IGNORECASE,
)
"""Words by which it is left open whether it will be done."""
_CARRIED = re.compile(r"\b(?:doorgevoerd|aangebracht)\b", re.IGNORECASE)
_DOES = re.compile(r"\b(?:heb|heeft|hebben|wordt|worden)\b", re.IGNORECASE)
_SINCE = re.compile(r"\b(?:sinds|sedert|na|bij|met)\s+de\s+$", re.IGNORECASE)
_DAY = re.compile(r"[^,;.]{0,120}?\bop\s+\d{1,2}\s+\w+\s+\d{4}\b")
"""How a noun tells of what was done: "sinds de instelling van het moratorium op 28 februari 2022"."""
_TELLS_NOW = ("informeer", "meld", "deel", "stel", "betreft")


def noun(said: Said) -> Mode | None:
    """As in "Besloten tot verlenging van", "informeer ik u over de instelling van"."""
    named = _not_prolonged(said) or _named_again(said)
    if named:
        return named
    informed = INFORMED.search(said.words)
    if _MAYBE.search(said.before) or (informed is None and _STAND.search(said.before)):
        return None
    if informed is None or not _OVER.search(said.before):
        return licensed(said) or inverted(said) or _carried(said)
    unsure = last_match(ANNOUNCING, said.words, max(informed.start(), said.at)) or BLOCKING.search(
        said.before
    )
    if unsure and not OWN.search(said.before):
        return None
    past = bool(PERFECT.search(said.words)) and not informed[0].casefold().startswith(_TELLS_NOW)
    return Mode(said.event.type, own=not past, told=past)


def _not_prolonged(said: Said) -> Mode | None:
    """As in "Van verlenging is afgezien", "een verdere verlenging acht ik niet opportuun"."""
    if said.event.type is not DecisionType.EXTEND:
        return None
    if dropped := _DROPPED.search(said.words):
        past = bool(PERFECT.search(said.words) and "afgezien" in dropped[0])
        return Mode(DecisionType.END, own=not past, told=past)
    return Mode(DecisionType.END, own=True, refusing=True) if _NOT_FIT.search(said.words) else None


def _named_again(said: Said) -> Mode | None:
    """As in "De bovenstaande aanpassing treedt in werking", "sinds de instelling op 28 februari"."""
    if _ABOVE.search(said.before) and _TAKES_EFFECT.match(said.words, said.end):
        return Mode(said.event.type, own=True)
    since = _SINCE.search(said.before) and _DAY.match(said.words, said.end)
    return Mode(said.event.type, own=False, told=True) if since else None


def _carried(said: Said) -> Mode | None:
    """As in "Heb ik de volgende wijzigingen in het beleid doorgevoerd"."""
    carried = _CARRIED.search(said.words, said.end)
    if said.event.type is not DecisionType.AMEND or carried is None:
        return None
    words = said.words[: carried.end()]
    if not _DOES.search(words) or DENIED.search(words) or MODAL.search(words) or BLOCKING.search(said.before):
        return None
    return Mode(said.event.type, own=True, told=said.told)
