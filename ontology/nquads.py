"""N-Quads text by hand: one block of lines for one named graph.

Measured in this project, text that enters a store in bulk takes half the time of term
objects built one by one; the price is that literals and IRIs are escaped here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Literal

from ontology.terms import XSD

__all__ = ["Block", "GraphContent", "literal"]

Layer = Literal["doc", "ref", "auth", "extract"]

_SPECIAL = re.compile(r'[\\"\x00-\x1f\x7f\ud800-\udfff]')
_NAMED = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"}


def _escape(found: re.Match[str]) -> str:
    char = found.group()
    if "\ud800" <= char <= "\udfff":
        return "\ufffd"  # half a surrogate pair is no character; one for one keeps offsets right
    return _NAMED.get(char) or f"\\u{ord(char):04X}"


def literal(text: str) -> str:
    """A plain literal with its quotes, on one line, whatever characters the text holds."""
    if text.isprintable() and '"' not in text and "\\" not in text:  # most are; the pattern takes longer
        return f'"{text}"'
    return f'"{_SPECIAL.sub(_escape, text)}"'


@dataclass(frozen=True, slots=True)
class GraphContent:
    """The whole content of one named graph, ready to replace what the store holds of it."""

    graph: str
    """IRI of the graph."""
    nquads: bytes
    """Sorted, distinct N-Quads lines in UTF-8, each ended by LF."""
    layer: Layer
    rank: int
    """Where two documents offer content for one graph, the lower rank is kept."""
    modified: str = ""
    """When its source says it last changed; of two that differ in nothing else the newer is kept."""


class Block:
    """Collects the triples of one graph; what is put in twice is kept once."""

    __slots__ = ("_triples", "graph")

    def __init__(self, graph: str) -> None:
        self.graph = graph
        self._triples: set[str] = set()

    def link(self, subject: str, predicate: str, target: str) -> None:
        """A triple whose object is an IRI, made by `ontology.iris` or `web_iri`: valid by construction."""
        self._triples.add(f"<{subject}> <{predicate}> <{target}>")

    def words(self, subject: str, predicate: str, text: str, lang: str = "nl") -> None:
        """A triple whose object is text in a language; the tag must be lower case."""
        self._triples.add(f"<{subject}> <{predicate}> {literal(text)}@{lang}")

    def string(self, subject: str, predicate: str, text: str) -> None:
        """A triple whose object is a plain string."""
        self._triples.add(f"<{subject}> <{predicate}> {literal(text)}")

    def written(self, *triples: str) -> None:
        """Triples written out already: subject, predicate and object as N-Quads has them."""
        self._triples.update(triples)

    def number(self, subject: str, predicate: str, number: int) -> None:
        """A triple whose object is an `xsd:integer` (Oxigraph turns narrower types into it)."""
        self._triples.add(f'<{subject}> <{predicate}> "{number}"^^<{XSD}integer>')

    def day(self, subject: str, predicate: str, day: date) -> None:
        """A triple whose object is an `xsd:date`."""
        self._triples.add(f'<{subject}> <{predicate}> "{day.isoformat()}"^^<{XSD}date>')

    def typed(self, subject: str, predicate: str, text: str, datatype: str) -> None:
        """A triple whose object has another datatype, in its lexical form."""
        self._triples.add(f"<{subject}> <{predicate}> {literal(text)}^^<{datatype}>")

    def without(self, other: Block) -> None:
        """Drop what another graph states already: a triple stands in one graph only."""
        self._triples -= other._triples

    def targets(self, *predicates: str) -> list[str]:
        """IRIs that stand as objects of some properties, sorted; one that does so often comes as often."""
        marks = tuple(f" <{predicate}> <" for predicate in predicates)
        return sorted(
            triple.partition(mark)[2].removesuffix(">")
            for triple in self._triples
            for mark in marks
            if mark in triple and '"' not in triple
        )

    def __bool__(self) -> bool:
        """Whether anything was put in."""
        return bool(self._triples)

    def unsorted(self) -> bytes:
        """The block as text whose lines stand in no promised order."""
        tail = f" <{self.graph}> .\n"
        return (tail.join(self._triples) + tail).encode() if self._triples else b""

    def content(self, layer: Layer, rank: int = 0, modified: str = "") -> GraphContent:
        """The block as text."""
        tail = f" <{self.graph}> .\n"
        text = tail.join(sorted(self._triples)) + tail if self._triples else ""
        return GraphContent(self.graph, text.encode(), layer, rank, modified)
