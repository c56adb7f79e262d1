"""A mark beside a store while a load and what is found from it are under way.

Documents are written first, then people are looked up and joins are made. A run that is killed in
between leaves the mark, and the next one finds everything anew instead of what it wrote itself.
"""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["settling"]


@contextmanager
def settling(store: Path | None) -> Iterator[bool]:
    """Mark the store at this path; gives whether a former run was cut short. None: a store in memory."""
    if store is None:
        yield False
        return
    mark = store.with_name(f"{store.name}.settling")
    cut_short = mark.exists()
    mark.touch()
    yield cut_short
    mark.unlink(missing_ok=True)
