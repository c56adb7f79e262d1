"""What the pages say is run, and compared with what they show."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import kamergraaf

if TYPE_CHECKING:
    from graph.results import Result

ROOT = Path(__file__).parents[1]
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])


def the_query() -> str:
    """The query of the README, without the shell around it."""
    page = (ROOT / "README.md").read_text("utf-8")
    found = re.search(r"## One query.*?\$ kamergraaf query '(.*?)'\n", page, re.DOTALL)
    assert found
    return found[1]


def asked(documents: Path) -> Result:
    with kamergraaf.open(kamergraaf.MEMORY) as graph:
        graph.load(documents)
        return graph.query(the_query())


def test_sessions_are_what_the_commands_print() -> None:
    script = ROOT / "docs" / "build_sessions.py"
    done = subprocess.run([sys.executable, script, "--check"], capture_output=True, text=True, check=False)

    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_somewhere(page: Path) -> None:
    links = re.findall(r"\]\((?!https?:|#)([^)#\s]+)", page.read_text("utf-8"))

    assert [link for link in links if not (page.parent / link).exists()] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_make_targets_that_pages_name_exist(page: Path) -> None:
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))

    assert set(re.findall(r"(?:`|^    |^)make ([a-z-]+)", page.read_text("utf-8"), re.MULTILINE)) <= targets


def test_the_decisions_are_listed() -> None:
    folder = ROOT / "docs" / "decisions"
    listed = re.findall(r"\]\((\d{4}-[\w-]+\.md)\)", (folder / "README.md").read_text("utf-8"))

    assert listed == sorted(path.name for path in folder.glob("0*.md"))


@pytest.mark.corpus
def test_the_query_of_the_readme_on_the_first_real_question_set(corpus: Path) -> None:
    result = asked(corpus / "seed")
    rows = [dict(zip(result.variables, row, strict=True)) for row in result.values()]

    assert [row["number"] for row in rows] == ["1", "2", "3", "4", "5", "6", "7"]
    assert len({row["cited"] for row in rows} - {None}) == 3
    assert [row["paper"] for row in rows] == [None, None, "3018", None, None, None, None]
    assert {row["posts"] for row in rows} == {
        "Staatssecretaris van Justitie en Veiligheid | Minister van Buitenlandse Zaken"
    }
