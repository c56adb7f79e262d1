"""The joins of a run: facts with their grounds, by the document in whose graph they stand."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.joins.facts import document_of
from ontology import iris
from ontology.nquads import Block
from ontology.terms import XSD, Dcterms, Kg, Rdf

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["BASES", "Ambiguity", "Book"]

BASES: Mapping[str, str] = {
    "register": "1",
    "number": "1",
    "earlier-reply": "0.99",
    "heading-key": "0.95",
    "near-heading": "0.85",
    "subject-and-date": "0.8",
}
"""Grounds of a join (concepts of `concept/join-basis`), the surest first, and how sure they make it."""


@dataclass(frozen=True, slots=True)
class Ambiguity:
    """A set or a reply that fits several sets equally well, and is joined to none."""

    iri: str
    basis: str
    fits: tuple[str, ...]


class Book:
    """Collects the content of joins graphs."""

    def __init__(self) -> None:
        self._blocks: dict[str, Block] = {}
        self.counts: Counter[str] = Counter()
        self.grounds: Counter[str] = Counter()
        self.ambiguous: list[Ambiguity] = []

    def contents(self) -> dict[str, bytes]:
        """N-Quads by graph."""
        return {graph: block.content("doc").nquads for graph, block in sorted(self._blocks.items())}

    def state(self, doc: str, subject: str, predicate: str, target: str) -> None:
        """State a fact that follows from a join of the same graph; `doc` is the document's IRI."""
        self._block(doc).link(subject, predicate, target)

    def days(self, doc: str, days: int) -> None:
        """State how many days an answer took."""
        self._block(doc).number(doc, Kg.REPLY_DAYS, days)

    def join(  # noqa: PLR0913 - a fact has three parts, and each of the others is said of it
        self,
        doc: str,
        subject: str,
        predicate: str,
        target: str,
        basis: str,
        *,
        sort: str | None = None,
        source: str | None = None,
    ) -> None:
        """State a fact with its ground; `sort` is a concept of `follow-up`, `source` whose words say so."""
        block, node = self._block(doc), iris.join(document_of(doc), subject, predicate, target)
        block.link(subject, predicate, target)
        block.link(node, Rdf.TYPE, Kg.JOIN)
        block.link(node, Rdf.SUBJECT, subject)
        block.link(node, Rdf.PREDICATE, predicate)
        block.link(node, Rdf.OBJECT, target)
        block.link(node, Kg.BASIS, iris.concept("join-basis", basis))
        block.typed(node, Kg.CONFIDENCE, BASES[basis], f"{XSD}decimal")
        if sort:
            block.link(node, Kg.SORT, iris.concept("follow-up", sort))
        if source:
            block.link(node, Dcterms.SOURCE, source)
        self.counts[predicate.rpartition("#")[2]] += 1
        self.grounds[basis] += 1

    def _block(self, doc: str) -> Block:
        graph = iris.joins_graph(document_of(doc))
        if graph not in self._blocks:
            self._blocks[graph] = Block(graph)
        return self._blocks[graph]
