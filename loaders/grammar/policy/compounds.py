"""Labels of which a part is left out because another follows: "besluit- en vertrekmoratorium".

The hyphen may lack ("besluit en vertrekmoratorium"), a slash may stand for the word between, and there
may be more than two ("besluit-, vertrek- en opvangmoratorium").
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from loaders.grammar.policy.labels import Hit
from ontology.thesaurus import Concept

__all__ = ["Compounds"]

_BEFORE = re.compile(
    r"(?<![^\W_])(?P<first>[^\W\d_]+)"
    r"(?:(?:-\s*|\s+)(?:en/of|en|of|als|alsmede|alsook|dan\s+wel|c\.?q\.?|&|\+)\s+|-\s*[,/]\s*|\s?/\s?)"
    r"(?:(?:het|een|de|eventueel|mogelijk|ook)\s+){0,2}$"
)
_LONGEST = 60


class Compounds:
    """What can be left out of labels: their stems, by the noun that they share."""

    def __init__(self, concepts: Iterable[Concept]) -> None:
        self._things: dict[str, dict[str, str]] = {}
        self._stems: dict[str, list[tuple[str, str]]] = {}
        for concept in concepts:
            for head in concept.heads:
                for stem in _stems(concept, head):
                    self._things.setdefault(head, {}).setdefault(stem, concept.iri)
                    self._stems.setdefault(concept.iri, []).append((head, stem))

    def before(self, text: str, hit: Hit) -> tuple[int, list[str]]:
        """Where the compound opens that a label closes, and all that it names, in order; or nothing."""
        for concept in hit.concepts:
            for head in self._heads(concept, hit.label.casefold()):
                opens, named = hit.start, list(hit.concepts)
                for stem, at in _earlier(text, hit.start):
                    thing = self._things[head].get(stem)
                    if thing is None or thing in named:
                        break
                    named.insert(0, thing)
                    opens = at
                if opens < hit.start:
                    return opens, named
        return hit.start, []

    def _heads(self, concept: str, label: str) -> list[str]:
        """The nouns that a label of a concept can end in, whatever their inflection."""
        found = self._stems.get(concept, ())
        return list(dict.fromkeys(head for head, stem in found if label.startswith(stem) and label != stem))


def _stems(concept: Concept, head: str) -> Iterator[str]:
    for label in concept.labels:
        stem = label.casefold().removesuffix(head.casefold()).strip(" -")
        if stem and stem != label.casefold():
            yield stem


def _earlier(text: str, start: int) -> Iterator[tuple[str, int]]:
    """Words that go before one that starts here and leave their end to it, the nearest first."""
    while before := _BEFORE.search(text, max(0, start - _LONGEST), start):
        start = before.start("first")
        yield before["first"].casefold(), start
