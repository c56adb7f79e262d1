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
    records = [json.loads(line) for line in result.stdout.splitlines()]

    assert result.exit_code == 0
    assert [record["kind"] for record in records] == [
        "written-questions",
        "delay-notice",
        "answer",
        "letter",
        "answer",
    ]
    asked, notice, answer, letter, by_letter = records
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
