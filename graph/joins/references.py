"""What sets and replies print of other documents: references, headings, and the words of messages."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from graph.results import plain
from ontology.terms import PREFIXES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.joins.facts import Facts
    from graph.store.protocol import Store

__all__ = ["References", "look_up"]

_CHUNK = 2000
_PREFIXES = "".join(f"PREFIX {name}: <{iri}>\n" for name, iri in PREFIXES.items())
_APPENDICES = """?c cito:hasCitingEntity ?doc ; cito:hasCitedEntity ?target ; kg:citationText ?words .
    ?target kg:appendixNumber ?n"""
_HEADINGS = "?doc kg:evidence/oa:hasSelector/oa:exact ?words FILTER(STRLEN(?words) > 60)"
_WORDS = "?doc kg:text|dcterms:title|kg:delayReason ?words"
_PAPERS = "?doc kg:cites ?target . ?target kg:sequenceNumber ?n"
_ASKED = (
    "?q eli:is_part_of ?doc ; a kg:Question ; kg:cites ?target",
    "?doc a kg:QuestionDocument ; kg:cites ?target",
)
_NUMBERED = """OPTIONAL { ?target kg:appendixNumber ?n } OPTIONAL { ?target kg:caseNumber ?case }
    FILTER(BOUND(?n) || BOUND(?case)) BIND(BOUND(?n) AS ?appendix)"""
"""An alternative or a UNION here would have the engine go through all numbers of the store."""
_EXPLAINED = "?doc kg:cites ?target . ?target kg:caseNumber ?n"


@dataclass(slots=True)
class References:
    """By document, all in order."""

    appendices: list[tuple[str, str, str]] = field(default_factory=list)
    """Reply, place in the Aanhangsel that it cites as a whole, words."""
    headings: dict[str, list[str]] = field(default_factory=dict)
    """Long passages on which a reply rests as a whole: its heading is among them."""
    words: dict[str, list[str]] = field(default_factory=dict)
    """Texts and titles of replies."""
    papers: dict[str, list[str]] = field(default_factory=dict)
    """Kamerstukken that a reply cites as a whole."""
    asked: list[tuple[str, str, bool]] = field(default_factory=list)
    """Set, earlier set or reply to which it refers, whether that stands in the Aanhangsel."""


def look_up(store: Store, facts: Facts) -> References:
    """Look up what the documents of `facts` print of others."""
    refs, replies = References(), sorted(facts.replies)
    refs.appendices = [
        (doc, target, words)
        for doc, target, words in _rows(store, "?doc ?target ?words", _APPENDICES, replies)
    ]
    pointing = sorted({doc for doc, _, _ in refs.appendices})
    refs.headings = _listed(_rows(store, "?doc ?words", _HEADINGS, pointing))
    refs.words = _listed(_rows(store, "?doc ?words", _WORDS, replies))
    refs.papers = _listed(_rows(store, "?doc ?target", _PAPERS, replies))
    asking = None if facts.scope is None else sorted(facts.scope)
    asked = {
        (doc, target, flag == "true")
        for pattern in _ASKED
        for doc, target, flag in _rows(store, "?doc ?target ?appendix", f"{pattern} {_NUMBERED}", asking)
    }
    for doc, target in _rows(store, "?doc ?target", _EXPLAINED, replies):
        asked |= {(set_, target, False) for set_ in facts.replies[doc].sets}
    refs.asked = sorted(asked)
    return refs


def _rows(store: Store, head: str, pattern: str, docs: list[str] | None) -> Iterator[tuple[str, ...]]:
    """Rows of a SELECT as plain strings, for some documents or for all."""
    parts = [docs[at : at + _CHUNK] for at in range(0, len(docs), _CHUNK)] if docs is not None else [None]
    for part in parts:
        named = "" if part is None else f"VALUES ?doc {{ {' '.join(f'<{iri}>' for iri in part)} }}"
        query = f"{_PREFIXES}SELECT DISTINCT {head} WHERE {{ {named} {pattern} }}"
        for row in store.select(query):
            yield tuple(plain(term) or "" for term in row)


def _listed(rows: Iterator[tuple[str, ...]]) -> dict[str, list[str]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for doc, value in sorted(rows):
        found[doc].append(value)
    return dict(found)
