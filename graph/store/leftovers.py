"""What a killed load leaves in the folder of a store and beside it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["clear_leftovers", "spool_folder"]

_LEFTOVER = re.compile(r"bulk-\d+\.sst|LOG\.old\.\d+")
"""Files of an unfinished bulk load (RocksDB does not know them yet), and logs of former openings.

Everything else in the folder is RocksDB's own, which clears up after itself when it opens.
"""


def spool_folder(store: Path) -> Path:
    """Where loads into a store on disk keep what they have read: beside it, on the same disk."""
    return store.with_name(f"{store.name}.loading")


def clear_leftovers(folder: Path) -> int:
    """Remove what unfinished loads left; gives the number of bytes freed.

    Only the process that holds the store may call this, and not during a load.
    """
    freed = 0
    for file in folder.iterdir():
        if _LEFTOVER.fullmatch(file.name):
            freed += file.stat().st_size
            file.unlink(missing_ok=True)
    return freed
