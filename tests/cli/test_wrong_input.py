"""What a person gets who types something wrong: one line that says what to do, and no traceback."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from kamergraaf.cli.main import cli

if TYPE_CHECKING:
    from tests.cli.conftest import Run

WRONG = [
    (("overdue", "--on", "20-02-2031"), 2, "not written as year, month and day, such as 2031-02-20"),
    (("overdue", "--on", "20310220"), 2, "not written as year, month and day"),
    (("state", "--on", "2031-02-30"), 2, "'2031-02-30' is no day of the calendar"),
    (("timeline", "Eritrea", "--from", "gisteren"), 2, "not written as year, month and day"),
    (("timeline", "Eritrea", "--from", "2032-01-01", "--until", "2031-01-01"), 2, "earlier day to --from"),
    (("timeline", "Eritrea", "-o", "out.xls"), 2, "no form of output ends in .xls: say which with --format"),
    (("query", ""), 2, "The query is empty"),
    (("why", "kv-tk-2031Z00412", "--property", "receivedOn"), 2, "it has a prefix, as in kg:receivedOn"),
    (
        ("why", "kv-tk-2031Z00412", "--property", "kg:nope"),
        2,
        "nothing is stated by kg:nope. It has dcterms:",
    ),
]


@pytest.mark.parametrize(("typed", "code", "told"), WRONG, ids=[" ".join(typed) for typed, *_ in WRONG])
def test_it_is_told_in_a_line(  # noqa: PLR0913, PLR0917 - the cases and three fixtures
    ask: Run, typed: tuple[str, ...], code: int, told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    result = ask(*typed)

    assert result.exit_code == code
    assert told in result.stderr
    assert "Traceback" not in result.output
    assert list(tmp_path.iterdir()) == []


def test_a_folder_is_no_query(ask: Run, tmp_path: Path) -> None:
    result = ask("query", tmp_path)

    assert result.exit_code == 2
    assert "the file of the query cannot be read: Is a directory." in result.stderr


def test_a_store_is_not_strewn_among_files(run: Run, sample: Path, tmp_path: Path) -> None:
    folder = tmp_path / "mine"
    folder.mkdir()
    (folder / "letter.txt").write_text("mine", "utf-8")
    result = run("load", sample, "--store", folder)

    assert result.exit_code == 3
    assert "this folder holds other files; a store has a folder of its own" in result.stderr
    assert [path.name for path in folder.iterdir()] == ["letter.txt"]


def test_days_without_events_are_told_as_such(ask: Run) -> None:
    result = ask("timeline", "Eritrea", "--until", "1999-01-01")

    assert result.exit_code == 0
    assert "nothing in this store is about Eritrea in these days" in result.stderr


def test_a_short_ending_is_a_page(ask: Run, tmp_path: Path) -> None:
    ask("timeline", "Eritrea", "-o", tmp_path / "a.htm")
    ask("timeline", "Eritrea", "-o", tmp_path / "a.txt")

    assert (tmp_path / "a.htm").read_text("utf-8").startswith("<!DOCTYPE html>")
    assert (tmp_path / "a.txt").read_text("utf-8").lstrip().startswith("day")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full here, which is always full")
@pytest.mark.parametrize("command", ["queries", "stats", "export rdf"])
def test_a_full_disk_is_told_in_a_line(loaded: Path, command: str) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "kamergraaf", *command.split()],
            stdout=full,
            stderr=subprocess.PIPE,
            env={**os.environ, "KAMERGRAAF_STORE": str(loaded)},
            text=True,
            check=False,
        )

    assert done.returncode == 1
    assert (
        done.stderr
        == "kamergraaf: cannot be written: No space left on device. Make room, or write elsewhere.\n"
    )


def narrow(loaded: Path, columns: int, *typed: str) -> str:
    environment = {"KAMERGRAAF_STORE": str(loaded), "COLUMNS": str(columns)}
    return CliRunner(env=environment).invoke(cli, list(typed)).stdout


def test_a_narrow_terminal_gets_lines_rather_than_broken_words(loaded: Path) -> None:
    told = narrow(loaded, 60, "overdue", "--on", "2031-02-20")

    assert max(map(len, told.splitlines())) <= 60
    assert "set        id:doc/nl/kv-tk-2031Z00412\n" in told
    assert "due        2031-03-05\n" in told


def test_a_table_that_fits_stays_a_table_without_trailing_space(loaded: Path) -> None:
    wide, narrower = (narrow(loaded, columns, "stats") for columns in (200, 60))

    assert wide == narrower
    assert any(line.split() == ["questions", "18"] for line in wide.splitlines())
    assert [line for line in wide.splitlines() if line != line.rstrip()] == []


def test_one_is_not_told_as_several(ask: Run) -> None:
    assert ask("validate").stdout.endswith("the graph conforms: 0 errors, 1 warning\n")


def test_an_empty_folder_is_told(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "empty"
    folder.mkdir()
    result = run("inspect", folder, "--format", "json")

    assert (result.exit_code, result.stdout) == (0, "[]\n")
    assert result.stderr == f"no documents in {folder}\n"
