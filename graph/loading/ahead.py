"""Working ahead in other processes: results come in order, and soon enough that nobody waits for them.

One process does the first seconds of work alone, since each that is started costs about one. What goes
to them and comes back is pickled, in batches that are worth the trip. A process that dies over an item,
of a fault in a library or for want of memory, takes nothing else with it.
"""

from __future__ import annotations

import os
import pickle
import signal
from collections import deque
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import chain
from multiprocessing import connection, get_context, parent_process
from threading import Thread
from time import perf_counter
from typing import TYPE_CHECKING, Generic, Self, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from concurrent.futures import Future
    from types import TracebackType

__all__ = ["Task", "ahead"]

_ALONE = 2.0
"""Seconds of work that one process does before others are started."""
_BATCH_BYTES, _BATCH_ITEMS = 64 << 10, 200
"""A batch is full at so many pickled bytes, or so many items."""
_AHEAD_BATCHES, _AHEAD_BYTES = 3, 64 << 20
"""How far to work ahead: batches for each process, and pickled bytes in all."""

Item = TypeVar("Item")
Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Task(Generic[Item, Result]):
    """What is to be done with items."""

    work: Callable[[Item], Result]
    """A function of a module, so that other processes find it; its items and results can be pickled."""
    wanted: Callable[[Item], bool]
    """Whether an item needs work at all, as far as is known when it comes; asked once of each, in order."""
    died: Callable[[Item], Result]
    """What an item comes to that ends the process which works on it."""


@dataclass(slots=True)
class _Batch(Generic[Item, Result]):
    """Items in order, and those that are wanted as they are sent."""

    items: list[Item] = field(default_factory=list)
    sent: dict[int, bytes] = field(default_factory=dict)
    """By place among the items."""
    size: int = 0
    future: Future[list[Result]] | None = None

    @property
    def full(self) -> bool:
        return self.size >= _BATCH_BYTES or len(self.items) >= _BATCH_ITEMS


def ahead(
    items: Iterable[Item], task: Task[Item, Result], jobs: int = 1, *, alone: float = _ALONE
) -> Iterator[tuple[Item, Result | None]]:
    """Give items in order, each with its result; None for those that are not wanted.

    `jobs` is the number of processes that work, 1 for this one alone; `alone` the seconds of work after
    which others are started. An error of the work is raised when its item is due.
    """
    coming, spent = iter(items), 0.0
    for item in coming:
        if jobs > 1 and spent >= alone:
            with _Crew(task, jobs) as crew:
                yield from crew.over(chain([item], coming))
        elif not task.wanted(item):
            yield item, None
        else:
            started = perf_counter()
            result = task.work(item)
            spent += perf_counter() - started
            yield item, result


class _Crew(Generic[Item, Result]):
    """Other processes and the batches that they have; to be used in a `with` block."""

    def __init__(self, task: Task[Item, Result], jobs: int) -> None:
        self._task, self._jobs = task, jobs
        self._pool = _pool(jobs)
        self._waiting: deque[_Batch[Item, Result]] = deque()
        self._unfit = False
        """Whether no process can be started here, as from a script that asks for this when it is imported."""

    def over(self, items: Iterator[Item]) -> Iterator[tuple[Item, Result | None]]:
        """Give items with their results."""
        batch: _Batch[Item, Result] = _Batch()
        for item in items:
            if self._task.wanted(item):
                # Pickled at once: an item may let go of its bytes when the next one comes.
                sent = pickle.dumps(item)
                batch.sent[len(batch.items)] = sent
                batch.size += len(sent)
            batch.items.append(item)
            if batch.full:
                self._send(batch)
                batch = _Batch()
            while self._far:
                yield from self._results(self._waiting.popleft())
        self._send(batch)
        while self._waiting:
            yield from self._results(self._waiting.popleft())

    @property
    def _far(self) -> bool:
        waiting = self._waiting
        return len(waiting) > _AHEAD_BATCHES * self._jobs or (
            len(waiting) > 1 and sum(batch.size for batch in waiting) > _AHEAD_BYTES
        )

    def _send(self, batch: _Batch[Item, Result]) -> None:
        if batch.sent and not self._unfit:
            sent = list(batch.sent.values())
            try:
                batch.future = self._pool.submit(_work, self._task.work, sent)
            except BrokenProcessPool:  # over an earlier batch, which tells when it is due
                self._renew()
                batch.future = self._pool.submit(_work, self._task.work, sent)
        self._waiting.append(batch)

    def _results(self, batch: _Batch[Item, Result]) -> Iterator[tuple[Item, Result | None]]:
        found: Iterable[Result] = (
            self._apart(batch.items[place], sent) for place, sent in batch.sent.items()
        )
        if batch.future:
            with suppress(BrokenProcessPool):
                found = batch.future.result()
        results = dict(zip(batch.sent, found, strict=False))
        for place, item in enumerate(batch.items):
            yield item, results.get(place)

    def _apart(self, item: Item, sent: bytes) -> Result:
        """Work on one item of a batch that was lost; the item that ends its process again is to blame."""
        for _ in range(0 if self._unfit else 2):  # at first, what others had in hand may end the processes
            try:
                return self._pool.submit(_work, self._task.work, [sent]).result()[0]
            except BrokenProcessPool:
                self._renew()
        self._unfit = self._unfit or not self._starts()
        return _work(self._task.work, [sent])[0] if self._unfit else self._task.died(item)

    def _starts(self) -> bool:
        """Whether processes start at all."""
        try:
            self._pool.submit(os.getpid).result()
        except BrokenProcessPool:
            self._renew()
            return False
        return True

    def _renew(self) -> None:
        self._pool.shutdown(wait=False)
        self._pool = _pool(self._jobs)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._pool.shutdown(cancel_futures=True)


def _pool(jobs: int) -> ProcessPoolExecutor:
    # Forking is not safe beside the threads of the engine.
    return ProcessPoolExecutor(jobs, get_context("spawn"), _begin)


def _begin() -> None:
    """Leave interrupts to the process that asked, and do not outlive it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        connection.wait([parent.sentinel])
        os._exit(1)


def _work(work: Callable[[Item], Result], sent: list[bytes]) -> list[Result]:
    return [work(pickle.loads(one)) for one in sent]  # noqa: S301 - from the process that started this one
