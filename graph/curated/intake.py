"""Taking a table back: what people decided becomes statements that win over what was extracted."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from graph.curated.checking import Checked, Checker
from graph.curated.conflicts import Conflict, conflicts
from graph.curated.held import PERSONS, POLICIES, STATEMENT, Held, decided_on, fingerprint, held
from graph.curated.table import CurationError
from graph.policies.settle import PolicyReport, settle
from graph.policies.statements import document_of
from graph.resolve import resolve
from ontology import iris
from ontology.nquads import Block
from ontology.references import References
from ontology.terms import XSD, Dcterms, Kg, Prov, Rdf

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from graph.curated.table import Row
    from graph.store.oxigraph import OxigraphStore

__all__ = ["Taken", "take"]

_CURATED = "curated"
_DECISION_DAYS = {
    "decided_on": Kg.DECIDED_ON,
    "effective_from": Kg.EFFECTIVE_FROM,
    "effective_until": Kg.EFFECTIVE_UNTIL,
}
_REPORT_DAYS = {
    "decided_on": Kg.REPORT_DATE,
    "effective_from": Kg.PERIOD_FROM,
    "effective_until": Kg.PERIOD_UNTIL,
    "expected_from": Kg.EXPECTED_FROM,
    "expected_until": Kg.EXPECTED_UNTIL,
}


@dataclass(slots=True)
class Taken:
    """What became of a table."""

    counts: dict[str, int] = field(default_factory=dict)
    """Rows by status (`keep`, `correct`, `reject`, `new`, `withdrawn`), those that changed nothing too."""
    changed: int = 0
    """Statements and names on which something else is decided now than before."""
    policies: PolicyReport | None = None
    """What was found anew of measures and reports; None where nothing changed."""
    conflicts: list[Conflict] = field(default_factory=list)


def take(
    store: OxigraphStore,
    rows: Iterable[Row],
    *,
    by: str = "",
    clock: Callable[[], datetime] = lambda: datetime.now(UTC),
) -> Taken:
    """Take in what people decided, all of it or nothing, and find anew what rests on it.

    A row without status that was decided on before is left to the program again. Rows that are not in the
    table stay as they are. `by` says who decided; with the time it stands in `graph/prov` alone. Raises
    `CurationError`, which names row and column of everything that is wrong.
    """
    told, decided = held(store), decided_on(store)
    checker = Checker(store, told, decided)
    checked = [one for number, row in enumerate(rows, 2) if (one := checker.check(number, row))]
    if checker.problems:
        raise CurationError(checker.problems)
    taken = Taken(dict(sorted(Counter(one.row.status or "withdrawn" for one in checked).items())))
    work = _Work(store, told, by, clock())
    for one in checked:
        if one.row.what == "person":
            work.name(one)
        else:
            work.statement(one)
    taken.changed = work.write()
    if taken.changed:
        taken.policies = settle(store, sorted(work.docs | {_CURATED}))
        if work.named:
            resolve(store, sorted(work.named))
    taken.conflicts = conflicts(store)
    return taken


class _Work:
    """The curated graphs as they will be."""

    def __init__(self, store: OxigraphStore, told: dict[str, Held], by: str, now: datetime) -> None:
        self._store, self._told, self._by, self._now = store, told, by, now
        self._lines = {graph: _by_subject(store, graph) for graph in (POLICIES, PERSONS)}
        self._former = {graph: dict(lines) for graph, lines in self._lines.items()}
        self._refs = References()
        self.docs: set[str] = set()
        self.named: set[str] = set()

    def statement(self, checked: Checked) -> None:
        """Put in, replace or take out what is decided on a statement."""
        row, lines = checked.row, self._lines[POLICIES]
        iri = checked.curated or _curated(checked)
        self.docs |= {document_of(one) for one in (checked.source, iri) if one}
        lines.pop(iri, None)
        if not row.status:
            return
        block = Block(POLICIES)
        block.string(iri, Kg.CURATION_STATUS, row.status)
        if checked.source:
            block.link(iri, Kg.CURATES, checked.source)
            source = self._told.get(checked.source)
            if source:
                block.string(iri, Kg.FINGERPRINT, fingerprint(source))
                self._place(block, iri, source)
            else:
                self._kept_from_before(block, iri)
        if row.status != "reject":
            self._content(block, iri, checked)
        lines[iri] = block.content("extract").nquads

    def _kept_from_before(self, block: Block, iri: str) -> None:
        """Of a source that is gone, what was known of it stays."""
        former = self._told.get(iri)
        if former and (mark := former.one(Kg.FINGERPRINT)):
            block.string(iri, Kg.FINGERPRINT, mark)
        if former:
            self._place(block, iri, former)

    @staticmethod
    def _place(block: Block, iri: str, source: Held) -> None:
        for predicate in (Kg.STATED_IN, Kg.EVIDENCE):
            for value in source.facts[predicate]:
                block.link(iri, predicate, value)
        if stated := source.one(Kg.STATED_ON):
            block.typed(iri, Kg.STATED_ON, stated, f"{XSD}date")

    def _content(self, block: Block, iri: str, checked: Checked) -> None:
        row = checked.row
        if row.what == "decision":
            block.link(iri, Rdf.TYPE, Kg.DECISION_STATEMENT)
            block.link(iri, Kg.DECISION_TYPE, iris.concept("decision-type", row.type))
        else:
            block.link(iri, Rdf.TYPE, Kg.REPORT_STATEMENT)
            block.link(iri, Dcterms.TYPE, self._refs.concept(iris.concept("report-kind", row.type)))
        block.typed(iri, Kg.CONFIDENCE, "1", f"{XSD}decimal")
        for concept in checked.instruments:
            block.link(iri, Kg.INSTRUMENT, self._refs.concept(concept))
        if checked.country:
            block.link(iri, Kg.CONCERNS_COUNTRY, self._refs.concept(checked.country))
        if row.group:
            block.words(iri, Kg.TARGET_GROUP, row.group)
        names = _DECISION_DAYS if row.what == "decision" else _REPORT_DAYS
        for name, value in checked.days.items():
            if name in names:
                block.day(iri, names[name], value)
        for name in checked.documents:
            block.link(iri, Kg.RECORDED_IN, self._refs.document(name)[0])
        if row.quote:
            block.words(iri, Kg.TEXT, row.quote)

    def name(self, checked: Checked) -> None:
        """Put in or take out who a name stands for."""
        lines = self._lines[PERSONS]
        before = lines.pop(checked.source, None)
        if checked.person:
            block = Block(PERSONS)
            block.link(checked.source, Kg.IDENTIFIED_AS, checked.person)
            block.typed(checked.source, Kg.CONFIDENCE, "1", f"{XSD}decimal")
            lines[checked.source] = block.content("extract").nquads
        if before != lines.get(checked.source):
            self.named.add(checked.row.id.partition("/")[0])

    def write(self) -> int:
        """Write what changed; gives the number of things on which something else is decided now."""
        changed = [
            subject
            for graph, lines in self._lines.items()
            for subject in sorted(lines.keys() | self._former[graph].keys())
            if lines.get(subject) != self._former[graph].get(subject)
        ]
        if not changed:
            return 0
        graphs = {
            graph: b"".join(lines[subject] for subject in sorted(lines))
            for graph, lines in self._lines.items()
            if lines != self._former[graph]
        }
        graphs |= {one.graph: one.nquads for one in self._refs.contents() if not self._store.has(one.graph)}
        gone = b"".join(self._provenance(subject) for subject in changed)
        self._store.replace(graphs, delete=gone, insert=self._activity(changed))
        return len(changed)

    def _provenance(self, subject: str) -> bytes:
        found = self._store.query(
            f"SELECT ?by {{ GRAPH <{iris.PROV_GRAPH}> {{ <{subject}> <{Prov.WAS_GENERATED_BY}> ?by }} }}"
        ).values()
        block = Block(iris.PROV_GRAPH)
        for (by,) in found:
            block.link(subject, Prov.WAS_GENERATED_BY, by or "")
        return block.content("extract").nquads

    def _activity(self, changed: list[str]) -> bytes:
        block, when = Block(iris.PROV_GRAPH), self._now.isoformat()
        activity = iris.curation(when)
        block.link(activity, Rdf.TYPE, Kg.CURATION)
        block.typed(activity, Prov.STARTED_AT_TIME, when, f"{XSD}dateTime")
        if self._by:
            block.string(activity, Dcterms.CREATOR, self._by)
        for subject in changed:
            block.link(subject, Prov.WAS_GENERATED_BY, activity)
        return block.content("extract").nquads


def _by_subject(store: OxigraphStore, graph: str) -> dict[str, bytes]:
    """Sorted lines of a graph by their subject."""
    found: dict[str, list[str]] = {}
    for quad in store.quads(graph):
        found.setdefault(str(quad.subject)[1:-1], []).append(f"{quad} .\n")
    return {subject: "".join(sorted(lines)).encode() for subject, lines in found.items()}


def _curated(checked: Checked) -> str:
    """IRI of what is decided on a statement; of a row that was added, by what it says."""
    row = checked.row
    what = (row.what, row.type, row.instruments, row.country, row.group, row.decided_on, row.documents)
    more = (row.effective_from, row.effective_until, row.expected)
    return iris.statement(_CURATED, checked.source.removeprefix(STATEMENT) or "|".join((*what, *more)))
