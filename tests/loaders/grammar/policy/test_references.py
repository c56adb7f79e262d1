"""What a decision hangs on or refers to: light verbs, letters named before, lists, acts named once more."""

from __future__ import annotations

import pytest

from tests.loaders.grammar.policy import test_reports
from tests.loaders.grammar.policy.test_commitments import read as read_record
from tests.loaders.grammar.policy.test_decisions import BV, DAY, B, L, Row, S, V, read

DENIED = (
    "Ik zie op dit moment geen reden om over te gaan tot het instellen van een besluitmoratorium voor Niger.",
    "Ik acht het niet opportuun om over te gaan tot instelling van een besluitmoratorium voor Mali.",
    "De situatie noopt mij er niet toe over te gaan tot de instelling van een moratorium voor Mali.",
    "De commissie vroeg mij om over te gaan tot het instellen van een besluitmoratorium voor Mali.",
    "Er wordt niet overgegaan tot het instellen van een besluitmoratorium voor Mali.",
    "Over voortzetting van het besluitmoratorium voor Mali neem ik in mei een besluit.",
    "Ik stel vast dat het landgebonden asielbeleid voor Mali voldoet.",
)
TOLD = {
    "Ik heb besloten over te gaan tot het instellen van een besluitmoratorium voor Niger.": [
        Row("introduce", B, "NER", None, DAY)
    ],
    "Ik ben voornemens over te gaan tot het instellen van een besluitmoratorium voor Niger.": [
        Row("announce", B, "NER", None, DAY)
    ],
    (
        "Bij besluit van 3 maart 2021 heb ik een besluitmoratorium ingesteld voor Niger. Het is op 7 maart "
        "2021 ingegaan en had een looptijd van zes maanden."
    ): [Row("introduce", B, "NER", None, "2021-03-03", "2021-03-07", "2021-09-07")],
    (
        "Bij brief van 8 maart 2022 (Kamerstuk 99 637, nr. 8) heb ik uw Kamer meegedeeld het "
        "vertrekmoratorium voor Mali met zes maanden te verlengen."
    ): [Row("extend", V, "MLI", None, "2022-03-08", cites=("8",))],
    (
        "Bij brief van 8 maart 2022 (Kamerstuk 99 637, nr. 8) heb ik uw Kamer over Mali bericht. In die "
        "brief heb ik het besluitmoratorium voor Mali verlengd."
    ): [Row("extend", B, "MLI", None, "2022-03-08", cites=("8",))],
    (
        "Voor Mali is op 3 mei 2021 een besluitmoratorium ingesteld en dit is op 4 november 2021 verlengd. "
        "Hierover is uw Kamer bericht bij brieven van 3 mei 2021 en 4 november 2021 (Kamerstukken 99 637, "
        "nrs. 3 en 5)."
    ): [
        Row("introduce", B, "MLI", None, "2021-05-03", cites=("3",)),
        Row("extend", B, "MLI", None, "2021-11-04", cites=("5",)),
    ],
    (
        "Het besluitmoratorium voor Mali is in juli 2022 verlengd. Deze termijn verstrijkt op 1 februari "
        "aanstaande."
    ): [Row("extend", B, "MLI", until="2023-02-01")],
    "In verband met de oorlog in Sudan is op 8 juli 2022 een besluit- en vertrekmoratorium ingesteld.": [
        Row("introduce", BV, "SDN", None, "2022-07-08")
    ],
    "Sinds 1 maart 2021 wordt voor Somaliërs een besluitmoratorium toegepast.": [
        Row("introduce", B, "SOM", None, None, "2021-03-01")
    ],
    (
        "Het landgebonden asielbeleid voor Sudan is bij brief van 4 juli 2022 gewijzigd. De hiervoor "
        "beschreven aanpassing van het landgebonden asielbeleid treedt op 1 februari 2023 in werking."
    ): [Row("amend", L, "SDN", None, "2022-07-04"), Row("amend", L, "SDN", None, DAY, "2023-02-01")],
    "Het besluitmoratorium heeft betrekking op inwoners van de Gazastrook en is op 1 juni 2022 ingesteld.": [
        Row("introduce", B, "PSE", "inwoners van de Gazastrook", "2022-06-01")
    ],
    (
        "Ik heb besloten deze landen toe te voegen aan de lijst van veilige landen:\n– Ghana, met "
        "uitzondering van LHBT’s;\n– India;\n– Senegal.\nDe regeling treedt in werking op 1 februari 2023."
    ): [Row("introduce", S, code, None, DAY, "2023-02-01") for code in ("GHA", "IND", "SEN")],
    "Van de lijst van veilige landen van herkomst heb ik geschrapt: Oekraïne en Georgië.": [
        Row("end", S, code, None, DAY) for code in ("UKR", "GEO")
    ],
}
REPORTS = {
    "Over Niger wordt geen ambtsbericht uitgebracht.": [],
    (
        "Op 3 mei 2022 is het algemeen ambtsbericht Mali vastgesteld. Het ambtsbericht is op 6 mei 2022 aan "
        "uw Kamer gestuurd."
    ): [("algemeen-ambtsbericht", "MLI", "2022-05-03", None, None, None)],
    "Vorige week, op 7 december 2022, is het nieuwe algemeen ambtsbericht Mali gepubliceerd.": [
        ("algemeen-ambtsbericht", "MLI", "2022-12-07", None, None, None)
    ],
    "Voor 1 maart 2023 informeer ik uw Kamer over het nieuwe ambtsbericht over Mali.": [
        ("ambtsbericht", "MLI", None, None, None, None)
    ],
}


@pytest.mark.parametrize("text", DENIED, ids=lambda text: text[:48])
def test_what_hangs_on_a_denial_is_not_decided(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize("text", TOLD, ids=lambda text: text[:48])
def test_what_is_told_is_found_where_it_is_told(text: str) -> None:
    assert read(text) == TOLD[text]


@pytest.mark.parametrize("text", REPORTS, ids=lambda text: text[:48])
def test_reports_by_their_own_day(text: str) -> None:
    assert test_reports.read(text) == REPORTS[text]


@pytest.mark.parametrize(
    "text",
    [
        "Ik informeer uw Kamer daarover nog voor 1 april 2023.",
        "Voor 1 maart 2023 informeer ik uw Kamer over de uitkomst.",
    ],
)
def test_telling_the_house_by_a_day_is_a_promise(text: str) -> None:
    (promise,) = read_record(text).commitments

    assert promise.due is not None
