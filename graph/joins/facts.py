"""What the rules of joining look at: question sets, replies and what they print, in a few queries.

All is read from the graphs of documents and registers, never from what a former join stated.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from graph.results import plain
from ontology import iris
from ontology.terms import PREFIXES

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from graph.store.protocol import Store

__all__ = ["Facts", "Reader", "Reply", "Set", "document_of", "gather", "is_document"]

_CHUNK = 2000
"""Nodes named in one query."""
_PREFIXES = "".join(f"PREFIX {name}: <{iri}>\n" for name, iri in PREFIXES.items())
_JOINS = iris.joins_graph("x")[:-1]
_STATED = f'FILTER(!STRSTARTS(STR(?g), "{_JOINS}"))'
_DOCUMENT = iris.document("x")[:-1]

_LONE = "?set a kg:QuestionDocument MINUS { ?set kg:caseNumber ?case }"
_SETS = """
    OPTIONAL { ?set kg:caseNumber ?case } OPTIONAL { ?set kg:headingKey ?key }
    OPTIONAL { ?set dcterms:dateSubmitted ?day } OPTIONAL { ?set dcterms:title ?title }"""
_ASKERS = "?set kg:askedBy ?actor . ?actor foaf:name ?name"
_QUESTIONS = (
    "?q eli:is_part_of ?set ; a kg:Question ; kg:questionNumber ?n BIND(EXISTS { ?q kg:text ?t } AS ?told)"
)
_REPLIES = f"GRAPH ?g {{ ?reply kg:repliesTo ?set }} {_STATED}"
_ANSWERS = (
    f"?answer eli:is_part_of ?reply . GRAPH ?g {{ ?answer kg:answers ?q }} {_STATED} ?q kg:questionNumber ?n"
)
_TOLD = f"""
    ?reply a ?class FILTER(?class IN (kg:AnswerDocument, kg:DelayNotice))
    OPTIONAL {{ ?reply kg:receivedOn ?day }}
    OPTIONAL {{ GRAPH ?g {{ ?reply kg:replyDays ?days }} {_STATED} }}"""
_REGISTERED = "?case kg:hasDocument ?reply ; kg:questionSet ?set"
_REMOVED = "?entry a kg:RemovedEntry"
_GONE = """?case kg:registerEntry ?entry ; kg:questionSet ?set
    FILTER NOT EXISTS { ?set kg:evidence ?read }"""
"""Sets that only a case tells of which was taken out of the register: nothing is joined to them."""


@dataclass(slots=True)
class Set:
    """A question set as far as joins need it."""

    iri: str
    case: str | None = None
    key: str | None = None
    day: str | None = None
    """ISO date of submission."""
    title: str = ""
    askers: frozenset[str] = frozenset()
    printed: bool = False
    """Whether the question document itself is loaded, not only a reply that repeats it."""
    gone: bool = False
    """Whether nothing tells of it but a case that was taken out of the register."""
    questions: dict[int, tuple[str, bool]] = field(default_factory=dict)
    """By number: the question, and whether its words are known."""
    replies: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Reply:
    """An answer or a notice."""

    iri: str
    answers: bool
    received: str | None = None
    days: bool = False
    """Whether the days it took are stated."""
    sets: list[str] = field(default_factory=list)
    """Sets that it is stated to reply to."""
    cases: list[str] = field(default_factory=list)
    """Sets under whose case the register lists it."""
    blocks: list[tuple[str, int]] = field(default_factory=list)
    """Its answers, each with a number of a question that it answers."""


@dataclass(slots=True)
class Facts:
    """Sets and replies by IRI."""

    sets: dict[str, Set]
    replies: dict[str, Reply]
    scope: frozenset[str] | None
    """Sets of which all is known that a join could rest on; None where that holds for all."""

    def knows(self, iri: str) -> bool:
        """Whether all that a join of a set or a reply could rest on has been looked up."""
        if self.scope is None:
            return True
        reply = self.replies.get(iri)
        return iri in self.scope or bool(reply and self.scope.issuperset((*reply.sets, *reply.cases)))


def document_of(iri: str) -> str:
    """Id of a document by its IRI."""
    return iri.removeprefix(_DOCUMENT)


def is_document(iri: str) -> bool:
    """Whether an IRI is that of a document, rather than of a question or an answer in it."""
    return iri.startswith(_DOCUMENT)


def gather(store: Store, start: Collection[str] | None = None) -> Facts:
    """Look up all sets that could be joined and their replies; with `start` (IRIs), no others than these."""
    reader = Reader(store)
    facts = Facts({}, {}, None if start is None else frozenset(start))
    # Asked apart: the engine would begin with all cases, which takes 80 ms where no entry was removed.
    removed = {row[0] for row in reader.rows("?entry", _REMOVED)}
    gone = {row[0] for row in reader.rows("?set", _GONE, removed, "entry")}
    reader.sets(facts, {row[0] for row in reader.rows("?set", _LONE)} if start is None else set(start))
    keys = {one.key for one in facts.sets.values() if one.key and not one.case}
    days = {one.day for one in facts.sets.values() if one.day and not one.case}
    reader.sets(facts, reader.alike("kg:headingKey", keys, "{0}") - facts.sets.keys())
    reader.sets(facts, reader.alike("dcterms:dateSubmitted", days, "{0}^^xsd:date") - facts.sets.keys())
    reader.replies(facts)
    for set_ in gone & facts.sets.keys():
        facts.sets[set_].gone = True
    for reply in facts.replies.values():
        reply.cases = [set_ for set_ in reply.cases if set_ not in gone]
    return facts


class Reader:
    """Asks the store, many nodes at a time."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def rows(
        self, head: str, pattern: str, of: Iterable[str] | None = None, variable: str = "set"
    ) -> Iterator[tuple[str, ...]]:
        """Rows of a SELECT as plain strings; `of` names the nodes that a variable may be."""
        for values in self._values(of, variable):
            query = f"{_PREFIXES}SELECT {head} WHERE {{ {values} {pattern} }}"
            for row in self._store.select(query):
                yield tuple(plain(term) or "" for term in row)

    @staticmethod
    def _values(of: Iterable[str] | None, variable: str) -> Iterator[str]:
        if of is None:
            yield ""
            return
        nodes = sorted(of)
        for at in range(0, len(nodes), _CHUNK):
            yield f"VALUES ?{variable} {{ {' '.join(f'<{iri}>' for iri in nodes[at : at + _CHUNK])} }}"

    def alike(self, prop: str, values: Iterable[str | None], form: str) -> set[str]:
        """Sets with one of some values of a property."""
        found: set[str] = set()
        wanted = sorted(form.format(f'"{value}"') for value in values if value)
        for at in range(0, len(wanted), _CHUNK):
            pattern = f"VALUES ?value {{ {' '.join(wanted[at : at + _CHUNK])} }} ?set {prop} ?value"
            found |= {row[0] for row in self.rows("?set", pattern)}
        return found

    def sets(self, facts: Facts, wanted: set[str]) -> None:
        """Look up sets."""
        for set_, case, key, day, title in self.rows("?set ?case ?key ?day ?title", _SETS, wanted):
            one = facts.sets.setdefault(set_, Set(set_))
            one.case, one.key, one.day = case or one.case, key or one.key, day or one.day
            one.title = min(filter(None, (title, one.title)), default="")
        for set_, name in self.rows("?set ?name", _ASKERS, wanted):
            facts.sets[set_].askers |= {name}
        for set_, question, number, told in self.rows("?set ?q ?n ?told", _QUESTIONS, wanted):
            facts.sets[set_].questions.setdefault(int(number), (question, told == "true"))
        graphs = {iris.doc_graph(document_of(set_)): set_ for set_ in wanted}
        for graph, rank in self.rows("?graph ?rank", "?graph kg:rank ?rank", graphs, "graph"):
            facts.sets[graphs[graph]].printed = rank == "0"

    def replies(self, facts: Facts) -> None:
        """Look up what replies to the sets, or without a scope everything that replies to any set."""
        known = None if facts.scope is None else set(facts.sets)
        stated = list(self.rows("?reply ?set", _REPLIES, known))
        listed = list(self.rows("?reply ?set", _REGISTERED, known))
        names = {row[0] for row in (*stated, *listed)}
        for reply, cls, day, days in self.rows("?reply ?class ?day ?days", _TOLD, names, "reply"):
            answers = cls == f"{PREFIXES['kg']}AnswerDocument"
            facts.replies[reply] = Reply(reply, answers, day or None, bool(days))
        self._lacking(facts, {row[1] for row in (*stated, *listed)} - facts.sets.keys())
        by_reply: Mapping[str, list[tuple[str, int]]] = defaultdict(list)
        for reply, answer, number in self.rows("?reply ?answer ?n", _ANSWERS, facts.replies, "reply"):
            by_reply[reply].append((answer, int(number)))
        for reply, one in facts.replies.items():
            one.blocks = sorted(by_reply.get(reply, []))
        for reply, set_ in sorted(stated):
            if reply in facts.replies:
                facts.replies[reply].sets.append(set_)
                facts.sets[set_].replies.append(reply)
        for reply, set_ in sorted(listed):
            if reply in facts.replies and set_ in facts.sets:
                facts.replies[reply].cases.append(set_)

    def _lacking(self, facts: Facts, wanted: set[str]) -> None:
        self.sets(facts, wanted)
        for set_ in wanted:
            facts.sets.setdefault(set_, Set(set_))
