from __future__ import annotations

import re
import subprocess
import sys
from typing import TYPE_CHECKING

import click
import pytest

from kamergraaf.cli.main import COMMANDS, cli
from kamergraaf.errors import EXIT_CODES
from tests.cli.conftest import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.cli.conftest import Run


def every_command() -> Iterator[tuple[str, click.Command]]:
    """All commands with their full names, sub-commands included."""
    context = click.Context(cli)
    for name in COMMANDS:
        command = cli.get_command(context, name)
        assert command is not None
        if isinstance(command, click.Group):
            yield from ((f"{name} {below}", found) for below, found in command.commands.items())
        else:
            yield name, command


ALL = dict(every_command())


@pytest.mark.parametrize("name", ALL)
def test_a_command_has_help_and_an_example_of_itself(name: str) -> None:
    command = ALL[name]

    assert command.help, f"{name} has no help"
    assert f"kamergraaf {name}" in (command.epilog or ""), f"{name} has no example of itself"


@pytest.mark.parametrize("name", ALL)
def test_every_option_has_help(name: str) -> None:
    silent = [o.name for o in ALL[name].params if isinstance(o, click.Option) and not o.help]

    assert silent == []


@pytest.mark.parametrize("name", ALL)
def test_examples_use_options_that_exist(name: str) -> None:
    known = {option for parameter in ALL[name].params for option in parameter.opts}
    lines = [line for line in (ALL[name].epilog or "").splitlines() if f"kamergraaf {name}" in line]

    used = {word for line in lines for word in re.findall(r"(?<= )--[a-z-]+", line)}

    assert used <= known


def test_help_lists_all_commands_and_exit_codes(run: Run) -> None:
    result = run("--help")

    assert result.exit_code == 0
    assert [name for name in COMMANDS if f"\n  {name} " not in result.output] == []
    assert [code for code, text in EXIT_CODES.items() if f"{code}  {text}" not in result.output] == []


def test_help_imports_no_engine() -> None:
    code = (
        "import sys; from kamergraaf.cli.main import cli; cli(['--help'], standalone_mode=False);"
        "heavy = {'rdflib', 'networkx', 'pyvis', 'pyshacl', 'pyoxigraph', 'pypdfium2', 'docx', 'rich'};"
        "print(sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)

    assert done.stdout.splitlines()[-1] == "[]"


def test_the_reference_is_current(tmp_path: Path) -> None:
    written = tmp_path / "cli.md"
    script = ROOT / "docs" / "reference" / "build_cli.py"
    subprocess.run([sys.executable, script, written], check=True, cwd=ROOT)

    assert (ROOT / "docs" / "reference" / "cli.md").read_text("utf-8") == written.read_text("utf-8"), (
        "docs/reference/cli.md is out of date: run make docs"
    )


def test_an_unknown_command_is_told_and_exits_with_2(run: Run) -> None:
    result = run("lod")

    assert result.exit_code == 2
    assert "No such command 'lod'" in result.stderr
