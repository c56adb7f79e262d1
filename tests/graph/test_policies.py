from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.load import load
from graph.policies import Decision, Measure, measures, settle, state, timeline
from graph.policies.groups import group_key
from graph.policies.reports import period_label
from graph.queries import get
from graph.store import open_store
from graph.validate import validate
from ontology import iris
from ontology.identity import doc_id
from ontology.records import Citation, CountryReport, PaperRef, Period, Record, Unit
from tests.graph import made
from tests.graph.letters import (
    MORATORIUM,
    RUSSIA,
    Act,
    day,
    letter,
    motion,
    questions,
    reply,
    russian_letters,
    russian_story,
)

if TYPE_CHECKING:
    from graph.store.oxigraph import OxigraphStore

NOW = datetime(2030, 5, 1, 12, tzinfo=UTC)
DOC = f"{iris.ID}doc/nl/"


@pytest.fixture
def store() -> Iterator[OxigraphStore]:
    with open_store() as opened:
        yield opened


def put(store: OxigraphStore, *records: Record) -> None:
    load(store, made.arrivals({one.snapshot.sha256: one for one in records}), version="1", clock=lambda: NOW)
    settle(store)


def extracted(store: OxigraphStore) -> bytes:
    return b"".join(store.lines(name for name in store.graphs() if f"{iris.GRAPH}extract/" in name))


def on(store: OxigraphStore, instrument: str = "besluitmoratorium") -> list[Measure]:
    return [one for one in measures(store) if one.instrument.code == instrument]


def acts(measure: Measure) -> list[tuple[str, str, str]]:
    return [
        (one.type, str(one.decided_on or ""), one.document.removeprefix(DOC)) for one in measure.decisions
    ]


def follow_ups(store: OxigraphStore) -> list[tuple[str, ...]]:
    asked = """SELECT ?a ?b ?sort { ?j rdf:subject ?a ; rdf:predicate kg:followsUp ; rdf:object ?b ;
        kg:sort ?sort ; kg:basis join-basis:shared-measure . ?a kg:followsUp ?b } ORDER BY ?a ?b"""
    return [tuple((cell or "").rpartition("/")[2] for cell in row) for row in store.query(asked).values()]


def test_letters_make_one_measure_with_its_decisions(store: OxigraphStore) -> None:
    put(store, *russian_letters().values())
    [measure] = on(store)

    assert (measure.since, measure.until, measure.group) == (
        date(2022, 6, 29),
        date(2023, 6, 8),
        "dienstplichtigen",
    )
    assert measure.legal_basis == ("https://wetten.overheid.nl/jci1.3:c:BWBR0011823&artikel=43",)
    assert acts(measure) == [
        ("introduce", "2022-06-29", "kst-19637-2909"),
        ("extend", "2022-12-13", "kst-19637-3018"),
        ("end", "2023-06-08", "kst-19637-3118"),
    ]
    assert [one.continues for one in measure.decisions[1:]] == [one.iri for one in measure.decisions[:2]]
    assert [one.quote for one in measure.decisions[:2]] == ["Ik stel een moratorium in.", "Ik verleng het."]


def test_of_two_days_that_of_the_recording_paper_holds_and_the_other_is_shown(store: OxigraphStore) -> None:
    put(store, *russian_letters().values())
    first, extended = on(store)[0].decisions[:2]
    asked = "SELECT ?s ?day { ?s kg:disagreesWith ?d ; kg:decidedOn ?day FILTER(STR(?d) = ?decision) }"
    [(statement, other)] = store.query(asked.replace("?decision", f'"{first.iri}"')).values()

    assert (first.decided_on, other) == (date(2022, 6, 29), "2022-06-28")
    assert "/statement/kst-19637-3018/" in (statement or "")
    assert first.confidence < extended.confidence


STORY = {doc_id(one): one for one in russian_story()}


@settings(max_examples=12, deadline=None)
@given(order=st.permutations(sorted(STORY)), each=st.booleans())
def test_the_order_of_loading_never_matters(order: list[str], each: bool) -> None:
    with open_store() as whole, open_store() as piecemeal:
        put(whole, *STORY.values())
        for name in order:
            load(piecemeal, made.arrivals({name: STORY[name]}), version="1", clock=lambda: NOW)
            if each:
                settle(piecemeal, [name])
        if not each:
            settle(piecemeal)
        assert extracted(piecemeal) == extracted(whole)


