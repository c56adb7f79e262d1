"""What a run has read, on disk until it is written: memory stays flat however many documents come.

A folder holds the N-Quads one after another in one file, and an SQLite index of what lies where.
"""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Self

from graph.errors import StoreError
from graph.store.leftovers import spool_folder

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import TracebackType

    from ontology.nquads import GraphContent
    from ontology.records import Failure

__all__ = ["Offer", "Spool"]

_TABLES = """
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
PRAGMA cache_size = -64000;
CREATE TABLE file (
    source TEXT PRIMARY KEY, sha256 TEXT, media_type TEXT, modified TEXT, state TEXT) WITHOUT ROWID;
CREATE INDEX file_sha ON file (sha256);
CREATE TABLE part (sha256 TEXT, graph TEXT, reprint INTEGER, PRIMARY KEY (sha256, graph)) WITHOUT ROWID;
CREATE TABLE touched (graph TEXT PRIMARY KEY, shared INTEGER) WITHOUT ROWID;
CREATE TABLE content (
    graph TEXT, sha256 TEXT, snapshot TEXT, media_type TEXT, rank INTEGER, modified TEXT,
    start INTEGER, size INTEGER,
    PRIMARY KEY (graph, sha256)) WITHOUT ROWID;
CREATE TABLE failure (source TEXT PRIMARY KEY, code TEXT, reason TEXT, sha256 TEXT) WITHOUT ROWID;
CREATE TABLE winner (sha256 TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE later (
    place INTEGER PRIMARY KEY, graph TEXT, content BLOB, gone BLOB, fresh BLOB);
"""
_INSERTS = {
    # A row that comes twice is no less added for that: with the same bytes the first state stays.
    "file": """INSERT INTO file VALUES (?, ?, ?, ?, ?) ON CONFLICT (source) DO UPDATE SET
        state = iif(sha256 = excluded.sha256, state, excluded.state),
        sha256 = excluded.sha256, media_type = excluded.media_type, modified = excluded.modified""",
    "part": "INSERT OR IGNORE INTO part VALUES (?, ?, ?)",
    "touched": "INSERT OR IGNORE INTO touched VALUES (?, ?)",
    "content": "INSERT OR REPLACE INTO content VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
    "winner": "INSERT OR IGNORE INTO winner VALUES (?)",
}
_OFFERS = """SELECT * FROM content
    WHERE EXISTS (SELECT 1 FROM file WHERE file.sha256 = content.sha256) AND"""
_HELD = 4000
"""Rows that are held back to be inserted together."""
_DECIDED = 500
"""Graphs that are fetched together to be decided on."""


