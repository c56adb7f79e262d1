"""Loading documents: from what loaders read to graphs in a store, with a ledger of what was read.

The graphs in the store are a function of the files that were given last and nothing else: not of
the order in which they came, nor of the number of loads. See `graph.winners` for the choice among
copies, `graph.commit` for what a crash can leave, and `graph.ledger` for what is remembered.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from graph.commit import Writer
from graph.errors import StoreError
from graph.ledger import FileEntry, Ledger, describe_failure, describe_load
from graph.spool import Spool
from graph.winners import Change, Referee
from ontology import iris
from ontology.records import Failure, Record, Removal, Skip
from ontology.triples import graphs

if TYPE_CHECKING:
    from graph.authority import AuthorityReport
    from graph.resolve import Resolution
    from graph.store.oxigraph import OxigraphStore

__all__ = ["Arrival", "Beside", "Progress", "Report", "load"]

Progress = Callable[[str, str], None]
"""Called with the name of a file or a row and what became of it: `read`, `known`, `failed` or
`skipped`; then with an empty name and `deciding`, and at last `writing`, if there is anything to write."""
Beside = Callable[[Iterator[Change]], Iterator[Change]]
"""Gives changes as they come, sorted by graph, and after them what follows from them."""
_EXAMPLES = 20
"""Names that are kept of those of whom something is told."""


@dataclass(slots=True)
class Told:
    """How often something was met, and where first."""

    count: int = 0
    sources: list[str] = field(default_factory=list)

    def add(self, source: str) -> None:
        """Count one more."""
        self.count += 1
        if len(self.sources) < _EXAMPLES:
            self.sources.append(source)


@dataclass(frozen=True, slots=True)
class Arrival:
    """One document at the door: its name, the hash of its bytes, and how to read it when needed."""

    source: str
    """Path or address as given; a later arrival of this name replaces what it gave before."""
    sha256: str
    """Hex digest of the bytes; of a file that cannot even be opened, empty."""
    read: Callable[[], Record | Removal | Failure] = field(repr=False)


@dataclass(slots=True)
class Report:
    """What a load did; counts are of files unless they say otherwise."""

    added: int = 0
    """Read, and now in the graph, under names that were not known."""
    replaced: int = 0
    """Read, because the bytes or the version of the loader changed."""
    unchanged: int = 0
    """Known by their hash, or copies of one that is."""
    superseded: int = 0
    """Read, while a better copy of the same document holds its place; not counted as added or replaced."""
    failed: list[Failure] = field(default_factory=list)
    """Not read, now or on an earlier load of the same bytes; in order of arrival."""
    read_again: list[str] = field(default_factory=list)
    """Files of former loads that are needed again and were not among these: load them once more."""
    skipped: dict[str, Told] = field(default_factory=dict)
    """Rows of other kinds than those that are read, by kind."""
    remarks: dict[str, Told] = field(default_factory=dict)
    """What was odd in rows of a register, by the code of the remark; each stands in the graph too."""
    taken_out: Told = field(default_factory=Told)
    """Rows that say that they were taken out of their register; what was read from them before is kept."""
    graphs: int = 0
    """Graphs written."""
    removed: int = 0
    """Graphs removed, because no file gives them any more."""
    triples: int = 0
    """Triples written, the ledger aside."""
    registers: AuthorityReport | None = None
    """What became of registers of people, where they were loaded too."""
    resolution: Resolution | None = None
    """Who the people in the documents were found to be, where that was looked up."""

    @property
    def wrote(self) -> bool:
        """Whether the graph (the ledger aside) is another than before."""
        return bool(self.graphs or self.removed)


def load(  # noqa: PLR0913 - two tell what to load, the others are by name and rarely given
    store: OxigraphStore,
    arrivals: Iterable[Arrival | Skip],
    *,
    version: str,
    progress: Progress | None = None,
    clock: Callable[[], datetime] = lambda: datetime.now(UTC),
    beside: Callable[[], Beside | None] | None = None,
) -> Report:
    """Load documents into a store.

    `version` is that of the loader: a snapshot that was read by the same version is not read again.
    `beside` is called when all is read and nothing is written; what it gives adds to the changes of
    graphs what follows from them, and is written with them.
    What arrives is kept on disk until all has come, so that memory stays flat and an interrupt
    leaves the store as it was. Raises `StoreError`; a document that cannot be read is no error but
    an entry of the report and of the ledger.
    """
    started = clock()
    node = iris.load(started.isoformat())
    with Spool(store.path) as spool:
        try:
            run = _Run(Ledger(store), spool, version, node, progress or _silent)
            for arrival in arrivals:
                if isinstance(arrival, Skip):
                    run.skip(arrival)
                else:
                    run.take(arrival)
            return run.finish(store, started, clock, beside)
        except (sqlite3.Error, OSError) as error:
            raise StoreError(
                f"{spool.folder}: what was read could not be kept: {error}. "
                "The store is as it was; make room and load again."
            ) from error


def _silent(source: str, outcome: str) -> None:
    del source, outcome


class _Run:
    """One load in progress."""

    def __init__(self, ledger: Ledger, spool: Spool, version: str, node: str, progress: Progress) -> None:
        self._ledger, self._spool, self._version, self._node = ledger, spool, version, node
        self._progress = progress
        self._losing: dict[str, Arrival] = {}
        self._healed: list[str] = []
        self._reread: set[str] = set()
        self.report = Report()

    def skip(self, row: Skip) -> None:
        """Count a row that is left aside."""
        self.report.skipped.setdefault(row.code, Told()).add(row.source)
        self._progress(row.source, "skipped")

    def take(self, arrival: Arrival) -> None:
        """Read a document unless the ledger knows its bytes."""
        entry = self._ledger.file(arrival.source)
        if entry and (entry.sha256, entry.version) == (arrival.sha256, self._version):
            self._unchanged(arrival, entry)
        elif known := self._known_failure(arrival):
            self._failed(known)
        elif not self._copy(arrival, entry):
            self._read(arrival, entry)

    def _unchanged(self, arrival: Arrival, entry: FileEntry) -> None:
        self.report.unchanged += 1
        self._heal(arrival.source)
        if self._loses(entry):
            self._losing[arrival.source] = arrival
        self._progress(arrival.source, "known")

    def _loses(self, entry: FileEntry) -> bool:
        """Whether another file holds a place that this one could fill, should that file change."""
        wins = (self._ledger.win(graph) for graph in entry.offers)
        return any(win and win.sha256 != entry.sha256 for win in wins)

    def _known_failure(self, arrival: Arrival) -> Failure | None:
        for _, sha, version, code, reason in self._ledger.failures(arrival.source):
            if arrival.sha256 and (sha, version) == (arrival.sha256, self._version):
                return Failure(arrival.source, code, reason, sha)
        return None

    def _failed(self, failure: Failure) -> None:
        self.report.failed.append(failure)
        self._progress(failure.source, "failed")

    def _copy(self, arrival: Arrival, former: FileEntry | None) -> bool:
        """Take over the offers of a file with the same bytes, where there is one."""
        if not arrival.sha256:
            return False
        known = self._spool.has(arrival.sha256)
        if known is None:
            copies = self._ledger.copies(arrival.sha256)
            twin = next((entry for entry in copies if entry.version == self._version), None)
            if twin is None:
                return False
            known = twin.media_type, twin.modified
            for graph in twin.offers:
                self._spool.put_part(arrival.sha256, graph, reprint=graph in twin.reprints)
        self._give_up(former, arrival.sha256)
        self._spool.put_file(arrival.source, arrival.sha256, *known, "copy")
        self._heal(arrival.source)
        self.report.unchanged += 1
        self._progress(arrival.source, "known")
        return True

    def _read(self, arrival: Arrival, former: FileEntry | None) -> None:
        found = self._gather(arrival)
        if isinstance(found, Failure):
            self._spool.put_failure(found)
            self._failed(found)
            return
        self._give_up(former, found.snapshot.sha256)
        state = "replaced" if former else "added"
        modified = found.entry.modified if isinstance(found, Record) and found.entry else None
        modified = found.when if isinstance(found, Removal) else modified
        snapshot = found.snapshot
        self._spool.put_file(arrival.source, snapshot.sha256, snapshot.media_type, modified or "", state)
        self._heal(arrival.source)
        self._progress(arrival.source, "read")

    def _gather(self, arrival: Arrival) -> Record | Removal | Failure:
        """Read a document and keep its content in the spool."""
        found = arrival.read()
        if isinstance(found, Failure):
            return found
        snapshot = found.snapshot
        try:
            contents = graphs(found)
        except ValueError as error:
            return Failure(
                arrival.source,
                "not-expressible",
                f"what it says gives no valid RDF: {error}",
                snapshot.sha256,
            )
        doc = iris.doc_id(found) if isinstance(found, Record) else iris.removal_id(found.iri)
        node = iris.snapshot(doc, snapshot.sha256)
        for content in contents:
            self._spool.put_content(content, snapshot.sha256, node, snapshot.media_type)
        self._tell(found, arrival.source)
        return found

    def _tell(self, found: Record | Removal, source: str) -> None:
        if isinstance(found, Removal):
            self.report.taken_out.add(source)
            return
        if found.entry:
            for code in {remark.code for remark in found.remarks}:
                self.report.remarks.setdefault(code, Told()).add(source)

    def _give_up(self, former: FileEntry | None, sha256: str) -> None:
        """Let everything be decided anew that a file offered before, if it has other content now."""
        if former and (former.sha256, former.version) != (sha256, self._version):
            for graph in former.offers:
                self._spool.touch(graph, shared=graph.startswith(f"{iris.GRAPH}ref/"))

    def _heal(self, source: str) -> None:
        """Let go of the failures of a file that can be read now."""
        self._healed += (iri for iri, *_ in self._ledger.failures(source))

    def finish(
        self,
        store: OxigraphStore,
        started: datetime,
        clock: Callable[[], datetime],
        beside: Callable[[], Beside | None] | None,
    ) -> Report:
        """Decide what each graph gets, and write it."""
        self._progress("", "deciding")
        follow = beside() if beside else None
        referee = Referee(store, self._ledger, self._spool, self._node)
        stale = self._read_again(referee)
        with Writer(store, self._spool) as writer:
            changes = referee.changes()
            for change in follow(changes) if follow else changes:
                writer.put(change)
            self._entries(writer, stale)
            self._count(writer)
            if writer.anything:
                self._progress("", "writing")
                writer.write(describe_load(self._node, self._version, started, clock()))
        return self.report

    def _read_again(self, referee: Referee) -> list[str]:
        """Read files that lost before and are needed now; gives those that are not at hand."""
        wanted = referee.missing()
        for source in sorted(wanted):
            arrival = self._losing.get(source)
            if arrival and not isinstance(self._gather(arrival), Failure):
                entry = self._ledger.file(source)
                if entry:
                    self._reread.add(source)
                    self._spool.put_file(source, entry.sha256, entry.media_type, entry.modified, "copy")
            else:
                self.report.read_again.append(source)
        return self.report.read_again

    def _entries(self, writer: Writer, stale: list[str]) -> None:
        told = "SELECT source, sha256, media_type, modified FROM file"
        for source, sha, media_type, modified in self._spool.query(told):
            old, (offers, reprints) = self._ledger.file(source), self._spool.parts(sha)
            same = old and (old.sha256, old.version, old.offers) == (sha, self._version, offers)
            if same and source not in self._reread:
                continue
            entry = FileEntry(source, sha, self._version, media_type, offers, reprints, self._node, modified)
            writer.put_entry(*self._ledger.rewriting(entry, self._spool.leaves))
        for source in stale:
            if old := self._ledger.file(source):
                entry = replace(old, version="", load=self._node, outdated=True)
                writer.put_entry(*self._ledger.rewriting(entry, self._spool.leaves))
        for iri in self._healed:
            writer.put_entry(self._ledger.quads_about(iri), b"")
        for row in self._spool.query("SELECT source, code, reason, sha256 FROM failure"):
            failure = Failure(*row)
            gone = b"".join(
                self._ledger.quads_about(iri) for iri, *_ in self._ledger.failures(failure.source)
            )
            writer.put_entry(gone, describe_failure(failure, self._version, self._node))

    def _count(self, writer: Writer) -> None:
        query = """SELECT state, EXISTS (SELECT 1 FROM winner WHERE winner.sha256 = file.sha256), COUNT(*)
            FROM file GROUP BY 1, 2"""
        for state, wins, count in self._spool.query(query):
            if state != "copy" and not wins:
                self.report.superseded += count
            elif state == "added":
                self.report.added += count
            elif state == "replaced":
                self.report.replaced += count
        self.report.graphs, self.report.removed = writer.graphs, writer.removed
        self.report.triples = writer.triples
