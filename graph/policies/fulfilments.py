"""Which commitments a document fulfils: made in the document, or on the day, of which it says so.

Where several were made there, the one of the term that is named, else the one with most words in
common; where that does not tell, none.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from graph.policies.asking import among, day, rows
from graph.policies.writing import say_sure
from ontology import iris
from ontology.nquads import Block
from ontology.terms import Dcterms, Kg, Rdf

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from graph.store.protocol import Store

__all__ = ["documents_of", "fulfilled"]

_SAID = """?s a kg:FulfilmentStatement ; kg:statedIn ?part ; kg:confidence ?sure .
    OPTIONAL { ?part eli:is_part_of ?whole } OPTIONAL { ?s kg:statedOn ?day }
    OPTIONAL { ?s kg:promisedOn ?made } OPTIONAL { ?s kg:expectedFrom ?from ; kg:expectedUntil ?until }
    OPTIONAL { ?s kg:evidence/oa:hasSelector/oa:exact ?words }"""
_MADE = """?c a kg:Commitment ; kg:text ?words . OPTIONAL { ?c kg:statedOn ?day }
    OPTIONAL { ?c kg:expectedUntil ?until }"""
_IN_DOCUMENT = (
    "?c a kg:Commitment ; kg:statedIn ?doc",
    "?part eli:is_part_of ?doc . ?c kg:statedIn ?part ; a kg:Commitment",
)
_ON_DAY = """?s kg:promisedOn ?day ; prov:wasAttributedTo ?who .
    ?c a kg:Commitment ; kg:statedOn ?day ; prov:wasAttributedTo ?who"""
_COMMITMENT, _STATEMENT = f"{iris.ID}commitment/", f"{iris.ID}statement/"
_WORD = re.compile(r"[^\W\d_]{6,}")
_SHARED = 2
"""Words that a statement and its commitment have in common, at least, where nothing else tells."""
_BY_DAY, _BY_WORDS = 0.85, 0.85
"""What is left of the confidence where a day alone, or words, tell which commitment it is."""


@dataclass(frozen=True, slots=True)
class _Statement:
    iri: str
    document: str
    stated: date | None
    due: tuple[date, date] | None
    words: frozenset[str]
    confidence: float


@dataclass(frozen=True, slots=True)
class _Promise:
    iri: str
    made: date | None
    until: date | None
    words: frozenset[str]


def documents_of(store: Store, docs: Collection[str]) -> set[str]:
    """Ids of documents whose fulfilments can depend on some others: these, and those that name them."""
    wanted = {iris.document(doc) for doc in docs}
    found = set(docs)
    found |= {_doc(s) for (s,) in among(store, "?s", "?s kg:promisedIn ?doc", "doc", wanted)}
    promises = {c for pattern in _IN_DOCUMENT for (c,) in among(store, "?c", pattern, "doc", wanted)}
    on_day = "?c kg:statedOn ?day . ?s kg:promisedOn ?day"
    found |= {_doc(s) for (s,) in among(store, "DISTINCT ?s", on_day, "c", promises)}
    for letter, promise in rows(store, "?letter ?c", "?letter kg:fulfils ?c"):
        if promise.removeprefix(_COMMITMENT).partition("/")[0] in docs:
            found.add(letter.rpartition("/")[2])
    return found


def _doc(statement: str) -> str:
    return statement.removeprefix(_STATEMENT).partition("/")[0]


def fulfilled(store: Store, docs: Collection[str] | None = None) -> list[Block]:
    """Graphs of the commitments that documents fulfil: of some (ids), or of all that fulfil any."""
    said = _statements(store, docs)
    numbered, dated = _named(store, said)
    promises = _promises(store, {one for made in (*numbered.values(), *dated.values()) for one in made})
    blocks: dict[str, Block] = {}
    for iri in sorted(said):
        one = said[iri]
        for basis, named in (("number", numbered.get(iri)), ("day", dated.get(iri))):
            pool = [promises[name] for name in sorted(named or ()) if name in promises]
            found = _meant(one, [each for each in pool if _before(each, one)])
            if found is None:
                continue
            promise, share = found
            block = blocks.setdefault(
                one.document, Block(iris.fulfilments_graph(one.document.rpartition("/")[2]))
            )
            _join(block, one, promise, basis, one.confidence * share * (_BY_DAY if basis == "day" else 1))
            break
    return list(blocks.values())


def _statements(store: Store, docs: Collection[str] | None) -> dict[str, _Statement]:
    head, wanted = "?s ?part ?whole ?day ?from ?until ?words ?sure", None
    if docs is not None:
        # Most documents have none: asked in one query, the parts of all documents would be gone through.
        graphs = {iris.policy_graph(doc) for doc in docs}
        wanted = {s for (s,) in among(store, "?s", "GRAPH ?g { ?s a kg:FulfilmentStatement }", "g", graphs)}
    found: dict[str, _Statement] = {}
    for s, part, whole, stated, first, last, words, sure in sorted(among(store, head, _SAID, "s", wanted)):
        due = day(first), day(last)
        term = (due[0], due[1]) if due[0] and due[1] else None
        found.setdefault(s, _Statement(s, whole or part, day(stated), term, _words(words), float(sure)))
    return found


def _named(
    store: Store, said: Collection[str]
) -> tuple[defaultdict[str, set[str]], defaultdict[str, set[str]]]:
    """Commitments that each statement can be on: of a document that it names, of a day and the same post."""
    by_number: defaultdict[str, set[str]] = defaultdict(set)
    by_day: defaultdict[str, set[str]] = defaultdict(set)
    for pattern in _IN_DOCUMENT:
        for s, c in among(store, "?s ?c", f"?s kg:promisedIn ?doc . {pattern}", "s", said):
            by_number[s].add(c)
    for s, c in among(store, "DISTINCT ?s ?c", _ON_DAY, "s", said):
        by_day[s].add(c)
    return by_number, by_day


def _promises(store: Store, named: Iterable[str]) -> dict[str, _Promise]:
    found: dict[str, _Promise] = {}
    for c, words, made, until in sorted(among(store, "?c ?words ?day ?until", _MADE, "c", set(named))):
        found.setdefault(c, _Promise(c, day(made), day(until), _words(words)))
    return found


def _words(text: str) -> frozenset[str]:
    return frozenset(
        word.casefold() for word in _WORD.findall(text) if not word.startswith(("toege", "toez"))
    )


def _before(promise: _Promise, one: _Statement) -> bool:
    return promise.made is None or one.stated is None or promise.made < one.stated


def _meant(one: _Statement, pool: Sequence[_Promise]) -> tuple[_Promise, float] | None:
    """The commitment that a statement is on, and how much of the confidence is left."""
    if one.due:
        first, last = one.due
        timely = [each for each in pool if each.until and first <= each.until <= last]
        if len(timely) == 1:
            return timely[0], 1.0
        pool = timely or [each for each in pool if each.until is None]
        return _likest(one, pool)
    return (pool[0], 1.0) if len(pool) == 1 else _likest(one, pool)


def _likest(one: _Statement, pool: Iterable[_Promise]) -> tuple[_Promise, float] | None:
    """The one with most words in common, if there is one such."""
    ranked = sorted(((len(each.words & one.words), each.iri, each) for each in pool), reverse=True)
    if not ranked or ranked[0][0] < _SHARED or (len(ranked) > 1 and ranked[0][0] == ranked[1][0]):
        return None
    return ranked[0][2], _BY_WORDS


def _join(block: Block, one: _Statement, promise: _Promise, basis: str, sure: float) -> None:
    node = iris.join(one.document.rpartition("/")[2], one.document, Kg.FULFILS, promise.iri)
    if node in block.targets(Rdf.TYPE):
        return
    block.link(one.document, Kg.FULFILS, promise.iri)
    block.link(node, Rdf.TYPE, Kg.JOIN)
    block.link(node, Rdf.SUBJECT, one.document)
    block.link(node, Rdf.PREDICATE, Kg.FULFILS)
    block.link(node, Rdf.OBJECT, promise.iri)
    block.link(node, Kg.BASIS, iris.concept("join-basis", basis))
    block.link(node, Dcterms.SOURCE, one.iri)
    say_sure(block, node, sure)
