from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from graph.authority import load_authority
from graph.curated import COLUMNS, CurationError, Row, conflicts, export, read, take, write
from graph.load import load
from graph.policies import measures, settle, state, timeline
from graph.resolve import resolve
from graph.store import open_store
from graph.validate import validate
from ontology import iris
from ontology.authority import Edition
from ontology.records import Record
from tests.graph import made
from tests.graph.letters import MORATORIUM, RUSSIA, Act, letter, questions, russian_letters
from tests.ontology.authorities import GUID, government, house

if TYPE_CHECKING:
    from graph.store.oxigraph import OxigraphStore

NOW = datetime(2030, 5, 1, 12, tzinfo=UTC)
TABLE = Path(__file__).parents[1] / "cases" / "curation" / "russia.csv"
CURATED = iris.curated_graph("policies")


@pytest.fixture
def store() -> Iterator[OxigraphStore]:
    with open_store() as opened:
        yield opened


def put(store: OxigraphStore, records: dict[str, Record], version: str = "1") -> None:
    load(store, made.arrivals(records), version=version, clock=lambda: NOW)
    settle(store)


def row(store: OxigraphStore, number: str, kind: str) -> Row:
    [found] = [one for one in export(store) if f"-{number}/" in one.id and one.type == kind]
    return found


def untils(store: OxigraphStore) -> list[date | None]:
    return [one.until for one in measures(store) if one.instrument.iri == MORATORIUM]


def everything(store: OxigraphStore) -> bytes:
    return b"".join(store.lines(name for name in store.graphs() if name != iris.PROV_GRAPH))


def test_what_was_read_goes_out_as_a_table(store: OxigraphStore) -> None:
    put(store, russian_letters())
    extended = row(store, "3018", "extend")

    assert extended == Row(
        id=extended.id,
        type="extend",
        instruments="besluitmoratorium vertrekmoratorium",
        country="RUS",
        group="dienstplichtigen",
        decided_on="2022-12-13",
        effective_until="2023-06-29",
        quote="Ik verleng het.",
    )
    assert [(one.what, one.decided_on) for one in export(store)] == [
        ("decision", "2022-06-28"),
        ("decision", "2022-06-29"),
        ("decision", "2022-12-13"),
        ("decision", "2023-06-08"),
        ("decision", "2023-06-08"),
        ("report", "2023-03-31"),
    ]


def test_a_table_that_comes_back_as_it_went_changes_nothing(store: OxigraphStore) -> None:
    put(store, russian_letters())
    before = everything(store)
    written = io.StringIO()
    write(export(store), written)
    taken = take(store, read(written.getvalue()))

    assert (taken.changed, everything(store)) == (0, before)


def test_a_correction_wins_and_survives_reloading_and_reading_anew(store: OxigraphStore) -> None:
    letters = russian_letters()
    put(store, {number: letters[number] for number in ("2909", "3018")})
    wrong = row(store, "3018", "extend")
    taken = take(store, [replace(wrong, status="correct", effective_until="2023-07-31")], by="Iemand")

    assert (taken.counts, taken.changed, taken.conflicts) == ({"correct": 1}, 1, [])
    assert untils(store) == [date(2023, 7, 31)]
    load(store, made.arrivals(letters), version="2", clock=lambda: NOW)
    settle(store)
    assert [one.effective_until for one in export(store) if one.type == "extend"] == ["2023-07-31"]
    assert [one for one in validate(store) if not one.warning] == []


def test_who_and_when_stand_in_the_ledger_alone(store: OxigraphStore) -> None:
    put(store, russian_letters())
    take(store, [replace(row(store, "3018", "extend"), status="keep")], by="Iemand", clock=lambda: NOW)
    told = [name for name in store.graphs() if b"Iemand" in b"".join(store.lines([name]))]

    assert told == [iris.PROV_GRAPH]
    assert b"2030" not in b"".join(store.lines([CURATED]))


