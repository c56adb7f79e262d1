"""Passages in which government says that it does now what it promised before, and where it promised that.

"Heb ik toegezegd", "conform mijn toezegging", "met deze brief doe ik de toezegging gestand". Those that tell
by a number or a day where the promise was made are of use; what is late or still to come is not done.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from loaders.grammar.policy.moments import Moment, find_moments
from loaders.grammar.policy.scene import Scene
from loaders.grammar.view import View
from ontology.records import AppendixRef, Fulfilment, Kind, PaperRef, Period, Record

__all__ = ["read_fulfilments"]

_NEEDED = ("toegezegd", "toezegging")
_PLAIN = re.compile(
    r"\b(?:met|in|bij|door\s+middel\s+van)\s+deze\s+brief\b|\bhier(?:mee|bij)\b|\bdaarmee\b|\bbijgaand\w*\b"
    r"|\bgestand\b|\bgestanddoening\b"
    r"|\bter\s+(?:uitvoering|nakoming|voldoening)\s+(?:van|aan)\b|\bin\s+vervolg\s+op\b"
    r"|\b(?:conform|overeenkomstig|ingevolge)\s+(?:\w+\s+){0,4}toezegging|\b(?:zo)?als\s+(?:\w+\s+){0,4}toegezegd\b"
    r"|\bkom\s+ik\s+(?:\w+\s+){0,4}toezegging\w*\b[^.;]{0,80}\bna\b|\bvoldoe\s+ik\s+aan\b",
    re.IGNORECASE,
)
"""Words that say that this document does it."""
_PROMISED = re.compile(
    r"\b(?:heb|had)\s+ik\b[^.;]{0,160}\btoegezegd\b|\bik\s+(?:heb|had)\b[^.;]{0,160}\btoegezegd\b"
    r"|\bhebben\s+wij\b[^.;]{0,160}\btoegezegd\b|\b(?:heb|had)\s+toegezegd\b",
    re.IGNORECASE,
)
"""Words that say that the writer promised; in a letter what is then told is what was promised."""
_NOT_NOW = re.compile(
    r"\b(?:vertraagd|vertraging|uitgesteld|uitstel|helaas|later|nog\s+niet|niet\s+(?:tijdig|op\s+tijd|meer|kunnen)"
    r"|niet\s+(?:gelukt|haalbaar|mogelijk)|meer\s+tijd|volgt|zodra|nader(?:e)?\s+moment)\b"
    r"|\b(?:zal|zullen)\b[^.;]{0,120}\b(?:Kamer|u)\b|\bontvangt\b",
    re.IGNORECASE,
)
"""Words for what is late, or promised once more."""
_DUE = frozenset(("voor", "vóór", "uiterlijk", "tot", "binnen", "in"))
_UP_TO = frozenset(("voor", "vóór", "tot"))
_MADE_IN = re.compile(
    r"\b(?:brief|brieven|antwoord\w*|beantwoording|debat|commissiedebat|overleg|vragenuur|kamerbrief)\b[^.;,()]{0,40}$",
    re.IGNORECASE,
)
"""What the day of a promise stands behind."""
_BEHIND = 4
"""So far behind a sentence, at most, stands the mark of its note."""


def read_fulfilments(view: View, record: Record, scene: Scene) -> Iterator[Fulfilment]:
    """The passages of a letter or an answer that say so, one a sentence, in order of the text."""
    if not _named(scene.text[scene.start : scene.end]):
        return
    for at, sentence in enumerate(scene.sentences):
        words = scene.text[slice(*sentence)]
        if not _named(words) or words.endswith("?") or scene.heading(sentence):
            continue
        plain = bool(_PLAIN.search(words))
        if not plain and (record.kind is not Kind.LETTER or not _PROMISED.search(words)):
            continue
        following = scene.sentences[at + 1 : at + 2]
        after = scene.text[slice(*following[0])] if following and not plain else ""
        if _NOT_NOW.search(words) or _NOT_NOW.search(after):
            continue
        cites, (made, due) = _cited(view, record, sentence), _days(scene, sentence)
        if cites or made:
            yield Fulfilment(view.span(*sentence), scene.unit, scene.place, cites, made, due, plain)


def _named(words: str) -> bool:
    """Whether any word is there without which no promise is spoken of; most texts are done with here."""
    return any(word in words for word in _NEEDED)


def _cited(view: View, record: Record, sentence: tuple[int, int]) -> tuple[PaperRef | AppendixRef, ...]:
    """Numbers that the sentence, or a note that it marks, gives."""
    found: list[PaperRef | AppendixRef] = []
    for citation in record.citations:
        target = citation.target
        if not isinstance(target, PaperRef | AppendixRef) or not target.number:
            continue
        if sentence[0] <= view.position(citation.marker.start) < sentence[1] + _BEHIND:
            found.append(target)
    return tuple(found)


def _days(scene: Scene, sentence: tuple[int, int]) -> tuple[date | None, Period | None]:
    """When it was promised, and by when it was to be done."""
    made: date | None = None
    due: Period | None = None
    for moment in find_moments(scene.text, scene.written, *sentence):
        before = scene.text[sentence[0] : moment.start]
        if moment.day and _MADE_IN.search(before) and (scene.written is None or moment.day < scene.written):
            made = made or moment.day
        elif moment.lead in _DUE:
            due = due or _until(moment)
    return made, due


def _until(moment: Moment) -> Period:
    """The period up to a day: "voor 1 maart" is over when March begins."""
    first = moment.period.first
    return Period(first, first, moment.period.label) if moment.lead in _UP_TO else moment.period
