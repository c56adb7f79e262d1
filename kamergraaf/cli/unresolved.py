"""`kamergraaf unresolved`: names in documents that stand for nobody known, and why."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from kamergraaf.cli.options import examples, format_option, store_option

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

__all__ = ["unresolved"]


@click.command(
    epilog=examples(
        "kamergraaf unresolved",
        "kamergraaf unresolved --reason several-fit",
        "kamergraaf unresolved --name 'Van der Lisse'",
        "kamergraaf unresolved --store moratorium.store --format csv",
    )
)
@click.option("--name", default="", metavar="NAME", help="List the documents with this name.")
@click.option("--reason", default="", metavar="TEXT", help="Only those with this in the reason.")
@store_option
@format_option("table", "csv", "tsv", "json")
def unresolved(name: str, reason: str, store: Path | None, form: str) -> None:
    """List the names that could not be resolved to a person, with the reason.

    The most frequent come first; --name lists the documents that one of them stands in. A name is resolved
    when one person fits by name, group or post, and day. A better register of people helps: `kamergraaf load`
    takes the open data of the House and other lists, and looks all names up again.
    """
    import kamergraaf  # noqa: PLC0415 - the store opens only when it is asked for
    from graph.results import write  # noqa: PLC0415 - likewise
    from kamergraaf.cli.console import show  # noqa: PLC0415 - likewise
    from kamergraaf.names import compress  # noqa: PLC0415 - likewise
    from ontology.terms import PREFIXES  # noqa: PLC0415 - likewise

    query, given = ("unresolved-in-documents", {"whose": name}) if name else ("unresolved", {})
    with kamergraaf.open(store, read_only=True) as graph:
        result = graph.query(query, {**given, "reason": reason})
    if form != "table":
        write(result, form, sys.stdout, PREFIXES)
        return
    head, rows = result.table()
    if rows:
        show(head, [[compress(cell or "") for cell in row] for row in rows])
    click.echo(_summary(name, head, rows))


def _summary(name: str, head: Sequence[str], rows: Sequence[Sequence[str | None]]) -> str:
    """What the table adds up to."""
    if name and not rows:
        return f"No unresolved name is printed like that: {name}. `kamergraaf unresolved` lists them."
    if name:
        return _count(len(rows), "time")
    times = sum(int(row[head.index("times")] or 0) for row in rows)
    return f"{_count(len(rows), 'name')}, {_count(times, 'time')} in documents"


def _count(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"