def test_a_rejected_statement_decides_nothing_and_comes_back_when_that_is_withdrawn(
    store: OxigraphStore,
) -> None:
    put(store, russian_letters())
    before = everything(store)
    [measure] = [one for one in measures(store) if one.instrument.iri == MORATORIUM]
    take(store, [replace(row(store, "3118", "end"), status="reject")])
    [rejected] = [one for one in measures(store) if one.instrument.iri == MORATORIUM]
    take(store, [replace(one, status="") for one in export(store)])

    assert (measure.until, rejected.until) == (date(2023, 6, 8), date(2023, 6, 29))
    assert everything(store) == before


def test_a_source_that_reads_otherwise_or_is_gone_is_a_conflict(store: OxigraphStore) -> None:
    letters = russian_letters()
    put(store, letters)
    rows = [
        replace(row(store, number, kind), status="keep")
        for number, kind in (("2909", "introduce"), ("3018", "extend"))
    ]
    take(store, rows)
    first = Act(
        "introduce", "Ik stel een moratorium in.", "2022-06-29", until="2022-12-31", group="dienstplichtigen"
    )
    put(store, {"2909": letter("2909", "2022-06-29", first), "3018": letter("3018", "2022-12-13")}, "2")

    assert sorted(one.kind for one in conflicts(store)) == ["source-changed", "source-gone"]
    assert untils(store) == [date(2023, 6, 8)]
    noted = [one.note for one in export(store) if one.status]
    assert all("on which this was decided" in note or "reads otherwise" in note for note in noted)


def test_an_unchanged_row_leaves_its_conflict_standing(store: OxigraphStore) -> None:
    put(store, {"2909": russian_letters()["2909"]})
    take(store, [replace(row(store, "2909", "introduce"), status="keep")])
    changed = Act(
        "introduce", "Ik stel een moratorium in.", "2022-06-29", until="2022-12-31", group="dienstplichtigen"
    )
    put(store, {"2909": letter("2909", "2022-06-29", changed)}, "2")
    rows = export(store)
    still = take(store, rows).conflicts
    settled = take(store, [replace(one, status="correct") for one in rows if one.status == "keep"]).conflicts

    assert ([one.kind for one in still], settled) == (["source-changed"], [])


def test_a_new_reading_that_contradicts_a_person_is_a_conflict(store: OxigraphStore) -> None:
    put(store, {})
    take(store, read(TABLE.read_text("utf-8")))
    other = Act("extend", "Ik verleng tot juli.", "2022-12-13", until="2023-07-29", group="dienstplichtigen")
    put(store, {"3018": letter("3018", "2022-12-13", other)})
    [conflict] = conflicts(store)

    assert (conflict.kind, untils(store)) == ("contradicted", [date(2023, 6, 29)])
    assert "until 2023-07-29" in conflict.words
    assert conflict.other.startswith("kst-19637-3018/")


GOOD = Row(
    status="new", type="introduce", instruments="besluitmoratorium", country="RUS", decided_on="2022-06-29"
)


@pytest.mark.parametrize(
    ("cells", "column", "words"),
    [
        ({"status": "maybe"}, "status", "none of keep, correct"),
        ({"what": "letter"}, "what", "none of decision"),
        ({"type": "forget"}, "type", "none of introduce"),
        ({"instruments": "toverij"}, "instruments", "'toverij' is no instrument"),
        ({"instruments": ""}, "instruments", "at least one"),
        ({"country": "RU"}, "country", "no code of the country table"),
        ({"decided_on": "29-6-2022"}, "decided_on", "no day of the form"),
        ({"effective_from": "2022-02-30"}, "effective_from", "no day of the form"),
        ({"effective_from": "2023-01-01", "effective_until": "2022-01-01"}, "effective_until", "is before"),
        ({"documents": "kst<1>"}, "documents", "no id of a document"),
        ({"id": "kst-1/0"}, "id", "has no statement"),
        ({"status": "correct"}, "id", "rows of status new"),
        ({"what": "report", "type": "roddel"}, "type", "no kind of report"),
        ({"what": "report", "type": "ambtsbericht", "expected": "soon"}, "expected", "two days with a slash"),
        (
            {"what": "person", "status": "correct", "id": "x/asker/1", "person": "tk/0"},
            "person",
            "no register",
        ),
    ],
)
def test_a_bad_cell_is_named_and_nothing_is_written(
    store: OxigraphStore, cells: dict[str, str], column: str, words: str
) -> None:
    with pytest.raises(CurationError, match=words) as caught:
        take(store, [GOOD, replace(GOOD, **cells)])

    assert (3, column) in {(one.row, one.column) for one in caught.value.problems}
    assert len(store) == 0


