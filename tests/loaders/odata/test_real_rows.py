"""All real question cases read without a failure, and the real documents have a place in the Aanhangsel."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from loaders.sources.files import arrivals
from loaders.sources.odata import RowArrival
from ontology.records import Kind, Record

pytestmark = pytest.mark.corpus


def records(path: Path) -> Counter[str]:
    found: Counter[str] = Counter()
    for arrival in arrivals([path]):
        if not isinstance(arrival, RowArrival):
            found[type(arrival).__name__] += 1
            continue
        record = arrival.read()
        assert isinstance(record, Record)
        found[record.kind] += 1
        found["dated"] += record.submitted is not None or record.received is not None
        found["numbered"] += record.appendix_number is not None
        found["named"] += bool(record.askers)
        found.update(remark.code for remark in record.remarks)
    return found


def test_all_real_cases_are_read(corpus: Path) -> None:
    found = records(corpus / "odata" / "zaak_schriftelijke_vragen_2009-2024.jsonl.gz")
    number = found[Kind.WRITTEN_QUESTIONS]

    assert number > 42_900
    assert found == {
        Kind.WRITTEN_QUESTIONS: number,
        "dated": number,
        "named": number,
        "numbered": 0,
        "title-twice": 1,
    }


def test_real_documents_are_read(corpus: Path) -> None:
    found = records(corpus / "odata" / "document_kamervragen_2025.jsonl.gz")
    replies = found[Kind.ANSWER] + found[Kind.DELAY_NOTICE]

    assert found["numbered"] > 0.99 * replies
    assert found["Failure"] == 0
    assert found["Skip"] == 124


@pytest.mark.parametrize("folder", ["pages", "zaak-expanded", "."])
def test_every_real_page_is_understood(corpus: Path, folder: str) -> None:
    files = sorted((corpus / "odata" / folder).glob("[!d]*.json" if folder == "." else "*.json"))
    found = [one for file in files for one in arrivals([file]) if not getattr(one, "register", False)]

    assert files
    assert {type(one).__name__ for one in found} <= {"RowArrival", "Skip"}
