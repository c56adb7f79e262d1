"""What follows what by the measure that documents share, where none of them prints a number.

A paper that records a decision follows the latest questions and the latest motion on the same instrument
and country in the year before it, if they are younger than the decision before that. Questions follow the
paper that records the last decision on what they are about, if that was taken in the year before. A paper or
a question that cites by number what it follows does so more surely, however long ago that was. What is stated
already, on better grounds, is left out.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta
from operator import attrgetter
from typing import TYPE_CHECKING

from graph.policies.asking import among, day
from ontology import iris
from ontology.described import described
from ontology.nquads import Block
from ontology.terms import XSD, Kg, Rdf

if TYPE_CHECKING:
    from collections.abc import Iterable

    from graph.store.protocol import Store

__all__ = ["CITED", "SHARED", "chains"]

SHARED, CITED = "0.6", "0.9"
"""How sure it is that a document follows another because both are on one measure, or because it cites it."""
_YEAR = timedelta(days=366)
_CHAINS = iris.chains_graph("x")[:-1]
_QUESTIONS = """?node a kg:QuestionDocument ; dcterms:dateSubmitted ?day .
    MINUS { ?node kg:sameSetAs ?better }
    { { ?node kg:concernsCountry ?c . ?node kg:concerns ?i }
      UNION { ?q eli:is_part_of ?node ; kg:concernsCountry ?c ; kg:concerns ?i } }"""
_MOTIONS = "?node a kg:Motion ; eli:date_document ?day ; kg:concernsCountry ?c ; kg:concerns ?i"
_DECISIONS = """?decision a kg:PolicyDecision ; kg:concernsCountry ?c ; kg:instrument ?i ;
    kg:recordedIn ?node ; kg:decisionType ?type
    OPTIONAL { ?decision kg:decidedOn ?decided } OPTIONAL { ?decision kg:effectiveFrom ?from }
    FILTER(?type != decision-type:announce)"""
_CITES = (
    "?node kg:cites ?other",
    "?part eli:is_part_of ?node ; kg:cites ?other",
)
_ANSWERS = "?other kg:appendixNumber ?n"
_STATED = f"""GRAPH ?g {{ ?node kg:followsUp|kg:repliesTo|kg:supersedes ?other }}
    FILTER(!STRSTARTS(STR(?g), "{_CHAINS}"))"""


@dataclass(frozen=True, slots=True, order=True)
class _Dated:
    day: date
    node: str
    instrument: str


class _Series:
    """Documents on instruments in order of day."""

    def __init__(self, rows: Iterable[tuple[str, ...]]) -> None:
        self.all = _dated(rows)
        self._about: dict[str, list[_Dated]] = {}

    def last(self, one: _Dated) -> list[_Dated]:
        """Documents of the last day, within a year, before something on the same instrument."""
        about = self._about.get(one.instrument)
        if about is None:
            family = _family(one.instrument, {each.instrument for each in self.all})
            about = self._about[one.instrument] = [each for each in self.all if each.instrument in family]
        end = bisect_left(about, one.day, key=attrgetter("day"))
        if not end or one.day > about[end - 1].day + _YEAR:
            return []
        begin = bisect_left(about, about[end - 1].day, key=attrgetter("day"))
        return [each for each in about[begin:end] if each.node != one.node]


def _family(instrument: str, others: Iterable[str]) -> set[str]:
    """Those that are an instrument itself, or a broader or narrower one: a moratorium of any sort."""
    known = described(instrument)
    broader = known.broader if known else ()
    narrower = (other for other in others if (one := described(other)) and instrument in one.broader)
    return {instrument, *broader, *narrower}


def chains(store: Store, code: str, country: str) -> Block:
    """What follows what among documents on a country (its ISO 3166-1 alpha-3 and its IRI)."""
    asked = _Series(among(store, "?node ?day ?i", _QUESTIONS, "c", [country]))
    motions = _Series(among(store, "?node ?day ?i", _MOTIONS, "c", [country]))
    rows = among(store, "?node ?decided ?from ?i", _DECISIONS, "c", [country])
    decided = _Series((node, first or second, i) for node, first, second, i in rows)
    found: dict[tuple[str, str], str] = {}
    for one in decided.all:
        # What came before the last decision was decided on then.
        since = max((each.day for each in decided.last(one)), default=date.min)
        for earlier, sort in ((asked, "decision-after-questions"), (motions, "decision-after-motion")):
            for other in earlier.last(one):
                if other.day > since:
                    found.setdefault((one.node, other.node), sort)
    for one in asked.all:
        for other in decided.last(one):
            found.setdefault((one.node, other.node), "questions-on-decision")
    cited = _cited(store, asked, motions, decided)
    found |= cited
    block = Block(iris.chains_graph(code))
    stated = _stated(store, found)
    for node, target in sorted(found.keys() - stated):
        _follow(block, node, target, found[node, target], cited=(node, target) in cited)
    return block


def _cited(store: Store, asked: _Series, motions: _Series, decided: _Series) -> dict[tuple[str, str], str]:
    """What papers with decisions, and questions, cite of the other documents on a country."""
    papers, sets = ({one.node for one in series.all} for series in (decided, asked))
    moved = {one.node for one in motions.all}
    cites = {
        (node, other)
        for pattern in _CITES
        for node, other in among(store, "?node ?other", pattern, "node", papers | sets)
        if node != other
    }
    others = {other for _, other in cites}
    answers = {other for (other,) in among(store, "?other", _ANSWERS, "other", others)}
    found: dict[tuple[str, str], str] = {}
    for node, other in cites:
        if node in sets and other in papers:
            found[node, other] = "questions-on-decision"
        elif node in papers and other in moved:
            found[node, other] = "decision-after-motion"
        elif node in papers and other in answers:
            found[node, other] = "decision-after-answer"
    return found


def _dated(rows: Iterable[tuple[str, ...]]) -> list[_Dated]:
    return sorted({_Dated(when, node, instrument) for node, text, instrument in rows if (when := day(text))})


def _stated(store: Store, found: Iterable[tuple[str, str]]) -> set[tuple[str, str]]:
    nodes = {node for node, _ in found}
    told: defaultdict[str, set[str]] = defaultdict(set)
    for node, other in among(store, "?node ?other", _STATED, "node", nodes):
        told[node].add(other)
    return {(node, other) for node, other in found if other in told[node]}


def _follow(block: Block, node: str, other: str, sort: str, *, cited: bool) -> None:
    join = iris.join(node.rpartition("/")[2], node, Kg.FOLLOWS_UP, other)
    block.link(node, Kg.FOLLOWS_UP, other)
    block.link(join, Rdf.TYPE, Kg.JOIN)
    block.link(join, Rdf.SUBJECT, node)
    block.link(join, Rdf.PREDICATE, Kg.FOLLOWS_UP)
    block.link(join, Rdf.OBJECT, other)
    block.link(join, Kg.BASIS, iris.concept("join-basis", "citation" if cited else "shared-measure"))
    block.link(join, Kg.SORT, iris.concept("follow-up", sort))
    block.typed(join, Kg.CONFIDENCE, CITED if cited else SHARED, f"{XSD}decimal")
