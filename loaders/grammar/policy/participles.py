"""Participles: "is ingesteld", "wordt verlengd", "zal worden beëindigd", "en op 3 mei nogmaals verlengd"."""

from __future__ import annotations

import re

from loaders.grammar.policy.cues import CONDITION, DECIDING, DOUBTING, INFORMED, OWN
from loaders.grammar.policy.wording import DENIED, Mode, Said, last_match
from ontology.records import DecisionType

__all__ = ["MODAL", "conditional", "participle"]

MODAL = re.compile(
    r"\b(?:(?P<future>zal|zullen|zult)|kan|kunnen|kon|konden|zou|zouden|moet|moeten|moest|dient|dienen"
    r"|mag|mogen"
    r"|wil|willen|hoeft|behoeft|had\s+moeten)\b",
    re.IGNORECASE,
)
_AUXILIARY = re.compile(
    r"\b(?P<word>heb|hebt|heeft|hebben|had|hadden|is|zijn(?!\s+(?:besluit|brief|ambts|voor))|was|waren"
    r"|werd|werden"
    r"|wordt|worden|blijft)\b",
    re.IGNORECASE,
)
_ALSO_FINITE = frozenset(("verlopen", "vervallen"))
"""Participles that are plural verbs too: "de moratoria verlopen op"."""
_THAT = re.compile(r"\b(?P<before>\w+(?:\s+\w+){0,6}),?\s+dat\s", re.IGNORECASE)
_UNDER = re.compile(r"\b(?:of|indien|wanneer|tenzij|mocht|totdat|zodra|voordat|alvorens)\b", re.IGNORECASE)
_RELATIVE = re.compile(r"\s*(?:dat|die|welk)\s+(?:ik|wij|het\s+kabinet)\b", re.IGNORECASE)
_STANDING = re.compile(r"\b(?:het|de)\s+(?:\w+\s+){0,3}\w*(?:moratori(?:um|a)|beleid),\s$", re.IGNORECASE)
"""How words end that name a measure which the clause after them describes: "het moratorium, dat ik …"."""
_AT_ONCE = re.compile(r"\b(?:per\s+(?:direct|ommegaande|heden)|onmiddellijke\s+ingang)\b", re.IGNORECASE)
_YEAR = re.compile(r"\b\d{4}\b")
_ACTIVE = frozenset(("heb", "hebben", "heeft", "hebt"))
_AFTER_MODAL, _AFTER_AUXILIARY, _AFTER = 24, 16, 40
"""Letters after a participle within which its verbs may stand: "verlengd zal worden", "verlengd is"."""


def participle(said: Said, heir: Mode | None) -> Mode | None:
    """What a sentence does with a participle; `heir` is the mode of the event before, which it may share."""
    if said.event.past:  # "het op 29 juni 2022 ingestelde moratorium"
        return Mode(said.event.type, own=False, told=True)
    modal, auxiliary = _verb(said, MODAL, _AFTER_MODAL), _verb(said, _AUXILIARY, _AFTER_AUXILIARY)
    if auxiliary is None and modal is None:
        if said.words[said.at : said.end].casefold() in _ALSO_FINITE:
            return None
        # "werd, gelet op de situatie, verlengd"; "en op 3 mei verlengd"
        auxiliary = last_match(_AUXILIARY, said.words, said.at)
        if auxiliary is None:  # kept only where it is dated: "(ingesteld op 29 juni 2022)"
            return Mode(said.event.type, own=bool(heir and heir.own), told=heir.told if heir else True)
    if conditional(said):
        return None
    if modal:
        return _future(said, modal)
    kind = said.flipped(_denial(said))
    return _stated(said, kind, auxiliary["word"].casefold()) if kind and auxiliary else None


def _verb(said: Said, pattern: re.Pattern[str], reach: int) -> re.Match[str] | None:
    opens, closes = said.clause
    after = min(said.end + reach, closes)
    return pattern.search(said.words, opens, said.at) or pattern.search(said.words, said.end, after)


def _denial(said: Said) -> str:
    return said.words[max(said.clause[0], said.low) : said.at]


def _future(said: Said, modal: re.Match[str]) -> Mode | None:
    """A participle with "zal": announced, unless it is what was decided; other modal verbs decide nothing."""
    if not modal["future"]:
        return None
    if DECIDING.search(said.words[: max(said.clause[0], modal.start())]):
        kind = said.flipped(_denial(said))
        return Mode(kind, own=True) if kind else None
    if DENIED.search(_denial(said)):
        return Mode(DecisionType.END, own=True) if said.event.type is DecisionType.EXTEND else None
    return Mode(DecisionType.ANNOUNCE, own=True)


def _stated(said: Said, kind: DecisionType, auxiliary: str) -> Mode:
    if auxiliary in {"wordt", "worden"}:
        return Mode(kind, own=True)
    opens, closes = said.clause
    around = f"{said.words[opens : said.at]} {said.words[said.end : min(closes, said.end + _AFTER)]}"
    described = _RELATIVE.match(said.words[opens : said.at]) and _STANDING.search(said.words[:opens])
    told = auxiliary not in _ACTIVE or said.told or bool(described)
    performed = bool(OWN.search(around)) or bool(_AT_ONCE.search(around) and not _YEAR.search(around))
    return Mode(kind, own=performed or not told, told=told and not performed)


def conditional(said: Said) -> bool:
    """Whether a clause is under a condition, a question, or a "dat" that nobody vouches for."""
    head = said.words[said.clause[0] : said.at].lstrip()
    if CONDITION.match(head) or _UNDER.search(head):
        return True
    governed = last_match(_THAT, said.words, said.at)
    if governed is None or DECIDING.search(said.words[governed.end() : said.at]):
        return False
    return INFORMED.search(governed["before"]) is None and bool(DOUBTING.search(governed["before"]))
