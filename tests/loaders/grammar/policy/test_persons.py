"""Persons in running text: the words that introduce them, where a name ends, and what is no person."""

from __future__ import annotations

import pytest

from loaders import read_document
from ontology.records import Record, Unit

ASKED = """Tweede Kamer der Staten-Generaal 2
Vergaderjaar 2031–2032 Vragen gesteld door de leden der Kamer
2031Z00001
Vragen van het lid Van Waard (Boerenbond Nu) aan de Minister van Asiel en Migratie over
de brug van Noordmeer (ingezonden 11 maart 2032).
Vraag 1
{}
Vraag 2
Klopt dat?
"""
NOTICE = """Tweede Kamer der Staten-Generaal 2
Vergaderjaar 2031–2032 Aanhangsel van de Handelingen
1204
Vragen van het lid Van Waard (Boerenbond Nu) aan de Minister van Asiel en Migratie over
de brug van Noordmeer (ingezonden 11 maart 2032).
Mededeling van Minister Van der Zwaluw (Asiel en Migratie) (ontvangen 4 april 2032).
Vraag 1
Klopt dat?
Mededeling
De vragen van het lid Van Waard (Boerenbond Nu) over de brug kunnen niet binnen de gebruikelijke
termijn worden beantwoord, zoals ook het lid Okkema is bericht.
"""
Row = tuple[str, str | None, str | None]


def read(text: str) -> Record:
    record = read_document(text.encode(), "case.txt")
    assert isinstance(record, Record)
    return record


def named(sentence: str) -> list[Row]:
    return [(one.name, one.role, one.party) for one in read(ASKED.format(sentence)).persons]


@pytest.mark.parametrize(
    ("sentence", "persons"),
    [
        ("Kent u het lid Van Dalen (XYZ)?", [("Van Dalen", "lid", "XYZ")]),
        (
            "Kent u de leden Vos, Van Waard en El Okka (allen SP)?",
            [("Vos", "lid", "SP"), ("Van Waard", "lid", "SP"), ("El Okka", "lid", "SP")],
        ),
        (
            "Kent u de leden Vos (SP) en Zandstra-van de Hoek (CDA)?",
            [("Vos", "lid", "SP"), ("Zandstra-van de Hoek", "lid", "CDA")],
        ),
        ("Sprak SP-Kamerlid Jet van der Vos?", [("Jet van der Vos", "SP-Kamerlid", "SP")]),
        ("Sprak Eerste Kamerlid Vos?", [("Vos", "Eerste Kamerlid", None)]),
        ("Kan minister Okkema de Tweede Kamer inlichten?", [("Okkema", "minister", None)]),
        ("Zei Minister Okkema van Financiën dat?", [("Okkema", "Minister", None)]),
        (
            "Zei de Minister van Financiën, de heer Okkema, dat?",
            [("Okkema", "Minister van Financiën", None)],
        ),
        ("Zei minister Okkema (Financiën) dat?", [("Okkema", "Minister van Financiën", None)]),
        ("Zeiden de ministers Okkema en Vos dat?", [("Okkema", "minister", None), ("Vos", "minister", None)]),
        ("Is oud-minister Okkema’s plan af?", [("Okkema", "oud-minister", None)]),
        ("Wat zei voormalig staatssecretaris Vos?", [("Vos", "voormalig staatssecretaris", None)]),
        ("Wat zei de Noordlandse premier Okkô?", [("Okkô", "Noordlandse premier", None)]),
        ("Wat wil president Bashir al-Okka?", [("Bashir al-Okka", "president", None)]),
        (
            "Wat zegt migratiehoogleraar Jet Vos, en hoogleraar bestuursrecht prof. dr. J.H. Waard?",
            [("Jet Vos", "migratiehoogleraar", None), ("J.H. Waard", "hoogleraar", None)],
        ),
        ("Wat zei burgemeester Okkema van Noordmeer?", [("Okkema", "burgemeester", None)]),
        ("Sprak u mevrouw J. van de Waard?", [("J. van de Waard", "mevrouw", None)]),
        ("En de motie-Van der Waard c.s. dan?", [("Van der Waard", "motie", None)]),
        ("En de motie van der Waard dan?", [("van der Waard", "motie", None)]),
        ("En de motie Vos/Van Waard?", [("Vos", "motie", None), ("Van Waard", "motie", None)]),
        ("En de motie van het lid Vos (SP)?", [("Vos", "motie", "SP")]),
        (
            "En het amendement van de leden Vos en Waard?",
            [("Vos", "amendement", None), ("Waard", "amendement", None)],
        ),
        ("Kent u de motie VanWaard enVos?", [("Van Waard", "motie", None), ("Vos", "motie", None)]),
        ("Zei het lid\nVan Waard dat?", [("Van Waard", "lid", None)]),
    ],
)
def test_a_person_is_named_by_role_and_name(sentence: str, persons: list[Row]) -> None:
    assert named(sentence) == persons


@pytest.mark.parametrize(
    "sentence",
    [
        "Kan de Minister de Kamer inlichten?",
        "Bent u het met de minister van Buitenlandse Zaken eens?",
        "Bent u het met minister Financiën eens, of minister BZ?",
        "Geldt artikel 3, lid 2 van de Wet?",
        "Zijn de leden van de Raad het eens?",
        "Wat wil de president van Oekraïne?",
        "Kent u de Koning Boudewijn Stichting?",
        "Sprak u burgemeester en wethouders van Noordmeer?",
        "Wat vindt de journalist Nederland?",
        "Kent u de motie van GroenLinks of de motie Nederland?",
        "Kent u de Okkema-doctrine van minister Okkema-achtige lieden?",
        "Zei Jet Vos dat?",
        "Wat zegt onderzoeker Vos?",
        "Is solid Vos bekend?",
    ],
)
def test_nobody_is_named(sentence: str) -> None:
    assert named(sentence) == []


def test_a_name_counts_once_for_each_part() -> None:
    record = read(
        ASKED.format("Zei minister Okkema dat? Is minister Okkema er?") + "Zei minister Okkema dit?\n"
    )

    assert [(one.name, one.unit, one.place) for one in record.persons] == [
        ("Okkema", Unit.QUESTION, 1),
        ("Okkema", Unit.QUESTION, 2),
    ]
    assert {record.snapshot.quote(one.span) for one in record.persons} == {"Okkema"}
    assert all(one.span in set(record.spans()) for one in record.persons)


def test_who_asks_or_answers_is_not_named_again() -> None:
    assert [one.name for one in read(NOTICE).persons] == ["Okkema"]


def test_a_name_that_is_a_country_is_no_mention_of_it() -> None:
    record = read(ASKED.format("Zei minister Rusland dat, of het lid Noorwegen?"))

    assert [one.name for one in record.persons] == ["Noorwegen"]
    assert [one.concept[-3:] for one in record.mentions if one.unit is Unit.QUESTION] == ["RUS"]
