"""Cases of a register in the store: what holds when rows, prints and tombstones meet."""

from __future__ import annotations

import io
import itertools
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from graph.load import load
from graph.loading import commit
from graph.loading.reading import Arrival
from graph.report import Report
from graph.store import open_store
from graph.store.oxigraph import OxigraphStore
from graph.validate import validate
from loaders.odata.pages import HEAD
from loaders.sources.odata import row_arrivals
from ontology import iris
from ontology.iris import PROV_GRAPH
from ontology.records import Failure, Skip
from ontology.terms import PREFIXES
from tests.graph import made
from tests.loaders.odata import rows

PRINT = made.CASE
HEADS = "".join(f"PREFIX {name}: <{iri}>\n" for name, iri in PREFIXES.items())


def arrivals(data: bytes, source: str) -> Iterable[Arrival | Skip]:
    stream = io.BytesIO(data)
    for found in row_arrivals(stream.read(HEAD), stream, source):
        if isinstance(found, Skip):
            yield found
        elif isinstance(found, Failure):
            yield Arrival(found.source, "", lambda found=found: found)  # type: ignore[misc]  # mypy knows no defaults of lambdas
        else:
            yield Arrival(found.source, found.sha256, found.read)


def put(store: OxigraphStore, *files: tuple[str, bytes]) -> Report:
    return load(store, itertools.chain(*(arrivals(data, name) for name, data in files)), version="1")


def dump(store: OxigraphStore) -> bytes:
    out = io.BytesIO()
    store.dump(out, without={PROV_GRAPH})
    return out.getvalue()


def values(store: OxigraphStore, pattern: str) -> list[list[str | None]]:
    return [list(row) for row in store.query(f"{HEADS}SELECT * WHERE {{ {pattern} }}").values()]


def one(pattern: str, *files: tuple[str, bytes]) -> list[list[str | None]]:
    store = open_store()
    put(store, *files)
    return values(store, pattern)


def test_a_case_alone_is_a_question_set() -> None:
    store = open_store()
    put(store, ("a", rows.jsonl(rows.case())))

    asked = "?case kg:questionSet ?set . ?set kg:replyDue ?due ; kg:askedBy/foaf:name ?name"
    assert len(values(store, asked)) == 3
    assert validate(store) == []


def test_each_triple_stands_in_one_graph() -> None:
    store = open_store()
    put(store, ("a", rows.jsonl(rows.expanded(), rows.tombstone(4), rows.case("2031Z00002", place=2))))
    triples = [str(quad.triple) for graph in store.graphs() for quad in store.quads(graph)]

    assert len(triples) == len(set(triples))


def test_rows_that_are_known_are_not_read_again() -> None:
    store = open_store()
    data = rows.jsonl(rows.case(), rows.case(), rows.case("2031Z00002", place=2))
    first, second = put(store, ("a", data)), put(store, ("a", data))

    assert (first.added, first.unchanged) == (2, 1)
    assert (second.added, second.unchanged, second.wrote) == (0, 3, False)


OLD = rows.case(Afgedaan=False)
NEW = rows.case(Afgedaan=True, Onderwerp="De brug", GewijzigdOp="2031-06-01T00:00:00+02:00")


@pytest.mark.parametrize("order", [(OLD, NEW), (NEW, OLD)])
@pytest.mark.parametrize("split", [True, False])
def test_the_newest_row_of_a_case_holds(order: tuple[dict[str, Any], ...], split: bool) -> None:
    files = (
        [(f"{place}", rows.jsonl(row)) for place, row in enumerate(order)]
        if split
        else [("a", rows.jsonl(*order))]
    )

    assert one("?case kg:closed ?closed ; dcterms:title ?title", *files)[0][1:] == ["true", "De brug"]


def flat(**changes: Any) -> dict[str, Any]:
    row = rows.case(**changes)
    del row["_actors"]
    return row


