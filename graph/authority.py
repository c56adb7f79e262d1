"""Registers of people in the store: loading a new edition of one, with the others around it.

The sets are put together each time, because a new edition of one can tell who somebody in another
is. Sets that are in the store and not among the new editions are read back from their graphs
(`graph.people.registers`). Each set is in the ledger under the name `authority:<set>`, so that the
descriptions of posts and groups that it needs are kept.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from pyoxigraph import RdfFormat, parse

from graph.loading.ledger import FileEntry, Ledger, describe_load
from graph.loading.putting import put
from graph.people.registers import names_in, read_back
from ontology import iris
from ontology.authority import Edition, Remark
from ontology.authority_graphs import Contents, contents

if TYPE_CHECKING:
    from graph.store.oxigraph import OxigraphStore

__all__ = ["AuthorityReport", "load_authority"]

_MEDIA_TYPE = "application/x-kamergraaf-authority"
_VERSION = "1"
"""Grows when the same files give other graphs."""


@dataclass(slots=True)
class AuthorityReport:
    """What a load of registers did."""

    loaded: list[str] = field(default_factory=list)
    """Names of the sets that were new or changed."""
    unchanged: list[str] = field(default_factory=list)
    """Names of the sets whose files were known."""
    persons: int = 0
    """People known after it, each counted once; 0 where nothing changed."""
    graphs: int = 0
    """Graphs written or removed."""
    remarks: dict[str, list[Remark]] = field(default_factory=dict)
    """What was not taken as it stood, by set."""

    @property
    def wrote(self) -> bool:
        """Whether the graph (the ledger aside) is another than before."""
        return bool(self.graphs)


def _source(name: str) -> str:
    return f"authority:{name}"


def _unneeded(store: OxigraphStore, ledger: Ledger, made: Contents) -> list[str]:
    """Descriptions that registers needed before, and neither they nor any document need now."""
    needed = {graph for offers in made.offers.values() for graph in offers}
    mine = {_source(name) for name in made.offers}
    before = (entry for name in made.offers if (entry := ledger.file(_source(name))))
    dropped = {graph for entry in before for graph in entry.offers} - needed
    return sorted(graph for graph in dropped if store.has(graph) and mine.issuperset(ledger.offering(graph)))


def load_authority(
    store: OxigraphStore,
    editions: list[Edition],
    *,
    clock: Callable[[], datetime] = lambda: datetime.now(UTC),
) -> AuthorityReport:
    """Load editions of registers, each in the place of an earlier edition of the same set.

    The result depends on the editions in force alone, not on the order in which they came, with one
    exception: a fact that two sets state stands in the graph of the more trusted one, and goes with
    it when a newer edition of that set no longer has it.
    """
    started, ledger = clock(), Ledger(store)
    report = AuthorityReport()
    fresh = []
    for edition in editions:
        known = ledger.file(_source(edition.content.name))
        same = known and (known.sha256, known.version) == (edition.sha256, _VERSION)
        (report.unchanged if same else report.loaded).append(edition.content.name)
        fresh.append(edition)
    if not report.loaded:
        return report
    given = {edition.content.name for edition in fresh}
    others = read_back(store, [name for name in names_in(store) if name not in given])
    made = contents([*(edition.content for edition in fresh), *others])
    report.persons = made.persons
    report.remarks = {name: made.remarks[name] for name in report.loaded}
    node = iris.load(started.isoformat())
    new, former = {}, {}
    for content in (*made.graphs, *(ref for ref in made.refs if not store.has(ref.graph))):
        if not store.has(content.graph):
            new[content.graph] = content.nquads
        elif set(parse(content.nquads, RdfFormat.N_QUADS)) != set(store.quads(content.graph)):
            former[content.graph] = content.nquads
    former |= dict.fromkeys(_unneeded(store, ledger, made), b"")
    report.graphs = len(new) + len(former)
    gone, told = b"", describe_load(node, _VERSION, started, clock())
    hashes = {edition.content.name: edition.sha256 for edition in fresh}
    for name, offers in made.offers.items():
        entry = ledger.file(_source(name))
        sha = hashes.get(name) or (entry.sha256 if entry else "")
        fact = FileEntry(_source(name), sha, _VERSION, _MEDIA_TYPE, offers, frozenset(), node)
        if entry is None or (entry.sha256, entry.version, entry.offers) != (sha, _VERSION, offers):
            old, stated = ledger.rewriting(fact, lambda *_: False)
            gone, told = gone + old, told + stated
    put(store, new, former, delete=gone, insert=told)
    return report
