"""`kamergraaf validate`: the graph held against its shapes."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from kamergraaf.cli.options import examples, format_option, store_option

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from graph.validate import Violation

__all__ = ["validate"]


@click.command(
    epilog=examples("kamergraaf validate", "kamergraaf validate --format json --store moratorium.store")
)
@store_option
@format_option("text", "json")
@click.pass_context
def validate(ctx: click.Context, store: Path | None, form: str) -> None:
    """Hold the graph against the SHACL shapes of the ontology.

    An error is wrong in the graph; a warning is odd or missing in a source. The exit code is 1 where there
    is an error.
    """
    from dataclasses import asdict  # noqa: PLC0415 - the store opens only when it is asked for

    import kamergraaf  # noqa: PLC0415 - likewise
    from kamergraaf.cli.console import counting  # noqa: PLC0415 - likewise
    from kamergraaf.names import compress  # noqa: PLC0415 - likewise

    with kamergraaf.open(store, read_only=True) as graph, counting("shapes and graphs") as count:
        from graph.validate import validate as check  # noqa: PLC0415 - slow to import; a wrong store is told first

        found = check(graph.store, lambda name: count(compress(name)))
    errors = sum(not one.warning for one in found)
    if form == "json":
        click.echo(json.dumps([asdict(one) for one in found], ensure_ascii=False, indent=2))
    else:
        _tell(found, errors)
    ctx.exit(1 if errors else 0)


def _tell(found: Sequence[Violation], errors: int) -> None:
    from kamergraaf.cli.console import clean  # noqa: PLC0415 - as above

    for one in found:
        value = f" (value: {clean(one.value)})" if one.value else ""
        click.echo(f"{'warning' if one.warning else 'error'}: {clean(one.message)}{value}")
        click.echo(f"    {clean(one.focus)} [{one.shape}]")
        if one.place:
            page = f", page {one.place.page}" if one.place.page else ""
            click.echo(f"    in {clean(one.place.official or one.place.document)}{page}")
    verdict = "the graph does not conform" if errors else "the graph conforms"
    click.echo(f"{verdict}: {_counted(errors, 'error')}, {_counted(len(found) - errors, 'warning')}")


def _counted(count: int, what: str) -> str:
    return f"{count} {what}{'' if count == 1 else 's'}"
