from __future__ import annotations

from datetime import date

import pytest

from loaders.grammar.addresses import find_url, find_urls
from loaders.grammar.sources import SourceParts, read_source

DAY = date(2031, 2, 5)


@pytest.mark.parametrize(
    ("note", "parts"),
    [
        (
            "De Morgenpost, 5 februari 2031, Titel van het stuk (www.morgenpost.example/a-b).",
            SourceParts("De Morgenpost", DAY, "Titel van het stuk", "www.morgenpost.example/a-b"),
        ),
        (
            "De Morgenpost, d.d. 5 februari 2031, «Titel», https://morgenpost.example/x.html.",
            SourceParts("De Morgenpost", DAY, "Titel", "https://morgenpost.example/x.html"),
        ),
        ("De Morgenpost, «Titel», 5 februari 2031", SourceParts("De Morgenpost", DAY, "Titel")),
        (
            "De Morgenpost, 5 februari 2031, «Titel «in» titel» (https://m.example/t)",
            SourceParts("De Morgenpost", DAY, "Titel «in» titel", "https://m.example/t"),
        ),
        (
            "Titel van een rapport (Bureau Meting, 5 februari 2031)",
            SourceParts("Bureau Meting", DAY, "Titel van een rapport"),
        ),
        ("Titel | Economie | Morgenpost.nl", SourceParts("Morgenpost.nl", None, "Titel")),
        ("Titel | Bureau Meting (meting.nl)", SourceParts("Bureau Meting", None, "Titel")),
        ("De Morgenpost, 5 februari 2031", SourceParts("De Morgenpost", DAY)),
        (
            "De Morgenpost, 5 februari 2031, Zelfde titel hier, Zelfde titel hier (morgenpost.nl)",
            SourceParts("De Morgenpost", DAY, "Zelfde titel hier"),
        ),
        (
            "Advies over vlees op https://voedsel.example/advies",
            SourceParts(None, None, "Advies over vlees", "https://voedsel.example/advies"),
        ),
        ("Eisen aan deskundigen (schade.nl)", SourceParts(None, None, "Eisen aan deskundigen")),
        ("https://npo.example/start", SourceParts(url="https://npo.example/start")),
        ("PBL, Verkenning 2031", SourceParts("PBL", None, "Verkenning 2031")),
        ("«Titel van het stuk», NRC, 5 februari 2031", SourceParts("NRC", DAY, "Titel van het stuk")),
        ("Titel van het stuk, NRC, 5 februari 2031", SourceParts("NRC", DAY, "Titel van het stuk")),
        ("Titel van het stuk – NRC (nrc.nl)", SourceParts("NRC", None, "Titel van het stuk")),
        (
            "Zie ook: NRC, 5 februari 2031, Titel. Zie: https://nrc.example/t",
            SourceParts("NRC", DAY, "Titel", "https://nrc.example/t"),
        ),
        ("De Morgenpost, maandag 5 februari 2031, «Titel»", SourceParts("De Morgenpost", DAY, "Titel")),
        ("De Morgenpost (5 februari 2031), «Titel»", SourceParts("De Morgenpost", DAY, "Titel")),
        ("De Morgenpost (2031, 5 februari). Titel.", SourceParts("De Morgenpost", DAY, "Titel")),
        ("«Titel», De Morgenpost, 5 februari 2031", SourceParts("De Morgenpost", DAY, "Titel")),
        ("De Morgenpost, ‘Titel’, 5 februari 2031", SourceParts("De Morgenpost", DAY, "Titel")),
        ("Radio Delta, uitzending van 5 februari 2031", SourceParts("Radio Delta", DAY)),
        ("Persbericht Bureau Meting, 5 februari 2031, «Titel»", SourceParts("Bureau Meting", DAY, "Titel")),
        (
            "Rapport van het Bureau Meting, «Titel», 5 februari 2031, p. 12",
            SourceParts("Bureau Meting", DAY, "Titel"),
        ),
        ("Bureau Meting, februari 2031, «Titel»", SourceParts("Bureau Meting", None, "Titel")),
        ("Bureau Meting, rapport 2031/101, «Titel»", SourceParts("Bureau Meting", None, "Titel")),
        (
            "Bureau Meting (2031), Monitor regen 2030.",
            SourceParts("Bureau Meting", None, "Monitor regen 2030"),
        ),
        ("Bureau Meting, Jaarverslag 2030, p. 31", SourceParts("Bureau Meting", None, "Jaarverslag 2030")),
        (
            "Bureau Meting, Besluit over regen van 5 februari 2031",
            SourceParts("Bureau Meting", DAY, "Besluit over regen"),
        ),
        ("Bureau Meting, Regen gemeten, 5 februari 2031", SourceParts("Bureau Meting", DAY, "Regen gemeten")),
        (
            "Ministerie van Volksgezondheid, Welzijn en Sport, 5 februari 2031",
            SourceParts("Ministerie van Volksgezondheid, Welzijn en Sport", DAY),
        ),
        ("Regenmonitor, editie 3, 5 februari 2031", SourceParts(None, DAY, "Regenmonitor, editie 3")),
        ("Bureau Meting | Hoe vaak regent het?", SourceParts("Bureau Meting", None, "Hoe vaak regent het?")),
        ("Titel | Morgenpost.nl, 5 februari 2031", SourceParts("Morgenpost.nl", DAY, "Titel")),
        (
            "Website Bureau Meting, www.meting.example/x",
            SourceParts("Bureau Meting", None, None, "www.meting.example/x"),
        ),
        ("Bureau Meting, Regen, geraadpleegd op 5 februari 2031", SourceParts()),
        (
            "De Vries, J. e.a. (2031). «Titel», Blad voor Regen, 5 februari 2031",
            SourceParts("Blad voor Regen", DAY, "Titel"),
        ),
        (
            "De Morgenpost, 5 februari 2031, Titel, https://m.example/a; Radio Delta, 6 februari 2031, B",
            SourceParts("De Morgenpost", DAY, "Titel", "https://m.example/a"),
        ),
        ("Rechtbank Noord 5 februari 2031, ECLI:NL:RBNNE:2031:9999", SourceParts(None, DAY)),
        ("EHRM 5 februari 2031, nr. 53600/20 (A/Zeelandië)", SourceParts(None, DAY)),
        ("Dit betreft een steekproef. De cijfers komen vóór 5 februari 2031.", SourceParts()),
        ("Motie Jansen c.s., Kamerstuk 99 600 XV, nr. 33", SourceParts()),
        ("Kamerbrief van 5 februari 2031 over vlees", SourceParts(None, DAY)),
        (
            "Zie hiervoor onder andere de moties van 5 februari 2031 van de leden A en B.",
            SourceParts(None, DAY),
        ),
        ("Commissiedebat Politie van 5 februari 2031", SourceParts(None, DAY)),
        ("Kamerstuk 99 637, nr. 118", SourceParts()),
        ("Kamerstuk 99 054, nr. 395, d.d. 5 februari 2031.", SourceParts(None, DAY)),
        (
            "Kamerstuk 99 793 nr. 274. Inzet bij de conferentie.",
            SourceParts(None, None, "Inzet bij de conferentie"),
        ),
        ("Voor de cijfers geldt als bron Metis. Peildatum: 05-02-2031.", SourceParts()),
        ("Zie ook: memo 048 en memo 056.", SourceParts()),
        (
            "De Morgenpost, 5 februari 2031. «A». (https://m.example/a); Radio Delta, 6 februari 2031. «B».",
            SourceParts("De Morgenpost", DAY, "A", "https://m.example/a"),
        ),
    ],
)
def test_notes_as_sources(note: str, parts: SourceParts) -> None:
    assert read_source(note) == parts


@pytest.mark.parametrize(
    ("text", "url"),
    [
        ("(https://a.example/b_(c)).", "https://a.example/b_(c)"),
        ("zie www.a.example/b, en", "www.a.example/b"),
        ("dvhn.nl/groningen/x.html.", "dvhn.nl/groningen/x.html"),
        ("(nos.nl)", None),
        ("en/of en 1/2 en t/m", None),
        ("o.a. in/uit", None),
    ],
)
def test_addresses(text: str, url: str | None) -> None:
    assert find_url(text) == url


def test_address_places_hold_the_address() -> None:
    text = "Zie https://a.example/x en (www.b.example/y)."

    assert [text[start:end] for _, start, end in find_urls(text)] == [
        "https://a.example/x",
        "www.b.example/y",
    ]
