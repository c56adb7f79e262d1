"""Documents to records: what `load`, `inspect` and the Python face share."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, BinaryIO

from loaders import read_document
from loaders.sources.files import STDIN, Arrival, arrivals
from loaders.sources.odata import RowArrival
from ontology.records import Failure, Record, Removal, Skip

if TYPE_CHECKING:
    import os
    from collections.abc import Iterable, Iterator

    from graph.loading.reading import Arrival as Document
    from loaders.authority import Gathering

__all__ = ["Item", "documents", "read_all"]

Item = Record | Removal | Skip | Failure
"""What a document or a row comes to."""

_REGISTER = "a register of people, which is read together with the others of its set when it is loaded"
_CHANGED = "the file changed while it was being loaded; load it again"


def read_all(paths: Iterable[str | os.PathLike[str]], stdin: BinaryIO | None = None) -> Iterator[Item]:
    """Yield a record, or the reason why there is none, for each document and row under the paths, in order.

    Folders are read to the bottom; `-` reads `stdin`. One document is held at a time.
    """
    for found in arrivals(paths, stdin):
        if isinstance(found, RowArrival):
            yield found.read()
        elif isinstance(found, Arrival) and found.register:
            yield Skip(found.source, "register", _REGISTER)
        else:
            yield read_document(found.data, found.source) if isinstance(found, Arrival) else found


def documents(
    paths: Iterable[str | os.PathLike[str]],
    stdin: BinaryIO | None = None,
    registers: Gathering | None = None,
) -> Iterator[Document | Skip]:
    """Yield each document under the paths as `graph.load` takes it: by hash, read when that is needed.

    A row stays in memory while the load needs it; it is short. Registers of people go into
    `registers`, or are left aside where there is none.
    """
    from graph.loading.reading import Arrival as Document  # noqa: PLC0415 - brings the store's engine along

    for found in arrivals(paths, stdin):
        if isinstance(found, Failure):
            yield Document(found.source, found.sha256 or "", partial(_given, found))
        elif isinstance(found, Skip):
            yield found
        elif isinstance(found, Arrival) and found.register:
            if registers is None or not registers.take(found.source, found.data):
                yield Skip(found.source, "register", _REGISTER)
        elif isinstance(found, RowArrival):
            yield Document(found.source, found.sha256, found.read)
        else:
            reader = _Reader(found)
            yield Document(found.source, found.sha256, reader)
            reader.forget()


def _given(failure: Failure) -> Failure:
    return failure


class _Reader:
    """Reads one document, in whatever process; when its turn is over it holds the path alone.

    So memory stays flat.
    """

    def __init__(self, arrival: Arrival) -> None:
        self._source, self._sha256 = arrival.source, arrival.sha256
        self._arrival: Arrival | None = arrival

    def __call__(self) -> Record | Failure:
        found = self._arrival or next(arrivals([self._source]))
        if isinstance(found, Failure):
            return found
        if not isinstance(found, Arrival) or found.sha256 != self._sha256:
            return Failure(self._source, "changed", _CHANGED)
        return read_document(found.data, found.source)

    def forget(self) -> None:
        """Let go of the bytes, unless they cannot be had again: from a pipe, or a record among several."""
        if self._arrival and self._source != STDIN and not self._arrival.part:
            self._arrival = None
