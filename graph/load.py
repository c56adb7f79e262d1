"""Loading documents: from what loaders read to graphs in a store, with a ledger of what was read.

The graphs in the store are a function of the files that were given last and nothing else: not of
the order in which they came, nor of the number of loads. See `graph.loading.winners` for the choice among
copies, `graph.loading.commit` for what a crash can leave, and `graph.loading.ledger` for what is remembered.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, cast

from graph.errors import StoreError
from graph.loading.ahead import Task, ahead
from graph.loading.commit import Writer
from graph.loading.ledger import FileEntry, Ledger, describe_failure, describe_load
from graph.loading.reading import Arrival, Reading, died, read
from graph.loading.spool import Spool
from graph.loading.winners import Change, Referee
from graph.report import Report, Told
from ontology import iris
from ontology.records import Failure, Skip

if TYPE_CHECKING:
    from graph.store.oxigraph import OxigraphStore

__all__ = ["Beside", "Progress", "load"]

Progress = Callable[[str, str], None]
"""Called with the name of a file or a row and what became of it: `read`, `known`, `failed` or
`skipped`; then with an empty name and `deciding`, and at last `writing`, if there is anything to write."""
Beside = Callable[[Iterator[Change]], Iterator[Change]]
"""Gives changes as they come, sorted by graph, and after them what follows from them."""


def load(  # noqa: PLR0913 - two tell what to load, the others are by name and rarely given
    store: OxigraphStore,
    arrivals: Iterable[Arrival | Skip],
    *,
    version: str,
    progress: Progress | None = None,
    clock: Callable[[], datetime] = lambda: datetime.now(UTC),
    beside: Callable[[], Beside | None] | None = None,
    jobs: int = 1,
) -> Report:
    """Load documents into a store.

    `version` is that of the loader: a snapshot that was read by the same version is not read again.
    `beside` is called when all is read and nothing is written; what it gives adds to the changes of
    graphs what follows from them, and is written with them. With more than one of `jobs`, so many
    processes read documents, where there is much to read; the result is the same.
    What arrives is kept on disk until all has come, so that memory stays flat and an interrupt
    leaves the store as it was. Raises `StoreError`; a document that cannot be read is no error but
    an entry of the report and of the ledger.
    """
    started = clock()
    node = iris.load(started.isoformat())
    with Spool(store.path) as spool:
        try:
            run = _Run(Ledger(store), spool, version, node, progress or _silent)
            for arrival, reading in ahead(arrivals, Task(_read, run.wants, _died), jobs):
                if isinstance(arrival, Skip):
                    run.skip(arrival)
                else:
                    run.take(arrival, reading)
            return run.finish(store, started, clock, beside)
        except (sqlite3.Error, OSError) as error:
            raise StoreError(
                f"{spool.folder}: what was read could not be kept: {error}. "
                "The store is as it was; make room and load again."
            ) from error


def _silent(source: str, outcome: str) -> None:
    del source, outcome


def _read(arrival: Arrival | Skip) -> Reading | Failure:
    """Read what was found to be wanted, which is no row that is skipped."""
    return read(cast("Arrival", arrival))


def _died(arrival: Arrival | Skip) -> Reading | Failure:
    return died(arrival.source)


class _Run:
    """One load in progress."""

    def __init__(self, ledger: Ledger, spool: Spool, version: str, node: str, progress: Progress) -> None:
        self._ledger, self._spool, self._version, self._node = ledger, spool, version, node
        self._progress = progress
        self._coming: set[str] = set()
        """Hashes of the documents that are wanted and not yet taken up."""
        self._losing: dict[str, Arrival] = {}
        self._healed: list[str] = []
        self._reread: set[str] = set()
        self.report = Report()

    def skip(self, row: Skip) -> None:
        """Count a row that is left aside."""
        self.report.skipped.setdefault(row.code, Told()).add(row.source)
        self._progress(row.source, "skipped")

    def wants(self, arrival: Arrival | Skip) -> bool:
        """Whether a document is to be read, as far as is known when others before it may still be read."""
        if isinstance(arrival, Skip) or not arrival.sha256 or arrival.sha256 in self._coming:
            return False
        entry = self._ledger.file(arrival.source)
        if entry and self._known(entry, arrival.sha256):
            return False
        if self._known_failure(arrival) or self._twin(arrival.sha256):
            return False
        self._coming.add(arrival.sha256)
        return True

    def take(self, arrival: Arrival, reading: Reading | Failure | None = None) -> None:
        """Take up a document, read by now or not, unless the ledger knows its bytes."""
        self._coming.discard(arrival.sha256)
        entry = self._ledger.file(arrival.source)
        if entry and self._known(entry, arrival.sha256):
            self._unchanged(arrival, entry)
        elif known := self._known_failure(arrival):
            self._failed(known)
        elif not self._copy(arrival, entry):
            self._gather(arrival, entry, reading or read(arrival))

    def _known(self, entry: FileEntry, sha256: str) -> bool:
        """Whether an entry tells what this version reads from these bytes."""
        return (entry.sha256, entry.version) == (sha256, self._version)

    def _unchanged(self, arrival: Arrival, entry: FileEntry) -> None:
        self.report.unchanged += 1
        self._heal(arrival.source)
        if self._loses(entry):
            self._losing[arrival.source] = arrival
        self._progress(arrival.source, "known")

    def _loses(self, entry: FileEntry) -> bool:
        """Whether another file holds a place that this one could fill, should that file change."""
        return any(self._ledger.held_by_other(graph, entry.sha256) for graph in entry.offers)

    def _known_failure(self, arrival: Arrival) -> Failure | None:
        for _, sha, version, code, reason in self._ledger.failures(arrival.source):
            if arrival.sha256 and (sha, version) == (arrival.sha256, self._version):
                return Failure(arrival.source, code, reason, sha)
        return None

    def _failed(self, failure: Failure) -> None:
        self.report.failed.append(failure)
        self._progress(failure.source, "failed")

    def _twin(self, sha256: str) -> FileEntry | tuple[str, str] | None:
        """A file with the same bytes: of this run its media type and time of change, or one known before."""
        if known := self._spool.has(sha256):
            return known
        return next((entry for entry in self._ledger.copies(sha256) if entry.version == self._version), None)

    def _copy(self, arrival: Arrival, former: FileEntry | None) -> bool:
        """Take over the offers of a file with the same bytes, where there is one."""
        twin = self._twin(arrival.sha256) if arrival.sha256 else None
        if twin is None:
            return False
        if isinstance(twin, FileEntry):
            for graph in twin.offers:
                self._spool.put_part(arrival.sha256, graph, reprint=graph in twin.reprints)
            if self._loses(twin):
                self._losing[arrival.source] = arrival
            twin = twin.media_type, twin.modified
        self._give_up(former, arrival.sha256)
        self._spool.put_file(arrival.source, arrival.sha256, *twin, "copy")
        self._heal(arrival.source)
        self.report.unchanged += 1
        self._progress(arrival.source, "known")
        return True

    def _gather(self, arrival: Arrival, former: FileEntry | None, found: Reading | Failure) -> None:
        """Take up what a document gives."""
        if isinstance(found, Failure):
            self._spool.put_failure(found)
            self._failed(found)
            return
        self._keep(found)
        if found.taken_out:
            self.report.taken_out.add(arrival.source)
        for code in found.remarks:
            self.report.remarks.setdefault(code, Told()).add(arrival.source)
        self._give_up(former, found.sha256)
        state = "replaced" if former else "added"
        self._spool.put_file(arrival.source, found.sha256, found.media_type, found.modified, state)
        self._heal(arrival.source)
        self._progress(arrival.source, "read")

    def _keep(self, found: Reading) -> None:
        """Keep what a document gives in the spool."""
        for content in found.contents:
            self._spool.put_content(content, found.sha256, found.snapshot, found.media_type)

    def _give_up(self, former: FileEntry | None, sha256: str) -> None:
        """Let everything be decided anew that a file offered before, if it has other content now."""
        if former and not self._known(former, sha256):
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
            arrival, entry = self._losing.get(source), self._ledger.file(source)
            found = read(arrival) if arrival else None
            if isinstance(found, Reading):
                self._keep(found)
                if entry and entry.sha256 == found.sha256:
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
