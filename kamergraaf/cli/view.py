"""`kamergraaf view`: a network as a page that opens in any browser, with the network off."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kamergraaf.cli.options import examples, network_options

if TYPE_CHECKING:
    from graph.network import Network

__all__ = ["select", "view"]

_LONGEST = 60
"""Characters of a file's name, without its suffix."""


@click.command(
    epilog=examples(
        "kamergraaf view kv-tk-2031Z00412",
        "kamergraaf view kst-99001-12 --hops 3 --out paper.html",
        "kamergraaf view Okkema --language en --open",
        "kamergraaf view --query overdue --param on=2031-02-20 --hops 1",
    )
)
@network_options
@click.option(
    "--out",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Page to write; named after its subject unless given.",
)
@click.option(
    "--language",
    type=click.Choice(["nl", "en"]),
    default="nl",
    show_default=True,
    help="Language of the page.",
)
@click.option("--open", "show", is_flag=True, help="Open the page in the browser.")
def view(out: Path | None, language: str, show: bool, **selection: Any) -> None:
    """Draw what stands around something, as an interactive page.

    WHAT is an id (kv-tk-2031Z00412, kst-99001-14), a case number, the address of a source, an IRI, or the
    name of a person, post or party. From one node the page follows 2 hops, from several nodes of one name
    1, from the answer of a query 0, unless --hops says otherwise.
    """
    from kamergraaf.cli.output import folder_for  # noqa: PLC0415 - drawing starts only when it is asked for
    from kamergraaf.errors import UsageError  # noqa: PLC0415 - likewise
    from viz.page import write  # noqa: PLC0415 - likewise

    subject = selection["what"] or selection["query"]
    if subject is None:
        raise UsageError(
            "Say what to draw: an id, a name, or --query. `kamergraaf view --help` has examples."
        )
    network = select(selection)
    file = out or Path(f"{_file_name(subject)}.html")
    folder_for(file)
    write(network, file, _title(network, subject), language=language)
    nodes, edges = network.graph.number_of_nodes(), network.graph.number_of_edges()
    click.echo(f"{file}: {nodes} nodes, {edges} edges")
    for left in network.left_out:
        click.echo(f"left out: {left.reason['en']}", err=True)
    if show:
        click.launch(str(file.resolve()))


def select(selection: dict[str, Any], limit: int | None = None) -> Network:
    """Give the network that the options of `network_options` describe; `limit` where they set none."""
    import kamergraaf  # noqa: PLC0415 - as above
    from kamergraaf.asking import resolve  # noqa: PLC0415 - as above
    from kamergraaf.knowledge_graph import NODES  # noqa: PLC0415 - as above

    query = selection["query"] and resolve(selection["query"])
    with kamergraaf.open(selection["store"], read_only=True) as graph:
        return graph.network(
            selection["what"],
            query=query,
            parameters=selection["parameters"],
            hops=selection["hops"],
            limit=selection["limit"] or limit or NODES,
        )


def _file_name(subject: str) -> str:
    """Keep the letters, digits and dots of a subject; the rest becomes hyphens."""
    return re.sub(r"[^\w.]+", "-", subject)[:_LONGEST].strip("-.") or "network"


def _title(network: Network, subject: str) -> str:
    """Name a page after its only start, else after what was asked for."""
    [first, *others] = network.start or ("",)
    return str(network.graph.nodes[first]["label"]) if first and not others else subject
