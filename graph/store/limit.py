"""Running a query, with a limit of time where one is set.

The engine cannot be told to stop, so a limited query runs in a child process that is killed when its
time is up: for a store on disk a process of its own (see `graph.store.worker`), because a fork beside
the engine's threads can fail; for one in memory, which has none, a fork that holds a copy.
"""

from __future__ import annotations

import os
import select
import signal
import subprocess
import sys
import time
from itertools import islice
from typing import TYPE_CHECKING

from pyoxigraph import (
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    QueryTriples,
    RdfFormat,
    Store,
    Triple,
    parse,
    parse_query_results,
)

from graph.errors import QueryError, StoreError
from graph.results import Result
from graph.store.complaint import complaint
from ontology.terms import PREFIXES

if TYPE_CHECKING:
    from pathlib import Path

    from graph.store.protocol import Limits

__all__ = ["answer", "answer_in_child", "reply_to"]

_OK_TABLE, _OK_TRIPLES, _BAD_QUERY, _BAD_STORE = b"S", b"T", b"Q", b"E"
_CHUNK = 1 << 16


def answer(engine: Store, sparql: str, rows: int | None = None) -> Result:
    """Run a query here and hold its answer; raises `QueryError` for a wrong query."""
    try:
        found = engine.query(sparql, use_default_graph_as_union=True, prefixes=PREFIXES)
        return _collect(found, rows)
    except SyntaxError as error:
        raise QueryError(f"The query cannot be read: {complaint(sparql, str(error))}.") from error
    except (ValueError, RuntimeError) as error:
        raise QueryError(f"The query cannot be run: {error}.") from error
    except OSError as error:
        raise StoreError(f"The store cannot be read: {error}.") from error


def _collect(found: QuerySolutions | QueryBoolean | QueryTriples, rows: int | None) -> Result:
    if isinstance(found, QueryBoolean):
        return Result(boolean=bool(found))
    most = None if rows is None else rows + 1
    if isinstance(found, QueryTriples):
        triples = tuple(islice(found, most))
        return Result(triples=triples[:rows], cut=rows is not None and len(triples) > rows)
    width = range(len(found.variables))
    table = tuple(tuple(row[index] for index in width) for row in islice(found, most))
    return Result(
        variables=tuple(variable.value for variable in found.variables),
        rows=table[:rows],
        cut=rows is not None and len(table) > rows,
    )


def answer_in_child(engine: Store, path: Path | None, sparql: str, limits: Limits) -> Result:
    """Run a query in a child process and stop it after `limits.seconds`.

    Raises `QueryError` when time is up, or where the system cannot fork.
    """
    reply = _from_disk(path, sparql, limits.seconds) if path else _from_memory(engine, sparql, limits.seconds)
    if reply is None:
        raise QueryError(
            f"The query was stopped after {limits.seconds:g} seconds: narrow it down, or allow it more time."
        )
    return _read(reply, limits.rows)


def _from_disk(path: Path, sparql: str, seconds: float | None) -> bytes | None:
    """Ask a worker process, which reads a snapshot of the store."""
    worker = [sys.executable, "-m", "graph.store.worker", str(path)]
    try:
        done = subprocess.run(  # noqa: S603 - our own module; the query goes in by standard input
            worker, input=sparql.encode(), capture_output=True, timeout=seconds, check=False
        )
    except subprocess.TimeoutExpired:
        return None
    return done.stdout


def _from_memory(engine: Store, sparql: str, seconds: float | None) -> bytes | None:
    if not hasattr(os, "fork"):
        raise QueryError("This system cannot stop a running query: ask again without a time limit.")
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        _work(engine, sparql, writing)
    os.close(writing)
    try:
        return _receive(reading, time.monotonic() + (seconds or 0))
    finally:
        os.close(reading)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)


def _receive(source: int, until: float) -> bytes | None:
    """All that the child writes, or None when time is up first."""
    parts: list[bytes] = []
    while (left := until - time.monotonic()) > 0:
        ready, _, _ = select.select([source], [], [], left)
        if not ready:
            return None
        part = os.read(source, _CHUNK)
        if not part:
            return b"".join(parts)
        parts.append(part)
    return None


def _read(reply: bytes, rows: int | None) -> Result:
    kind, body = reply[:1], reply[1:]
    if kind == _OK_TRIPLES:
        triples = (quad.triple for quad in parse(body, RdfFormat.N_TRIPLES))
        kept: tuple[Triple, ...] = tuple(islice(triples, None if rows is None else rows + 1))
        return Result(triples=kept[:rows], cut=rows is not None and len(kept) > rows)
    if kind == _OK_TABLE:
        found = parse_query_results(body, QueryResultsFormat.JSON)
        return _collect(found, rows)
    if kind == _BAD_QUERY:
        raise QueryError(f"The query cannot be run: {body.decode()}.")
    raise StoreError(
        f"The store cannot be read: {body.decode() or 'the query took more memory than there is'}."
    )


def _work(engine: Store, sparql: str, target: int) -> None:
    """Live the child's whole life: answer, write, leave without any of the parent's clean-up."""
    try:
        with os.fdopen(target, "wb") as out:
            out.write(reply_to(engine, sparql))
    finally:
        os._exit(0)


def reply_to(engine: Store, sparql: str) -> bytes:
    """The answer of a child as bytes: one letter for its kind, then its content."""
    try:
        found = engine.query(sparql, use_default_graph_as_union=True, prefixes=PREFIXES)
        if isinstance(found, QueryTriples):
            return _OK_TRIPLES + (found.serialize(format=RdfFormat.N_TRIPLES) or b"")
        return _OK_TABLE + (found.serialize(format=QueryResultsFormat.JSON) or b"")
    except (SyntaxError, ValueError, RuntimeError) as error:
        return _BAD_QUERY + complaint(sparql, str(error)).encode()
    except OSError as error:
        return _BAD_STORE + str(error).encode()
