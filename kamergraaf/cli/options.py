"""Options and arguments that several commands share."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import click

from kamergraaf.settings import usable_cores

__all__ = [
    "DAY",
    "examples",
    "format_option",
    "jobs_option",
    "network_options",
    "param_option",
    "paths_argument",
    "store_option",
]

Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]


class _Day(click.ParamType[date]):
    """A day as people and the graph write it, to a `datetime.date`."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Read a day; what is none is a wrong command line."""
        if isinstance(value, date):
            return value
        if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", value):
            self.fail(f"{value!r} is not written as year, month and day, such as 2031-02-20.", param, ctx)
        try:
            return date.fromisoformat(value)
        except ValueError:
            self.fail(f"{value!r} is no day of the calendar.", param, ctx)


DAY = _Day()
"""Type of an option that takes a day."""


def _pairs(ctx: click.Context, option: click.Parameter, given: tuple[str, ...]) -> dict[str, str]:
    """Take `name=value` apart."""
    pairs = {}
    for text in given:
        name, found, value = text.partition("=")
        if not found or not name:
            raise click.BadParameter(f"{text!r} is not of the form name=value.", ctx=ctx, param=option)
        pairs[name] = value
    return pairs


store_option = click.option(
    "--store",
    type=click.Path(path_type=Path),
    metavar="PATH",
    help="Folder of the store; else the variable KAMERGRAAF_STORE, else the folder that `stats` prints.",
)

paths_argument = click.argument(
    "paths", nargs=-1, required=True, type=click.Path(allow_dash=True), metavar="PATH..."
)

jobs_option = click.option(
    "--jobs",
    type=click.IntRange(min=1),
    default=usable_cores,
    metavar="N",
    help="Read in so many processes where there is much to read; one for each core unless given.",
)

param_option = click.option(
    "--param",
    "parameters",
    multiple=True,
    callback=_pairs,
    metavar="NAME=VALUE",
    help="A parameter of the query; repeatable.",
)

_NETWORK = (
    click.argument("what", required=False),
    click.option(
        "--query", "query", metavar="QUERY", help="Start from the answer of a query, as `query` takes it."
    ),
    param_option,
    click.option("--hops", type=click.IntRange(0, 20), help="How many edges to follow from the start."),
    click.option(
        "--limit",
        type=click.IntRange(min=1),
        metavar="NODES",
        help="Take so many nodes at most; 1000 unless given.",
    ),
    store_option,
)


def network_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """What to start a network from, how far to follow it, and where the store lies."""
    for option in reversed(_NETWORK):
        command = option(command)
    return command


def format_option(*choices: str) -> Decorator:
    """`--format` with its choices; the first is the default."""
    return click.option(
        "--format",
        "form",
        type=click.Choice(choices),
        default=choices[0],
        show_default=True,
        help="Form of the output.",
    )


def examples(*lines: str) -> str:
    """Give the epilog of a command: invocations that work as they stand."""
    return "\b\nExamples:\n" + "\n".join(f"  {line}" for line in lines)
