"""What is found after a load that touches some documents is what would be found from all."""

from __future__ import annotations

import hashlib
import itertools
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings

from graph.join import join
from graph.load import load
from graph.policies import settle
from graph.resolve import Lookup
from graph.store import open_store
from graph.touched import Touched, find_anew
from ontology import iris
from ontology.nquads import Block
from ontology.records import Commitment, Fulfilment, Mention, Read, Record, Span, Unit
from ontology.terms import XSD, Kg, Rdf
from tests.graph import letters, made, worlds

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from graph.load import Beside
    from graph.store.oxigraph import OxigraphStore
    from tests.graph.worlds import Document

NOW = datetime(2031, 6, 1, 12, tzinfo=UTC)


def own(name: str, document: Document) -> Document:
    """The document with bytes that no other file has, and that are others where it says something else."""
    sha = hashlib.sha256(f"{name} {document!r}".encode()).hexdigest()
    return replace(document, snapshot=replace(document.snapshot, sha256=sha))


class Shelf:
    """A store, and the files that were given to it last."""

    def __init__(self, store: OxigraphStore) -> None:
        self.store, self.files, self._now = store, dict[str, "Document"](), NOW

    def put(self, files: dict[str, Document], *, everything: bool = False) -> None:
        """Load files, and what of former ones is to be read again; find what follows from them."""
        files = {name: own(name, document) for name, document in files.items()}
        self.files |= files
        while files:
            self._now += timedelta(minutes=1)
            touched = Touched(self.store)
            report = load(
                self.store,
                [made.arrive(name, files[name]) for name in sorted(files)],
                version="1",
                clock=lambda: self._now,
                beside=self._alongside(touched),
            )
            if report.wrote:
                find_anew(self.store, None if everything else touched)
            files = {name: self.files[name] for name in report.read_again}

    def _alongside(self, touched: Touched) -> Callable[[], Beside]:
        return lambda: lambda changes: touched.along(Lookup(self.store).along(changes))

    def content(self) -> dict[str, bytes]:
        names = [name for name in self.store.graphs() if name != iris.PROV_GRAPH]
        return dict(zip(names, self.store.lines(names), strict=True))

    def walk(self, *steps: dict[str, Document]) -> None:
        """Load step by step; after each all is there that could be found."""
        for files in steps:
            self.put(files)
            before = self.content()
            join(self.store)
            settle(self.store)
            assert self.content() == before

    def has(self, pattern: str) -> bool:
        return bool(self.store.query(f"SELECT * WHERE {{ {pattern} }} LIMIT 1").values())


def walk(steps: list[dict[str, Document]]) -> None:
    """At the end the store is as if the last files alone were given."""
    with open_store() as one, open_store() as other:
        changed, fresh = Shelf(one), Shelf(other)
        changed.walk(*steps)
        fresh.put(dict(itertools.chain(*(files.items() for files in steps))), everything=True)
        assert changed.content() == fresh.content()


SOME = settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@SOME
@given(steps=worlds.JOINED)
def test_what_changes_is_joined_anew_and_nothing_else_has_to_be(steps: list[dict[str, Document]]) -> None:
    walk(steps)


@SOME
@given(steps=worlds.SPOKEN)
def test_what_changes_is_settled_anew_and_nothing_else_has_to_be(steps: list[dict[str, Document]]) -> None:
    walk(steps)


@pytest.fixture
def shelf() -> Iterator[Shelf]:
    with open_store() as opened:
        yield Shelf(opened)


def numbers_only(number: int, received: str, case: str | None = worlds.CASES[0]) -> Record:
    """An answer without heading; without a case it does not say to which questions it is."""
    plain = letters.reply(number, received)
    span = plain.answers[0].span
    return replace(plain, case_number=Read(case, span)) if case else replace(plain, answers=())


def test_how_long_a_reply_took_is_told_once_however_often_it_is_joined(shelf: Shelf) -> None:
    row = worlds.row(0, documents=("ah-tk-20222023-8",))
    other = numbers_only(8, "2030-02-01", None)
    shelf.walk({"row": row, "one": numbers_only(7, "2030-01-20"), "other": other})

    assert shelf.has("GRAPH ?g { ?r kg:replyDays 25 } FILTER(CONTAINS(STR(?g), '/extract/joins/'))")


SOON = "Ik zal uw Kamer informeren over de uitvoering van het verdrag."
SIGNED = made.Post("Minister van Asiel en Migratie", Span(0, 1))


