"""`kamergraaf overdue`: which answers are due, and how that follows."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import click

from kamergraaf.cli.options import DAY, examples, format_option, store_option

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from graph.overdue import Overdue

__all__ = ["overdue"]

_HEAD = ("set", "case", "title", "askers", "posts", "submitted", "notice", "due", "state", "days late")
_STATES = (
    *("open", "delayed", "late", "delay-expired", "answered-in-time", "answered-late", "answered"),
    *("answered-by-letter", "withdrawn", "closed", "all"),
)


@click.command(
    epilog=examples(
        "kamergraaf overdue --on 2031-02-20",
        "kamergraaf overdue --on 2031-03-10 --derivation",
        "kamergraaf overdue --on 2031-03-10 --state all --format csv",
    )
)
@click.option("--on", type=DAY, required=True, metavar="DATE", help="Day to look from.")
@click.option(
    "--state",
    "states",
    type=click.Choice(_STATES),
    multiple=True,
    help="Show sets in this state; repeatable. Unless given: late, delayed and delay-expired.",
)
@click.option("--derivation", is_flag=True, help="Say how each due date and state follows.")
@store_option
@format_option("table", "csv", "tsv", "json")
def overdue(on: date, states: tuple[str, ...], derivation: bool, store: Path | None, form: str) -> None:
    """List question sets whose answer is due, as it stood at the end of a day.

    The term is 21 days from submission, and 21 more, counted from its end, once a notice of delay came. An
    answer by letter and a withdrawal end it too. Recess is not modelled: no days are added for it.
    """
    import kamergraaf  # noqa: PLC0415 - the store opens only when it is asked for
    from graph.clock import State  # noqa: PLC0415 - likewise
    from graph.overdue import OVERDUE, clocks, told  # noqa: PLC0415 - likewise

    wanted = frozenset(State) if "all" in states else frozenset(map(State, states)) or OVERDUE
    with kamergraaf.open(store, read_only=True) as graph:
        read = clocks(graph.store, on)
        found = told(graph.store, [one for one in read if one[1].state in wanted])
    _tell(found, form, derivation=derivation)
    unknown = sum(reading.state is State.CLOSED for _, reading in read)
    if unknown and State.CLOSED not in wanted:
        which = "set is" if unknown == 1 else "sets are"
        click.echo(
            f"{unknown} more {which} closed in the register, and no reply is loaded: how they stood that day "
            "is not known (--state closed).",
            err=True,
        )


def _tell(found: list[Overdue], form: str, *, derivation: bool) -> None:
    if form == "json":
        click.echo(json.dumps([_plain(row) for row in found], ensure_ascii=False, indent=1))
        return
    head = (*_HEAD, "derivation") if derivation and form != "table" else _HEAD
    rows = [_cells(row, derivation=derivation and form != "table") for row in found]
    if form != "table":
        _separated(head, rows, "," if form == "csv" else "\t")
        return
    from kamergraaf.cli.console import clean, show  # noqa: PLC0415 - one form needs it
    from kamergraaf.names import compress  # noqa: PLC0415 - likewise

    show(head, [[compress(row[0]), *row[1:]] for row in rows])
    if derivation:
        for row in found:
            click.echo(clean(f"{compress(row.set_iri)}: {row.reading.state}"))
            for step in row.reading.steps:
                click.echo(f"    {step}")
    click.echo(f"{len(rows)} row{'' if len(rows) == 1 else 's'}")


def _cells(row: Overdue, *, derivation: bool) -> list[str]:
    notice = row.reading.notice
    cells = [
        row.set_iri,
        row.case,
        row.title,
        "; ".join(row.askers),
        "; ".join(row.posts),
        str(row.submitted),
        str(notice.day or "day not known") if notice else "",
        str(row.reading.due),
        str(row.reading.state),
        str(row.reading.days_late),
    ]
    return [*cells, "; ".join(row.reading.steps)] if derivation else cells


def _plain(row: Overdue) -> dict[str, Any]:
    reading, notice, ended = row.reading, row.reading.notice, row.reading.ended
    return {
        "set": row.set_iri,
        "case": row.case,
        "title": row.title,
        "askers": row.askers,
        "posts": row.posts,
        "submitted": str(row.submitted),
        "notice": {"document": notice.document, "day": notice.day and str(notice.day)} if notice else None,
        "due": str(reading.due),
        "state": str(reading.state),
        "days_late": reading.days_late,
        "ended": {"document": ended.document, "day": ended.day and str(ended.day)} if ended else None,
        "derivation": reading.steps,
    }


def _separated(head: tuple[str, ...], rows: list[list[str]], delimiter: str) -> None:
    import csv  # noqa: PLC0415 - two forms need it
    import sys  # noqa: PLC0415 - likewise

    from graph.cells import guard  # noqa: PLC0415 - likewise

    writer = csv.writer(sys.stdout, delimiter=delimiter, lineterminator="\n")
    writer.writerow(head)
    writer.writerows([guard(cell) for cell in row] for row in rows)
