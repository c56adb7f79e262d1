"""The ledger: which files were read, what each offers, which offer won; it stands in `graph/prov`.

    <id/file/…>     kg:sourceName, kg:sha256, kg:loaderVersion, dcterms:format, prov:wasGeneratedBy <load>
                    dcterms:hasPart <graph>     for each graph that the file has content for, won or not
                    dcterms:references <graph>  for those that it only reprints
    <graph/doc/…>   prov:wasDerivedFrom <snapshot>, kg:rank, kg:sha256, dcterms:format,
                    prov:wasGeneratedBy: of the content that won
    <id/row/…>      the same of a row of a register, by its bytes, in half the triples (see below)
    <id/failure/…>  kg:sourceName, kg:sha256, kg:failureCode, kg:failureReason, kg:loaderVersion, …
    <id/load/…>     prov:startedAtTime, prov:endedAtTime, kg:loaderVersion

Graphs that describe what several documents mention are a pure function of its number or address,
so no content of theirs wins; the files that offer them keep them alive.

Rows come by the ten thousand, so that of each no more is written than cannot be told from the rest:

    <id/row/SHA256>  kg:sourceName of each file that holds it, prov:wasGeneratedBy, dcterms:hasPart,
                     dcterms:modified where the register gives it
    <graph/case/…>   prov:wasDerivedFrom <id/row/…>, kg:rank unless it is 0

The version of the loader is that of the load; `graph/doc/…` among its parts is what it reprints.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

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
"""Media type of rows of a register."""
_DOC, _FILE, _FAILURE, _ROWS = (
    iris.doc_graph("x")[:-1],
    f"{iris.ID}file/",
    f"{iris.ID}failure/",
    f"{iris.ID}row/",
)


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
    modified: str = ""
    """When a register last changed a row: UTC to the second; empty where it does not say."""
    outdated: bool = False
    """Whether a row must be read again although its bytes and the loader are the same."""

    @property
    def iri(self) -> str:
        """Name of the entry; files that hold the same row have one between them."""
        return iris.row(self.sha256) if self.media_type == _ROW else iris.file(self.source)

    def nquads(self) -> bytes:
        """Give the entry as quads of `graph/prov`."""
        block, me = Block(iris.PROV_GRAPH), self.iri
        if self.media_type == _ROW:
            self._row(block, me)
            return block.unsorted()
        block.string(me, Kg.SOURCE_NAME, self.source)
        block.string(me, Kg.SHA256, self.sha256)
        block.string(me, Kg.LOADER_VERSION, self.version)
        block.string(me, Dcterms.FORMAT, self.media_type)
        block.link(me, Prov.WAS_GENERATED_BY, self.load)
        for graph in self.offers:
            block.link(me, Dcterms.HAS_PART, graph)
        for graph in self.reprints:
            block.link(me, REFERENCES, graph)
        return block.unsorted()

    def _row(self, block: Block, me: str) -> None:
        block.string(me, Kg.SOURCE_NAME, self.source)
        block.link(me, Prov.WAS_GENERATED_BY, self.load)
        if self.outdated:
            block.string(me, Kg.LOADER_VERSION, "")
        if self.modified:
            block.typed(me, Dcterms.MODIFIED, self.modified, f"{XSD}dateTime")
        for graph in self.offers:
            block.link(me, Dcterms.HAS_PART, graph)


class Win(NamedTuple):
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
        block, row = Block(iris.PROV_GRAPH), self.media_type == _ROW
        block.link(self.graph, Prov.WAS_DERIVED_FROM, iris.row(self.sha256) if row else self.snapshot)
        if self.rank or not row:
            block.number(self.graph, Kg.RANK, self.rank)
        if not row:
            block.link(self.graph, Prov.WAS_GENERATED_BY, self.load)
            block.string(self.graph, Kg.SHA256, self.sha256)
            block.string(self.graph, Dcterms.FORMAT, self.media_type)
        return block.unsorted()


Facts = dict[str, list[str]]
_RECENT = 2000
"""Files that were asked for last, which a run may ask for again."""
Leaves = Callable[[str, str], bool]
"""Whether a file, by its name, is given other bytes than these (by their hash) in the same run."""


class Ledger:
    """Looking things up in the ledger of a store, as it is before a run; little of it is held in memory."""

    def __init__(self, store: OxigraphStore) -> None:
        self._store = store
        self._failed = self._any(Kg.FAILURE_CODE)
        self._versions: dict[str, str] = {}
        self.blank = not self._any(Kg.SOURCE_NAME)
        """Whether nothing was loaded before this run: most look-ups are spared then."""
        self._file = lru_cache(_RECENT)(self._found)

    def _any(self, term: str) -> bool:
        return next(self._store.match(None, NamedNode(term), None, _PROV), None) is not None

    def file(self, source: str) -> FileEntry | None:
        """Give what is known of a file, or of a row, by its name."""
        return None if self.blank else self._file(source)

    def _found(self, source: str) -> FileEntry | None:
        for iri in self._named(source):
            if iri.startswith((_FILE, _ROWS)):
                return self._entry(iri, source)
        return None

    def _named(self, source: str) -> list[str]:
        quads = self._store.match(None, NamedNode(Kg.SOURCE_NAME), Literal(source), _PROV)
        return sorted(quad.subject.value for quad in quads if isinstance(quad.subject, NamedNode))

    def _entry(self, iri: str, source: str) -> FileEntry:
        facts, row = self._facts(iri), iri.startswith(_ROWS)
        offers, load = frozenset(facts.get(Dcterms.HAS_PART, ())), facts[Prov.WAS_GENERATED_BY][0]
        if row:
            outdated = Kg.LOADER_VERSION in facts
            return FileEntry(
                source=source,
                sha256=iri.removeprefix(_ROWS),
                version="" if outdated else self._version(load),
                media_type=_ROW,
                offers=offers,
                reprints=frozenset(graph for graph in offers if graph.startswith(_DOC)),
                load=load,
                modified=facts.get(Dcterms.MODIFIED, [""])[0],
                outdated=outdated,
            )
        return FileEntry(
            source=source,
            sha256=facts[Kg.SHA256][0],
            version=facts[Kg.LOADER_VERSION][0],
            media_type=facts[Dcterms.FORMAT][0],
            offers=offers,
            reprints=frozenset(facts.get(REFERENCES, ())),
            load=load,
        )

    def _version(self, load: str) -> str:
        if load not in self._versions:
            self._versions[load] = self._facts(load)[Kg.LOADER_VERSION][0]
        return self._versions[load]

    def copies(self, sha256: str) -> Iterator[FileEntry]:
        """All files with the same bytes."""
        if self.blank:
            return
        row = iris.row(sha256)
        for source in self._facts(row).get(Kg.SOURCE_NAME, ()):
            yield self._entry(row, source)
        for quad in self._store.match(None, NamedNode(Kg.SHA256), Literal(sha256), _PROV):
            iri = str(quad.subject.value) if isinstance(quad.subject, NamedNode) else ""
            if iri.startswith(_FILE):
                yield self._entry(iri, self._facts(iri)[Kg.SOURCE_NAME][0])

    def offering(self, graph: str) -> Iterator[str]:
        """Names of all files that have content for a graph."""
        if self.blank:
            return
        for quad in self._store.match(None, NamedNode(Dcterms.HAS_PART), NamedNode(graph), _PROV):
            if isinstance(quad.subject, NamedNode):
                yield from self._facts(quad.subject.value).get(Kg.SOURCE_NAME, ())

    def win(self, graph: str) -> Win | None:
        """Whose content a document's graph holds; None for a graph that is not loaded."""
        if self.blank:
            return None
        facts = self._facts(graph)
        if Prov.WAS_DERIVED_FROM not in facts:
            return None
        [snapshot], rank = facts[Prov.WAS_DERIVED_FROM], int(facts.get(Kg.RANK, ["0"])[0])
        if snapshot.startswith(_ROWS):
            row = self._facts(snapshot)
            load, modified = row[Prov.WAS_GENERATED_BY][0], row.get(Dcterms.MODIFIED, [""])[0]
            return Win(graph, snapshot, snapshot.removeprefix(_ROWS), _ROW, rank, load, modified)
        return Win(
            graph=graph,
            snapshot=snapshot,
            sha256=facts[Kg.SHA256][0],
            media_type=facts[Dcterms.FORMAT][0],
            rank=rank,
            load=facts[Prov.WAS_GENERATED_BY][0],
        )

    def held_by_other(self, graph: str, sha256: str) -> bool:
        """Whether the content of a document's graph came from other bytes than these."""
        quads = self._store.match(NamedNode(graph), NamedNode(Prov.WAS_DERIVED_FROM), None, _PROV)
        # Copies and rows are named after the hash of their bytes.
        return any(not str(quad.object).endswith(f"{sha256}>") for quad in quads)

    def failures(self, source: str) -> list[tuple[str, str | None, str, str, str]]:
        """Failures of a file: IRI, hash of its bytes, loader version, code and reason of each."""
        found: list[tuple[str, str | None, str, str, str]] = []
        if not self._failed:
            return found
        for iri in self._named(source):
            if iri.startswith(_FAILURE):
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

    def rewriting(self, entry: FileEntry, leaves: Leaves) -> tuple[bytes, bytes]:
        """Quads to delete and to insert, so that an entry stands in the place of what is known of its file.

        Of rows that several files hold, what the others need is kept.
        """
        gone, fresh = b"", entry.nquads()
        if self.blank:
            return gone, fresh
        former = self.file(entry.source)
        if former and former.iri != entry.iri:
            alone = not self._holders(former.iri, entry.source, leaves)
            gone = self.quads_about(former.iri) if alone else _name(former.iri, entry.source)
        if known := self.quads_about(entry.iri):
            gone += known
            fresh += b"".join(
                _name(entry.iri, name) for name in self._holders(entry.iri, entry.source, leaves)
            )
        return gone, fresh

    def _holders(self, iri: str, source: str, leaves: Leaves) -> list[str]:
        """Files other than one that hold the same bytes, and will after this run."""
        names, sha256 = self._facts(iri).get(Kg.SOURCE_NAME, ()), iri.removeprefix(_ROWS)
        return [name for name in names if name != source and not leaves(name, sha256)]

    def _facts(self, iri: str) -> Facts:
        facts: Facts = {}
        for quad in self._store.match(NamedNode(iri), None, None, _PROV):
            if isinstance(quad.object, NamedNode | Literal):
                facts.setdefault(quad.predicate.value, []).append(quad.object.value)
        return facts


def _name(iri: str, source: str) -> bytes:
    """The quad that says that a file holds what an entry is about."""
    block = Block(iris.PROV_GRAPH)
    block.string(iri, Kg.SOURCE_NAME, source)
    return block.unsorted()


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
