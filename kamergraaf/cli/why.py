"""`kamergraaf why`: the sentence from which something was read."""

from __future__ import annotations

import json
import re
import sys
from dataclasses import asdict
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kamergraaf.cli.options import examples, format_option, store_option

if TYPE_CHECKING:
    from graph.why import Passage, Why
    from kamergraaf.knowledge_graph import KnowledgeGraph

__all__ = ["why"]

_BY_PEOPLE = {"keep": "confirmed", "correct": "corrected", "new": "added"}
_MARGIN = "    "
_ROWS = {"Zaak": "case", "Document": "document", "Persoon": "person"}
"""What rows of the register are called, by entity."""
_WIDTH = 100


@click.command(
    epilog=examples(
        "kamergraaf why kv-tk-2031Z00412",
        "kamergraaf why ah-tk-20302031-9042 --property kg:receivedOn",
        "kamergraaf why id:question/nl/2031Z00412/3",
    )
)
@click.argument("what", metavar="IRI")
@click.option("--property", "prop", metavar="P", help="Show one fact of it: kg:receivedOn, dcterms:title …")
@store_option
@format_option("text", "json")
def why(what: str, prop: str | None, store: Path | None, form: str) -> None:
    """Show from which sentences something was read, with the words themselves underlined.

    IRI is a node of the graph: an IRI, an id, a number, an address or a name, as `view` takes it. Each
    passage comes with its document, official page, file and page. Where the file is no longer what it was
    when it was loaded, only the words that the graph quotes are shown.
    """
    import kamergraaf  # noqa: PLC0415 - the store opens only when it is asked for
    from graph.why import why as ask  # noqa: PLC0415 - likewise
    from kamergraaf.finding import find  # noqa: PLC0415 - likewise

    with kamergraaf.open(store, read_only=True) as graph:
        named = _property(prop) if prop else None
        nodes = find(graph.store, what)
        if named:
            _require(graph, nodes, named)
        found = [(iri, ask(graph.store, iri, named, _text_of)) for iri in nodes]
    if form == "json":
        click.echo(json.dumps({iri: asdict(one) for iri, one in found}, ensure_ascii=False, indent=1))
        return
    for iri, one in found:
        _tell(iri, one)


def _property(typed: str) -> str:
    """Give the IRI of a property as people write it."""
    from kamergraaf.errors import UsageError  # noqa: PLC0415 - as above
    from kamergraaf.names import expand  # noqa: PLC0415 - likewise

    iri = expand(typed)
    if not re.fullmatch(r"https?://[^\s<>\"{}|^`\\]+", iri):
        raise UsageError(
            f"{typed}: no property is written so: it has a prefix, as in kg:receivedOn or dcterms:title. "
            "docs/ontology.md lists the properties."
        )
    return iri


def _require(graph: KnowledgeGraph, nodes: list[str], prop: str) -> None:
    """Refuse a property that none of the nodes has, and say which they have."""
    from kamergraaf.errors import UsageError  # noqa: PLC0415 - as above
    from kamergraaf.names import compress  # noqa: PLC0415 - likewise

    listed = " ".join(f"<{iri}>" for iri in nodes)
    stated = f"SELECT DISTINCT ?property {{ VALUES ?node {{ {listed} }} ?node ?property ?value }}"
    known = sorted(row[0] or "" for row in graph.query(stated).values())
    if prop not in known:
        has = ", ".join(map(compress, known))
        raise UsageError(f"{compress(nodes[0])}: nothing is stated by {compress(prop)}. It has {has}.")


@cache
def _text_of(name: str, sha256: str) -> str | None:
    """Read the text layer of a file again, if it still has the bytes that were loaded."""
    from hashlib import sha256 as digest  # noqa: PLC0415 - as above

    from loaders.errors import ReadError  # noqa: PLC0415 - as above
    from loaders.readers import read_text  # noqa: PLC0415 - as above

    try:
        data = Path(name).read_bytes()
        return read_text(data, name).snapshot.text if digest(data).hexdigest() == sha256 else None
    except (OSError, ReadError):
        return None


def _tell(iri: str, found: Why) -> None:
    from kamergraaf.cli.console import clean  # noqa: PLC0415 - as above
    from kamergraaf.names import compress  # noqa: PLC0415 - as above

    click.echo(compress(iri))
    for passage in found.passages:
        click.echo(f"  {compress(passage.document)}{f'  {passage.page}' if passage.page else ''}")
        page = f", page {passage.page_number}" if passage.page_number else ""
        for name in passage.files:
            click.echo(f"  {clean(name)}{page}")
        _underlined(passage)
    for ground in found.grounds:
        basis = ground.basis.rsplit("/", 1)[-1]
        click.echo(
            f"  {compress(ground.property)} {compress(ground.value)}\n"
            f"{_MARGIN}joined by {basis}, confidence {ground.confidence}"
        )
    for entry in found.entries:
        called = f"{_ROWS.get(entry.kind, entry.kind)} {entry.number}".strip()
        click.echo(f"  row of the register of the House: {clean(called)}, id {clean(entry.key)}")
        for line in (entry.address, *entry.files):
            click.echo(f"{_MARGIN}{clean(line)}")
        if entry.removed:
            click.echo(f"{_MARGIN}taken out of the register on {entry.removed}")
    for status, words in found.people:
        click.echo(f"  {_BY_PEOPLE.get(status, status)} by a person{f': «{clean(words)}»' if words else ''}")
    if not (found.passages or found.grounds or found.entries or found.people):
        click.echo("  no passage: it follows from a number or an address, or is described by a register")


def _underlined(passage: Passage) -> None:
    """Print a passage in lines of a width that can be read, its words underlined."""
    from kamergraaf.cli.console import clean  # noqa: PLC0415 - as above

    text, at = clean(passage.context), 0
    while at < len(text):
        end = len(text) if len(text) - at <= _WIDTH else (text.rfind(" ", at, at + _WIDTH) + 1) or at + _WIDTH
        low, high = (min(max(place, at), end) for place in (passage.start, passage.end))
        before, words, after = text[at:low], text[low:high], text[high:end]
        if sys.stdout.isatty():
            click.echo(f"{_MARGIN}{before}{click.style(words, underline=True)}{after}".rstrip())
        else:
            click.echo(f"{_MARGIN}{text[at:end]}".rstrip())
            if words.strip():
                click.echo(f"{_MARGIN}{' ' * len(before)}{'^' * len(words.rstrip())}")
        at = end
    click.echo()