def test_a_second_run_writes_nothing(store: OxigraphStore) -> None:
    put(store, *russian_letters().values())
    again, some = settle(store), settle(store, ["kst-19637-3018"])

    assert (again.written, again.removed, some.written, some.removed) == (0, 0, 0, 0)
    assert (again.measures, again.decisions, again.reports, again.disagreeing) == (3, 7, 1, 2)


def test_what_a_changed_document_no_longer_states_goes(store: OxigraphStore) -> None:
    letters = russian_letters()
    load(store, made.arrivals(letters), version="1", clock=lambda: NOW)
    settle(store)
    silent = letter("3018", "2022-12-13", Act("introduce", "Elders.", "2022-12-13", country="SYR"))
    load(store, made.arrivals({"3018": silent}), version="1", clock=lambda: NOW)
    settle(store, ["kst-19637-3018"])

    assert [acts(one) for one in on(store)] == [
        [("introduce", "2022-06-29", "kst-19637-2909"), ("end", "2023-06-08", "kst-19637-3118")],
        [("introduce", "2022-12-13", "kst-19637-3018")],
    ]


def test_groups_make_measures_of_their_own(store: OxigraphStore) -> None:
    everyone = Act("introduce", "Voor alle Russen.", "2022-07-01", until="2023-01-01")
    deserters = Act("extend", "Voor deserteurs.", "2022-12-20", until="2023-07-01", group="deserteurs")
    put(store, letter("1", "2022-07-01", everyone), letter("2", "2022-12-20", deserters))

    assert [(one.group, one.since, one.until) for one in on(store)] == [
        ("", date(2022, 7, 1), date(2023, 1, 1)),
        ("deserteurs", None, date(2023, 7, 1)),
    ]


def test_who_names_no_group_joins_what_is_plainly_meant(store: OxigraphStore) -> None:
    first = Act("introduce", "Voor deserteurs.", "2022-07-01", until="2023-01-01", group="deserteurs")
    retold = Act("introduce", "Er geldt een moratorium.", "2022-07-01")
    later = Act("extend", "Ik verleng het.", "2022-12-20", until="2023-07-01")
    put(
        store,
        letter("1", "2022-07-01", first),
        reply(9, "2022-08-01", retold),
        letter("2", "2022-12-20", later),
    )
    [measure] = on(store)

    assert (measure.group, measure.until, len(measure.decisions)) == ("deserteurs", date(2023, 7, 1), 2)


@pytest.mark.parametrize(
    ("later", "home"),
    [
        (Act("extend", "Dat wordt verlengd.", "2024-05-01", until="2024-12-01", cites=("1",)), "2023-01-01"),
        (
            Act("extend", "Dat wordt verlengd.", "2024-05-01", since="2023-07-02", until="2024-12-01"),
            "2023-01-01",
        ),
        (Act("extend", "Dat wordt verlengd.", "2024-05-01", until="2024-12-01"), "2024-01-01"),
    ],
    ids=["by the paper", "by the last day", "the latest in force"],
)
def test_an_extension_finds_what_it_extends(store: OxigraphStore, later: Act, home: str) -> None:
    early = Act("introduce", "Eerst.", "2023-01-01", until="2023-07-01")
    late = Act("introduce", "Opnieuw.", "2024-01-01", until="2024-06-01")
    put(
        store,
        letter("1", "2023-01-01", early),
        letter("2", "2024-01-01", late),
        letter("3", "2024-05-01", later),
    )
    [extended] = [one for one in on(store) if one.until == date(2024, 12, 1)]

    assert extended.since == day(home)
    assert extended.decisions[-1].document == f"{DOC}kst-19637-3"


def test_an_extension_of_which_only_the_end_is_told_shortens_nothing(store: OxigraphStore) -> None:
    first = Act("introduce", "Ik stel het in.", "2026-12-16", until="2027-06-16")
    recalled = Act("extend", "Voortgezet tot december.", until="2027-12-16", cites=("2",))
    now = Act("extend", "Nogmaals verlengd.", "2027-12-13", until="2028-06-16")
    put(store, letter("1", "2026-12-16", first), letter("3", "2027-12-13", now, recalled))
    [measure] = on(store)

    assert [str(one.until) for one in measure.decisions] == ["2027-06-16", "2027-12-16", "2028-06-16"]
    assert measure.until == date(2028, 6, 16)


