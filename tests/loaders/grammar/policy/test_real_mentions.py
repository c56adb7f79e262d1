"""Mentions in real documents: a sample judged by hand, and every motion that names a moratorium."""

from __future__ import annotations

import csv
import hashlib
from pathlib import Path

import pytest

from loaders import read_document
from ontology.records import Kind, Record, Span

pytestmark = pytest.mark.corpus

CASES = Path(__file__).parents[3] / "cases" / "mentions"
SAMPLE, PERSONS = CASES / "sample.csv", CASES / "persons.csv"
FOLDERS = ("docx", "op-xml", "pdf", "seed", "text")
PRECISION = 0.97
RECALL = 0.95
MORATORIA = frozenset(("algemeen-moratorium", "besluitmoratorium", "moratorium", "vertrekmoratorium"))


def digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()[:16]


def sampled(corpus: Path, sample: Path) -> tuple[list[dict[str, str]], dict[str, Record]]:
    """Rows of a sample, and the documents that they are of, by digest."""
    rows = list(csv.DictReader(sample.open(encoding="utf-8", newline="")))
    files = {
        digest(path.read_bytes()): path
        for part in FOLDERS
        for path in (corpus / part).rglob("*")
        if path.is_file()
    }
    wanted = {row["document"] for row in rows}
    if missing := wanted - files.keys():
        pytest.skip(f"{len(missing)} documents of the sample are not in {corpus}")
    read = {key: read_document(files[key].read_bytes(), files[key].name) for key in wanted}
    return rows, {key: record for key, record in read.items() if isinstance(record, Record)}


def judge(rows: list[dict[str, str]], found: set[tuple[str, ...]]) -> tuple[float, float]:
    """Precision of the rows that are still found, and the part of the right ones that are."""
    still = [row for row in rows if tuple(row[name] for name in list(row)[:-1]) in found]
    right = sum(row["verdict"] == "right" for row in still)
    return right / len(still), right / sum(row["verdict"] == "right" for row in rows)


def test_sampled_mentions_are_right(corpus: Path) -> None:
    rows, records = sampled(corpus, SAMPLE)
    found = {
        (key, str(one.span.start), str(one.span.end), one.concept, words(record, one.span))
        for key, record in records.items()
        for one in record.mentions
    }
    precision, recall = judge(rows, found)

    assert len(rows) == 100
    assert precision >= PRECISION
    assert recall >= RECALL


def test_sampled_persons_are_right(corpus: Path) -> None:
    rows, records = sampled(corpus, PERSONS)
    found = {
        (
            key,
            str(one.span.start),
            str(one.span.end),
            words(record, one.span),
            digest(f"{one.role}|{one.party or ''}".encode()),
        )
        for key, record in records.items()
        for one in record.persons
    }
    precision, recall = judge(rows, found)

    assert len(rows) == 60
    assert precision >= PRECISION
    assert recall >= RECALL


def words(record: Record, span: Span) -> str:
    return digest(record.snapshot.quote(span).encode())


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
