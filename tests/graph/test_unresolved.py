"""The list of names that stand for nobody known: looked up one by one, or matched all at once."""

from __future__ import annotations

import re
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


def test_names_stand_in_order_of_reason_name_document_and_role(store: OxigraphStore) -> None:
    cells = [[cell or "" for cell in row] for row in listed(store, 0)]
    found = [(why, name, document, role) for document, name, role, _, _, why in cells]

    assert len({row[1] for row in found}) > 3
    assert found == sorted(found)


def test_a_name_of_a_case_stands_with_its_set_and_without_one_with_the_case(store: OxigraphStore) -> None:
    found = {(document, role) for document, _, role, *_ in listed(store, 0)}
    documents = {document for document, _ in found}

    assert CASE_SET.replace("00001", "00002") in documents
    assert not any((document or "").endswith("2031Z00003") for document in documents)
    assert {document for document in documents if "/case/" in (document or "")} == {
        CASE_SET.replace("doc/nl/kv-tk-", "case/nl/")
    }
