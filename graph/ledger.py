"""The ledger: which files were read, what each offers, which offer won; it stands in `graph/prov`.

    <id/file/…>     kg:sourceName, kg:sha256, kg:loaderVersion, dcterms:format, prov:wasGeneratedBy <load>
                    dcterms:hasPart <graph>     for each graph that the file has content for, won or not
                    dcterms:references <graph>  for those that it only reprints
    <graph/doc/…>   prov:wasDerivedFrom <snapshot>, kg:rank, kg:sha256, dcterms:format, dcterms:modified
                    (of rows of a register), prov:wasGeneratedBy: of the content that won
                    A row of a register has no dcterms:format.
    <id/failure/…>  kg:sourceName, kg:sha256, kg:failureCode, kg:failureReason, kg:loaderVersion, …
    <id/load/…>     prov:startedAtTime, prov:endedAtTime, kg:loaderVersion

Graphs that describe what several documents mention are a pure function of its number or address,
so no content of theirs wins; the files that offer them keep them alive.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode

from ontology import iris
from ontology.nquads import Block
from ontology.terms import XSD, Dcterms, Kg, Prov, Rdf

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from graph.store.oxigraph import OxigraphStore
    from ontology.records import Failure

__all__ = ["FileEntry", "Ledger", "Win", "describe_failure", "describe_load"]

REFERENCES = "http://purl.org/dc/terms/references"
_PROV = NamedNode(iris.PROV_GRAPH)
_ROW = "application/json"
"""Media type of rows of a register; as they come by the ten thousand, theirs is not written."""


@dataclass(frozen=True, slots=True)
class FileEntry:
    """What the ledger holds of one file: its bytes by hash, and the graphs that it offers."""

    source: str
    sha256: str
    version: str
    media_type: str
    offers: frozenset[str]
    reprints: frozenset[str]
    """Those of `offers` that another document has at first hand."""
    load: str

    def nquads(self) -> bytes:
        """Give the entry as quads of `graph/prov`."""
        block, me = Block(iris.PROV_GRAPH), iris.file(self.source)
        block.string(me, Kg.SOURCE_NAME, self.source)
        block.string(me, Kg.SHA256, self.sha256)
        block.string(me, Kg.LOADER_VERSION, self.version)
        if self.media_type != _ROW:
            block.string(me, Dcterms.FORMAT, self.media_type)
        block.link(me, Prov.WAS_GENERATED_BY, self.load)
        for graph in self.offers:
            block.link(me, Dcterms.HAS_PART, graph)
        for graph in self.reprints:
            block.link(me, REFERENCES, graph)
        return block.unsorted()


@dataclass(frozen=True, slots=True)
class Win:
    """Whose content a document's graph holds."""

    graph: str
    snapshot: str
    sha256: str
    media_type: str
    rank: int
    load: str
    modified: str = ""
    """When the source says it last changed: UTC to the second; empty where it does not say."""

    def nquads(self) -> bytes:
        """Give the entry as quads of `graph/prov`."""
        block = Block(iris.PROV_GRAPH)
        block.link(self.graph, Prov.WAS_DERIVED_FROM, self.snapshot)
        block.link(self.graph, Prov.WAS_GENERATED_BY, self.load)
        block.string(self.graph, Kg.SHA256, self.sha256)
        if self.media_type != _ROW:
            block.string(self.graph, Dcterms.FORMAT, self.media_type)
        block.number(self.graph, Kg.RANK, self.rank)
        if self.modified:
            block.typed(self.graph, Dcterms.MODIFIED, self.modified, f"{XSD}dateTime")
        return block.unsorted()


