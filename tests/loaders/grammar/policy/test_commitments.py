"""Sentences in which government commits itself, each read as the whole text of a letter."""

from __future__ import annotations

from datetime import date

import pytest

from loaders import read_document
from ontology.records import Record
from tests.loaders.grammar.policy.test_decisions import HEAD

PROMISED = {
    "Ik zeg toe dat ik dit met de gemeenten bespreek.": None,
    "Ik zal uw Kamer voor het zomerreces informeren.": date(2023, 7, 7),
    "Uw Kamer ontvangt de evaluatie in het eerste kwartaal van 2023.": date(2023, 3, 31),
    "Hierop kom ik in februari bij uw Kamer terug.": date(2023, 2, 28),
    "Ik zal uw Kamer hierover uiterlijk 1 april 2023 nader berichten.": date(2023, 4, 1),
    "Over de uitkomst wordt uw Kamer in het voorjaar geïnformeerd.": date(2023, 5, 31),
    "Uw Kamer zal binnen zes weken een reactie worden toegestuurd.": date(2023, 1, 24),
}
WORDINGS = (
    "Ik zeg u graag toe dat dit wordt bezien.",
    "Daarbij zeg ik het lid Vos toe dat dit wordt bezien.",
    "Dat zeggen wij graag toe.",
    "Daarover ga ik uw Kamer berichten.",
    "ZAL IK UW KAMER INFORMEREN na het debat met de Kamer.",
    "Uw Kamer zal een afschrift worden toegezonden.",
    "Dan ontvangt uw Kamer het rapport.",
    "Hierover wordt u te zijner tijd bericht, naar ik meen.",
    "Ik kom daar later bij uw Kamer op terug.",
    "In mei informeer ik uw Kamer, uiterlijk na het debat.",
    "Ik stuur uw Kamer het rapport binnen een maand.",
    "Uiterlijk voor het zomerreces stuur ik uw Kamer het rapport.",
    "Ik verwacht uw Kamer in mei te kunnen informeren.",
    "Ik streef ernaar dit in mei te doen.",
)
"""One for each way of committing that is known."""
SILENT = (
    "Met deze brief informeer ik uw Kamer over de stand van zaken.",
    "Op 3 mei heb ik uw Kamer geïnformeerd.",
    "Ik heb toegezegd uw Kamer te informeren.",
    "De IND zal de aanvragen behandelen.",
    "Wanneer zult u de Kamer informeren?",
)


def read(text: str) -> Record:
    record = read_document(HEAD.format(text=text, written="13 december 2022").encode(), "letter.txt")
    assert isinstance(record, Record)
    return record


@pytest.mark.parametrize("text", PROMISED)
def test_promises_and_when_they_are_due(text: str) -> None:
    (promise,) = read(text).commitments

    assert (promise.text, promise.due.last if promise.due else None) == (text, PROMISED[text])


@pytest.mark.parametrize("text", WORDINGS)
def test_wordings_of_promises(text: str) -> None:
    assert [promise.text for promise in read(text).commitments] == [text]


@pytest.mark.parametrize("text", SILENT)
def test_no_promise(text: str) -> None:
    assert read(text).commitments == ()


def test_the_span_is_the_sentence() -> None:
    record = read("De zorgen zijn bekend. Ik zeg toe dat ik dit bespreek. Meer volgt niet.")

    assert [record.snapshot.quote(promise.span) for promise in record.commitments] == [
        "Ik zeg toe dat ik dit bespreek."
    ]
