from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING

import pytest

from tests.cli.conftest import runner
from tests.cli.policies import fill
from tests.loaders.odata import rows

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Run

TEN = [
    ("ah-tk-20302031-9042", "kg:receivedOn", "5 maart 2031", "Antwoord van Minister Duinhoven"),
    ("ah-tk-20302031-9042", "kg:onBehalfOf", "Minister van Buitenlandse Zaken", "mede namens de"),
    ("ah-tk-20302031-9042", "kg:answeredBy", "Duinhoven", "Antwoord van Minister"),
    ("kv-tk-2031Z00412", "dcterms:dateSubmitted", "22 januari 2031", "(ingezonden"),
    ("kv-tk-2031Z00412", "kg:addressedTo", "Minister van Asiel en Migratie", "aan de Minister van Asiel"),
    ("kv-tk-2031Z00412", "kg:askedBy", "Okkema", "Van der Lisse (Waterlijn) en Okkema (Dageraad)"),
    ("kv-tk-2031Z00412", "dcterms:title", "een besluit- en vertrekmoratorium voor Eritrea", "over een"),
    (
        "ah-tk-20302031-9007",
        "kg:delayReason",
        "omdat de benodigde informatie uit Eritrea",
        "kunnen niet binnen",
    ),
    (
        "id:question/nl/2031Z00412/4",
        "kg:text",
        "Deelt u de mening dat gedwongen inzet",
        "Zo nee, waarom niet?",
    ),
    ("kst-99001-14", "eli:date_document", "26 maart 2031", "Den Haag, 26 maart 2031"),
]


@pytest.mark.parametrize(("thing", "prop", "words", "around"), TEN)
def test_ten_facts_of_the_sample(ask: Run, thing: str, prop: str, words: str, around: str) -> None:
    [found] = json.loads(ask("why", thing, "--property", prop, "--format", "json").stdout).values()
    quoted = [one["context"][one["start"] : one["end"]] for one in found["passages"]]

    assert [quote for quote in quoted if words in quote], quoted
    assert any(around in one["context"] for one in found["passages"])
    assert all(one["files"] and one["document"] for one in found["passages"])


def test_the_words_are_underlined_in_their_sentence(ask: Run) -> None:
    told = ask("why", "ah-tk-20302031-9042", "--property", "kg:receivedOn").stdout.splitlines()
    at = next(place for place, line in enumerate(told) if "^" in line)
    start = told[at].index("^")

    assert told[at - 1][start : start + told[at].count("^")] == "5 maart 2031"
    assert "https://zoek.officielebekendmakingen.nl/ah-tk-20302031-9042.html" in told[1]
    assert told[2].endswith("3-antwoord.pdf, page 1")


def test_a_joined_fact_tells_its_ground(ask: Run) -> None:
    told = ask("why", "ah-tk-20302031-9042", "--property", "kg:repliesTo").stdout

    assert "kg:repliesTo id:doc/nl/kv-tk-2031Z00412\n    joined by earlier-reply, confidence 0.99" in told


def test_each_passage_is_told_once(ask: Run) -> None:
    [found] = json.loads(ask("why", "kst-99001-12", "--format", "json").stdout).values()
    places = [(one["document"], one["context"], one["start"]) for one in found["passages"]]

    assert places
    assert len(places) == len(set(places))


def test_without_the_file_the_graph_quotes_what_it_has(tmp_path: Path, sample: Path) -> None:
    folder, run = tmp_path / "files", runner(tmp_path / "store")
    shutil.copytree(sample, folder)
    run("load", folder)
    (folder / "3-antwoord.pdf").unlink()
    (folder / "1-vragen.pdf").write_bytes(b"another file")

    [answer] = json.loads(
        run("why", "ah-tk-20302031-9042", "--property", "kg:receivedOn", "--format", "json").stdout
    ).values()
    question = run("why", "id:question/nl/2031Z00412/7").stdout

    [passage] = answer["passages"]
    assert passage["context"][passage["start"] : passage["end"]] == "5 maart 2031"
    assert passage["context"].startswith("Antwoord van Minister Duinhoven")
    assert "Wordt op dit moment nog iemand gedwongen teruggestuurd naar Eritrea?" in question


def test_a_thing_that_only_a_number_tells_of_has_no_passage(ask: Run) -> None:
    assert "no passage: it follows from a number" in ask("why", "id:dossier/nl/99001").stdout


@pytest.fixture
def cases(tmp_path: Path) -> Run:
    file, run = tmp_path / "zaken.jsonl", runner(tmp_path / "store")
    file.write_bytes(
        rows.jsonl(rows.case(), rows.answer(), rows.case("2031Z00002", place=2), rows.tombstone(2))
    )
    assert run("load", file).exit_code == 0
    return run


