"""Words on the screen: tables, progress, and texts of documents made harmless for a terminal."""

from __future__ import annotations

import io
import os
import re
import sys
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from typing import IO

    from rich.table import Table

__all__ = ["clean", "counting", "drawn", "show"]

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
"""Characters that could steer a terminal, or turn the direction of writing."""
_UNBOUNDED = 10_000
_COUNTED = "{task.completed:.0f} {task.description}  {task.fields[name]}"
_PATIENCE = 1.0
"""Seconds of work before a progress bar is worth showing."""


def clean(text: str) -> str:
    """Replace control characters by U+FFFD, so that no document can write to the terminal but words."""
    return _CONTROL.sub("\ufffd", text)


def show(head: Sequence[str], rows: Sequence[Sequence[str | None]]) -> None:
    """Print rows as a table; where a terminal is too narrow for it, each row as lines of name and value.

    A file or a pipe gets the table as wide as it wants to be. Cells are made harmless.
    """
    wide = None if sys.stdout.isatty() or os.environ.get("COLUMNS") else _UNBOUNDED
    click.echo(_drawn(head, rows, sys.stdout, wide), nl=False)


def drawn(head: Sequence[str], rows: Sequence[Sequence[str | None]]) -> str:
    """Give the table that `show` prints, for a file: without colours, as wide as it wants to be."""
    return _drawn(head, rows, io.StringIO(), _UNBOUNDED)


def _drawn(head: Sequence[str], rows: Sequence[Sequence[str | None]], out: IO[str], wide: int | None) -> str:
    from rich.console import Console  # noqa: PLC0415 - machine formats do without

    screen = Console(file=out, highlight=False, markup=False, emoji=False, width=wide)
    made = _table(head, rows)
    with screen.capture() as printed:
        # A table that would have to break words is not one that can be read.
        if rows and made.__rich_measure__(screen, screen.options).minimum > screen.width:
            for row in rows:
                screen.print(_block(head, row))
        else:
            screen.print(made)
    return "".join(f"{line.rstrip()}\n" for line in printed.get().splitlines())


def _table(head: Sequence[str], rows: Sequence[Sequence[str | None]]) -> Table:
    """Give a table of plain cells; numbers stand to the right."""
    from rich import box  # noqa: PLC0415 - as above
    from rich.table import Table  # noqa: PLC0415 - as above
    from rich.text import Text  # noqa: PLC0415 - as above

    cells = [[clean(cell or "") for cell in row] for row in rows]
    made = Table(box=box.SIMPLE_HEAD)
    for place, name in enumerate(head):
        numbers = bool(cells) and all(re.fullmatch(r"-?[\d.,]*", row[place]) for row in cells)
        made.add_column(Text(clean(name)), justify="right" if numbers else "left", overflow="fold")
    for row in cells:
        made.add_row(*map(Text, row))
    return made


def _block(head: Sequence[str], row: Sequence[str | None]) -> Table:
    """Give one row as lines of name and value; what is empty is left out."""
    from rich.table import Table  # noqa: PLC0415 - as above
    from rich.text import Text  # noqa: PLC0415 - as above

    made = Table.grid(padding=(0, 2, 0, 0))
    made.add_column(no_wrap=True, min_width=max(map(len, head)))
    made.add_column(overflow="fold")
    for name, cell in zip(head, row, strict=True):
        if cell:
            made.add_row(Text(clean(name), style="bold"), Text(clean(cell)))
    made.add_row()
    return made


@contextmanager
def counting(what: str) -> Iterator[Callable[[str], None]]:
    """Give a function to call with the name of each item, or with none for work after the last of them.

    After a second of work a terminal shows how many there were.
    """
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.console import Console  # noqa: PLC0415 - as above
    from rich.progress import Progress, SpinnerColumn, TextColumn  # noqa: PLC0415 - as above

    columns = (
        SpinnerColumn(),
        TextColumn(_COUNTED, markup=False),
    )
    bar = Progress(*columns, console=Console(stderr=True), transient=True)
    task = bar.add_task(what, total=None, name="")
    begun = time.monotonic()

    def count(name: str) -> None:
        bar.update(task, advance=1 if name else 0, name=clean(name))
        if time.monotonic() - begun > _PATIENCE:
            bar.start()

    try:
        yield count
    finally:
        bar.stop()
