from __future__ import annotations

import csv
import json
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from loaders import authority
from loaders.authority import Gathering, packaged, recognise
from loaders.authority.rows import day, json_rows
from ontology import vocabulary
from ontology.authority import AuthoritySet

GUID = "00000000-0000-4000-8000-00000000000"
PERSON = {
    "Id": f"{GUID}1",
    "Achternaam": "Waard",
    "Tussenvoegsel": "van",
    "Roepnaam": "Jette",
    "Initialen": "J.",
}


def read(*files: object) -> AuthoritySet:
    gathering = Gathering()
    for at, file in enumerate(files):
        data = file if isinstance(file, bytes) else json.dumps(file).encode()
        assert gathering.take(f"file-{at}", data)
    [edition] = gathering.sets()
    return edition.content


def codes(one: AuthoritySet) -> list[str]:
    return sorted(remark.code for remark in one.remarks)


def openkamer(model: str, pk: int, **fields: object) -> dict[str, object]:
    return {"model": model, "pk": pk, "fields": fields}


WAARD = openkamer(
    "person.person",
    1,
    forename="Jette",
    surname="Waard",
    surname_prefix="van",
    birthdate="1970-01-01",
    tk_id="",
)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"Vragen van het lid Waard",
        b'{"value": [{"Id": "1", "Soort": "Schriftelijke vragen", "Persoon": {"Id": "2"}}]}',
        b"naam,waarde\n1,2\n",
    ],
)
def test_other_files_are_not_taken_for_registers(data: bytes) -> None:
    assert recognise(data) is None


def test_seats_of_openkamer_take_the_group_of_the_time() -> None:
    rows = [
        WAARD,
        openkamer("parliament.politicalparty", 7, name="Partij van de Arbeid", name_short="PvdA"),
        openkamer("parliament.politicalparty", 8, name="DENK", name_short="DENK"),
        openkamer("parliament.partymember", 1, person=1, party=7, joined=None, left="2014-11-14"),
        openkamer("parliament.partymember", 2, person=1, party=8, joined="2015-02-09", left=None),
        openkamer("parliament.parliamentmember", 1, person=1, joined="2012-09-20", left="2014-11-14"),
        openkamer("parliament.parliamentmember", 2, person=1, joined="2017-03-23", left=None),
        openkamer("parliament.parliamentmember", 3, person=99, joined="2017-03-23", left=None),
        openkamer("parliament.parliamentmember", 4, person=1, joined=None, left=None),
    ]
    one = read(rows)

    assert [(seat.group, seat.start.year) for seat in one.seats] == [("PvdA", 2012), ("DENK", 2017)]
    assert codes(one) == ["no-date", "unknown-person"]


def test_governments_of_openkamer_give_posts_and_the_day_of_hand_over_to_the_new_holder() -> None:
    rows = [
        WAARD,
        openkamer(
            "government.government",
            1,
            name="Kabinet-X",
            date_formed="2012-11-05",
            date_dissolved="2017-10-26",
        ),
        openkamer("government.ministry", 2, name="financiën", government=1),
        openkamer(
            "government.governmentposition", 3, position="MIN", ministry=2, government=1, extra_info=""
        ),
        openkamer(
            "government.governmentposition", 4, position="MWP", ministry=None, government=1, extra_info="zzz"
        ),
        openkamer(
            "government.governmentmember",
            5,
            person=1,
            position=3,
            start_date="2012-11-05",
            end_date="2017-10-26",
        ),
        openkamer(
            "government.governmentmember", 6, person=1, position=4, start_date="2012-11-05", end_date=None
        ),
    ]
    one = read(rows[:3], rows[3:])
    [held] = one.incumbencies

    assert (held.post, held.end) == ("Minister van Financiën", date(2017, 10, 25))
    assert [(cabinet.name, cabinet.end) for cabinet in one.cabinets] == [("X", date(2017, 10, 25))]
    assert codes(one) == ["unknown-post"]


def test_periods_without_dates_are_named_and_the_rest_is_read() -> None:
    row = {"Persoon_id": 1, "Naam (Uit personen))": "Waard", "Voornamen": "Jette", "Geboortejaar": 1970}
    begin = {"Beginjaar": 2012, "Beginmaand": 9, "Begindag": 20}
    open_ = {"Eindjaar": "", "Eindmaand": "", "Einddag": ""}
    rows = [
        {**row, **begin, **open_, "Fractie": "lid Brinkman (ex-PVV)"},
        {**row, **begin, "Begindag": "", **open_, "Fractie": "SP"},
        {**row, **begin, "Eindjaar": 2013, "Eindmaand": 13, "Einddag": 1, "Fractie": "SP"},
        {**row, **begin, **open_, "Fractie": ""},
        {**begin, **open_, "Fractie": "SP"},
        "no object",
    ]
    one = read(rows)

    assert [seat.group for seat in one.seats] == ["Lid Brinkman"]
    assert codes(one) == ["no-date", "no-date", "no-group", "no-person", "unreadable"]


