from __future__ import annotations

import csv
import json
from typing import TYPE_CHECKING

import pytest

from tests.cli.conftest import runner
from tests.cli.policies import fill

if TYPE_CHECKING:
    from tests.cli.conftest import Run


@pytest.fixture(scope="module")
def policies(tmp_path_factory: pytest.TempPathFactory) -> Run:
    return runner(fill(tmp_path_factory.mktemp("policies") / "store"))


def held(run: Run, day: str, *arguments: str) -> list[tuple[str, str, str | None]]:
    """Country, instrument and last day of what was in force on a day."""
    found = json.loads(run("state", "--on", day, *arguments, "--format", "json").stdout)
    return [(one["code"], one["instrument"], one["until"]) for one in found]


ERITREA = ("ERI", "vertrekmoratorium", None)


@pytest.mark.parametrize(
    ("day", "found"),
    [
        ("2029-02-28", []),
        ("2029-03-01", [ERITREA]),
        ("2031-01-02", [ERITREA, ("SDN", "besluitmoratorium", "2031-07-01")]),
        ("2031-06-19", [ERITREA, ("SDN", "besluitmoratorium", "2031-07-01")]),
        ("2031-06-20", [ERITREA, ("SDN", "besluitmoratorium", "2032-01-01")]),
        ("2032-01-01", [ERITREA, ("SDN", "besluitmoratorium", "2032-01-01")]),
        ("2032-01-02", [ERITREA]),
    ],
)
def test_what_is_in_force_by_day(policies: Run, day: str, found: list[tuple[str, str, str | None]]) -> None:
    assert held(policies, day) == found


@pytest.mark.parametrize("name", ["Sudan", "SDN", "Sudanese"])
def test_one_country(policies: Run, name: str) -> None:
    assert held(policies, "2031-02-01", "--country", name) == [("SDN", "besluitmoratorium", "2031-07-01")]


def test_each_measure_comes_with_the_sentence_that_says_so(policies: Run) -> None:
    told = policies("state", "--on", "2031-02-01").stdout

    assert (
        "Sudan\n"
        "  besluitmoratorium for dienstplichtigen: since 2031-01-02, until 2031-07-01\n"
        "    introduce 2031-01-02: id:doc/nl/kst-99002-5  "
        "https://zoek.officielebekendmakingen.nl/kst-99002-5.html\n"
        "    «Ik stel een besluit- en vertrekmoratorium in voor Sudanese dienstplichtigen tot en met 1\n"
        "    juli 2031.»\n"
    ) in told
    assert told.endswith(
        "2 measures in force on 2031-02-01\nrests on 1 document; what no loaded document says is not known\n"
    )


def test_what_is_uncertain_is_said(policies: Run) -> None:
    told = policies("state", "--on", "2031-02-01", "--country", "ERI").stdout

    assert "since 2029-03-01, no end known\n" in told
    assert "in no document that is named\n" in told
    assert "    uncertain: no end is known; 702 days since the decision\n" in told
    assert "    uncertain: certainty 0.40 of 1\n" in told


def test_what_people_decided_is_said(policies: Run) -> None:
    assert "rests on 1 document; 1 confirmed or corrected by people;" in (
        policies("state", "--on", "2031-06-30").stdout
    )


def test_rows_for_a_spreadsheet(policies: Run) -> None:
    text = policies("state", "--on", "2031-06-30", "--format", "csv").stdout
    [_, row] = csv.DictReader(text.splitlines())

    assert (row["decision"], row["certainty"], row["curated"]) == ("extend", "0.8", "True")
    assert row["document"] == "https://w3id.org/kamergraaf/id/doc/nl/kst-99002-9"


@pytest.mark.parametrize(
    "arguments", [[], ["--on", "gisteren"], ["--on", "2031-01-01", "--country", "Atlantis"]]
)
def test_a_wrong_question_is_told(policies: Run, arguments: list[str]) -> None:
    assert policies("state", *arguments).exit_code == 2


def test_a_day_without_measures_says_so(policies: Run) -> None:
    assert policies("state", "--on", "2020-01-01").stdout == "0 measures in force on 2020-01-01\n"
