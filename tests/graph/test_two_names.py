"""Sets that are known under two names, that a reply implies, or whose case was taken out of the register."""

from __future__ import annotations

import itertools
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest

from graph.authority import load_authority
from graph.clock import State
from graph.join import join
from graph.load import load
from graph.overdue import overdue
from graph.queries import all_queries, get
from graph.resolve import resolve
from graph.store import open_store
from graph.touched import Touched, find_anew
from graph.validate import validate
from ontology import iris
from ontology.authority import Edition
from ontology.records import Citation, Note, PaperRef, Read, Unit
from tests.graph import made
from tests.graph.test_cases import arrivals
from tests.graph.test_queries import EXPECTED
from tests.loaders.odata import rows
from tests.ontology.authorities import government, house

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from graph.load import Arrival
    from graph.store.oxigraph import OxigraphStore
    from ontology.records import Record, Skip

NOW = datetime(2031, 6, 1, 12, tzinfo=UTC)
DOC = f"{iris.ID}doc/nl/"
CASE_SET = f"{DOC}kv-tk-2031Z00001"
APART = {"joins", "proof", "failures", "unresolved"}
"""Queries that tell of names, passages and joins themselves."""
ASKED = [(name, given) for name, given, _ in EXPECTED if name not in APART]
ASKED += [("asked-of-post", {"post": "asiel"})]
ASKED += [
    (name, {one.name: one.example for one in query.parameters if one.default is None})
    for name, query in all_queries().items()
    if name not in APART | {name for name, _ in ASKED}
]


def unnumbered(record: Record) -> Record:
    return replace(record, case_number=None)


def put(*records: Record, cases: bytes = b"") -> OxigraphStore:
    store = open_store()
    documents = [made.arrive(f"{at}", record) for at, record in enumerate(records)]
    load(store, itertools.chain(documents, arrivals(cases, "cases")), version="1", clock=lambda: NOW)
    resolve(store)
    join(store)
    return store


def add(store: OxigraphStore, documents: Iterable[Arrival | Skip], hour: int) -> None:
    """Load more into a store, and find what follows from it."""
    touched = Touched(store)
    load(
        store,
        documents,
        version="1",
        clock=lambda: NOW.replace(hour=hour),
        beside=lambda: touched.along,
    )
    find_anew(store, touched)


def ask(store: OxigraphStore, name: str, /, **given: str) -> list[tuple[str | None, ...]]:
    query = get(name)
    return store.query(query.sparql, query.bind(given)).values()


def asked_set(extra: str = "") -> Record:
    """The set of the dossier, with a paper and a note of the document as a whole."""
    asked = made.question_set(extra=extra)
    span = asked.questions[0].span
    paper = PaperRef("99999", "12", span)
    whole = Citation(Unit.DOCUMENT, 0, paper, "Kamerstuk 99999, nr. 12", span)
    note = Note(9, "Toelichting bij het geheel.", span, None, None, None, None)
    return replace(asked, citations=(*asked.citations, whole), notes=(*asked.notes, note))


def repeating() -> Record:
    """The answer, which repeats notes and references of the questions."""
    answer, asked = made.answer(), made.question_set()
    cited = tuple(one for one in asked.citations if one.unit is Unit.QUESTION)
    return replace(
        answer, questions=asked.questions, notes=asked.notes, citations=(*cited, *answer.citations)
    )


def dossier(**changes: Record) -> OxigraphStore:
    """The dossier with some documents changed, by their name without ending."""
    given = {"vragen": asked_set(), "antwoord": repeating()} | changes
    return put(*(made.dossier() | {f"{name}.pdf": record for name, record in given.items()}).values())


@pytest.fixture(scope="module")
def once() -> OxigraphStore:
    return dossier()


@pytest.fixture(scope="module", params=["replies without number", "print without number"])
def twice(request: pytest.FixtureRequest) -> OxigraphStore:
    """The same dossier, in which the set is met under two names."""
    if request.param.startswith("replies"):
        return dossier(antwoord=unnumbered(repeating()), uitstel=unnumbered(made.delay_notice()))
    other = replace(unnumbered(asked_set("other bytes")), identifier=None)
    return dossier(vragen2=other)


@pytest.mark.parametrize(("name", "given"), ASKED)
def test_each_named_query_tells_of_a_set_once(
    once: OxigraphStore, twice: OxigraphStore, name: str, given: dict[str, str]
) -> None:
    assert len(ask(twice, "joins", relation="sameSetAs")) == 1
    assert ask(twice, name, **given) == ask(once, name, **given)


def test_who_is_named_under_both_names_is_listed_once(once: OxigraphStore, twice: OxigraphStore) -> None:
    assert ask(once, "unresolved") == ask(twice, "unresolved") != []


HEADING = made.Heading(
    "2031Z00001",
    date(2031, 3, 4),
    "De veerpont over de Polderwetering",
    (("Wierdsma", "PLP"),),
    made.POSTS[:1],
)


def printed_answer() -> Record:
    """An answer to the case of the register that repeats the heading and prints no number."""
    plain = made.answer()
    asked = HEADING.on(made.Paper(), plain.kind)
    return unnumbered(
        replace(
            plain,
            subject=asked.subject,
            submitted=asked.submitted,
            received=Read(date(2031, 3, 25), plain.questions[0].span),
            askers=asked.askers,
            addressees=asked.addressees,
        )
    )


def alone(*more: rows.Row) -> bytes:
    """The case with one asker, as the answer names her."""
    return rows.jsonl(
        rows.case(_actors={"Indiener": "Fenna Wierdsma (F.)", "GerichtAan": "A. Veenstra"}), *more
    )


