"""Laying together what documents and people state of policy: measures, decisions, reports and chains.

The graphs `…/graph/extract/measures/<instrument>/<country>`, `…/reports/<country>` and `…/chains/<country>`
are a function of the statements and documents in the store, so that a second run writes nothing. After a
load only what its documents speak of is done again.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from graph.loading.putting import put
from graph.policies.asking import among
from graph.policies.chains import chains
from graph.policies.fulfilments import fulfilled
from graph.policies.reports import reports_on
from graph.policies.scope import Scope, rested_on, spoken_of
from graph.policies.statements import decisions, reports
from graph.policies.writing import measures_of
from ontology import iris
from ontology.described import code_of
from ontology.references import References
from ontology.terms import Kg, Rdf

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable

    from graph.store.oxigraph import OxigraphStore
    from ontology.nquads import Block

__all__ = ["PolicyReport", "settle"]

_MEASURES = iris.measures_graph("x", None).removesuffix("x/all")
_REPORTS = iris.reports_graph("x")[:-1]
_CHAINS = iris.chains_graph("x")[:-1]
_FULFILMENTS = iris.fulfilments_graph("x")[:-1]
_TOLD_BY = {
    _MEASURES: (Rdf.TYPE, Kg.POLICY_DECISION),
    _REPORTS: (Rdf.TYPE, Kg.COUNTRY_REPORT),
    _CHAINS: (Rdf.PREDICATE, Kg.FOLLOWS_UP),
    _FULFILMENTS: (Rdf.PREDICATE, Kg.FULFILS),
}
"""A property and a value that every graph of a layer states."""


@dataclass(slots=True)
class PolicyReport:
    """What a run found and wrote."""

    measures: int = 0
    decisions: int = 0
    reports: int = 0
    follow_ups: int = 0
    fulfilled: int = 0
    """Commitments that a document is found to fulfil, as often as that is."""
    disagreeing: int = 0
    """Statements that give another day than the decision or report is held to have."""
    written: int = 0
    """Graphs written, because they are new or differ."""
    removed: int = 0
    """Graphs removed, because nothing is stated any more."""


@dataclass(slots=True)
class _Found:
    """Graphs that should be there, and those that a run speaks of."""

    blocks: dict[str, Block] = field(default_factory=dict)
    looked_at: set[str] = field(default_factory=set)


def settle(
    store: OxigraphStore, docs: Collection[str] | None = None, former: Scope | None = None
) -> PolicyReport:
    """Lay together what is stated; with `docs` (ids of documents) only what these speak of.

    Where documents changed or are gone, `former` is what they spoke of before. Statements of people count as
    the document `curated`. Raises `StoreError`.
    """
    scope = None
    if docs is not None:
        scope = spoken_of(store, docs).add(rested_on(store, docs)).add(former or Scope())
    found, report = _Found(), PolicyReport()
    _find_measures(store, scope, found)
    _find_reports(store, scope, found)
    _find_fulfilments(store, scope, found)
    _write(store, found, report)
    linked = _Found()
    _find_chains(store, scope, linked)
    _write(store, linked, report)
    for block in (*found.blocks.values(), *linked.blocks.values()):
        _count(block, report)
    return report


def _layer(store: OxigraphStore, prefix: str) -> set[str]:
    return store.layer(prefix, *_TOLD_BY[prefix])


def _find_measures(store: OxigraphStore, scope: Scope | None, found: _Found) -> None:
    about = (scope.instruments, scope.countries) if scope else (None, None)
    for key, statements in decisions(store, *about).items():
        block = measures_of(key, statements)
        found.blocks[block.graph] = block
    if scope is None:
        found.looked_at |= _layer(store, _MEASURES)
        return
    codes = {None, *map(code_of, scope.countries)}
    found.looked_at |= {iris.measures_graph(one, code) for one in scope.instruments for code in codes}


def _find_reports(store: OxigraphStore, scope: Scope | None, found: _Found) -> None:
    for code, statements in reports(store, scope.countries if scope else None).items():
        block = reports_on(code, statements)
        if block:
            found.blocks[block.graph] = block
    _look_at(store, scope, found, _REPORTS, iris.reports_graph)


def _look_at(
    store: OxigraphStore, scope: Scope | None, found: _Found, prefix: str, name: Callable[[str], str]
) -> None:
    if scope is None:
        found.looked_at |= _layer(store, prefix)
    else:
        found.looked_at |= {name(code) for land in scope.countries if (code := code_of(land))}


def _find_fulfilments(store: OxigraphStore, scope: Scope | None, found: _Found) -> None:
    """Find what documents fulfil: those that changed, and those that speak or spoke of promises of these."""
    found.blocks |= {block.graph: block for block in fulfilled(store, scope.keeping if scope else None)}
    if scope is None:
        found.looked_at |= _layer(store, _FULFILMENTS)
    else:
        found.looked_at |= set(map(iris.fulfilments_graph, scope.keeping))


def _find_chains(store: OxigraphStore, scope: Scope | None, found: _Found) -> None:
    everywhere = "?d a kg:PolicyDecision ; kg:concernsCountry ?c"
    countries = scope.countries if scope else None
    for (land,) in sorted(set(among(store, "DISTINCT ?c", everywhere, "c", countries))):
        code = code_of(land)
        block = chains(store, code, land) if code else None
        if block:
            found.blocks[block.graph] = block
    _look_at(store, scope, found, _CHAINS, iris.chains_graph)


def _write(store: OxigraphStore, found: _Found, report: PolicyReport) -> None:
    """Replace the graphs that differ, remove those that nothing gives any more, add missing descriptions."""
    fresh: dict[str, bytes] = {}
    former: dict[str, bytes] = {}
    for graph in sorted(found.looked_at | found.blocks.keys()):
        block = found.blocks.get(graph)
        lines = block.content("extract").nquads if block else b""
        before = b"".join(store.lines([graph]))
        if before == lines:
            continue
        (former if before else fresh)[graph] = lines
        report.written += bool(lines)
        report.removed += not lines
    fresh |= _descriptions(store, found.blocks.values())
    put(store, fresh, former)


def _descriptions(store: OxigraphStore, blocks: Iterable[Block]) -> dict[str, bytes]:
    """Descriptions of concepts that people speak of and no document in the store names."""
    refs = References()
    for block in blocks:
        for concept in block.targets(Kg.INSTRUMENT, Kg.CONCERNS_COUNTRY):
            refs.concept(concept)
    return {one.graph: one.nquads for one in refs.contents() if not store.has(one.graph)}


def _count(block: Block, report: PolicyReport) -> None:
    classes = block.targets(Rdf.TYPE)
    report.measures += classes.count(Kg.POLICY_MEASURE)
    report.decisions += classes.count(Kg.POLICY_DECISION)
    report.reports += classes.count(Kg.COUNTRY_REPORT)
    report.follow_ups += len(block.targets(Kg.FOLLOWS_UP))
    report.fulfilled += len(block.targets(Kg.FULFILS))
    report.disagreeing += len(block.targets(Kg.DISAGREES_WITH))
