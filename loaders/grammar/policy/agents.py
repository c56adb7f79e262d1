"""Whether it is the Dutch government that a sentence has decide."""

from __future__ import annotations

import re

from loaders.grammar.policy.cues import ELSEWHERE, RECEIVING
from loaders.grammar.policy.events import Event, Form
from loaders.grammar.policy.places import TARGET
from loaders.grammar.policy.scene import Scene, Spot

__all__ = ["OURS", "decided_elsewhere"]

OURS = re.compile(
    r"\b(?:heb\s+ik|ik\s+\w+|\w+\s+ik|heeft\s+het\s+kabinet|het\s+kabinet\s+heeft|mijn|wij"
    r"|staatssecretaris|Nederland)\b",
    re.IGNORECASE,
)
"""Words by which the Dutch government is the one that acts."""
_THERE = re.compile(
    r"\b(?:[Ii]n|[Dd]oor)\s+(?:onder\s+(?:meer|andere)\s+)?[A-Z]\w+\s+(?:is|zijn|werd|heeft)\b"
)
_ACTS = re.compile(
    r"\s+(?:(?:en\s+[A-Z]\w+|ook|onlangs|inmiddels|zelf)\s+)*(?:heeft|hebben|had|hadden|besloot|besloten|stelde|verlengde"
    r"|beëindigde|kondigde|hanteert|hanteren)\b"
)
"""What follows a country that acts itself."""
_FOR_ANOTHER = re.compile(r"\b(?:voor|op|inzake|ten\s+aanzien\s+van)\s+(?:een\s+)?andere?\s+land(?:en)?\b")
_BEFORE = re.compile(rf"{TARGET.pattern}(?:\w+\s+){{0,3}}$", re.IGNORECASE)
_REACH = 60


def decided_elsewhere(scene: Scene, event: Event, segment: tuple[int, int]) -> bool:
    """Whether another country's government, or another body, is the one that acts in a part of a sentence."""
    words = scene.text[slice(*segment)]
    acting = scene.within(scene.countries, segment[0], event.start)
    if _FOR_ANOTHER.search(words) or any(
        _ACTS.match(scene.text, spot.end) and not _is_target(scene, spot) for spot in acting
    ):
        return True
    if event.form is Form.FINITE or (OURS.search(words) and not _THERE.search(words)):
        return False
    if ELSEWHERE.search(words):
        return "kabinet" not in words
    abroad = [spot for spot in scene.within(scene.countries, *segment) if spot.name in RECEIVING]
    return bool(abroad) and not any(spot.name == scene.focus or _is_target(scene, spot) for spot in abroad)


def _is_target(scene: Scene, spot: Spot) -> bool:
    return bool(_BEFORE.search(scene.text[max(0, spot.start - _REACH) : spot.start]))
