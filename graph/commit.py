"""Writing a run into the store: the whole of it, or nothing.

A run whose changes are not larger than `BATCH` is one bulk load, or one update if it changes or
removes something. A larger one is written piece by piece into a copy of the store, which then takes
the store's place (see `graph.store.swap`). A crash, a full disk or an interrupt (Ctrl-C) leaves the
store as it was; an interrupt in the last moment, when the run can no longer be stopped, leaves it complete.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.store.interrupt import uninterrupted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from graph.spool import Spool
    from graph.store.oxigraph import OxigraphStore
    from graph.winners import Change

__all__ = ["BATCH", "Writer"]

BATCH = 12 << 20
"""Bytes of N-Quads that one write may hold; the engine needs some ten times as much memory for it."""
_LINES = 1 << 20
_ROWS = 1000
"""Graphs or entries that one update takes away."""


class Writer:
    """Collects changes in the spool, then writes them."""

    def __init__(self, store: OxigraphStore, spool: Spool) -> None:
        self._store, self._spool = store, spool
        self._path = spool.folder / "fresh.nq"
        self._fresh = self._path.open("wb")
        self._pending = 0
        self._deletes = False
        self.graphs = self.removed = self.triples = 0

    def put(self, change: Change) -> None:
        """Take up the change of one graph."""
        if change.content is not None:
            self.graphs += bool(change.content)
            self.removed += not change.content
            self.triples += change.content.count(b"\n")
        if change.existed or change.gone:
            self._later(change.graph, change.content, change.gone, change.fresh)
            self._deletes = True
        else:
            self._fresh.write(change.content or b"")
            self._fresh.write(change.fresh)

    def put_entry(self, gone: bytes, fresh: bytes) -> None:
        """Take up a change of the ledger."""
        self._later("", None, gone, fresh)
        self._deletes = self._deletes or bool(gone)

    def _later(self, graph: str, content: bytes | None, gone: bytes, fresh: bytes) -> None:
        row = (graph, content, gone, fresh)
        self._spool.db.execute("INSERT INTO later VALUES (NULL, ?, ?, ?, ?)", row)
        self._pending += len(content or b"") + len(gone) + len(fresh)

    @property
    def anything(self) -> bool:
        """Whether there is something to write."""
        return bool(self._pending or self._fresh.tell() or self._deletes)

    def write(self, load: bytes) -> None:
        """Write all, and the description of the load with it."""
        self._fresh.write(load)
        size = self._fresh.tell() + self._pending
        self._fresh.close()
        if size > BATCH:
            with self._store.rewriting() as store:
                self._at_length(store)
        else:
            self._at_once()

    def _at_once(self) -> None:
        graphs: dict[str, bytes] = {}
        gone, fresh = [], [self._path.read_bytes()]
        for graph, content, old, new in self._rows():
            if content is not None:
                graphs[graph] = content
            gone.append(old)
            fresh.append(new)
        with uninterrupted():
            if self._deletes:
                self._store.replace(graphs, delete=b"".join(gone), insert=b"".join(fresh))
            else:
                self._store.add(b"".join(fresh), checked=False)

    def _at_length(self, store: OxigraphStore) -> None:
        """Take away first, then add: both in pieces that are small enough to be held."""
        dropped: dict[str, bytes] = {}
        gone: list[bytes] = []
        for graph, content, old, _ in self._rows():
            if content is not None:
                dropped[graph] = b""
            gone.append(old)
            if len(gone) >= _ROWS:
                store.replace(dropped, delete=b"".join(gone))
                dropped, gone = {}, []
        store.replace(dropped, delete=b"".join(gone))
        for piece in _pieces(self._additions()):
            store.add(piece, checked=False)

    def _additions(self) -> Iterator[bytes]:
        with self._path.open("rb") as fresh:
            while lines := fresh.readlines(_LINES):
                yield b"".join(lines)
        for _, content, _, new in self._rows():
            yield (content or b"") + new

    def _rows(self) -> Iterator[tuple[str, bytes | None, bytes, bytes]]:
        """Give changes in the order in which they were put."""
        return iter(self._spool.db.execute("SELECT graph, content, gone, fresh FROM later ORDER BY place"))


def _pieces(additions: Iterable[bytes]) -> Iterator[bytes]:
    """Join additions until they make a batch."""
    held: list[bytes] = []
    size = 0
    for addition in additions:
        held.append(addition)
        size += len(addition)
        if size >= BATCH:
            yield b"".join(held)
            held, size = [], 0
    if held:
        yield b"".join(held)
