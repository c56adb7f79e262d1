"""Compounds of which a part is left out, wordings that tell a thing, and the shipped concepts."""

from __future__ import annotations

import pytest

from loaders.grammar.policy.finding import Finder, find_named
from tests.loaders.grammar.policy.things import ALL

FINDER = Finder(ALL)


def named(text: str) -> list[tuple[str, str]]:
    return [(one.concept.rsplit("/", 1)[-1], text[one.start : one.end]) for one in FINDER.find(text)]


@pytest.mark.parametrize(
    "words",
    [
        "tol- en veerstop",
        "tol- en/of veerstop",
        "tol- of veerstop",
        "tol-/veerstop",
        "tol/veerstop",
        "tol en veerstop",
        "tol-en veerstop",
        "tol- en een veerstop",
        "tol-\nen veerstop",
        "Tol- dan wel veerstop",
    ],
)
def test_a_compound_with_a_part_left_out_names_two_things_by_the_same_words(words: str) -> None:
    assert named(f"Er komt een {words} voor Noordland") == [
        ("tolstop", words),
        ("veerstop", words),
        ("NLA", "Noordland"),
    ]


def test_a_word_that_is_no_part_of_a_label_joins_no_compound() -> None:
    assert named("een lek- en veerstop") == [("veerstop", "veerstop")]
    assert named("tolstop en veerstop") == [("tolstop", "tolstop"), ("veerstop", "veerstop")]


def test_the_words_that_follow_tell_the_narrower_thing() -> None:
    assert named("de tol, een stop op drie punten") == [
        ("tol", "tol"),
        ("driepuntsstop", "stop op drie punten"),
    ]
    assert named("de tol, een stop op vier punten") == [("tol", "tol"), ("stop", "stop")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("het besluit- en vertrekmoratorium", ["besluitmoratorium", "vertrekmoratorium"]),
        ("een beslis- en vertrekmoratorium", ["besluitmoratorium", "vertrekmoratorium"]),
        ("besluit- of vertrekmoratoria", ["besluitmoratorium", "vertrekmoratorium"]),
        ("het besluit en vertrekmoratorium", ["besluitmoratorium", "vertrekmoratorium"]),
        ("een besluit-/vertrekmoratorium", ["besluitmoratorium", "vertrekmoratorium"]),
        ("het besluitmoratorium", ["besluitmoratorium"]),
        ("Russische en Oekraïense mannen", ["RUS", "UKR"]),
        ("Syriërs, Syrie en Syriës buren", ["SYR", "SYR", "SYR"]),
        ("het Chinabeleid en de Iraanse leiding", ["CHN", "IRN"]),
        ("Zuid-Sudan en Sudan", ["SSD", "SDN"]),
        ("polen en turkse olie", []),
        ("Latijns-Amerika en Noord-Holland", []),
        ("The Jerusalem Post en The Times of Israel", []),
        ("handhavingsmoratorium, moratorium op windturbines", ["algemeen-moratorium", "algemeen-moratorium"]),
        ("asielzoekers onder het moratorium", ["moratorium"]),
        ("een moratorium op Syrische asielaanvragen", ["besluitmoratorium", "SYR"]),
    ],
)
def test_shipped_concepts_are_found(text: str, expected: list[str]) -> None:
    known = {"country", "instrument"}
    found = [one.concept.rsplit("/", 2)[-2:] for one in find_named(text)]

    assert [key for scheme, key in found if scheme in known] == expected
