"""Which content each graph gets: a pure choice among what the current files offer.

The winner of a document's graph is the lowest (rank, format, sha-256), and among rows of a register the
one that changed last, so that the order in which documents come never matters. A file that changed no
longer offers what it offered before. Where a winner falls away and another file of the ledger has content
that was not kept, that file is read again; if it is not at hand, it is marked so that the next load reads it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pyoxigraph import RdfFormat, parse

from graph.loading.ledger import Win

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.loading.ledger import Ledger
    from graph.loading.spool import Offer, Spool
    from graph.store.oxigraph import OxigraphStore

__all__ = ["Change", "Referee", "format_rank"]

_FORMATS = ("application/xml", "application/pdf", "wordprocessingml", "text/plain")
"""Parts of media types, best first: XML states structure, PDF shows raised note markers, DOCX too."""


Key = tuple[int, int, int, str]
"""Rank, format, age and hash of content: the lowest is the best."""
_NEWEST = -(10**14)
"""Better than the age of anything."""


class Change(NamedTuple):
    """What is to be written of one graph, with its entry in the ledger."""

    graph: str
    content: bytes | None
    """N-Quads of the whole graph; empty to remove it; None where only the entry changes."""
    existed: bool
    gone: bytes = b""
    """Quads of `graph/prov` that no longer hold."""
    fresh: bytes = b""
    """Quads of `graph/prov` that hold now."""
    found: bool = False
    """Whether the graph holds what was found from others; such graphs are not counted as loaded."""


def format_rank(media_type: str) -> int:
    """Place of a media type among the formats, the best 0; unknown ones come last.

    >>> format_rank("application/pdf") < format_rank("text/plain")
    True
    """
    return next((place for place, part in enumerate(_FORMATS) if part in media_type), len(_FORMATS))


class Referee:
    """Decides on the graphs that a run touches."""

    def __init__(self, store: OxigraphStore, ledger: Ledger, spool: Spool, load: str) -> None:
        self._store, self._ledger, self._spool, self._load = store, ledger, spool, load
        self._registered = frozenset(store.graphs()) if ledger.blank else frozenset()
        """Graphs of a store without documents: those that registers of people needed."""

    def missing(self) -> dict[str, str]:
        """Files that must be read again before `changes`: hash of the bytes by name of the file."""
        wanted: dict[str, str] = {}
        if self._ledger.blank:
            return wanted
        for graph, shared, offers in self._spool.touched():
            if shared:
                continue
            win = self._ledger.win(graph)
            best = min(map(_offer_key, offers), default=None)
            if self._alive(win) or (win and best and best <= _win_key(win)):
                continue  # whatever lost to this winner loses again
            wanted |= self._unread(graph, best)
        return wanted

    def _unread(self, graph: str, best: Key | None) -> dict[str, str]:
        """Files that may have better content for a graph, which neither store nor spool holds."""
        held = {offer.sha256 for offer in self._spool.offers(graph)}
        candidates = self._spool.unread(graph)
        for source in self._ledger.offering(graph):
            entry = self._ledger.file(source)
            if entry and entry.sha256 not in held and not self._spool.holds(source):
                candidates.append((source, entry.sha256, entry.media_type, int(graph in entry.reprints)))
        return {
            source: sha256
            for source, sha256, media_type, reprint in candidates
            if best is None or (reprint, format_rank(media_type), _NEWEST, sha256) < best
        }

    def changes(self) -> Iterator[Change]:
        """All that must be written, by graph; what stays as it is gives nothing."""
        for graph, shared, offers in self._spool.touched():
            change = self._shared(graph, offers) if shared else self._document(graph, offers)
            if change:
                yield change

    def _document(self, graph: str, offers: list[Offer]) -> Change | None:
        win = self._ledger.win(graph)
        kept = win if self._alive(win) else None
        best = offers[0] if len(offers) == 1 else min(offers, key=_offer_key, default=None)
        if kept and (best is None or _win_key(kept) <= _offer_key(best)):
            self._spool.put_winner(kept.sha256)
            return None
        if best is None:
            return Change(graph, b"", existed=True, gone=self._ledger.quads_about(graph)) if win else None
        self._spool.put_winner(best.sha256)
        return self._take(graph, win, best)

    def _take(self, graph: str, win: Win | None, best: Offer) -> Change | None:
        entry = Win(graph, best.snapshot, best.sha256, best.media_type, best.rank, self._load, best.modified)
        content = self._spool.read(best)
        if win is None:
            return Change(graph, content, existed=False, fresh=entry.nquads())
        # Evidence names the snapshot, so that other bytes never give the same content.
        same = win.sha256 == best.sha256 and self._same(graph, content)
        if same and _win_key(win) == _offer_key(best):
            return None
        gone = self._ledger.quads_about(graph)
        return Change(graph, None if same else content, existed=True, gone=gone, fresh=entry.nquads())

    def _shared(self, graph: str, offers: list[Offer]) -> Change | None:
        offer = next(iter(offers), None)
        blank = self._ledger.blank
        exists = graph in self._registered if blank else self._store.has(graph)
        if offer is not None:
            content = self._spool.read(offer)
            return None if exists and self._same(graph, content) else Change(graph, content, existed=exists)
        if not exists or blank or self._spool.offered(graph) or self._still_offered(graph):
            return None
        return Change(graph, b"", existed=True)

    def _still_offered(self, graph: str) -> bool:
        return any(not self._spool.holds(source) for source in self._ledger.offering(graph))

    def _alive(self, win: Win | None) -> bool:
        """Whether some file still has the content that a graph holds."""
        if win is None:
            return False
        if any(win.sha256 == sha for sha in self._spool.offered(win.graph)):
            return win.sha256 not in {offer.sha256 for offer in self._spool.offers(win.graph)}
        return any(
            win.graph in entry.offers and not self._spool.holds(entry.source)
            for entry in self._ledger.copies(win.sha256)
        )

    def _same(self, graph: str, content: bytes) -> bool:
        return set(parse(content, RdfFormat.N_QUADS)) == set(self._store.quads(graph))


def _offer_key(offer: Offer) -> Key:
    return offer.rank, format_rank(offer.media_type), _age(offer.modified), offer.sha256


def _win_key(win: Win) -> Key:
    return win.rank, format_rank(win.media_type), _age(win.modified), win.sha256


def _age(modified: str) -> int:
    """Order of times of change, the latest first: the digits of a time in UTC, negative."""
    return -int("".join(filter(str.isdigit, modified)) or 0)
