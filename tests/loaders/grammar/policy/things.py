"""Invented concepts to find in texts, beside the shipped ones."""

from __future__ import annotations

from typing import Any

from ontology.thesaurus import Concept


def thing(key: str, *labels: str, **facts: Any) -> Concept:
    """A concept with Dutch labels; an instrument, unless it is said what it is."""
    given = {
        "iri": f"https://example.org/{key}",
        "kind": "instrument",
        "nl": labels[0] if labels else key,
        "en": key,
        "labels": labels,
    }
    empty: dict[str, object] = dict.fromkeys(Concept.__slots__, ())
    return Concept(**{**empty, "code": None, "domain": None, **given, **facts})


NOORDLAND = thing(
    "NLA",
    "Noordland",
    "NRL",
    kind="country",
    code="NLA",
    adjectives=("Noordlands", "Noordlandse"),
    demonyms=("Noordlander", "Noordlanders"),
    misleading=("Noordland Kaas",),
)
NIEUW_NOORDLAND = thing("NNL", "Nieuw-Noordland", kind="country", code="NNL")
TOLSTOP = thing("tolstop", "tolstop", "tolstops", heads=("stop",), domain="tol")
VEERSTOP = thing("veerstop", "veerstop", heads=("stop",), domain="tol")
STOP = thing("stop", contextual=("stop",), domain="tol")
DRIEPUNTSSTOP = thing(
    "driepuntsstop",
    "driepuntsstop",
    broader=(STOP.iri,),
    domain="tol",
    patterns=(r"stop\s+op\s+drie\s+punten\b",),
)
TOL = thing("tol", "tol", "tolheffing", kind="topic", domain="tol")
ALL = (NOORDLAND, NIEUW_NOORDLAND, TOLSTOP, VEERSTOP, STOP, DRIEPUNTSSTOP, TOL)
