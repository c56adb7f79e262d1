"""`kamergraaf chart`: figures as a picture."""

from __future__ import annotations

from pathlib import Path

import click

from kamergraaf.cli.options import examples, store_option

__all__ = ["chart"]


@click.command(
    epilog=examples(
        "kamergraaf chart reply-times --out reply-times.svg",
        "kamergraaf chart reply-times --by year --out years.svg",
        "kamergraaf chart reply-times --by party --out parties.svg",
    )
)
@click.argument("what", metavar="CHART", type=click.Choice(["reply-times"]))
@click.option(
    "--by",
    type=click.Choice(["ministry", "party", "year"]),
    default="ministry",
    show_default=True,
    help="What to group by.",
)
@click.option(
    "--out",
    type=click.Path(path_type=Path, dir_okay=False, allow_dash=True),
    required=True,
    metavar="FILE",
    help="SVG to write; - for standard output.",
)
@store_option
def chart(what: str, by: str, out: Path, store: Path | None) -> None:
    """Draw figures as one SVG that opens in any browser, with the network off.

    CHART is reply-times: days from submission to the first answer, as median and ninetieth percentile of
    each group, with the number of answered sets. A set that is put to two ministries counts for each.
    """
    import kamergraaf  # noqa: PLC0415 - the store opens only when it is asked for
    from graph.replytimes import reply_times  # noqa: PLC0415 - likewise
    from kamergraaf.cli.output import writing  # noqa: PLC0415 - likewise
    from viz import chart as draw  # noqa: PLC0415 - likewise

    del what
    with kamergraaf.open(store, read_only=True) as graph:
        groups = reply_times(graph.store, by)
    with writing(out) as target:
        target.write(draw.reply_times(groups, by))
    if str(out) != "-":
        click.echo(f"{out}: {len(groups)} groups, {sum(group.count for group in groups)} answers counted")
