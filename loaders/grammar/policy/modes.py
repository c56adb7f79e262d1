"""Whether a sentence decides, announces or only speaks of what its verb names.

A decision is stated: by a finite verb, by a participle with its auxiliary, or by an infinitive or a noun
under a word of deciding or informing. What stands under a request, a possibility, a condition or a
question is none; "niet te verlengen" is an end.
"""

from __future__ import annotations

import re

from loaders.grammar.policy.cues import CONDITION, DECIDING, GOVERNING
from loaders.grammar.policy.events import Event, Form
from loaders.grammar.policy.licences import inverted, licensed, told
from loaders.grammar.policy.nouns import noun
from loaders.grammar.policy.participles import MODAL, conditional, participle
from loaders.grammar.policy.wording import DENIED, Mode, Said
from ontology.records import DecisionType

__all__ = ["judge"]

_IF = re.compile(r"\W*(?:indien|mocht(?:en)?|wanneer|als|tenzij|zolang|ingeval)\b", re.IGNORECASE)
"""A sentence that begins with a condition states nothing."""
_TO_THIS = re.compile(
    r"\b(?:daartoe|hiertoe)\b[^.;]{0,20}\bbesloten\b|\bbesloten\b[^.;]{0,10}\b(?:daartoe|hiertoe)\b",
    re.IGNORECASE,
)
_CLUSTER = re.compile(r"\b(?:zal|zullen|is|zijn|was|waren)\b", re.IGNORECASE)
_ONLY_NOW = re.compile(r"\bniet\s+(?:langer|meer)\b", re.IGNORECASE)
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


def _infinitive(said: Said) -> Mode | None:
    """As in "Heb ik besloten het te verlengen", "… te verlengen en heb daartoe besloten"."""
    mode = licensed(said) or told(said)
    if mode is None and _TO_THIS.search(said.words, said.end):
        return Mode(said.event.type, own=True, told=said.told)
    return mode or inverted(said)


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


_FORMS = {
    Form.TE: _infinitive,
    Form.STATE: _state,
    Form.NOUN: noun,
    Form.BARE: _bare,
    Form.FINITE: _finite,
}
