"""What a load touches: which documents, and what rested on them before it wrote.

A graph that goes away or becomes another takes with it what it said, so what was found from it can only be
told while it stands. Changes are looked at on their way to the store, and when the last of them has passed,
and nothing is written yet, the store is asked once more.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pyoxigraph import NamedNode, RdfFormat, parse

from graph.join import join, rejoin
from graph.joins.facts import Reader, document_of
from graph.joins.reach import NOTHING, reach
from graph.policies.scope import CURATED, Scope, spoken_of
from graph.policies.settle import settle
from ontology import iris

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.join import JoinReport
    from graph.loading.winners import Change
    from graph.policies.settle import PolicyReport
    from graph.store.oxigraph import OxigraphStore

__all__ = ["Touched", "find_anew"]

_MANY = 500
"""Documents from which on it is as quick to look at all, in a store of forty thousand question sets."""
_DOC, _POLICY = iris.doc_graph("x")[:-1], iris.policy_graph("x")[:-1]
_CASE, _REMOVAL = iris.case_graph("x")[:-1], f"{iris.GRAPH}removal/"
_CONCEPTS = (
    iris.ref_graph(iris.concept("x", "y")).removesuffix("x/y"),
    iris.ref_graph(f"{iris.COUNTRY}x")[:-1],
)
_SETS = "?case kg:questionSet ?set"
_SETS_OF_ENTRIES = f"?case kg:registerEntry ?entry . {_SETS}"


class Touched:
    """Collects what the changes of one load touch."""

    def __init__(self, store: OxigraphStore) -> None:
        self._store = store
        self._ids: set[str] = set()
        self._cases: set[str] = set()
        self._entries: set[str] = set()
        self._anew = self._many = False
        self.reached = NOTHING
        """Sets and replies that the documents could be joined with before."""
        self.spoken = Scope()
        """What they spoke of before."""

    def along(self, changes: Iterator[Change]) -> Iterator[Change]:
        """Give changes as they come; after the last, with the store as it was, look back."""
        for change in changes:
            if not (self._many or change.found):
                self._take(change)
            yield change
        if self._anew and not self._many:
            self._ids |= self._sets()
            self.reached = reach(self._store, self._ids)
            self.spoken = spoken_of(self._store, self._ids)

    def docs(self) -> set[str] | None:
        """Ids of the documents, cases as their sets, once all is written; None where they are very many."""
        return None if self._many else self._ids | self._sets()

    def _take(self, change: Change) -> None:
        name = change.graph
        self._anew = self._anew or change.existed
        if name.startswith(_DOC):
            self._ids.add(name.removeprefix(_DOC))
        elif name.startswith(_POLICY):
            self._ids.add(name.removeprefix(_POLICY))
        elif name.startswith(_CASE):
            self._cases.add(iris.case(name.removeprefix(_CASE).partition("/")[0]))
        elif name.startswith(_REMOVAL):
            said = (*self._store.quads(name), *parse(change.content or b"", RdfFormat.N_QUADS))
            self._entries.update(quad.subject.value for quad in said if isinstance(quad.subject, NamedNode))
        elif change.content == b"" and name.startswith(_CONCEPTS):
            # No document describes the concept any more, and what people say can still speak of it.
            self._ids.add(CURATED)
        self._many = len(self._ids) + len(self._cases) + len(self._entries) > _MANY

    def _sets(self) -> set[str]:
        """Ids of the sets of cases, as the store stands."""
        reader = Reader(self._store)
        found = [*reader.rows("?set", _SETS, self._cases, "case")]
        found += reader.rows("?set", _SETS_OF_ENTRIES, self._entries, "entry")
        return {document_of(set_) for (set_,) in found}


def find_anew(store: OxigraphStore, touched: Touched | None) -> tuple[JoinReport, PolicyReport]:
    """Join what belongs together and lay together what is stated, as far as a load touched it; None: all.

    The store is then as if all had been done. Raises `StoreError`.
    """
    if touched is None:
        return join(store), settle(store)
    docs = touched.docs()
    joined, others = rejoin(store, docs, touched.reached)
    settled = settle(store, None if docs is None else docs | others, touched.spoken)
    return joined, settled
