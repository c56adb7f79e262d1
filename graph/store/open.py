"""Opening a store, and clearing what a killed load left in its folder."""

from __future__ import annotations

import shutil
import time
from pathlib import Path

from pyoxigraph import Store as Engine

from graph.errors import StoreBusyError, StoreError
from graph.store.leftovers import clear_leftovers, spool_folder
from graph.store.oxigraph import OxigraphStore
from graph.store.swap import clear_copies, recover

__all__ = ["open_store"]

_TRIES, _PAUSE = 40, 0.05
"""How often, and after how many seconds, a read-only opening is tried again; merging takes milliseconds."""


def open_store(path: Path | str | None = None, *, read_only: bool = False) -> OxigraphStore:
    """Open a store in a folder, made where there is none; without a path, one in memory.

    A read-only store shows the data as it stands at this moment; it may be opened beside a writer.
    Raises `StoreBusyError` when another process holds the store, and `StoreError` when the folder
    cannot be used.
    """
    if path is None:
        return OxigraphStore(Engine(), None)
    folder = Path(path).expanduser().absolute()
    recover(folder)
    try:
        if read_only:
            _require_store(folder)
            return OxigraphStore(_read_only(folder), folder, read_only=True)
        _require_store_or_empty(folder)
        folder.parent.mkdir(parents=True, exist_ok=True)
        engine = Engine(folder)
    except OSError as error:
        if "lock" in str(error).lower():
            raise StoreBusyError(
                f"{folder}: another process holds this store. Wait until it is done, or stop it."
            ) from error
        raise StoreError(f"{folder}: the store cannot be opened: {error.strerror or error}.") from error
    clear_leftovers(folder)
    clear_copies(folder)
    shutil.rmtree(spool_folder(folder), ignore_errors=True)
    return OxigraphStore(engine, folder)


def _read_only(folder: Path) -> Engine:
    """Open the data as it stands; tried again while a writer beside it is tidying its files.

    Between reading the list of files and opening them, the writer can merge some and delete them.
    """
    for _ in range(_TRIES - 1):
        try:
            return Engine.read_only(str(folder))
        except (OSError, RuntimeError) as error:
            if "No such file" not in str(error):
                raise
            time.sleep(_PAUSE)
    return Engine.read_only(str(folder))


def _is_store(folder: Path) -> bool:
    return (folder / "CURRENT").is_file()


def _require_store(folder: Path) -> None:
    if not _is_store(folder):
        raise StoreError(f"{folder}: there is no store here. Load documents first, or give another folder.")


def _require_store_or_empty(folder: Path) -> None:
    """Refuse a folder with other things in it: a store would be strewn among someone's files."""
    if folder.is_file():
        raise StoreError(f"{folder}: this is a file; a store is a folder. Give another place.")
    if folder.is_dir() and any(folder.iterdir()) and not _is_store(folder):
        raise StoreError(
            f"{folder}: this folder holds other files; a store has a folder of its own. Give another place."
        )