def test_keep_does_not_hide_a_change(store: OxigraphStore) -> None:
    put(store, russian_letters())
    edited = replace(row(store, "3018", "extend"), status="keep", effective_until="2023-07-31")

    with pytest.raises(CurationError, match="row 2, column effective_until: it was changed"):
        take(store, [edited])


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("id,stand\n", "no column 'stand'"),
        ("id,what\n", "status is missing"),
        ("status\nnew,2\n", "more cells"),
    ],
)
def test_a_table_of_another_form_is_refused(text: str, words: str) -> None:
    with pytest.raises(CurationError, match=words):
        read(text)


def test_a_spreadsheet_with_semicolons_and_a_mark_is_read() -> None:
    assert read("\ufeffstatus;quote\r\nnew;'=1+1\r\n") == [Row(status="new", quote="=1+1")]


def test_what_is_written_is_read_back() -> None:
    rows = [GOOD, Row(quote='=HYPERLINK("x"); «Ja», zei hij', name="Van, De")]
    out = io.StringIO()
    write(rows, out)

    assert out.getvalue().splitlines()[0] == ",".join(COLUMNS)
    assert read(out.getvalue()) == rows


def test_a_person_who_is_pointed_out_stays_so(store: OxigraphStore) -> None:
    load(store, made.arrivals(made.dossier()), version="1", clock=lambda: NOW)
    load_authority(store, [Edition(one, "1", ()) for one in (house(), government())], clock=lambda: NOW)
    resolve(store)
    actor = f"{iris.ID}actor/kv-tk-2030Z00042/asker/1"
    [unknown] = [one for one in export(store) if one.id == "kv-tk-2030Z00042/asker/1"]
    take(store, [replace(unknown, status="correct", person=f"tk/{GUID}2")])
    unresolved = f"OPTIONAL {{ <{actor}> kg:unresolvedBecause ?why }}"
    asked = f"SELECT ?who ?why {{ <{actor}> kg:identifiedAs ?who {unresolved} }}"
    found = store.query(asked).values()
    resolve(store)

    assert unknown.name == "Terpstra"
    assert found == store.query(asked).values() == [(f"{iris.ID}person/tk/{GUID}2", None)]
    take(store, [replace(one, status="") for one in export(store) if one.id == unknown.id])
    assert store.query(asked).values() == []
    assert [one.note for one in export(store) if one.id == unknown.id] == [unknown.note]


def test_the_russian_dossier_from_the_facts_alone(store: OxigraphStore) -> None:
    asked = questions(
        "2023Z00001",
        "2023-01-18",
        "dienstweigeraars uit Rusland",
        ("Wat is het beleid?", ()),
        ("Geldt er een beslis- en vertrekmoratorium voor Russen?", (MORATORIUM, RUSSIA)),
    )
    put(store, {"vragen": asked})
    taken = take(store, read(TABLE.read_text("utf-8")))
    [now, _] = state(store, date(2023, 1, 18))
    events = [(str(one.day), one.kind, one.detail) for one in timeline(store, RUSSIA)]

    assert taken.counts == {"new": 4}
    assert (now.instrument.iri, now.group, now.since, now.until, now.certainty) == (
        MORATORIUM,
        "dienstplichtigen",
        date(2022, 6, 29),
        date(2023, 6, 29),
        1.0,
    )
    assert now.document == f"{iris.ID}doc/nl/kst-19637-3018"
    assert events == [
        ("2022-06-29", "decision", "introduce"),
        ("2022-06-29", "decision", "introduce"),
        ("2022-12-13", "decision", "extend"),
        ("2022-12-13", "decision", "extend"),
        ("2023-01-18", "question", ""),
        ("2023-03-31", "report", ""),
        ("2023-06-08", "decision", "amend"),
    ]
    assert [one for one in validate(store) if not one.warning] == []
    assert take(store, read(TABLE.read_text("utf-8"))).changed == 0
