"""How far a change reaches: the sets and replies whose joins can depend on some documents.

From each set it goes to those of its day and of its heading, where one of the two has no number and could
be the other, and by what replies to it, is listed with it or cites what does, to others. As this is a
superset of what the rules of joining look at together, two sets that are not within reach of each other are
joined as if the other were not there.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.joins.facts import Reader, is_document
from ontology import iris

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from graph.store.protocol import Store

__all__ = ["NOTHING", "Reach", "reach"]

_SETS_OF_SETS = (
    "?known kg:headingKey ?key . ?found kg:headingKey ?key",
    "?known dcterms:dateSubmitted ?day . ?found dcterms:dateSubmitted ?day",
)
_NUMBERED = "?known kg:caseNumber ?found"
_LONE = "FILTER NOT EXISTS { ?found kg:caseNumber ?n }"
_REPLIES_OF_SETS = (
    "?found kg:repliesTo ?known",
    "?case kg:questionSet ?known ; kg:hasDocument ?found",
)
_SETS_OF_REPLIES = (
    "?known kg:repliesTo ?found",
    "?case kg:hasDocument ?known ; kg:questionSet ?found",
)
_REPLIES_OF_REPLIES = (
    "?known kg:cites ?found . ?found kg:appendixNumber ?n",
    "?found kg:cites ?known . ?known kg:appendixNumber ?n",
)


@dataclass(frozen=True, slots=True)
class Reach:
    """Sets, and what may reply to them, by IRI."""

    sets: frozenset[str] = frozenset()
    replies: frozenset[str] = frozenset()


NOTHING = Reach()


def reach(store: Store, docs: Collection[str], former: Reach = NOTHING) -> Reach:
    """Sets and replies that documents (ids) reach as the store stands, and those of `former`.

    `former` is what they reached before they changed. What it leads to is not looked up again, as it can
    have become more by these documents alone.
    """
    reader, fresh = Reader(store), set(map(iris.document, docs))
    sets, replies = set(former.sets), set(former.replies)
    new_sets = {row[0] for row in reader.rows("?set", "?set a kg:QuestionDocument", fresh)}
    new_replies = fresh
    while new_sets or new_replies:
        sets |= new_sets
        replies |= new_replies
        near_sets = _alike(reader, new_sets) | _steps(reader, _SETS_OF_REPLIES, new_replies)
        near_replies = _steps(reader, _REPLIES_OF_SETS, new_sets)
        near_replies |= _steps(reader, _REPLIES_OF_REPLIES, new_replies)
        new_sets, new_replies = near_sets - sets, set(filter(is_document, near_replies)) - replies
    return Reach(frozenset(sets), frozenset(replies))


def _alike(reader: Reader, known: set[str]) -> set[str]:
    """Sets that could be one with some others: of those that have a number, one without."""
    numbered = {row[0] for row in reader.rows("?known", _NUMBERED, known, "known")}
    lone = (f"{pattern} {_LONE}" for pattern in _SETS_OF_SETS)
    return _steps(reader, _SETS_OF_SETS, known - numbered) | _steps(reader, lone, numbered)


def _steps(reader: Reader, patterns: Iterable[str], known: set[str]) -> set[str]:
    return {
        found for pattern in patterns for (found,) in reader.rows("DISTINCT ?found", pattern, known, "known")
    }
