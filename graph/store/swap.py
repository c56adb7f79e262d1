"""Writing much at once: in a copy of the store, which then takes the store's place as a whole.

The engine can make one bulk load or one update atomic, but its memory grows with their size. A copy
costs next to nothing (files of the engine never change, so it is made of hard links) and bears
any number of small writes; until it takes the store's place, nothing has happened.

    store            the store
    store.new        the copy that is being written
    store.old        the store, between the two renames that put the copy in its place
"""

from __future__ import annotations

import shutil
from contextlib import contextmanager
from typing import TYPE_CHECKING

from graph.errors import StoreError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pyoxigraph import Store as Engine

__all__ = ["clear_copies", "copying", "put_in_place", "recover"]


def _new(folder: Path) -> Path:
    return folder.with_name(f"{folder.name}.new")


def _old(folder: Path) -> Path:
    return folder.with_name(f"{folder.name}.old")


@contextmanager
def copying(engine: Engine, folder: Path) -> Iterator[Path]:
    """Make a copy of an open store; it is gone afterwards, unless `put_in_place` has moved it."""
    copy = _new(folder)
    shutil.rmtree(copy, ignore_errors=True)
    try:
        try:
            engine.backup(copy)
        except OSError as error:
            raise StoreError(f"{copy}: there is no room for a copy of the store: {error}.") from error
        del engine  # a name that lives on would keep the store locked
        yield copy
    finally:
        shutil.rmtree(copy, ignore_errors=True)


def put_in_place(folder: Path) -> None:
    """Let the copy take the store's place; both must be closed."""
    folder.rename(_old(folder))
    _new(folder).rename(folder)
    shutil.rmtree(_old(folder), ignore_errors=True)


def recover(folder: Path) -> None:
    """Complete what a crash between the two renames left: the copy was whole by then."""
    if not folder.exists() and _old(folder).is_dir() and _new(folder).is_dir():
        _new(folder).rename(folder)


def clear_copies(folder: Path) -> None:
    """Remove copies that nobody needs; only for the process that holds the store."""
    for rest in (_new(folder), _old(folder)):
        shutil.rmtree(rest, ignore_errors=True)
