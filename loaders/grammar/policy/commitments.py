"""Sentences in which government commits itself to do, send or tell something, with the time that it names.

"Ik zeg toe", "uw Kamer ontvangt", "zal ik uw Kamer informeren", "kom ik hierop terug". What was promised
before ("heb ik toegezegd") is no promise of this text, nor is what hangs on a condition that nobody awaits.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from loaders.grammar.policy.moments import Moment, find_moments, to_come
from loaders.grammar.policy.scene import Scene
from ontology.records import Period

__all__ = ["Promise", "read_commitments"]

_HOUSE = r"(?:uw\s+(?:Kamer|commissie)|u|de\s+Kamer|de\s+Tweede\s+Kamer|beide\s+Kamers)"
_TELL = (
    r"(?:informeren|berichten|inlichten|toesturen|toezenden|sturen|zenden|toekomen|doen\s+toekomen"
    r"|aanbieden|voorleggen|rapporteren|terugkomen|terug\s+te\s+komen"
    r"|op\s+de\s+hoogte\s+(?:houden|stellen|brengen)|geïnformeerd|bericht|ingelicht|toegezonden"
    r"|toegestuurd|gestuurd|gezonden|aangeboden)"
)
_SOON = r"uiterlijk|begin|eind|medio|binnen"
_WORDINGS = tuple(
    (tuple(verbs.split()), re.compile(wording, re.IGNORECASE))
    for verbs, wording in {
        "zeg": (
            r"\bik\s+zeg(?:\s+(?:u|uw\s+Kamer|graag|hierbij|daarbij))*\s+toe\b"
            r"|\bzeg\s+ik(?:\s+\w+){0,4}\s+toe\b|\bzeggen\s+wij(?:\s+\w+){0,4}\s+toe\b"
        ),
        "zal zullen ga": (
            rf"\b(?:zal|zullen|ga|gaan)\b(?=[^.;]{{0,160}}\b{_HOUSE}\b)[^.;]{{0,220}}?\b{_TELL}\b"
            rf"|\b{_HOUSE}\b[^.;]{{0,60}}?\b(?:zal|zullen)\b[^.;]{{0,160}}?\b{_TELL}\b"
        ),
        "ontvang": (
            rf"\b{_HOUSE}\s+(?:\w+\s+){{0,4}}?(?:ontvangt|ontvang)\b"
            rf"|\b(?:ontvangt|ontvang)\s+(?:\w+\s+){{0,2}}?{_HOUSE}\b"
        ),
        "word": (
            rf"\b{_HOUSE}\s+wordt\b[^.;]{{0,140}}?\b{_TELL}\b|\bwordt\s+{_HOUSE}\b[^.;]{{0,140}}?\b{_TELL}\b"
            rf"|\bwordt?\s+u\b[^.;]{{0,140}}?\b{_TELL}\b"
        ),
        "kom": (
            r"\bkom(?:en)?\s+(?:ik|wij|we)\b[^.;]{0,140}?\bterug\b"
            r"|\b(?:ik|wij)\s+kom(?:en)?\b[^.;]{0,140}?\bterug\b"
        ),
        "informe bericht stu zend": (
            rf"\b(?:informeer|bericht|stuur|zend)\s+ik\s+{_HOUSE}\b(?=[^.;]*\b(?:voor|vóór|na|zodra|{_SOON}"
            r"|in\s+(?:het|de)|dit\s+(?:jaar|najaar|voorjaar)|volgend|komend))"
            rf"|\b(?:ik|wij)\s+(?:informeer|informeren|bericht|berichten|stuur|sturen|zend|zenden)\s+{_HOUSE}\b"
            rf"(?=[^.;]*\b(?:voor|vóór|zodra|{_SOON}|(?:dit|volgend|komend)\s+(?:jaar|najaar|voorjaar|kwartaal)"
            r"|in\s+(?:het\s+(?:eerste|tweede|derde|vierde|voorjaar|najaar|kwartaal)"
            r"|de\s+(?:zomer|herfst|eerste|tweede))))"
            r"|\b(?:voor|vóór|uiterlijk)\s+(?:op\s+)?(?:\d{1,2}\s+\w+|(?:het|de)\s+(?:\w*reces|zomer|kerst|einde?))\b"
            rf"[^.;,]{{0,40}}?\b(?:informeer|bericht|stuur|zend)\s+ik\s+{_HOUSE}\b"
        ),
        "verwacht": (
            rf"\bverwacht\s+(?:ik\s+)?{_HOUSE}\b[^.;]{{0,120}}?\bte\s+(?:kunnen\s+)?"
            r"(?:informeren|berichten|sturen|zenden|toesturen)\b"
        ),
        "stre": r"\b(?:streef|streven)\s+(?:ik|wij)?\s*(?:er\s*naar|ernaar)\b",
    }.items()
)
"""Words by which government commits itself, each wording with what, in lower case, is in its verbs."""
_NEEDED = ("Kamer", "commissie", " u ", "toe", "terug", "naar")
_PAST = re.compile(
    r"\b(?:heb|heeft|hebben|had|is|was|werd)\b[^.;,]{0,60}\btoegezegd\b|\bin\s+deze\s+brief\b"
    r"|\bbij\s+deze\b|\bhierbij\b(?!\s+toe)|\bmet\s+deze\s+brief\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Promise:
    """A sentence that commits, and by when."""

    sentence: tuple[int, int]
    due: Period | None


def read_commitments(scene: Scene) -> Iterator[Promise]:
    """The commitments of a passage, one a sentence, in order of the text."""
    if not _may_promise(scene.text[scene.start : scene.end]):
        return
    for sentence in scene.sentences:
        words = scene.text[sentence[0] : sentence[1]]
        if (
            not _may_promise(words)
            or words.endswith("?")
            or not _promises(words)
            or scene.heading(sentence)
            or _PAST.search(words)
        ):
            continue
        yield Promise(sentence, _due(scene, sentence))


def _may_promise(words: str) -> bool:
    """Whether any word is there without which nothing is promised; most texts are done with here."""
    return any(word in words for word in _NEEDED)


def _promises(words: str) -> bool:
    """Whether a sentence commits; a wording is tried where its verb may be, for searching costs much more."""
    lowered = words.lower()
    for verbs, wording in _WORDINGS:
        for verb in verbs:
            if verb in lowered and wording.search(words):
                return True
    return False


def _due(scene: Scene, sentence: tuple[int, int]) -> Period | None:
    """The time that a sentence names, where it is still to come."""
    moments = find_moments(scene.text, scene.written, *sentence, lean=1)
    coming = (_coming(moment, scene) for moment in moments)
    return next((period for period in coming if period), None)


def _coming(moment: Moment, scene: Scene) -> Period | None:
    """A period as far as it is to come; what is to be done before it may be done from the day of writing."""
    period, written = to_come(moment, scene.text, scene.written), scene.written
    if period and written and moment.lead in {"voor", "vóór", "uiterlijk", "tot"} and period.first > written:
        return Period(written, period.last if moment.lead == "uiterlijk" else period.first, period.label)
    return period
