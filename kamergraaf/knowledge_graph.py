"""The Python face: one object over a store, for notebooks and for the command line."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Self

from pyoxigraph import NamedNode

from graph.authority import load_authority
from graph.describe import KINDS
from graph.load import load
from graph.network import from_query, neighbourhood
from graph.policies import state
from graph.report import Report
from graph.resolve import Lookup, resolve
from graph.store.settling import settling
from graph.touched import Touched, find_anew
from kamergraaf.asking import prepare
from kamergraaf.errors import UsageError
from kamergraaf.finding import find
from kamergraaf.policies import asked, events
from kamergraaf.reading import documents
from loaders import READER_VERSION
from loaders.authority import Gathering, packaged
from ontology.terms import Kg
from ontology.thesaurus import edition

if TYPE_CHECKING:
    import os
    from collections.abc import Mapping, Sequence
    from datetime import date
    from types import TracebackType

    import rdflib

    from graph.authority import AuthorityReport
    from graph.join import JoinReport
    from graph.load import Beside, Progress
    from graph.network import Network
    from graph.policies import Event, InForce, PolicyReport
    from graph.resolve import Resolution
    from graph.results import Result
    from graph.store import Limits
    from graph.store.oxigraph import OxigraphStore

    Parameters = Mapping[str, str | int | date]

__all__ = ["NODES", "KnowledgeGraph"]

NODES = 1000
"""Nodes that a network holds at most, unless more are asked for: what a page can show at ease."""

_CLASSES = " ".join(f"<{kind}>" for kind in KINDS)
_ALL = f"""SELECT DISTINCT ?node {{
    VALUES ?class {{ {_CLASSES} }} ?node a ?class
    MINUS {{
      VALUES ?registered {{ foaf:Person org:Post kg:ParliamentaryGroup kg:Ministry }} ?node a ?registered
      MINUS {{ ?part kg:inCapacityOf|eli-dl:participation_in_name_of|kg:inCapacityOf/org:postIn ?node }}
      MINUS {{ ?actor kg:identifiedAs ?node }}
    }}
    MINUS {{ ?node kg:sameSetAs|kg:sameQuestionAs ?better }}
  }} ORDER BY ?node"""
"""Everything that can be drawn, without what registers alone tell of, and each set once."""


def _texts(parameters: Parameters | None) -> dict[str, str]:
    return {name: str(value) for name, value in (parameters or {}).items()}


class _People:
    """Registers of people and who is meant in documents, once a load has read all there is."""

    def __init__(self, store: OxigraphStore, gathered: Gathering, cut_short: bool, touched: Touched) -> None:
        self._store, self._gathered, self._cut_short, self._touched = store, gathered, cut_short, touched
        self.registers: AuthorityReport | None = None
        self._lookup: Lookup | None = None

    def __call__(self) -> Beside:
        """Load registers; gives what looks people up while documents are written.

        Where registers changed, everybody is to be looked up anew, when the documents are in the store.
        """
        former = any(self._store.match(None, NamedNode(Kg.HAS_PARTICIPATION), None))
        self.registers = load_authority(self._store, [packaged(), *self._gathered.sets()])
        if self._cut_short or (former and self.registers.wrote):
            return self._touched.along
        lookup = self._lookup = Lookup(self._store)
        return lambda changes: self._touched.along(lookup.along(changes))

    def resolution(self) -> Resolution:
        """Who was found."""
        return self._lookup.report if self._lookup else resolve(self._store)


class KnowledgeGraph:
    """A graph of parliamentary questions; `kamergraaf.open` makes one.

    It holds its store until `close`, or until the end of a `with` block. Errors derive from
    `ontology.errors.KamergraafError`.
    """

    def __init__(self, store: OxigraphStore) -> None:
        self.store = store
        self.joined: JoinReport | None = None
        """What the last load joined; None where it changed nothing."""
        self.policies: PolicyReport | None = None
        """What the last load found of policies; None where it changed nothing."""

    def load(self, *paths: str | os.PathLike[str], progress: Progress | None = None, jobs: int = 1) -> Report:
        """Load files and folders (`-` reads standard input); documents that fail are in the report.

        Registers of people among them are loaded as such, beside the packaged one. The people in the
        documents that changed are looked up as they are written; in all documents, when that is done, if a
        register changed. At last what belongs together is joined, and what is stated of policy laid together.
        With more `jobs`, so many processes read where there is much to read; a script that asks for them
        keeps its own work under `if __name__ == "__main__"`, as each process imports it.
        """
        registers, touched = Gathering(), Touched(self.store)
        found = documents(paths, sys.stdin.buffer if "-" in paths else None, registers)
        with settling(self.store.path) as cut_short:
            people = _People(self.store, registers, cut_short, touched)
            version = f"{READER_VERSION}+{edition()}"
            report = load(self.store, found, version=version, progress=progress, beside=people, jobs=jobs)
            report.registers, report.resolution = people.registers, people.resolution()
            if report.wrote or cut_short:
                self.joined, self.policies = find_anew(self.store, None if cut_short else touched)
        return report

    def query(
        self, asked: str, parameters: Parameters | None = None, *, limits: Limits | None = None
    ) -> Result:
        """Ask a named query (`graph.queries`) or SPARQL; parameters take the place of variables.

        The prefixes of `ontology.terms.PREFIXES` need no declaration. Raises `graph.errors.QueryError`.
        """
        sparql, bound = prepare(asked, _texts(parameters))
        return self.store.query(sparql, bound, limits)

    def network(
        self,
        what: str | None = None,
        *,
        query: str | None = None,
        parameters: Parameters | None = None,
        hops: int | None = None,
        limit: int = NODES,
    ) -> Network:
        """Give the network around what is named, around the answer to a query, or of everything.

        `what` is anything that `kamergraaf.finding.find` knows. `hops` counts the edges to follow: 2 from one
        node, 1 from several, 0 from a query's answer unless it is given. At most `limit` nodes are in it.
        """
        if what is not None and query is not None:
            raise UsageError("Give a thing or a query to start from, not both.")
        if query is not None:
            sparql, bound = prepare(query, _texts(parameters))
            return from_query(self.store, sparql, hops or 0, limit, parameters=bound)
        if what is None:
            return from_query(self.store, _ALL, 0, limit)
        found = find(self.store, what)
        if len(found) == 1:
            return neighbourhood(self.store, found[0], 2 if hops is None else hops, limit)
        listed = " ".join(f"<{iri}>" for iri in found)
        around = f"SELECT ?node {{ VALUES ?node {{ {listed} }} }}"
        return from_query(self.store, around, 1 if hops is None else hops, limit)

    def timeline(self, *names: str, countries: Sequence[str] = ()) -> list[Event]:
        """Events around policies and countries, by name or code, in order of day.

        With both, those about the policies in the countries. Raises `kamergraaf.errors.UsageError` for a name
        that stands for nothing, or for more than one thing.
        """
        return events(self.store, asked(names, countries))

    def state(self, on: date) -> list[InForce]:
        """Measures that were in force on a day, with the decision and the sentence that say so."""
        return state(self.store, on)

    @property
    def rdflib(self) -> rdflib.Dataset:
        """An rdflib Dataset over the same data; its default graph is the union of all graphs."""
        return self.store.rdflib

    def close(self) -> None:
        """Give the store back."""
        self.store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
