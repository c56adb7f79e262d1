from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.grammar.people import find_members, find_responders, mend_name
from loaders.grammar.posts import find_posts
from ontology import vocabulary

PORTFOLIOS = sorted({label for name in vocabulary.portfolio_names() if (label := vocabulary.portfolio(name))})


@pytest.mark.parametrize(
    ("phrase", "posts"),
    [
        ("de Minister van Defensie", ["Minister van Defensie"]),
        (
            "de Ministers van Financiën en voor Rechtsbescherming",
            ["Minister van Financiën", "Minister voor Rechtsbescherming"],
        ),
        (
            "de Minister en Staatssecretaris vanBinnenlandse Zaken en Koninkrijksrelaties",
            [
                "Minister van Binnenlandse Zaken en Koninkrijksrelaties",
                "Staatssecretaris van Binnenlandse Zaken en Koninkrijksrelaties",
            ],
        ),
        (
            "de Staatssecretarissen van Onderwijs, Cultuur en Wetenschap enVolksgezondheid, Welzijn en Sport",
            [
                "Staatssecretaris van Onderwijs, Cultuur en Wetenschap",
                "Staatssecretaris van Volksgezondheid, Welzijn en Sport",
            ],
        ),
        (
            "de Minister van Justitie en Veiligheid en deStaatssecretaris van Financiën",
            ["Minister van Justitie en Veiligheid", "Staatssecretaris van Financiën"],
        ),
        ("de MinisterKlimaat en Groene Groei", ["Minister van Klimaat en Groene Groei"]),
        ("de Minister van Asiel en migratie", ["Minister van Asiel en Migratie"]),
        ("de minister-president", ["Minister-President"]),
        ("de Minister-President, Minister van Algemene Zaken", ["Minister-President"]),
        (
            "de Minister van Defensie, bij afwezigheid van de Minister van Financiën",
            ["Minister van Defensie"],
        ),
        ("de Minister voor Ruimtevaart en Kernfusie", ["Minister voor Ruimtevaart en Kernfusie"]),
        (
            "de Staatssecretaris van Financiën – Fiscaliteit en Belastingdienst en de Minister van Defensie",
            ["Staatssecretaris van Financiën – Fiscaliteit en Belastingdienst", "Minister van Defensie"],
        ),
        (
            "de Staatssecretaris Herstel en Toeslagen en de Minister van Financiën",
            ["Staatssecretaris Herstel en Toeslagen", "Minister van Financiën"],
        ),
        (
            "de Staatssecretaris Participatie en Integratie van Sociale Zaken en Werkgelegenheid",
            ["Staatssecretaris Participatie en Integratie van Sociale Zaken en Werkgelegenheid"],
        ),
        ("het kabinet", []),
    ],
)
def test_posts_in_full(phrase: str, posts: list[str]) -> None:
    assert [post.label for post in find_posts(phrase)] == posts


@given(st.lists(st.sampled_from(PORTFOLIOS), min_size=1, max_size=4, unique=True))
def test_a_list_of_ministers_gives_each_of_them(portfolios: list[str]) -> None:
    head = ", ".join(f"van {portfolio}" for portfolio in portfolios[:-1])
    phrase = f"de Ministers {head} en van {portfolios[-1]}" if head else f"de Minister van {portfolios[-1]}"

    assert [post.label for post in find_posts(phrase)] == [
        f"Minister van {portfolio}" for portfolio in portfolios
    ]


@pytest.mark.parametrize(
    ("phrase", "members"),
    [
        ("het lid Van Loon (LV)", [("Van Loon", "LV")]),
        ("de leden Van den Berg (LV) en De Vries (PGP)", [("Van den Berg", "LV"), ("De Vries", "PGP")]),
        ("de leden A , B (beiden LV), C (PGP)", [("A", "LV"), ("B", "LV"), ("C", "PGP")]),
        ("de leden A, B en C (allen LV)", [("A", "LV"), ("B", "LV"), ("C", "LV")]),
        ("de leden lid Inge Jansen (LV) en het lid Bos (PGP)", [("Inge Jansen", "LV"), ("Bos", "PGP")]),
        ("het lid Kostic ´ (PGP)", [("Kostić", "PGP")]),
        ("Pieter Jansen (LV)", [("Pieter Jansen", "LV")]),
        ("het lid Jansen", [("Jansen", None)]),
        ("het lid Jansen (LV), van uw Kamer", [("Jansen", "LV")]),
    ],
)
def test_members_and_parties(phrase: str, members: list[tuple[str, str | None]]) -> None:
    assert [(member.name, member.party) for member in find_members(phrase)] == members


def test_member_places_hold_their_names() -> None:
    phrase = "de leden Van den Berg (LV) en De Vries (PGP)"

    assert [phrase[m.start : m.end] for m in find_members(phrase)] == ["Van den Berg", "De Vries"]


@pytest.mark.parametrize(
    ("phrase", "responders"),
    [
        ("Minister Jansen (Defensie)", [("Jansen", "Minister", "Defensie")]),
        (
            "staatssecretaris Van 't Hof (BZK) en van Minister De Wit-Aydin (Financiën)",
            [("Van 't Hof", "Staatssecretaris", "BZK"), ("De Wit-Aydin", "Minister", "Financiën")],
        ),
        (
            "staatssecretaris Bakker (Volksgezondheid, Welzijn en Sport (",
            [("Bakker", "Staatssecretaris", "Volksgezondheid, Welzijn en Sport")],
        ),
        ("Minister-President De Raadt, ", [("De Raadt", "Minister-President", None)]),
        (
            "Minister-President De Raadt en van Minister Jansen (Defensie)",
            [("De Raadt", "Minister-President", None), ("Jansen", "Minister", "Defensie")],
        ),
        ("Minister-President Smit (Algemene Zaken)", [("Smit", "Minister-President", "Algemene Zaken")]),
    ],
)
def test_responders(phrase: str, responders: list[tuple[str, str, str | None]]) -> None:
    assert [(one.name, one.role, one.ministry) for one in find_responders(phrase)] == responders


@pytest.mark.parametrize(
    ("printed", "name"), [("Yes¸il", "Yeşil"), ("VanDijk", "Van Dijk"), ("Jansen ,", "Jansen")]
)
def test_broken_names_are_mended(printed: str, name: str) -> None:
    assert mend_name(printed) == name
