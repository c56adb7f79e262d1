from __future__ import annotations

import csv
import json
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from kamergraaf.cli.main import cli
from tests.cli.conftest import runner
from tests.cli.policies import fill

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Run


@pytest.fixture(scope="module")
def policies(tmp_path_factory: pytest.TempPathFactory) -> Run:
    return runner(fill(tmp_path_factory.mktemp("policies") / "store"))


def days(run: Run, *arguments: str) -> list[tuple[str, str, str]]:
    """Day, kind and detail of the events that a timeline tells."""
    result = run("timeline", *arguments, "--format", "json")
    assert result.exit_code == 0, result.output
    return [(one["day"], one["kind"], one["detail"]) for one in json.loads(result.stdout)]


ALL = [
    ("2031-01-02", "decision", "introduce"),
    ("2031-02-03", "question", ""),
    ("2031-05-06", "report", ""),
    ("2031-06-20", "decision", "extend"),
]


@pytest.mark.parametrize("name", ["Sudan", "sudan", "SDN", "Soedan", "Sudanese"])
def test_a_country_goes_by_its_names_in_two_languages_and_by_its_code(policies: Run, name: str) -> None:
    assert days(policies, name) == ALL


@pytest.mark.parametrize(
    "name", ["besluitmoratorium", "besluitmoratoria", "decision moratorium", "Moratorium in het asielbeleid"]
)
def test_a_policy_goes_by_its_names_and_stands_for_its_kinds(policies: Run, name: str) -> None:
    assert days(policies, name, "--country", "SDN") == ALL


def test_policies_and_countries_are_taken_together(policies: Run) -> None:
    one, both = days(policies, "besluitmoratorium"), days(policies, "besluitmoratorium", "vertrekmoratorium")

    assert one == [ALL[0], ALL[1], ALL[3]]
    assert both == [("2029-03-01", "decision", "introduce"), *one]
    assert days(policies, "vertrekmoratorium", "--country", "Sudan") == [ALL[2]]
    assert days(policies, "Sudan", "Eritrea") == [("2029-03-01", "decision", "introduce"), *ALL]


def test_a_set_that_a_reply_reprints_is_told_once_under_its_number(policies: Run) -> None:
    [told] = json.loads(policies("timeline", "Tsjaad", "--format", "json").stdout)

    assert (told["day"], told["title"]) == ("2031-03-03", "het recht in Tsjaad")
    assert told["iri"].endswith("/kv-tk-2031Z00901")


def test_days_bound_what_is_told(policies: Run) -> None:
    assert days(policies, "Sudan", "--from", "2031-02-03", "--until", "2031-05-06") == ALL[1:3]


def test_the_table_names_documents_as_other_commands_take_them(policies: Run) -> None:
    told = policies("timeline", "besluitmoratorium").stdout
    rows = [line.split("   ")[0:2] for line in told.splitlines() if line.startswith("  20")]

    assert [row[0].strip() for row in rows] == ["2031-01-02", "2031-02-03", "2031-06-20"]
    assert "decision: introduce" in told
    assert "besluitmoratorium Sudan (dienstplichtigen)" in told
    assert "kst-99002-5" in told
    assert policies("why", "kst-99002-5").exit_code == 0
    assert told.endswith("3 events\n")


def test_a_narrow_terminal_gets_a_narrow_table(policies: Run) -> None:
    store = json.loads(policies("stats", "--format", "json").stdout)["store"]
    told = CliRunner(env={"COLUMNS": "70", "KAMERGRAAF_STORE": store}).invoke(cli, ["timeline", "Sudan"])

    assert max(map(len, told.stdout.splitlines())) <= 70
    assert told.stdout.endswith("4 events\n")


def test_rows_for_programs_and_spreadsheets(policies: Run) -> None:
    rows = list(csv.DictReader(policies("timeline", "SDN", "--format", "csv").stdout.splitlines()))
    lines = [
        json.loads(line) for line in policies("timeline", "SDN", "--format", "jsonl").stdout.splitlines()
    ]

    assert rows[0]["quote"].startswith("Ik stel een besluit- en vertrekmoratorium in")
    assert rows[0]["page"] == "https://zoek.officielebekendmakingen.nl/kst-99002-5.html"
    assert rows[0]["concepts"] == "besluitmoratorium; Sudan"
    assert (rows[0]["since"], rows[0]["until"], rows[0]["group"]) == (
        "2031-01-02",
        "2031-07-01",
        "dienstplichtigen",
    )
    assert [line["iri"] for line in lines] == [row["iri"] for row in rows]
    assert lines[2]["until"] is None


def test_the_form_follows_from_the_name_of_the_file(policies: Run, tmp_path: Path) -> None:
    page, table, text = (tmp_path / "new" / name for name in ("t.html", "t.csv", "t.txt"))

    told = policies("timeline", "besluitmoratorium", "-o", page, "--language", "en")
    policies("timeline", "besluitmoratorium", "-o", table)
    policies("timeline", "besluitmoratorium", "-o", text)

    assert told.stdout == f"{page}: 3 events, 2 of them decisions\n"
    assert '<html lang="en">' in page.read_text("utf-8")
    assert "Decision moratorium" in page.read_text("utf-8")
    assert table.read_text("utf-8").startswith("day,kind,detail,")
    assert "decision: introduce" in text.read_text("utf-8")


UNKNOWN = "of the concept files has this name. Did you mean"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["besluitmoratorum"], f"besluitmoratorum: no policy or country {UNKNOWN} besluitmoratorium"),
        (["besluitmoratorium", "--country", "Soedn"], f"Soedn: no country {UNKNOWN} Sudan"),
        (["besluitmoratorium", "--open"], "Only a page in a file can be opened"),
    ],
)
def test_a_name_that_is_not_known_gives_near_ones(policies: Run, arguments: list[str], message: str) -> None:
    result = policies("timeline", *arguments)

    assert result.exit_code == 2
    assert message in result.stderr


def test_a_name_of_a_kind_and_its_narrower_kinds_means_all_of_them(policies: Run) -> None:
    result = policies("timeline", "moratorium", "--format", "csv")

    assert result.exit_code == 0
    assert "vertrekmoratorium" in result.stdout


def test_nothing_found_is_told(policies: Run) -> None:
    result = policies("timeline", "Peru")

    assert (result.exit_code, result.stdout) == (0, "0 events\n")
    assert result.stderr == "nothing in this store is about Peru\n"
