"""Wordings of decisions, a sentence or two each, and what they state: one row a way of saying it."""

from __future__ import annotations

import pytest

from tests.loaders.grammar.policy.test_decisions import BV, DAY, B, L, Row, S, V, read

C = ("categoriale-bescherming",)
STATED = {
    (
        "Ik heb de IND opdracht gegeven geen beslissingen meer te nemen. Daartoe wordt een "
        "besluitmoratorium van kracht voor Syrië, ingaande 15 december 2022."
    ): [Row("introduce", B, "SYR", None, DAY, "2022-12-15")],
    (
        "Het kabinet heeft er daarom voor gekozen het vertrekmoratorium voor Sudan met een half jaar "
        "door te trekken tot 8 juli 2023."
    ): [Row("extend", V, "SDN", None, DAY, None, "2023-07-08")],
    (
        "Het besluitmoratorium voor Ethiopië wordt niet verder verlengd en komt daarmee op 1 januari "
        "2023 ten einde."
    ): [Row("end", B, "ETH", None, DAY, None, "2023-01-01")],
    (
        "Het besluit- en vertrekmoratorium (ingesteld op 6 juli 2022, verlengd op 1 november 2022) "
        "voor Sudan blijft gelden."
    ): [Row("introduce", BV, "SDN", None, "2022-07-06"), Row("extend", BV, "SDN", None, "2022-11-01")],
    "Het vertrekmoratorium voor Afghanistan is op 26 augustus 2022 van rechtswege geëindigd.": [
        Row("end", V, "AFG", None, None, None, "2022-08-26")
    ],
    (
        "Ik acht verlenging van het besluitmoratorium voor Oekraïne noodzakelijk en verleng dit "
        "derhalve tot 28 februari 2023."
    ): [Row("extend", B, "UKR", None, DAY, None, "2023-02-28")],
    "Tot 1 december 2022 gold voor Jemen een besluitmoratorium.": [
        Row("introduce", B, "YEM", None, None, None, "2022-12-01")
    ],
    "Voor Eritrea geldt niet langer een vertrekmoratorium.": [Row("end", V, "ERI", None, DAY)],
    (
        "Naar aanleiding van het ambtsbericht zal het landgebonden asielbeleid voor Somalië worden aangepast."
    ): [Row("announce", L, "SOM", None, DAY)],
    (
        "Het vertrekmoratorium voor Burundi hef ik daarom op en het besluitmoratorium laat ik "
        "doorlopen tot 1 mei 2023."
    ): [Row("end", V, "BDI", None, DAY), Row("extend", B, "BDI", None, DAY, None, "2023-05-01")],
    (
        "Ik heb aanleiding gezien om met onmiddellijke ingang over te gaan tot het instellen van een "
        "vertrekmoratorium voor Haïti."
    ): [Row("introduce", V, "HTI", None, DAY, DAY)],
    ("Servië en Montenegro zijn bij brief van 3 november 2015 aangewezen als veilige landen van herkomst."): [
        Row("introduce", S, "SRB", None, "2015-11-03"),
        Row("introduce", S, "MNE", None, "2015-11-03"),
    ],
    "Ik heb besloten om Georgië niet langer als veilig land van herkomst aan te merken.": [
        Row("end", S, "GEO", None, DAY)
    ],
    "Tunesië wordt niet langer aangemerkt als veilig land van herkomst.": [Row("end", S, "TUN", None, DAY)],
    "De aanwijzing van Mongolië als veilig land van herkomst wordt ingetrokken.": [
        Row("end", S, "MNG", None, DAY)
    ],
    "De aanwijzing van Mongolië als veilig land van herkomst heb ik opgeschort.": [
        Row("amend", S, "MNG", None, DAY)
    ],
    (
        "Voor Senegal wordt de aanwijzing als veilig land van herkomst beperkt: LHBTI worden hiervan "
        "uitgezonderd."
    ): [Row("amend", S, "SEN", None, DAY)],
    "Het beleid van categoriale bescherming voor Somalië wordt beëindigd.": [Row("end", C, "SOM", None, DAY)],
    "Nederland voert sinds 1 juli 2020 een beleid van categoriale bescherming voor Somalië.": [
        Row("introduce", C, "SOM", None, None, "2020-07-01")
    ],
    (
        "Gelet op artikel 43 Vw besluit ik het besluitmoratorium voor Syrië te verlengen tot 1 juli "
        "2023 respectievelijk het vertrekmoratorium tot 1 oktober 2023."
    ): [
        Row("extend", B, "SYR", None, DAY, None, "2023-07-01"),
        Row("extend", V, "SYR", None, DAY, None, "2023-10-01"),
    ],
    (
        "Voor zover het Syrië betreft, is het besluitmoratorium per 1 december 2022 niet langer van "
        "toepassing."
    ): [Row("end", B, "SYR", None, None, "2022-12-01")],
    (
        "Ik heb uw Kamer op 3 november jl. toegezegd te bezien of het vertrekmoratorium voor Jemen "
        "moet worden verlengd. Ik zie daartoe aanleiding en verleng het moratorium tot 1 juli 2023."
    ): [Row("extend", V, "YEM", None, DAY, None, "2023-07-01")],
    (
        "Gelet op het bovenstaande zal ik het besluitmoratorium voor Syrië niet opnieuw verlengen. De"
        " IND zal de behandeling hervatten."
    ): [Row("end", B, "SYR", None, DAY)],
    "Per 15 december 2022 treedt een besluitmoratorium in werking voor vreemdelingen uit Ethiopië.": [
        Row("introduce", B, "ETH", None, DAY, "2022-12-15")
    ],
    (
        "Het vertrekmoratorium voor Zuid-Soedan is door mijn ambtsvoorganger op 14 januari 2022 "
        "ingesteld en door mij op 12 juli 2022 met zes maanden verlengd."
    ): [Row("introduce", V, "SSD", None, "2022-01-14"), Row("extend", V, "SSD", None, "2022-07-12")],
    "Met ingang van 1 januari 2023 is het besluitmoratorium voor Belarus niet meer van kracht.": [
        Row("end", B, "BLR", None, DAY, "2023-01-01")
    ],
    (
        "Ik informeer u hierbij over de verlenging, met zes maanden, van het besluitmoratorium voor Oekraïne."
    ): [Row("extend", B, "UKR", None, DAY)],
    "De staatssecretaris heeft het besluitmoratorium voor Iran op 1 december 2022 beëindigd.": [
        Row("end", B, "IRN", None, "2022-12-01")
    ],
    (
        "Nu het moratorium voor Syrië eindigt, heb ik besloten het landgebonden asielbeleid voor "
        "Syrië te wijzigen."
    ): [Row("amend", L, "SYR", None, DAY)],
    (
        "Op basis van het ambtsbericht heb ik de volgende wijzigingen in het landgebonden asielbeleid"
        " voor Eritrea doorgevoerd."
    ): [Row("amend", L, "ERI", None, DAY)],
    "Ik wijzig het landgebonden asielbeleid inzake Turkije op drie onderdelen.": [
        Row("amend", L, "TUR", None, DAY)
    ],
    "Het landgebonden asielbeleid voor Pakistan wordt op de volgende punten aangepast.": [
        Row("amend", L, "PAK", None, DAY)
    ],
    "Dit leidt tot een aanpassing van het landgebonden asielbeleid voor Nigeria.": [
        Row("amend", L, "NGA", None, DAY)
    ],
    "Ik zie daarom af van verlenging van het vertrekmoratorium voor Haïti.": [
        Row("end", V, "HTI", None, DAY)
    ],
    "Ik besluit het besluitmoratorium te beperken tot asielzoekers uit Oost-Congo.": [
        Row("amend", B, "COD", None, DAY)
    ],
    "Er is aanleiding om het vertrekmoratorium voor Sudan voort te laten duren tot 1 juli 2023.": [
        Row("extend", V, "SDN", None, DAY, None, "2023-07-01")
    ],
}
SILENT = (
    "Ik sluit niet uit dat een besluitmoratorium voor Libanon wordt ingesteld.",
    "Ik wacht het ambtsbericht af alvorens ik het besluitmoratorium voor Rusland beëindig.",
    "Een meerderheid van uw Kamer wil dat ik het vertrekmoratorium voor Iran verleng.",
    (
        "De Raad van State heeft het besluitmoratorium voor Syrië vernietigd en bepaald dat het wordt"
        " ingetrokken."
    ),
    ("Ik ben met de IND in gesprek over de vraag of het besluitmoratorium voor Sudan kan worden opgeheven."),
    (
        "Hiermee geef ik uitvoering aan de motie van het lid Jansen die verzoekt een "
        "besluitmoratorium voor Iran in te stellen."
    ),
    (
        "Anders dan in 2021 ten aanzien van Afghanistan is gedaan, stel ik voor Iran geen "
        "besluitmoratorium in."
    ),
    "Ghana blijft een veilig land van herkomst.",
    "Ik kan mij vinden in het advies van de IND om het besluitmoratorium voor Syrië op te heffen.",
    "De Adviesraad Migratie adviseert het vertrekmoratorium voor Sudan te verlengen.",
    ("Tijdens het besluitmoratorium voor Syrië worden vreemdelingen niet uitgezet en is de opvang verlengd."),
    "De rechtsgevolgen van het besluitmoratorium voor Sudan zijn beperkt.",
    (
        "In afwachting van het ambtsbericht houdt de IND beslissingen over Mali aan; een "
        "besluitmoratorium is niet ingesteld."
    ),
    "Het beëindigen van het besluitmoratorium voor Sudan betekent dat de IND weer beslist.",
    "Ik deel de opvatting dat het vertrekmoratorium voor Sudan moet worden verlengd niet.",
    "Het ambtsbericht leidt niet tot aanpassing van het landgebonden asielbeleid voor Nigeria.",
    "Het landgebonden asielbeleid voor Guinee behoeft geen wijziging.",
    "Het huidige landgebonden asielbeleid voor Guinee wordt gehandhaafd.",
    "Een besluitmoratorium voor Venezuela is thans niet aan de orde.",
    "Het instellen van een vertrekmoratorium voor Irak acht ik niet opportuun.",
    (
        "Met de Staatssecretaris van Defensie is afgesproken dat het besluitmoratorium voor "
        "Afghanistan niet geldt voor tolken."
    ),
    "De geldigheidsduur van de visa voor Oekraïners is verlengd tot 1 maart 2023.",
    ("Het Verenigd Koninkrijk beëindigde op 1 december 2022 zijn moratorium op asielaanvragen van Syriërs."),
)


