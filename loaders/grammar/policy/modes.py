"""Whether a sentence decides, announces or only speaks of what its verb names.

A decision is stated: by a finite verb, by a participle with its auxiliary, or by an infinitive or a noun
under a word of deciding or informing. What stands under a request, a possibility, a condition or a
question is none; "niet te verlengen" is an end.
"""

from __future__ import annotations

import re

from loaders.grammar.policy.cues import (
    ANNOUNCING,
    BLOCKING,
    CONDITION,
    DECIDING,
    GOVERNING,
    INFORMED,
    OWN,
)
from loaders.grammar.policy.events import Event, Form
from loaders.grammar.policy.participles import MODAL, conditional, participle
from loaders.grammar.policy.wording import DENIED, Mode, Said, last_match
from ontology.records import DecisionType

__all__ = ["judge"]

_IF = re.compile(r"\W*(?:indien|mocht(?:en)?|wanneer|als|tenzij|zolang|ingeval)\b", re.IGNORECASE)
"""A sentence that begins with a condition states nothing."""
_TO_THIS = re.compile(
    r"\b(?:daartoe|hiertoe)\b[^.;]{0,20}\bbesloten\b|\bbesloten\b[^.;]{0,10}\b(?:daartoe|hiertoe)\b",
    re.IGNORECASE,
)
_ANEW = re.compile(r"\bmaar\b|\ben\s+(?=(?:daartoe|tevens|ook|tegelijk\w*|om)\b)", re.IGNORECASE)
"""What a denial does not reach across."""
_USING = re.compile(r"\bgebruik\s+te\s+maken\s+van\b[^;]*?\b(?:bevoegdheid|mogelijkheid)\b", re.IGNORECASE)
_HEADED = re.compile(r"\W*(?:tot|om)\s", re.IGNORECASE)
_CLUSTER = re.compile(r"\b(?:zal|zullen|is|zijn|was|waren)\b", re.IGNORECASE)
_ONLY_NOW = re.compile(r"\bniet\s+(?:langer|meer)\b", re.IGNORECASE)
_DROPPED = re.compile(
    r"\bafgezien\b|\bzie(?:t|n)?\b[^.;]{0,40}?\baf\s+van\b|\bniet\s+(?:langer\s+)?aan\s+de\s+orde\b"
    r"|\bachterwege\b|\bvindt\s+(?:\w+\s+){0,3}?niet\s+plaats\b|\b(?:komt|volgt)\s+(?:\w+\s+){0,3}?niet\b"
    r"|\ber\s+(?:komt|volgt)\s+geen\b",
    re.IGNORECASE,
)
"""Words by which what could be done is not: of a prolonging, that the measure ends."""
_GROUND = re.compile(r"aanleiding|reden|grond")
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
_CARRIED = re.compile(r"\b(?:doorgevoerd|aangebracht)\b", re.IGNORECASE)
_DOES = re.compile(r"\b(?:heb|heeft|hebben|wordt|worden)\b", re.IGNORECASE)
_SINCE = re.compile(r"\b(?:sinds|sedert|na|bij|met)\s+de\s+$", re.IGNORECASE)
_DAY = re.compile(r"[^,;.]{0,120}?\bop\s+\d{1,2}\s+\w+\s+\d{4}\b")
"""How a noun tells of what was done: "sinds de instelling van het moratorium op 28 februari 2022"."""
_PERFECT = re.compile(r"\b(?:heb|heeft|hebben|is|zijn|ben|bent|werd|werden|had)\b", re.IGNORECASE)
_TELLS_NOW = ("informeer", "meld", "deel", "stel", "betreft")
_NEAR = 12


def judge(
    text: str, event: Event, sentence: tuple[int, int], segment: tuple[int, int], heir: Mode | None
) -> Mode | None:
    """What a sentence does with an event; `heir` is the mode of the event before it in the sentence."""
    said = Said.of(text, event, sentence, segment[0])
    if said.words.rstrip().endswith("?") or _IF.match(said.words):
        return None
    if event.form is Form.PARTICIPLE:
        return participle(said, heir)
    return _FORMS[event.form](said)


def _licensed(said: Said) -> Mode | None:
    """The mode that a word of deciding or announcing before an event gives it."""
    words, at = said.words, said.at
    licence, intent = last_match(DECIDING, words, at), last_match(ANNOUNCING, words, at)
    if licence and (intent is None or intent.start() < licence.end() or _that_will(words, licence, intent)):
        return _decided(said, licence)
    blocked = last_match(BLOCKING, words, at)
    if intent and (blocked is None or blocked.end() < intent.end() or "," in words[blocked.end() : at]):
        denied = DENIED.search(words[max(0, intent.start() - _NEAR) : at])
        if not denied and not GOVERNING.search(words[intent.end() : at]):
            return Mode(DecisionType.ANNOUNCE, own=True, told=said.told)
    return None


