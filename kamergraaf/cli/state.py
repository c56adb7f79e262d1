"""`kamergraaf state`: which measures were in force on a day, who decided so, and in which words."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any

import click

from kamergraaf.cli.options import DAY, examples, format_option, store_option
from kamergraaf.cli.own_concepts import concepts_option

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date
    from pathlib import Path

    from graph.policies import InForce

__all__ = ["state"]

_HEAD = (
    *("country", "code", "instrument", "group", "since", "until", "ended", "decision", "decided_on"),
    *("certainty", "curated", "measure", "iri", "document", "page", "quote"),
)
_WIDTH = 96
_SURE = 0.9
"""Confidence from which on nothing is said of it."""


@click.command(
    epilog=examples(
        "kamergraaf state --on 2031-05-01",
        "kamergraaf state --on 2023-01-18 --country RUS",
        "kamergraaf state --on 2023-01-18 --format csv > in-force.csv",
    )
)
@click.option("--on", type=DAY, required=True, metavar="DATE", help="Day to look at.")
@click.option(
    "--country", "countries", multiple=True, metavar="COUNTRY", help="Only this country; repeatable."
)
@store_option
@concepts_option
@format_option("text", "csv", "json", "jsonl")
def state(on: date, countries: tuple[str, ...], store: Path | None, form: str) -> None:
    """List the measures in force on a day, by country, with the sentence that says so.

    A country is named in Dutch or English, by code (RUS) or by the end of its IRI. What is shown rests on the
    documents that are loaded and on what people corrected (`kamergraaf curate`); a decision that stands in
    no loaded document is not known. The day in `until` is the last one that had been decided by then.
    """
    import kamergraaf  # noqa: PLC0415 - the store opens only when it is asked for
    from graph.policies import state as in_force  # noqa: PLC0415 - likewise
    from kamergraaf.policies import asked  # noqa: PLC0415 - likewise

    wanted = {one.iri for one in asked((), countries).countries}
    with kamergraaf.open(store, read_only=True) as graph:
        found = [
            one
            for one in in_force(graph.store, on)
            if not wanted or (one.country and one.country.iri in wanted)
        ]
    if form == "text":
        _tell(found, on)
        return
    from kamergraaf.cli.rows import WRITERS  # noqa: PLC0415 - as above

    click.echo(WRITERS[form](_HEAD, [_row(one) for one in found]), nl=False)


def _row(one: InForce) -> dict[str, Any]:
    return {
        "country": one.country.label if one.country else "",
        "code": one.country.code if one.country else "",
        "instrument": one.instrument.label,
        "group": one.group,
        "since": one.since,
        "until": one.until,
        "ended": one.ended,
        "decision": one.decision.type,
        "decided_on": one.decision.decided_on,
        "certainty": one.certainty,
        "curated": one.decision.curated,
        "measure": one.measure,
        "iri": one.decision.iri,
        "document": one.document,
        "page": one.page,
        "quote": " ".join(one.quote.split()),
    }


def _tell(found: list[InForce], on: date) -> None:
    for country, some in groupby(found, lambda one: one.country.label if one.country else "no country"):
        click.secho(country, bold=True)
        for one in some:
            _measure(one, on)
        click.echo()
    click.echo(f"{len(found)} measure{'' if len(found) == 1 else 's'} in force on {on}")
    documents = {one.document for one in found if one.document}
    corrected = sum(one.decision.curated for one in found)
    if found:
        rests = f"{len(documents)} document{'' if len(documents) == 1 else 's'}"
        people = f"; {corrected} confirmed or corrected by people" if corrected else ""
        click.echo(f"rests on {rests}{people}; what no loaded document says is not known")


def _measure(one: InForce, on: date) -> None:
    from kamergraaf.cli.console import clean  # noqa: PLC0415 - as above
    from kamergraaf.names import compress  # noqa: PLC0415 - likewise

    group = f" for {one.group}" if one.group else ""
    until = f"until {one.until}" if one.until else "no end known"
    click.echo(clean(f"  {one.instrument.label}{group}: since {one.since or 'an unknown day'}, {until}"))
    act = one.decision
    when = act.decided_on or act.when
    page = f"  {one.page}" if one.page else ""
    document = compress(one.document) if one.document else "in no document that is named"
    click.echo(clean(f"    {act.type}{f' {when}' if when else ''}: {document}{page}"))
    if one.quote:
        click.echo(clean(click.wrap_text(f"«{' '.join(one.quote.split())}»", _WIDTH, "    ", "    ")))
    for doubt in _doubts(one, on):
        click.echo(f"    uncertain: {doubt}")


def _doubts(one: InForce, on: date) -> Iterable[str]:
    """What may be otherwise."""
    heard = one.decision.when
    if one.since is None:
        yield "no document tells when it began"
    if one.until is None and one.ended is None:
        ago = f"; {(on - heard).days} days since the decision" if heard and heard <= on else ""
        yield f"no end is known{ago}"
    if heard and heard > on:
        yield f"decided on {heard}, with effect from before"
    if one.certainty < _SURE:
        yield f"certainty {one.certainty:.2f} of 1"
