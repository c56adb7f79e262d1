"""`kamergraaf export`: the graph for spreadsheets, for other stores, and for programs that draw."""

from __future__ import annotations

from pathlib import Path

import click

from kamergraaf.cli.options import examples, network_options, store_option

__all__ = ["export"]

_RDF = ("nq", "trig", "ttl", "jsonld")
_OUT = click.Path(path_type=Path, allow_dash=True)
_TO_FILE = click.option(
    "--out", type=_OUT, metavar="FILE", help="File to write; standard output unless given."
)


@click.group(
    epilog=examples("kamergraaf export csv --out tables", "kamergraaf export rdf --format nq --out dump.nq")
)
def export() -> None:
    """Write the graph to files, in a stable order: the same graph gives the same bytes."""


@export.command(name="csv", epilog=examples("kamergraaf export csv --out tables"))
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="DIR",
    required=True,
    help="Folder to write to; made where there is none.",
)
@store_option
def csv_tables(out: Path, store: Path | None) -> None:
    """Write one CSV file a table, and a datapackage.json that describes them.

    Each row has its IRI and the official page of its document. Cells that a spreadsheet would run as a
    formula begin with an apostrophe.
    """
    import kamergraaf  # noqa: PLC0415 - the store opens only when it is asked for
    from graph.export.tabular import export_csv  # noqa: PLC0415 - likewise

    with kamergraaf.open(store, read_only=True) as graph:
        counts = export_csv(graph.store, out)
    for name, rows in counts.items():
        click.echo(f"{out / name}.csv: {rows} rows")
    click.echo(f"{out / 'datapackage.json'}: what the tables hold")


@export.command(
    epilog=examples(
        "kamergraaf export rdf --out dump.nq",
        "kamergraaf export rdf --format trig --without-provenance | less",
    )
)
@click.option(
    "--format", "form", type=click.Choice(_RDF), default="nq", show_default=True, help="Form of RDF."
)
@click.option(
    "--without-provenance",
    is_flag=True,
    help="Leave out the ledger, which differs between loads of the same documents.",
)
@_TO_FILE
@store_option
def rdf(form: str, without_provenance: bool, out: Path | None, store: Path | None) -> None:
    """Write the graph as RDF.

    nq, trig and jsonld keep the named graphs; ttl holds all triples without them.
    """
    import kamergraaf  # noqa: PLC0415 - as above
    from graph.export.rdf import export_rdf  # noqa: PLC0415 - likewise
    from kamergraaf.cli.output import writing  # noqa: PLC0415 - likewise

    with kamergraaf.open(store, read_only=True) as graph, writing(out) as file:
        export_rdf(graph.store, file, form, provenance=not without_provenance)


@export.command(
    epilog=examples(
        "kamergraaf export graphml --out everything.graphml",
        "kamergraaf export graphml kst-99001-12 --hops 3 --out around.graphml",
    )
)
@network_options
@_TO_FILE
def graphml(out: Path | None, **selection: object) -> None:
    """Write a network as GraphML, for yEd, Cytoscape and others.

    WHAT is what `kamergraaf view` takes; without it and without --query the network is the whole graph.
    """
    _network(out, "graphml", selection)


@export.command(
    epilog=examples(
        "kamergraaf export gexf --out everything.gexf",
        "kamergraaf export gexf --query most-cited-papers.rq --hops 1 --out cited.gexf",
    )
)
@network_options
@_TO_FILE
def gexf(out: Path | None, **selection: object) -> None:
    """Write a network as GEXF, for Gephi.

    WHAT is what `kamergraaf view` takes; without it and without --query the network is the whole graph.
    """
    _network(out, "gexf", selection)


def _network(out: Path | None, form: str, selection: dict[str, object]) -> None:
    from graph.export.network import export_network  # noqa: PLC0415 - as above
    from kamergraaf.cli.output import writing  # noqa: PLC0415 - likewise
    from kamergraaf.cli.view import select  # noqa: PLC0415 - likewise

    everything = selection["what"] is None and selection["query"] is None
    network = select(selection, limit=_EVERYTHING if everything else None)
    with writing(out) as file:
        export_network(network.graph, file, form)
    for left in network.left_out:
        click.echo(f"left out: {left.reason['en']}", err=True)


_EVERYTHING = 10_000_000
"""Nodes of a whole graph: more than any store holds that a laptop opens."""
