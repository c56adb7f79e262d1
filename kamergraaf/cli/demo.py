"""`kamergraaf demo`: the whole road, on the sample dossier."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kamergraaf.cli.options import examples

if TYPE_CHECKING:
    from kamergraaf.knowledge_graph import KnowledgeGraph

__all__ = ["demo"]

_QUESTIONS: tuple[tuple[str, dict[str, str]], ...] = (
    ("overdue", {"on": "2031-02-20"}),
    ("news-lag", {}),
    ("who-cites", {"paper": "kst-99001-12"}),
)
"""Named queries that the demo asks, with their parameters."""
_CASE = "kv-tk-2031Z00412"
_POLICIES, _COUNTRY = ("besluitmoratorium", "vertrekmoratorium"), "ERI"
"""What the network and the timeline are about."""


@click.command(epilog=examples("kamergraaf demo", "kamergraaf demo --out /tmp/kamergraaf-demo"))
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("kamergraaf-demo"),
    show_default=True,
    metavar="DIR",
    help="Folder for the store, the tables and the pages.",
)
def demo(out: Path) -> None:
    """Load the sample dossier, ask three questions of it, write tables, a network and a timeline.

    The dossier is invented, with its members, parties, ministers and events: a question set, its delay
    notice and its answer, a motion, the letters that introduce, extend and end a moratorium, the answers
    to two more sets, and one without an answer.
    """
    import kamergraaf  # noqa: PLC0415 - the store opens only when it is asked for
    from kamergraaf.cli.load import tell  # noqa: PLC0415 - likewise

    store = out / "store"
    with kamergraaf.open(store) as graph:
        click.secho(f"Loading the sample dossier into {store}", bold=True)
        tell(graph.load(kamergraaf.SAMPLE), graph.joined)
        _hold(graph)
        for name, parameters in _QUESTIONS:
            _ask(graph, name, parameters, store)
        _write(graph, out)
    click.secho("\nGo on with", bold=True)
    command = _command()
    for line in ("queries", f"view Okkema --store {store} --open", f"state --on 2031-10-05 --store {store}"):
        click.echo(f"  {command} {line}")
    click.echo(f"  {command} load YOUR-FOLDER/")


def _command() -> str:
    """What to type for this command: its name, or its path where a shell does not find it by name."""
    called = Path(sys.argv[0])
    found = called.stem != "kamergraaf" or shutil.which("kamergraaf")
    return "kamergraaf" if found else str(called)


def _hold(graph: KnowledgeGraph) -> None:
    from kamergraaf.cli.stats import counts  # noqa: PLC0415 - as above

    click.echo(", ".join(f"{what}: {count}" for what, count in counts(graph).items() if count))


def _ask(graph: KnowledgeGraph, name: str, parameters: dict[str, str], store: Path) -> None:
    from graph.queries import get  # noqa: PLC0415 - as above
    from kamergraaf.cli.console import show  # noqa: PLC0415 - likewise
    from kamergraaf.names import compress  # noqa: PLC0415 - likewise

    typed = "".join(f" --param {key}={value}" for key, value in parameters.items())
    head, rows = graph.query(name, parameters).table()
    click.secho(f"\n{get(name).title}", bold=True)
    click.echo(f"$ kamergraaf query {name}{typed} --store {store}")
    show(head, [[compress(cell or "") for cell in row] for row in rows])


def _write(graph: KnowledgeGraph, out: Path) -> None:
    from graph.export.tabular import export_csv  # noqa: PLC0415 - as above
    from viz.page import write  # noqa: PLC0415 - likewise

    click.secho("Written", bold=True)
    for name, rows in export_csv(graph.store, out / "tables").items():
        click.echo(f"  {out / 'tables' / name}.csv: {rows} rows")
    page, network = out / "network.html", graph.network(_CASE, hops=2)
    write(network, page, str(network.graph.nodes[network.start[0]]["label"]))
    nodes, edges = network.graph.number_of_nodes(), network.graph.number_of_edges()
    click.echo(f"  {page}: {nodes} nodes, {edges} edges; open it in a browser")
    _write_timeline(graph, out / "timeline.html")


def _write_timeline(graph: KnowledgeGraph, file: Path) -> None:
    from kamergraaf.cli.output import writing  # noqa: PLC0415 - as above
    from kamergraaf.policies import asked, events, page  # noqa: PLC0415 - likewise

    about = asked(_POLICIES, (_COUNTRY,))
    found = events(graph.store, about)
    with writing(file) as target:
        target.write(page(found, about).encode())
    click.echo(f"  {file}: {len(found)} events; likewise")
