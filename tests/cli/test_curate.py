from __future__ import annotations

import csv
import io
import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest

from graph.cells import guard
from tests.cli.conftest import SAMPLE, runner

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Run

RUSSIA = (
    ("introduce", "besluitmoratorium vertrekmoratorium", "2022-06-29", "2022-06-29", "2022-12-28", "2909"),
    ("extend", "besluitmoratorium vertrekmoratorium", "2022-12-13", "", "2023-06-29", "3018"),
    ("introduce", "landgebonden-asielbeleid", "2023-06-08", "2023-06-08", "", "3118"),
)
"""What decisions say on a country of which no document is loaded."""


@dataclass
class Table:
    """The table of a store, in a file."""

    run: Run
    file: Path
    rows: list[dict[str, str]] = field(default_factory=list)

    def export(self, *arguments: str) -> None:
        told = self.run("curate", "export", self.file, *arguments)
        assert told.exit_code == 0, told.output
        self.rows = list(csv.DictReader(io.StringIO(self.file.read_text("utf-8"))))

    def add(self, **cells: str) -> None:
        self.rows.append(dict.fromkeys(self.rows[0], "") | {"what": "decision", "status": "new"} | cells)

    def write(self) -> None:
        out = io.StringIO()
        writer = csv.DictWriter(out, self.rows[0])
        writer.writeheader()
        writer.writerows({name: guard(cell) for name, cell in row.items()} for row in self.rows)
        self.file.write_text(out.getvalue(), "utf-8")

    def first(self, **cells: str) -> dict[str, str]:
        """The first row with some cells."""
        return next(row for row in self.rows if all(row[name] == cell for name, cell in cells.items()))


@pytest.fixture
def table(run: Run, tmp_path: Path) -> Table:
    """The sample dossier in a store of its own, and its table."""
    assert run("load", SAMPLE).exit_code == 0
    made = Table(run, tmp_path / "table.csv")
    made.export()
    return made


def decided(run: Run, *names: str) -> list[tuple[str, str, str]]:
    told = run("timeline", *names, "--format", "json")
    return [
        (one["day"], one["detail"], one["concepts"][0])
        for one in json.loads(told.stdout)
        if one["kind"] == "decision"
    ]


def test_the_table_has_decisions_reports_and_names_with_their_sentences(table: Table) -> None:
    kinds = {row["what"] for row in table.rows}
    extended = table.first(what="decision", type="extend")

    assert kinds == {"decision", "report", "person"}
    assert extended["country"] == "ERI"
    assert "verlengen" in extended["quote"]


@pytest.mark.parametrize(
    ("what", "kind"), [("decisions", "decision"), ("reports", "report"), ("persons", "person")]
)
def test_a_part_of_the_table(table: Table, what: str, kind: str) -> None:
    table.export("--what", what)

    assert {row["what"] for row in table.rows} == {kind}


def test_export_tells_what_it_wrote_and_a_pipe_gets_the_table_alone(table: Table) -> None:
    told = table.run("curate", "export", table.file)
    piped = table.run("curate", "export", "-")

    assert told.stdout.startswith(f"{table.file}: ")
    assert piped.stdout == table.file.read_text("utf-8")


def test_a_dry_run_shows_what_would_change_and_changes_nothing(table: Table) -> None:
    before = decided(table.run, "Eritrea")
    row = table.first(what="decision", type="extend")
    number = table.rows.index(row) + 2
    former = row["decided_on"]
    row |= {"status": "correct", "decided_on": "2031-09-16"}
    table.write()

    told = table.run("curate", "import", table.file, "--dry-run")

    assert told.exit_code == 0, told.output
    assert f"row {number}: corrected: decision extend" in told.stdout
    assert f"    decided_on: {former} -> 2031-09-16\n" in told.stdout
    assert told.stdout.endswith("1 row would change something; nothing was written\n")
    assert decided(table.run, "Eritrea") == before


def test_what_is_corrected_wins_and_outlives_a_new_load(table: Table) -> None:
    table.first(what="decision", type="extend").update(status="correct", decided_on="2031-09-16")
    table.write()

    told = table.run("curate", "import", table.file, "--by", "Ada")
    table.run("load", SAMPLE)
    table.export("--what", "decisions")

    assert told.stdout.endswith("1 corrected; 1 decision of people changed\n")
    assert ("2031-09-16", "extend", "besluitmoratorium") in decided(table.run, "Eritrea")
    assert table.first(type="extend")["status"] == "correct"


def test_taking_the_same_table_in_twice_changes_nothing(table: Table) -> None:
    table.first(what="decision", type="extend").update(status="keep")
    table.write()
    table.run("curate", "import", table.file)
    before = table.run("export", "rdf", "--without-provenance").stdout

    told = table.run("curate", "import", table.file)

    assert told.stdout.endswith("0 decisions of people changed\n")
    assert table.run("export", "rdf", "--without-provenance").stdout == before


