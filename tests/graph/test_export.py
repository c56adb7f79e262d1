from __future__ import annotations

import csv
import io
import json
import random
from typing import TYPE_CHECKING

import pytest
from pyoxigraph import RdfFormat, parse

from graph.cells import guard, unguard
from graph.errors import QueryError, StoreError
from graph.export.network import export_network
from graph.export.rdf import FORMATS, export_rdf
from graph.export.tables import TABLES
from graph.export.tabular import export_csv
from graph.load import load
from graph.store import open_store
from ontology.iris import PROV_GRAPH
from tests.graph import made

if TYPE_CHECKING:
    from pathlib import Path

    from graph.store.oxigraph import OxigraphStore

DOC = "https://w3id.org/kamergraaf/id/doc/nl/"
PAGES = "https://zoek.officielebekendmakingen.nl/"


def loaded(*, seed: int | None = None) -> OxigraphStore:
    store, files = open_store(), made.arrivals(made.dossier())
    if seed is not None:
        random.Random(seed).shuffle(files)  # noqa: S311 - a shuffle, no secret
    load(store, files, version="1")
    return store


def rows(folder: Path, table: str) -> list[dict[str, str]]:
    with (folder / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_csv_tables(tmp_path: Path) -> None:
    counts = export_csv(loaded(), tmp_path / "out")

    assert counts == {
        "documents": 5, "questions": 5, "answers": 2, "citations": 5,
        "sources": 1, "persons": 5, "posts": 3, "references": 3,
    }  # fmt: skip
    assert {name: len(rows(tmp_path / "out", name)) for name in counts} == counts
    documents = {row["iri"]: row for row in rows(tmp_path / "out", "documents")}
    assert documents[f"{DOC}kv-tk-2030Z00001"] == {
        "iri": f"{DOC}kv-tk-2030Z00001", "page": f"{PAGES}kv-tk-2030Z00001.html",
        "kind": "written-questions", "identifier": "kv-tk-2030Z00001",
        "title": "het moratorium voor Verwegië",
        "case_number": "2030Z00001", "parliamentary_year": "", "appendix_number": "",
        "submitted": "2030-01-07", "received": "", "dated": "",
        "reply_due": "2030-01-28", "reply_days": "", "replies_to": "", "dossier": "", "delay_reason": "",
    }  # fmt: skip
    answered = documents[f"{DOC}ah-tk-20292030-901"]
    assert (answered["kind"], answered["reply_days"], answered["appendix_number"]) == ("answer", "38", "901")
    assert answered["replies_to"] == f"{DOC}kv-tk-2030Z00001"
    grouped = rows(tmp_path / "out", "answers")[1]
    assert [iri.rsplit("/", 1)[1] for iri in grouped["questions"].split()] == ["2", "3"]
    assert grouped["page"] == f"{PAGES}ah-tk-20292030-901.html"
    paper = next(row for row in rows(tmp_path / "out", "references") if row["kind"] == "paper")
    assert (paper["identifier"], paper["citations"], paper["loaded"]) == ("kst-99999-12", "2", "true")
    posts = {row["label"]: row["sets_addressed"] for row in rows(tmp_path / "out", "posts")}
    assert posts["Minister van Buitenlandse Zaken"] == "1"
    source = rows(tmp_path / "out", "sources")[0]
    assert (source["publisher"], source["date"], source["citations"]) == ("De Kustbode", "2030-01-03", "1")


def test_the_data_package_is_valid(tmp_path: Path) -> None:
    from frictionless import Package  # noqa: PLC0415 - slow to import

    export_csv(loaded(), tmp_path)
    report = Package(str(tmp_path / "datapackage.json")).validate()

    assert report.valid, report.to_summary()
    described = json.loads((tmp_path / "datapackage.json").read_text(encoding="utf-8"))
    assert [resource["name"] for resource in described["resources"]] == [table.name for table in TABLES]


def test_frictionless_would_notice_a_fault(tmp_path: Path) -> None:
    from frictionless import Package  # noqa: PLC0415 - as above

    export_csv(loaded(), tmp_path)
    file = tmp_path / "questions.csv"
    file.write_text(
        file.read_text(encoding="utf-8").replace("kv-tk-2030Z00042,1", "kv-tk-9,een"), encoding="utf-8"
    )

    assert not Package(str(tmp_path / "datapackage.json")).validate().valid


def test_formulas_are_guarded(tmp_path: Path) -> None:
    export_csv(loaded(), tmp_path)
    titles = [row["title"] for row in rows(tmp_path, "documents")]

    assert "'=1+1 en de dijken" in titles
    for table in TABLES:
        for row in rows(tmp_path, table.name):
            assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for cell in row.values())


