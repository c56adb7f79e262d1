"""Wordings that tell a thing from the broader one by whose name it goes: "moratorium op asielaanvragen".

A pattern is tried only where a label of its concept, or of the broader concept, was found; it begins
with that label.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from ontology.thesaurus import Concept

__all__ = ["Patterns"]


class Patterns:
    """The patterns of concepts, by the concepts whose labels call for them."""

    def __init__(self, concepts: Iterable[Concept]) -> None:
        self._called: dict[str, list[tuple[str, re.Pattern[str]]]] = {}
        for concept in concepts:
            for pattern in concept.patterns:
                made = re.compile(pattern, re.IGNORECASE)
                for iri in (concept.iri, *concept.broader):
                    self._called.setdefault(iri, []).append((concept.iri, made))

    def refine(self, text: str, concept: str, start: int, end: int) -> tuple[str, int, int] | None:
        """What a label of a concept at a place stands for by the words that follow, and all these words."""
        for iri, pattern in self._called.get(concept, ()):
            match = pattern.match(text, start)
            if match and match.end() >= end:
                return iri, start, match.end()
        return None