def test_a_life_can_be_written_by_hand_from_facts_alone(table: Table) -> None:
    for kind, instruments, day, since, until, number in RUSSIA:
        table.add(
            type=kind, instruments=instruments, country="RUS", group="dienstplichtigen", decided_on=day,
            effective_from=since, effective_until=until, documents=f"kst-19637-{number}",
        )  # fmt: skip
    table.add(what="report", type="algemeen-ambtsbericht", country="RUS", decided_on="2023-03-31")
    table.write()

    told = table.run("curate", "import", table.file)
    state = json.loads(
        table.run("state", "--on", "2023-01-18", "--country", "RUS", "--format", "json").stdout
    )
    timeline = json.loads(table.run("timeline", "Rusland", "--format", "json").stdout)

    assert told.exit_code == 0, told.output
    assert [(one["instrument"], one["until"]) for one in state] == [
        ("besluitmoratorium", "2023-06-29"),
        ("vertrekmoratorium", "2023-06-29"),
    ]
    assert state[0]["page"] == "https://zoek.officielebekendmakingen.nl/kst-19637-3018.html"
    assert [(one["day"], one["kind"]) for one in timeline] == [
        ("2022-06-29", "decision"),
        ("2022-06-29", "decision"),
        ("2022-12-13", "decision"),
        ("2022-12-13", "decision"),
        ("2023-03-31", "report"),
        ("2023-06-08", "decision"),
    ]


def test_the_guard_of_a_cell_is_taken_off_again(table: Table) -> None:
    table.add(
        type="end", instruments="besluitmoratorium", country="SDN", decided_on="2031-01-02", quote="=SOM(A1)"
    )
    table.write()
    assert "'=SOM(A1)" in table.file.read_text("utf-8")

    table.run("curate", "import", table.file)
    [told] = json.loads(table.run("timeline", "Sudan", "--format", "json").stdout)

    assert told["quote"] == "=SOM(A1)"
    table.export()
    assert table.first(country="SDN")["quote"] == "'=SOM(A1)"


def test_a_table_that_a_spreadsheet_saved_with_semicolons_is_read(table: Table) -> None:
    text = (
        "status;what;type;instruments;country;decided_on\nnew;decision;end;besluitmoratorium;SDN;2031-01-02\n"
    )
    table.file.write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())

    told = table.run("curate", "import", table.file)

    assert told.stdout.startswith("row 2: added: decision end besluitmoratorium SDN 2031-01-02\n")


def test_all_that_is_wrong_is_told_by_row_and_column_and_nothing_is_taken_in(table: Table) -> None:
    before = table.run("export", "rdf").stdout
    table.first(what="decision", type="extend").update(status="perhaps")
    table.add(type="end", instruments="zeppelin", country="Atlantis", decided_on="gisteren")
    table.write()

    result = table.run("curate", "import", table.file)

    assert result.exit_code == 6
    last = len(table.rows) + 1
    assert "column status: 'perhaps' is none of keep, correct, reject, new" in result.stderr
    for column in ("instruments: 'zeppelin'", "country: 'Atlantis'", "decided_on: 'gisteren'"):
        assert f"row {last}, column {column}" in result.stderr
    assert result.stderr.endswith("Nothing was written; correct the table and give it again.\n")
    assert table.run("export", "rdf").stdout == before


@pytest.mark.parametrize(
    ("content", "words"), [(None, "cannot be read"), (b"\xff\xfe", "not UTF-8 at byte 0")]
)
def test_a_file_that_is_no_table_is_told(run: Run, tmp_path: Path, content: bytes | None, words: str) -> None:
    file = tmp_path / "table.csv"
    if content:
        file.write_bytes(content)

    result = run("curate", "import", file)

    assert result.exit_code == 2
    assert words in result.stderr


def test_without_conflicts_it_says_so(table: Table) -> None:
    result = table.run("curate", "conflicts")

    assert (result.exit_code, result.stdout) == (0, "0 conflicts\n")


def test_a_document_that_is_read_otherwise_than_what_people_decided_is_a_conflict(table: Table) -> None:
    extended = table.first(what="decision", type="extend")
    table.add(
        type="extend", instruments=extended["instruments"], country="ERI", group=extended["group"],
        decided_on=extended["decided_on"], effective_until="2033-01-01", documents=extended["documents"],
    )  # fmt: skip
    table.write()

    told = table.run("curate", "import", table.file)
    result = table.run("curate", "conflicts")
    [row, *_] = json.loads(table.run("curate", "conflicts", "--format", "json").stdout)

    assert "see `kamergraaf curate conflicts`" in told.stderr
    assert result.exit_code == 1
    assert "contradicted" in result.stdout
    assert row["other"] == extended["id"]


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Run:
    return runner(tmp_path_factory.mktemp("none") / "store")


@pytest.mark.parametrize("command", ["export", "import"])
def test_a_file_has_to_be_named(shared: Run, command: str) -> None:
    assert shared("curate", command).exit_code == 2
