from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Run


def test_the_sample_reads_as_it_was_written(run: Run, sample: Path) -> None:
    result = run("inspect", "--format", "jsonl", sample)
    records = [record for line in result.stdout.splitlines() if "kind" in (record := json.loads(line))]

    assert result.exit_code == 0
    assert [record["kind"] for record in records] == [
        "written-questions",
        "delay-notice",
        "answer",
        "letter",
        "answer",
        "motion",
        "letter",
        "answer",
        "letter",
        "written-questions",
    ]
    asked, notice, answer, letter, by_letter, motion, longer, second, ended, last = records
    assert asked["askers"] == [
        {"name": "Van der Lisse", "party": "Waterlijn"},
        {"name": "Okkema", "party": "Dageraad"},
    ]
    assert asked["addressees"] == ["Minister van Asiel en Migratie", "Minister van Buitenlandse Zaken"]
    assert asked["question_footnotes"] == {"1": [1], "2": [2], "3": [3], "6": [4]}
    assert (notice["case_number"], notice["received"]) == ("2031Z00412", "2031-02-12")
    assert answer["answers"] == [[1], [2, 3, 4], [5, 6, 7], [8]]
    assert answer["question_footnotes"]["6"] == [5]
    assert answer["answer_footnotes"] == {"2": [4], "3": [6]}
    assert answer["on_behalf_of"] == ["Minister van Buitenlandse Zaken"]
    assert letter["paper"] == {"dossier": "99001", "number": "14"}
    assert (by_letter["case_number"], by_letter["answers"]) == ("2031Z00977", [[1], [2, 3]])
    assert [paper["paper"]["number"] for paper in (motion, longer, ended)] == ["7", "16", "18"]
    assert last["submitted"] == "2032-02-10"
    assert second["askers"] == [{"name": "Okkema", "party": "Oeverpartij"}]


def test_source_is_the_path_as_given_and_order_is_that_of_the_input(run: Run, sample: Path) -> None:
    names = [str(sample / "4-brief.pdf"), str(sample / "1-vragen.pdf")]

    result = run("inspect", "--format", "jsonl", *names)

    assert [json.loads(line)["source"] for line in result.stdout.splitlines()] == names


def test_a_file_that_cannot_be_read_gives_its_line_and_exit_code_1(
    run: Run, sample: Path, tmp_path: Path
) -> None:
    empty = tmp_path / "empty.txt"
    empty.touch()

    result = run("inspect", "--format", "jsonl", empty, sample / "2-mededeling.txt")
    first, second = map(json.loads, result.stdout.splitlines())

    assert result.exit_code == 1
    assert (first["source"], first["error"]["code"]) == (str(empty), "empty")
    assert second["kind"] == "delay-notice"


def test_json_is_one_list(run: Run, sample: Path, tmp_path: Path) -> None:
    result = run("inspect", "--format", "json", sample / "1-vragen.pdf", tmp_path / "absent.pdf")

    assert [("kind" in item, "error" in item) for item in json.loads(result.stdout)] == [
        (True, False),
        (False, True),
    ]


def test_text_is_for_people(run: Run, sample: Path) -> None:
    result = run("inspect", sample / "3-antwoord.pdf")

    assert "on behalf of        Minister van Buitenlandse Zaken" in result.stdout
    assert "answers             1\n                      2-3-4\n" in result.stdout


def test_text_tells_decisions_and_reports_in_a_line_each(run: Run, sample: Path) -> None:
    told = run("inspect", sample / "4-brief.pdf").stdout

    assert (
        "  decisions           introduce besluitmoratorium, vertrekmoratorium, ERI, dienstplichtigen: "
        "decided 2031-03-26, from 2031-04-01, until 2031-09-30\n"
    ) in told
    assert "  reports             algemeen-ambtsbericht, ERI: dated 2031-02-28, on the period from " in told


def test_text_says_what_is_named_how_often_and_in_the_title(run: Run, tmp_path: Path) -> None:
    asked = tmp_path / "vragen.txt"
    asked.write_text(
        "Vragen van het lid Okkema (Oeverpartij) aan de Minister van Justitie en Veiligheid over Sudan "
        "(ingezonden 3 maart 2031).\nVraag 1\n"
        "Komt er een besluit- en vertrekmoratorium voor Sudan en Tsjaad?\n",
        "utf-8",
    )

    result = run("inspect", asked)

    assert (
        "names               Sudan (title, 2), besluitmoratorium (1), vertrekmoratorium (1), Tsjaad (1)"
        in (result.stdout)
    )


def test_standard_input_is_read(run: Run, sample: Path) -> None:
    result = run("inspect", "--format", "jsonl", "-", stdin=(sample / "1-vragen.pdf").read_bytes())

    record = json.loads(result.stdout)
    assert (record["source"], record["identifier"]) == ("-", "kv-tk-2031Z00412")


def test_text_of_a_document_cannot_steer_the_terminal(run: Run, sample: Path, tmp_path: Path) -> None:
    hostile = tmp_path / "hostile.txt"
    text = (sample / "2-mededeling.txt").read_text("utf-8").replace("Duinhoven", "Duin\x1b[2Jhoven")
    hostile.write_text(text, "utf-8")

    result = run("inspect", hostile)

    assert "kind                delay-notice" in result.stdout
    assert "\x1b" not in result.stdout


def test_a_reader_that_goes_away_ends_the_run_quietly(
    process: Callable[..., subprocess.Popen[bytes]], sample: Path
) -> None:
    running = process("inspect", *[sample / "1-vragen.pdf"] * 40)
    assert running.stdout is not None
    assert running.stderr is not None
    running.stdout.close()

    error = running.stderr.read()

    assert running.wait(60) == 141
    assert error == b""
