"""Sentences that speak of reports on countries, each read as the whole text of a letter."""

from __future__ import annotations

import pytest

from loaders import read_document
from ontology.plain import as_plain
from ontology.records import Record
from tests.loaders.grammar.policy.test_decisions import HEAD

A, T, P = "algemeen-ambtsbericht", "thematisch-ambtsbericht", "ambtsbericht"


def read(text: str, written: str = "13 december 2022") -> list[tuple[str | None, ...]]:
    record = read_document(HEAD.format(text=text, written=written).encode(), "letter.txt")
    assert isinstance(record, Record)
    return [tuple(report.values()) for report in as_plain(record)["reports"]]


SPOKEN_OF = {
    "Op 31 maart 2022 is het algemeen ambtsbericht Rusland gepubliceerd.": [
        (A, "RUS", "2022-03-31", None, None, None)
    ],
    "Het algemeen ambtsbericht over Sudan van 4 februari 2022 bevestigt dit beeld.": [
        (A, "SDN", "2022-02-04", None, None, None)
    ],
    "Het ambtsbericht inzake Jemen wordt verwacht in het eerste kwartaal van 2023.": [
        (P, "YEM", None, None, None, "2023-Q1")
    ],
    "De publicatie van het algemeen ambtsbericht over Iran is voorzien voor maart.": [
        (A, "IRN", None, None, None, "2023-03")
    ],
    "Een thematisch ambtsbericht over dienstplicht in Eritrea verschijnt eind mei.": [
        (T, "ERI", None, None, None, "2023-05")
    ],
    (
        "Het algemeen ambtsbericht Syrië van juni 2021 beschrijft de periode van 1 mei 2020 tot en "
        "met 31 mei 2021."
    ): [(A, "SYR", None, "2020-05-01", "2021-05-31", None)],
    (
        "Op 7 november 2022 heb ik het algemeen ambtsbericht Irak ontvangen. Het bestrijkt de periode "
        "van mei 2021 tot en met oktober 2022."
    ): [(A, "IRQ", "2022-11-07", "2021-05-01", "2022-10-31", None)],
    (
        "Het algemeen ambtsbericht Mali dateert van 1 juni 2021. Een nieuw ambtsbericht over Mali "
        "wordt in februari 2023 verwacht."
    ): [
        (A, "MLI", "2021-06-01", None, None, None),
        (P, "MLI", None, None, None, "2023-02"),
    ],
    (
        "Voor Guinee heeft het ministerie van Buitenlandse Zaken op 3 mei 2022 een algemeen "
        "ambtsbericht uitgebracht. Het ambtsbericht meldt geen verbetering."
    ): [(A, "GIN", "2022-05-03", None, None, None)],
    "Er zijn meer dan tien ambtsberichten verschenen.": [],
}


@pytest.mark.parametrize("text", SPOKEN_OF, ids=lambda text: text[:48])
def test_reports(text: str) -> None:
    assert read(text) == SPOKEN_OF[text]
