from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING

import pytest

from tests.cli.conftest import runner

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
    ("kv-tk-2031Z00412", "dcterms:title", "een besluit- en vertrekmoratorium voor Velmarië", "over een"),
    (
        "ah-tk-20302031-9007",
        "kg:delayReason",
        "omdat de benodigde informatie uit Velmarië",
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
    assert "Wordt op dit moment nog iemand gedwongen teruggestuurd naar Velmarië?" in question


def test_a_thing_that_only_a_number_tells_of_has_no_passage(ask: Run) -> None:
    assert "no passage: it follows from a number" in ask("why", "id:dossier/nl/99001").stdout


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
