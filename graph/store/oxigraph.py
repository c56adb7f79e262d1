"""Oxigraph as a store, on disk or in memory: the same engine, the same face."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Self, cast

from pyoxigraph import Literal, NamedNode, Quad, QuerySolutions, RdfFormat
from pyoxigraph import Store as Engine

from graph.errors import QueryError, StoreError
from graph.store.guard import check
from graph.store.interrupt import uninterrupted
from graph.store.leftovers import clear_leftovers
from graph.store.limit import answer, answer_in_child
from graph.store.protocol import Limits
from graph.store.swap import copying, put_in_place
from graph.store.terms import bind
from graph.store.update import replacement
from ontology.terms import PREFIXES

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping
    from types import TracebackType

    import rdflib

    from graph.results import Result, Row, Value

__all__ = ["OxigraphStore"]

_BULK = 1 << 18
"""Bytes of N-Quads from which on a bulk load is faster: it writes a dozen files, and waits for the disk."""


class OxigraphStore:
    """A store in one process; see `graph.store.protocol.Store` for what its methods promise.

    Opened through `graph.store.open_store`.
    """

    def __init__(self, engine: Engine, path: Path | None, *, read_only: bool = False) -> None:
        self._held: Engine | None = engine
        self.path = path
        self.read_only = read_only
        self._names: list[str] | None = None
        """Names of the graphs, once they were asked for and until something is written."""

    @property
    def _engine(self) -> Engine:
        if self._held is None:
            raise StoreError(f"{self._name}: this store was closed.")
        return self._held

    @property
    def _name(self) -> str:
        return str(self.path) if self.path else "store in memory"

    @contextmanager
    def _writing(self) -> Iterator[Engine]:
        """Hand out the engine for one write, with the engine's errors told as ours."""
        if self.read_only:
            raise StoreError(f"{self._name}: this store was opened for reading only.")
        self._names = None
        try:
            yield self._engine
        except SyntaxError as error:
            raise StoreError(
                f"{self._name}: nothing was written, because the data is no valid RDF: {error}."
            ) from error
        except OSError as error:
            self._clear()
            raise StoreError(
                f"{self._name}: nothing was written: {error}. Make room or mend the disk, and load again."
            ) from error

    def _clear(self) -> None:
        if self.path:
            clear_leftovers(self.path)

    def add(self, nquads: bytes | Path, *, checked: bool = True) -> None:
        """Add quads in one transaction: all of them, or none."""
        with self._writing() as engine:
            if isinstance(nquads, Path):
                engine.bulk_load(path=nquads, format=RdfFormat.N_QUADS, lenient=not checked)
            elif len(nquads) < _BULK:
                engine.load(nquads, RdfFormat.N_QUADS, lenient=not checked)
            else:
                engine.bulk_load(nquads, RdfFormat.N_QUADS, lenient=not checked)

    def replace(self, graphs: Mapping[str, bytes], *, delete: bytes = b"", insert: bytes = b"") -> None:
        """Replace graphs in one update of several operations, which the engine runs as one transaction.

        The whole change stands in memory: some ten times its size.
        """
        with self._writing() as engine:
            update = replacement(graphs, delete, insert)
            if update:
                engine.update(update)

    @contextmanager
    def rewriting(self) -> Iterator[OxigraphStore]:
        """Give a store to write in at length; all of it takes effect at the end, or none of it.

        On disk that is a copy, which takes this store's place when the block ends well; whoever
        holds `rdflib` or rows of `select` must ask for them again. In memory it is this store itself.
        """
        if self.path is None or self.read_only:
            with self._writing():
                yield self
            return
        with copying(self._engine, self.path) as folder:
            with OxigraphStore(Engine(folder), folder) as copy:
                # Its files are not merged at the end: at 2.3 million triples that takes 10 seconds, and as
                # what is written comes in large pieces, no query is the faster for it.
                yield copy
            with uninterrupted():
                self._take_copy(self.path)

    def _take_copy(self, folder: Path) -> None:
        self.close()
        self._names = None
        try:
            put_in_place(folder)
        finally:
            try:
                self._held = Engine(folder)
            except OSError as error:
                raise StoreError(
                    f"{folder}: the write is complete, but the store cannot be opened again, because rows of "
                    f"`select` or its rdflib face are still in use: {error}."
                ) from error

    def query(
        self, sparql: str, parameters: Mapping[str, Value] | None = None, limits: Limits | None = None
    ) -> Result:
        """Answer a query; with a time limit it runs in a child process that is killed when time is up."""
        bounds = limits or Limits()
        text = bind(sparql, parameters or {})
        check(text, service=bounds.service)
        if bounds.seconds is None:
            return answer(self._engine, text, bounds.rows)
        return answer_in_child(self._engine, self.path, text, bounds)

    def select(self, sparql: str, parameters: Mapping[str, Value] | None = None) -> Iterator[Row]:
        """Rows of a SELECT as they come."""
        found = self._engine.query(
            bind(sparql, parameters or {}), use_default_graph_as_union=True, prefixes=PREFIXES
        )
        if not isinstance(found, QuerySolutions):
            raise QueryError("Rows can only be had from a SELECT query.")
        width = range(len(found.variables))
        return (tuple(row[index] for index in width) for row in found)

    def graphs(self) -> list[str]:
        """Names of all graphs, sorted."""
        if self._names is None or "rdflib" in self.__dict__:  # which writes past this store
            self._names = sorted(name.value for name in self._engine.named_graphs())
        return list(self._names)

    def quads(self, graph: str) -> Iterator[Quad]:
        """Quads of one graph."""
        return self._engine.quads_for_pattern(None, None, None, NamedNode(graph))

    def match(
        self,
        subject: NamedNode | None,
        predicate: NamedNode | None,
        value: NamedNode | Literal | None,
        graph: NamedNode | None = None,
    ) -> Iterator[Quad]:
        """Quads that fit a pattern; None fits anything."""
        return self._engine.quads_for_pattern(subject, predicate, value, graph)

    def layer(self, prefix: str, predicate: str, value: str) -> set[str]:
        """Names of graphs that begin so, found by a property and an IRI that each of them states.

        Names of graphs have no index, so that looking through all of them takes seconds in a large store.
        """
        quads = self._engine.quads_for_pattern(None, NamedNode(predicate), NamedNode(value), None)
        names = (quad.graph_name.value for quad in quads if isinstance(quad.graph_name, NamedNode))
        return {name for name in names if name.startswith(prefix)}

    def has(self, graph: str) -> bool:
        """Whether a graph holds anything."""
        return next(self.quads(graph), None) is not None

    def lines(self, graphs: Iterable[str] | None = None) -> Iterator[bytes]:
        """Sorted N-Quads, one block of bytes a graph."""
        for graph in self.graphs() if graphs is None else graphs:
            yield b"".join(sorted(f"{quad} .\n".encode() for quad in self.quads(graph)))

    def dump(self, out: BinaryIO, *, without: Collection[str] = ()) -> None:
        """Write sorted N-Quads; the largest single graph stands in memory."""
        out.writelines(self.lines(graph for graph in self.graphs() if graph not in without))

    @cached_property
    def rdflib(self) -> rdflib.Dataset:
        """An rdflib Dataset over this engine."""
        import rdflib  # noqa: PLC0415 - rdflib is slow to import and most runs do without
        from oxrdflib import OxigraphStore as Adapter  # noqa: PLC0415 - likewise

        return rdflib.Dataset(store=Adapter(store=self._engine), default_union=True)

    def __len__(self) -> int:
        return len(self._engine)

    def __bool__(self) -> bool:
        return True

    def close(self) -> None:
        """Let go of the engine; its lock is released when nothing else refers to it."""
        dataset = cast("rdflib.Dataset | None", self.__dict__.pop("rdflib", None))
        if dataset is not None:
            dataset.close()
        self._held = None
        del dataset
        gc.collect()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
