"""Documents on disk: files, folders and standard input, one after the other, in a fixed order.

A file of rows of the open data of the House gives one arrival a row (`loaders.sources.odata`), an
SRU answer one a record (`loaders.sources.sru`).
"""

from __future__ import annotations

import hashlib
import os
import stat
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from loaders.authority import recognise
from loaders.odata.pages import HEAD, is_rows
from loaders.readers.detect import MAX_BYTES
from loaders.sources.odata import RowArrival, row_arrivals
from loaders.sources.sru import is_answer, records
from ontology.records import Failure, Skip

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["STDIN", "Arrival", "Found", "arrivals"]

STDIN = "-"
"""The path that means standard input."""


@dataclass(frozen=True)
class Arrival:
    """A document that came in: where it came from and its bytes."""

    source: str
    """Path as it was given, below a folder continued with `/`; `-` for standard input."""
    data: bytes = field(repr=False)
    part: bool = False
    """Whether it is a record of a file that holds several, and so not to be had again by its name."""
    register: bool = False
    """Whether it is a register of people (`loaders.authority`), which is read with the others of its set."""

    @cached_property
    def sha256(self) -> str:
        """Hex digest of the bytes."""
        return hashlib.sha256(self.data).hexdigest()


Found = Arrival | RowArrival | Skip | Failure
"""What comes in: a document, a row, a row of another kind, or what could not be read."""


def arrivals(paths: Iterable[str | os.PathLike[str]], stdin: BinaryIO | None = None) -> Iterator[Found]:
    """Yield every document under the paths; what cannot be read comes as a `Failure` in its place.

    Paths come in the order given, a folder's contents sorted by name, all levels, without hidden
    files. A folder that is met twice through links is read once. A file is read when its turn
    comes and no earlier, so that memory holds one document, or one row of JSONL, however many there
    are. `stdin` is what `-` reads. Codes of failures: `missing`, `no-permission`, `unreadable`, `not-a-file`,
    `too-large`.
    """
    for path in paths:
        if os.fspath(path) == STDIN and stdin is not None:
            yield from _opened(STDIN, stdin)
        else:
            yield from _below(Path(path), set())


def _below(path: Path, seen: set[tuple[int, int]]) -> Iterator[Found]:
    try:
        status = path.stat()
        if not stat.S_ISDIR(status.st_mode):
            yield from _file(path, status)
            return
        place = (status.st_dev, status.st_ino)
        if place in seen:
            return
        seen.add(place)
        names = sorted(entry.name for entry in path.iterdir() if not entry.name.startswith("."))
    except OSError as error:
        yield _failure(path, error)
        return
    for name in names:
        yield from _below(path / name, seen)


def _file(path: Path, status: os.stat_result) -> Iterator[Found]:
    source = _name(path)
    if not stat.S_ISREG(status.st_mode):
        yield Failure(
            source, "not-a-file", "this is a device or a pipe; give a file, a folder or - for standard input"
        )
        return
    try:
        with path.open("rb") as stream:
            yield from _opened(source, stream)
    except OSError as error:
        yield _failure(path, error)


def _opened(source: str, stream: BinaryIO) -> Iterator[Found]:
    head = stream.read(HEAD)
    is_register = recognise(head) is not None
    if not is_register and is_rows(head):
        yield from row_arrivals(head, stream, source)
        return
    data = head + stream.read(MAX_BYTES + 1 - len(head))
    if len(data) > MAX_BYTES:
        yield Failure(source, "too-large", f"the file is over {MAX_BYTES >> 20} MB; smaller files are read")
    elif is_register:
        yield Arrival(source, data, register=True)
    else:
        parts = records(data) if is_answer(head) else iter(())
        first = next(parts, None)
        if first is None:
            yield Arrival(source, data)
            return
        for name, part in chain([first], parts):
            yield Arrival(f"{source}#{name}", part, part=True)


def _failure(path: Path, error: OSError) -> Failure:
    source = _name(path)
    if isinstance(error, FileNotFoundError):
        reason = "a link that points to nothing" if path.is_symlink() else "no such file or folder"
        return Failure(source, "missing", f"{reason}; check the path")
    if isinstance(error, PermissionError):
        return Failure(source, "no-permission", "may not be read by this user; change its permissions")
    return Failure(source, "unreadable", f"cannot be read: {error.strerror or error}")


def _name(path: Path) -> str:
    """Path with `/`, safe to print and to store: bytes that are no UTF-8 become U+FFFD."""
    return path.as_posix().encode("utf-8", "surrogateescape").decode("utf-8", "replace")
