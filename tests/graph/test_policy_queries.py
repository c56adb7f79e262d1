from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from graph.load import load
from graph.policies import settle
from graph.queries import get
from graph.store import open_store
from graph.store.terms import bind
from ontology import iris
from ontology.records import NamedPerson, Span
from tests.graph import made
from tests.graph.letters import MORATORIUM, russian_story
from tests.ontology.samples import order

if TYPE_CHECKING:
    from graph.store.oxigraph import OxigraphStore
    from ontology.records import Record

DOC, ASKED = f"{iris.ID}doc/nl/", f"{iris.ID}question/nl/2023Z00001/"
DECIDED, MEASURE = f"{iris.ID}decision/nl/besluitmoratorium/", f"{iris.ID}measure/nl/"
PAGE = "https://zoek.officielebekendmakingen.nl/kst-19637-"
SECRETARY = "Staatssecretaris van Justitie en Veiligheid"
PROMISE = "Ik zal uw Kamer daarover in dat kwartaal berichten."
CLAIM = "Sudan is niet veilig."
COMMITMENT = iris.commitment("kst-19637-4001", PROMISE)
CONSCRIPTS = "dienstplichtigen"

ANSWERS: list[tuple[str, dict[str, str], list[tuple[str | None, ...]]]] = [
    ("report-questions", {"country": "RUS"}, [
        (f"{DOC}kv-tk-2023Z00001", "2", "Kent u het ambtsbericht?", None, None, None),
    ]),
    ("report-questions", {"country": "SDN"}, []),
    ("policy-timeline", {"instrument": "besluitmoratorium"}, [
        ("2022-06-29", "introduce", "RUS", CONSCRIPTS, None, "2022-12-29", f"{DOC}kst-19637-2909",
         f"{PAGE}2909.html", f"{DECIDED}RUS/dienstplichtigen/2022-06-29/introduce"),
        ("2022-12-13", "extend", "RUS", CONSCRIPTS, None, "2023-06-29", f"{DOC}kst-19637-3018",
         f"{PAGE}3018.html", f"{DECIDED}RUS/dienstplichtigen/2022-12-13/extend"),
        ("2023-06-08", "end", "RUS", CONSCRIPTS, None, None, f"{DOC}kst-19637-3118",
         f"{PAGE}3118.html", f"{DECIDED}RUS/2023-06-08/end"),
        ("2025-03-03", "extend", "SDN", None, None, "2025-09-01", f"{DOC}kst-19637-4001",
         f"{PAGE}4001.html", f"{DECIDED}SDN/2025-03-03/extend"),
    ]),
    ("policy-timeline", {"instrument": "besluitmoratorium", "country": "SYR"}, []),
    ("in-force", {"on": "2023-01-18"}, [
        ("besluitmoratorium", "Rusland", CONSCRIPTS, "2022-06-29", "2023-06-08",
         f"{MEASURE}besluitmoratorium/RUS/dienstplichtigen/2022-06-29"),
        ("vertrekmoratorium", "Rusland", CONSCRIPTS, "2022-06-29", "2023-06-08",
         f"{MEASURE}vertrekmoratorium/RUS/dienstplichtigen/2022-06-29"),
    ]),
    ("in-force", {"on": "2025-09-01"}, [
        ("landgebonden asielbeleid", "Rusland", None, "2023-06-08", None,
         f"{MEASURE}landgebonden-asielbeleid/RUS/2023-06-08"),
        ("besluitmoratorium", "Sudan", None, "2025-03-03", "2025-09-01",
         f"{MEASURE}besluitmoratorium/SDN/2025-03-03"),
    ]),
    ("questions-between", {"country": "RUS"}, [
        ("2023-03-31", "2023-04-20", "2023-06-08", f"{DOC}kv-tk-2023Z00009", "het beleid voor Rusland",
         f"{iris.ID}report/nl/ambtsbericht/RUS/2023-03-31", f"{DECIDED}RUS/2023-06-08/end"),
        ("2023-03-31", "2023-04-20", "2023-06-08", f"{DOC}kv-tk-2023Z00009", "het beleid voor Rusland",
         f"{iris.ID}report/nl/ambtsbericht/RUS/2023-03-31",
         f"{DECIDED}RUS/2023-06-08/end".replace("besluitmoratorium/RUS/2023-06-08/end",
                                                "landgebonden-asielbeleid/RUS/2023-06-08/amend")),
        ("2023-03-31", "2023-04-20", "2023-06-08", f"{DOC}kv-tk-2023Z00009", "het beleid voor Rusland",
         f"{iris.ID}report/nl/ambtsbericht/RUS/2023-03-31",
         f"{DECIDED}RUS/2023-06-08/end".replace("besluitmoratorium", "vertrekmoratorium")),
    ]),
    ("commitments", {"on": "2025-05-01"}, [
        ("2025-03-03", "open", "2025-06-30", None, None, SECRETARY, PROMISE, f"{DOC}kst-19637-4001",
         COMMITMENT),
    ]),
    ("commitments", {"on": "2025-07-01"}, [
        ("2025-03-03", "late", "2025-06-30", None, None, SECRETARY, PROMISE, f"{DOC}kst-19637-4001",
         COMMITMENT),
    ]),
    ("commitments", {"on": "2025-03-02"}, []),
    ("claims", {"country": "SDN"}, [
        ("2025-03-03", SECRETARY, CLAIM, f"{DOC}kst-19637-4001", str(order().snapshot.text.index(CLAIM)),
         order().snapshot.sha256, iris.claim("kst-19637-4001", CLAIM)),
    ]),
    ("motion-chain", {}, [
        ("2022-11-01", f"{DOC}kst-19637-3001", None, f"{DOC}kst-19637-3018", "2022-12-13", "0.6",
         f"{DECIDED}RUS/dienstplichtigen/2022-12-13/extend"),
        ("2022-11-01", f"{DOC}kst-19637-3001", None, f"{DOC}kst-19637-3018", "2022-12-13", "0.6",
         f"{DECIDED}RUS/dienstplichtigen/2022-12-13/extend".replace("besluit", "vertrek")),
    ]),
    ("motion-chain", {"country": "SDN"}, []),
    ("chain", {"document": f"{DOC}kst-19637-4001"}, [
        ("2025-03-03", "0", f"{DECIDED}SDN/2025-03-03/extend", "recordedIn", f"{DOC}kst-19637-4001",
         "2025-03-03", None, None, None),
    ]),
    ("chain", {"document": f"{DOC}kv-tk-2023Z00009"}, []),
    ("persons-named", {"called": "waard"}, [
        (f"{DOC}kst-19637-4001", f"{DOC}kst-19637-4001", str(order().snapshot.text.index(CLAIM)),
         "Van Waard", "lid", "SP", None, None),
    ]),
    ("persons-named", {"called": "Okkema"}, []),
    ("mentions-of", {"concept": MORATORIUM}, [
        (f"{DOC}kst-19637-3001", f"{DOC}kst-19637-3001", "0",
         "verzoekt de regering het moratorium voor Russen te verlengen"),
        (f"{DOC}kst-19637-4001", f"{DOC}kst-19637-4001",
         str(order().snapshot.text.index("besluitmoratorium")), "besluitmoratorium"),
        (f"{DOC}kv-tk-2023Z00001", f"{ASKED}1", "101", "Loopt het moratorium af?"),
    ]),
]  # fmt: skip


