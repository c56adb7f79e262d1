"""Writing a run into the store: the whole of it, or nothing.

A run whose changes are not larger than `BATCH` is one bulk load, or one update if it changes or
removes something. A larger one is written piece by piece into a copy of the store, which then takes
the store's place (see `graph.store.swap`). A crash, a full disk or an interrupt (Ctrl-C) leaves the
store as it was; an interrupt in the last moment, when the run can no longer be stopped, leaves it complete.
"""

from __future__ import annotations

from collections import deque
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING, Self

from graph.store.interrupt import uninterrupted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from types import TracebackType

    from graph.loading.spool import Spool
    from graph.loading.winners import Change
    from graph.store.oxigraph import OxigraphStore

__all__ = ["BATCH", "Writer"]

BATCH = 12 << 20
"""Bytes of N-Quads that one write may hold; the engine needs some ten times as much memory for it."""
_LINES = 1 << 20
_WRITERS = 2
"""Pieces that are written at a time: the engine indexes a piece on one core, outside Python's lock."""
_ROWS = 1000
"""Graphs or entries that one update takes away."""


class Writer:
    """Collects changes in the spool, then writes them; to be used in a `with` block.

    What is new is written into a copy of the store as soon as there is much of it, while the rest is
    still being decided. Nothing takes effect before `write` is through.
    """

    def __init__(self, store: OxigraphStore, spool: Spool) -> None:
        self._store, self._spool = store, spool
        self._path = spool.folder / "fresh.nq"
        self._fresh = self._path.open("w+b")
        self._pending = self._early = 0
        self._deletes = False
        self._open = ExitStack()
        self._copy: Copy | None = None
        self.graphs = self.removed = self.triples = 0

    def put(self, change: Change) -> None:
        """Take up the change of one graph."""
        if change.content is not None and not change.found:
            self.graphs += bool(change.content)
            self.removed += not change.content
            self.triples += change.content.count(b"\n")
        if change.existed or change.gone:
            self._later(change.graph, change.content, change.gone, change.fresh)
            self._deletes = True
        else:
            self._add(change.content or b"", change.fresh)

    def put_entry(self, gone: bytes, fresh: bytes) -> None:
        """Take up a change of the ledger."""
        if gone:
            self._later("", None, gone, fresh)
            self._deletes = True
        else:
            self._add(fresh)

    def _add(self, *fresh: bytes) -> None:
        self._fresh.writelines(fresh)
        if self._fresh.tell() >= BATCH and self._store.path:
            self._send()

    def _send(self) -> None:
        """Let what is new be written into the copy."""
        if self._copy is None:
            self._copy = self._open.enter_context(_copying(self._store))
        self._fresh.seek(0)
        piece = self._fresh.read()
        self._early += len(piece)
        self._copy.add(piece)
        self._fresh.seek(0)
        self._fresh.truncate()

    def _later(self, graph: str, content: bytes | None, gone: bytes, fresh: bytes) -> None:
        row = (graph, content, gone, fresh)
        self._spool.db.execute("INSERT INTO later VALUES (NULL, ?, ?, ?, ?)", row)
        self._pending += len(content or b"") + len(gone) + len(fresh)

    @property
    def anything(self) -> bool:
        """Whether there is something to write."""
        return bool(self._pending or self._early or self._fresh.tell() or self._deletes)

    def write(self, load: bytes) -> None:
        """Write all, and the description of the load with it."""
        self._fresh.write(load)
        if self._copy is None and self._fresh.tell() + self._pending > BATCH:
            self._copy = self._open.enter_context(_copying(self._store))
        if self._copy is None:
            self._at_once()
        else:
            self._at_length(self._copy)
        self._open.close()

    def _at_once(self) -> None:
        self._fresh.seek(0)
        graphs: dict[str, bytes] = {}
        gone, fresh = [], [self._fresh.read()]
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

    def _at_length(self, copy: Copy) -> None:
        """Take away first what is replaced, then add: both in pieces that are small enough to be held.

        What was sent before is in graphs and entries that were not there, so nothing of it is taken away.
        """
        dropped: dict[str, bytes] = {}
        gone: list[bytes] = []
        copy.wait()
        for graph, content, old, _ in self._rows():
            if content is not None:
                dropped[graph] = b""
            gone.append(old)
            if len(gone) >= _ROWS:
                copy.store.replace(dropped, delete=b"".join(gone))
                dropped, gone = {}, []
        copy.store.replace(dropped, delete=b"".join(gone))
        for piece in _pieces(self._additions()):
            copy.add(piece)

    def _additions(self) -> Iterator[bytes]:
        self._fresh.seek(0)
        while lines := self._fresh.readlines(_LINES):
            yield b"".join(lines)
        for _, content, _, new in self._rows():
            yield (content or b"") + new

    def _rows(self) -> Iterator[tuple[str, bytes | None, bytes, bytes]]:
        """Give changes in the order in which they were put."""
        return iter(self._spool.db.execute("SELECT graph, content, gone, fresh FROM later ORDER BY place"))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._fresh.close()
        self._open.__exit__(kind, error, trace)


class Copy:
    """A copy of the store that is written to by some threads at once."""

    def __init__(self, store: OxigraphStore, pool: Executor) -> None:
        self.store, self._pool = store, pool
        self._running: deque[Future[None]] = deque()

    def add(self, piece: bytes) -> None:
        """Write a piece, soon."""
        if len(self._running) == _WRITERS:
            self._running.popleft().result()
        self._running.append(self._pool.submit(self.store.add, piece, checked=False))

    def wait(self) -> None:
        """Wait until all that was added is written; raises what went wrong with it."""
        while self._running:
            self._running.popleft().result()


@contextmanager
def _copying(store: OxigraphStore) -> Iterator[Copy]:
    with store.rewriting() as copy, ThreadPoolExecutor(_WRITERS) as pool:
        writing = Copy(copy, pool)
        yield writing
        writing.wait()


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
