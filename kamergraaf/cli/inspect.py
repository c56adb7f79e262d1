"""`kamergraaf inspect`: what a document yields, before anything is loaded."""

from __future__ import annotations

import sys
from itertools import chain, islice

import click

from kamergraaf.cli.console import clean
from kamergraaf.cli.options import examples, format_option, paths_argument
from kamergraaf.cli.own_concepts import concepts_option

__all__ = ["inspect"]


@click.command(
    epilog=examples(
        "kamergraaf inspect vragen.pdf",
        "kamergraaf inspect --format jsonl folder/ > records.jsonl",
        "kamergraaf inspect vragen.pdf --concepts housing.ttl",
        "cat antwoord.txt | kamergraaf inspect -",
    )
)
@paths_argument
@concepts_option
@format_option("text", "json", "jsonl")
@click.pass_context
def inspect(ctx: click.Context, paths: tuple[str, ...], form: str) -> None:
    """Show what documents say, without loading them.

    PATH is a file, a folder, or - for standard input. With --format jsonl each document is one line of
    JSON, in the order of the input; one that cannot be read gives a line with its error.
    """
    from kamergraaf.cli.records import WRITERS  # noqa: PLC0415 - reading starts only when it is asked for
    from kamergraaf.reading import read_all  # noqa: PLC0415 - likewise

    found = read_all(paths, sys.stdin.buffer)
    first = list(islice(found, 1))
    if not first:
        click.echo(f"no documents in {clean(', '.join(paths))}", err=True)
    failures = WRITERS[form](chain(first, found), sys.stdout)
    ctx.exit(1 if failures else 0)
