from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.cli.conftest import Run


def drawn(output: str) -> tuple[str, int, int]:
    """File, nodes and edges as `view` prints them."""
    found = re.fullmatch(r"(.+): (\d+) nodes, (\d+) edges\n", output)
    assert found, output
    return found[1], int(found[2]), int(found[3])


def test_a_page_around_a_question_set(ask: Run, tmp_path: Path) -> None:
    page = tmp_path / "new" / "page.html"

    result = ask("view", "kv-tk-2031Z00412", "--out", page)
    _, nodes, edges = drawn(result.stdout)

    assert result.exit_code == 0
    text = page.read_text("utf-8")
    assert "<h1>Vragen 2031Z00412</h1>" in text
    assert "Kamerstuk 99001 nr. 12" in text
    assert nodes > 20
    assert edges >= nodes - 1


def test_the_page_is_named_after_its_subject(
    ask: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    file, *_ = drawn(ask("view", "kst-99001-14").stdout)

    assert file == "kst-99001-14.html"
    assert Path(file).is_file()


def test_hops_and_limit_bound_the_network(ask: Run, tmp_path: Path) -> None:
    def nodes(*options: str) -> int:
        return drawn(ask("view", "kst-99001-14", *options, "--out", tmp_path / "p.html").stdout)[1]

    assert nodes("--hops", "0") == 1
    assert 1 < nodes("--hops", "1") < nodes("--hops", "3")
    assert nodes("--hops", "3", "--limit", "5") == 5


def test_what_a_limit_leaves_out_is_told(ask: Run, tmp_path: Path) -> None:
    result = ask("view", "kst-99001-14", "--limit", "5", "--out", tmp_path / "p.html")

    assert re.search(r"^left out: .*limit of 5", result.stderr)


@pytest.mark.parametrize(
    ("what", "starts"),
    [
        ("kv-tk-2031Z00412", 1),
        ("2031Z00412", 1),
        ("id:doc/nl/kst-99001-12", 1),
        ("https://w3id.org/kamergraaf/id/doc/nl/kst-99001-12", 1),
        ("https://www.omroep-horizon.example/nieuws/2031/01/17/eritreeers-vrezen-oproep", 1),
        ("https://zoek.officielebekendmakingen.nl/kst-99001-12.html", 1),
        ("Okkema", 4),
        ("lisse", 3),
        ("waterlijn", 1),
        ("Minister van Asiel en Migratie", 1),
    ],
)
def test_things_are_found_by_what_people_know_of_them(
    ask: Run, tmp_path: Path, what: str, starts: int
) -> None:
    _, nodes, _ = drawn(ask("view", what, "--hops", "0", "--out", tmp_path / "p.html").stdout)

    assert nodes == starts


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        ([], 2, "Say what to draw"),
        (["Nobody"], 2, "nothing in this store has this IRI, id, number, address or name"),
        (
            ["minister"],
            2,
            "several names fit: Minister van Asiel en Migratie, Minister van Binnenlandse Zaken",
        ),
        (["kst-99001-12", "--query", "overdue"], 2, "not both"),
        (["--query", "ASK { ?s ?p ?o }"], 5, "An ASK query has no nodes to draw"),
        (["x> } ; DROP ALL ; { <x"], 2, "nothing in this store"),
    ],
)
def test_what_cannot_be_drawn(ask: Run, arguments: list[str], code: int, told: str) -> None:
    result = ask("view", *arguments)

    assert (result.exit_code, result.stdout) == (code, "")
    assert told in result.stderr
    assert "Traceback" not in result.stderr


def test_a_page_around_the_answer_of_a_query(ask: Run, tmp_path: Path) -> None:
    page = tmp_path / "p.html"
    result = ask("view", "--query", "overdue", "--param", "on=2031-02-20", "--hops", "1", "--out", page)

    assert drawn(result.stdout)[1] > 10


def test_a_page_that_cannot_be_written(ask: Run, tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    result = ask("view", "kst-99001-12", "--out", tmp_path / "file" / "p.html")

    assert result.exit_code == 1
    assert f"{tmp_path / 'file'}: cannot be made" in result.stderr
