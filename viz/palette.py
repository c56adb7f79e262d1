"""Colour and shape of each class of node.

Shape tells the family (square: a document of the House; dot: a part of one; hexagon: a
paper or dossier; diamond: a source; triangle: a person, post, body or country; star: a ministry, a
policy or a measure) and colour tells
the class within it, so that no two classes differ by hue alone. The colours are the
Okabe-Ito set, darkened until each keeps a contrast of 3:1 against the page.
"""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["BACKGROUND", "STYLES", "UNKNOWN", "Style", "style_of"]

BACKGROUND = "#ffffff"


@dataclass(frozen=True, slots=True)
class Style:
    """How nodes of one class are drawn: CSS colour, vis-network shape, radius in pixels."""

    colour: str
    shape: str
    radius: int = 9


STYLES = {
    "QuestionDocument": Style("#0b5fa5", "square", 11),
    "Question": Style("#0b5fa5", "dot"),
    "AnswerDocument": Style("#00845f", "square", 11),
    "Answer": Style("#00845f", "dot"),
    "DelayNotice": Style("#b06f00", "square", 11),
    "ParliamentaryPaper": Style("#c4480a", "hexagon", 11),
    "Motion": Style("#a4568a", "hexagon", 11),
    "CountryReport": Style("#0b5fa5", "hexagon", 11),
    "Dossier": Style("#33404d", "hexagon", 11),
    "Document": Style("#a4568a", "diamond", 11),
    "Organization": Style("#33404d", "diamond", 11),
    "Actor": Style("#8a2a6b", "triangle", 11),
    "Person": Style("#8a2a6b", "triangle", 11),
    "Post": Style("#33404d", "triangleDown", 11),
    "Ministry": Style("#33404d", "star", 11),
    "ParliamentaryGroup": Style("#b06f00", "triangleDown", 11),
    "PolicyInstrument": Style("#0b5fa5", "star", 12),
    "PolicyMeasure": Style("#c4480a", "star", 12),
    "PolicyDecision": Style("#c4480a", "dot"),
    "country": Style("#0b5fa5", "triangleDown", 11),
    "Commitment": Style("#8a2a6b", "dot"),
}
"""Style by local name of the class; a class that is not listed is drawn as `UNKNOWN`."""

UNKNOWN = Style("#5f6b76", "dot")


def style_of(kind: str) -> Style:
    """Give the style of the class with IRI `kind`, by its local name."""
    return STYLES.get(kind.replace("#", "/").rsplit("/", 1)[-1], UNKNOWN)
