"""`--concepts`: concept files of one's own, for the commands that recognise or look up what is named."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ontology.lexicon import CONCEPTS_VARIABLE

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["concepts_option"]


def _put_back(former: str | None) -> Callable[[], None]:
    def put_back() -> None:
        os.environ.pop(CONCEPTS_VARIABLE, None)
        if former is not None:
            os.environ[CONCEPTS_VARIABLE] = former

    return put_back


def _name(ctx: click.Context, option: click.Parameter, given: tuple[Path, ...]) -> None:
    """Name files to the layers below by the variable they know, which processes that are started inherit.

    The variable is as it was when the command ends.
    """
    if not given:
        return
    for path in given:
        if os.pathsep in str(path):
            reason = f"{path}: a path with {os.pathsep!r} cannot be told from two; rename it or link to it."
            raise click.BadParameter(reason, ctx=ctx, param=option)
        if path.is_dir() and not any(path.glob("*.ttl")):
            raise click.BadParameter(f"{path}: this folder holds no .ttl file.", ctx=ctx, param=option)
    # The root is closed whatever comes; a command whose line is wrong never opens a context of its own.
    ctx.find_root().call_on_close(_put_back(os.environ.get(CONCEPTS_VARIABLE)))
    os.environ[CONCEPTS_VARIABLE] = os.pathsep.join(map(str, given))
    from ontology.thesaurus import concepts  # noqa: PLC0415 - brings the Turtle parser along

    concepts()  # what is wrong in a file is told before anything is read or opened


concepts_option = click.option(
    "--concepts",
    multiple=True,
    type=click.Path(exists=True, path_type=Path),
    callback=_name,
    expose_value=False,
    metavar="PATH",
    help=f"Your own concept file, or a folder of them; repeatable. Else the variable {CONCEPTS_VARIABLE}.",
)
