"""What a run has read, on disk until it is written: memory stays flat however many documents come.

A folder holds the N-Quads one after another in one file, and an SQLite index of what lies where.
"""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Self

from graph.errors import StoreError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import TracebackType

    from ontology.nquads import GraphContent
    from ontology.records import Failure

__all__ = ["Offer", "Spool", "spool_folder"]

_TABLES = """
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
PRAGMA cache_size = -16000;
CREATE TABLE file (source TEXT PRIMARY KEY, sha256 TEXT, media_type TEXT, state TEXT) WITHOUT ROWID;
CREATE INDEX file_sha ON file (sha256);
CREATE TABLE part (sha256 TEXT, graph TEXT, reprint INTEGER, PRIMARY KEY (sha256, graph)) WITHOUT ROWID;
CREATE INDEX part_graph ON part (graph);
CREATE TABLE touched (graph TEXT PRIMARY KEY, shared INTEGER) WITHOUT ROWID;
CREATE TABLE content (
    graph TEXT, sha256 TEXT, snapshot TEXT, media_type TEXT, rank INTEGER, start INTEGER, size INTEGER,
    PRIMARY KEY (graph, sha256)) WITHOUT ROWID;
CREATE TABLE failure (source TEXT PRIMARY KEY, code TEXT, reason TEXT, sha256 TEXT) WITHOUT ROWID;
CREATE TABLE winner (graph TEXT PRIMARY KEY, sha256 TEXT) WITHOUT ROWID;
CREATE TABLE later (
    place INTEGER PRIMARY KEY, graph TEXT, content BLOB, gone BLOB, fresh BLOB);
"""


@dataclass(frozen=True, slots=True)
class Offer:
    """Content that a document has for a graph, and where it lies in the spool."""

    graph: str
    sha256: str
    snapshot: str
    media_type: str
    rank: int
    start: int
    size: int


def spool_folder(store: Path) -> Path:
    """Where loads into a store on disk keep what they have read: beside it, on the same disk."""
    return store.with_name(f"{store.name}.loading")


class Spool:
    """A temporary folder of read content; gone when the run is over.

    What a killed run leaves is cleared when its store is opened next.
    """

    def __init__(self, store: Path | None) -> None:
        try:
            if store is None:
                self.folder = Path(tempfile.mkdtemp(prefix="kamergraaf-"))
            else:
                self.folder = spool_folder(store)
                shutil.rmtree(self.folder, ignore_errors=True)
                self.folder.mkdir()
            self._data = (self.folder / "content.nq").open("w+b")
            self.db = sqlite3.connect(self.folder / "index.db", isolation_level=None)
            self.db.executescript(_TABLES)
            self.db.execute("BEGIN")
        except (OSError, sqlite3.Error) as error:
            raise StoreError(
                f"{store or 'temporary folder'}: no room to gather a load beside it: {error}."
            ) from error
        self._end = 0

    def put_file(self, source: str, sha256: str, media_type: str, state: str) -> None:
        """Note that a file has these bytes; `state` is `added`, `replaced` or `copy`."""
        row = (source, sha256, media_type, state)
        self.db.execute("INSERT OR REPLACE INTO file VALUES (?, ?, ?, ?)", row)

    def put_part(self, sha256: str, graph: str, *, reprint: bool) -> None:
        """Note that a snapshot offers content for a graph."""
        self.db.execute("INSERT OR IGNORE INTO part VALUES (?, ?, ?)", (sha256, graph, reprint))

    def touch(self, graph: str, *, shared: bool) -> None:
        """Note that it must be decided anew what a graph holds."""
        self.db.execute("INSERT OR IGNORE INTO touched VALUES (?, ?)", (graph, shared))

    def put_content(self, content: GraphContent, sha256: str, snapshot: str, media_type: str) -> None:
        """Keep the content a snapshot offers for a graph; of a shared graph the first is enough."""
        shared = content.layer != "doc"
        self.put_part(sha256, content.graph, reprint=content.rank > 0)
        self.touch(content.graph, shared=shared)
        if shared and any(self.offers(content.graph)):
            return
        place = (self._end, len(content.nquads))
        row = (content.graph, sha256, snapshot, media_type, content.rank, *place)
        self.db.execute("INSERT OR REPLACE INTO content VALUES (?, ?, ?, ?, ?, ?, ?)", row)
        self._data.seek(self._end)
        self._data.write(content.nquads)
        self._end += len(content.nquads)

    def put_failure(self, failure: Failure) -> None:
        """Keep a failure; one a file."""
        row = (failure.source, failure.code, failure.reason, failure.sha256)
        self.db.execute("INSERT OR REPLACE INTO failure VALUES (?, ?, ?, ?)", row)

    def has(self, sha256: str) -> str | None:
        """Media type of a snapshot that was read in this run, or None."""
        query = "SELECT media_type FROM file WHERE sha256 = ? LIMIT 1"
        row = self.db.execute(query, (sha256,)).fetchone()
        return row[0] if row else None

    def parts(self, sha256: str) -> tuple[frozenset[str], frozenset[str]]:
        """Graphs that a snapshot offers content for, and those among them that it only reprints."""
        rows = self.db.execute("SELECT graph, reprint FROM part WHERE sha256 = ?", (sha256,)).fetchall()
        return frozenset(row[0] for row in rows), frozenset(row[0] for row in rows if row[1])

    def offers(self, graph: str) -> Iterator[Offer]:
        """All content for a graph that still is some file's."""
        query = """SELECT * FROM content WHERE graph = ?
            AND EXISTS (SELECT 1 FROM file WHERE file.sha256 = content.sha256)"""
        return (Offer(*row) for row in self.db.execute(query, (graph,)).fetchall())

    def offered(self, graph: str) -> list[str]:
        """Hashes of the snapshots in this run that have content for a graph."""
        query = """SELECT DISTINCT sha256 FROM part WHERE graph = ?
            AND EXISTS (SELECT 1 FROM file WHERE file.sha256 = part.sha256) ORDER BY sha256"""
        return [row[0] for row in self.db.execute(query, (graph,))]

    def touched(self) -> Iterator[tuple[str, bool]]:
        """Graphs to decide on, sorted, and whether several documents share them."""
        last = ""
        while row := self.db.execute(
            "SELECT graph, shared FROM touched WHERE graph > ? ORDER BY graph LIMIT 1", (last,)
        ).fetchone():
            last = row[0]
            yield last, bool(row[1])

    def holds(self, source: str) -> bool:
        """Whether a file was read, or found to be a copy, in this run."""
        return self.db.execute("SELECT 1 FROM file WHERE source = ?", (source,)).fetchone() is not None

    def read(self, offer: Offer) -> bytes:
        """Fetch the content of an offer."""
        self._data.seek(offer.start)
        return self._data.read(offer.size)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.db.close()
        self._data.close()
        shutil.rmtree(self.folder, ignore_errors=True)
