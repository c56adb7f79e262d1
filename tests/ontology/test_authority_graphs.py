from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import pytest

from ontology import iris
from ontology.authority import AuthoritySet, Incumbency, Person, Seat
from ontology.authority_graphs import Contents, contents
from ontology.crosswalk import crosswalk
from tests.ontology.authorities import GUID, day, government, house


def text(made: Contents) -> str:
    return b"".join(content.nquads for content in made.graphs).decode()


def codes(made: Contents, name: str) -> list[str]:
    return [remark.code for remark in made.remarks[name]]


def register(**fields: Any) -> AuthoritySet:
    return replace(AuthoritySet("perioden", "Periods", day("2023-01-01")), **fields)


def test_one_person_has_one_iri_across_sets() -> None:
    found = crosswalk([government(), house()])

    assert found["packaged", "zandstra"].iri == found["tweedekamer", "4"].iri == iris.person_tk(f"{GUID}4")


def test_without_a_number_the_iri_is_name_and_year() -> None:
    found = crosswalk([government()])

    assert found["packaged", "okkema"].iri.endswith("/person/nl/ype-okkema-1960")
    assert found["packaged", "vlieland"].iri.endswith("/person/nl/bo-van-vlieland")


def test_two_people_with_one_birthday_apart_stay_two() -> None:
    other = register(persons=[Person("x", "Waard", forenames="Karel", birth_year=1970)])
    found = crosswalk([house(), other])

    assert found["perioden", "x"] is not found["tweedekamer", "1"]


def test_a_year_that_slips_does_not_make_a_second_person() -> None:
    other = register(
        persons=[Person("x", "Waard", forenames="Jette Klara", birth_year=1971)],
        seats=[Seat("x", "SP", day("2021-03-31"))],
    )

    assert len({id(cluster) for cluster in crosswalk([house(), other]).values()}) == 4


def test_an_id_given_to_two_people_is_used_for_neither() -> None:
    other = register(
        persons=[
            Person("x", "Vries", "An", "de", born=day("1950-01-01"), tk=f"{GUID}9"),
            Person("y", "Vries", "Ab", "de", born=day("1960-01-01"), tk=f"{GUID}9"),
        ]
    )
    found = crosswalk([other])

    assert found["perioden", "x"].iri.endswith("an-de-vries-1950")
    assert found["perioden", "y"].iri.endswith("ab-de-vries-1960")
    assert [remark.code for remark in other.remarks] == ["id-of-two-people"]


def test_no_triple_stands_in_two_graphs_and_order_does_not_matter() -> None:
    sets = [house(), government(), register(persons=house().persons, seats=house().seats)]
    made, turned = contents(sets), contents(sets[::-1])
    triples = [line.rsplit(" <", 1)[0] for line in text(made).splitlines()]

    assert len(triples) == len(set(triples))
    assert made.graphs == turned.graphs
    assert made.refs == turned.refs


def test_a_seat_is_told_once_and_a_day_of_difference_is_a_remark() -> None:
    other = register(
        persons=[Person("2", "Waard", forenames="Otto", birth_year=1980)],
        seats=[Seat("2", "CDA", day("2021-03-31"), day("2022-09-01"))],
    )
    first = register(
        persons=[Person("2", "Waard", forenames="Otto", birth_year=1980)],
        seats=[Seat("2", "CDA", day("2017-03-23"), day("2021-03-30"))],
    )

    assert text(contents([house(), other])).count("/membership/nl/cda/") == text(contents([house()])).count(
        "/membership/nl/cda/"
    )
    assert '"2017-03-23"' in text(contents([house(), first]))


def test_an_open_seat_ends_with_the_term_of_the_house() -> None:
    line = f"<{iris.membership(iris.group('sp'), iris.person_tk(f'{GUID}1'), '2021-03-31')}>"
    lines = [one for one in text(contents([house()])).splitlines() if one.startswith(line)]

    assert any("#validUntil" in one and '"2023-12-05"' in one for one in lines)
    assert any("#openOn" in one and '"2023-06-01"' in one for one in lines)


def test_overlaps_doubles_and_turned_periods_are_named() -> None:
    seats = [
        Seat("x", "SP", day("2021-03-31"), day("2022-03-01")),
        Seat("x", "SP", day("2021-03-31"), day("2022-03-01")),
        Seat("x", "CDA", day("2022-02-01"), day("2023-01-01")),
        Seat("x", "CDA", day("2023-02-01"), day("2022-01-01")),
    ]
    made = contents([register(persons=[Person("x", "Vries", birth_year=1950)], seats=seats)])

    assert codes(made, "perioden") == ["duplicate", "ends-before-it-begins", "overlap"]


@pytest.mark.parametrize("ends", [("2019-07-02", "2019-07-03"), ("2019-07-03", None, "2019-07-02")])
def test_a_seat_with_two_last_days_keeps_the_latest_and_names_the_others(
    ends: tuple[str | None, ...],
) -> None:
    seats = [Seat("x", "SP", day("2017-10-31"), day(end) if end else None) for end in ends]
    made = contents([register(persons=[Person("x", "Vries", birth_year=1950)], seats=seats)])
    told = [remark.text for remark in made.remarks["perioden"]]

    assert re.findall(r'#validUntil> "([\d-]+)"', text(made)) == ["2019-07-03"]
    assert codes(made, "perioden") == ["two-last-days"] * (len(ends) - 1)
    assert any("2019-07-02" in one for one in told)


def test_a_holding_of_a_post_has_one_last_day() -> None:
    post = "Minister van Justitie en Veiligheid"
    twice = [Incumbency("x", post, day("2018-01-01"), day(end)) for end in ("2019-01-01", "2019-02-01")]
    made = contents([register(persons=[Person("x", "Vries", birth_year=1950)], incumbencies=twice)])

    assert re.findall(r'#validUntil> "([\d-]+)"', text(made)) == ["2019-02-01"]


def test_a_day_of_hand_over_belongs_to_the_new_seat() -> None:
    seats = [
        Seat("x", "SP", day("2021-03-31"), day("2022-03-01")),
        Seat("x", "CDA", day("2022-03-01"), day("2023-01-01")),
    ]
    made = contents([register(persons=[Person("x", "Vries", birth_year=1950)], seats=seats)])

    assert '"2022-02-28"' in text(made)
    assert codes(made, "perioden") == []


def test_another_holder_of_a_post_is_left_out_and_named() -> None:
    post = "Minister van Justitie en Veiligheid"
    other = register(
        persons=[Person("x", "Vries", birth_year=1950)],
        incumbencies=[Incumbency("x", post, day("2018-01-01"), day("2019-01-01"))],
    )
    made = contents([government(), other])

    assert codes(made, "perioden") == ["other-holder"]
    assert "vries" not in text(made).split("/incumbency/", 1)[1].split("graph/auth/perioden")[0]


def test_a_newer_set_closes_a_holding_that_was_open() -> None:
    post = "Minister van Veiligheid en Justitie"
    newer = replace(
        register(
            persons=[Person("x", "Okkema", "Ype", "", birth_year=1960)],
            incumbencies=[Incumbency("x", post, day("2022-01-10"), day("2025-06-02"))],
        ),
        as_of=day("2026-01-01"),
    )
    lines = [line for line in text(contents([government(), newer])).splitlines() if "/2022-01-10>" in line]
    mine = [line for line in lines if "okkema" in line and "/incumbency/" in line]

    assert any('"2025-06-02"' in line for line in mine)
    assert not any("#openOn" in line for line in mine)