@pytest.mark.parametrize(
    ("printed", "code", "key"),
    [
        ("dienstplichtigen", "RUS", "dienstplichtigen"),
        ("Russische dienstplichtigen", "RUS", "dienstplichtigen"),
        ("Russen", "RUS", ""),
        ("vreemdelingen afkomstig uit de Russische Federatie", "RUS", ""),
        ("Russen", "UKR", "russen"),
        ("personen afkomstig uit Tigray", "ETH", "tigray"),
        ("Palestijnen uit de Gazastrook", "PSE", "gazastrook"),
    ],
)
def test_a_group_is_known_by_what_sets_it_apart(printed: str, code: str, key: str) -> None:
    assert group_key(printed, code) == key


def test_an_announcement_begins_nothing(store: OxigraphStore) -> None:
    put(store, letter("1", "2023-01-01", Act("announce", "Ik ben voornemens.", "2023-01-01")))

    assert measures(store) == []
    assert settle(store).decisions == 2
    assert [one for one in validate(store) if not one.warning] == []


def test_a_country_that_was_not_read_makes_no_measure_for_all(store: OxigraphStore) -> None:
    nowhere = Act("introduce", "Ik stel het in.", "2023-01-01", country=None)
    put(store, letter("1", "2023-01-01", nowhere))
    everywhere = [one.country for one in on(store)]
    put(store, letter("2", "2023-02-01", Act("introduce", "Voor Syrië.", "2023-02-01", country="SYR")))

    assert everywhere == [None]
    assert [one.country.code for one in on(store) if one.country] == ["SYR"]


def test_state_gives_what_was_known_and_what_became_of_it(store: OxigraphStore) -> None:
    put(store, *russian_letters().values())
    [one] = [each for each in state(store, date(2023, 1, 18)) if each.instrument.iri == MORATORIUM]

    assert (one.since, one.until, one.ended) == (date(2022, 6, 29), date(2023, 6, 29), date(2023, 6, 8))
    assert (one.quote, one.decision.type) == ("Ik verleng het.", "extend")
    assert one.page == "https://zoek.officielebekendmakingen.nl/kst-19637-3018.html"
    assert state(store, date(2022, 6, 28)) == []
    assert [each.instrument.code for each in state(store, date(2023, 6, 9))] == ["landgebonden-asielbeleid"]


def test_an_end_that_is_not_known_makes_less_sure(store: OxigraphStore) -> None:
    put(store, letter("1", "2022-06-29", Act("introduce", "Vanaf nu.", "2022-06-29")))
    [early], [late] = (
        [one for one in state(store, when) if one.instrument.iri == MORATORIUM]
        for when in (date(2022, 7, 1), date(2024, 7, 1))
    )

    assert (early.until, late.until) == (None, None)
    assert late.certainty < early.certainty


def test_the_timeline_has_all_in_order(store: OxigraphStore) -> None:
    put(store, *russian_story())
    events = [(str(one.day), one.kind) for one in timeline(store, MORATORIUM, RUSSIA)]

    assert events == [
        ("2022-06-29", "letter"),
        ("2022-06-29", "decision"),
        ("2022-11-01", "motion"),
        ("2022-12-13", "letter"),
        ("2022-12-13", "decision"),
        ("2023-01-18", "question"),
        ("2023-06-08", "letter"),
        ("2023-06-08", "decision"),
    ]
    assert ("2023-03-31", "report") in [(str(one.day), one.kind) for one in timeline(store, RUSSIA)]


def test_chains_go_from_motion_and_questions_to_letters_and_back(store: OxigraphStore) -> None:
    put(store, *russian_story())

    assert follow_ups(store) == [
        ("kst-19637-3018", "kst-19637-3001", "decision-after-motion"),
        ("kst-19637-3118", "kv-tk-2023Z00001", "decision-after-questions"),
        ("kv-tk-2023Z00001", "kst-19637-3018", "questions-on-decision"),
    ]


def test_a_question_takes_the_country_of_the_subject(store: OxigraphStore) -> None:
    put(store, *russian_story())
    asked = """SELECT ?n ?sure { ?q kg:questionNumber ?n ; kg:concernsCountry country:RUS .
        ?j rdf:subject ?q ; rdf:object country:RUS ; kg:confidence ?sure }"""

    assert store.query(asked).values() == [("1", "0.8")]


