from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from ontology.identity import case_of, doc_id, heading_key, parliamentary_year, set_doc_id, set_key
from ontology.records import Kind, Member, PaperRef, Read, Record, Span
from tests.ontology.samples import answer, letter, notice, question_set, snapshot, without_case

NOWHERE = Span(0, 0)


def bare(kind: Kind, **facts: Any) -> Record:
    return Record(kind, snapshot("tekst"), **facts)


def told(value: object) -> Read[object]:
    return Read(value, NOWHERE)


HASH = snapshot("tekst").sha256[:16]


@pytest.mark.parametrize(
    ("record", "expected"),
    [
        (bare(Kind.WRITTEN_QUESTIONS, identifier=told("kv-tk-2024Z18566")), "kv-tk-2024Z18566"),
        (bare(Kind.ORAL_QUESTIONS, case_number=told("2024Z18775")), "kv-tk-2024Z18775"),
        (bare(Kind.WRITTEN_QUESTIONS, identifier=told("kv-tk-20062007-KVR27039")), "kv-tk-KVR27039"),
        (bare(Kind.WRITTEN_QUESTIONS), f"set-{HASH}"),
        (bare(Kind.ANSWER, identifier=told("ah-tk-20242025-546")), "ah-tk-20242025-546"),
        (
            bare(Kind.ANSWER, identifier=told("kv-tk-2024Z18566"), case_number=told("2024Z18566")),
            "antwoord-2024Z18566",
        ),
        (
            bare(Kind.ANSWER, appendix_number=told(604), received=told(date(2024, 11, 20))),
            "ah-tk-20242025-604",
        ),
        (
            bare(Kind.ANSWER, appendix_number=told(604), parliamentary_year=told("2023-2024")),
            "ah-tk-20232024-604",
        ),
        (
            bare(
                Kind.ANSWER,
                appendix_number=told(9),
                received=told(date(2024, 9, 20)),
                case_number=told("2024Z1234"),
            ),
            "antwoord-2024Z1234",
        ),
        (bare(Kind.DELAY_NOTICE, case_number=told("2024Z18294")), "mededeling-2024Z18294"),
        (bare(Kind.LETTER, paper=PaperRef("36600-VII", "42", NOWHERE)), "kst-36600-VII-42"),
        (bare(Kind.LETTER, paper=PaperRef("36600-VII", None, NOWHERE)), f"unnumbered-{HASH}"),
        (bare(Kind.ANSWER), f"unnumbered-{HASH}"),
    ],
)
def test_document_ids(record: Record, expected: str) -> None:
    assert doc_id(record) == expected


def test_a_reprint_and_a_question_document_without_number_are_one_set() -> None:
    keys = {set_key(record) for record in (without_case(question_set()), answer(), notice())}

    assert len(keys) == 1
    assert set_doc_id(keys.pop()) == doc_id(without_case(question_set()))


def test_order_of_askers_and_typography_do_not_split_a_set() -> None:
    record = without_case(question_set())
    turned = replace(record, askers=tuple(reversed(record.askers)))
    spaced = replace(turned, subject=told("Het  moratorium voor Verweggie."))

    assert heading_key(spaced) == heading_key(record)


def test_another_asker_makes_another_set() -> None:
    record = without_case(question_set())

    assert heading_key(replace(record, askers=(Member("Ander", None, NOWHERE),))) != heading_key(record)


def test_one_fact_does_not_identify_a_set() -> None:
    assert heading_key(bare(Kind.ANSWER, submitted=told(date(2025, 1, 6)))) is None
    assert heading_key(bare(Kind.ANSWER, submitted=told(date(2025, 1, 6)), subject=told("iets"))) is not None


def test_a_case_number_is_the_key() -> None:
    assert set_key(question_set()) == "2025Z00001"
    assert doc_id(letter()) == "kst-36600-VII-42"


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("2024Z18566", "2024Z18566"),
        ("2024 Z 18566", "2024Z18566"),
        ("kv-tk-2024z18566", "2024Z18566"),
        ("kv-2009Z03159", "2009Z03159"),
        ("kv-12345", None),
        (None, None),
    ],
)
def test_case_numbers(printed: str | None, expected: str | None) -> None:
    assert case_of(printed) == expected


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2024, 10, 1), "2024-2025"),
        (date(2025, 8, 31), "2024-2025"),
        (date(2024, 9, 17), None),
        (date(1999, 12, 31), "1999-2000"),
    ],
)
def test_parliamentary_years(day: date, expected: str | None) -> None:
    assert parliamentary_year(day) == expected
