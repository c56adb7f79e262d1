"""Joining documents: what belongs together though no document says so by number.

`join` writes a graph `…/graph/extract/joins/<doc id>` for each document that it finds something for.
The graphs are a function of the other graphs of the store, so that a second run writes nothing. Each
fact that rests on a comparison has a `kg:Join` beside it with its ground and its confidence.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING

from pyoxigraph import NamedNode

from graph.joins.book import Ambiguity, Book
from graph.joins.facts import document_of, gather
from graph.joins.follow import follow_ups, messages, pointing
from graph.joins.references import look_up
from graph.joins.sets import one_set
from ontology import iris

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from graph.store.protocol import Store

__all__ = ["Ambiguity", "JoinReport", "join", "written"]

_BATCH = 1000
"""Graphs that one transaction replaces; a run that is cut off is completed by the next."""
_MANY = 2000
"""Documents from which on it is cheaper to look at all."""
_WRITTEN = "SELECT ?graph WHERE { ?graph prov:wasGeneratedBy ?load ; kg:rank ?rank }"


@dataclass(slots=True)
class JoinReport:
    """What a run found and wrote."""

    counts: dict[str, int] = field(default_factory=dict)
    """Joins by the local name of their property, also those that stood there already."""
    ambiguous: tuple[Ambiguity, ...] = ()
    written: int = 0
    """Graphs written, because they are new or differ."""
    removed: int = 0
    """Graphs removed, because nothing is joined any more."""


def join(store: Store, docs: Iterable[str] | None = None) -> JoinReport:
    """Join what belongs together; with `docs` (ids of documents), only what these can have to do with.

    A set or a reply that fits several is joined to none and reported. Raises `StoreError`.
    """
    facts, book = gather(store, docs), Book()
    refs = look_up(store, facts)
    earlier = pointing(refs)
    homes = one_set(facts, earlier, book)
    follow_ups(facts, refs, earlier, homes, book)
    messages(facts, refs, homes, book)
    scope = None
    if facts.scope is not None:
        known = (iri for iri in (*facts.sets, *facts.replies) if facts.knows(iri))
        scope = {iris.joins_graph(document_of(iri)) for iri in known}
    report = JoinReport(dict(sorted(book.counts.items())), tuple(book.ambiguous))
    _write(store, book.contents(), scope, report)
    return report


def written(store: Store, load: str) -> list[str] | None:
    """Ids of the documents that a load wrote, cases as their sets; None where they are very many."""
    found = store.query(_WRITTEN, {"load": NamedNode(load)}).values()
    if len(found) > _MANY:
        return None
    docs, cases = iris.doc_graph("x")[:-1], iris.case_graph("x")[:-1]
    ids = set()
    for (graph,) in found:
        name = graph or ""
        if name.startswith(docs):
            ids.add(name.removeprefix(docs))
        elif name.startswith(cases):
            ids.add(iris.set_doc_id(name.removeprefix(cases).split("/")[0]))
    return sorted(ids)


def _write(store: Store, contents: Mapping[str, bytes], scope: set[str] | None, report: JoinReport) -> None:
    """Replace the graphs that differ and remove those that are no longer found."""
    prefix = iris.joins_graph("x")[:-1]
    contents = {graph: fresh for graph, fresh in contents.items() if scope is None or graph in scope}
    there = {name for name in (store.graphs() if scope is None else scope) if name.startswith(prefix)}
    changes: dict[str, bytes] = {}
    for graph in sorted(there | contents.keys()):
        fresh = contents.get(graph, b"")
        former = b"".join(store.lines([graph]))
        if former != fresh:
            changes[graph] = fresh
            report.written += bool(fresh)
            report.removed += not fresh
    names = iter(changes)
    for batch in iter(lambda: list(islice(names, _BATCH)), []):
        store.replace({name: changes[name] for name in batch})
