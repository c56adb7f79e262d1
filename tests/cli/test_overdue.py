from __future__ import annotations

import csv
import json
from typing import TYPE_CHECKING

import pytest

from tests.cli.conftest import runner
from tests.loaders.odata import rows

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Run

ASKED = (
    "Vragen van het lid {who} (Waterlijn) aan de Minister van Asiel en Migratie "
    "over {what} (ingezonden {day})."
)
NOTICE = "Mededeling van Minister Duinhoven (Asiel en Migratie) (ontvangen {day})\n\n{words}"
ANSWER = (
    "Antwoord van Minister Duinhoven (Asiel en Migratie) (ontvangen {day})\n\n"
    "Vraag 1\nKlopt het?\n\nAntwoord 1\nJa."
)
DELAY = (
    "Deze vragen kunnen niet binnen de gebruikelijke termijn worden beantwoord, omdat afstemming nodig is."
)
LETTER = "Deze vragen zijn beantwoord middels een brief (99 001-77)."
GONE = "Op verzoek van het lid Vis zijn de schriftelijke vragen over de dijk ingetrokken."
SETS = {
    "2031Z00501": ("Bos", "het bos", "6 januari 2031"),
    "2031Z00502": ("Duin", "het duin", "6 januari 2031"),
    "2031Z00503": ("Veen", "het veen", "6 januari 2031"),
    "2031Z00504": ("Vis", "de dijk", "6 januari 2031"),
    "2031Z00505": ("Hei", "de hei", "6 januari 2031"),
}
REPLIES = {
    "2031Z00502": [("9102", NOTICE, "24 januari 2031", DELAY), ("9120", ANSWER, "18 februari 2031", "")],
    "2031Z00503": [("9103", NOTICE, "30 januari 2031", LETTER)],
    "2031Z00504": [("9104", NOTICE, "3 februari 2031", GONE)],
    "2031Z00505": [("9105", NOTICE, "24 januari 2031", DELAY)],
}
SUM = "submitted 2031-01-06 + 21 days = 2031-01-27"
LONGER = "notice received 2031-01-24: 2031-01-27 + 21 days = 2031-02-17"
DUE, DUE_LATER = "2031-01-27", "2031-02-17"
BY_LETTER = ("answered-by-letter", DUE, "3", [SUM, "answered by letter 2031-01-30: 3 days late"])
WITHDRAWN = ("withdrawn", DUE, "0", [SUM, "withdrawn 2031-02-03"])


def late(days: int, on: str) -> tuple[str, str, str, list[str]]:
    return "late", DUE, str(days), [SUM, f"no answer by {on}: {days} day{'s' if days > 1 else ''} late"]


def delayed(on: str) -> tuple[str, str, str, list[str]]:
    return "delayed", DUE_LATER, "0", [SUM, LONGER, f"no answer by {on}: the term runs"]


ANSWERED = ("answered-late", DUE_LATER, "1", [SUM, LONGER, "answer received 2031-02-18: 1 day late"])
EXPIRED = ("delay-expired", DUE_LATER, "12", [SUM, LONGER, "no answer by 2031-03-01: 12 days late"])
FIRST, SECOND, THIRD = "2031-01-28", "2031-02-10", "2031-03-01"
GOLDEN = {
    FIRST: (late(1, FIRST), delayed(FIRST), late(1, FIRST), late(1, FIRST), delayed(FIRST)),
    SECOND: (late(14, SECOND), delayed(SECOND), BY_LETTER, WITHDRAWN, delayed(SECOND)),
    THIRD: (late(33, THIRD), ANSWERED, BY_LETTER, WITHDRAWN, EXPIRED),
}
"""State, due date, days late and derivation of the five sets, in order, on three days."""


