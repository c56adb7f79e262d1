"""Who the people in documents are: names, groups and posts against registers, as of the day.

    <actor> kg:identifiedAs <person> ; kg:confidence …      where one person fits
    <actor> kg:unresolvedBecause "code: words"              where none does, or several
    <participation> kg:heldBy <person>                      who held the post that is addressed, that day

The findings on one document are the graph `…/graph/extract/persons/<id>`: a pure function of its
graph and the registers. An asker is the one person of that name who sat for that group that day;
an answerer the one of that name who held that post, under any of its names. Confidence is 1 where
a register states it, and 0.9 where it rests on a seat or post that was open when the register was
made, on a post that ended in the two weeks before (answers are received after they are signed), on
another post of the same rank, on a name of which a register tells no more than forenames, or on a
name without a day that one member alone bears. Persons whom running text names are looked up by the
word that introduces them (`ontology.roles`); of those who are not found nothing is written.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pyoxigraph import NamedNode

from graph.loading.putting import put
from graph.loading.winners import Change
from graph.people.findings import Finding, Resolver
from graph.people.known import People
from graph.people.parts import NAMED, Part, graphs_of, parts, parts_in, unit_of
from graph.results import plain
from ontology import iris
from ontology.nquads import Block
from ontology.terms import XSD, Kg

if TYPE_CHECKING:
    from graph.store.oxigraph import OxigraphStore

__all__ = ["Lookup", "Resolution", "decided", "resolve"]

_LAYER = iris.persons_graph("x")[:-1]
_MANY = 500
"""From so many documents on, sweeping over the whole store is faster than looking at each."""
_STATED = (Kg.IDENTIFIED_AS, Kg.UNRESOLVED_BECAUSE, Kg.HELD_BY, Kg.CONFIDENCE)


@dataclass(slots=True)
class Resolution:
    """What a run found; counts are of names in documents."""

    identified: int = 0
    named: int = 0
    """Persons named in running text who are found; they are not among those above and below."""
    unresolved: dict[str, int] = field(default_factory=dict)
    """By code of the reason."""
    held: int = 0
    """Addressed posts of which the one holder that day is known."""
    graphs: int = 0
    """Graphs written."""
    removed: int = 0
    """Graphs removed, because their document is gone."""


def resolve(store: OxigraphStore, docs: Collection[str] | None = None) -> Resolution:
    """Find out who is meant in all documents and cases, or in those of these ids, and write what changed.

    Ids are of documents (`kv-tk-2024Z18566`) or of cases (`case-2024Z18566`). Running it again writes
    nothing.
    """
    if docs is not None and len(docs) > _MANY:
        docs = None
    report, resolver = Resolution(), Resolver(People(store), decided(store))
    blocks: dict[str, Block] = {}
    for part in parts(store, docs):
        graph = iris.persons_graph(part.document)
        block = blocks.get(graph) or blocks.setdefault(graph, Block(graph))
        _write(block, part, resolver, report)
    before = _before(store, None if docs is None else [iris.persons_graph(doc) for doc in docs])
    fresh, former = {}, {}
    for graph, block in blocks.items():
        lines = block.content("auth").nquads
        if lines and graph not in before:
            fresh[graph] = lines
        elif set(lines.decode().splitlines()) != before.get(graph, set()):
            former[graph] = lines
    gone = [graph for graph in before if graph not in blocks]
    report.graphs, report.removed = len(fresh) + len(former), len(gone)
    put(store, fresh, former | dict.fromkeys(gone, b""))
    return report


class Lookup:
    """Finds out who is meant in documents and cases while they are written.

    It gives what `resolve` gives afterwards, without reading them back from the store. Registers of
    people must stay as they are meanwhile.
    """

    def __init__(self, store: OxigraphStore) -> None:
        self._store, self._resolver = store, Resolver(People(store), decided(store))
        first = store.match(None, NamedNode(Kg.HAS_PARTICIPATION), None)
        self._blank = next(first, None) is None
        self.report = Resolution()

    def along(self, changes: Iterator[Change]) -> Iterator[Change]:
        """Give changes as they come, sorted by graph, and with them those of the graphs of findings."""
        open_: dict[str, tuple[str, dict[str, bytes]]] = {}  # by unit: its last graph, what it has so far
        for change in changes:
            for unit in [unit for unit, (last, _) in open_.items() if change.graph > last]:
                yield from self._found(unit, open_.pop(unit)[1])
            yield change
            unit = unit_of(change.graph)
            if unit and change.content is not None:
                if unit not in open_:
                    open_[unit] = _last(unit), {}
                open_[unit][1][change.graph] = change.content
        for unit, (_, contents) in open_.items():
            yield from self._found(unit, contents)

    def _found(self, unit: str, contents: dict[str, bytes]) -> Iterator[Change]:
        graph = iris.persons_graph(unit)
        block = Block(graph)
        stated = [contents[name] if name in contents else self._held(name) for name in graphs_of(unit)]
        for part in parts_in(unit, stated):
            _write(block, part, self._resolver, self.report)
        fresh, former = block.content("auth").nquads, self._held(graph)
        if set(fresh.splitlines()) != set(former.splitlines()):
            self.report.graphs += bool(fresh)
            self.report.removed += not fresh
            yield Change(graph, fresh, existed=bool(former), found=True)

    def _held(self, graph: str) -> bytes:
        return b"" if self._blank else b"".join(self._store.lines([graph]))


def decided(store: OxigraphStore) -> frozenset[str]:
    """Names of which a person said who they stand for; nothing is looked up for these."""
    quads = store.quads(iris.curated_graph("persons"))
    return frozenset(plain(quad.subject) or "" for quad in quads)


def _last(unit: str) -> str:
    """The name of the last graph that a document or case can have."""
    return f"{graphs_of(unit)[0]}/\U0010ffff"


def _write(block: Block, part: Part, resolver: Resolver, report: Resolution) -> None:
    if part.actor in resolver.decided:
        return
    if part.actor:
        finding = resolver.find(part)
        if finding.person:
            if part.role == NAMED:
                report.named += 1
            else:
                report.identified += 1
            block.link(part.actor, Kg.IDENTIFIED_AS, finding.person)
            block.typed(part.actor, Kg.CONFIDENCE, _decimal(finding), f"{XSD}decimal")
        elif part.role != NAMED:  # a foreign president is in no register, and need not be looked for
            report.unresolved[finding.code] = report.unresolved.get(finding.code, 0) + 1
            block.string(part.actor, Kg.UNRESOLVED_BECAUSE, f"{finding.code}: {finding.words}")
    elif part.post and part.day and (holder := resolver.holder(part.post, part.day)):
        report.held += 1
        block.link(part.node, Kg.HELD_BY, holder)


def _decimal(finding: Finding) -> str:
    """Lexical form as the engine keeps it."""
    return "1" if finding.sure else "0.9"


def _before(store: OxigraphStore, graphs: list[str] | None) -> dict[str, set[str]]:
    """Lines of the findings that the store holds, by graph."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    if graphs is not None:
        for graph in graphs:
            if lines := {f"{quad} ." for quad in store.quads(graph)}:
                found[graph] = lines
        return found
    for stated in _STATED:
        for where, subject, value in store.select(f"SELECT ?g ?s ?o {{ GRAPH ?g {{ ?s <{stated}> ?o }} }}"):
            name = plain(where) or ""
            if name.startswith(_LAYER):
                found[name].add(f"{subject} <{stated}> {value} {where} .")
    return found
