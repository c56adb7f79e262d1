"""Words on the screen: tables, progress, and texts of documents made harmless for a terminal."""

from __future__ import annotations

import os
import re
import sys
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from rich.console import Console
    from rich.table import Table

__all__ = ["clean", "console", "counting", "table"]

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
"""Characters that could steer a terminal, or turn the direction of writing."""
_UNBOUNDED = 10_000
_COUNTED = "{task.completed:.0f} {task.description}  {task.fields[name]}"
_PATIENCE = 1.0
"""Seconds of work before a progress bar is worth showing."""


def clean(text: str) -> str:
    """Replace control characters by U+FFFD, so that no document can write to the terminal but words."""
    return _CONTROL.sub("\ufffd", text)


def console() -> Console:
    """Give a console on stdout: as wide as the terminal, or as its content where it is a file or a pipe."""
    from rich.console import Console  # noqa: PLC0415 - machine formats do without

    class Plain(Console):
        def on_broken_pipe(self) -> None:
            raise BrokenPipeError

    wide = None if sys.stdout.isatty() or os.environ.get("COLUMNS") else _UNBOUNDED
    return Plain(file=sys.stdout, highlight=False, markup=False, emoji=False, width=wide)


def table(head: Sequence[str], rows: Iterable[Sequence[str | None]], *, title: str | None = None) -> Table:
    """Give a table of plain cells; numbers stand to the right."""
    from rich import box  # noqa: PLC0415 - as above
    from rich.table import Table  # noqa: PLC0415 - as above
    from rich.text import Text  # noqa: PLC0415 - as above

    cells = [[clean(cell or "") for cell in row] for row in rows]
    made = Table(box=box.SIMPLE_HEAD, title=title, title_justify="left", title_style="bold")
    for place, name in enumerate(head):
        numbers = bool(cells) and all(re.fullmatch(r"-?[\d.,]*", row[place]) for row in cells)
        made.add_column(Text(clean(name)), justify="right" if numbers else "left", overflow="fold")
    for row in cells:
        made.add_row(*map(Text, row))
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
