"""Things that several documents mention, each described once in a graph of its own.

A description is a pure function of the thing's IRI and the concept files: whoever
mentions it, whatever the print, the same bytes come out. What one document says about it
(a title, a date) stands in that document's graph.
"""

from __future__ import annotations

import re

from ontology import iris, vocabulary
from ontology.described import described, description
from ontology.lexicon import Named
from ontology.nquads import Block, GraphContent
from ontology.slugs import host, web_iri
from ontology.terms import XSD, Dcterms, Eli, Foaf, Kg, Org, Rdf, Skos

__all__ = ["References"]

_PUBLISHER = iris.publisher("x")[:-1]
_PAPER = re.compile(r"^kst-(?P<dossier>\d+(?:-[A-Za-z0-9]+)*)-(?P<number>[A-Za-z0-9]+(?:-[hn]\d+)?)$")
_APPENDIX = re.compile(r"^ah-tk-(?P<first>\d{4})(?P<second>\d{4})-(?P<number>\d{1,9})(?:-[hn]\d+)?$")
_CASE = re.compile(r"^kv-tk-(?P<case>\d{4}[ZD]\d{4,6}|KVR\d{3,6})$")
_DOSSIER = re.compile(r"^(?P<number>\d+)(?:-(?P<suffix>.+))?$")


class References:
    """Collects the descriptions that the mentions in one record call for."""

    def __init__(self) -> None:
        self._blocks: dict[str, Block] = {}
        self._concepts: dict[str, GraphContent] = {}

    def contents(self) -> list[GraphContent]:
        """One graph for each thing that was mentioned, in order of IRI."""
        found = {iri: block.content("ref") for iri, block in self._blocks.items()} | self._concepts
        return [found[iri] for iri in sorted(found)]

    def _new(self, iri: str) -> Block | None:
        if iri in self._blocks:
            return None
        block = self._blocks[iri] = Block(iris.ref_graph(iri))
        return block

    def document(self, doc: str) -> tuple[str, Block | None]:
        """IRI of a document by id, and what its number says of it; None for an id that is not official."""
        iri = iris.document(doc)
        page = iris.page(doc)
        block = self._new(iri) if page else None
        if page and block is not None:
            block.link(iri, Rdf.TYPE, Kg.DOCUMENT)
            block.string(iri, Dcterms.IDENTIFIER, doc)
            block.link(iri, Foaf.PAGE, page)
            self._read_number(doc, iri, block)
        return iri, self._blocks.get(iri)

    def _read_number(self, doc: str, iri: str, block: Block) -> None:
        if found := _PAPER.match(doc):
            block.link(iri, Rdf.TYPE, Kg.PARLIAMENTARY_PAPER)
            block.string(iri, Kg.SEQUENCE_NUMBER, found["number"])
            block.link(iri, Kg.IN_DOSSIER, self.dossier(found["dossier"]))
        elif found := _APPENDIX.match(doc):
            block.string(iri, Kg.PARLIAMENTARY_YEAR, f"{found['first']}-{found['second']}")
            block.number(iri, Kg.APPENDIX_NUMBER, int(found["number"]))
        elif found := _CASE.match(doc):
            block.link(iri, Rdf.TYPE, Kg.QUESTION_DOCUMENT)
            block.string(iri, Kg.CASE_NUMBER, found["case"])

    def dossier(self, printed: str) -> str:
        """A dossier by its number with suffix; described with the page that lists its papers."""
        iri = iris.dossier(printed)
        block = self._new(iri)
        if block is not None:
            number = iris.number_id(printed)
            block.link(iri, Rdf.TYPE, Kg.DOSSIER)
            parts = _DOSSIER.match(number)
            block.string(iri, Kg.DOSSIER_NUMBER, parts["number"] if parts else number)
            if parts and parts["suffix"]:
                block.string(iri, Kg.DOSSIER_SUFFIX, parts["suffix"])
            block.link(iri, Foaf.PAGE, iris.dossier_page(number))
        return iri

    def source(self, url: str | None, publisher: Named | None, day: str | None, words: str) -> str:
        """A source outside parliament.

        With an address, that is the key, and tells page and (for a known domain) publisher.
        Without one, publisher, ISO date and `words` (its title) are the key.
        """
        page = web_iri(url) if url else None
        iri = iris.source(url if page else None, publisher.label if publisher else None, day, words)
        block = self._new(iri)
        if block is None:
            return iri
        block.link(iri, Rdf.TYPE, Kg.DOCUMENT)
        if page:
            block.link(iri, Foaf.PAGE, page)
            publisher = vocabulary.publisher_at(host(page) or "")
        elif day:
            block.typed(iri, Eli.DATE_DOCUMENT, day, f"{XSD}date")
        if publisher:
            block.link(iri, Dcterms.PUBLISHER, self.publisher(publisher))
        return iri

    def publisher(self, publisher: Named) -> str:
        """A publisher by name."""
        return self._named(publisher, Org.ORGANIZATION)

    def group(self, printed: str) -> str:
        """A parliamentary group by its printed name."""
        return self._named(vocabulary.group(printed), Kg.PARLIAMENTARY_GROUP)

    def post(self, post: Named) -> str:
        """A post in government, with its ministry where the concept files know it."""
        block = self._new(post.iri)
        if block is not None:
            block.link(post.iri, Rdf.TYPE, Org.POST)
            block.words(post.iri, Skos.PREF_LABEL, post.label)
            if post.ministry:
                block.link(post.iri, Org.POST_IN, self._ministry(post.ministry))
        return post.iri

    def concept(self, iri: str) -> str:
        """A concept that is named, if a concept file describes it: instrument, country, organisation."""
        if iri in self._concepts or iri in self._blocks:
            return iri
        one = described(iri)
        if one and iri.startswith(_PUBLISHER):  # described in one way only, whether named or cited
            return self.publisher(vocabulary.publisher(one.nl))
        content = description(iri)
        if content:
            self._concepts[iri] = content
        if one and one.domain:
            self.concept(one.domain)
        return iri

    def snapshot(self, doc: str, sha256: str, media_type: str) -> str:
        """The bytes a document was read from; their hash and their type say all there is."""
        iri = iris.snapshot(doc, sha256)
        block = self._new(iri)
        if block is not None:
            block.link(iri, Rdf.TYPE, Kg.SOURCE_SNAPSHOT)
            block.string(iri, Kg.SHA256, sha256)
            block.string(iri, Dcterms.FORMAT, media_type)
            block.link(iri, Kg.SNAPSHOT_OF, iris.document(doc))
        return iri

    def _ministry(self, iri: str) -> str:
        label = vocabulary.ministry_label(iri)
        return self._named(Named(iri, label), Kg.MINISTRY) if label else iri

    def _named(self, thing: Named, cls: str) -> str:
        block = self._new(thing.iri)
        if block is not None:
            block.link(thing.iri, Rdf.TYPE, cls)
            block.words(thing.iri, Skos.PREF_LABEL, thing.label)
        return thing.iri
