"""Why the graph says something: the passages from which a node or a fact was read.

Where the file is still at hand, a passage is shown in its whole sentence; else in the smallest longer
passage of the same copy that the graph quotes, or alone.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pyoxigraph import NamedNode

from graph.passages import Quote, printing, sentence, short
from graph.results import plain
from ontology.terms import PREFIXES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graph.store.protocol import Store

__all__ = ["Entry", "Ground", "Passage", "TextOf", "Why", "why"]

TextOf = Callable[[str, str], str | None]
"""Gives the text layer of a file by its name in the ledger and the hash it must have; None if it is gone."""

_PREFIXES = "".join(f"PREFIX {name}: <{iri}>\n" for name, iri in PREFIXES.items())
_SPANS = """SELECT DISTINCT ?span ?snapshot ?start ?end ?exact ?page ?sha ?doc ?official WHERE {
    ?thing kg:evidence|kg:marker ?span .
    ?span oa:hasSource ?snapshot ; oa:hasSelector ?selector . ?selector oa:start ?start ; oa:end ?end .
    OPTIONAL { ?selector oa:exact ?exact } OPTIONAL { ?span kg:pageNumber ?page }
    OPTIONAL { ?snapshot kg:sha256 ?sha ; kg:snapshotOf ?doc . OPTIONAL { ?doc foaf:page ?official } }
} ORDER BY ?snapshot ?start ?end"""
_FILES = (
    "SELECT ?name WHERE { ?entry kg:sha256 ?sha ; kg:sourceName ?name ; dcterms:format ?f } ORDER BY ?name"
)
_AROUND = """SELECT DISTINCT ?start ?exact WHERE {
    ?span oa:hasSource ?snapshot ; oa:hasSelector ?selector .
    ?selector oa:start ?start ; oa:end ?end ; oa:exact ?exact FILTER(?start <= ?from && ?end >= ?to)
} ORDER BY (?end - ?start) DESC(?start)"""
_WORDS = "SELECT ?text WHERE { ?thing kg:text ?text } ORDER BY ?text"
_PARTS = """SELECT DISTINCT ?part WHERE {
    { ?thing kg:hasParticipation ?part .
      ?part eli-dl:had_participant_person|eli-dl:participation_in_name_of|kg:inCapacityOf ?value }
    UNION { ?part cito:hasCitingEntity ?thing ; cito:hasCitedEntity ?value }
    UNION { ?part rdf:subject ?thing ; rdf:predicate ?property ; rdf:object ?value }
} ORDER BY ?part"""
_USERS = """SELECT DISTINCT ?part WHERE {
    { ?part eli-dl:had_participant_person|eli-dl:participation_in_name_of|kg:inCapacityOf ?thing }
    UNION { ?part cito:hasCitedEntity ?thing } UNION { ?part eli:is_part_of ?thing }
    UNION { ?part kg:decides ?thing } UNION { ?thing kg:statedBy ?part }
    UNION { ?decision kg:decides ?thing ; kg:statedBy ?part } } ORDER BY ?part"""
_PEOPLE = """SELECT DISTINCT ?status ?words WHERE {
    { BIND(?thing AS ?s) } UNION { ?thing kg:statedBy ?s }
    UNION { ?decision kg:decides ?thing ; kg:statedBy ?s }
    ?s kg:curationStatus ?status OPTIONAL { ?s kg:text ?words } } ORDER BY ?status ?words"""
_VALUES = "SELECT DISTINCT ?value WHERE { ?thing ?property ?value } ORDER BY ?value"
_GROUNDS = """SELECT ?property ?value ?basis ?confidence WHERE {
    ?join rdf:subject ?thing ; rdf:predicate ?property ; rdf:object ?value ; kg:basis ?basis ;
      kg:confidence ?confidence } ORDER BY ?property ?value"""
_ENTRIES = """SELECT DISTINCT ?entry ?number ?file ?gone WHERE {
    { ?owner kg:registerEntry ?entry FILTER(?owner = ?thing) }
    UNION { ?owner kg:questionSet ?thing ; kg:registerEntry ?entry }
    UNION { ?owner kg:hasParticipation ?thing ; kg:registerEntry ?entry }
    UNION { ?owner kg:hasParticipation/eli-dl:had_participant_person ?thing ; kg:registerEntry ?entry }
    OPTIONAL { GRAPH ?graph { ?owner kg:registerEntry ?entry } ?graph prov:wasDerivedFrom ?row .
               ?row kg:sourceName ?file }
    OPTIONAL { ?owner dcterms:identifier|kg:documentNumber ?number }
    OPTIONAL { ?entry prov:invalidatedAtTime ?gone }
} ORDER BY ?entry ?number ?file"""
_ROW = re.compile(r".*/(?P<kind>\w+)\((?P<key>[^()]*)\)")


_CASE = re.compile(r"\d{4}Z\d{5}|KVR\d+")


@dataclass(frozen=True, slots=True)
class Passage:
    """One passage with its surroundings; `context[start:end]` is what was read."""

    document: str
    """IRI of the document whose copy was read."""
    page: str
    """Official page of the document; empty where there is none."""
    files: tuple[str, ...]
    """Names in the ledger of the files with these bytes."""
    page_number: int | None
    context: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Ground:
    """A fact that was found by comparing documents: what it says, on what ground, how surely."""

    property: str
    value: str
    basis: str
    confidence: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A row of a register."""

    address: str
    kind: str
    """Entity of the open data of the House: `Zaak`, `Document`, `Persoon`."""
    key: str
    """Id of the row within the entity."""
    number: str
    """Number of the case or the document; empty where it has none."""
    files: tuple[str, ...]
    """Names in the ledger under which the row that holds came: the file, then number and time of change."""
    removed: str
    """When it was taken out of the register; empty where it was not."""


