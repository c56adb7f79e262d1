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

__all__ = ["PROMISING", "Promise", "read_commitments"]

_HOUSE = r"(?:uw\s+(?:Kamer|commissie)|u|de\s+Kamer|de\s+Tweede\s+Kamer|beide\s+Kamers)"
_TELL = (
    r"(?:informeren|berichten|inlichten|toesturen|toezenden|sturen|zenden|toekomen|doen\s+toekomen"
    r"|aanbieden|voorleggen|rapporteren|terugkomen|terug\s+te\s+komen"
    r"|op\s+de\s+hoogte\s+(?:houden|stellen|brengen)|geïnformeerd|bericht|ingelicht|toegezonden"
    r"|toegestuurd|gestuurd|gezonden|aangeboden)"
)
PROMISING = re.compile(
    rf"\bik\s+zeg(?:\s+(?:u|uw\s+Kamer|graag|hierbij|daarbij))*\s+toe\b"
    rf"|\bzeg\s+ik(?:\s+\w+){{0,4}}\s+toe\b|\bzeggen\s+wij(?:\s+\w+){{0,4}}\s+toe\b"
    rf"|\b(?:zal|zullen|ga|gaan)\b(?=[^.;]{{0,160}}\b{_HOUSE}\b)[^.;]{{0,220}}?\b{_TELL}\b"
    rf"|\b{_HOUSE}\b[^.;]{{0,60}}?\b(?:zal|zullen)\b[^.;]{{0,160}}?\b{_TELL}\b"
    rf"|\b{_HOUSE}\s+(?:\w+\s+){{0,4}}?(?:ontvangt|ontvang)\b|\b(?:ontvangt"
    rf"|ontvang)\s+(?:\w+\s+){{0,2}}?{_HOUSE}\b"
    rf"|\b{_HOUSE}\s+wordt\b[^.;]{{0,140}}?\b{_TELL}\b|\bwordt\s+{_HOUSE}\b[^.;]{{0,140}}?\b{_TELL}\b"
    rf"|\bword(?:t)?\s+u\b[^.;]{{0,140}}?\b{_TELL}\b"
    rf"|\bkom(?:en)?\s+(?:ik|wij|we)\b[^.;]{{0,140}}?\bterug\b|\b(?:ik"
    rf"|wij)\s+kom(?:en)?\b[^.;]{{0,140}}?\bterug\b"
    rf"|\b(?:informeer|bericht|stuur|zend)\s+ik\s+{_HOUSE}\b(?=[^.;]*\b(?:voor|vóór|na|zodra|uiterlijk"
    rf"|begin|eind|medio|binnen|in\s+(?:het|de)|dit\s+(?:jaar|najaar|voorjaar)|volgend|komend))"
    rf"|\b(?:ik|wij)\s+(?:informeer|informeren|bericht|berichten|stuur|sturen|zend|zenden)\s+{_HOUSE}\b(?=[^.;]*\b(?:voor|vóór|zodra"
    rf"|uiterlijk|begin|eind|medio|binnen|(?:dit|volgend|komend)\s+(?:jaar|najaar|voorjaar|kwartaal)"
    rf"|in\s+(?:het\s+(?:eerste|tweede|derde|vierde|voorjaar|najaar|kwartaal)|de\s+(?:zomer|herfst|eerste|tweede))))"
    rf"|\b(?:voor|vóór|uiterlijk)\s+(?:op\s+)?(?:\d{{1,2}}\s+\w+|(?:het|de)\s+(?:\w*reces|zomer|kerst|einde?))\b[^.;,]{{0,40}}?"
    rf"\b(?:informeer|bericht|stuur|zend)\s+ik\s+{_HOUSE}\b"
    rf"|\bverwacht\s+(?:ik\s+)?{_HOUSE}\b[^.;]{{0,120}}?\bte\s+(?:kunnen\s+)?(?:informeren|berichten"
    rf"|sturen|zenden|toesturen)\b"
    r"|\b(?:streef|streven)\s+(?:ik|wij)?\s*(?:er\s*naar|ernaar)\b",
    re.IGNORECASE,
)
"""Words by which government commits itself."""
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
            or not PROMISING.search(words)
            or words.endswith("?")
            or scene.heading(sentence)
            or _PAST.search(words)
        ):
            continue
        yield Promise(sentence, _due(scene, sentence))


def _may_promise(words: str) -> bool:
    """Whether any word is there without which nothing is promised; most texts are done with here."""
    return any(word in words for word in _NEEDED)


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