@pytest.fixture(scope="module")
def dossier(tmp_path_factory: pytest.TempPathFactory) -> Run:
    """Five sets: open, answered after a delay, answered by letter, withdrawn, and with an expired delay."""
    folder = tmp_path_factory.mktemp("dossier")
    for case, (who, what, day) in SETS.items():
        heading = ASKED.format(who=who, what=what, day=day)
        (folder / f"{case}.txt").write_text(f"{case}\n{heading}\n\nVraag 1\nKlopt het?\n", "utf-8")
        for number, form, came, words in REPLIES.get(case, []):
            # An official answer prints no case number: its heading has to lead to the set.
            shown = "" if form is ANSWER else f"{case}\n"
            text = f"AH {number}\n{shown}{heading}\n{form.format(day=came, words=words)}\n"
            (folder / f"{number}.txt").write_text(text, "utf-8")
    run = runner(tmp_path_factory.mktemp("store") / "store")
    loaded = run("load", folder)
    assert loaded.exit_code == 0, loaded.output
    return run


@pytest.mark.parametrize("on", GOLDEN)
def test_overdue_on_three_dates(dossier: Run, on: str) -> None:
    result = dossier("overdue", "--on", on, "--state", "all", "--derivation", "--format", "csv")
    rows = {row["case"]: row for row in csv.DictReader(result.stdout.splitlines())}

    assert result.exit_code == 0, result.output
    assert {
        case: (row["state"], row["due"], row["days late"], row["derivation"].split("; ")[:-1])
        for case, row in rows.items()
    } == dict(zip(SETS, GOLDEN[on], strict=True))


def test_only_what_is_due_is_shown_unless_more_is_asked_for(dossier: Run) -> None:
    shown = json.loads(dossier("overdue", "--on", "2031-03-01", "--format", "json").stdout)
    letters = json.loads(
        dossier("overdue", "--on", "2031-03-01", "--state", "answered-by-letter", "--format", "json").stdout
    )

    assert [(one["case"], one["state"]) for one in shown] == [
        ("2031Z00501", "late"),
        ("2031Z00505", "delay-expired"),
    ]
    assert letters[0]["ended"] == {
        "document": "https://w3id.org/kamergraaf/id/doc/nl/kst-99001-77",
        "day": "2031-01-30",
    }
    assert letters[0]["posts"] == ["Minister van Asiel en Migratie"]


def test_a_table_and_its_derivations(dossier: Run) -> None:
    told = dossier("overdue", "--on", "2031-03-01", "--derivation").stdout

    assert "id:doc/nl/kv-tk-2031Z00505" in told
    assert "    notice received 2031-01-24: 2031-01-27 + 21 days = 2031-02-17\n" in told
    assert "    recess is not modelled: no days are added for it\n" in told
    assert told.endswith("2 rows\n")


def test_sets_of_which_it_is_not_known_are_counted(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "zaken.jsonl"
    file.write_bytes(rows.jsonl(rows.case(), rows.case("2031Z00002", place=2, Afgedaan=True)))
    run("load", file)

    told = run("overdue", "--on", "2031-04-30")
    assert told.stdout.endswith("1 row\n")
    assert "1 more set is closed in the register" in told.stderr
    assert not run("overdue", "--on", "2031-04-30", "--state", "closed").stderr
    assert not run("overdue", "--on", "2031-03-01").stderr


@pytest.mark.parametrize("arguments", [[], ["--on", "gisteren"], ["--on", "2031-01-01", "--state", "lost"]])
def test_a_wrong_question_is_told(dossier: Run, arguments: list[str]) -> None:
    assert dossier("overdue", *arguments).exit_code == 2


def test_the_answer_of_the_sample_counts_though_it_prints_no_case_number(ask: Run) -> None:
    [row] = json.loads(ask("overdue", "--on", "2031-03-20", "--state", "all", "--format", "json").stdout)

    assert (row["case"], row["state"]) == ("2031Z00412", "answered-in-time")


def test_a_chart_of_reply_times(ask: Run, tmp_path: Path) -> None:
    file = tmp_path / "out" / "chart.svg"

    told = ask("chart", "reply-times", "--by", "party", "--out", file)
    first = file.read_bytes()
    ask("chart", "reply-times", "--by", "party", "--out", file)

    assert told.stdout == f"{file}: 3 groups, 3 answers counted\n"
    assert b"Waterlijn  (n = 1)" in first
    assert file.read_bytes() == first
