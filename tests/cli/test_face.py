from __future__ import annotations

import doctest
from datetime import date
from typing import TYPE_CHECKING

import pytest
from rdflib import RDF, URIRef

import kamergraaf
from kamergraaf import asking, names
from kamergraaf.errors import UsageError
from kamergraaf.settings import store_path

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from types import ModuleType

    from kamergraaf.knowledge_graph import KnowledgeGraph


@pytest.fixture(scope="module")
def graph() -> Iterator[KnowledgeGraph]:
    with kamergraaf.open(kamergraaf.MEMORY) as opened:
        opened.load(kamergraaf.SAMPLE)
        yield opened


@pytest.mark.parametrize("module", [kamergraaf, asking, names], ids=lambda module: module.__name__)
def test_the_examples_in_docstrings_hold(module: ModuleType) -> None:
    outcome = doctest.testmod(module)

    assert outcome.attempted > 0
    assert outcome.failed == 0


def test_a_query_takes_python_values(graph: KnowledgeGraph) -> None:
    [row] = graph.query("overdue", {"on": date(2031, 2, 20)}).values()
    [[number]] = graph.query(
        "SELECT ?q { ?q kg:questionNumber ?n MINUS { ?q kg:sameQuestionAs ?better } }", {"n": 8}
    ).values()

    assert row[3] == "delayed"
    assert number == "https://w3id.org/kamergraaf/id/question/nl/2031Z00412/8"


def test_rdflib_sees_the_same_data(graph: KnowledgeGraph) -> None:
    question, twice = (
        URIRef(f"https://w3id.org/kamergraaf/def#{name}") for name in ("Question", "sameQuestionAs")
    )
    questions = set(graph.rdflib.subjects(RDF.type, question))

    assert len(questions - set(graph.rdflib.subjects(twice, None))) == 18


def test_a_network_of_everything_and_of_one_thing(graph: KnowledgeGraph) -> None:
    whole = graph.network().graph
    part = graph.network("kst-99001-12", hops=1).graph

    assert set(part) < set(whole)


def test_a_start_and_a_query_do_not_go_together(graph: KnowledgeGraph) -> None:
    with pytest.raises(UsageError, match="not both"):
        graph.network("kst-99001-12", query="overdue")


def test_policies_by_name(graph: KnowledgeGraph) -> None:
    found = graph.timeline("vertrekmoratorium", countries=["Eritrea"])
    decided = [(event.detail, str(event.day)) for event in found if event.kind == "decision"]

    assert decided == [("introduce", "2031-03-26"), ("extend", "2031-09-17"), ("end", "2032-02-24")]
    assert [one.instrument.code for one in graph.state(date(2032, 1, 1))] == [
        "besluitmoratorium",
        "vertrekmoratorium",
    ]


def test_a_graph_on_disk_is_there_again(tmp_path: Path) -> None:
    with kamergraaf.open(tmp_path / "store") as first:
        report = first.load(kamergraaf.SAMPLE / "1-vragen.pdf", kamergraaf.SAMPLE / "4-brief.pdf")
    with kamergraaf.open(tmp_path / "store", read_only=True) as second:
        count = len(second.store)

    assert report.added == 2
    assert count > report.triples


def test_where_the_store_lies(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KAMERGRAAF_STORE", str(tmp_path / "named"))
    by_variable = store_path()
    by_option = store_path(tmp_path / "given")
    monkeypatch.delenv("KAMERGRAAF_STORE")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))

    assert (by_option, by_variable) == (tmp_path / "given", tmp_path / "named")
    assert store_path().parts[-2:] == ("kamergraaf", "store")
