"""Write the reference of the command line from its own help: `python docs/reference/build_cli.py [FILE]`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from kamergraaf.cli.main import cli

TARGET = Path(__file__).with_name("cli.md")
INTRODUCTION = """\
# The command line

This page is written by `make docs` from the help of each command. Messages and progress go to standard
error, results to standard output; colours and progress bars appear on a terminal only.
"""


def sections(command: click.Command, path: str, above: click.Context | None) -> list[str]:
    """Give a section for a command and for each command below it."""
    name = path.rsplit(" ", 1)[-1]
    settings = {**command.context_settings, "terminal_width": 100}
    context = click.Context(command, info_name=name, parent=above, **settings)
    text = "\n".join(line.rstrip() for line in command.get_help(context).splitlines())
    made = [f"## {path}\n\n```text\n{text}\n```\n"]
    if isinstance(command, click.Group):
        for sub in command.list_commands(context):
            below = command.get_command(context, sub)
            made += sections(below, f"{path} {sub}", context) if below else []
    return made


def main(target: Path = TARGET) -> None:
    """Write the page."""
    page = "\n".join([INTRODUCTION, *sections(cli, "kamergraaf", None)])
    target.write_text(page, "utf-8", newline="\n")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:2]))
