from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from loaders.odata.pages import HEAD
from loaders.sources.odata import RowArrival, row_arrivals
from ontology.records import Failure, Kind, Record, Removal, Skip
from tests.loaders.odata import rows

Item = Record | Removal | Skip | Failure


def items(data: bytes) -> Iterator[Item]:
    stream = io.BytesIO(data)
    for found in row_arrivals(stream.read(HEAD), stream, "x"):
        yield found.read() if isinstance(found, RowArrival) else found


def record(row: dict[str, Any]) -> Record:
    first = next(items(rows.jsonl(row)))
    assert isinstance(first, Record)
    return first


def codes(found: Record) -> set[str]:
    return {remark.code for remark in found.remarks}


def test_a_case() -> None:
    found = record(rows.case())

    assert found.kind is Kind.WRITTEN_QUESTIONS
    assert found.case_number
    assert found.case_number.value == "2031Z00001"
    assert found.subject
    assert found.subject.value == "De veerpont over de Polderwetering"
    assert found.submitted
    assert found.submitted.value == date(2031, 3, 4)
    assert [one.name for one in found.askers] == [
        "Fenna Wierdsma (F.)",
        "Tjalling Roorda (T.A.)",
        "Hidde Zwart (H.)",
    ]
    assert [one.name for one in found.named_addressees] == ["A. Veenstra"]
    assert found.case
    assert found.case.closed is False
    assert [one.value for one in found.case.others] == ["Volgcommissie: vaste commissie voor Veerponten"]
    assert found.entry
    assert found.entry.modified == "2031-03-05T09:00:00Z"
    assert codes(found) == set()


def test_every_value_stands_where_its_span_says() -> None:
    found = record(rows.expanded())
    quote = found.snapshot.quote

    assert found.subject
    assert quote(found.subject.span) == found.subject.value
    assert [quote(one.span) for one in found.askers] == ["Fenna Wierdsma (PLP)"]
    assert all(quote(span) for span in found.spans())


def test_an_expanded_case_holds_parties_documents_and_dossiers() -> None:
    case, reply = items(rows.jsonl(rows.expanded()))
    assert isinstance(case, Record)
    assert case.case
    assert isinstance(reply, Record)

    assert [(one.name, one.party) for one in case.askers] == [("Fenna Wierdsma", "PLP")]
    assert case.askers[0].entry
    assert case.askers[0].entry.endswith("Persoon(ab-1)")
    assert case.case.documents == ("ah-tk-20302031-1234",)
    assert case.case.dossiers == ("17050", "22343")
    assert codes(case) == {"two-dossiers"}
    assert reply.identifier
    assert reply.identifier.value == "ah-tk-20302031-1234"


def test_an_answer_has_its_place_in_the_aanhangsel() -> None:
    found = record(rows.answer())

    assert found.kind is Kind.ANSWER
    assert found.appendix_number
    assert found.appendix_number.value == 1234
    assert found.parliamentary_year
    assert found.parliamentary_year.value == "2030-2031"
    assert found.received
    assert found.received.value == date(2031, 3, 25)
    assert found.entry
    assert found.entry.number == "2031D00007"


@pytest.mark.parametrize(
    ("printed", "year", "number"),
    [("949500012", "1994-1995", 12), ("990000345", "1999-2000", 345), ("242502753", "2024-2025", 2753)],
)
def test_numbers_of_the_aanhangsel(printed: str, year: str, number: int) -> None:
    found = record(rows.answer(Aanhangselnummer=printed))

    assert found.parliamentary_year
    assert found.parliamentary_year.value == year
    assert found.appendix_number
    assert found.appendix_number.value == number


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"_actors": {}}, "no-actors"),
        ({"_actors": {"Indiener": None}}, "no-actors"),
        ({"Onderwerp": None}, "no-title"),
        ({"Onderwerp": "De veerpont te Zwinhoek De veerpont te Zwinhoek"}, "title-twice"),
        ({"GestartOp": None}, "no-day"),
        ({"GestartOp": "gisteren"}, "no-date"),
        ({"GestartOp": "2031-03-03T22:00:00Z"}, "date-moved"),
        ({"Nummer": "KVR27039"}, "old-number"),
        ({"Nummer": "2009D25439"}, "old-number"),
        ({"Nummer": "EK 218190001"}, "old-number"),
    ],
)
def test_what_is_odd_is_told_and_the_case_is_read(changes: dict[str, Any], code: str) -> None:
    found = record(rows.case(**changes))

    assert code in codes(found)
    assert found.case


def test_an_odd_number_of_the_aanhangsel_is_told() -> None:
    found = record(rows.answer(Aanhangselnummer="2430x"))

    assert codes(found) == {"odd-number"}
    assert found.identifier
    assert found.identifier.value == "2031D00007"


def test_a_flat_row_does_not_deny_that_there_are_actors() -> None:
    row = rows.case()
    del row["_actors"]

    assert codes(record(row)) == set()


def test_other_kinds_are_left_aside_with_a_reason() -> None:
    data = rows.jsonl(
        rows.case(Soort="Motie"),
        rows.answer(Soort="Bijlage"),
        {"Id": "1", "BesluitSoort": "x"},
        {"Verwijderd": 1},
    )

    found = list(items(data))
    assert [one.code for one in found if isinstance(one, Skip)] == [
        "Zaak Motie",
        "Document Bijlage",
        "Besluit",
        "unknown",
    ]
    assert all(isinstance(one, Skip) and one.source == f"x#{line}" for line, one in enumerate(found, 1))


def test_a_paper_is_read_where_its_number_is_told() -> None:
    version = {"HuidigeDocumentVersie": {"ExterneIdentifier": "kst-99001-14"}}
    letter = rows.answer(Soort="Brief regering", Aanhangselnummer=None)
    with_number, without = items(rows.jsonl(letter | version, letter))

    assert isinstance(with_number, Record)
    assert with_number.paper
    assert (with_number.kind, with_number.paper.dossier, with_number.paper.number) == (
        Kind.LETTER,
        "99001",
        "14",
    )
    assert isinstance(without, Skip)


def test_a_tombstone_says_what_was_taken_out_and_when() -> None:
    (found,) = items(rows.jsonl(rows.tombstone()))

    assert isinstance(found, Removal)
    assert found.iri.endswith(f"Zaak({rows.CASE_ID.format(1)})")
    assert found.when == "2031-03-31T22:30:00Z"


def test_a_row_without_number_fails_alone() -> None:
    found = list(
        items(rows.jsonl(rows.case(Nummer=" "), rows.answer(DocumentNummer=None), rows.case(place=2)))
    )

    assert [one.code for one in found if isinstance(one, Failure)] == ["no-number", "no-number"]
    assert isinstance(found[-1], Record)


def test_the_same_row_is_the_same_whatever_the_file() -> None:
    def hashes(data: bytes) -> list[str]:
        stream = io.BytesIO(data)
        return [
            one.sha256 for one in row_arrivals(stream.read(HEAD), stream, "x") if isinstance(one, RowArrival)
        ]

    noted = {"@odata.type": "#TK.DA.GGM.OData.Zaak", "Id@odata.type": "#Guid"} | rows.case()
    assert hashes(rows.jsonl(rows.case())) == hashes(rows.page(rows.case())) == hashes(rows.page(noted))