def test_a_report_that_was_expected_is_tied_to_the_one_that_came(store: OxigraphStore) -> None:
    records = russian_letters()
    waiting = letter("3030", "2023-01-20")
    assert waiting.dated
    quarter = Period(date(2023, 1, 1), date(2023, 3, 31), "2023-Q1")
    waiting = made.replace(
        waiting,
        reports=(CountryReport("algemeen-ambtsbericht", "RUS", waiting.dated.span, expected=quarter),),
    )
    put(store, waiting, *records.values())
    asked = "SELECT ?due ?came { ?due dcterms:isReplacedBy ?came }"

    assert store.query(asked).values() == [
        (
            f"{iris.ID}report/nl/algemeen-ambtsbericht/RUS/2023-q1",
            f"{iris.ID}report/nl/ambtsbericht/RUS/2023-03-31",
        )
    ]
    assert [str(one.day) for one in timeline(store, RUSSIA) if one.kind == "report"] == ["2023-03-31"]


def asking(text: str, *, awaited: bool = False) -> Record:
    """Questions of 18 January 2023 that name a report without its day."""
    record = questions("2023Z00002", "2023-01-18", "het beleid voor Rusland", (text, ()))
    span = record.questions[0].span
    named = CountryReport("ambtsbericht", "RUS", span, Unit.QUESTION, 1, awaited=awaited)
    return made.replace(record, reports=(named,))


@pytest.mark.parametrize(
    ("days", "awaited", "report", "sure"),
    [
        (("2022-03-01", "2022-09-01", "2023-03-31"), False, "2022-09-01", "0.6"),
        (("2022-09-01", "2023-03-31"), True, "2023-03-31", "0.5"),
        (("2015-09-01",), False, None, None),
        (("2022-09-01",), True, None, None),
    ],
    ids=["the latest", "the next", "too long ago", "none is known to come"],
)
def test_a_report_without_its_day_is_that_of_the_moment(
    store: OxigraphStore, days: tuple[str, ...], awaited: bool, report: str | None, sure: str | None
) -> None:
    told = [letter(f"1{at}", when, told=((f"Op {when}.", when),)) for at, when in enumerate(days)]
    put(store, asking("Kent u het ambtsbericht?", awaited=awaited), *told)
    query = get("report-questions")
    [row] = store.query(query.sparql, query.bind({"country": "RUS"})).values()
    tied = "SELECT ?sure { ?j rdf:subject ?r ; rdf:predicate kg:statedBy ; kg:confidence ?sure }"

    assert row[3] == (report and f"{iris.ID}report/nl/ambtsbericht/RUS/{report}")
    assert store.query(tied).values() == ([(sure,)] if sure else [])
    assert measures(store) == []
    assert [one for one in validate(store) if not one.warning] == []


def test_what_cites_by_number_follows_more_surely(store: OxigraphStore) -> None:
    quoting = letter("3018", "2022-12-13", Act("extend", "Ik verleng het.", "2022-12-13"))
    assert quoting.dated
    target = PaperRef("19637", "3001", quoting.dated.span)
    cited = Citation(Unit.DOCUMENT, 0, target, "nr. 3001", quoting.dated.span)
    moved = motion("3001", "2020-11-01", "verzoekt de regering een besluit voor Russen", (MORATORIUM, RUSSIA))
    put(store, made.replace(quoting, citations=(cited,)), moved)
    asked = """SELECT ?sort ?sure { ?j rdf:predicate kg:followsUp ; kg:sort ?sort ; kg:confidence ?sure ;
        kg:basis join-basis:citation }"""

    assert store.query(asked).values() == [(f"{iris.CONCEPT}follow-up/decision-after-motion", "0.9")]


@pytest.mark.parametrize(
    ("first", "last", "label"),
    [
        ("2023-03-31", "2023-03-31", "2023-03-31"),
        ("2024-02-01", "2024-02-29", "2024-02"),
        ("2023-04-01", "2023-06-30", "2023-Q2"),
        ("2023-01-01", "2023-12-31", "2023"),
        ("2023-02-01", "2023-04-30", "2023-02-01--2023-04-30"),
    ],
)
def test_periods_have_short_names(first: str, last: str, label: str) -> None:
    assert period_label(day(first), day(last)) == label


def test_all_of_it_conforms_and_no_triple_stands_twice(store: OxigraphStore) -> None:
    put(store, *russian_story(), reply(9, "2022-08-01", Act("introduce", "Het geldt.", "2022-06-29")))
    triples = [quad.triple for name in store.graphs() for quad in store.quads(name)]

    assert [one for one in validate(store) if not one.warning] == []
    assert len(triples) == len(set(triples))


def test_decisions_are_put_in_order_by_the_day_that_is_known() -> None:
    undated = Decision("x", "amend", None, None, date(2023, 1, 1), "", "", "", 1.0, None, curated=False)

    assert undated.when == date(2023, 1, 1)
