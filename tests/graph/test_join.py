from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest

from graph.join import join
from graph.joins.facts import Set
from graph.joins.sets import alike, same_askers
from graph.joins.words import Message, message
from graph.load import load
from graph.queries import get
from graph.store import open_store
from ontology import iris
from ontology.records import AppendixRef, CaseRef, Citation, Kind, PaperRef, Read, Record, Unit
from tests.graph import made
from tests.graph.made import Paper

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.store.oxigraph import OxigraphStore

NOW = datetime(2030, 5, 1, 12, tzinfo=UTC)
DOC = f"{iris.ID}doc/nl/"
SET, REPLY, NOTICE = f"{DOC}kv-tk-{made.CASE}", f"{DOC}ah-tk-20292030-901", f"{DOC}ah-tk-20292030-801"


@pytest.fixture
def store() -> Iterator[OxigraphStore]:
    with open_store() as opened:
        yield opened


def put(store: OxigraphStore, *records: Record) -> None:
    documents = {f"{number}-{record.snapshot.sha256[:8]}": record for number, record in enumerate(records)}
    load(store, made.arrivals(documents), version="1", clock=lambda: NOW)


def unnumbered(record: Record) -> Record:
    """The same document as official publications print it: without the case number of the set."""
    return replace(record, case_number=None)


def joined(store: OxigraphStore) -> set[tuple[str, str, str, str]]:
    """Property, object, ground and sort of every join."""
    query = get("joins")
    rows = store.query(query.sparql, query.bind({})).values()
    return {(row[1] or "", row[2] or "", row[4] or "", row[3] or "") for row in rows}


def ask(store: OxigraphStore, name: str, **given: str) -> list[tuple[str | None, ...]]:
    query = get(name)
    return store.query(query.sparql, query.bind(given)).values()


def test_an_answer_without_number_answers_the_questions_of_the_numbered_set(store: OxigraphStore) -> None:
    put(store, made.question_set(), unnumbered(made.answer()))
    assert len(ask(store, "unanswered")) == 5

    report = join(store)

    assert report.counts == {"repliesTo": 1, "sameSetAs": 1}
    assert joined(store) == {("repliesTo", SET, "heading-key", ""), ("sameSetAs", SET, "heading-key", "")}
    assert [row[1:3] for row in ask(store, "unanswered")] == [(f"{iris.ID}question/nl/{made.CASE}/4", "4")]
    assert [row[2:4] for row in ask(store, "reply-time")] == [("1", "38"), ("1", "38")]
    assert ask(store, "overdue", on="2030-03-01") == []
    assert [row[0] for row in ask(store, "asked-by", party="ABC")] == [SET]


def test_the_pairs_in_the_graph_are_those_of_the_record(store: OxigraphStore) -> None:
    record = unnumbered(made.answer())
    put(store, made.question_set(), record)
    join(store)

    pairs = store.query(
        "SELECT ?n ?text { ?a kg:answers ?q ; kg:text ?text . "
        f"?q eli:is_part_of <{SET}> ; kg:questionNumber ?n }}"
    ).values()

    assert sorted(pairs) == sorted((str(n), block.text) for block in record.answers for n in block.numbers)


def test_a_second_run_writes_nothing_and_the_order_of_loading_makes_no_difference(
    store: OxigraphStore,
) -> None:
    records = [made.question_set(), unnumbered(made.delay_notice()), unnumbered(made.answer())]
    put(store, *records)
    first = join(store)
    with open_store() as other:
        for record in reversed(records):
            load(other, [made.arrive(record.snapshot.sha256, record)], version="1", clock=lambda: NOW)
            join(other, [iris.doc_id(record), iris.set_doc_id(iris.set_key(record))])
        ours, theirs = (
            b"".join(one.lines(g for g in one.graphs() if "/extract/joins/" in g)) for one in (store, other)
        )

    assert first.written == 3
    assert join(store).written == 0
    assert ours == theirs


def test_what_is_no_longer_found_is_removed(store: OxigraphStore) -> None:
    put(store, made.question_set(), unnumbered(made.answer()))
    join(store)
    store.replace({iris.doc_graph(f"kv-tk-{made.CASE}"): b"", iris.ref_graph(SET): b""})

    report = join(store)

    assert (report.written, report.removed) == (0, 2)
    assert joined(store) == set()


def test_two_numbered_sets_under_one_heading_are_not_told_apart_by_it(store: OxigraphStore) -> None:
    twin = replace(made.question_set(extra="twin"), identifier=None)
    twin = replace(twin, case_number=Read("2030Z00002", twin.questions[0].span))
    put(store, made.question_set(), twin, unnumbered(made.answer()))

    report = join(store)

    assert report.counts == {}
    assert [(one.basis, len(one.fits)) for one in report.ambiguous] == [("heading-key", 2)]


def test_the_notice_that_a_heading_points_to_tells_which_set_it_is(store: OxigraphStore) -> None:
    paper = Paper()
    heading = "Antwoord van Minister Zandstra (Asiel en Migratie) (ontvangen 14 februari 2030). Zie ook "
    place = "Aanhangsel Handelingen, vergaderjaar 2029–2030, nr. 801"
    span = paper.say(heading + place)
    earlier = AppendixRef("2029-2030", "801", span)
    answer = replace(
        unnumbered(made.answer()),
        subject=Read("een heel ander opschrift", span),
        heading=span,
        citations=(Citation(Unit.DOCUMENT, 0, earlier, place, span),),
        appendix_refs=(earlier,),
        case_refs=(),
        papers=(),
        snapshot=paper.snapshot(),
    )
    answer = replace(answer, snapshot=replace(made.answer().snapshot, text=paper.text, sha256="e" * 64))
    put(store, made.question_set(), made.delay_notice(), answer)
    join(store)

    assert joined(store) == {
        ("sameSetAs", SET, "earlier-reply", ""),
        ("repliesTo", SET, "earlier-reply", ""),
        ("followsUp", NOTICE, "number", "after-notice"),
    }


