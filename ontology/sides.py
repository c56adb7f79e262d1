"""One side of a record: the document itself, or the question set it puts or reprints.

Each side has a graph, an id under which its parts are named, and spans into the snapshot
that was read. An asking document has one side; a reply has two.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from ontology import iris
from ontology.nquads import Block, literal
from ontology.records import Snapshot, Span
from ontology.references import References
from ontology.terms import XSD, Kg, Oa, Rdf

__all__ = ["QUOTED", "Side", "Spans"]

QUOTED = 1000
"""Longest span, in code points, whose wording is repeated; beyond it the position is enough."""
_SPAN = f"<{Rdf.TYPE}> <{Kg.TEXT_SPAN}>"
_INTEGER = f"^^<{XSD}integer>"


class Spans:
    """Writes evidence: spans of one snapshot as Web Annotation resources, each once.

    The annotation model asks for a resource with two selectors, by position and by quote.
    Both stand on one selector node here: they always come together, a node less a span
    saves a quarter of these triples, and `oa:hasSelector/oa:start` and
    `oa:hasSelector/oa:exact` work as the model has it. The selector states no class: what
    `oa:hasSelector` leads to is a `kg:TextSelector`, and most triples of a store are spans.
    """

    __slots__ = ("_block", "_iri", "_paged", "_seen", "_snapshot", "_source")

    def __init__(self, block: Block, snapshot: Snapshot, iri: str) -> None:
        self._block, self._snapshot, self._iri = block, snapshot, iri
        self._source = f"<{Oa.HAS_SOURCE}> <{iri}>"
        self._paged = len(snapshot.page_starts) > 1
        self._seen: set[Span] = set()

    def add(self, span: Span, within: Span | None = None) -> str:
        """IRI of a span, described in the graph of this side.

        Where a passage that it lies `within` begins on the same page, the span states no page of its own.
        """
        iri = iris.span(self._iri, span.start, span.end)
        if span not in self._seen:
            self._seen.add(span)
            self._describe(iri, span)
        if self._paged:
            page = self._snapshot.page(span.start)
            if within is None or page != self._snapshot.page(within.start):
                self._block.number(iri, Kg.PAGE_NUMBER, page)
        return iri

    def _describe(self, iri: str, span: Span) -> None:
        selector = f"<{iri};selector>"
        self._block.written(  # in one go: no other description is written as often
            f"<{iri}> {_SPAN}",
            f"<{iri}> {self._source}",
            f"<{iri}> <{Oa.HAS_SELECTOR}> {selector}",
            f'{selector} <{Oa.START}> "{span.start}"{_INTEGER}',
            f'{selector} <{Oa.END}> "{span.end}"{_INTEGER}',
        )
        if span.end - span.start <= QUOTED:
            self._block.written(f"{selector} <{Oa.EXACT}> {literal(self._snapshot.quote(span))}")


@dataclass(slots=True)
class Side:
    """Where the facts of one document go."""

    doc: str
    """Document id: part of the IRI of all that belongs to it."""
    iri: str
    block: Block
    spans: Spans
    refs: References
    own: Block | None = field(default=None)
    """What the document's number says already, in a graph of its own."""

    @classmethod
    def of(cls, doc: str, snapshot: Snapshot, snapshot_iri: str, refs: References) -> Side:
        """A side for a document id, with an empty graph."""
        iri, own = refs.document(doc)
        block = Block(iris.doc_graph(doc))
        return cls(doc, iri, block, Spans(block, snapshot, snapshot_iri), refs, own)

    def prove(self, subject: str, span: Span | None) -> None:
        """State where something is read."""
        if span is not None:
            self.block.link(subject, Kg.EVIDENCE, self.spans.add(span))