def test_what_a_case_lacks_is_told_by_the_name_that_has_it() -> None:
    store = put(printed_answer(), cases=alone())
    [joined] = ask(store, "joins", relation="sameSetAs")

    assert joined[2] == CASE_SET
    assert [row[0] for row in ask(store, "asked-by", party="plp")] == [joined[0]]
    assert [row[0] for row in ask(store, "asked-by", name="wierdsma")] == [CASE_SET]
    assert [row[0] for row in ask(store, "asked-of-post", post="asiel")] == [joined[0]]
    assert [row[1] for row in ask(store, "reply-time-by-year")] == ["1"]
    assert len(ask(store, "sources-of", case="2031Z00001")) == len(made.answer().notes)


def numbers_only() -> Record:
    """An answer that prints a case number and numbers of questions, and no heading."""
    plain = made.answer()
    return replace(
        plain,
        case_number=Read("2031Z00001", plain.questions[0].span),
        received=Read(date(2031, 3, 30), plain.questions[0].span),
        subject=None, submitted=None, askers=(), addressees=(), questions=(), notes=(), citations=(),
    )  # fmt: skip


@pytest.mark.parametrize("first", ["answer", "case"])
def test_a_set_of_which_replies_print_numbers_alone_keeps_what_its_case_tells(first: str) -> None:
    case = rows.jsonl(rows.case())
    store = open_store()
    loads = [[made.arrive("answer", numbers_only())], arrivals(case, "cases")]
    for at, documents in enumerate(loads if first == "answer" else reversed(loads)):
        add(store, documents, at)
    whole = put(numbers_only(), cases=case)
    [asked] = ask(store, "asked-by", name="wierdsma")

    assert asked[:3] == (CASE_SET, "2031-03-04", "De veerpont over de Polderwetering")
    assert ask(store, "reply-time-by-year") == [("2031", "1", "26", "0", "1")]
    assert [row.title for row in overdue(store, date(2031, 5, 1), {State.ANSWERED_LATE})] == [asked[2]]
    assert validate(store) == []
    extract = [name for name in whole.graphs() if "/extract/register/" in name or "/extract/joins/" in name]
    assert extract
    assert list(store.lines(extract)) == list(whole.lines(extract))
    assert join(store).written == 0
    triples = [str(quad.triple) for graph in store.graphs() for quad in store.quads(graph)]
    assert len(triples) == len(set(triples))


def test_a_print_takes_the_place_of_what_the_case_told() -> None:
    store = put(numbers_only(), cases=rows.jsonl(rows.case()))
    load(
        store,
        [made.arrive("print", replace(HEADING.on(made.Paper(), made.Kind.WRITTEN_QUESTIONS)))],
        version="1",
    )
    join(store)
    triples = [str(quad.triple) for graph in store.graphs() for quad in store.quads(graph)]

    assert not [name for name in store.graphs() if "/extract/register/" in name]
    assert len(triples) == len(set(triples))


def printed_late() -> Record:
    return replace(printed_answer(), received=Read(date(2031, 3, 30), printed_answer().questions[0].span))


@pytest.mark.parametrize("answer", [numbers_only, printed_late], ids=["by number", "by heading"])
@pytest.mark.parametrize(("on", "late"), [("2031-03-25", 0), ("2031-03-28", 1), ("2031-03-30", 0)])
def test_a_case_that_an_answer_closed_later_was_late_before(
    answer: Callable[[], Record], on: str, late: int
) -> None:
    store = put(answer(), cases=alone_closed())

    assert len(ask(store, "overdue", on=on)) == late
    assert len(overdue(store, date.fromisoformat(on))) == late


def alone_closed() -> bytes:
    """The case of `alone`, which the register calls closed."""
    actors = {"Indiener": "Fenna Wierdsma (F.)", "GerichtAan": "A. Veenstra"}
    return rows.jsonl(rows.case(_actors=actors, Afgedaan=True))


def test_how_a_closed_case_stood_is_not_known_without_what_closed_it() -> None:
    store = put(cases=alone_closed())

    assert ask(store, "overdue", on="2031-03-28") == []
    assert [row.reading.state for row in overdue(store, date(2031, 3, 28), set(State))] == [State.CLOSED]


GONE = [
    ("asked-by", {"name": "wierdsma"}),
    ("overdue", {"on": "2031-05-01"}),
    ("unresolved", {}),
]


@pytest.mark.parametrize(("name", "given"), GONE)
def test_a_case_that_was_taken_out_is_in_no_answer(name: str, given: dict[str, str]) -> None:
    there, gone = put(cases=rows.jsonl(rows.case())), put(cases=rows.jsonl(rows.case(), rows.tombstone()))

    assert ask(there, name, **given)
    assert ask(gone, name, **given) == []
    assert overdue(there, date(2031, 5, 1))
    assert overdue(gone, date(2031, 5, 1)) == []


def test_what_was_printed_stays_when_its_case_is_taken_out() -> None:
    store = put(printed_answer(), cases=alone(rows.tombstone()))

    assert ask(store, "joins") == []
    assert len(ask(store, "asked-by", name="wierdsma")) == 1
    assert len(ask(store, "reply-time-by-year")) == 1


def test_a_join_with_a_case_is_undone_when_the_case_is_taken_out_later() -> None:
    store = put(printed_answer(), cases=alone())
    assert ask(store, "joins", relation="sameSetAs")
    add(store, arrivals(rows.jsonl(rows.tombstone()), "gone"), 20)

    assert ask(store, "joins") == []


def test_graphs_are_checked_with_what_other_graphs_tell_of_the_same_things(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    store = put(printed_answer(), made.question_set(), cases=alone())
    load_authority(store, [Edition(house(), "1", ()), Edition(government(), "1", ())])
    monkeypatch.setattr("graph.validate._BATCH", 1)

    assert [one for one in validate(store) if not one.warning] == []