def test_a_near_subject_on_one_day_is_joined_with_less_confidence(store: OxigraphStore) -> None:
    answer = unnumbered(made.answer())
    assert answer.subject
    other = Read("Het moratorium voor Verweggië", answer.subject.span)
    put(store, made.question_set(), replace(answer, subject=other))
    join(store)

    assert ("repliesTo", SET, "near-heading", "") in joined(store)


def test_another_subject_on_one_day_is_not_joined(store: OxigraphStore) -> None:
    answer = unnumbered(made.answer())
    assert answer.subject
    put(
        store,
        made.question_set(),
        replace(answer, subject=Read("de dijken bij Waterdam", answer.subject.span)),
    )

    assert join(store).counts == {}


def test_an_answer_by_letter_and_a_withdrawal_are_read_from_messages(store: OxigraphStore) -> None:
    notice, paper = made.delay_notice(), Paper()
    span = paper.say("Deze vragen zijn beantwoord middels een brief (99 999-12).")
    cited = PaperRef("99999", "12", span)
    by_letter = replace(
        notice,
        wording=Read("Deze vragen zijn beantwoord middels een brief (99 999-12).", span),
        papers=(cited,),
        citations=(Citation(Unit.DOCUMENT, 0, cited, "99 999-12", span),),
    )
    other = made.other_set()
    gone = replace(
        other,
        kind=Kind.DELAY_NOTICE,
        questions=(),
        notes=(),
        identifier=Read("ah-tk-20292030-950", span),
        received=Read(date(2030, 3, 9), span),
        wording=Read("Op verzoek van het lid Terpstra zijn de vragen ingetrokken.", span),
        snapshot=replace(other.snapshot, sha256="c" * 64),
    )
    put(store, made.question_set(), by_letter, made.letter(), other, gone)
    join(store)

    assert joined(store) == {
        ("answeredByLetter", f"{DOC}kst-99999-12", "number", ""),
        ("withdrawnBy", f"{DOC}ah-tk-20292030-950", "number", ""),
    }
    assert ask(store, "overdue", on="2031-01-01") == []


def test_questions_follow_what_they_refer_to_and_a_reprint_takes_a_place(store: OxigraphStore) -> None:
    asked = made.question_set()
    span = asked.questions[0].span
    case, earlier = CaseRef("2029Z00009", span), AppendixRef("2028-2029", "77", span)
    refs = (
        Citation(Unit.QUESTION, 1, case, "2029Z00009", span),
        Citation(Unit.QUESTION, 2, earlier, "Aanhangsel 77", span),
    )
    reprint = replace(made.answer(extra="h"), identifier=Read("ah-tk-20292030-901-h1", span))
    second = replace(
        made.answer(extra="2"),
        identifier=Read("ah-tk-20292030-999", span),
        received=Read(date(2030, 4, 1), span),
    )
    put(store, replace(asked, citations=refs), made.answer(), reprint, second)
    join(store)

    assert joined(store) == {
        ("followsUp", f"{DOC}kv-tk-2029Z00009", "number", "questions-on-questions"),
        ("followsUp", f"{DOC}ah-tk-20282029-77", "number", "questions-on-answer"),
        ("supersedes", REPLY, "number", "reprint"),
        ("followsUp", REPLY, "number", "second-answer"),
    }


def test_the_graph_with_joins_keeps_each_triple_once(store: OxigraphStore) -> None:
    put(store, made.question_set(), unnumbered(made.delay_notice()), unnumbered(made.answer()))
    join(store)
    triples = [str(quad.triple) for graph in store.graphs() for quad in store.quads(graph)]

    assert len(triples) == len(set(triples))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Deze vragen zijn beantwoord middels een brief (99 001-64).", Message.LETTER),
        ("De vragen zijn bij brief van 3 mei 2031 beantwoord.", Message.LETTER),
        ("De vragen zijn beantwoord in de Kamerbrief over dijken.", Message.LETTER),
        ("De vragen zullen bij brief worden beantwoord.", Message.DELAY),
        ("De vragen kunnen niet binnen de termijn worden beantwoord. Ik stuur een brief.", Message.DELAY),
        ("Op verzoek van het lid Terpstra zijn de schriftelijke vragen ingetrokken", Message.WITHDRAWN),
        ("Antwoord op vragen over de wet die wordt ingetrokken", Message.DELAY),
        ("Overdragen beantwoording vragen van het lid Terpstra over dijken", Message.HANDED_ON),
    ],
)
def test_messages_are_told_apart(text: str, kind: Message) -> None:
    assert message(text) is kind


def test_names_of_a_print_and_of_a_register_meet() -> None:
    printed = Set("a", askers=frozenset({"Van Vlieland", "De Waard"}))

    assert same_askers(printed, Set("b", askers=frozenset({"Anna van Vlieland (A.)", "B. de Waard"})))
    assert not same_askers(printed, Set("b", askers=frozenset({"Anna van Vlieland (A.)"})))
    assert not same_askers(printed, Set("b", askers=frozenset({"Anna van Vlieland (A.)", "C. Terpstra"})))
    assert not alike("", "", 0.9)