@dataclass(frozen=True, slots=True)
class Why:
    """All on which a node or a fact rests."""

    passages: tuple[Passage, ...] = ()
    grounds: tuple[Ground, ...] = ()
    entries: tuple[Entry, ...] = ()
    """Rows of a register: of a fact, those on which it rests where no passage says it."""
    people: tuple[tuple[str, str], ...] = ()
    """What people decided on it: `keep`, `correct` or `new`, and the words that they gave, if any."""


@dataclass(frozen=True, slots=True)
class _Span(Quote):
    thing: str
    page_number: int | None
    sha256: str
    document: str
    page: str


def why(store: Store, iri: str, prop: str | None = None, text_of: TextOf | None = None) -> Why:
    """Tell from which passages a node, or with `prop` (an IRI) one of its facts, was read.

    Of a node without passages of its own (a person, a post, a source) those of what names it are told.
    """
    ask = _Asker(store)
    spans = _of_fact(ask, iri, prop) if prop else ask.spans(iri)
    if not spans and prop is None:
        spans = [span for (part,) in ask.rows(_USERS, thing=iri) for span in ask.spans(part)]
    told = dict.fromkeys((span.snapshot, span.start, span.end) for span in spans)
    kept = [next(span for span in spans if (span.snapshot, span.start, span.end) == key) for key in told]
    grounds = tuple(Ground(*row) for row in ask.rows(_GROUNDS, thing=iri) if prop in (None, row[0]))
    entries = () if prop and (kept or grounds) else ask.entries(iri)
    people = tuple((status, words) for status, words in ask.rows(_PEOPLE, thing=iri))
    return Why(tuple(_passage(ask, span, text_of) for span in kept), grounds, entries, people)


class _Asker:
    """Asks a store about nodes."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def rows(self, sparql: str, **given: str) -> list[tuple[str, ...]]:
        """Rows as plain strings; what is given are IRIs."""
        nodes = {name: NamedNode(iri) for name, iri in given.items()}
        return [
            tuple(cell or "" for cell in row) for row in self._store.query(_PREFIXES + sparql, nodes).values()
        ]

    def spans(self, iri: str) -> list[_Span]:
        """Passages on which a node rests, in order of copy and place."""
        found = self._store.query(_PREFIXES + _SPANS, {"thing": NamedNode(iri)}).rows
        return [self._span(iri, [plain(term) or "" for term in row]) for row in found]

    @staticmethod
    def _span(iri: str, cells: Sequence[str]) -> _Span:
        _, snapshot, start, end, exact, page, sha, doc, official = cells
        number = int(page) if page else None
        return _Span(snapshot, int(start), int(end), exact, iri, number, sha, doc, official)

    def files(self, sha256: str) -> tuple[str, ...]:
        """Names of the files with some bytes."""
        query = _FILES.replace("?sha ", f'"{sha256}" ')
        return tuple(row[0] for row in self.rows(query))

    def entries(self, iri: str) -> tuple[Entry, ...]:
        """Rows of a register on which a node rests, by address."""
        found: dict[tuple[str, str, str], list[str]] = {}
        for address, number, file, gone in self.rows(_ENTRIES, thing=iri):
            found.setdefault((address, number, gone), []).extend([file] if file else [])
        return tuple(
            Entry(address, *_called(address), number, tuple(files), gone)
            for (address, number, gone), files in found.items()
        )

    def around(self, span: _Span) -> tuple[int, str] | None:
        """The smallest quoted passage of the same copy that holds a span and more."""
        query = _AROUND.replace("?from", str(span.start)).replace("?to", str(span.end))
        for start, exact in self.rows(query, snapshot=span.snapshot):
            if len(exact) > span.end - span.start:
                return int(start), exact
        return None


def _called(address: str) -> tuple[str, str]:
    """Entity and id of a row, from its address; empty for an address of another form."""
    found = _ROW.fullmatch(address)
    return (found["kind"], found["key"]) if found else ("", "")


def _of_fact(ask: _Asker, iri: str, prop: str) -> list[_Span]:
    """Passages of one property: of the node that says more of it, else those that print its value."""
    values = [row[0] for row in ask.rows(_VALUES, thing=iri, property=prop)]
    found: list[_Span] = []
    for value in values:
        if re.match(r"https?://", value):
            parts = ask.rows(_PARTS.replace("?property ;", f"<{prop}> ;"), thing=iri, value=value)
            found += [span for (part,) in parts for span in ask.spans(part)]
            number = _CASE.search(value)
            found += printing(ask.spans(iri), number[0]) if number and not parts else []
        else:
            found += printing(ask.spans(iri), value)
    joined = any(row[0] == prop for row in ask.rows(_GROUNDS, thing=iri))
    return found if found or joined or not values else ask.spans(iri)


def _passage(ask: _Asker, span: _Span, text_of: TextOf | None) -> Passage:
    files = ask.files(span.sha256)
    context, start, end = _context(ask, span, files, text_of)
    return Passage(span.document, span.page, files, span.page_number, *short(context, start, end))


def _context(ask: _Asker, span: _Span, files: Sequence[str], text_of: TextOf | None) -> tuple[str, int, int]:
    for name in files if text_of else ():
        text = text_of(name, span.sha256) if text_of else None
        if text is not None:
            return sentence(text, span.start, span.end)
    if not span.exact:
        words = next((row[0] for row in ask.rows(_WORDS, thing=span.thing)), "")
        return words, 0, len(words)
    around = ask.around(span)
    if around:
        return sentence(around[1], span.start - around[0], span.end - around[0])
    return span.exact, 0, len(span.exact)
