"""Documents to records: what `load`, `inspect` and the Python face share."""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO

from loaders import read_document
from loaders.sources.files import STDIN, Arrival, arrivals
from ontology.records import Failure, Record

if TYPE_CHECKING:
    import os
    from collections.abc import Callable, Iterable, Iterator

    from graph.load import Arrival as Document

__all__ = ["documents", "read_all"]

_CHANGED = "the file changed while it was being loaded; load it again"


def read_all(
    paths: Iterable[str | os.PathLike[str]], stdin: BinaryIO | None = None
) -> Iterator[Record | Failure]:
    """Yield a record, or the reason why there is none, for each document under the paths, in order.

    Folders are read to the bottom; `-` reads `stdin`. One document is held at a time.
    """
    for found in arrivals(paths, stdin):
        yield found if isinstance(found, Failure) else read_document(found.data, found.source)


def documents(paths: Iterable[str | os.PathLike[str]], stdin: BinaryIO | None = None) -> Iterator[Document]:
    """Yield each document under the paths as `graph.load` takes it: by hash, read when that is needed."""
    from graph.load import Arrival as Document  # noqa: PLC0415 - brings the store's engine along

    for found in arrivals(paths, stdin):
        if isinstance(found, Failure):
            yield Document(found.source, found.sha256 or "", _giving(found))
        else:
            reader = _Reader(found)
            yield Document(found.source, found.sha256, reader)
            reader.forget()


def _giving(failure: Failure) -> Callable[[], Failure]:
    return lambda: failure


class _Reader:
    """Reads one document; when its turn is over it holds the path alone, so that memory stays flat."""

    def __init__(self, arrival: Arrival) -> None:
        self._source, self._sha256 = arrival.source, arrival.sha256
        self._arrival: Arrival | None = arrival

    def __call__(self) -> Record | Failure:
        found = self._arrival or next(arrivals([self._source]))
        if isinstance(found, Failure):
            return found
        if found.sha256 != self._sha256:
            return Failure(self._source, "changed", _CHANGED, found.sha256)
        return read_document(found.data, found.source)

    def forget(self) -> None:
        """Let go of the bytes, unless they came through a pipe and cannot be had again."""
        if self._source != STDIN:
            self._arrival = None
