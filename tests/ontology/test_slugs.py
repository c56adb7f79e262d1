from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import NamedNode

from ontology.slugs import digest, host, normal_url, slug, squash, web_iri

URLS = st.from_regex(
    r"(https?://)?(www\.)?[A-Za-z0-9]{1,9}(\.[A-Za-z]{2,5}){1,2}(/[^\s#]{0,12}){0,3}(\?[^\s#]{0,9})?(#\S{0,5})?",
    fullmatch=True,
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Minister van Asiel en Migratie", "minister-van-asiel-en-migratie"),
        ("Financiën", "financien"),
        ("  Groep Kuzu/Öztürk ", "groep-kuzu-ozturk"),
        ("Yeşilgöz-Zegerius", "yesilgoz-zegerius"),
        ("ﬁscaal", "fiscaal"),
        ("50PLUS", "50plus"),
    ],
)
def test_slugs(text: str, expected: str) -> None:
    assert slug(text) == expected


def test_a_slug_of_nothing_latin_is_still_distinct() -> None:
    assert slug("Правда").startswith("x-")
    assert slug("Правда") != slug("Известия")


@given(st.text())
def test_slugs_are_plain_and_stable(text: str) -> None:
    made = slug(text)

    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", made)
    assert slug(made) == made


@given(st.text(), st.text(alphabet=" \t\n,.-’", max_size=5))
def test_squash_ignores_case_white_space_and_punctuation(text: str, noise: str) -> None:
    assert squash(f"{noise}Van der Eik {text}") == squash(f"van{noise}derEik{text}")


@pytest.mark.parametrize(
    "url",
    [
        "https://www.Example.nl/a%20b/",
        "http://example.nl/a%20b",
        "example.nl/a%20b#noot",
        "HTTPS://EXAMPLE.NL/a%20b//",
    ],
)
def test_prints_of_one_address_have_one_form(url: str) -> None:
    assert normal_url(url) == "example.nl/a%20b"


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://x.nl/Pad/?q=A%2FB&r=1", "x.nl/Pad/?q=A%2FB&r=1"),
        ("https://x.nl/100%/é|", "x.nl/100%25/%C3%A9%7C"),
        ("https://x.nl?q=[1]", "x.nl?q=%5B1%5D"),
        ("geen adres", None),
        ("localhost/pad", None),
        ("https://", None),
    ],
)
def test_normal_form(url: str, expected: str | None) -> None:
    assert normal_url(url) == expected


@given(URLS)
def test_normal_form_is_stable_and_makes_a_valid_iri(url: str) -> None:
    normal = normal_url(url)
    if normal is not None:
        assert normal_url(normal) == normal
        assert NamedNode(web_iri(url) or "").value == f"https://{normal}"
        assert host(url) == host(normal)


@given(st.text())
def test_any_text_is_an_address_or_none(text: str) -> None:
    iri = web_iri(text)
    if iri is not None:
        NamedNode(iri)


def test_host() -> None:
    assert host("https://www.nieuws.Example.nl:8080/a?b") == "nieuws.example.nl"


def test_digest_takes_half_a_surrogate_pair() -> None:
    assert len(digest("\ud800")) == 16
