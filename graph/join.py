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

from graph.joins.book import BASES, Ambiguity, Book
from graph.joins.cases import LAYER, sets_of, told_by_cases
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
_TAKEN_OUT = """SELECT DISTINCT ?set WHERE {
    ?entry a kg:RemovedEntry . GRAPH ?graph { ?entry a kg:RemovedEntry }
    ?graph prov:wasGeneratedBy|prov:wasDerivedFrom/prov:wasGeneratedBy ?load .
    ?case kg:registerEntry ?entry ; kg:questionSet ?set }"""
_WRITTEN = f"""SELECT ?graph WHERE {{
    {{ ?graph prov:wasGeneratedBy ?load ; kg:rank ?rank }}
    UNION {{ ?row prov:wasGeneratedBy ?load . ?graph prov:wasDerivedFrom ?row }}
}} LIMIT {_MANY + 1}"""


@dataclass(slots=True)
class JoinReport:
    """What a run found and wrote."""

    counts: dict[str, int] = field(default_factory=dict)
    """Joins by the local name of their property, also those that stood there already."""
    grounds: dict[str, int] = field(default_factory=dict)
    """The same joins by their ground, the surest first."""
    ambiguous: tuple[Ambiguity, ...] = ()
    written: int = 0
    """Graphs written, because they are new or differ."""
    removed: int = 0
    """Graphs removed, because nothing is joined any more."""


def join(store: Store, docs: Iterable[str] | None = None) -> JoinReport:
    """Join what belongs together; with `docs` (ids of documents), only what these can have to do with.

    A set or a reply that fits several is joined to none and reported. Raises `StoreError`.
    """
    docs = None if docs is None else set(docs)
    near = None if docs is None else sets_of(store, docs)
    within = None if near is None else {f"{LAYER}{set_}" for set_ in near}
    told = _replace(store, told_by_cases(store, near), LAYER, within)
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
    grounds = {basis: book.grounds[basis] for basis in BASES if book.grounds[basis]}
    made = _replace(store, book.contents(), iris.joins_graph("x")[:-1], scope)
    return JoinReport(
        counts=dict(sorted(book.counts.items())),
        grounds=grounds,
        ambiguous=tuple(book.ambiguous),
        written=told[0] + made[0],
        removed=told[1] + made[1],
    )


def written(store: Store, load: str) -> list[str] | None:
    """Ids of the documents that a load wrote, cases as their sets; None where they are very many."""
    found = store.query(_WRITTEN, {"load": NamedNode(load)}).values()
    if len(found) > _MANY:
        return None
    docs, cases = iris.doc_graph("x")[:-1], iris.case_graph("x")[:-1]
    ids = {(row[0] or "").removeprefix(iris.document("x")[:-1]) for row in _taken_out(store, load)}
    for (graph,) in found:
        name = graph or ""
        if name.startswith(docs):
            ids.add(name.removeprefix(docs))
        elif name.startswith(cases):
            ids.add(iris.set_doc_id(name.removeprefix(cases).split("/")[0]))
    return sorted(ids)


def _taken_out(store: Store, load: str) -> list[tuple[str | None, ...]]:
    """Sets whose case a load was told to be taken out of the register."""
    return store.query(_TAKEN_OUT, {"load": NamedNode(load)}).values()


def _replace(
    store: Store, contents: Mapping[str, bytes], prefix: str, scope: set[str] | None
) -> tuple[int, int]:
    """Replace the graphs of a layer that differ, and remove those that are no longer found.

    Only those in the scope are looked at, if there is one. Gives how many were written and removed.
    """
    contents = {graph: fresh for graph, fresh in contents.items() if scope is None or graph in scope}
    there = {name for name in (store.graphs() if scope is None else scope) if name.startswith(prefix)}
    changes: dict[str, bytes] = {}
    for graph in sorted(there | contents.keys()):
        fresh = contents.get(graph, b"")
        former = b"".join(store.lines([graph]))
        if former != fresh:
            changes[graph] = fresh
    names = iter(changes)
    for batch in iter(lambda: list(islice(names, _BATCH)), []):
        store.replace({name: changes[name] for name in batch})
    written = sum(map(bool, changes.values()))
    return written, len(changes) - written
