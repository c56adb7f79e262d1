from __future__ import annotations

import subprocess
import sys
import tomllib
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import kamergraaf
from graph.curated import read, take
from graph.policies import state, timeline
from graph.queries import all_queries
from kamergraaf.knowledge_graph import KnowledgeGraph
from ontology import iris

ROOT = Path(__file__).parents[2]
QUESTIONS: list[dict[str, Any]] = tomllib.loads(
    (ROOT / "docs" / "samples" / "competency.toml").read_text("utf-8")
)["question"]
RUSSIA = ROOT / "tests" / "cases" / "curation" / "russia.csv"
RUSSIAN = f"{iris.COUNTRY}RUS"
REAL = ("seed", "pdf", "docx", "op-xml", "people")


@pytest.fixture(scope="module")
def sample() -> Iterator[KnowledgeGraph]:
    with kamergraaf.open(kamergraaf.MEMORY) as graph:
        graph.load(ROOT / "kamergraaf" / "sample")
        yield graph


@pytest.fixture(scope="module")
def real(corpus: Path) -> Iterator[KnowledgeGraph]:
    with kamergraaf.open(kamergraaf.MEMORY) as graph:
        graph.load(*(corpus / part for part in REAL))
        take(graph.store, read(RUSSIA.read_text("utf-8")))
        yield graph


def test_there_are_fifteen_each_with_a_query() -> None:
    assert [one["number"] for one in QUESTIONS] == list(range(1, 16))
    assert {one["query"] for one in QUESTIONS} <= all_queries().keys()


@pytest.mark.parametrize("one", QUESTIONS, ids=lambda one: one["query"])
def test_each_has_an_answer_in_the_sample(sample: KnowledgeGraph, one: dict[str, Any]) -> None:
    assert sample.query(one["query"], one["sample"]).rows


def moratorium(graph: KnowledgeGraph) -> list[str]:
    """Questions of the set on Russia that concern a moratorium there."""
    asked = """SELECT DISTINCT ?q { ?q a kg:Question ; kg:concerns instrument:vertrekmoratorium ;
        kg:concernsCountry country:RUS } ORDER BY ?q"""
    return [row[0] or "" for row in graph.query(asked).values()]


@pytest.mark.corpus
def test_the_questions_on_russia_stand_in_their_time(real: KnowledgeGraph) -> None:
    now = [(one.instrument.code, one.until) for one in state(real.store, date(2023, 1, 18))]
    events = [(str(one.day), one.kind) for one in timeline(real.store, RUSSIAN)]
    around = [one for one in events if "2022-06-01" <= one[0] <= "2023-06-30"]

    assert now == [("besluitmoratorium", date(2023, 6, 29)), ("vertrekmoratorium", date(2023, 6, 29))]
    assert [one.rpartition("/")[2] for one in moratorium(real)] == ["7"]
    assert [one for one in around if one[1] in {"decision", "report"} or one[0] == "2023-01-18"] == [
        ("2022-06-29", "decision"),
        ("2022-06-29", "decision"),
        ("2022-12-13", "decision"),
        ("2022-12-13", "decision"),
        ("2023-01-18", "question"),
        ("2023-03-31", "report"),
        ("2023-06-08", "decision"),
    ]


@pytest.mark.corpus
@pytest.mark.parametrize("one", QUESTIONS, ids=lambda one: one["query"])
def test_each_has_an_answer_in_real_documents(real: KnowledgeGraph, one: dict[str, Any]) -> None:
    given = dict(one["corpus"])
    if "thing" in given:
        given["thing"] = moratorium(real)[0]
    rows = real.query(one["query"], given).rows

    assert bool(rows) != bool(one.get("lacking")), one.get("lacking")
    if not rows:
        sys.stdout.write(f"{one['query']}: no rows, because {one['lacking']}\n")


def test_the_page_is_what_the_queries_print() -> None:
    script = ROOT / "docs" / "build_competency.py"
    done = subprocess.run([sys.executable, script, "--check"], capture_output=True, text=True, check=False)

    assert (done.returncode, done.stderr) == (0, "")
