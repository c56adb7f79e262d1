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
    assert lines[0] == "document,name,role,as,day,why"
    assert any(",Van der Lisse,asker," in line and "no-person-of-that-name" in line for line in lines)


def test_the_reason_narrows_the_list(ask: Run) -> None:
    assert ask("unresolved", "--reason", "several-fit").stdout == "0 names\n"


def test_a_register_resolves_what_was_loaded_before(run: Run, sample: Path, tmp_path: Path) -> None:
    run("load", sample)
    before = run("unresolved", "--format", "csv").stdout
    register = tmp_path / "people.json"
    register.write_text(json.dumps([MEMBER, {**MEMBER, "Begindag": ""}]))
    loaded = run("load", register)
    stats = json.loads(run("stats", "--format", "json").stdout)

    assert ",Van der Lisse,asker," in before
    assert ",Van der Lisse,asker," not in run("unresolved", "--format", "csv").stdout
    assert "registers of people: perioden: " in loaded.stdout
    assert "perioden: no-date: " in loaded.stderr
    assert stats["resolved to a person"] >= 1
    assert run("load", register).stdout.startswith("no documents")