def test_rows_of_the_house_with_tombstones_doubles_and_lost_links() -> None:
    seat = {"Id": "s1", "Functie": "Lid", "Van": "2023-12-05T23:00:00Z", "TotEnMet": None}
    newer = {**PERSON, "Roepnaam": "Jet", "ApiGewijzigdOp": "2025-01-01T00:00:00Z"}
    fractie = {"Id": f"{GUID}7", "Afkorting": "SP", "NaamNL": "Socialistische Partij", "AantalZetels": 5}
    one = read(
        [PERSON, newer, {"Id": "dead", "Achternaam": None, "Verwijderd": True}],
        {"value": [fractie]},
        [
            {**seat, "Persoon_Id": f"{GUID}1", "FractieZetel": {"Fractie_Id": f"{GUID}7"}},
            {**seat, "Id": "s2"},
            {**seat, "Id": "s3", "Persoon_Id": f"{GUID}9", "Fractie_Id": f"{GUID}7"},
        ],
    )

    assert [person.given for person in one.persons] == ["Jet"]
    assert [(seat.group, seat.start) for seat in one.seats] == [("SP", date(2023, 12, 6))]
    assert codes(one) == ["duplicate", "no-link", "removed", "unknown-person"]


def test_a_list_with_days_of_service_tells_on_which_day_it_was_made() -> None:
    made = date(2021, 5, 27)
    since = {"2021-03-31": 6, "2017-03-23": 4, "2012-09-20": 2}
    rows = [
        {
            "naam": f"Lid{start[:4]} van Naam{number}",
            "partij": "SP",
            "anc": (made - date.fromisoformat(start)).days,
        }
        for start, count in since.items()
        for number in range(count)
    ]
    late = {"naam": "Laat Komer", "partij": "SP", "anc": 9}
    one = read([*rows, late])

    assert one.as_of == made
    assert {seat.start for seat in one.seats} == {date(2021, 3, 31), made}
    assert read([late]).seats == []


def test_lists_as_csv() -> None:
    members = read(b"Naam, Fractie\nVan Waard, SP\nJette Vries, CU\n,\n")
    table = read(
        b"cabinet_name,cabinet_name_parlementcom,start_date,end_date\n"
        b"A I,A,1950-01-01,1950-05-01\nA II,A,1950-05-02,\n"
    )

    assert [(p.given, p.particle, p.surname, p.group) for p in members.persons] == [
        ("", "Van", "Waard", "SP"),
        ("Jette", "", "Vries", "ChristenUnie"),
    ]
    assert [(cabinet.name, cabinet.end) for cabinet in table.cabinets] == [("A", None)]


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("2023-12-06", date(2023, 12, 6)),
        ("2023-12-06T00:00:00+01:00", date(2023, 12, 6)),
        ("2023-12-06T00:00:00+02:00", date(2023, 12, 6)),
        ("2023-06-05T22:00:00Z", date(2023, 6, 6)),
        ("2023-13-06", None),
        ("", None),
    ],
)
def test_days_survive_odd_offsets(printed: str, expected: date | None) -> None:
    assert day(printed) == expected


def test_damaged_json_is_named_not_raised() -> None:
    rows, faults = json_rows(b'{"Id": "1"}\n{"Id": \n[1]\n')

    assert rows == [{"Id": "1"}]
    assert [where for where, _ in faults] == ["line 2", "row 2"]


def test_the_packaged_table_is_consistent() -> None:
    one = packaged().content
    keys = {person.key for person in one.persons}

    assert {held.person for held in one.incumbencies} == keys
    assert {step.relation for step in one.successions} == {"renamed", "succeeds"}
    assert all(held.end is None or held.start <= held.end for held in one.incumbencies)
    assert all(vocabulary.post(held.post).ministry for held in one.incumbencies)
    assert all(vocabulary.post(held.post).label == held.post for held in one.incumbencies)
    assert all(one.as_of and held.start <= one.as_of for held in one.incumbencies)


def test_a_minister_is_alone_in_a_post_of_the_packaged_table() -> None:
    held = sorted(packaged().content.incumbencies, key=lambda one: (one.post, one.start))
    pairs = [(a, b) for a, b in pairwise(held) if a.post == b.post and a.post.startswith("Min")]

    assert [(a, b) for a, b in pairs if a.end is None or a.end >= b.start] == []


@pytest.mark.corpus
def test_every_register_of_the_corpus_is_read(corpus: Path) -> None:
    gathering = Gathering()
    taken = [
        path.name
        for path in sorted((corpus / "people").iterdir())
        if gathering.take(path.name, path.read_bytes())
    ]

    assert len(taken) == len(list((corpus / "people").iterdir()))
    assert sum(len(edition.content.seats) for edition in gathering.sets()) > 9000


def test_each_day_of_the_packaged_table_says_what_confirms_it() -> None:
    with (Path(authority.__file__).parent / "data" / "holders.csv").open(
        encoding="utf-8", newline=""
    ) as table:
        rows = list(csv.DictReader(table))

    assert {row["start_by"] for row in rows} == {"openkamer", "cases", "knowledge"}
    assert all(bool(row["end"]) == bool(row["end_by"]) for row in rows)
    assert sum(row["start_by"] == "knowledge" for row in rows) < len(rows) / 10