class Ledger:
    """Looking things up in the ledger of a store; nothing is held in memory."""

    def __init__(self, store: OxigraphStore) -> None:
        self._store = store
        self._failed = self._any(Kg.FAILURE_CODE)
        self.blank = not self._any(Kg.SOURCE_NAME)
        """Whether nothing was loaded before this run: most look-ups are spared then."""

    def _any(self, term: str) -> bool:
        return next(self._store.match(None, NamedNode(term), None, _PROV), None) is not None

    def file(self, source: str) -> FileEntry | None:
        """Give what is known of a file by its name."""
        return None if self.blank else self._entry(iris.file(source))

    def _entry(self, iri: str) -> FileEntry | None:
        facts = self._facts(iri)
        if Kg.SOURCE_NAME not in facts:
            return None
        return FileEntry(
            source=facts[Kg.SOURCE_NAME][0],
            sha256=facts[Kg.SHA256][0],
            version=facts[Kg.LOADER_VERSION][0],
            media_type=facts.get(Dcterms.FORMAT, [_ROW])[0],
            offers=frozenset(facts.get(Dcterms.HAS_PART, ())),
            reprints=frozenset(facts.get(REFERENCES, ())),
            load=facts[Prov.WAS_GENERATED_BY][0],
        )

    def copies(self, sha256: str) -> Iterator[FileEntry]:
        """All files with the same bytes."""
        if self.blank:
            return
        for quad in self._store.match(None, NamedNode(Kg.SHA256), Literal(sha256), _PROV):
            iri = str(quad.subject.value) if isinstance(quad.subject, NamedNode) else ""
            if iri.startswith(f"{iris.ID}file/") and (entry := self._entry(iri)):
                yield entry

    def offering(self, graph: str) -> Iterator[str]:
        """IRIs of all files that have content for a graph."""
        if self.blank:
            return
        for quad in self._store.match(None, NamedNode(Dcterms.HAS_PART), NamedNode(graph), _PROV):
            if isinstance(quad.subject, NamedNode):
                yield quad.subject.value

    def source_of(self, iri: str) -> str:
        """Name of the file of an entry."""
        return self._facts(iri)[Kg.SOURCE_NAME][0]

    def win(self, graph: str) -> Win | None:
        """Whose content a document's graph holds; None for a graph that is not loaded."""
        if self.blank:
            return None
        facts = self._facts(graph)
        if Kg.RANK not in facts:
            return None
        return Win(
            graph=graph,
            snapshot=facts[Prov.WAS_DERIVED_FROM][0],
            sha256=facts[Kg.SHA256][0],
            media_type=facts.get(Dcterms.FORMAT, [_ROW])[0],
            rank=int(facts[Kg.RANK][0]),
            load=facts[Prov.WAS_GENERATED_BY][0],
            modified=facts.get(Dcterms.MODIFIED, [""])[0],
        )

    def failures(self, source: str) -> list[tuple[str, str | None, str, str, str]]:
        """Failures of a file: IRI, hash of its bytes, loader version, code and reason of each."""
        found: list[tuple[str, str | None, str, str, str]] = []
        if not self._failed:
            return found
        for quad in self._store.match(None, NamedNode(Kg.SOURCE_NAME), Literal(source), _PROV):
            iri = quad.subject.value if isinstance(quad.subject, NamedNode) else ""
            if iri.startswith(f"{iris.ID}failure/"):
                facts = self._facts(iri)
                sha = facts.get(Kg.SHA256, [None])[0]
                told = (Kg.LOADER_VERSION, Kg.FAILURE_CODE, Kg.FAILURE_REASON)
                version, code, reason = (facts[name][0] for name in told)
                found.append((iri, sha, version, code, reason))
        return sorted(found)

    def quads_about(self, iri: str) -> bytes:
        """All that `graph/prov` says of something, for deletion."""
        quads = self._store.match(NamedNode(iri), None, None, _PROV)
        return "".join(f"{quad} .\n" for quad in quads).encode()

    def quads_about_file(self, source: str) -> bytes:
        """Give the entry of a file, for deletion."""
        return self.quads_about(iris.file(source))

    def _facts(self, iri: str) -> dict[str, list[str]]:
        facts: dict[str, list[str]] = {}
        for quad in self._store.match(NamedNode(iri), None, None, _PROV):
            if isinstance(quad.object, NamedNode | Literal):
                facts.setdefault(quad.predicate.value, []).append(quad.object.value)
        return facts


def describe_failure(failure: Failure, version: str, load: str) -> bytes:
    """Describe a document that could not be read, as quads of `graph/prov`."""
    block, me = Block(iris.PROV_GRAPH), iris.failure(failure.source, failure.sha256)
    block.link(me, Rdf.TYPE, Kg.LOAD_FAILURE)
    block.string(me, Kg.SOURCE_NAME, failure.source)
    block.string(me, Kg.FAILURE_CODE, failure.code)
    block.string(me, Kg.FAILURE_REASON, failure.reason)
    block.string(me, Kg.LOADER_VERSION, version)
    block.link(me, Prov.WAS_GENERATED_BY, load)
    if failure.sha256:
        block.string(me, Kg.SHA256, failure.sha256)
    return block.content("auth").nquads


def describe_load(load: str, version: str, started: datetime, ended: datetime) -> bytes:
    """Describe one run of the loader, as quads of `graph/prov`."""
    block = Block(iris.PROV_GRAPH)
    block.link(load, Rdf.TYPE, Kg.LOAD)
    block.string(load, Kg.LOADER_VERSION, version)
    block.typed(load, Prov.STARTED_AT_TIME, started.isoformat(), f"{XSD}dateTime")
    block.typed(load, Prov.ENDED_AT_TIME, ended.isoformat(), f"{XSD}dateTime")
    return block.content("auth").nquads
