from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from graph.load import load
from graph.policies import settle
from graph.queries import get
from graph.store import open_store
from graph.validate import validate
from ontology import iris
from ontology.records import Commitment, Fulfilment, PaperRef, Period, Post, Record
from tests.graph import made
from tests.graph.letters import day, letter

if TYPE_CHECKING:
    from graph.store.oxigraph import OxigraphStore

NOW = datetime(2030, 5, 1, 12, tzinfo=UTC)
OVERVIEW = "Voor 1 december stuur ik uw Kamer een overzicht van de opvang."
REVIEW = "Voor 1 maart informeer ik uw Kamer over de gevolgen van het bericht."
SOON = "Ik zal uw Kamer informeren over de uitvoering van het verdrag."


@pytest.fixture
def store() -> Iterator[OxigraphStore]:
    with open_store() as opened:
        yield opened


def until(text: str) -> Period | None:
    return Period(day(text), day(text), text) if text else None


def promising(number: str, dated: str, *promises: tuple[str, str]) -> Record:
    """A letter that promises things, each in its words and by its day."""
    paper = made.Paper()
    plain = letter(number, dated)
    paper.say(plain.snapshot.text)
    told = tuple(Commitment(words, paper.say(words), due=until(due)) for words, due in promises)
    return made.replace(signed(plain), commitments=told, snapshot=paper.snapshot())


def signed(record: Record) -> Record:
    assert record.dated
    return made.replace(record, sender=Post("Minister van Asiel en Migratie", record.dated.span))


def keeping(  # noqa: PLR0913, PLR0917 - a letter and all that it can say
    number: str, dated: str, words: str, cites: str = "", made_on: str = "", due: str = ""
) -> Record:
    """A letter that says that it does what was promised."""
    paper = made.Paper()
    plain = letter(number, dated)
    paper.say(plain.snapshot.text)
    span = paper.say(words)
    named = (PaperRef("19637", cites, span),) if cites else ()
    said = Fulfilment(span, cites=named, promised_on=day(made_on) if made_on else None, due=until(due))
    return made.replace(signed(plain), fulfilments=(said,), snapshot=paper.snapshot())


def put(store: OxigraphStore, *records: Record) -> None:
    for one in records:
        load(store, made.arrivals({one.snapshot.sha256: one}), version="1", clock=lambda: NOW)
        assert one.paper
        settle(store, [f"kst-19637-{one.paper.number}"])


def kept(store: OxigraphStore) -> list[tuple[str | None, ...]]:
    asked = """SELECT ?words ?basis ?sure { ?letter kg:fulfils ?c . ?c kg:text ?words .
        ?j rdf:subject ?letter ; rdf:predicate kg:fulfils ; rdf:object ?c ; kg:basis ?b ; kg:confidence ?sure
        BIND(STRAFTER(STR(?b), "join-basis/") AS ?basis) } ORDER BY ?words"""
    return store.query(asked).values()


FIRST = promising("1", "2023-09-17", (OVERVIEW, "2023-12-01"), (REVIEW, "2024-03-01"), (SOON, ""))


@pytest.mark.parametrize(
    ("said", "found"),
    [
        (("Dat is toegezegd.", "1", "", "2024-03-01"), [(REVIEW, "number", "0.85")]),
        (("Het overzicht van de opvang is toegezegd.", "1", "", ""), [(OVERVIEW, "number", "0.722")]),
        (("Op die dag is het toegezegd.", "", "2023-09-17", "2023-12-01"), [(OVERVIEW, "day", "0.722")]),
        (("Dat is toegezegd.", "1", "", ""), []),
        (("Dat is toegezegd.", "1", "", "2024-05-01"), []),
        (("Dat is toegezegd.", "7", "", "2024-03-01"), []),
        (("Op die dag is het toegezegd.", "", "2023-09-18", "2023-12-01"), []),
    ],
    ids=[
        "number and term",
        "number and words",
        "day and term",
        "any",
        "another term",
        "another paper",
        "day",
    ],
)
def test_which_commitment_a_letter_fulfils(
    store: OxigraphStore, said: tuple[str, str, str, str], found: list[tuple[str, ...]]
) -> None:
    put(store, FIRST, keeping("2", "2024-02-24", *said))

    assert kept(store) == found
    assert [one for one in validate(store) if not one.warning] == []


def test_the_order_of_loading_never_matters_and_what_goes_takes_it_along(store: OxigraphStore) -> None:
    second = keeping("2", "2024-02-24", "Dat is toegezegd.", "1", "", "2024-03-01")
    put(store, second, FIRST)
    late = kept(store)
    put(store, promising("1", "2023-09-17", (OVERVIEW, "2023-12-01")))

    assert (late, kept(store)) == ([(REVIEW, "number", "0.85")], [])


def test_nothing_is_fulfilled_before_it_is_promised(store: OxigraphStore) -> None:
    put(store, FIRST, keeping("2", "2023-09-01", "Dat is toegezegd.", "1", "", "2024-03-01"))

    assert kept(store) == []


@pytest.mark.parametrize(
    ("on", "told"),
    [("2024-02-23", ["late", "open", "open"]), ("2024-03-02", ["late", "met", "open"])],
)
def test_commitments_are_open_late_or_met_with_the_letter(
    store: OxigraphStore, on: str, told: list[str]
) -> None:
    put(store, FIRST, keeping("2", "2024-02-24", "Dat is toegezegd.", "1", "", "2024-03-01"))
    query = get("commitments")
    rows = store.query(query.sparql, query.bind({"on": on})).values()
    letters = {row[3] for row in rows if row[1] == "met"}

    assert sorted(str(row[1]) for row in rows) == told
    assert letters <= {f"{iris.ID}doc/nl/kst-19637-2"}


def test_a_second_run_writes_nothing(store: OxigraphStore) -> None:
    put(store, FIRST, keeping("2", "2024-02-24", "Dat is toegezegd.", "1", "", "2024-03-01"))
    again = settle(store)

    assert (again.written, again.removed, again.fulfilled) == (0, 0, 1)
