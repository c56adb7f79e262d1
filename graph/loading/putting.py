"""Putting many graphs into a store at once: the whole of it, or nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.loading.commit import BATCH
from graph.store.interrupt import uninterrupted

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from graph.store.oxigraph import OxigraphStore

__all__ = ["put"]

_ROWS = 1000
"""Graphs that one update takes away."""


def put(
    store: OxigraphStore,
    fresh: Mapping[str, bytes],
    former: Mapping[str, bytes],
    *,
    delete: bytes = b"",
    insert: bytes = b"",
) -> None:
    """Write graphs that are new, replace or (where the bytes are empty) remove those in `former`.

    `delete` and `insert` are quads of other graphs that change with them. What is larger than
    `graph.loading.commit.BATCH` is written into a copy of the store, which then takes its place.
    """
    if not (fresh or former or delete or insert):
        return
    size = sum(map(len, fresh.values())) + sum(map(len, former.values())) + len(delete) + len(insert)
    if size > BATCH:
        with store.rewriting() as copy:
            _at_length(copy, fresh, former, delete, insert)
        return
    added = b"".join((*fresh.values(), insert))
    with uninterrupted():
        if former or delete:
            store.replace(former, delete=delete, insert=added)
        else:
            store.add(added)


def _at_length(
    store: OxigraphStore,
    fresh: Mapping[str, bytes],
    former: Mapping[str, bytes],
    delete: bytes,
    insert: bytes,
) -> None:
    names = list(former)
    for start in range(0, len(names), _ROWS):
        store.replace(dict.fromkeys(names[start : start + _ROWS], b""))
    if delete:
        store.replace({}, delete=delete)
    for piece in _pieces([*fresh.values(), *former.values(), insert]):
        store.add(piece)


def _pieces(contents: list[bytes]) -> Iterator[bytes]:
    held: list[bytes] = []
    size = 0
    for content in contents:
        held.append(content)
        size += len(content)
        if size >= BATCH:
            yield b"".join(held)
            held, size = [], 0
    if size:
        yield b"".join(held)
