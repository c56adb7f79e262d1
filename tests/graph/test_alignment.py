"""Answers and the questions they answer: what the graph holds of real documents, against hand-made labels."""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import pytest

from graph.join import join
from graph.load import load
from graph.store import open_store
from loaders import read_document
from ontology import iris
from ontology.records import Kind, Read, Record, Span
from ontology.terms import PREFIXES
from tests.graph import made

if TYPE_CHECKING:
    from pathlib import Path

    from graph.store.oxigraph import OxigraphStore

pytestmark = pytest.mark.corpus

Pairs = set[tuple[tuple[int, ...], int]]
PAIRS = """SELECT ?set ?answer ?n {
    ?answer a kg:Answer ; eli:is_part_of ?doc ; kg:answers ?q .
    ?q eli:is_part_of ?set ; kg:questionNumber ?n }"""


@dataclass(frozen=True)
class Labelled:
    """A real answer, and the groups of questions that a person saw answered together in it."""

    file: str
    record: Record
    groups: list[list[int]]

    @property
    def pairs(self) -> Pairs:
        """Each group with each of its questions."""
        return {(tuple(sorted(group)), number) for group in self.groups for number in group}


@pytest.fixture(scope="module")
def labelled(corpus: Path) -> list[Labelled]:
    found = []
    for part in ("text", "pdf"):
        labels = {
            path.stem: json.loads(path.read_text("utf-8")) for path in (corpus / "labels" / part).iterdir()
        }
        for path in sorted((corpus / part).iterdir()):
            label = labels.get(path.stem, {"kind": ""})
            if label["kind"] == Kind.ANSWER:
                record = read_document(path.read_bytes(), path.name)
                assert isinstance(record, Record), record
                found.append(Labelled(f"{part}/{path.name}", record, label["answers"]))
    return found


def asking(record: Record, case: str) -> Record:
    """The question document that an answer repeats, with a case number that the answer does not print."""
    nowhere = Span(0, 0)
    return replace(
        record,
        kind=Kind.WRITTEN_QUESTIONS,
        identifier=Read(f"kv-tk-{case}", nowhere),
        case_number=Read(case, nowhere),
        appendix_number=None,
        parliamentary_year=None,
        received=None,
        responders=(),
        on_behalf_of=(),
        answers=(),
        notes=(),
        citations=(),
        papers=(),
        snapshot=replace(record.snapshot, sha256=hashlib.sha256(case.encode()).hexdigest()),
    )


def pairs_in(store: OxigraphStore, record: Record) -> dict[str, Pairs]:
    """Pairs of an answer document by set: the numbers that its block answers there, and each of them."""
    found: defaultdict[str, defaultdict[str, set[int]]] = defaultdict(lambda: defaultdict(set))
    heads = "".join(f"PREFIX {name}: <{iri}>\n" for name, iri in PREFIXES.items())
    doc = iris.document(iris.doc_id(record))
    for set_, answer, number in store.query(heads + PAIRS.replace("?doc", f"<{doc}>")).values():
        found[set_ or ""][answer or ""].add(int(number or 0))
    return {
        set_: {(tuple(sorted(numbers)), number) for numbers in blocks.values() for number in numbers}
        for set_, blocks in found.items()
    }


def test_the_graph_holds_the_pairs_that_a_person_saw(labelled: list[Labelled], tmp_path: Path) -> None:
    with open_store(tmp_path / "store") as store:
        load(store, [made.arrive(one.file, one.record) for one in labelled], version="1")
        join(store)
        found = {one.file: list(pairs_in(store, one.record).values()) for one in labelled}

    assert len(found) >= 30
    assert found == {one.file: [one.pairs] for one in labelled}


def test_a_set_that_is_joined_by_its_heading_gets_the_same_pairs(
    labelled: list[Labelled], tmp_path: Path
) -> None:
    lone = [one for one in labelled if one.record.case_number is None]
    sets = [asking(one.record, f"2099Z{place:05}") for place, one in enumerate(lone)]
    with open_store(tmp_path / "store") as store:
        load(store, [made.arrive(one.file, one.record) for one in lone], version="1")
        load(store, [made.arrive(iris.doc_id(one), one) for one in sets], version="1")
        report = join(store)
        found = {one.file: pairs_in(store, one.record) for one in lone}

    assert len(found) >= 20
    assert (report.ambiguous, report.counts["sameSetAs"]) == ((), len(lone))
    for one, asked in zip(lone, sets, strict=True):
        better = iris.document(iris.doc_id(asked))
        assert better in found[one.file], one.file
        assert set(map(frozenset, found[one.file].values())) == {frozenset(one.pairs)}, one.file