@pytest.mark.parametrize(
    "cell",
    ["=1", "+SUM(A1)", "-2+3", "@x", "\tx", "\r=x", "'=1", "''=1", "-3", "Ja.", "", "'t Is zo", "'", "-"],
)
def test_guarding_can_be_undone(cell: str) -> None:
    assert unguard(guard(cell)) == cell


def test_guarding_leaves_numbers_and_words() -> None:
    assert [guard(cell) for cell in ("-3", "+2.5", "'t Is zo", "a=b")] == ["-3", "+2.5", "'t Is zo", "a=b"]
    assert [guard(cell) for cell in ("-3+2", "-a", "=1", "'=1")] == ["'-3+2", "'-a", "'=1", "''=1"]


def test_csv_is_the_same_whatever_the_order_of_loading(tmp_path: Path) -> None:
    for seed in (1, 2):
        export_csv(loaded(seed=seed), tmp_path / f"{seed}")
    for file in (tmp_path / "1").iterdir():
        assert file.read_bytes() == (tmp_path / "2" / file.name).read_bytes()
    assert not list((tmp_path / "1").glob("*.part"))


def test_a_folder_that_cannot_be_written_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(StoreError, match="cannot be written"):
        export_csv(loaded(), tmp_path / "file")


def test_an_empty_store_gives_heads_alone(tmp_path: Path) -> None:
    assert set(export_csv(open_store(), tmp_path).values()) == {0}
    assert rows(tmp_path, "documents") == []


def written(store: OxigraphStore, form: str, *, provenance: bool = True) -> bytes:
    out = io.BytesIO()
    export_rdf(store, out, form, provenance=provenance)
    return out.getvalue()


@pytest.mark.parametrize("form", FORMATS)
def test_rdf_is_the_same_bytes_whatever_the_order_of_loading(form: str) -> None:
    first = written(loaded(seed=1), form, provenance=False)

    assert first == written(loaded(seed=2), form, provenance=False)
    assert PROV_GRAPH.encode() not in first


@pytest.mark.parametrize("form", FORMATS)
def test_rdf_holds_everything(form: str) -> None:
    store = loaded()
    syntax = {
        "nq": RdfFormat.N_QUADS,
        "trig": RdfFormat.TRIG,
        "ttl": RdfFormat.TURTLE,
        "jsonld": RdfFormat.JSON_LD,
    }
    found = set(parse(written(store, form), syntax[form]))
    quads = {quad for graph in store.graphs() for quad in store.quads(graph)}

    if form == "ttl":
        assert {quad.triple for quad in found} == {quad.triple for quad in quads}
    else:
        assert found == quads


@pytest.mark.parametrize("form", ["ttl", "trig"])
def test_turtle_uses_prefixes(form: str) -> None:
    text = written(loaded(), form).decode()

    assert "@prefix kg: <https://w3id.org/kamergraaf/def#> ." in text
    assert "kg:Question" in text


def test_unknown_formats_are_refused() -> None:
    import networkx as nx  # noqa: PLC0415 - slow to import

    with pytest.raises(QueryError, match="Known are nq, trig, ttl, jsonld"):
        written(open_store(), "xml")
    with pytest.raises(QueryError, match="Known are graphml, gexf"):
        export_network(nx.MultiDiGraph(), io.BytesIO(), "dot")


@pytest.mark.parametrize("form", ["graphml", "gexf"])
def test_networks_are_stable_and_can_be_read_back(form: str) -> None:
    import networkx as nx  # noqa: PLC0415 - as above

    def network(order: int) -> bytes:
        graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
        nodes = [
            ("b", {"label": "Één & <twee>", "date": "2030-01-01"}),
            ("a", {"label": "\u201cq\u201d", "date": None}),
        ]
        graph.add_nodes_from(nodes[::order])
        edges = [("a", "b", {"relation": "cites"}), ("a", "b", {"relation": "answers"}), ("b", "a", {})]
        graph.add_edges_from(edges[::order])
        out = io.BytesIO()
        export_network(graph, out, form)
        return out.getvalue()

    first = network(1)
    assert first == network(-1)
    assert b"lastmodifieddate" not in first
    read = (
        nx.parse_graphml(first.decode(), force_multigraph=True)
        if form == "graphml"
        else nx.read_gexf(io.BytesIO(first))
    )
    assert sorted(read.nodes) == ["a", "b"]
    assert read.nodes["b"]["label"] == "Één & <twee>"
    assert read.number_of_edges() == 3
