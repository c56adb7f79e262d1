"""Sentences of the genre, each read as the whole text of a letter, and the decisions that they state."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from loaders import read_document
from ontology.records import Record

B, V = ("besluitmoratorium",), ("vertrekmoratorium",)
BV = (*B, *V)
L, S = ("landgebonden-asielbeleid",), ("veilig-land-van-herkomst",)
HEAD = """Tweede Kamer der Staten-Generaal 2
Vergaderjaar 2022–2023
99 637 Vreemdelingenbeleid
Nr. 12 BRIEF VAN DE STAATSSECRETARIS VAN JUSTITIE EN VEILIGHEID
Aan de Voorzitter van de Tweede Kamer der Staten-Generaal
Den Haag, {written}

{text}

De Staatssecretaris van Justitie en Veiligheid,
M.J. van Oosterzee
"""
WRITTEN = "13 december 2022"
DAY = "2022-12-13"


class Row(NamedTuple):
    kind: str
    instruments: tuple[str, ...]
    country: str | None
    group: str | None = None
    decided: str | None = None
    starts: str | None = None
    until: str | None = None
    cites: tuple[str | None, ...] = ()


def read(text: str, written: str = WRITTEN) -> list[Row]:
    record = read_document(HEAD.format(text=text, written=written).encode(), "letter.txt")
    assert isinstance(record, Record)
    return [
        Row(
            decision.type.value,
            decision.instruments,
            decision.country,
            decision.target_group,
            *(
                day.isoformat() if day else None
                for day in (decision.decided_on, decision.effective_from, decision.effective_until)
            ),
            tuple(paper.number for paper in decision.cites),
        )
        for decision in record.decisions
    ]


STATED = {
    (
        "Met deze brief informeer ik uw Kamer dat ik heb besloten een besluit- en vertrekmoratorium "
        "in te stellen voor vreemdelingen uit Sudan."
    ): [Row("introduce", BV, "SDN", None, DAY)],
    (
        "Ik heb besloten om met ingang van 15 december 2022 een besluitmoratorium in te stellen voor "
        "de duur van zes maanden voor asielzoekers afkomstig uit Ethiopië."
    ): [Row("introduce", B, "ETH", None, DAY, "2022-12-15", "2023-06-15")],
    "Hierbij stel ik een besluitmoratorium in voor Russische dienstplichtigen, tot 29 juni 2023.": [
        Row("introduce", B, "RUS", "Russische dienstplichtigen", DAY, None, "2023-06-29")
    ],
    (
        "Op 29 juni 2022 is een besluit- en vertrekmoratorium ingesteld voor Russische "
        "dienstplichtigen (Kamerstuk 99 637, nr. 2909). Dit moratorium loopt af op 29 december "
        "aanstaande. Ik heb besloten het moratorium met zes maanden te verlengen."
    ): [
        Row(
            "introduce", BV, "RUS", "Russische dienstplichtigen", "2022-06-29", None, "2022-12-29", ("2909",)
        ),
        Row("extend", BV, "RUS", "Russische dienstplichtigen", DAY, None, "2023-06-29"),
    ],
    (
        "Het besluitmoratorium voor Syrië verloopt op 29 december aanstaande. Ik heb daarom besloten "
        "dit met zes maanden te verlengen."
    ): [Row("extend", B, "SYR", None, DAY, None, "2023-06-29")],
    (
        "Gelet op de onzekere situatie in Afghanistan heb ik besloten het besluit- en "
        "vertrekmoratorium niet te verlengen. Het moratorium eindigt derhalve op 26 februari 2023."
    ): [Row("end", BV, "AFG", None, DAY, None, "2023-02-26")],
    "Het vertrekmoratorium voor Burundi wordt per 1 januari 2023 opgeheven.": [
        Row("end", V, "BDI", None, DAY, "2023-01-01")
    ],
    "Het kabinet heeft besloten het vertrekmoratorium voor Irak te beëindigen.": [
        Row("end", V, "IRQ", None, DAY)
    ],
    "Ik ben voornemens een besluitmoratorium in te stellen voor personen uit Jemen.": [
        Row("announce", B, "YEM", None, DAY)
    ],
    "Ik zal het besluitmoratorium voor Jemen met zes maanden verlengen.": [
        Row("announce", B, "YEM", None, DAY)
    ],
    (
        "Mijn ambtsvoorganger heeft op 26 augustus 2021 een besluit- en vertrekmoratorium ingesteld "
        "voor Afghanistan, dat op 22 februari 2022 is verlengd tot 26 augustus 2022 (Kamerstuk 99 "
        "637, nr. 2820)."
    ): [
        Row("introduce", BV, "AFG", None, "2021-08-26"),
        Row("extend", BV, "AFG", None, "2022-02-22", None, "2022-08-26", ("2820",)),
    ],
    (
        "Bij brief van 11 maart 2022 heb ik uw Kamer geïnformeerd over het instellen van een "
        "besluitmoratorium voor Oekraïners (Kamerstuk 99 637, nr. 2830)."
    ): [Row("introduce", B, "UKR", None, "2022-03-11", None, None, ("2830",))],
    (
        "Het besluitmoratorium voor Oekraïne is op 28 februari 2022 in werking getreden en loopt tot "
        "28 februari 2023. Ik verleng dit moratorium met ingang van 28 februari 2023 voor een half "
        "jaar."
    ): [
        Row("introduce", B, "UKR", None, None, "2022-02-28", "2023-02-28"),
        Row("extend", B, "UKR", None, DAY, "2023-02-28", "2023-08-28"),
    ],
    (
        "Op grond van artikel 43 van de Vreemdelingenwet 2000 besluit ik tot een besluitmoratorium "
        "voor asielaanvragen van Sudanese vreemdelingen."
    ): [Row("introduce", B, "SDN", None, DAY)],
    "Ik heb besloten tot verlenging van het besluitmoratorium voor Ethiopië tot en met 30 juni 2023.": [
        Row("extend", B, "ETH", None, DAY, None, "2023-06-30")
    ],
    "Het besluitmoratorium voor Jemen is afgelopen op 1 december 2022.": [
        Row("end", B, "YEM", None, None, None, "2022-12-01")
    ],
    "Ik zie geen aanleiding om het besluitmoratorium voor Libië te verlengen.": [
        Row("end", B, "LBY", None, DAY)
    ],
    "Ik zie aanleiding het landgebonden asielbeleid voor Iran aan te passen.": [
        Row("amend", L, "IRN", None, DAY)
    ],
    (
        "Het ambtsbericht geeft mij aanleiding het landgebonden asielbeleid ten aanzien van Eritrea "
        "te wijzigen."
    ): [Row("amend", L, "ERI", None, DAY)],
    (
        "Zoals gemeld in mijn brief van 1 juli 2022 (Kamerstuk 99 637, nr. 2911) is het "
        "besluitmoratorium voor Libië beëindigd."
    ): [Row("end", B, "LBY", None, "2022-07-01", None, None, ("2911",))],
    (
        "Voor Israël en de Palestijnse Gebieden heb ik besloten een besluit- en vertrekmoratorium in "
        "te stellen."
    ): [
        Row("introduce", BV, "ISR", None, DAY),
        Row("introduce", BV, "PSE", None, DAY),
    ],
    (
        "Ik heb besloten het besluitmoratorium voor Syrië te verlengen tot 1 juli 2023 en het "
        "vertrekmoratorium voor Syrië te beëindigen."
    ): [
        Row("extend", B, "SYR", None, DAY, None, "2023-07-01"),
        Row("end", V, "SYR", None, DAY),
    ],
    (
        "Het kabinet heeft op 9 december jl. besloten per direct een besluitmoratorium in te stellen "
        "voor Syrië."
    ): [Row("introduce", B, "SYR", None, "2022-12-09", "2022-12-09")],
    (
        "Hierbij informeer ik u over de verlenging van het besluit- en vertrekmoratorium voor "
        "dienstplichtigen uit Rusland met zes maanden tot 29 juni 2023."
    ): [Row("extend", BV, "RUS", "dienstplichtigen", DAY, None, "2023-06-29")],
    (
        "Met de inwerkingtreding van dit besluit wordt het besluitmoratorium voor Soedan uitgebreid "
        "tot aanvragen die na 1 juli zijn ingediend."
    ): [Row("amend", B, "SDN", None, DAY)],
    "Ik acht het daarom nodig het besluitmoratorium voor Congo te handhaven.": [],
    (
        "Het besluitmoratorium, dat op 29 juni 2022 is ingesteld voor Russische dienstplichtigen en "
        "op 29 december 2022 afloopt, wordt met zes maanden verlengd."
    ): [
        Row("introduce", B, "RUS", "Russische dienstplichtigen", "2022-06-29", None, "2022-12-29"),
        Row("extend", B, "RUS", "Russische dienstplichtigen", DAY, None, "2023-06-29"),
    ],
    (
        "Het op 29 juni 2022 ingestelde besluitmoratorium voor Wit-Rusland heb ik nogmaals verlengd, "
        "en wel tot 29 juni 2023."
    ): [
        Row("introduce", B, "BLR", None, "2022-06-29"),
        Row("extend", B, "BLR", None, DAY, None, "2023-06-29"),
    ],
    "Sinds 8 juli 2022 geldt voor asielzoekers uit Sudan een besluitmoratorium.": [
        Row("introduce", B, "SDN", None, None, "2022-07-08")
    ],
    "Het besluit is genomen om het moratorium op asielaanvragen van Ivorianen te beëindigen.": [
        Row("end", B, "CIV", None, DAY)
    ],
    (
        "Daarom heb ik vandaag besloten een vertrekmoratorium van kracht te laten worden voor "
        "Ivoorkust voor de duur van zes maanden."
    ): [Row("introduce", V, "CIV", None, DAY)],
    (
        "Het vorige kabinet stelde op 3 maart 2021 een besluitmoratorium in voor alleenstaande "
        "vrouwen uit Irak."
    ): [Row("introduce", B, "IRQ", "alleenstaande vrouwen", "2021-03-03")],
    "Met ingang van 1 februari 2023 hef ik het vertrekmoratorium voor Syriërs op.": [
        Row("end", V, "SYR", None, DAY, "2023-02-01")
    ],
    "Het besluitmoratorium voor Syrië loopt op 1 februari 2023 af en zal niet worden verlengd.": [
        Row("end", B, "SYR", None, DAY, None, "2023-02-01")
    ],
    (
        "Besloten is om de besluit- en vertrekmoratoria voor Libië voor een periode van zes maanden "
        "te verlengen, derhalve tot 1 juli 2023."
    ): [Row("extend", BV, "LBY", None, DAY, None, "2023-07-01")],
}
STATED |= {
    "Nu het besluitmoratorium voor Jemen is verlengd tot 1 juli 2023, houdt de IND aanvragen aan.": [
        Row("extend", B, "YEM", None, None, None, "2023-07-01")
    ],
    "Aan het besluitmoratorium voor Jemen komt per 1 juli 2023 een einde.": [
        Row("end", B, "YEM", None, DAY, "2023-07-01")
    ],
    "Besloten is het besluitmoratorium voor Iran niet te verlengen en het vertrekmoratorium te verlengen.": [
        Row("end", B, "IRN", None, DAY),
        Row("extend", V, "IRN", None, DAY),
    ],
    "Hierbij bied ik u het besluit aan tot instelling van een vertrekmoratorium voor Iran.": [
        Row("introduce", V, "IRN", None, DAY)
    ],
    "Gelet hierop laat ik het besluitmoratorium voor Syrië per 1 maart 2023 aflopen.": [
        Row("end", B, "SYR", None, DAY, "2023-03-01")
    ],
    "Ik ga over tot het instellen van een besluitmoratorium voor Haïti.": [
        Row("introduce", B, "HTI", None, DAY)
    ],
}
SILENT = (
    "Ik zie geen aanleiding een besluitmoratorium in te stellen voor Soedan.",
    "Uw Kamer heeft verzocht om een besluitmoratorium voor Russische dienstplichtigen in te stellen.",
    "De motie van het lid Ten Hoopen verzoekt de regering een vertrekmoratorium voor Irak in te stellen.",
    (
        "Een besluitmoratorium kan worden ingesteld wanneer naar verwachting voor een korte periode "
        "onzekerheid bestaat over de situatie in het land van herkomst."
    ),
    "Ik overweeg een besluitmoratorium voor Syrië in te stellen.",
    "Indien de situatie in Syrië verslechtert, wordt een besluitmoratorium ingesteld.",
    "Duitsland heeft op 9 december 2022 een besluitmoratorium ingesteld voor Syriërs.",
    "In België is een moratorium afgekondigd op asielaanvragen van Syriërs.",
    "Ik zal bezien of het besluitmoratorium voor Rusland wordt verlengd.",
    "Met een besluitmoratorium wordt de wettelijke beslistermijn verlengd tot maximaal 21 maanden.",
    "Bent u bereid een besluitmoratorium in te stellen voor Russen?",
    "VluchtelingenWerk heeft gepleit voor het instellen van een vertrekmoratorium voor Afghanistan.",
    "Het besluitmoratorium voor Syrië heeft gevolgen voor de doorlooptijden bij de IND.",
    "Er is op dit moment geen besluitmoratorium ingesteld voor Iran.",
    "Op dit moment is voor Jemen geen besluitmoratorium van kracht.",
    "Een vertrekmoratorium zou moeten worden ingesteld voor Irak.",
    "Het is niet mogelijk het besluitmoratorium voor Oekraïne opnieuw te verlengen.",
    "Ik zal uw Kamer informeren over een eventuele verlenging van het besluitmoratorium voor Sudan.",
    "Ik onderzoek de mogelijkheid om het vertrekmoratorium voor Eritrea te beëindigen.",
    "Het landgebonden asielbeleid voor Turkije blijft ongewijzigd.",
    "Het ambtsbericht geeft geen aanleiding het landgebonden asielbeleid voor Nigeria te wijzigen.",
    "Het besluitmoratorium voor Sudan loopt op 8 januari 2023 af.",
    "Gedurende het besluitmoratorium voor Sudan is de opvang verlengd.",
    "Of een besluitmoratorium voor Venezuela in de rede ligt, is nog niet besloten.",
    "Ik heb de IND gevraagd te wachten totdat het besluitmoratorium voor Jemen is ingesteld.",
    "De rechtbank heeft geoordeeld dat het besluitmoratorium voor Syrië is verlengd.",
    "De voorgenomen verlenging van het besluitmoratorium voor Sudan is besproken.",
    "Ik heb besloten geen besluitmoratorium in te stellen voor Burundi.",
    "Een verlenging van het besluitmoratorium voor Haïti acht ik niet nodig.",
    "Een besluitmoratorium houdt in dat de beslistermijn wordt verlengd met ten hoogste een jaar.",
)


LETTERS = [
    (
        "6 juni 2025",
        (
            "Op 13 december 2024 is het besluit- en vertrekmoratorium voor Syrië in werking getreden. "
            "Beide moratoria lopen tot 13 juni 2025. Ik heb besloten de moratoria niet te verlengen. "
            "Tegelijkertijd wijzig ik het landgebonden asielbeleid voor Syrië."
        ),
        [
            Row("introduce", BV, "SYR", None, None, "2024-12-13", "2025-06-13"),
            Row("end", BV, "SYR", None, "2025-06-06", None, "2025-06-13"),
            Row("amend", L, "SYR", None, "2025-06-06"),
        ],
    ),
    (
        "8 december 2023",
        (
            "Bij brief van 3 juli 2023 heb ik uw Kamer geïnformeerd dat ik een besluit- en "
            "vertrekmoratorium heb ingesteld voor Sudan (Kamerstuk 99 637, nr. 3141). Deze zijn ingegaan "
            "op 8 juli 2023 en lopen af op 8 januari 2024. Gelet op de gevechten heb ik besloten beide "
            "moratoria te verlengen met zes maanden, tot 8 juli 2024."
        ),
        [
            Row("introduce", BV, "SDN", None, "2023-07-03", "2023-07-08", "2024-01-08", ("3141",)),
            Row("extend", BV, "SDN", None, "2023-12-08", None, "2024-07-08"),
        ],
    ),
    (
        "19 december 2023",
        (
            "Door de aanval van 7 oktober 2023 is de situatie in Israël en de Palestijnse Gebieden "
            "verslechterd. Ik heb besloten een besluitmoratorium in te stellen voor asielzoekers uit de "
            "Palestijnse Gebieden. Voor Israël zie ik daar geen aanleiding toe. Het moratorium gaat in op "
            "20 december 2023 en geldt voor een periode van zes maanden."
        ),
        [Row("introduce", B, "PSE", None, "2023-12-19", "2023-12-20", "2024-06-20")],
    ),
    (
        "9 december 2024",
        (
            "Ik heb besloten om voor Syrië een besluitmoratorium in te stellen voor de duur van zes "
            "maanden. Het moratorium treedt in werking op de dag na publicatie in de Staatscourant. Ook "
            "andere landen, waaronder Duitsland, hebben besloten de besluitvorming op te schorten."
        ),
        [Row("introduce", B, "SYR", None, "2024-12-09")],
    ),
    (
        "7 februari 2014",
        (
            "De situatie in de Centraal-Afrikaanse Republiek is ernstig. Ik heb daarom besloten om voor "
            "asielzoekers uit dit land een besluitmoratorium in te stellen. Voor Zuid-Soedan geldt sinds "
            "3 januari 2014 eveneens een besluitmoratorium."
        ),
        [
            Row("introduce", B, "CAF", None, "2014-02-07"),
            Row("introduce", B, "SSD", None, None, "2014-01-03"),
        ],
    ),
    (
        "20 december 2021",
        (
            "Besluitmoratorium Ethiopië\nDe situatie is ernstig. Ik stel derhalve een besluitmoratorium "
            "en een vertrekmoratorium in. Deze maatregelen treden per 1 januari 2022 in werking voor de "
            "duur van een half jaar.\nVertrekmoratorium Afghanistan\nHet vertrekmoratorium wordt verlengd "
            "tot 26 augustus 2022."
        ),
        [
            Row("introduce", BV, "ETH", None, "2021-12-20", "2022-01-01", "2022-07-01"),
            Row("extend", V, "AFG", None, "2021-12-20", None, "2022-08-26"),
        ],
    ),
    (
        "14 april 2011",
        (
            "Ik heb besloten om ten aanzien van Ivoorkust zowel een besluitmoratorium als een "
            "vertrekmoratorium in te stellen. De moratoria zullen zes maanden duren. Ook ten aanzien van "
            "Libië stel ik een besluitmoratorium in, met ingang van 15 april 2011 voor een half jaar."
        ),
        [
            Row("introduce", BV, "CIV", None, "2011-04-14"),
            Row("introduce", B, "LBY", None, "2011-04-14", "2011-04-15", "2011-10-15"),
        ],
    ),
    (
        "1 maart 2024",
        (
            "Conform de motie van het lid Ten Hoopen (Kamerstuk 99 637, nr. 3200) is per 1 februari 2024 "
            "het vertrekmoratorium voor Iran beëindigd. De motie verzocht tevens om een besluitmoratorium "
            "voor Irak, maar daartoe ga ik niet over."
        ),
        [Row("end", V, "IRN", None, None, "2024-02-01")],
    ),
    (
        "20 juni 2024",
        (
            "In vervolg op mijn brief van 8 december 2023 deel ik u mede dat ik het besluit- en "
            "vertrekmoratorium voor Sudan laatstmalig verleng, met zes maanden tot 8 januari 2025."
        ),
        [Row("extend", BV, "SDN", None, "2024-06-20", None, "2025-01-08")],
    ),
    (
        "11 juni 2020",
        (
            "Algerije wordt van de lijst van veilige landen van herkomst verwijderd. Ik heb besloten "
            "Ghana en Senegal aan te wijzen als veilige landen van herkomst, met ingang van 1 juli 2020."
        ),
        [
            Row("end", S, "DZA", None, "2020-06-11"),
            Row("introduce", S, "GHA", None, "2020-06-11", "2020-07-01"),
            Row("introduce", S, "SEN", None, "2020-06-11", "2020-07-01"),
        ],
    ),
]
ANSWERS = """Vragen van het lid Ten Hoopen (Partij Groen Polderland) aan de Staatssecretaris van Justitie en
Veiligheid
over het moratorium voor Russische dienstplichtigen (ingezonden 3 januari 2023).
Antwoord van Staatssecretaris Van Oosterzee (Justitie en Veiligheid) (ontvangen 23 januari 2023).
Vraag 1
Bent u bereid om een besluit- en vertrekmoratorium in te stellen voor alle Russen?
Antwoord 1
Nee. Op 29 juni 2022 is een besluitmoratorium ingesteld voor Russische dienstplichtigen.
Vraag 2
Wat nu?
Antwoord 2
Het moratorium is op 13 december jl. verlengd tot 29 juni 2023.
"""


@pytest.mark.parametrize("text", STATED, ids=lambda text: text[:48])
def test_stated_decisions(text: str) -> None:
    assert read(text) == STATED[text]


@pytest.mark.parametrize("text", SILENT, ids=lambda text: text[:48])
def test_nothing_decided(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(("written", "text", "rows"), LETTERS, ids=[letter[0] for letter in LETTERS])
def test_letters(written: str, text: str, rows: list[Row]) -> None:
    assert read(text, written) == rows


def test_answers_restate_decisions_in_their_place() -> None:
    record = read_document(ANSWERS.encode(), "answer.txt")

    assert isinstance(record, Record)
    assert [
        (one.place, one.type.value, one.instruments, one.country, str(one.decided_on))
        for one in record.decisions
    ] == [(1, "introduce", B, "RUS", "2022-06-29"), (2, "extend", B, "RUS", "2022-12-13")]


def test_the_span_is_the_sentence_that_says_most() -> None:
    text = "Ik bericht u over verlenging van het besluitmoratorium voor Iran. Ik verleng dit tot 8 juli 2023."
    record = read_document(HEAD.format(text=text, written=WRITTEN).encode(), "letter.txt")

    assert isinstance(record, Record)
    assert [record.snapshot.quote(one.span) for one in record.decisions] == [
        "Ik verleng dit tot 8 juli 2023."
    ]


def test_what_is_no_sentence_is_left() -> None:
    assert read("besluitmoratorium Syrië heb ik besloten te verlengen " * 4000) == []
