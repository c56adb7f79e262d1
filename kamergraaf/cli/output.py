"""Files of results: put in place whole, or standard output."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from kamergraaf.errors import OutputError

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["folder_for", "writing"]


@contextmanager
def writing(path: Path | None) -> Iterator[BinaryIO]:
    """Open a file that appears under its name only when it is complete; None and `-` are standard output."""
    if path is None or str(path) == "-":
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    part = folder_for(path) / f"{path.name}.part"
    try:
        with part.open("wb") as out:
            yield out
        part.replace(path)
    except OSError as error:
        raise OutputError(
            f"{path}: cannot be written: {error.strerror or error}. Give another place."
        ) from error
    finally:
        part.unlink(missing_ok=True)


def folder_for(path: Path) -> Path:
    """Make the folder of a file, and give it."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(
            f"{path.parent}: cannot be made: {error.strerror or error}. Give another place."
        ) from error
    return path.parent