@pytest.mark.parametrize(
    ("what", "called", "place"),
    [
        (["id:case/nl/2031Z00001"], "case 2031Z00001", "zaken.jsonl#2031Z00001@2031-03-05"),
        (["kv-tk-2031Z00001", "--property", "dcterms:title"], "case 2031Z00001", "#2031Z00001@2031-03-05"),
        (["id:actor/case-2031Z00001/asker/1"], "case 2031Z00001", "#2031Z00001@2031-03-05"),
        (["ah-tk-20302031-1234"], "document 2031D00007", "#2031D00007@2031-03-26"),
        (["id:case/nl/2031Z00002"], "case 2031Z00002", "taken out of the register on 2031-03-31T22:30:00Z"),
    ],
)
def test_a_fact_of_the_register_tells_its_row_in_words(
    cases: Run, what: list[str], called: str, place: str
) -> None:
    told = cases("why", *what).stdout

    assert f"  row of the register of the House: {called}, id 0f2a1c5e-" in told
    assert "    https://gegevensmagazijn.tweedekamer.nl/OData/v4/2.0/" in told
    assert place in told


def test_a_print_comes_before_a_row(cases: Run, tmp_path: Path) -> None:
    heading = "Vragen van het lid Wierdsma (PLP) aan de Minister van Asiel en Migratie over de veerpont"
    print_ = f"2031Z00001\n{heading} (ingezonden 4 maart 2031).\n\nVraag 1\nVaart de pont?\n"
    (tmp_path / "vragen.txt").write_text(print_, "utf-8")
    cases("load", tmp_path / "vragen.txt")
    fact = cases("why", "kv-tk-2031Z00001", "--property", "dcterms:title").stdout
    whole = cases("why", "kv-tk-2031Z00001").stdout

    assert "row of the register" not in fact
    assert "over de veerpont" in fact
    assert "row of the register of the House: case 2031Z00001" in whole


def test_what_is_not_there_is_told(ask: Run) -> None:
    result = ask("why", "kst-1-1")

    assert result.exit_code == 2
    assert "nothing in this store has this IRI" in result.stderr


@pytest.mark.corpus
def test_ten_facts_of_the_seed(corpus: Path, tmp_path: Path) -> None:
    """The seed has no case number, so its questions are found by what they say."""
    [file] = sorted((corpus / "seed").glob("*.txt"))
    text = " ".join(file.read_text("utf-8").split())
    run = runner(tmp_path / "store")
    run("load", file)
    query = """SELECT ?thing ?text { ?thing a ?c ; kg:text ?text
        FILTER(?c IN (kg:Question, kg:Note)) } ORDER BY ?thing"""
    rows = json.loads(run("query", query, "--limit", "10", "--format", "json").stdout)["results"]["bindings"]

    assert len(rows) == 10
    for row in rows:
        told = json.loads(run("why", row["thing"]["value"], "--format", "json").stdout)
        [passage, *_] = told[row["thing"]["value"]]["passages"]
        read = " ".join(passage["context"][passage["start"] : passage["end"]].split())
        assert read.replace(" ", "").startswith(row["text"]["value"].replace(" ", "")[:40])
        assert passage["context"] in text


@pytest.fixture(scope="module")
def policies(tmp_path_factory: pytest.TempPathFactory) -> Run:
    return runner(fill(tmp_path_factory.mktemp("policies") / "store"))


@pytest.mark.parametrize(
    "thing",
    [
        "id:measure/nl/besluitmoratorium/SDN/2031-01-02",
        "id:decision/nl/besluitmoratorium/SDN/2031-01-02/introduce",
    ],
)
def test_a_measure_and_a_decision_show_the_sentence_that_says_so(policies: Run, thing: str) -> None:
    told = policies("why", thing).stdout

    assert "id:doc/nl/kst-99002-5  https://zoek.officielebekendmakingen.nl/kst-99002-5.html\n" in told
    assert "Ik stel een besluit- en vertrekmoratorium in voor Sudanese dienstplichtigen" in told


def test_what_a_person_added_is_told_with_the_words_given(policies: Run) -> None:
    told = policies("why", "id:decision/nl/besluitmoratorium/SDN/2031-06-20/extend").stdout

    assert told.endswith("  added by a person: «Het moratorium wordt verlengd.»\n")


def test_a_report_of_the_sample_shows_the_sentence_that_speaks_of_it(ask: Run) -> None:
    events = json.loads(ask("timeline", "Eritrea", "--format", "json").stdout)
    report = next(one for one in events if one["kind"] == "report")

    told = ask("why", report["iri"]).stdout

    assert "ambtsbericht" in told
    assert "^^^^" in told