class Offer(NamedTuple):
    """Content that a document has for a graph, and where it lies in the spool.

    A tuple, as what is made of it for each graph: that takes a third of the time of a frozen dataclass.
    """

    graph: str
    sha256: str
    snapshot: str
    media_type: str
    rank: int
    modified: str
    start: int
    size: int


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
            place = self.folder / "content.nq"
            # Graphs are read in another order than they came in: a buffer would be filled in vain.
            self._out, self._in = place.open("wb"), place.open("rb", buffering=0)
            self.db = sqlite3.connect(self.folder / "index.db", isolation_level=None)
            self.db.executescript(_TABLES)
            self.db.execute("BEGIN")
        except (OSError, sqlite3.Error) as error:
            raise StoreError(
                f"{store or 'temporary folder'}: no room to gather a load beside it: {error}."
            ) from error
        self._end = self._flushed = 0
        self._rows: dict[str, list[tuple[object, ...]]] = {table: [] for table in _INSERTS}
        self._held = 0
        self._indexed = False
        self._winner = ""
        self._snapshots: dict[str, tuple[str, str]] = {}
        """Media types and times of change of the files that are held back, by hash."""
        self._shared: set[str] = set()
        """Shared graphs that have content in this run, some of which may have lost it again."""

    def _put(self, table: str, row: tuple[object, ...]) -> None:
        self._rows[table].append(row)
        self._held += 1
        if self._held >= _HELD:
            self._flush()

    def _flush(self) -> None:
        """Insert the rows that are held back."""
        if self._held:
            for table, rows in self._rows.items():
                self.db.executemany(_INSERTS[table], rows)
                rows.clear()
            self._snapshots.clear()
            self._held = 0

    def query(self, sql: str, values: tuple[str, ...] = ()) -> sqlite3.Cursor:
        """Ask the index, all that was put in it included."""
        self._flush()
        return self.db.execute(sql, values)

    def put_file(self, source: str, sha256: str, media_type: str, modified: str, state: str) -> None:
        """Note that a file has these bytes; `state` is `added`, `replaced` or `copy`."""
        self._put("file", (source, sha256, media_type, modified, state))
        self._snapshots[sha256] = media_type, modified

    def put_part(self, sha256: str, graph: str, *, reprint: bool) -> None:
        """Note that a snapshot offers content for a graph."""
        self._put("part", (sha256, graph, reprint))

    def touch(self, graph: str, *, shared: bool) -> None:
        """Note that it must be decided anew what a graph holds."""
        self._put("touched", (graph, shared))

    def put_winner(self, sha256: str) -> None:
        """Note that a snapshot holds a graph."""
        if sha256 != self._winner:  # several graphs of a document come one after another
            self._winner = sha256
            self._put("winner", (sha256,))

    def put_content(self, content: GraphContent, sha256: str, snapshot: str, media_type: str) -> None:
        """Keep the content a snapshot offers for a graph; of a shared graph the first is enough."""
        graph, shared = content.graph, content.layer not in {"doc", "extract"}
        self.put_part(sha256, graph, reprint=content.rank > 0)
        self.touch(graph, shared=shared)
        if shared and graph in self._shared and any(self.offers(graph)):
            return
        if shared:
            self._shared.add(graph)
        place = (self._end, len(content.nquads))
        self._put("content", (graph, sha256, snapshot, media_type, content.rank, content.modified, *place))
        self._out.write(content.nquads)
        self._end += len(content.nquads)

    def put_failure(self, failure: Failure) -> None:
        """Keep a failure; one a file."""
        row = (failure.source, failure.code, failure.reason, failure.sha256)
        self.db.execute("INSERT OR REPLACE INTO failure VALUES (?, ?, ?, ?)", row)

    def has(self, sha256: str) -> tuple[str, str] | None:
        """Media type and time of change of a snapshot that was read in this run, or None."""
        if sha256 in self._snapshots:
            return self._snapshots[sha256]
        # What is held back is in the dictionary, so that nothing need be inserted for this.
        query = "SELECT media_type, modified FROM file WHERE sha256 = ? LIMIT 1"
        row: tuple[str, str] | None = self.db.execute(query, (sha256,)).fetchone()
        return row

    def leaves(self, source: str, sha256: str) -> bool:
        """Whether a file that is in this run has other bytes than these."""
        query = "SELECT 1 FROM file WHERE source = ? AND sha256 <> ?"
        return self.query(query, (source, sha256)).fetchone() is not None

    def parts(self, sha256: str) -> tuple[frozenset[str], frozenset[str]]:
        """Graphs that a snapshot offers content for, and those among them that it only reprints."""
        rows = self.query("SELECT graph, reprint FROM part WHERE sha256 = ?", (sha256,)).fetchall()
        return frozenset(row[0] for row in rows), frozenset(row[0] for row in rows if row[1])

    def offers(self, graph: str) -> Iterator[Offer]:
        """All content for a graph that still is some file's."""
        return (Offer(*row) for row in self.query(f"{_OFFERS} graph = ?", (graph,)).fetchall())

    def offered(self, graph: str) -> list[str]:
        """Hashes of the snapshots in this run that have content for a graph."""
        self._index()
        query = """SELECT DISTINCT sha256 FROM part WHERE graph = ?
            AND EXISTS (SELECT 1 FROM file WHERE file.sha256 = part.sha256) ORDER BY sha256"""
        return [row[0] for row in self.query(query, (graph,))]

    def _index(self) -> None:
        if not self._indexed:  # a first load never asks, and does without the index
            self.query("CREATE INDEX part_graph ON part (graph)")
            self._indexed = True

    def unread(self, graph: str) -> list[tuple[str, str, str, int]]:
        """Files of this run that have content for a graph which is not kept, as copies of files that lost.

        Name, hash, media type, and 1 for a reprint, of each.
        """
        self._index()
        query = """SELECT source, sha256, media_type, reprint FROM part JOIN file USING (sha256)
            WHERE graph = ?
            AND NOT EXISTS (SELECT 1 FROM content WHERE (graph, sha256) = (part.graph, part.sha256))"""
        return self.query(query, (graph,)).fetchall()

    def touched(self) -> Iterator[tuple[str, bool, list[Offer]]]:
        """Graphs to decide on, sorted; whether several documents share them; what `offers` has for each."""
        query = "SELECT graph, shared FROM touched WHERE graph > ? ORDER BY graph LIMIT ?"
        last = ""
        while rows := self.query(query, (last, str(_DECIDED))).fetchall():
            first, last = rows[0][0], rows[-1][0]
            held: dict[str, list[Offer]] = {}
            for row in self.query(f"{_OFFERS} graph BETWEEN ? AND ?", (first, last)).fetchall():
                held.setdefault(row[0], []).append(Offer._make(row))
            for graph, shared in rows:
                yield graph, bool(shared), held.get(graph, [])

    def holds(self, source: str) -> bool:
        """Whether a file was read, or found to be a copy, in this run."""
        return self.query("SELECT 1 FROM file WHERE source = ?", (source,)).fetchone() is not None

    def read(self, offer: Offer) -> bytes:
        """Fetch the content of an offer."""
        if offer.start + offer.size > self._flushed:
            self._out.flush()
            self._flushed = self._end
        self._in.seek(offer.start)
        return self._in.read(offer.size)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.db.close()
        self._out.close()
        self._in.close()
        shutil.rmtree(self.folder, ignore_errors=True)
