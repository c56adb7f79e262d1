"""What people call policies and countries: a name in Dutch or English, a code, or the last part of an IRI."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING

from kamergraaf.errors import UsageError
from ontology.slugs import squash
from ontology.thesaurus import concepts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ontology.thesaurus import Concept, Thing

__all__ = ["concept"]

_WORDS: dict[str, str] = {"country": "country", "instrument": "policy"}
"""What people call these kinds of concept."""
_SHOWN = 4
"""Near names that a message gives."""


def concept(name: str, *kinds: Thing) -> Concept:
    """Find a concept of some kinds by any of its names, case and accents aside.

    Raises `UsageError` with near names where nothing, or more than one thing, is called so.
    """
    candidates = [one for one in concepts().values() if one.kind in kinds]
    wanted = squash(name)
    found = [one for one in candidates if name == one.iri or wanted in set(map(squash, _names(one)))]
    preferred = [one for one in found if wanted in {squash(one.nl), squash(one.en), squash(one.key)}]
    best = _widest(preferred or found)
    if len(best) == 1:
        return best[0]
    if found:
        several = ", ".join(f"{one.nl} ({one.key})" for one in best[:_SHOWN])
        raise UsageError(f"{name}: several things are called so: {several}. Write one of these in full.")
    what = " or ".join(sorted((_WORDS[kind] for kind in kinds), reverse=True))
    near = _near(wanted, candidates)
    hint = f"Did you mean {', '.join(near)}?" if near else "Try `besluitmoratorium`, `Rusland` or `RUS`."
    raise UsageError(f"{name}: no {what} of the concept files has this name. {hint}")


def _widest(found: list[Concept]) -> list[Concept]:
    """Of things of one name those that are no narrower kind of another: a policy includes its kinds."""
    iris = {one.iri for one in found}
    return [one for one in found if not iris.intersection(one.broader)]


def _names(one: Concept) -> Iterator[str]:
    yield from (one.nl, one.en, *one.labels, *one.english, *one.adjectives, *one.demonyms, *one.contextual)
    yield from filter(None, (one.code, one.key))


def _near(wanted: str, candidates: Iterable[Concept]) -> list[str]:
    """Dutch names of what has a name that resembles one that is not known, the nearest first."""
    names = {squash(name): one for one in candidates for name in _names(one)}
    found = difflib.get_close_matches(wanted, names, n=3 * _SHOWN, cutoff=0.7)
    return list(dict.fromkeys(names[name].nl for name in found))[:_SHOWN]
