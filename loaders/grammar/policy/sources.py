"""Letters in which decisions were made known, told in a sentence of their own or in the one before."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from loaders.grammar.policy.dating import read_dates
from loaders.grammar.policy.drafts import Draft
from loaders.grammar.policy.moments import find_moments
from loaders.grammar.policy.papers import cited_papers
from loaders.grammar.policy.scene import Scene
from loaders.grammar.policy.stretch import Stretch
from ontology.records import PaperRef

__all__ = ["Source", "lend", "share", "source_of"]

_LETTER = re.compile(r"\b(?:\w*brief|besluit|beschikking)\s+(?:van|d\.?d\.?)\s", re.IGNORECASE)
_THEREIN = re.compile(
    r"\W*(?:daarin|hierin|daarbij|daarmee|(?:in|bij|met)\s+(?:die|dat|dezelfde|genoemde|voornoemde"
    r"|bedoelde)\s+(?:brief|besluit|beschikking|gelegenheid))\s+(?:heb|heeft|hebben|had|is|zijn|werd|werden)\b",
    re.IGNORECASE,
)
"""How a sentence begins that tells what the letter of the sentence before it decided."""


@dataclass(frozen=True, slots=True)
class Source:
    """A letter or decision that is referred to: its day and its papers."""

    day: date
    papers: tuple[PaperRef, ...]


def source_of(scene: Scene, sentence: tuple[int, int], before: Source | None) -> Source | None:
    """The letter that a sentence refers to; the one `before` where it goes on about that."""
    if _LETTER.search(scene.text, *sentence):
        day = read_dates(Stretch(scene, sentence)).told_on
        if day:
            return Source(day, cited_papers(scene, sentence))
    return before if _THEREIN.match(scene.text, *sentence) else None


def lend(scene: Scene, sentence: tuple[int, int], source: Source | None, drafts: Sequence[Draft]) -> None:
    """Give what "Daarin heb ik …" tells the day and papers of the letter that was named before."""
    if source is None or not _THEREIN.match(scene.text, *sentence):
        return
    for draft in drafts:
        if draft.decided in {None, scene.written}:
            draft.decided, draft.own, draft.told = source.day, False, True
            draft.cites = draft.cites or source.papers


def share(scene: Scene, sentence: tuple[int, int], drafts: Sequence[Draft]) -> bool:
    """Give several decisions each its own of the letters that a sentence names in a row; whether it does.

    "Hierover is bericht bij brieven van 3 mei en 4 juni (Kamerstukken …, nrs. 3 en 4)": by their days, or
    as many decisions as were told last, in order.
    """
    moments = find_moments(scene.text, scene.written, *sentence, lean=-1)
    days = [moment.day for moment in moments if moment.day]
    papers = cited_papers(scene, sentence)
    told = [draft for draft in drafts if not draft.own]
    if len(papers) < 2 or len(papers) != len(days):  # noqa: PLR2004 - a row is two or more
        return False
    by_day = [
        (draft, day, paper)
        for day, paper in zip(days, papers, strict=True)
        for draft in told
        if (draft.decided or draft.starts) == day
    ]
    in_order = zip(told[-len(days) :], days, papers, strict=True) if len(told) >= len(days) else ()
    for draft, day, paper in by_day or in_order:
        draft.decided, draft.cites = draft.decided or day, draft.cites or (paper,)
    return True