def _decided(said: Said, licence: re.Match[str]) -> Mode | None:
    between = _USING.sub(" ", said.words[licence.end() : said.at])
    governed = any("," not in between[match.end() :] for match in GOVERNING.finditer(between))
    if governed or CONDITION.search(said.words, max(0, licence.start() - _NEAR), licence.start()):
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


def _infinitive(said: Said) -> Mode | None:
    """As in "Heb ik besloten het te verlengen", "… te verlengen en heb daartoe besloten"."""
    mode = _licensed(said)
    if mode is None and _TO_THIS.search(said.words, said.end):
        return Mode(said.event.type, own=True, told=said.told)
    return mode or _inverted(said)


def _inverted(said: Said) -> Mode | None:
    """As in "Tot instelling van een moratorium is op 15 oktober besloten": the licence comes after."""
    if not _HEADED.match(said.words) or GOVERNING.search(said.words):
        return None
    licence = DECIDING.search(said.words, said.end)
    if licence is None or re.search(r"\b(?:niet|nog|geen)\b", said.words[said.at : licence.end()]):
        return None
    return Mode(said.event.type, own=True, told=said.told)


def _carried(said: Said) -> Mode | None:
    """As in "Heb ik de volgende wijzigingen in het beleid doorgevoerd"."""
    carried = _CARRIED.search(said.words, said.end)
    if said.event.type is not DecisionType.AMEND or carried is None:
        return None
    words = said.words[: carried.end()]
    if not _DOES.search(words) or DENIED.search(words) or MODAL.search(words) or BLOCKING.search(said.before):
        return None
    return Mode(said.event.type, own=True, told=said.told)


def _state(said: Said) -> Mode | None:
    """As in "Er komt een besluitmoratorium", "komt per 1 april te vervallen"."""
    opens, closes = said.clause
    if CONDITION.search(said.words[opens : said.at].lstrip()) or _unsure(said):
        return None
    words = said.words[said.at : said.end]
    if words.casefold().startswith("komen") and _CLUSTER.search(said.words, opens, said.at):
        return participle(said, None)  # "zal niet komen te vervallen", "is komen te vervallen"
    ending = said.event.type is DecisionType.END
    denied = DENIED.search(_ONLY_NOW.sub("", words) if ending else said.words[opens:closes])
    if denied:
        return None
    return Mode(said.event.type, own=not said.event.past, told=said.event.past)


def _unsure(said: Said) -> bool:
    """Whether the clause is under a modal verb or a "dat" of others."""
    opens, closes = said.clause
    return any(not match["future"] for match in MODAL.finditer(said.words, opens, closes))


def _bare(said: Said) -> Mode | None:
    """As in "Zal ik het moratorium verlengen", "besloten dat ik het zal verlengen"."""
    opens, _ = said.clause
    future = [match for match in MODAL.finditer(said.words, opens, said.end + _NEAR) if match["future"]]
    if not future:
        return None
    between = said.words[min(future[-1].end(), said.at) : said.at]
    if GOVERNING.search(between) or CONDITION.match(said.words[opens : said.at].lstrip()):
        return None
    if DECIDING.search(said.words[:opens]):
        kind = said.flipped(between)
        return Mode(kind, own=True, told=said.told) if kind else None
    if DENIED.search(between):
        return Mode(DecisionType.END, own=True) if said.event.type is DecisionType.EXTEND else None
    return Mode(DecisionType.ANNOUNCE, own=True, told=said.told)


def _finite(said: Said) -> Mode | None:
    """As in "Verleng ik het moratorium", "stelde mijn voorganger een moratorium in"."""
    opens, closes = said.clause
    if CONDITION.search(said.words[opens : said.at].lstrip()) or conditional(said):
        return None
    kind = said.flipped(said.words[opens : max(said.end, closes)])
    return Mode(kind, own=not said.event.past, told=said.event.past) if kind else None


def _noun(said: Said) -> Mode | None:
    """As in "Besloten tot verlenging van", "informeer ik u over de instelling van"."""
    if said.event.type is DecisionType.EXTEND and (dropped := _DROPPED.search(said.words)):
        past = bool(_PERFECT.search(said.words) and "afgezien" in dropped[0])
        return Mode(DecisionType.END, own=not past, told=past)
    if _SINCE.search(said.before) and _DAY.match(said.words, said.end):
        return Mode(said.event.type, own=False, told=True)
    if _MAYBE.search(said.before):
        return None
    informed = INFORMED.search(said.words)
    if informed is None or not _OVER.search(said.before):
        return _licensed(said) or _inverted(said) or _carried(said)
    unsure = last_match(ANNOUNCING, said.words, max(informed.start(), said.at)) or BLOCKING.search(
        said.before
    )
    if unsure and not OWN.search(said.before):
        return None
    past = bool(_PERFECT.search(said.words)) and not informed[0].casefold().startswith(_TELLS_NOW)
    return Mode(said.event.type, own=not past, told=past)


_FORMS = {
    Form.TE: _infinitive,
    Form.STATE: _state,
    Form.NOUN: _noun,
    Form.BARE: _bare,
    Form.FINITE: _finite,
}
