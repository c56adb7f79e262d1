"""Golden cases: one folder a document of our own writing, one test a field of its expected record."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from loaders import read_document
from ontology.plain import as_plain
from ontology.records import Record

CASES = Path(__file__).parents[1] / "cases"
FIELDS = [
    (folder.name, field)
    for folder in sorted(CASES.iterdir())
    if (folder / "expected.json").exists()
    for field in json.loads((folder / "expected.json").read_text("utf-8"))
]


@cache
def reading(case: str) -> tuple[dict[str, Any], dict[str, Any]]:
    folder = CASES / case
    source = next(path for path in sorted(folder.iterdir()) if path.stem == "input")
    record = read_document(source.read_bytes(), source.name)
    assert isinstance(record, Record), record
    return as_plain(record), json.loads((folder / "expected.json").read_text("utf-8"))


def test_cases_exist() -> None:
    assert len({case for case, _ in FIELDS}) >= 10


@pytest.mark.parametrize(("case", "field"), FIELDS)
def test_field(case: str, field: str) -> None:
    read, expected = reading(case)

    assert read[field] == expected[field]


@pytest.mark.parametrize("case", sorted({case for case, _ in FIELDS}))
def test_no_field_is_unexpected(case: str) -> None:
    read, expected = reading(case)

    assert list(read) == list(expected)
