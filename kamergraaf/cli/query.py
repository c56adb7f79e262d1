"""`kamergraaf query` and `kamergraaf queries`: asking the graph, and what can be asked by name."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

import click

from kamergraaf.cli.options import examples, format_option, param_option, store_option

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["queries", "query"]


@click.command(
    epilog=examples(
        "kamergraaf query most-cited",
        "kamergraaf query overdue --param on=2031-03-01",
        "kamergraaf query 'SELECT ?q ?text { ?q a kg:Question ; kg:text ?text }' --format csv",
        "kamergraaf query my-query.rq --timeout 10 --format json",
    )
)
@click.argument("asked", metavar="QUERY")
@param_option
@click.option(
    "--timeout",
    type=click.FloatRange(min=0, min_open=True),
    metavar="SECONDS",
    help="Stop a query that takes longer.",
)
@click.option("--limit", type=click.IntRange(min=1), metavar="ROWS", help="Give so many rows at most.")
@store_option
@format_option("table", "csv", "tsv", "json", "ttl")
def query(  # noqa: PLR0913, PLR0917 - click passes every option by name
    asked: str,
    parameters: dict[str, str],
    timeout: float | None,
    limit: int | None,
    store: Path | None,
    form: str,
) -> None:
    """Ask the graph.

    QUERY is the name of a query that `kamergraaf queries` lists, a file with SPARQL, SPARQL itself, or -
    for SPARQL from standard input. The usual prefixes (kg:, dcterms:, eli:, cito:, skos: and others) need
    no declaration. Nothing can be changed through a query, and no other server is asked.
    """
    import kamergraaf  # noqa: PLC0415 - the store opens only when it is asked for
    from graph.results import write  # noqa: PLC0415 - likewise
    from graph.store import Limits  # noqa: PLC0415 - likewise
    from kamergraaf.asking import resolve  # noqa: PLC0415 - likewise
    from kamergraaf.cli.console import show  # noqa: PLC0415 - likewise
    from kamergraaf.names import compress  # noqa: PLC0415 - likewise
    from ontology.terms import PREFIXES  # noqa: PLC0415 - likewise

    text = sys.stdin.read() if asked == "-" else resolve(asked)
    with kamergraaf.open(store, read_only=True) as graph:
        result = graph.query(text, parameters, limits=Limits(seconds=timeout, rows=limit))
    if form == "table":
        head, rows = result.table()
        show(head, [[compress(cell or "") for cell in row] for row in rows])
        click.echo(f"{len(rows)} row{'' if len(rows) == 1 else 's'}")
    else:
        write(result, form, sys.stdout, PREFIXES)
    if result.cut:
        click.echo(f"only the first {limit} are shown", err=True)


@click.command(epilog=examples("kamergraaf queries", "kamergraaf queries --format json"))
@format_option("text", "json")
def queries(form: str) -> None:
    """List the named queries, what they answer and what they want to know."""
    from dataclasses import asdict  # noqa: PLC0415 - as above

    from graph.queries import all_queries  # noqa: PLC0415 - as above

    if form == "json":
        click.echo(json.dumps([asdict(one) for one in all_queries().values()], ensure_ascii=False, indent=2))
        return
    for one in all_queries().values():
        click.echo(f"{one.name}: {one.title}")
        click.echo(click.wrap_text(one.answers, 100, "    ", "    "))
        for parameter in one.parameters:
            value = parameter.example if parameter.default is None else parameter.default
            note = "" if parameter.default is None else ", unless given"
            click.echo(f"    --param {parameter.name}={value}  {parameter.help}{note}")
        click.echo()
