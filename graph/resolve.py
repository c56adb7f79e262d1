"""Who the people in documents are: names, groups and posts against registers, as of the day.

    <actor> kg:identifiedAs <person> ; kg:confidence …      where one person fits
    <actor> kg:unresolvedBecause "code: words"              where none does, or several
    <participation> kg:heldBy <person>                      who held the post that is addressed, that day

The findings on one document are the graph `…/graph/extract/persons/<id>`: a pure function of its
graph and the registers. An asker is the one person of that name who sat for that group that day;
an answerer the one of that name who held that post, under any of its names. Confidence is 1 where
a register states it, and 0.9 where it rests on a seat or post that was open when the register was
made, on a post that ended in the two weeks before (answers are received after they are signed), on
another post of the same rank, or on a name of which a register tells no more than forenames.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pyoxigraph import NamedNode

from graph.findings import Finding, Resolver
from graph.parts import Part, parts, unit_of
from graph.people import People
from graph.putting import put
from graph.results import plain
from ontology import iris
from ontology.nquads import Block
from ontology.terms import XSD, Kg, Prov

if TYPE_CHECKING:
    from graph.store.oxigraph import OxigraphStore

__all__ = ["Resolution", "resolve", "written_by"]

_LAYER = iris.persons_graph("x")[:-1]
_MANY = 500
"""From so many documents on, sweeping over the whole store is faster than looking at each."""
_STATED = (Kg.IDENTIFIED_AS, Kg.UNRESOLVED_BECAUSE, Kg.HELD_BY, Kg.CONFIDENCE)


@dataclass(slots=True)
class Resolution:
    """What a run found; counts are of names in documents."""

    identified: int = 0
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
    report, resolver = Resolution(), Resolver(People(store))
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


def _write(block: Block, part: Part, resolver: Resolver, report: Resolution) -> None:
    if part.actor:
        finding = resolver.find(part)
        if finding.person:
            report.identified += 1
            block.link(part.actor, Kg.IDENTIFIED_AS, finding.person)
            block.typed(part.actor, Kg.CONFIDENCE, _decimal(finding), f"{XSD}decimal")
        else:
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


def written_by(store: OxigraphStore, load: str) -> list[str]:
    """Ids of the documents and cases whose graphs one load wrote, sorted; as `resolve` takes them."""
    quads = store.match(None, NamedNode(Prov.WAS_GENERATED_BY), NamedNode(load), NamedNode(iris.PROV_GRAPH))
    names = (quad.subject.value for quad in quads if isinstance(quad.subject, NamedNode))
    return sorted({unit for name in names if (unit := unit_of(name))})
