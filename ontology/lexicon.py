"""Concept files as indexes: things by class and by any of their names.

Names are compared squashed: case, accents, white space and punctuation do not count. What
no file knows gets a name rebuilt from its slug, so that its description depends on its IRI
alone and two documents that print it differently state the same.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from ontology.errors import KamergraafError
from ontology.slugs import slug, squash
from ontology.terms import Org, Rdf, Skos

__all__ = [
    "CONCEPTS",
    "CONCEPTS_VARIABLE",
    "SMALL_WORDS",
    "Named",
    "by_name",
    "concept_files",
    "named_from_slug",
    "names_of",
    "triples_of",
    "values",
]

CONCEPTS = Path(__file__).with_name("concepts")
"""Folder of the concept files."""
CONCEPTS_VARIABLE = "KAMERGRAAF_CONCEPTS"
"""Environment variable that names a user's own concept files, or folders of them, as PATH does."""
_RECOGNISED = ("countries", "domain", "instrument", "organisations", "report-kind", "topic")
"""Files outside `domains/` of what text may be about (see `ontology.thesaurus`)."""

SMALL_WORDS = frozenset(
    (
        "aan",
        "bij",
        "de",
        "den",
        "der",
        "en",
        "het",
        "in",
        "met",
        "op",
        "over",
        "te",
        "ten",
        "ter",
        "van",
        "voor",
    )
)
"""Words that a Dutch name writes without capital, unless it begins with them."""
_ACRONYM = 4
"""An unknown one-word group name of at most this many letters is shown as an acronym."""


def concept_files() -> tuple[Path, ...]:
    """Files of what text may be about: the shipped ones, then the user's, each in order of name.

    The user's are those that `KAMERGRAAF_CONCEPTS` names: files as they stand, of a folder all `*.ttl`.
    Raises `KamergraafError` for a path that is not there, and for a folder without such files.
    """
    return _files(os.environ.get(CONCEPTS_VARIABLE, ""))


@cache
def _files(named: str) -> tuple[Path, ...]:
    shipped = [CONCEPTS / f"{name}.ttl" for name in _RECOGNISED]
    return (*shipped, *sorted((CONCEPTS / "domains").glob("*.ttl")), *_user_files(named))


def _user_files(named: str) -> tuple[Path, ...]:
    found: list[Path] = []
    for place in filter(None, map(str.strip, named.split(os.pathsep))):
        path = Path(place).expanduser()
        files = [path] if path.is_file() else sorted(path.glob("*.ttl"))
        if not files:
            lacks = "this folder holds no .ttl file" if path.is_dir() else "there is no such file or folder"
            raise KamergraafError(
                f"{path}: {lacks}. {CONCEPTS_VARIABLE} names it as a place of concept files: "
                "correct that variable, or unset it."
            )
        found += files
    return tuple(dict.fromkeys(found))


@dataclass(frozen=True, slots=True)
class Named:
    """A thing with a name: its IRI, its label, and for a post the IRI of its ministry."""

    iri: str
    label: str
    ministry: str | None = None


@cache
def triples_of(name: str) -> tuple[tuple[str, str, str], ...]:
    """All triples of one concept file, values without language or datatype, in file order."""
    from pyoxigraph import RdfFormat, parse  # noqa: PLC0415 - import stays cheap for those who look nothing up

    data = (CONCEPTS / f"{name}.ttl").read_bytes()
    # Concept files hold no blank nodes, hence every term has a value.
    return tuple(
        (q.subject.value, q.predicate.value, q.object.value) for q in parse(data, format=RdfFormat.TURTLE)
    )


def values(name: str, *predicates: str) -> dict[str, list[str]]:
    """Values of predicates by subject, in the order of predicates, then of the file."""
    found: dict[str, list[str]] = {}
    for predicate in predicates:
        for subject, verb, value in triples_of(name):
            if verb == predicate:
                found.setdefault(subject, []).append(value)
    return found


@cache
def by_name(name: str, cls: str) -> dict[str, Named]:
    """Things of one class by every squashed name; a preferred name wins over an alternative."""
    members = {s for s, p, o in triples_of(name) if p == Rdf.TYPE and o == cls}
    labels = {s: v[0] for s, v in values(name, Skos.PREF_LABEL).items()}
    ministries = values(name, Org.POST_IN)
    index: dict[str, Named] = {}
    for predicate in (Skos.PREF_LABEL, Skos.ALT_LABEL):
        for subject, names in values(name, predicate).items():
            if subject in members:
                thing = Named(subject, labels[subject], next(iter(ministries.get(subject, [])), None))
                for printed in names:
                    index.setdefault(squash(printed), thing)
    return index


def names_of(name: str, cls: str) -> tuple[str, ...]:
    """Every name of the things of a class, sorted."""
    members = {thing.iri for thing in by_name(name, cls).values()}
    labels = values(name, Skos.PREF_LABEL, Skos.ALT_LABEL)
    return tuple(sorted({printed for iri in members for printed in labels[iri]}))


def named_from_slug(iri: str) -> Named:
    """A thing nobody described, with a label rebuilt from the last part of its IRI."""
    key = slug(iri.rsplit("/", 1)[-1])
    words = key.split("-")
    if len(words) == 1 and len(key) <= _ACRONYM:
        return Named(iri, key.upper())
    shown = [word if at and word in SMALL_WORDS else word.capitalize() for at, word in enumerate(words)]
    return Named(iri, " ".join(shown))
