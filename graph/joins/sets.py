"""Which sets are one: a set that is known by its heading alone finds the name it has by number.

Official answers print no case number and question documents do, so that one set is met under two
names. The rules are tried from the surest to the least sure. The first that finds anything decides;
where it finds several sets, none is taken.
"""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from graph.joins.book import Ambiguity
from ontology.replyterm import reply_days
from ontology.slugs import squash
from ontology.terms import Kg

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from graph.joins.book import Book
    from graph.joins.facts import Facts, Reply, Set

__all__ = ["SIMILAR", "alike", "one_set", "same_askers"]

SIMILAR = 0.9
"""Share of their letters in which two subjects must agree to be one, where askers and date do."""
_SIMILAR_ALONE = 0.95
"""The same where one of the two names no askers."""

Earlier = dict[str, list[str]]
"""By reply: the replies to which its heading points."""


def one_set(facts: Facts, earlier: Earlier, book: Book) -> dict[str, str]:
    """Write the joins of sets and of what replies to them; gives the better name of each set that has one."""
    homes: dict[str, str] = {}
    by_day, by_key = _index(facts)
    # Those of a question document first: a reply's heading may be near to one that has a better name itself.
    for lone in sorted(facts.sets.values(), key=lambda one: (not one.printed, one.iri)):
        iri = lone.iri
        if lone.case or not facts.knows(iri):
            continue
        for basis, found in _rules(lone, facts, earlier, by_day, by_key):
            fits = {homes.get(other, other) for other in found} - {iri}
            if len(fits) > 1:
                book.ambiguous.append(Ambiguity(iri, basis, tuple(sorted(fits))))
            if fits:
                if len(fits) == 1:
                    [homes[iri]] = fits
                    _join(book, facts, lone, facts.sets[homes[iri]], basis)
                break
    _registered(facts, homes, book)
    return homes


def _index(facts: Facts) -> tuple[Mapping[str, list[Set]], Mapping[str, list[Set]]]:
    """Sets that can be the better name of another, by day and by heading key."""
    by_day: defaultdict[str, list[Set]] = defaultdict(list)
    by_key: defaultdict[str, list[Set]] = defaultdict(list)
    for one in facts.sets.values():
        if one.gone:
            continue
        if one.day and (one.case or one.printed):
            by_day[one.day].append(one)
        if one.key and one.case:
            by_key[one.key].append(one)
    return by_day, by_key


def _rules(
    lone: Set,
    facts: Facts,
    earlier: Earlier,
    by_day: Mapping[str, list[Set]],
    by_key: Mapping[str, list[Set]],
) -> Iterator[tuple[str, set[str]]]:
    """Give each rule's ground and the sets it finds, the surest rule first."""
    replies = [facts.replies[reply] for reply in lone.replies if reply in facts.replies]
    yield "register", {case for reply in replies for case in reply.cases}
    pointed = (
        facts.replies[to] for reply in replies for to in earlier.get(reply.iri, ()) if to in facts.replies
    )
    yield "earlier-reply", set(_numbered(facts, lone, pointed))
    yield "heading-key", {one.iri for one in by_key.get(lone.key or "", ())}
    near = by_day.get(lone.day or "", ())
    others = [one for one in near if one.iri != lone.iri and (one.case or not lone.printed)]
    yield (
        "near-heading",
        {one.iri for one in others if same_askers(lone, one) and alike(lone.title, one.title, SIMILAR)},
    )
    yield (
        "subject-and-date",
        {
            one.iri
            for one in others
            if not (lone.askers and one.askers) and alike(lone.title, one.title, _SIMILAR_ALONE)
        },
    )


def _numbered(facts: Facts, lone: Set, replies: Iterable[Reply]) -> Iterator[str]:
    """Sets with a number to which some replies belong, unless their day says otherwise."""
    for reply in replies:
        for iri in (*reply.cases, *reply.sets):
            one = facts.sets.get(iri)
            if one and one.case and not one.gone and (lone.day is None or one.day in (None, lone.day)):
                yield iri


def same_askers(one: Set, other: Set) -> bool:
    """Whether two sets name the same people: as many, and each name of the one within one of the other.

    A print has the family name, a register also first names and initials.
    """
    if not one.askers or len(one.askers) != len(other.askers):
        return False
    mine, theirs = ([squash(name) for name in names] for names in (one.askers, other.askers))
    return all(any(a in b or b in a for b in theirs) for a in mine) and all(
        any(a in b or b in a for a in mine) for b in theirs
    )


def alike(one: str, other: str, share: float) -> bool:
    """Whether two subjects agree in at least a share of their letters, case and punctuation aside.

    >>> alike("Het bericht «Boot vergaan»", "het bericht 'Boot vergaan'", 0.9)
    True
    """
    first, second = squash(one), squash(other)
    if not first or not second:
        return False
    compared = SequenceMatcher(None, first, second, autojunk=False)
    return (
        compared.real_quick_ratio() >= share and compared.quick_ratio() >= share and compared.ratio() >= share
    )


def _join(book: Book, facts: Facts, lone: Set, home: Set, basis: str) -> None:
    book.join(lone.iri, lone.iri, Kg.SAME_SET_AS, home.iri, basis)
    for number, (question, _) in sorted(lone.questions.items()):
        if number in home.questions and home.questions[number][1]:
            book.state(lone.iri, question, Kg.SAME_QUESTION_AS, home.questions[number][0])
    for iri in lone.replies:
        reply = facts.replies.get(iri)
        if reply and facts.knows(iri) and home.iri not in reply.sets:
            _reply(book, reply, home, basis, lone.day)


def _reply(book: Book, reply: Reply, home: Set, basis: str, day: str | None) -> None:
    """Join a reply to a set, and each of its answers to the question of that number."""
    book.join(reply.iri, reply.iri, Kg.REPLIES_TO, home.iri, basis)
    for answer, number in reply.blocks:
        if number in home.questions:
            book.state(reply.iri, answer, Kg.ANSWERS, home.questions[number][0])
    submitted = home.day or day
    if reply.answers and not reply.days and reply.received and submitted:
        days = reply_days(date.fromisoformat(submitted), date.fromisoformat(reply.received))
        if days is not None:
            book.days(reply.iri, days)


def _registered(facts: Facts, homes: Mapping[str, str], book: Book) -> None:
    """Join replies to the case under which the register lists them, where no set of theirs led there."""
    for iri in sorted(facts.replies):
        reply = facts.replies[iri]
        if not facts.knows(iri):
            continue
        known = {*reply.sets, *(homes.get(one, one) for one in reply.sets)}
        for case in sorted(set(reply.cases) - known):
            _reply(book, reply, facts.sets[case], "register", None)