@pytest.mark.parametrize("text", STATED, ids=lambda text: text[:48])
def test_a_wording_states_its_decisions(text: str) -> None:
    assert [row._replace(group=None) for row in read(text)] == STATED[text]


@pytest.mark.parametrize("text", SILENT, ids=lambda text: text[:48])
def test_a_wording_that_decides_nothing(text: str) -> None:
    assert read(text) == []


LETTERS = [
    (
        (
            "Hierbij stel ik een besluitmoratorium in voor Mali, tot 1 juli 2023. Hetzelfde geldt"
            " voor een vertrekmoratorium."
        ),
        [Row("introduce", BV, "MLI", None, DAY, None, "2023-07-01")],
    ),
    (
        (
            "Op dit moment zijn er twee vertrekmoratoria. Het eerste betreft Myanmar: dit "
            "vertrekmoratorium is op 3 mei 2022 ingesteld. Het tweede betreft Haïti: ingesteld op"
            " 20 september 2022, geldig tot 20 maart 2023."
        ),
        [
            Row("introduce", V, "MMR", None, "2022-05-03"),
            Row("introduce", V, "HTI", None, "2022-09-20", None, "2023-03-20"),
        ],
    ),
    (
        "Ik verleng het sinds 1 juli 2022 geldende besluitmoratorium voor Sudan tot 1 juli 2023.",
        [
            Row("extend", B, "SDN", None, DAY, None, "2023-07-01"),
            Row("introduce", B, "SDN", None, None, "2022-07-01"),
        ],
    ),
    (
        (
            "Het voor Belarus geldende besluitmoratorium, dat op 1 maart jl. van kracht is "
            "geworden, laat ik per 1 januari 2023 verlopen."
        ),
        [
            Row("introduce", B, "BLR", None, None, "2022-03-01"),
            Row("end", B, "BLR", None, DAY, "2023-01-01"),
        ],
    ),
    (
        (
            "Het landgebonden asielbeleid voor Rusland komt hierna aan de orde. Op 29 juni 2022 "
            "is voor Rusland een besluit- en vertrekmoratorium ingesteld. Ik heb besloten de "
            "moratoria niet te verlengen. Zij lopen op 29 december 2022 af."
        ),
        [
            Row("introduce", BV, "RUS", None, "2022-06-29", None, "2022-12-29"),
            Row("end", BV, "RUS", None, DAY, None, "2022-12-29"),
        ],
    ),
    (
        (
            "Zwitserland heeft op 2 augustus 2022 een moratorium op asielaanvragen van Turken "
            "ingesteld en dat twee weken later weer ingetrokken."
        ),
        [],
    ),
    (
        "Ik heb besloten de Lbv-plus te verlengen tot 1 juli 2024.",
        [Row("extend", ("lbv-plus",), None, None, DAY, None, "2024-07-01")],
    ),
]


@pytest.mark.parametrize(("text", "rows"), LETTERS, ids=lambda value: str(value)[:40])
def test_what_sentences_state_together(text: str, rows: list[Row]) -> None:
    assert read(text) == rows
