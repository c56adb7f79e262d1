from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.grammar.references import find_appendices, find_cases, find_papers, long_year

ROMAN = ["IV", "VI", "VII", "VIII", "XII", "XV", "XX"]


@pytest.mark.parametrize(
    ("text", "papers"),
    [
        ("Kamerstuk 99 637, nr. 118", [("99637", "118")]),
        ("Kamerstuk 99637, nr. 118.", [("99637", "118")]),
        ("Kamerstukken II 2031–2032, 99 279, nr. 339", [("99279", "339")]),
        ("Kamerstukken II, vergaderjaar 2031/2032 99 229, nr. 29", [("99229", "29")]),
        ("Kamerstukken II 2031/32, 99 637, nr. 33", [("99637", "33")]),
        ("TK 2031/32, 99 839, nr. 24.", [("99839", "24")]),
        ("Tweede Kamer, vergaderjaar 2031–2032, 99 637, nr. 98", [("99637", "98")]),
        ("Kamerstuk 99 410 VIII, nr. 112", [("99410-VIII", "112")]),
        ("Kamerstuk99 600 XII, nr. 42", [("99600-XII", "42")]),
        ("Kamerstuk 99 410 A, nr. 51", [("99410-A", "51")]),
        ("Kamerstuk 99 501-20, nr. 2128", [("99501-20", "2128")]),
        ("(Kamerstuk 99501-20-2128)", [("99501-20", "2128")]),
        ("Kamerstukken I 2031/32, 99 200, B", [("99200", "B")]),
        ("(Kamerstuk-ken 99 645, nr. 811 en 99 984, nr. 12)", [("99645", "811"), ("99984", "12")]),
        ("(Kamerstukken II 2031/32,99 021, nr.6; I 2032/33, 99 021, B).", [("99021", "6"), ("99021", "B")]),
        ("Kamerstuk 99 925 VI, nrs. 12 en 13", [("99925-VI", "12"), ("99925-VI", "13")]),
        ("een motie (99 441, nr. 24)", [("99441", "24")]),
        ("bij brief beantwoord (99 471-64).", [("99471", "64")]),
        ("Bijlage 1 van kamerstuk 99 813, nr. 95", [("99813", "95")]),
        ("Kamerstuk 99 893, nr. 270 en nr. 278", [("99893", "270"), ("99893", "278")]),
        ("Kamerstukken 99 542 en 99 628, nr. 41", [("99542", "41")]),
        ("Kamerstuk 99 807, 99 683 en 99 600 XIV, nr. 299", [("99807", "299")]),
        ("een brief (99 542 en 99 628, nr. 41)", [("99542", "41")]),
        ("de moties 99 576-14 en 99 196, nr. 830", [("99576", "14"), ("99196", "830")]),
        ("(Kamerstuk 99\n409, nr. 477)", [("99409", "477")]),
    ],
)
def test_papers(text: str, papers: list[tuple[str, str]]) -> None:
    assert [(paper.dossier, paper.number) for paper in find_papers(text)] == papers


@pytest.mark.parametrize(
    "text",
    [
        "12 345 mensen, van wie 5 nummer drie",
        "zie Kamerstuk 2031D28457",
        "het bedrag van 10 000-12 000 euro",
        "Stb. 2031, 153, gepubliceerd in Stb. 2031, 213",
        "telefoon 070 123 45 67",
    ],
)
def test_what_cites_no_paper(text: str) -> None:
    assert find_papers(text) == []


@given(
    st.integers(10, 99),
    st.integers(0, 999),
    st.one_of(st.none(), st.sampled_from(ROMAN)),
    st.integers(1, 4000),
)
def test_each_paper_is_found_in_the_common_form(
    first: int, last: int, chapter: str | None, number: int
) -> None:
    suffix = f" {chapter}" if chapter else ""
    text = f"Zoals gemeld (Kamerstuk {first} {last:03}{suffix}, nr. {number}) is dat zo."

    [paper] = find_papers(text)

    assert paper.dossier == f"{first}{last:03}" + (f"-{chapter}" if chapter else "")
    assert paper.number == str(number)
    assert text[paper.start : paper.end].endswith(str(number))


@pytest.mark.parametrize(
    ("text", "appendices"),
    [
        ("Zie ook Aanhangsel Handelingen, vergaderjaar 2031–2032, nr. 393.", [("2031-2032", "393")]),
        ("Aanhangsel Handelingen, vergaderjaar 2031–2032, 1028", [("2031-2032", "1028")]),
        ("Aanhangsel Handelingen II, vergaderjaar 2031–2032, nr. 22", [("2031-2032", "22")]),
        ("Aanhangsel van de Handelingen II 2031/32, nr. 1121", [("2031-2032", "1121")]),
        ("Kamervragen (Aanhang-sel) 2031–2032, nr. 2345", [("2031-2032", "2345")]),
        ("ah-tk-20312032–2345", [("2031-2032", "2345")]),
        ("ah-tk-2031–2032, nr.2509", [("2031-2032", "2509")]),
        ("Aanhangsel Handelingen II 2031/32, nrs. 12 en 13", [("2031-2032", "12"), ("2031-2032", "13")]),
        (
            "Aanhangsel Handelingen, vergaderjaar 2031–2032, nr. 801 en nr. 844.",
            [("2031-2032", "801"), ("2031-2032", "844")],
        ),
    ],
)
def test_appendices(text: str, appendices: list[tuple[str, str]]) -> None:
    assert [(one.year, one.number) for one in find_appendices(text)] == appendices


def test_cases_are_read_without_spaces() -> None:
    text = "vraagnummer 2031Z14814, 2031 Z 00002, X2031Z99999 en 2031Z123456"

    assert [case.number for case in find_cases(text)] == ["2031Z14814", "2031Z00002"]


@pytest.mark.parametrize("year", ["2031-2032", "2031–2032", "2031/32", "20312032", "2031/2032"])
def test_years_are_written_in_full(year: str) -> None:
    assert long_year(year) == "2031-2032"
