"""The papers by which a sentence says that a decision was made known."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from operator import itemgetter

from loaders.grammar.policy.scene import Scene
from ontology.records import PaperRef

__all__ = ["cited_papers"]

_OF_MOTION = re.compile(
    r"\b(?:motie|moties|amendement|verzoek|toezegging)\b(?:(?!\bbrief\b)[^.;]){0,90}$", re.IGNORECASE
)
_REACH = 100


def cited_papers(
    scene: Scene, stretch: tuple[int, int], without: Sequence[tuple[int, int]] = ()
) -> tuple[PaperRef, ...]:
    """Papers cited in a stretch of text, each once; those of its notes only where the text names none.

    Papers that are a motion's or another's, not of the decision itself, are left out.
    """
    low, high = stretch
    found = [
        (noted, paper)
        for at, paper, noted in _between(scene, low, high)
        if not any(opens <= at < closes for opens, closes in without)
        and not _OF_MOTION.search(scene.text[max(low, at - _REACH) : at])
    ]
    printed = [paper for noted, paper in found if not noted] or [paper for _, paper in found]
    return tuple({(paper.dossier, paper.number): paper for paper in printed}.values())


def _between(scene: Scene, low: int, high: int) -> Sequence[tuple[int, PaperRef, bool]]:
    place = itemgetter(0)
    return scene.papers[
        bisect_left(scene.papers, low, key=place) : bisect_right(scene.papers, high, key=place)
    ]
