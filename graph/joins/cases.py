"""What the case of a register tells of a question set of which replies print numbers alone.

A reply that prints no heading implies its set, with the numbers of the questions, and this holds the
graph of the set: the case's own row, which tells title, day and people and no question, gives way to
it. What the set then lacks stands in `…/graph/extract/register/<set>`, taken from the case, so that
queries find the set as they find any other. It is gone once a print of the heading is loaded.
"""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import TYPE_CHECKING

from graph.joins.facts import Reader, document_of
from ontology import iris
from ontology.nquads import Block
from ontology.replyterm import reply_days, reply_due
from ontology.terms import Dcterms, Kg

if TYPE_CHECKING:
    from collections.abc import Collection

    from graph.store.protocol import Store

__all__ = ["LAYER", "sets_of", "told_by_cases"]

LAYER = f"{iris.GRAPH}extract/register/"
"""What the graphs begin with; the id of the set follows."""

_IMPLIED = "?graph kg:rank 3"
"""Graphs of sets that a reply implies, and of catalogues' records."""
_SAID = f"FILTER(!STRSTARTS(STR(?g), '{iris.GRAPH}extract/'))"
_OWN = f"GRAPH ?g {{ ?set ?p ?o }} {_SAID}"
_CASES = """?case kg:questionSet ?set ; kg:startedOn ?day .
    OPTIONAL { ?case dcterms:title ?title }"""
_PEOPLE = """?case kg:questionSet ?set ; kg:hasParticipation ?part .
    ?part eli-dl:participation_role ?role ; eli-dl:had_participant_person ?who .
    OPTIONAL { ?part eli-dl:participation_in_name_of ?group }"""
_REPLIES = f"""GRAPH ?g {{ ?reply kg:repliesTo ?set }} {_SAID}
    ?reply a kg:AnswerDocument ; kg:receivedOn ?day
    FILTER NOT EXISTS {{ GRAPH ?h {{ ?reply kg:replyDays ?n }}
      FILTER(!STRSTARTS(STR(?h), '{iris.GRAPH}extract/')) }}"""
"""Of a reply that was found to belong to the set, its joins graph tells how long it took."""
_ASKER = iris.concept("role", "asker")


def sets_of(store: Store, docs: Collection[str]) -> set[str]:
    """Ids of some documents and of the sets to which they reply."""
    replied = Reader(store).rows(
        "DISTINCT ?set", "?doc kg:repliesTo ?set", set(map(iris.document, docs)), "doc"
    )
    return {*docs, *(document_of(set_) for (set_,) in replied)}


def told_by_cases(store: Store, docs: Collection[str] | None) -> dict[str, bytes]:
    """Content of the graphs that are wanted, N-Quads by name; of sets of some ids, or of all."""
    reader = Reader(store)
    graphs = None if docs is None else {iris.doc_graph(doc) for doc in docs}
    prefix = iris.doc_graph("x")[:-1]
    implied = {
        iris.document(graph.removeprefix(prefix))
        for (graph,) in reader.rows("?graph", _IMPLIED, graphs, "graph")
        if graph.startswith(prefix)
    }
    blocks = {set_: Block(f"{LAYER}{document_of(set_)}") for set_ in implied}
    own: defaultdict[str, set[str]] = defaultdict(set)
    for set_, prop in reader.rows("DISTINCT ?set ?p", _OWN, implied):
        own[set_].add(prop)
    days: dict[str, date] = {}
    for set_, day, title in reader.rows("?set ?day ?title", _CASES, implied):
        if title and Dcterms.TITLE not in own[set_]:
            blocks[set_].words(set_, Dcterms.TITLE, title)
        if Dcterms.DATE_SUBMITTED not in own[set_]:
            days[set_] = date.fromisoformat(day)
            blocks[set_].day(set_, Dcterms.DATE_SUBMITTED, days[set_])
            blocks[set_].day(set_, Kg.REPLY_DUE, reply_due(days[set_]))
    _people(reader, {set_ for set_ in implied if Kg.HAS_PARTICIPATION not in own[set_]}, blocks)
    for reply, set_, day in reader.rows("?reply ?set ?day", _REPLIES, days):
        took = reply_days(days[set_], date.fromisoformat(day))
        if took is not None:
            blocks[set_].number(reply, Kg.REPLY_DAYS, took)
    return {block.graph: block.content("doc").nquads for block in blocks.values() if block}


def _people(reader: Reader, sets: Collection[str], blocks: dict[str, Block]) -> None:
    for set_, part, role, who, group in reader.rows("?set ?part ?role ?who ?group", _PEOPLE, sets):
        blocks[set_].link(set_, Kg.HAS_PARTICIPATION, part)
        if role == _ASKER:
            blocks[set_].link(set_, Kg.ASKED_BY, who)
            if group:
                blocks[set_].link(set_, Kg.PARTY, group)
