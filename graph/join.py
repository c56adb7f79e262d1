"""Joining documents: what belongs together though no document says so by number.

`join` writes a graph `…/graph/extract/joins/<doc id>` for each document that it finds something for.
The graphs are a function of the other graphs of the store, so that a second run writes nothing. Each
fact that rests on a comparison has a `kg:Join` beside it with its ground and its confidence.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING

from graph.joins.book import BASES, Ambiguity, Book
from graph.joins.cases import LAYER, sets_of, told_by_cases
from graph.joins.facts import document_of, gather
from graph.joins.follow import follow_ups, messages, pointing
from graph.joins.reach import NOTHING, Reach, reach
from graph.joins.references import look_up
from graph.joins.sets import one_set
from ontology import iris

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from graph.store.protocol import Store

__all__ = ["Ambiguity", "JoinReport", "join", "rejoin"]

_BATCH = 1000
"""Graphs that one transaction replaces; a run that is cut off is completed by the next."""
_JOINS = iris.joins_graph("x")[:-1]


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


def join(store: Store, docs: Collection[str] | None = None) -> JoinReport:
    """Join what belongs together; with `docs` (ids of documents), only what these can have to do with.

    A set or a reply that fits several is joined to none and reported. Raises `StoreError`.
    """
    report, _ = rejoin(store, docs, NOTHING)
    return report


def rejoin(store: Store, docs: Collection[str] | None, former: Reach) -> tuple[JoinReport, frozenset[str]]:
    """Join anew where documents changed or are gone; `former` is what they reached before.

    Gives, beside the report, the ids of documents of which other things are joined, or told by cases, than
    before. Raises `StoreError`.
    """
    near = None if docs is None else sets_of(store, docs) | {document_of(set_) for set_ in former.sets}
    within = None if near is None else {f"{LAYER}{set_}" for set_ in near}
    told = _replace(store, told_by_cases(store, near), LAYER, within)
    reached = None if docs is None else reach(store, {*docs, *_named(told)}, former)
    facts, book = gather(store, None if reached is None else reached.sets), Book()
    refs = look_up(store, facts)
    earlier = pointing(refs)
    homes = one_set(facts, earlier, book)
    follow_ups(facts, refs, earlier, homes, book)
    messages(facts, refs, homes, book)
    scope = None
    if reached is not None:
        known = {iri for iri in (*facts.sets, *facts.replies) if facts.knows(iri)}
        scope = {iris.joins_graph(document_of(iri)) for iri in known | former.sets | former.replies}
    made = _replace(store, book.contents(), _JOINS, scope)
    changes = told | made
    written = sum(map(bool, changes.values()))
    report = JoinReport(
        counts=dict(sorted(book.counts.items())),
        grounds={basis: book.grounds[basis] for basis in BASES if book.grounds[basis]},
        ambiguous=tuple(book.ambiguous),
        written=written,
        removed=len(changes) - written,
    )
    return report, frozenset(_named(changes))


def _named(graphs: Iterable[str]) -> Iterator[str]:
    """Ids of documents by the graphs of what is found for them."""
    return (graph.removeprefix(LAYER).removeprefix(_JOINS) for graph in graphs)


def _replace(
    store: Store, contents: Mapping[str, bytes], prefix: str, scope: set[str] | None
) -> dict[str, bytes]:
    """Replace the graphs of a layer that differ, and remove those that are no longer found.

    Only those in the scope are looked at, if there is one. Gives what was written, empty where removed.
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
    return changes