def promising(number: str, words: str) -> Record:
    plain = letters.letter(number, "2030-01-10")
    return replace(plain, sender=SIGNED, commitments=(Commitment(words, Span(0, 5)),))


def test_of_two_promises_of_a_day_the_one_that_is_left_is_the_one_that_is_kept(shelf: Shelf) -> None:
    said = Fulfilment(Span(0, 7), promised_on=date(2030, 1, 10))
    keeping = replace(letters.letter("3", "2030-06-01"), sender=SIGNED, fulfilments=(said,))
    shelf.walk({"1": promising("1", SOON), "2": promising("2", SOON), "3": keeping})
    assert not shelf.has("?d kg:fulfils ?c")
    shelf.walk({"2": letters.letter("2", "2030-01-10")})

    assert shelf.has("?d kg:fulfils ?c")


ASKED = ("Loopt het moratorium af?", (letters.MORATORIUM, letters.RUSSIA))
FIRST = letters.questions(worlds.CASES[0], "2030-01-07", "dienstweigeraars", ASKED)
SECOND = letters.questions(worlds.CASES[1], "2030-01-14", "dienstplichtigen", ASKED)
EXTENDS = letters.Act("extend", "Ik verleng het.", "2030-02-01")


def replying(record: Record, case: str) -> Record:
    return replace(record, case_number=Read(case, Span(0, 1)), questions=SECOND.questions)


def follows(case: str) -> str:
    return f"?g kg:followsUp <{iris.document('kv-tk-' + case)}>"


def test_a_decision_follows_the_questions_before_those_that_go(shelf: Shelf) -> None:
    decided = replying(letters.letter("1", "2030-02-01", EXTENDS), worlds.CASES[1])
    shelf.walk({"first": FIRST, "second": SECOND, "letter": decided})
    assert not shelf.has(follows(worlds.CASES[0]))
    shelf.walk({"letter": letters.letter("1", "2030-02-01", EXTENDS)})
    assert shelf.has(follows(worlds.CASES[1]))
    shelf.walk({"second": letters.letter("9", "2030-01-14")})

    assert shelf.has(follows(worlds.CASES[0]))


def test_what_a_paper_replies_to_counts_where_another_tells_of_its_decision(shelf: Shelf) -> None:
    told = letters.letter("2", "2030-03-01", replace(EXTENDS, cites=("1",)))
    silent = letters.letter("1", "2030-02-01")
    shelf.walk({"set": SECOND, "silent": replying(silent, worlds.CASES[1]), "told": told})
    assert not shelf.has(follows(worlds.CASES[1]))
    shelf.walk({"silent": silent})

    assert shelf.has(follows(worlds.CASES[1]))


def test_a_decision_follows_a_set_under_the_better_of_its_names(shelf: Shelf) -> None:
    asked = replace(FIRST, case_number=None, identifier=None)
    lone = iris.document(iris.set_doc_id(iris.set_key(asked)))
    shelf.walk({"letter": letters.letter("1", "2030-02-01", EXTENDS), "asked": asked})
    assert shelf.has(f"?g kg:followsUp <{lone}>")
    shelf.walk({"numbered": replace(FIRST, mentions=())})

    assert shelf.has(f"<{lone}> kg:sameSetAs ?set")
    assert not shelf.has(f"?g kg:followsUp <{lone}>")


def test_what_people_speak_of_stays_described_when_no_document_names_it(shelf: Shelf) -> None:
    statement, block = iris.statement("curated", "a"), Block(iris.curated_graph("policies"))
    block.link(statement, Rdf.TYPE, Kg.DECISION_STATEMENT)
    block.link(statement, Kg.DECISION_TYPE, iris.concept("decision-type", "introduce"))
    block.link(statement, Kg.INSTRUMENT, letters.MORATORIUM)
    block.link(statement, Kg.CONCERNS_COUNTRY, letters.ERITREA)
    block.typed(statement, Kg.CONFIDENCE, "1", f"{XSD}decimal")
    block.day(statement, Kg.DECIDED_ON, date(2030, 1, 1))
    shelf.store.add(block.content("extract").nquads)
    settle(shelf.store, ["curated"])
    silent = letters.letter("1", "2030-02-01")
    named = Mention(letters.ERITREA, Unit.DOCUMENT, 0, Span(0, 3))
    shelf.walk({"letter": replace(silent, mentions=(named,))}, {"letter": silent})

    assert shelf.has(f"<{letters.ERITREA}> skos:prefLabel ?label")
