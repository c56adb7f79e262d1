"""Bad input of every kind that is known, in one load: each is named in the report, and the rest is loaded."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.cli.conftest import runner
from tests.loaders.odata import rows
from tests.loaders.readers.test_official_xml import BOMB, REACHING_OUT

if TYPE_CHECKING:
    from click.testing import Result

    from tests.cli.conftest import Run

SEAT = {
    "Persoon_id": 1,
    "Naam (Uit personen))": "Okkema",
    "Voornamen": "Ype",
    "Geboortejaar": 1990,
    "Fractie": "Dageraad",
    "Beginjaar": 2030,
    "Beginmaand": 1,
    "Begindag": 1,
    "Eindjaar": 2032,
    "Eindmaand": 1,
    "Einddag": 1,
}
ROWS = (
    rows.case("2031Z00001"),
    rows.tombstone(9),
    rows.case("2031Z00002", place=2, _actors={}),
    rows.case("2031Z00003", place=1, GewijzigdOp="2031-03-06T10:00:00+01:00"),
    rows.case("2031Z00004", place=4, GestartOp="2031-03-03T22:00:00Z"),
    rows.case("2031Z00005", place=5, Onderwerp="De veerpont te Zwinhoek De veerpont te Zwinhoek"),
    rows.expanded(number="2031Z00006", place=6),
    rows.case("2031Z00001", place=8, Onderwerp="De pont"),
)
NAMED = [
    ("#0f2a1c5e-0000-4000-8000-000000000009@", "taken out of the register"),
    ("#2031Z00002@", "remark no-actors"),
    ("#4: ", "left aside, the older Zaak of two with one id"),
    ("#8: ", "left aside, the older Zaak of two with one number"),
    ("#2031Z00004@", "remark date-moved"),
    ("#2031Z00005@", "remark title-twice"),
    ("#2031Z00006@", "remark two-dossiers"),
    ("reach.xml: not read: ", "[unsafe-xml]"),
    ("laughs.xml: not read: ", "[unsafe-xml]"),
    ("perioden: overlap: ", "Seat("),
]


@pytest.fixture(scope="module")
def load(tmp_path_factory: pytest.TempPathFactory) -> tuple[Run, Result]:
    folder = tmp_path_factory.mktemp("traps")
    (folder / "zaken.jsonl").write_bytes(rows.jsonl(*ROWS))
    (folder / "reach.xml").write_text(REACHING_OUT, "utf-8")
    (folder / "laughs.xml").write_text(BOMB, "utf-8")
    seats = [SEAT, SEAT | {"Beginjaar": 2031, "Eindjaar": 2033}]
    (folder / "perioden.json").write_text(json.dumps(seats), "utf-8")
    run = runner(tmp_path_factory.mktemp("store") / "store")
    return run, run("load", folder)


@pytest.mark.parametrize(("where", "what"), NAMED, ids=[what for _, what in NAMED])
def test_each_is_named_where_it_stands(load: tuple[Run, Result], where: str, what: str) -> None:
    lines = load[1].stderr.splitlines()

    assert [line for line in lines if where in line and what in line], "\n".join(lines)


def test_nothing_is_lost_and_the_load_goes_on(load: tuple[Run, Result]) -> None:
    run, result = load
    query = """SELECT ?number ?title ?day (COUNT(DISTINCT ?dossier) AS ?dossiers) {
        ?case a kg:Case ; dcterms:identifier ?number ; dcterms:title ?title ; kg:startedOn ?day
        OPTIONAL { ?case kg:inDossier ?dossier } } GROUP BY ?number ?title ?day ORDER BY ?number"""
    found = run("query", query, "--format", "csv").stdout.splitlines()[1:]
    pont = "De veerpont over de Polderwetering"

    assert result.exit_code == 1
    assert found[0].startswith("2031Z00001,De ")
    assert found[1:] == [
        f"2031Z00002,{pont},2031-03-04,0",
        f"2031Z00003,{pont},2031-03-04,0",
        f"2031Z00004,{pont},2031-03-04,0",
        "2031Z00005,De veerpont te Zwinhoek,2031-03-04,0",
        f"2031Z00006,{pont},2031-03-04,2",
    ]
    assert "Ype Okkema" in run("query", "members-of-group", "--param", "group=Dageraad",
                               "--param", "on=2032-06-01").stdout  # fmt: skip