def test_order_and_number_of_loads_never_matter() -> None:
    files = [
        ("named", rows.jsonl(rows.case())),
        ("flat", rows.page(flat(Afgedaan=True, GewijzigdOp="2031-07-01T00:00:00+02:00"))),
        ("expanded", rows.jsonl(rows.expanded(GewijzigdOp="2031-02-01T00:00:00+01:00"))),
        ("gone", rows.jsonl(rows.tombstone())),
        ("answer", rows.jsonl(rows.answer())),
    ]
    found = set()
    for order in itertools.islice(itertools.permutations(files), 0, None, 11):
        at_once, one_by_one = open_store(), open_store()
        put(at_once, *order)
        for file in order:
            put(one_by_one, file)
        found |= {dump(at_once), dump(one_by_one)}

    (only,) = found
    assert b'kg:closed "true"'.replace(b"kg:", b"def#") in only.replace(b'> "', b' "')
    assert b"Hidde Zwart" in only
    assert b"invalidatedAtTime" in only


@pytest.mark.parametrize("first", ["print", "row"])
def test_a_print_of_the_questions_holds_whatever_came_first(first: str) -> None:
    store, printed = open_store(), made.question_set()
    row = rows.jsonl(rows.case(PRINT, Onderwerp="iets anders"))
    if first == "row":
        put(store, ("a", row))
    load(store, [made.arrive("b", printed)], version="1")
    if first == "print":
        put(store, ("a", row))
    alone = open_store()
    load(alone, [made.arrive("b", printed)], version="1")
    graph = f"https://w3id.org/kamergraaf/graph/doc/kv-tk-{PRINT}"

    assert list(store.lines([graph])) == list(alone.lines([graph]))
    assert values(store, f'?case dcterms:identifier "{PRINT}" ; dcterms:title ?title')[0][1] == "iets anders"


@pytest.mark.parametrize("first", ["print", "row"])
def test_a_print_of_an_answer_and_its_row_are_one_node(first: str) -> None:
    store, printed = open_store(), made.answer()
    _, _, year, number = iris.doc_id(printed).split("-")
    number = f"{year[2:4]}{year[6:8]}{number:0>5}"
    files = [
        lambda: put(store, ("a", rows.jsonl(rows.answer(Aanhangselnummer=number)))),
        lambda: load(store, [made.arrive("b", printed)], version="1"),
    ]
    for file in files if first == "row" else reversed(files):
        file()

    assert len(values(store, "?x a kg:AnswerDocument ; dcterms:type ?kind ; kg:answeredBy ?who")) == len(
        printed.responders
    )
    assert values(store, "?x kg:documentNumber ?number") == []


def test_a_removal_finds_the_case_it_is_about() -> None:
    files = [("b", rows.jsonl(rows.tombstone())), ("a", rows.jsonl(rows.case()))]

    found = one("?case a kg:Case ; kg:registerEntry/prov:invalidatedAtTime ?when", *files)
    assert [row[1] for row in found] == ["2031-03-31T22:30:00Z"]


def test_what_is_left_aside_taken_out_or_odd_is_counted_and_named() -> None:
    store = open_store()
    data = rows.jsonl(
        rows.case(Soort="Motie"),
        rows.case(Soort="Motie"),
        rows.tombstone(3),
        rows.case(GestartOp=None),
        {"Nummer": 1},
    )
    report = put(store, ("a", data + b'{"cut'))

    assert {kind: rows_.count for kind, rows_ in report.skipped.items()} == {"Zaak Motie": 2, "unknown": 1}
    assert report.skipped["Zaak Motie"].sources == ["a#1", "a#2"]
    assert report.taken_out.count == 1
    assert [told.sources[0].startswith("a#2031Z00001@") for told in report.remarks.values()] == [True]
    assert [failure.source for failure in report.failed] == ["a#6"]


def test_many_cases_are_written_at_length(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data = rows.jsonl(*(rows.case(f"2031Z{n:05}", place=n) for n in range(40)))
    whole = open_store()
    put(whole, ("a", data))
    monkeypatch.setattr(commit, "BATCH", 60_000)
    with open_store(tmp_path / "store") as store:
        put(store, ("a", data))
        assert dump(store) == dump(whole)
        put(
            store,
            (
                "b",
                rows.jsonl(
                    *(
                        rows.case(f"2031Z{n:05}", place=n, GewijzigdOp="2032-01-01T00:00:00Z")
                        for n in range(30)
                    )
                ),
            ),
        )
        assert len(values(store, "?case a kg:Case")) == 40
