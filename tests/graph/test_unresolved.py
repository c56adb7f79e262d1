"""The list of names that stand for nobody known: one by one or all at once, and their documents."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

import pytest

from graph.queries import get
from ontology.records import Kind
from tests.graph import made
from tests.graph.test_two_names import CASE_SET, HEADING, printed_answer, put
from tests.loaders.odata import rows

if TYPE_CHECKING:
    from graph.store.oxigraph import OxigraphStore

SPARQL = get("unresolved").sparql
EDGE = re.compile(r"(\?few <|\?many >=) \d+")
"""From how many names on they are matched all at once."""


def listed(store: OxigraphStore, edge: int, reason: str = "") -> list[tuple[str | None, ...]]:
    """Rows of the query when all at once begins at so many names."""
    sparql, edges = EDGE.subn(rf"\1 {edge}", SPARQL)
    assert edges == 2
    return store.query(sparql, get("unresolved").bind({"reason": reason})).values()


@pytest.fixture(scope="module")
def store() -> OxigraphStore:
    """Documents, cases alone, with a party, taken out, with a print of their own, and under two names."""
    cases = rows.jsonl(
        rows.case(),
        rows.expanded(Nummer="2031Z00002", Id=rows.CASE_ID.format(2)),
        rows.case("2031Z00003", place=3),
        rows.case("2031Z00001", place=4),
        rows.tombstone(3),
    )
    printed = HEADING.on(made.Paper(), Kind.WRITTEN_QUESTIONS)
    return put(*made.dossier().values(), printed, printed_answer(), cases=cases)


@pytest.mark.parametrize("reason", ["", "no-person", "no-such-reason"])
def test_names_are_the_same_however_they_are_found(store: OxigraphStore, reason: str) -> None:
    one_by_one, at_once = listed(store, 10_000, reason), listed(store, 0, reason)

    assert one_by_one == at_once
    assert bool(at_once) == (reason != "no-such-reason")


def documents(store: OxigraphStore, whose: str, reason: str = "") -> list[tuple[str, ...]]:
    """Rows of the query for the documents with a name: document, role, group or post, day and reason."""
    query = get("unresolved-in-documents")
    rows = store.query(query.sparql, query.bind({"whose": whose, "reason": reason})).values()
    return [tuple(cell or "" for cell in row) for row in rows]


def test_the_most_frequent_come_first_then_by_name(store: OxigraphStore) -> None:
    found = [(-int(times or 0), name or "", role or "") for name, role, _, times, _ in listed(store, 0)]

    assert len({name for _, name, _ in found}) > 3
    assert found[0][0] < -1
    assert found == sorted(found)


def test_a_name_counts_as_often_as_its_documents_are_listed(store: OxigraphStore) -> None:
    counted = {
        (name or "", role or "", as_ or "", why or ""): int(times or 0)
        for name, role, as_, times, why in listed(store, 0)
    }
    told = Counter(
        (name, role, as_, why)
        for name in {key[0] for key in counted}
        for _, role, as_, _, why in documents(store, name)
    )

    assert told == counted


def test_the_reason_narrows_the_documents_of_a_name(store: OxigraphStore) -> None:
    name = listed(store, 0)[0][0] or ""

    assert documents(store, name, "no-person") == documents(store, name) != []
    assert documents(store, name, "several-fit") == []


def test_a_name_of_a_case_stands_with_its_set_and_without_one_with_the_case(store: OxigraphStore) -> None:
    found = {row[0] for name, *_ in listed(store, 0) for row in documents(store, name or "")}

    assert CASE_SET.replace("00001", "00002") in found
    assert not any(document.endswith("2031Z00003") for document in found)
    assert {document for document in found if "/case/" in document} == {
        CASE_SET.replace("doc/nl/kv-tk-", "case/nl/")
    }
