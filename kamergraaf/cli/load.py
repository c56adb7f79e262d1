"""`kamergraaf load`: documents into the store."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from kamergraaf.cli.options import examples, format_option, paths_argument, store_option

if TYPE_CHECKING:
    from pathlib import Path

    from graph.load import Report

__all__ = ["load", "tell"]


@click.command(
    epilog=examples(
        "kamergraaf load kamervragen/",
        "kamergraaf load vragen.pdf antwoord.docx --store moratorium.store",
        "cat antwoord.txt | kamergraaf load -",
    )
)
@paths_argument
@store_option
@format_option("text", "json")
@click.pass_context
def load(ctx: click.Context, paths: tuple[str, ...], store: Path | None, form: str) -> None:
    """Load documents into the store.

    PATH is a file, a folder, or - for standard input. What is known already is not read again; loading
    the same documents twice changes nothing. A document that cannot be read is told and kept in the
    ledger, and the rest is loaded.
    """
    import kamergraaf  # noqa: PLC0415 - the store opens only when it is asked for
    from kamergraaf.cli.console import counting  # noqa: PLC0415 - likewise
    from kamergraaf.settings import store_path  # noqa: PLC0415 - likewise

    with kamergraaf.open(store_path(store)) as graph, counting("documents") as count:
        report = graph.load(*paths, progress=lambda source, _: count(source))
    tell(report, form)
    ctx.exit(1 if report.failed else 0)


def tell(report: Report, form: str = "text") -> None:
    """Say what a load did: counts to stdout, each document that was not read to stderr."""
    import json  # noqa: PLC0415 - one form in two needs it
    from dataclasses import asdict  # noqa: PLC0415 - likewise

    from kamergraaf.cli.console import clean  # noqa: PLC0415 - likewise

    if form == "json":
        click.echo(json.dumps(asdict(report), ensure_ascii=False))
        return
    for failure in report.failed:
        click.echo(f"{clean(failure.source)}: not read: {clean(failure.reason)} [{failure.code}]", err=True)
    for source in report.read_again:
        click.echo(f"{clean(source)}: a better copy is gone, so this one is needed: load it again", err=True)
    counts = {
        "added": report.added,
        "replaced": report.replaced,
        "unchanged": report.unchanged,
        "superseded by a better copy": report.superseded,
        "not read": len(report.failed),
    }
    told = ", ".join(f"{count} {what}" for what, count in counts.items() if count) or "no documents"
    click.echo(f"{told}: {report.graphs} graphs written, {report.removed} removed, {report.triples} triples")
