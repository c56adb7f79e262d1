"""Words of deciding, announcing or telling before, or after, an infinitive or a noun that hangs on them."""

from __future__ import annotations

import re

from loaders.grammar.policy.cues import ANNOUNCING, BLOCKING, CONDITION, DECIDING, GOVERNING, INFORMED
from loaders.grammar.policy.wording import DENIED, Mode, Said, last_match
from ontology.records import DecisionType

__all__ = ["PERFECT", "inverted", "licensed", "told"]

_ANEW = re.compile(r"\bmaar\b|\ben\s+(?=(?:daartoe|tevens|ook|tegelijk\w*|om)\b)", re.IGNORECASE)
"""What a denial does not reach across."""
_USING = re.compile(r"\bgebruik\s+te\s+maken\s+van\b[^;]*?\b(?:bevoegdheid|mogelijkheid)\b", re.IGNORECASE)
_LIGHT = re.compile(
    r"\b(?:over\s+te\s+gaan|te\s+(?:besluiten|beslissen|komen))\s+tot\b"
    r"|\bgebruik\s+te\s+maken\s+van\b(?=[^;]*?\b(?:bevoegdheid|mogelijkheid)\b)",
    re.IGNORECASE,
)
"""Verbs that only carry what is done, so that the word that they hang on decides or denies it."""
_GROUND = re.compile(r"aanleiding|reden|grond")
_GONE_OVER = ("overgegaan", "ertoe overgegaan")
_NOT = re.compile(r"\b(?:niet|nooit|nog)\b[^,.;]{0,24}$", re.IGNORECASE)
"""How words end before "overgegaan tot" that deny it."""
_HEADED = re.compile(r"\W*(?:tot|om)\s", re.IGNORECASE)
PERFECT = re.compile(r"\b(?:heb|heeft|hebben|is|zijn|ben|bent|werd|werden|had)\b", re.IGNORECASE)
_NEAR = 12


def licensed(said: Said) -> Mode | None:
    """The mode that a word of deciding or announcing before an event gives it."""
    words, at = said.words, _governed(said)
    licence, intent = last_match(DECIDING, words, at), last_match(ANNOUNCING, words, at)
    if licence and (intent is None or intent.start() < licence.end() or _that_will(words, licence, intent)):
        return _decided(said, licence)
    blocked = last_match(BLOCKING, words, at)
    if intent and (blocked is None or blocked.end() < intent.end() or "," in words[blocked.end() : at]):
        denied = DENIED.search(words[max(0, intent.start() - _NEAR) : at])
        if not denied and not GOVERNING.search(words[intent.end() : at]):
            return Mode(DecisionType.ANNOUNCE, own=True, told=said.told)
    return None


def _governed(said: Said) -> int:
    """Where what an event hangs on ends: a light verb before it ("over te gaan tot") hangs on it too."""
    light = last_match(_LIGHT, said.words, said.at)
    return light.start() if light else said.at


def _decided(said: Said, licence: re.Match[str]) -> Mode | None:
    between = _USING.sub(" ", said.words[licence.end() : said.at])
    governed = any("," not in between[match.end() :] for match in GOVERNING.finditer(between))
    if governed or CONDITION.search(said.words, max(0, licence.start() - _NEAR), licence.start()):
        return None
    if licence[0].casefold().startswith(_GONE_OVER) and _NOT.search(said.words[: licence.start()]):
        return None
    denial = said.words[max(licence.start(), said.low) : said.at]
    kind = said.flipped(_ANEW.split(denial)[-1])
    if re.search(r"\b(?:niet|geen)\b", licence[0]) and not (
        kind is DecisionType.END and _GROUND.search(licence[0])
    ):
        return None
    return Mode(kind, own=True, told=said.told) if kind else None


def _that_will(words: str, licence: re.Match[str], intent: re.Match[str]) -> bool:
    """Whether what will be is what was decided: "besloten dat het zal worden verlengd"."""
    return bool(re.search(r"\b(?:dat|om)\b", words[licence.end() - 4 : intent.start()]))


def told(said: Said) -> Mode | None:
    """As in "Bij brief van 8 maart heb ik uw Kamer meegedeeld het moratorium te verlengen"."""
    words = said.words[: said.at]
    informed = last_match(INFORMED, words, said.at)
    perfect = last_match(PERFECT, words, informed.start()) if informed else None
    if informed is None or perfect is None:
        return None
    between = words[informed.end() :]
    blocked = any(cue.search(between) for cue in (GOVERNING, BLOCKING, ANNOUNCING, CONDITION))
    if blocked or DENIED.search(words, perfect.end(), informed.end()):
        return None
    kind = said.flipped(between)
    return Mode(kind, own=False, told=True) if kind else None


def inverted(said: Said) -> Mode | None:
    """As in "Tot instelling van een moratorium is op 15 oktober besloten": the licence comes after."""
    if not _HEADED.match(said.words) or GOVERNING.search(said.words):
        return None
    licence = DECIDING.search(said.words, said.end)
    if licence is None or re.search(r"\b(?:niet|nog|geen)\b", said.words[said.at : licence.end()]):
        return None
    return Mode(said.event.type, own=True, told=said.told)
