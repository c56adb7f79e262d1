"""The face that every store shows, whatever keeps the quads."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO, Protocol, Self

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping
    from contextlib import AbstractContextManager
    from pathlib import Path
    from types import TracebackType

    import rdflib
    from pyoxigraph import Quad

    from graph.results import Result, Row, Value

__all__ = ["Limits", "Store"]


@dataclass(frozen=True, slots=True)
class Limits:
    """What one query may take; the default sets no bounds and lets it reach nothing outside the store."""

    seconds: float | None = None
    """Wall-clock time after which the query is stopped."""
    rows: int | None = None
    """Rows or triples after which the answer is cut; `Result.cut` then says so."""
    service: bool = False
    """Whether SERVICE may call other servers: only for queries of people who may do so anyway."""


class Store(Protocol):
    """A set of named graphs. All names of graphs are plain IRIs; nothing stands in the default graph.

    Each write is one transaction: another reader, or the next process after a crash, sees the
    state before it or after it. Errors are `StoreError` and, for queries, `QueryError`.
    """

    @property
    def path(self) -> Path | None:
        """The folder, or None for a store in memory."""

    @property
    def rdflib(self) -> rdflib.Dataset:
        """An rdflib Dataset over the same quads; its default graph is the union of all graphs.

        It is for the owner of the process: its queries are not checked as those of `query` are.
        """

    def add(self, nquads: bytes | Path, *, checked: bool = True) -> None:
        """Add all quads of N-Quads bytes, or of a file of them, in one transaction.

        Without `checked` the engine takes IRIs and language tags on trust, which is a fifth faster:
        for what `ontology.nquads` wrote, which is valid by construction.
        """

    def replace(self, graphs: Mapping[str, bytes], *, delete: bytes = b"", insert: bytes = b"") -> None:
        """Replace whole graphs in one transaction; quads elsewhere can be deleted and inserted with it.

        `graphs` maps a graph's name to its N-Quads; empty bytes remove the graph.
        """

    def query(
        self, sparql: str, parameters: Mapping[str, Value] | None = None, limits: Limits = Limits()
    ) -> Result:
        """Answer a SPARQL 1.1 query over the union of all graphs.

        Parameters take the place of variables; the prefixes of `ontology.terms.PREFIXES` are known.
        """

    def rewriting(self) -> AbstractContextManager[Store]:
        """Give a store to write in at length; all of it takes effect when the block ends well, or none."""

    def select(self, sparql: str, parameters: Mapping[str, Value] | None = None) -> Iterator[Row]:
        """Rows of a trusted SELECT query one by one, for exports that must not hold all of them."""

    def graphs(self) -> list[str]:
        """Names of all graphs, sorted."""

    def quads(self, graph: str) -> Iterator[Quad]:
        """Quads of one graph, in no promised order."""

    def dump(self, out: BinaryIO, *, without: Collection[str] = ()) -> None:
        """Write N-Quads: graphs by name, lines sorted within a graph; `without` names graphs to leave out."""

    def lines(self, graphs: Iterable[str] | None = None) -> Iterator[bytes]:
        """N-Quads of the named graphs (or all), each graph's lines sorted and joined."""

    def __len__(self) -> int: ...

    def close(self) -> None:
        """Give the store back; later calls raise `StoreError`."""

    def __enter__(self) -> Self: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...
