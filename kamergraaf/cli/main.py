"""The `kamergraaf` command: a table of commands, each imported when called, and the last word on errors."""

from __future__ import annotations

import errno
import os
import sys
from importlib import import_module

import click

from kamergraaf.cli.console import clean
from kamergraaf.errors import EXIT_CODES, INTERRUPTED, OutputError
from ontology.errors import KamergraafError

__all__ = ["COMMANDS", "cli", "main"]

COMMANDS = {
    "demo": "demo:demo",
    "load": "load:load",
    "inspect": "inspect:inspect",
    "stats": "stats:stats",
    "unresolved": "unresolved:unresolved",
    "validate": "validate:validate",
    "query": "query:query",
    "queries": "query:queries",
    "timeline": "timeline:timeline",
    "state": "state:state",
    "curate": "curate:curate",
    "overdue": "overdue:overdue",
    "chart": "chart:chart",
    "why": "why:why",
    "export": "export:export",
    "view": "view:view",
}
"""Commands in the order of `--help`: module in this package, and its click command."""

_PIPE_CLOSED = 141
"""What a shell reports for a program that was writing to a pipe nobody reads any more (128 + SIGPIPE)."""
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
"""Why a write fails where there is no room for it."""


class _Commands(click.Group):
    """A group that imports a command's module when the command is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Give the commands in the order of the table."""
        del ctx
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import one command; None where there is no such name."""
        del ctx
        if cmd_name not in COMMANDS:
            return None
        module, name = COMMANDS[cmd_name].split(":")
        command = getattr(import_module(f"kamergraaf.cli.{module}"), name)
        return command if isinstance(command, click.Command) else None

    def invoke(self, ctx: click.Context) -> None:
        """Run a command; errors meant for people become one line and their exit code."""
        try:
            super().invoke(ctx)
            sys.stdout.flush()
        except KamergraafError as error:
            click.echo(f"kamergraaf: {clean(str(error))}", err=True)
            ctx.exit(error.exit_code)
        except KeyboardInterrupt:
            click.echo("kamergraaf: stopped; the store is as it was", err=True)
            ctx.exit(INTERRUPTED)
        except BrokenPipeError:
            _silence()
            ctx.exit(_PIPE_CLOSED)
        except OSError as error:
            if error.errno not in _FULL:
                raise
            _silence()
            click.echo(
                f"kamergraaf: cannot be written: {error.strerror}. Make room, or write elsewhere.", err=True
            )
            ctx.exit(OutputError.exit_code)


def _silence() -> None:
    """Let what standard output still holds go nowhere, so that nothing fails when the process ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _epilog() -> str:
    codes = "\n".join(f"  {code:>3}  {meaning}" for code, meaning in EXIT_CODES.items())
    return f"\b\nExit codes:\n{codes}"


@click.command(
    cls=_Commands,
    name="kamergraaf",
    epilog=_epilog(),
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(package_name="kamergraaf", message="%(prog)s %(version)s")
def cli() -> None:
    """Turn Dutch parliamentary questions into a graph that can be queried, exported and drawn.

    Start with `kamergraaf demo`. Every command says more with --help.
    """


def main() -> None:
    """Run the command; output is UTF-8 whatever the locale says."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8")
    cli()
