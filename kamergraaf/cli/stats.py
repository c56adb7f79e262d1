"""`kamergraaf stats`: where the store lies and what it holds."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from kamergraaf.cli.options import examples, format_option, store_option

if TYPE_CHECKING:
    from pathlib import Path

    from kamergraaf.knowledge_graph import KnowledgeGraph

__all__ = ["COUNTS", "counts", "stats"]

COUNTS = {
    "question sets": "?x a kg:QuestionDocument ; dcterms:type ?kind MINUS { ?x kg:sameSetAs ?better }",
    "answer documents": "?x a kg:AnswerDocument ; dcterms:type ?kind",
    "delay notices": "?x a kg:DelayNotice ; dcterms:type ?kind",
    "letters": "?x dcterms:type document-kind:letter",
    "questions": "?x a kg:Question MINUS { ?x kg:sameQuestionAs ?better }",
    "answers": "?x a kg:Answer",
    "citations": "?x a kg:Citation MINUS { ?x cito:hasCitingEntity/kg:sameQuestionAs ?better }",
    "Kamerstukken": "?x a kg:ParliamentaryPaper",
    "mentions": "?x a kg:Mention",
    "measures": "?x a kg:PolicyMeasure",
    "decisions": "?x a kg:PolicyDecision",
    "country reports": "?x a kg:CountryReport",
    "posts": "?x a org:Post",
    "persons": "?x a foaf:Person",
    "names in documents": "?x a kg:Actor",
    "resolved to a person": "?x kg:identifiedAs ?person",
    "not resolved": "?x kg:unresolvedBecause ?why",
    "remarks of the reader": "?d kg:remark ?x",
    "failed documents": "?x a kg:LoadFailure",
}
"""What is counted: a name for people, and the pattern of what is counted as `?x`."""


@click.command(epilog=examples("kamergraaf stats", "kamergraaf stats --store moratorium.store --format json"))
@store_option
@format_option("text", "json")
def stats(store: Path | None, form: str) -> None:
    """Say where the store lies and what it holds.

    Posts and persons are those of the registers and the documents together. `kamergraaf unresolved` lists the
    names that are not resolved, with the reasons.
    """
    import kamergraaf  # noqa: PLC0415 - the store opens only when it is asked for
    from kamergraaf.cli.console import show  # noqa: PLC0415 - likewise
    from kamergraaf.settings import store_path  # noqa: PLC0415 - likewise

    path = store_path(store)
    with kamergraaf.open(path, read_only=True) as graph:
        found = counts(graph)
    if form == "json":
        click.echo(json.dumps({"store": str(path), **found}, ensure_ascii=False))
        return
    click.echo(f"store: {path}")
    show(("what", "how many"), [(what, f"{count}") for what, count in found.items()])


def counts(graph: KnowledgeGraph) -> dict[str, int]:
    """Count what a graph holds, by the names in `COUNTS`, and its graphs and triples."""
    found = {}
    for what, pattern in COUNTS.items():
        [[count]] = graph.query(f"SELECT (COUNT(DISTINCT ?x) AS ?n) {{ {pattern} }}").values()
        found[what] = int(count or 0)
    return {**found, "named graphs": len(graph.store.graphs()), "triples": len(graph.store)}