def naming(record: Record) -> Record:
    """The record with a member whom its text names."""
    start = record.snapshot.text.index(CLAIM)
    return replace(record, persons=(NamedPerson("Van Waard", "lid", "SP", Span(start, start + len(CLAIM))),))


@pytest.fixture(scope="module")
def store() -> Iterator[OxigraphStore]:
    with open_store() as opened:
        records = {one.snapshot.sha256: one for one in (*russian_story(), naming(order()))}
        load(opened, made.arrivals(records), version="1", clock=lambda: datetime(2030, 5, 1, tzinfo=UTC))
        settle(opened)
        yield opened


@pytest.mark.parametrize(("name", "given", "rows"), ANSWERS)
def test_answers(
    store: OxigraphStore, name: str, given: dict[str, str], rows: list[tuple[str | None, ...]]
) -> None:
    query = get(name)

    assert store.query(query.sparql, query.bind(given)).values() == rows


@pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")
@pytest.mark.parametrize(("name", "given", "rows"), ANSWERS)
def test_rdflib_agrees(
    store: OxigraphStore, name: str, given: dict[str, str], rows: list[tuple[str | None, ...]]
) -> None:
    import rdflib  # noqa: PLC0415 - slow to import

    query = get(name)
    plain = rdflib.Dataset(default_union=True)
    plain.parse(data=b"".join(store.lines()), format="nquads")
    found = plain.query(bind(query.sparql, query.bind(given)))
    told = [tuple(str(row[v]) if v in row else None for v in found.vars or ()) for row in found.bindings]

    assert sorted(map(repr, told)) == sorted(map(repr, rows))


def test_a_decision_is_proved_by_the_passage_that_states_it(store: OxigraphStore) -> None:
    query = get("proof")
    thing = f"{DECIDED}RUS/dienstplichtigen/2022-12-13/extend"
    [row] = store.query(query.sparql, query.bind({"thing": thing})).values()

    assert row[0] == iris.policy_graph("kst-19637-3018")
    assert row[3] == "Ik verleng het."
