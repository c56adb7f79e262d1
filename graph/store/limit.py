"""Running a query, with a limit of time where one is set.

The engine cannot be told to stop, so a limited query runs in a forked child that is killed when its
time is up. The child reads a snapshot of a store on disk, or its copy of one in memory.
"""

from __future__ import annotations

import os
import select
import signal
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
from ontology.terms import PREFIXES

if TYPE_CHECKING:
    from pathlib import Path

    from graph.store.protocol import Limits

__all__ = ["answer", "answer_in_child"]

_OK_TABLE, _OK_TRIPLES, _BAD_QUERY, _BAD_STORE = b"S", b"T", b"Q", b"E"
_CHUNK = 1 << 16


def answer(engine: Store, sparql: str, rows: int | None = None) -> Result:
    """Run a query here and hold its answer; raises `QueryError` for a wrong query."""
    try:
        found = engine.query(sparql, use_default_graph_as_union=True, prefixes=PREFIXES)
        return _collect(found, rows)
    except SyntaxError as error:
        raise QueryError(f"The query cannot be read: {error}.") from error
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
    if not hasattr(os, "fork"):
        raise QueryError("This system cannot stop a running query: ask again without a time limit.")
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        _work(engine, path, sparql, writing)
    os.close(writing)
    try:
        reply = _receive(reading, time.monotonic() + (limits.seconds or 0))
    finally:
        os.close(reading)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
    if reply is None:
        raise QueryError(
            f"The query was stopped after {limits.seconds:g} seconds: narrow it down, or allow it more time."
        )
    return _read(reply, limits.rows)


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


def _work(engine: Store, path: Path | None, sparql: str, target: int) -> None:
    """Live the child's whole life: answer, write, leave without any of the parent's clean-up."""
    try:
        reply = _reply(Store.read_only(str(path)) if path else engine, sparql)
        with os.fdopen(target, "wb") as out:
            out.write(reply)
    finally:
        os._exit(0)


def _reply(engine: Store, sparql: str) -> bytes:
    try:
        found = engine.query(sparql, use_default_graph_as_union=True, prefixes=PREFIXES)
        if isinstance(found, QueryTriples):
            return _OK_TRIPLES + (found.serialize(format=RdfFormat.N_TRIPLES) or b"")
        return _OK_TABLE + (found.serialize(format=QueryResultsFormat.JSON) or b"")
    except (SyntaxError, ValueError, RuntimeError) as error:
        return _BAD_QUERY + str(error).encode()
    except OSError as error:
        return _BAD_STORE + str(error).encode()
