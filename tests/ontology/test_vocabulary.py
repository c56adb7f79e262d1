from __future__ import annotations

from collections.abc import Callable

import pytest

from ontology import iris, vocabulary
from ontology.lexicon import triples_of
from ontology.terms import Kg, Org, Rdf, Skos

TOOI = "https://identifier.overheid.nl/tooi/id/ministerie/"


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("Asiel en Migratie", "Asiel en Migratie"),
        ("asiel  en\nmigratie", "Asiel en Migratie"),
        ("Onderwijs Cultuur en Wetenschap", "Onderwijs, Cultuur en Wetenschap"),
        ("Financien", "Financiën"),
        ("VWS", "Volksgezondheid, Welzijn en Sport"),
        ("Veiligheid en Justitie", "Veiligheid en Justitie"),
        ("Primair- en Voortgezet Onderwijs", "Primair en Voortgezet Onderwijs"),
        ("Vreemde Zaken", None),
    ],
)
def test_portfolios(printed: str, expected: str | None) -> None:
    assert vocabulary.portfolio(printed) == expected


@pytest.mark.parametrize(
    ("printed", "label", "ministry"),
    [
        ("minister van buitenlandse zaken", "Minister van Buitenlandse Zaken", f"{TOOI}mnre1013"),
        ("Minister voor Rechtsbescherming", "Minister voor Rechtsbescherming", f"{TOOI}mnre1058"),
        (
            "Minister-President, Minister van Algemene Zaken",
            "Minister-President",
            iris.ministry("algemene-zaken"),
        ),
        (
            "Staatssecretaris van Financiën – Fiscaliteit en Belastingdienst",
            "Staatssecretaris van Financiën – Fiscaliteit en Belastingdienst",
            iris.ministry("financien"),
        ),
        (
            "Staatssecretaris Participatie en Integratie",
            "Staatssecretaris van Participatie en Integratie",
            None,
        ),
        ("Minister van Vreemde ZAKEN", "Minister van Vreemde Zaken", None),
    ],
)
def test_posts(printed: str, label: str, ministry: str | None) -> None:
    post = vocabulary.post(printed)

    assert post.label == label
    assert post.iri == iris.post(label)
    assert ministry in (None, post.ministry)


@pytest.mark.parametrize(
    ("role", "field", "label"),
    [
        ("Minister", "Asiel en Migratie", "Minister van Asiel en Migratie"),
        ("Minister", "Rechtsbescherming", "Minister voor Rechtsbescherming"),
        ("Staatssecretaris", "Justitie en Veiligheid", "Staatssecretaris van Justitie en Veiligheid"),
        ("Minister-President", "Algemene Zaken", "Minister-President"),
        ("Minister-President", None, "Minister-President"),
    ],
)
def test_the_post_of_one_who_signs(role: str, field: str | None, label: str) -> None:
    post = vocabulary.post_of(role, field)

    assert post is not None
    assert post.label == label
    assert post.ministry is not None


def test_a_post_is_not_guessed() -> None:
    assert vocabulary.post_of("Minister", None) is None
    assert vocabulary.post_of("Minister", "Vreemde Zaken") is None


@pytest.mark.parametrize("printed", ["NOS", "nos.nl", "Nederlandse Omroep Stichting", "NOS Nieuws"])
def test_publishers_by_name(printed: str) -> None:
    found = vocabulary.publisher_named(printed)

    assert found is not None
    assert (found.label, found.iri) == ("NOS", iris.publisher("NOS"))


@pytest.mark.parametrize(
    ("host", "label"),
    [("nieuws.nos.nl", "NOS"), ("www.ec.europa.eu", "Europese Commissie"), ("radar.avrotros.nl", "Radar")],
)
def test_publishers_by_host(host: str, label: str) -> None:
    found = vocabulary.publisher_at(host)

    assert found is not None
    assert found.label == label


@pytest.mark.parametrize("host", ["nl", "onbekend.example", "notnos.nl", ""])
def test_unknown_hosts(host: str) -> None:
    assert vocabulary.publisher_at(host) is None


def test_unknown_names_are_rebuilt_from_their_slug() -> None:
    assert vocabulary.publisher("De NIEUWE Bode").label == "De Nieuwe Bode"
    assert vocabulary.publisher("de nieuwe bode") == vocabulary.publisher("De Nieuwe Bode")
    assert vocabulary.group("PvI").label == "PVI"
    assert vocabulary.group("Partij van het Licht").label == "Partij van het Licht"


def test_parties() -> None:
    assert vocabulary.party("groenlinks – pvda") == vocabulary.party("GroenLinks-PvdA")
    assert vocabulary.group("Forum voor Democratie").label == "FVD"
    assert vocabulary.party("PvI") is None


def test_names_for_those_who_search_in_text() -> None:
    assert {"Rechtsbescherming", "BZK"} <= set(vocabulary.portfolio_names())
    longest_first = vocabulary.publisher_names()
    assert [len(name) for name in longest_first] == sorted(map(len, longest_first), reverse=True)


@pytest.mark.parametrize(
    ("name", "cls", "mint"),
    [
        ("publishers", Org.ORGANIZATION, iris.publisher),
        ("groups", Kg.PARLIAMENTARY_GROUP, iris.group),
        ("portfolios", Kg.PORTFOLIO, lambda label: iris.concept("portfolio", label)),
        ("portfolios", Org.POST, iris.post),
    ],
)
def test_iris_in_concept_files_are_those_that_would_be_minted(
    name: str, cls: str, mint: Callable[[str], str]
) -> None:
    triples = triples_of(name)
    members = {s for s, p, o in triples if p == Rdf.TYPE and o == cls}
    labels = {s: o for s, p, o in triples if p == Skos.PREF_LABEL and s in members and o != "Prime Minister"}

    assert members == labels.keys()
    assert {s: mint(label) for s, label in labels.items()} == {s: s for s in labels}
