"""Bytes of a file of rows, whole or line by line, unpacked within bounds: never all lines in memory."""

from __future__ import annotations

import gzip
import io
import zlib
from typing import TYPE_CHECKING, BinaryIO, cast

from loaders.errors import ReadError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from _typeshed import WriteableBuffer

__all__ = ["GZIP", "MAX_LINE", "MAX_UNPACKED", "Unpacked"]

GZIP = b"\x1f\x8b"
MAX_LINE = 8 << 20
"""Longest line; a case with all its documents expanded is well under 1 MB."""
MAX_UNPACKED = 8 << 30
"""Most bytes that a packed file may hold."""


class Unpacked:
    """A stream, unpacked if it is gzip; `head` is what begins it and was read already."""

    def __init__(self, head: bytes, stream: BinaryIO) -> None:
        raw = cast("BinaryIO", io.BufferedReader(_Joined(head, stream), 1 << 16))
        self._stream = cast("BinaryIO", gzip.GzipFile(fileobj=raw)) if head.startswith(GZIP) else raw
        self._given = 0

    def line(self) -> bytes:
        """Give the next line with its end; empty at the end of all.

        Raises `ReadError` (`archive-damaged`, `too-large`); after one of them nothing more can be had.
        """
        return self._bounded(lambda: self._stream.readline(MAX_LINE + 1), MAX_LINE, "a line")

    def lines(self) -> Iterator[bytes]:
        """Give all lines that are left."""
        while line := self.line():
            yield line

    def rest(self, limit: int) -> bytes:
        """Give all that is left; raises as `line` does."""
        return self._bounded(lambda: self._stream.read(limit + 1), limit, "the file")

    def _bounded(self, read: Callable[[], bytes], limit: int, what: str) -> bytes:
        try:
            data = read()
        except (EOFError, gzip.BadGzipFile, zlib.error) as error:
            raise ReadError(
                "archive-damaged", f"the gzip file is cut off or damaged: {error}; fetch it again"
            ) from error
        self._given += len(data)
        if len(data) > limit or self._given > MAX_UNPACKED:
            raise ReadError(
                "too-large", f"{what} is over {limit >> 20} MB; give rows as JSONL, one short line each"
            )
        return data


class _Joined(io.RawIOBase):
    """Bytes that were read from a stream, and then the stream."""

    def __init__(self, head: bytes, stream: BinaryIO) -> None:
        self._head, self._stream = memoryview(head), stream

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: WriteableBuffer) -> int:
        room = memoryview(buffer)
        part = self._head[: len(room)] if self._head else self._stream.read(len(room))
        self._head = self._head[len(room) :]
        room[: len(part)] = part
        return len(part)
