"""`kamergraaf load`: documents into the store."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import click

from kamergraaf.cli.console import clean
from kamergraaf.cli.options import examples, format_option, jobs_option, paths_argument, store_option
from kamergraaf.cli.own_concepts import concepts_option

if TYPE_CHECKING:
    from pathlib import Path

    from graph.join import JoinReport
    from graph.report import Report

__all__ = ["load", "tell"]

_SHOWN = 20
"""Sets and replies that fit several which are named."""


@click.command(
    epilog=examples(
        "kamergraaf load kamervragen/",
        "kamergraaf load vragen.pdf antwoord.docx --store moratorium.store",
        "kamergraaf load kamervragen/ --concepts housing.ttl",
        "cat antwoord.txt | kamergraaf load -",
    )
)
@paths_argument
@store_option
@jobs_option
@concepts_option
@format_option("text", "json")
@click.pass_context
def load(ctx: click.Context, paths: tuple[str, ...], store: Path | None, jobs: int, form: str) -> None:
    """Load documents into the store.

    PATH is a file, a folder, or - for standard input; documents and registers of people are told apart by
    what is in them. What is known already is not read again; loading the same documents twice changes
    nothing. A document that cannot be read is told and kept in the ledger, and the rest is loaded.
    The people in the documents are then looked up in the registers, and what belongs together is joined.
    """
    import kamergraaf  # noqa: PLC0415 - the store opens only when it is asked for
    from kamergraaf.cli.console import counting  # noqa: PLC0415 - likewise
    from kamergraaf.settings import store_path  # noqa: PLC0415 - likewise

    with kamergraaf.open(store_path(store)) as graph, counting("documents") as count:
        report = graph.load(*paths, progress=lambda source, _: count(source), jobs=jobs)
    tell(report, graph.joined, form)
    ctx.exit(1 if report.failed else 0)


def tell(report: Report, joined: JoinReport | None, form: str = "text") -> None:
    """Say what a load did: counts to stdout, what was not read and what fits several to stderr."""
    import json  # noqa: PLC0415 - one form in two needs it
    from dataclasses import asdict  # noqa: PLC0415 - likewise

    if form == "json":
        whole = asdict(report) | {"joined": asdict(joined) if joined else None}
        click.echo(json.dumps(whole, ensure_ascii=False))
        return
    for failure in report.failed:
        click.echo(f"{clean(failure.source)}: not read: {clean(failure.reason)} [{failure.code}]", err=True)
    for source in report.read_again:
        click.echo(f"{clean(source)}: a better copy is gone, so this one is needed: load it again", err=True)
    _tell_rows(report)
    counts = {
        "added": report.added,
        "replaced": report.replaced,
        "unchanged": report.unchanged,
        "superseded by a better copy": report.superseded,
        "not read": len(report.failed),
    }
    told = ", ".join(f"{count} {what}" for what, count in counts.items() if count) or "no documents"
    click.echo(f"{told}: {report.graphs} graphs written, {report.removed} removed, {report.triples} triples")
    _tell_people(report)
    if joined:
        _tell_joins(joined)


def _tell_rows(report: Report) -> None:
    """Say what was left aside, taken out or odd: what it is, how many, and the first of them."""
    told = [(f"left aside, {kind}", rows) for kind, rows in report.skipped.items()]
    told.append(("taken out of the register; what was read from it before is kept", report.taken_out))
    told += [(f"remark {code}", rows) for code, rows in sorted(report.remarks.items())]
    for what, rows in told:
        if rows.count:
            more = f", and {rows.count - 1} more" if rows.count > 1 else ""
            click.echo(f"{clean(rows.sources[0])}: {clean(what)}{more}", err=True)


def _tell_people(report: Report) -> None:
    """Say what became of registers of people, and of the names in the documents."""
    if report.registers and report.registers.loaded:
        names = ", ".join(report.registers.loaded)
        click.echo(f"registers of people: {names}: {report.registers.persons} persons known")
        for name, remarks in report.registers.remarks.items():
            codes = Counter(remark.code for remark in remarks)
            for code, count in sorted(codes.items()):
                first = next(remark for remark in remarks if remark.code == code)
                more = f", and {count - 1} more" if count > 1 else ""
                text = f"{name}: {code}: {clean(first.where)}: {clean(first.text)}{more}"
                click.echo(text, err=True)
    found = report.resolution
    if found and (found.identified or found.unresolved):
        missing = sum(found.unresolved.values())
        click.echo(
            f"names looked up: {found.identified} resolved, {missing} not (see `kamergraaf unresolved`)"
        )


def _tell_joins(joined: JoinReport) -> None:
    """Say what was joined and on what ground, and what fits several sets and was joined to none."""
    from kamergraaf.names import compress  # noqa: PLC0415 - few loads find anything

    if joined.counts:
        found = ", ".join(f"{count} {what}" for what, count in joined.counts.items())
        grounds = ", ".join(f"{count} by {basis}" for basis, count in joined.grounds.items())
        click.echo(f"joined: {found} ({grounds}; see `kamergraaf query joins`)")
    for one in joined.ambiguous[:_SHOWN]:
        fits = ", ".join(map(compress, one.fits))
        click.echo(f"{compress(one.iri)}: fits several by {one.basis}, joined to none: {fits}", err=True)
    if len(joined.ambiguous) > _SHOWN:
        click.echo(f"and {len(joined.ambiguous) - _SHOWN} more that fit several", err=True)
