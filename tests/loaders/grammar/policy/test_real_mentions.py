"""Mentions in real documents: a sample judged by hand, and every motion that names a moratorium."""

from __future__ import annotations

import csv
import hashlib
from pathlib import Path

import pytest

from loaders import read_document
from ontology.records import Kind, Record

pytestmark = pytest.mark.corpus

SAMPLE = Path(__file__).parents[3] / "cases" / "mentions" / "sample.csv"
FOLDERS = ("docx", "op-xml", "pdf", "seed", "text")
PRECISION = 0.97
RECALL = 0.95
MORATORIA = frozenset(("algemeen-moratorium", "besluitmoratorium", "moratorium", "vertrekmoratorium"))


def digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()[:16]


def test_sampled_mentions_are_right(corpus: Path) -> None:
    rows = list(csv.DictReader(SAMPLE.open(encoding="utf-8", newline="")))
    files = {
        digest(path.read_bytes()): path
        for part in FOLDERS
        for path in (corpus / part).rglob("*")
        if path.is_file()
    }
    wanted = {row["document"] for row in rows}
    if missing := wanted - files.keys():
        pytest.skip(f"{len(missing)} documents of the sample are not in {corpus}")
    found = set()
    for key in wanted:
        record = read_document(files[key].read_bytes(), files[key].name)
        assert isinstance(record, Record)
        for one in record.mentions:
            words = digest(record.snapshot.quote(one.span).encode())
            found.add((key, str(one.span.start), str(one.span.end), one.concept, words))
    still = [row for row in rows if tuple(row[name] for name in list(row)[:-1]) in found]
    right = sum(row["verdict"] == "right" for row in still)

    assert len(rows) == 100
    assert right / len(still) >= PRECISION
    assert right / sum(row["verdict"] == "right" for row in rows) >= RECALL


def test_every_motion_that_names_a_moratorium_is_tied_to_it(corpus: Path) -> None:
    seen = {}
    for path in sorted((corpus / "op-xml" / "kamerstukken").glob("*.xml")):
        record = read_document(path.read_bytes(), path.name)
        if isinstance(record, Record) and record.kind is Kind.MOTION and record.wording:
            named = {one.concept.rsplit("/", 1)[-1] for one in record.mentions}
            if "moratori" in record.wording.value.casefold():
                assert named & MORATORIA, path.name
                seen[record.paper.number if record.paper else ""] = named
    if not seen:
        pytest.skip(f"no motions in {corpus}")

    assert {"besluitmoratorium", "PSE"} <= seen["3227"]
    assert {"besluitmoratorium", "SYR"} <= seen["3413"]
    assert "algemeen-moratorium" not in seen["3413"]
    for other in ("5", "40", "264", "265", "266", "1289", "2156", "925"):
        assert seen[other] & MORATORIA == {"algemeen-moratorium"}
