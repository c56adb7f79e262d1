from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Run

MEMBER = {
    "Persoon_id": 1,
    "Naam (Uit personen))": "van der Lisse",
    "Voornamen": "Jop",
    "Geboortejaar": 1990,
    "Fractie": "Waterlijn",
    "Beginjaar": 2030,
    "Beginmaand": 1,
    "Begindag": 1,
    "Eindjaar": 2033,
    "Eindmaand": 1,
    "Einddag": 1,
}


def test_names_nobody_knows_are_listed(ask: Run) -> None:
    result = ask("unresolved", "--format", "csv")
    lines = result.stdout.splitlines()

    assert result.exit_code == 0
    assert lines[0] == "name,role,as,times,why"
    assert any(line.startswith("Van der Lisse,asker,") and "no-person-of-that-name" in line for line in lines)


def test_the_reason_narrows_the_list(ask: Run) -> None:
    assert ask("unresolved", "--reason", "several-fit").stdout == "0 names, 0 times in documents\n"


def test_the_documents_of_a_name_are_listed(ask: Run) -> None:
    lines = ask("unresolved", "--name", "Van der Lisse", "--format", "csv").stdout.splitlines()
    table = ask("unresolved", "--name", "Van der Lisse").stdout.splitlines()

    assert lines[0] == "document,role,as,day,why"
    assert all("/id/doc/nl/" in line for line in lines[1:])
    assert table[-1] == f"{len(lines) - 1} time{'s' if len(lines) > 2 else ''}"


def test_a_name_that_is_not_listed_is_told(ask: Run) -> None:
    result = ask("unresolved", "--name", "Lisse")

    assert result.exit_code == 0
    assert "printed like that: Lisse" in result.stdout


def test_a_register_resolves_what_was_loaded_before(run: Run, sample: Path, tmp_path: Path) -> None:
    run("load", sample)
    before = run("unresolved", "--format", "csv").stdout
    register = tmp_path / "people.json"
    register.write_text(json.dumps([MEMBER, {**MEMBER, "Begindag": ""}]))
    loaded = run("load", register)
    stats = json.loads(run("stats", "--format", "json").stdout)

    assert "\nVan der Lisse,asker," in before
    assert "\nVan der Lisse,asker," not in run("unresolved", "--format", "csv").stdout
    assert "registers of people: perioden: " in loaded.stdout
    assert "perioden: no-date: " in loaded.stderr
    assert stats["resolved to a person"] >= 1
    assert run("load", register).stdout.startswith("no documents")
