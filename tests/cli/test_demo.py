from __future__ import annotations

import re
import shlex
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from tests.cli.conftest import Run


def test_the_demo_from_end_to_end(run: Run, tmp_path: Path) -> None:
    out = tmp_path / "demo"

    result = run("demo", "--out", out)

    assert result.exit_code == 0, result.output
    assert "10 added: " in result.stdout
    assert "questions: 18, answers: 9" in result.stdout
    assert result.stdout.count("$ kamergraaf query ") == 3
    assert (out / "network.html").stat().st_size > 100_000
    assert (out / "tables" / "datapackage.json").is_file()
    named = re.findall(r"^  (\S+)(?=: \d+ (?:rows|nodes|events))", result.stdout, re.MULTILINE)
    assert len(named) == 10
    assert [name for name in named if not (tmp_path / name).is_file()] == []


def test_the_queries_that_the_demo_shows_can_be_typed(run: Run, tmp_path: Path) -> None:
    shown = run("demo", "--out", tmp_path / "demo").stdout
    commands = re.findall(r"^\$ kamergraaf (query .+)$", shown, re.MULTILINE)

    answers = [run(*shlex.split(command)) for command in commands]

    assert [answer.exit_code for answer in answers] == [0, 0, 0]
    assert [answer.stdout.splitlines()[3] in shown for answer in answers] == [True, True, True]


def test_a_second_demo_finds_everything_there(run: Run, tmp_path: Path) -> None:
    run("demo", "--out", tmp_path / "demo")

    again = run("demo", "--out", tmp_path / "demo")

    assert again.exit_code == 0
    assert "10 unchanged: 0 graphs written" in again.stdout


def test_the_demo_leaves_the_store_of_the_user_alone(run: Run, tmp_path: Path) -> None:
    run("demo", "--out", tmp_path / "demo")

    assert [path.name for path in tmp_path.iterdir()] == ["demo"]


def test_what_to_go_on_with_can_be_typed_where_the_command_is_in_no_path(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.argv", [".venv/bin/kamergraaf", "demo"])
    monkeypatch.setenv("PATH", str(tmp_path))

    assert "\n  .venv/bin/kamergraaf queries\n" in run("demo", "--out", tmp_path / "demo").stdout
