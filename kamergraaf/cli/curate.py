"""`kamergraaf curate`: what was read goes out as a table, and what people corrected in it comes back."""

from __future__ import annotations

import io
import sys
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kamergraaf.cli.options import examples, format_option, store_option
from kamergraaf.cli.own_concepts import concepts_option

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graph.curated import Change, Conflict, Taken

__all__ = ["curate"]

_WHAT = {"decisions": "decision", "reports": "report", "persons": "person"}
_DONE = {
    "keep": "confirmed",
    "correct": "corrected",
    "reject": "rejected",
    "new": "added",
    "withdrawn": "left to the program again",
}
"""What became of a row, by its status."""


@click.group(
    epilog=examples(
        "kamergraaf curate export decisions.csv --what decisions",
        "kamergraaf curate import decisions.csv --dry-run",
        "kamergraaf curate conflicts",
    )
)
def curate() -> None:
    """Correct what was read of decisions, reports and names; corrections win, and outlive a new load.

    Export a table, write a status in the rows you looked at (keep, correct, reject; new for a row you add),
    and import it. An empty status leaves a row to the program.
    """


@curate.command(
    name="export",
    epilog=examples("kamergraaf curate export table.csv", "kamergraaf curate export - --what persons"),
)
@click.argument("file", metavar="FILE.csv", type=click.Path(path_type=Path, dir_okay=False, allow_dash=True))
@click.option(
    "--what",
    type=click.Choice([*_WHAT, "all"]),
    default="all",
    show_default=True,
    help="Which rows.",
)
@store_option
def export_table(file: Path, what: str, store: Path | None) -> None:
    """Write decisions, reports and names that stand for nobody as a table to correct.

    Each row has the sentence it was read from, and the status that people gave it before. Cells that a
    spreadsheet would run as a formula begin with an apostrophe, which the import takes off again.
    """
    import kamergraaf  # noqa: PLC0415 - the store opens only when it is asked for
    from graph.curated import export, write  # noqa: PLC0415 - likewise
    from kamergraaf.cli.output import writing  # noqa: PLC0415 - likewise

    with kamergraaf.open(store, read_only=True) as graph:
        rows = [row for row in export(graph.store) if what == "all" or row.what == _WHAT[what]]
    text = io.StringIO()
    write(rows, text)
    with writing(file) as out:
        out.write(text.getvalue().encode())
    if str(file) != "-":
        counts = ", ".join(
            _counted(name, sum(row.what == kind for row in rows)) for name, kind in _WHAT.items()
        )
        click.echo(f"{file}: {counts}")


@curate.command(
    name="import",
    epilog=examples(
        "kamergraaf curate import table.csv --dry-run", "kamergraaf curate import table.csv --by Ada"
    ),
)
@click.argument("file", metavar="FILE.csv", type=click.Path(path_type=Path, dir_okay=False, allow_dash=True))
@click.option("--dry-run", is_flag=True, help="Show what would change, and change nothing.")
@click.option("--by", default="", metavar="NAME", help="Who decided so; kept in the ledger.")
@store_option
@concepts_option
def import_table(file: Path, dry_run: bool, by: str, store: Path | None) -> None:
    """Take a corrected table in, all of it or nothing, and find anew what rests on it.

    Rows that are not in the table stay as they are. Whatever is wrong in it is told by row and column.
    """
    import kamergraaf  # noqa: PLC0415 - as above
    from graph.curated import preview, read, take  # noqa: PLC0415 - likewise

    rows = read(_text(file))
    with kamergraaf.open(store, read_only=dry_run) as graph:
        changes = preview(graph.store, rows)
        taken = None if dry_run else take(graph.store, rows, by=by)
    for change in changes:
        _tell(change)
    if taken is None:
        click.echo(f"{_counted('rows', len(changes))} would change something; nothing was written")
        return
    _told(taken)


@curate.command(epilog=examples("kamergraaf curate conflicts", "kamergraaf curate conflicts --format csv"))
@store_option
@format_option("text", "csv", "json", "jsonl")
@click.pass_context
def conflicts(ctx: click.Context, store: Path | None, form: str) -> None:
    """List where what people decided and what is read now do not go together.

    What people decided holds all the same. A source can be gone or read otherwise since, and another
    document can say something else. The exit code is 1 where there is a conflict.
    """
    import kamergraaf  # noqa: PLC0415 - as above
    from graph.curated import conflicts as look  # noqa: PLC0415 - likewise

    with kamergraaf.open(store, read_only=True) as graph:
        found = look(graph.store)
    if form == "text":
        _list(found)
    else:
        from kamergraaf.cli.rows import WRITERS  # noqa: PLC0415 - as above

        rows = [asdict(one) for one in found]
        click.echo(WRITERS[form](("id", "kind", "words", "other"), rows), nl=False)
    ctx.exit(1 if found else 0)


def _text(file: Path) -> str:
    """Read a table as text; `-` is standard input."""
    from kamergraaf.errors import UsageError  # noqa: PLC0415 - as above

    try:
        return (sys.stdin.buffer.read() if str(file) == "-" else file.read_bytes()).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UsageError(f"{file}: not UTF-8 at byte {error.start}: save the table as CSV UTF-8.") from error
    except OSError as error:
        raise UsageError(f"{file}: cannot be read: {error.strerror or error}.") from error


def _tell(change: Change) -> None:
    """Say what becomes of a row, and cell by cell what changes."""
    from kamergraaf.cli.console import clean  # noqa: PLC0415 - as above

    row = change.row
    about = row.name or " ".join(filter(None, (row.type, row.instruments, row.country, row.decided_on)))
    done = _DONE[row.status or "withdrawn"]
    click.echo(clean(f"row {change.number}: {done}: {row.what} {about}".rstrip()))
    for column, before, after in change.cells if row.status == "correct" else ():
        click.echo(clean(f"    {column}: {before or 'nothing'} -> {after or 'nothing'}"))


def _told(taken: Taken) -> None:
    counts = ", ".join(f"{count} {_DONE[status]}" for status, count in taken.counts.items())
    click.echo(f"{counts or 'no row has a status'}; {_counted('decisions of people', taken.changed)} changed")
    if taken.conflicts:
        click.echo(
            f"{_counted('conflicts', len(taken.conflicts))}: see `kamergraaf curate conflicts`", err=True
        )


def _list(found: Sequence[Conflict]) -> None:
    from kamergraaf.cli.console import clean  # noqa: PLC0415 - as above

    for one in found:
        click.echo(clean(f"{one.id}: {one.kind}: {one.words}"))
    click.echo(_counted("conflicts", len(found)))


def _counted(what: str, count: int) -> str:
    """Write a number and what there are so many of: `1 row`, `2 rows`."""
    first, *rest = what.split(" ")
    return " ".join((str(count), first.removesuffix("s") if count == 1 else first, *rest))
