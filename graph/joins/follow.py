"""What follows what: answers after notices, second answers, reprints, questions after questions, letters."""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING

from graph.joins.facts import document_of
from graph.joins.words import Message, message
from ontology import iris
from ontology.slugs import squash
from ontology.terms import Kg

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from graph.joins.book import Book
    from graph.joins.facts import Facts, Reply
    from graph.joins.references import References

__all__ = ["follow_ups", "messages", "pointing"]

_REPRINT = re.compile(r"(?P<base>.+)-h(?P<nth>\d)$")
_SEE_ALSO = re.compile(r"\bzie\s+ook\b", re.IGNORECASE)


def pointing(refs: References) -> dict[str, list[str]]:
    """By reply: the places in the Aanhangsel to which its heading points ("Zie ook Aanhangsel …")."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for reply, target, words in refs.appendices:
        for heading in refs.headings.get(reply, ()):
            also = _SEE_ALSO.search(heading)
            if also and squash(words) in squash(heading[also.start() :]):
                found[reply].append(target)
                break
    return dict(found)


def follow_ups(
    facts: Facts, refs: References, earlier: Mapping[str, list[str]], homes: Mapping[str, str], book: Book
) -> None:
    """Write what replies and sets follow."""
    told = _reprints(facts, book)
    for reply, targets in sorted(earlier.items()):
        for target in sorted(set(targets)):
            if target != reply and (reply, target) not in told:
                told.add((reply, target))
                book.join(
                    reply, reply, Kg.FOLLOWS_UP, target, "number", sort=_sort(facts.replies.get(target))
                )
    _second_answers(facts, homes, told, book)
    _questions(refs, homes, book)


def _sort(earlier: Reply | None) -> str:
    if earlier is None:
        return "after-reply"
    return "second-answer" if earlier.answers else "after-notice"


def _reprints(facts: Facts, book: Book) -> set[tuple[str, str]]:
    """Write that a herdruk (`ah-tk-…-546-h1`) takes the place of what it reprints."""
    told: set[tuple[str, str]] = set()
    for iri in sorted(facts.replies):
        found = _REPRINT.match(document_of(iri))
        if found:
            nth = int(found["nth"])
            former = iris.document(found["base"] if nth == 1 else f"{found['base']}-h{nth - 1}")
            told.add((iri, former))
            book.join(iri, iri, Kg.SUPERSEDES, former, "number", sort="reprint")
    return told


def _second_answers(facts: Facts, homes: Mapping[str, str], told: set[tuple[str, str]], book: Book) -> None:
    """Write that of two dated answers to one set the later follows the earlier."""
    by_set: defaultdict[str, set[tuple[str, str]]] = defaultdict(set)
    for iri, reply in facts.replies.items():
        if reply.answers and reply.received and not _REPRINT.match(document_of(iri)):
            for set_ in (*reply.cases, *(homes.get(one, one) for one in reply.sets)):
                by_set[set_].add((reply.received, iri))
    for set_ in sorted(by_set):
        for (before, first), (after, second) in pairwise(sorted(by_set[set_])):
            if before < after and (second, first) not in told:
                told.add((second, first))
                book.join(second, second, Kg.FOLLOWS_UP, first, "number", sort="second-answer")


def _questions(refs: References, homes: Mapping[str, str], book: Book) -> None:
    """Write that questions follow the earlier questions and answers to which they refer."""
    told: set[tuple[str, str]] = set()
    for asking, target, in_appendix in refs.asked:
        set_, at = homes.get(asking, asking), homes.get(target, target)
        if set_ == at or (set_, at) in told:
            continue
        told.add((set_, at))
        sort = "questions-on-answer" if in_appendix else "questions-on-questions"
        book.join(set_, set_, Kg.FOLLOWS_UP, at, "number", sort=sort)


def messages(facts: Facts, refs: References, homes: Mapping[str, str], book: Book) -> None:
    """Write which sets were answered by letter and which were withdrawn, by the words of a message."""
    told: set[tuple[str, str, str]] = set()
    for iri in sorted(refs.words):
        reply = facts.replies.get(iri)
        if reply is None or reply.blocks:
            continue
        kind = _kind(refs.words[iri])
        targets = {Message.LETTER: refs.papers.get(iri) or [iri], Message.WITHDRAWN: [iri]}.get(kind, [])
        prop = Kg.ANSWERED_BY_LETTER if kind is Message.LETTER else Kg.WITHDRAWN_BY
        for set_ in sorted({*reply.cases, *(homes.get(one, one) for one in reply.sets)}):
            for target in targets:
                if (set_, prop, target) not in told:
                    told.add((set_, prop, target))
                    book.join(iri, set_, prop, target, "number", source=iri)


def _kind(texts: Iterable[str]) -> Message:
    found = {message(text) for text in texts}
    return next((kind for kind in (Message.WITHDRAWN, Message.LETTER) if kind in found), Message.DELAY)
