"""What text may be about: countries, instruments, topics, organisations, kinds of report.

One reading of the concept files, shipped and the user's own, for what recognises names in text and for what
takes a name from a person. Files add to one another: a user's file can give a shipped concept a label.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final, Literal

from ontology.errors import KamergraafError
from ontology.lexicon import concept_files
from ontology.slugs import digest
from ontology.terms import PREFIXES, Kg, Org, Rdf, Skos

__all__ = ["Concept", "Thing", "concepts", "domains", "edition"]

Thing = Literal["country", "instrument", "organisation", "report-kind", "topic"]
"""What a concept is, as far as text may be about it."""
_SCHEMES: Final[dict[str, Thing]] = {
    PREFIXES["country"].rstrip("/"): "country",
    PREFIXES["instrument"].rstrip("/"): "instrument",
    PREFIXES["report-kind"].rstrip("/"): "report-kind",
    PREFIXES["topic"].rstrip("/"): "topic",
}
_CLASSES: Final[dict[str, Thing]] = {Kg.POLICY_INSTRUMENT: "instrument", Org.ORGANIZATION: "organisation"}
_DOMAINS = PREFIXES["domain"].rstrip("/")
_DUTCH, _ENGLISH = "nl", "en"


@dataclass(frozen=True, slots=True)
class Concept:
    """A thing that text may be about. Labels are Dutch unless said; tuples are in the order of the files."""

    iri: str
    kind: Thing
    nl: str
    """Preferred label."""
    en: str
    """Preferred label in English; the Dutch one where no file gives one."""
    labels: tuple[str, ...]
    """Recognised names: preferred, alternative, hidden."""
    english: tuple[str, ...]
    """English names, for people: preferred, alternative."""
    adjectives: tuple[str, ...]
    demonyms: tuple[str, ...]
    contextual: tuple[str, ...]
    """Names that count only in a document that names something of the domain by a clear label."""
    misleading: tuple[str, ...]
    """What holds a name of it and is something else."""
    code: str | None
    """Of a country: ISO 3166-1 alpha-3, XKX for Kosovo."""
    domain: str | None
    """IRI of the field of policy."""
    heads: tuple[str, ...]
    """Ends of its labels that may be left out before another with the same end: `moratorium`."""
    patterns: tuple[str, ...]
    """Regular expressions, case aside, that tell it by a label of it or of a broader concept."""
    broader: tuple[str, ...]
    """IRIs of broader concepts."""
    legal_basis: tuple[str, ...]
    """IRIs of the provisions that give the power to use it."""
    decidable: bool
    """Of an instrument: whether decisions on it are read."""

    @property
    def key(self) -> str:
        """The last part of the IRI: `besluitmoratorium`, `RUS`."""
        return self.iri.rsplit("/", 1)[-1]


class _Facts:
    """What the files say of one subject: values by predicate and language, each once."""

    __slots__ = ("iri", "path", "values")

    def __init__(self, iri: str, path: Path) -> None:
        self.iri, self.path = iri, path
        self.values: dict[tuple[str, str], dict[str, None]] = {}

    def of(self, lang: str, *predicates: str) -> tuple[str, ...]:
        """Values in a language (`""` for none) in the order of predicates, then of the files."""
        found = (value for name in predicates for value in self.values.get((name, lang), ()))
        return tuple(dict.fromkeys(found))

    def one(self, predicate: str) -> str | None:
        """The first value without language."""
        return next(iter(self.values.get((predicate, ""), ())), None)


def concepts() -> dict[str, Concept]:
    """Every concept by IRI, in order of IRI; the files are read once, and anew when others are named.

    Raises `KamergraafError` for a file that is not Turtle, for a concept without a Dutch name, and for a
    pattern that is no regular expression.
    """
    return _concepts(concept_files())


def domains() -> dict[str, tuple[str, str]]:
    """Names of the fields of policy, in Dutch and in English, by IRI in order."""
    return _domains(concept_files())


@cache
def _domains(files: tuple[Path, ...]) -> dict[str, tuple[str, str]]:
    facts = _read(files)
    found = {}
    for iri in sorted(facts):
        dutch = facts[iri].of(_DUTCH, Skos.PREF_LABEL)
        if dutch and _DOMAINS in facts[iri].of("", Skos.IN_SCHEME):
            found[iri] = dutch[0], next(iter(facts[iri].of(_ENGLISH, Skos.PREF_LABEL)), dutch[0])
    return found


def edition() -> str:
    """Digest of the concept files, once they are found right: what is read from a text depends on them."""
    concepts()
    return digest("".join(path.read_text(encoding="utf-8") for path in concept_files()))


@cache
def _concepts(files: tuple[Path, ...]) -> dict[str, Concept]:
    facts = _read(files)
    made = (_concept(facts[iri]) for iri in sorted(facts))
    return {one.iri: one for one in made if one}


@cache
def _read(files: tuple[Path, ...]) -> dict[str, _Facts]:
    from pyoxigraph import Literal as Words  # noqa: PLC0415 - import stays cheap for those who look nothing up
    from pyoxigraph import RdfFormat, parse  # noqa: PLC0415 - likewise

    facts: dict[str, _Facts] = {}
    for path in files:
        try:
            for quad in parse(path.read_bytes(), format=RdfFormat.TURTLE):
                subject, value = quad.subject.value, quad.object
                lang = (value.language or "") if isinstance(value, Words) else ""
                about = facts.get(subject) or facts.setdefault(subject, _Facts(subject, path))
                about.values.setdefault((quad.predicate.value, lang), {})[value.value] = None
        except (SyntaxError, OSError) as error:
            why = error.msg if isinstance(error, SyntaxError) else error
            raise KamergraafError(
                f"{path}: this concept file is not valid Turtle: {why}. Correct the file at that place."
            ) from error
    return facts


def _concept(facts: _Facts) -> Concept | None:
    """The concept that a subject is; None for what text is not about, such as a scheme."""
    kind = _kind(facts)
    if kind is None:
        return None
    labels = facts.of(_DUTCH, Skos.PREF_LABEL, Skos.ALT_LABEL, Skos.HIDDEN_LABEL)
    dutch = facts.of(_DUTCH, Skos.PREF_LABEL)
    if not dutch:
        raise KamergraafError(
            f'{facts.path}: <{facts.iri}> has no name in Dutch. Give it one: skos:prefLabel "…"@nl; the tag '
            "@nl matters, for a name without it is not recognised."
        )
    _check_patterns(facts)
    return Concept(
        iri=facts.iri,
        kind=kind,
        nl=dutch[0],
        en=next(iter(facts.of(_ENGLISH, Skos.PREF_LABEL)), dutch[0]),
        labels=labels,
        english=facts.of(_ENGLISH, Skos.PREF_LABEL, Skos.ALT_LABEL),
        adjectives=facts.of(_DUTCH, Kg.ADJECTIVE),
        demonyms=facts.of(_DUTCH, Kg.DEMONYM),
        contextual=facts.of(_DUTCH, Kg.CONTEXTUAL_LABEL),
        misleading=facts.of(_DUTCH, Kg.MISLEADING_LABEL),
        code=facts.one(Kg.COUNTRY_CODE),
        domain=facts.one(Kg.DOMAIN),
        heads=facts.of(_DUTCH, Kg.COMPOUND_HEAD),
        patterns=facts.of("", Kg.PATTERN),
        broader=facts.of("", Skos.BROADER),
        legal_basis=facts.of("", Kg.LEGAL_BASIS),
        decidable=facts.one(Kg.DECIDABLE) == "true",
    )


def _kind(facts: _Facts) -> Thing | None:
    named = (_SCHEMES.get(scheme) for scheme in facts.of("", Skos.IN_SCHEME))
    made = (_CLASSES.get(cls) for cls in facts.of("", Rdf.TYPE))
    return next((kind for kind in (*named, *made) if kind), None)


def _check_patterns(facts: _Facts) -> None:
    for pattern in facts.of("", Kg.PATTERN):
        try:
            re.compile(pattern)
        except re.error as error:
            raise KamergraafError(
                f"{facts.path}: a kg:pattern of <{facts.iri}> is no regular expression: {error}, "
                f"in {pattern!r}. Mind that Turtle wants a backslash written twice."
            ) from error
