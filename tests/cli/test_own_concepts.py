from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest

from ontology.lexicon import CONCEPTS_VARIABLE
from tests.cli.conftest import ROOT

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Run

HOW_TO = ROOT / "docs" / "how-to" / "add-a-domain.md"
NOTICE = """AH 9011
2031Z00500
Mededeling van Minister Duinhoven (Volkshuisvesting en Ruimtelijke Ordening) (ontvangen 12 februari 2031)

De vragen van het lid Van der Lisse (Waterlijn) over de huurtoeslag en andere toeslagen (2031Z00500,
ingezonden 22 januari 2031) kunnen niet binnen de gebruikelijke termijn worden beantwoord.
"""
NAMED = "SELECT DISTINCT ?en { ?p kg:mentions ?c . ?c skos:prefLabel ?en FILTER(LANG(?en) = 'en') }"


@pytest.fixture
def notice(tmp_path: Path) -> Path:
    path = tmp_path / "documents" / "notice.txt"
    path.parent.mkdir()
    path.write_text(NOTICE, encoding="utf-8")
    return path


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """The file that the how-to shows."""
    path = tmp_path / "housing.ttl"
    path.write_text(
        "".join(re.findall(r"```turtle\n(.*?)```", HOW_TO.read_text("utf-8"), re.DOTALL)), encoding="utf-8"
    )
    return path


def named(run: Run) -> list[str]:
    rows = json.loads(run("query", NAMED, "--format", "json").stdout)["results"]["bindings"]
    return sorted(row["en"]["value"] for row in rows)


def test_a_domain_of_ones_own_is_recognised(
    run: Run, notice: Path, own: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("load", notice)
    assert named(run) == []

    monkeypatch.setenv(CONCEPTS_VARIABLE, str(own))
    assert run("load", notice).stdout.startswith("1 replaced")
    assert named(run) == ["rent benefit"]
    assert run("load", notice).stdout.startswith("1 unchanged")


def test_a_wrong_file_stops_a_load_before_it_begins(
    run: Run, notice: Path, own: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(CONCEPTS_VARIABLE, str(own))
    own.write_text(own.read_text("utf-8").replace("skos:hiddenLabel", "skos hiddenLabel"), encoding="utf-8")
    result = run("load", notice)

    assert result.exit_code == 1
    assert str(own) in result.stderr
    assert "not valid Turtle" in result.stderr
    assert "Traceback" not in result.output
