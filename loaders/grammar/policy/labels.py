"""Names of the concept files in a text: one automaton over all labels, the longest that fits first.

The automaton gives every label at every place, also within words; what does not stand on the bounds
of a word, or is not written with the capitals that its label needs, is dropped before the longest is
chosen. So a long label that fails never hides a short one that fits.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, Implementation

from loaders.grammar.policy.acronyms import redefined
from loaders.grammar.policy.decoys import DECOYS, HEADS
from loaders.grammar.policy.folding import Folded, fold, folding
from ontology.lexicon import values
from ontology.terms import Skos
from ontology.thesaurus import Concept

__all__ = ["Hit", "Labels"]

_ACRONYM = 5
"""A label of at most this many letters that is all capitals is compared with its capitals: "IND"."""
_ENDING = re.compile(rf"s?(?![^\W_])|(?:{'|'.join(HEADS)})(?:en|n|s)?(?![^\W_])")
"""What may follow the name of a country in one word: the genitive (`Ruslands`), a noun (`Ruslandbeleid`)."""
_LONGEST_TOKEN = 120


class Hit(NamedTuple):
    """A label at a place of the text that was searched; several concepts where they share the label."""

    start: int
    end: int
    label: str
    """As the concept file prints it."""
    concepts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Label:
    """Words to be recognised, and what they name."""

    text: str
    concept: Concept | None
    """None for words that hold a name and are known to be something else, written exactly so."""
    contextual: bool = False
    misleading: bool = False
    """Whether the words name something else, and keep a shorter label within them from counting."""
    exact: bool = False
    """Whether it is compared with its capitals."""
    capital: bool = False
    """Whether it counts only with a capital."""
    compounds: bool = False
    """Whether a noun may be written onto it: the name of a country, not what it calls its people."""

    @property
    def opens_high(self) -> bool:
        """Whether it counts only where its first letter is a capital."""
        return self.capital or (self.exact and self.text[0].isupper())

    def fits(self, words: str, domains: AbstractSet[str]) -> bool:
        """Whether words that are the same but for case count, in a text about some domains."""
        if self.contextual and self.concept and self.concept.domain not in domains:
            return False
        if self.exact:
            return words == self.text or " ".join(words.split()) == self.text
        return not self.capital or words[0].isupper()


_Place = tuple[int, int, int, tuple[_Label, ...]]
"""`(minus its length, start, end, labels)` in the folded text: the longest sorts first, then the leftmost."""


class Labels:
    """Labels of concept files, ready to be found in texts."""

    def __init__(self, concepts: Iterable[Concept]) -> None:
        known = [label for concept in concepts for label in _labels(concept)]
        known += [_Label(decoy, None, misleading=True, exact=True) for decoy in (*DECOYS, *_offices())]
        self.replaced = folding("".join(label.text for label in known))
        table: dict[str, list[_Label]] = {}
        for label in known:
            table.setdefault(self._key(label.text), []).append(label)
        self._table: list[tuple[_Label, ...]] = [tuple(same) for same in table.values()]
        self._capital = [all(label.opens_high for label in same) for same in self._table]
        self._compounding = [tuple(label for label in same if label.compounds) for same in self._table]
        # Twice as fast as the sort that the library would choose, for 10 ms more at the start.
        self._automaton = AhoCorasick(tuple(table), implementation=Implementation.DFA)

    def _key(self, label: str) -> str:
        return fold(label, self.replaced).text

    def find(self, text: str, domains: AbstractSet[str] = frozenset()) -> list[Hit]:
        """Labels in a text, none overlapping, in order; the longest first, of two as long the first.

        Contextual labels count where `domains`, or other labels of the text, tell what it is about.
        """
        folded = fold(text, self.replaced)
        places = sorted(self._places(folded))
        taken = _longest(folded, places, domains)
        if any(label.contextual for place in places for label in place[-1]):
            about = {one.domain for _, named in taken for one in named if one.domain} | domains
            taken = _longest(folded, places, about) if about != domains else taken
        letters = {labels[0].text: labels[0] for (*_, labels), _ in taken if labels[0].exact}
        other = {acronym for acronym, label in letters.items() if _means_else(text, label)}
        hits = []
        for (_, first, last, labels), named in sorted(taken, key=lambda one: one[0][1]):
            start, end = folded.offset(first), folded.offset(last - 1) + 1
            if named and labels[0].text not in other and not _in_address(text, start):
                hits.append(Hit(start, end, labels[0].text, _narrowest(named)))
        return hits

    def _places(self, folded: Folded) -> list[_Place]:
        """Where labels stand on the bounds of words; one loop, for it is run for nearly every word."""
        words, printed = f"{folded.text} ", folded.printed
        places = []
        for index, start, end in self._automaton.find_matches_as_indexes(folded.text, overlapping=True):
            if self._capital[index] and not printed[start].isupper():
                continue  # nearly all of what is found: "om" is no OM
            if start and words[start - 1].isalnum() and not _space_lost(printed, start):
                continue
            labels = self._table[index]
            if words[end].isalnum():
                labels = self._compounding[index]
                if not labels or not _ENDING.match(words, end):
                    continue
            places.append((start - end, start, end, labels))
        return places


def _labels(concept: Concept) -> Iterator[_Label]:
    country = concept.kind == "country"
    sorts = (
        (dict.fromkeys((*concept.labels, *concept.adjectives, *concept.demonyms)), False, False),
        (concept.contextual, True, False),
        (concept.misleading, False, True),
    )
    for texts, contextual, misleading in sorts:
        for text in texts:
            yield _Label(
                text,
                concept,
                contextual,
                misleading,
                exact=len(text) <= _ACRONYM and text.isupper(),
                capital=country and text[0].isupper(),
                compounds=country and text in concept.labels,
            )


def _offices() -> Iterator[str]:
    """Names of posts and ministries from their preposition on: "van Asiel en Migratie" names no topic."""
    for names in values("portfolios", Skos.PREF_LABEL, Skos.ALT_LABEL).values():
        yield from (
            f"{preposition} {name}" for name in names if " " in name for preposition in ("van", "voor")
        )


def _means_else(text: str, label: _Label) -> bool:
    concept = label.concept
    if concept is None:
        return False
    well = concept.kind == "organisation"
    return redefined(text, label.text, (concept.en, *concept.labels), known_well=well)


def _space_lost(text: str, start: int) -> bool:
    """Whether a word seems to open within another, at a capital after a small letter: "deNederlandse"."""
    return text[start].isupper() and text[start - 1].islower()


def _longest(
    folded: Folded, places: list[_Place], domains: AbstractSet[str]
) -> list[tuple[_Place, list[Concept]]]:
    """Places that are left when the longest come first, with what they name: nothing for a decoy."""
    covered = bytearray(len(folded.text))
    taken = []
    for place in places:
        size, start, end, labels = place
        if covered[start] or covered[end - 1]:  # by what is longer: it covers either end
            continue
        words = folded.printed[start:end]
        fitting = [label for label in labels if label.fits(words, domains)]
        if fitting:
            covered[start:end] = b"\1" * -size
            taken.append(
                (place, [label.concept for label in fitting if label.concept and not label.misleading])
            )
    return taken


def _narrowest(named: list[Concept]) -> tuple[str, ...]:
    """IRIs of things that share a name, without those that are broader than another of them."""
    if len(named) == 1:
        return (named[0].iri,)
    broader = {iri for concept in named for iri in concept.broader}
    return tuple(dict.fromkeys(concept.iri for concept in named if concept.iri not in broader))


def _in_address(text: str, start: int) -> bool:
    """Whether a place is within a web or mail address."""
    if not start or text[start - 1] in " \n":
        return False
    low = max(0, start - _LONGEST_TOKEN)
    token = text[max(low, text.rfind(" ", low, start), text.rfind("\n", low, start)) : start]
    return any(sign in token for sign in ("://", "www.", "@"))
