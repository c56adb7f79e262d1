from __future__ import annotations

import json
import os
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


def test_the_option_names_files_for_one_command_alone(
    run: Run, notice: Path, own: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(CONCEPTS_VARIABLE, raising=False)
    with_own = run("inspect", notice, "--concepts", own).stdout
    without = run("inspect", notice).stdout

    assert "huurtoeslag (" in with_own
    assert "huurtoeslag (" not in without


def test_a_domain_named_by_the_option_is_loaded_and_known_by_name(
    run: Run, notice: Path, own: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "more"
    folder.mkdir()
    (folder / "more.ttl").write_text(
        own.read_text("utf-8").replace("huurtoeslag", "woonlast"), encoding="utf-8"
    )
    run("load", notice)

    assert run("load", notice, "--concepts", own, "--concepts", folder).stdout.startswith("1 replaced")
    assert named(run) == ["rent benefit"]
    assert run("timeline", "huurtoeslag", "--concepts", own).exit_code == 0
    assert "no policy or country" in run("timeline", "huurtoeslag").stderr


def test_the_option_takes_the_place_of_the_variable(
    run: Run, notice: Path, own: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(CONCEPTS_VARIABLE, str(tmp_path / "gone.ttl"))

    assert run("inspect", notice, "--concepts", own).exit_code == 0
    assert run("inspect", notice).exit_code == 1


@pytest.mark.parametrize(
    ("place", "content", "code", "told"),
    [
        ("gone.ttl", None, 2, "does not exist"),
        ("broken.ttl", "skos:hiddenLabel is", 1, "not valid Turtle"),
        ("binary.ttl", "\x00\x01\x02", 1, "not valid Turtle"),
        ("empty/", None, 2, "holds no .ttl file"),
        ("a:b.ttl", "", 2, "rename it"),
    ],
)
@pytest.mark.parametrize(
    "command", [("load",), ("inspect",), ("timeline", "Eritrea"), ("state", "--on=2031-01-01")]
)
def test_a_wrong_place_is_told_before_anything_happens(  # noqa: PLR0913, PLR0917 - the cases and three fixtures
    run: Run,
    notice: Path,
    tmp_path: Path,
    command: tuple[str, ...],
    place: str,
    content: str | None,
    code: int,
    told: str,
) -> None:
    path = tmp_path / place
    if content is not None:
        path.write_text(content, encoding="utf-8")
    elif place.endswith("/"):
        path.mkdir()
    documents = [notice] if command[0] in {"load", "inspect"} else []
    result = run(*command, *documents, "--concepts", path)

    assert result.exit_code == code
    assert told in " ".join(result.stderr.split())
    assert path.name in result.stderr
    assert "Traceback" not in result.output
    assert not (tmp_path / "store").exists()


def test_a_command_that_fails_leaves_the_variable_as_it_was(
    run: Run, notice: Path, own: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(CONCEPTS_VARIABLE, "")

    assert run("inspect", notice, "--concepts", own, "--format", "yaml").exit_code == 2
    assert os.environ[CONCEPTS_VARIABLE] == ""
