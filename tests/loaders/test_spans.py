"""Every value of a record stands where its span says, in the exact text layer."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from loaders import read_document
from loaders.grammar.dates import find_dates
from ontology.records import PaperRef, Record

CASES = sorted((Path(__file__).parents[1] / "cases").glob("*/input.*"))


def read(path: Path) -> Record:
    record = read_document(path.read_bytes(), path.name)
    assert isinstance(record, Record)
    return record


def squash(text: str) -> str:
    """Letters and digits alone: what a line end, a marker or a broken word cannot change."""
    return re.sub(r"[\W_]+", "", text).casefold()


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.parent.name)
def test_spans_lie_in_the_text(path: Path) -> None:
    record = read(path)
    spans = list(record.spans())

    assert spans
    assert all(span.end <= len(record.snapshot.text) for span in spans)


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.parent.name)
def test_questions_and_answers_quote_their_spans(path: Path) -> None:
    record = read(path)

    for part in (*record.questions, *record.answers):
        words = re.findall(r"[^\W\d_]{4,}", part.text)
        quoted = squash(record.snapshot.quote(part.span))
        assert all(squash(word) in quoted for word in words)


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.parent.name)
def test_notes_quote_their_spans(path: Path) -> None:
    record = read(path)

    for note in record.notes:
        assert squash(note.text) == squash(record.snapshot.quote(note.span))


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.parent.name)
def test_dates_stand_in_their_spans(path: Path) -> None:
    record = read(path)

    for value in (record.submitted, record.received, record.dated):
        if value is not None and "jl" not in record.snapshot.quote(value.span):
            assert [found.value for found in find_dates(record.snapshot.quote(value.span))] == [value.value]


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.parent.name)
def test_names_and_numbers_stand_in_their_spans(path: Path) -> None:
    record = read(path)

    for member in record.askers:
        assert squash(member.name)[:4] in squash(record.snapshot.quote(member.span))
    for citation in record.citations:
        if isinstance(citation.target, PaperRef):
            digits = re.sub(r"\D", "", record.snapshot.quote(citation.target.span))
            # "16" alone where a link gives the dossier, "de motie gedrukt onder nr. 12" of the same dossier
            assert citation.target.dossier[:5] in digits or citation.target.number == digits
