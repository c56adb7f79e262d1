"""The things that a text names: labels, with what compounds and the words that follow tell."""

from __future__ import annotations

import os
from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from functools import cache
from typing import NamedTuple

from loaders.grammar.policy.compounds import Compounds
from loaders.grammar.policy.labels import Hit, Labels
from loaders.grammar.policy.patterns import Patterns
from ontology.lexicon import CONCEPTS_VARIABLE
from ontology.thesaurus import Concept, concepts

__all__ = ["Finder", "Found", "codes", "decidables", "domains_of", "find_named"]


class Found(NamedTuple):
    """A thing that is named, and the words that name it as a range of the text that was searched."""

    concept: str
    start: int
    end: int


class Finder:
    """All that finds the things of some concept files in texts."""

    def __init__(self, concepts: Iterable[Concept]) -> None:
        known = tuple(concepts)
        self.codes = {concept.iri: concept.code for concept in known if concept.code}
        self.decidables = frozenset(concept.iri for concept in known if concept.decidable)
        self.domains = {concept.iri: concept.domain for concept in known if concept.domain}
        self._labels, self._compounds, self._patterns = Labels(known), Compounds(known), Patterns(known)

    def find(self, text: str, domains: AbstractSet[str] = frozenset()) -> list[Found]:
        """As `find_named`."""
        found: list[Found] = []
        for hit in self._labels.find(text, domains):
            opens, named = self._compounds.before(text, hit)
            if named:
                while found and found[-1].start >= opens:
                    found.pop()  # a part of the compound that is a label by itself
                found += [Found(concept, opens, hit.end) for concept in named]
            else:
                found += [self._by_wording(text, hit, concept) for concept in hit.concepts]
        return found

    def _by_wording(self, text: str, hit: Hit, concept: str) -> Found:
        refined = self._patterns.refine(text, concept, hit.start, hit.end)
        return Found(*refined) if refined else Found(concept, hit.start, hit.end)


def find_named(text: str, domains: AbstractSet[str] = frozenset()) -> list[Found]:
    """All things that a text names, in the order of the words; what shares a compound shares its words.

    `domains` tells what the text is known to be about, for names that mean a thing only there.

    >>> [(one.concept.rsplit("/", 1)[-1], one.start, one.end) for one in find_named("Ruslands buren")]
    [('RUS', 0, 7)]
    """
    return _finder(os.environ.get(CONCEPTS_VARIABLE, "")).find(text, domains)


def codes() -> dict[str, str]:
    """Codes of countries, ISO 3166-1 alpha-3, by IRI."""
    return _finder(os.environ.get(CONCEPTS_VARIABLE, "")).codes


def decidables() -> frozenset[str]:
    """Instruments that are decided upon, by IRI."""
    return _finder(os.environ.get(CONCEPTS_VARIABLE, "")).decidables


def domains_of(found: Iterable[Found]) -> frozenset[str]:
    """The domains of things that are named."""
    domains = _finder(os.environ.get(CONCEPTS_VARIABLE, "")).domains
    return frozenset(domains[one.concept] for one in found if one.concept in domains)


@cache
def _finder(_files: str) -> Finder:
    """For the concept files that are named now; reading them again is left to the next process."""
    return Finder(concepts().values())
