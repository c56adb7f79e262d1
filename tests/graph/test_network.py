from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from pyoxigraph import NamedNode

from graph.edges import EDGES
from graph.errors import QueryError
from graph.load import load
from graph.names import names_of
from graph.network import Network, from_query, neighbourhood
from graph.store import open_store
from ontology import iris
from ontology.terms import Kg
from tests.cli.policies import fill
from tests.graph import made

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from graph.store.oxigraph import OxigraphStore
    from ontology.records import Record

SET = iris.document("kv-tk-2030Z00001")
ANSWER = iris.document("ah-tk-20292030-901")
PAPER = iris.document("kst-99999-12")
POST = iris.post("Minister van Asiel en Migratie")
QUESTION = iris.question("2030Z00001", 1)


def filled(records: dict[str, Record]) -> OxigraphStore:
    store = open_store()
    report = load(store, made.arrivals(records), version="1")
    assert len(store), report
    return store


@pytest.fixture(scope="module")
def dossier() -> Iterator[OxigraphStore]:
    with filled(made.dossier()) as store:
        yield store


@pytest.fixture(scope="module")
def many() -> Iterator[OxigraphStore]:
    with filled({f"{n}.txt": made.numbered(n) for n in range(60)}) as store:
        yield store


def edges(network: Network) -> set[tuple[str, str, str]]:
    """Edges by label of their ends and last part of their property."""
    labels = network.graph.nodes(data="label")
    found = network.graph.edges(data="relation")
    return {(labels[a], relation.replace("#", "/").rsplit("/", 1)[-1], labels[b]) for a, b, relation in found}


def labels(network: Network) -> set[str]:
    return {label for _, label in network.graph.nodes(data="label")}


def test_one_step_from_a_question_set_are_its_parts_people_and_replies(dossier: OxigraphStore) -> None:
    network = neighbourhood(dossier, SET, hops=1)

    assert network.start == (SET,)
    assert labels(network) == {
        "Vragen 2030Z00001",
        "Vraag 1",
        "Vraag 2",
        "Vraag 3",
        "Vraag 4",
        "Van Vlieland (ABC)",
        "De Waard (XYZ)",
        "ABC",
        "XYZ",
        "Minister van Asiel en Migratie",
        "Minister van Buitenlandse Zaken",
        "Aanhangsel 2029-2030, nr. 801",
        "Aanhangsel 2029-2030, nr. 901",
    }
    assert network.left_out == ()


def test_edges_are_facts_of_the_domain_in_their_direction(dossier: OxigraphStore) -> None:
    network = neighbourhood(dossier, SET, hops=3)
    found = edges(network)

    assert ("Antwoord 2, 3", "answers", "Vraag 3") in found
    assert ("Vraag 2", "cites", "Kamerstuk 99999 nr. 12") in found
    assert ("Kamerstuk 99999 nr. 12", "inDossier", "Dossier 99999") in found
    assert {relation for _, _, relation in network.graph.edges(data="relation")} <= set(EDGES)


def test_nodes_of_evidence_and_roles_are_not_drawn(dossier: OxigraphStore) -> None:
    network = neighbourhood(dossier, SET, hops=6)
    reified = (Kg.PARTICIPATION, Kg.CITATION, Kg.NOTE, Kg.TEXT_SPAN, Kg.SOURCE_SNAPSHOT)

    assert {kind for _, kind in network.graph.nodes(data="kind")} & set(reified) == set()


def test_a_node_tells_what_it_is_when_it_was_and_where_it_stands(dossier: OxigraphStore) -> None:
    nodes = neighbourhood(dossier, SET, hops=2).graph.nodes

    assert nodes[SET] == {
        "iri": SET,
        "label": "Vragen 2030Z00001",
        "label_en": "Questions 2030Z00001",
        "kind": Kg.QUESTION_DOCUMENT,
        "kind_nl": names_of(Kg.QUESTION_DOCUMENT)["nl"],
        "kind_en": names_of(Kg.QUESTION_DOCUMENT)["en"],
        "date": "2030-01-07",
        "title": "het moratorium voor Verwegië",
        "page": "https://zoek.officielebekendmakingen.nl/kv-tk-2030Z00001.html",
    }
    assert nodes[QUESTION]["title"] == "Kent u het bericht?"
    assert nodes[QUESTION]["label_en"] == "Question 1"
    assert nodes[ANSWER]["date"] == "2030-02-14"
    assert nodes[PAPER]["label_en"] == "Kamerstuk 99999 no. 12"


def test_a_source_is_named_by_who_cites_it(dossier: OxigraphStore) -> None:
    source = iris.source("https://kustbode.example/verwegie")
    network = neighbourhood(dossier, source, hops=1)

    assert network.graph.nodes[source]["label"] == "De Kustbode, 3 januari 2030"
    assert network.graph.nodes[source]["label_en"] == "De Kustbode, 3 January 2030"
    assert network.graph.nodes[source]["title"] == "Verwegië"
    assert network.graph.nodes[source]["date"] == "2030-01-03"
    assert network.graph.nodes[source]["page"] == "https://kustbode.example/verwegie"
    assert QUESTION in network.graph


def test_a_hub_on_the_way_is_cut_and_counted(many: OxigraphStore) -> None:
    start = iris.document("kv-tk-2031Z00003")
    network = neighbourhood(many, start, hops=2, fan=10)
    reasons = [part.reason for part in network.left_out]
    to_post = {a for a, _, key in network.graph.in_edges(POST, keys=True) if key == Kg.ADDRESSED_TO}
    same_party, latest = range(3, 60, 9), range(50, 60)
    names = names_of(Kg.ADDRESSED_TO)

    assert to_post == {iris.document(f"kv-tk-2031Z{n:05}") for n in (*same_party, *latest)}
    assert {
        "nl": f"Minister van Asiel en Migratie: 16 van 60 verbanden ‘{names['nl']}’ getekend",
        "en": f"Minister van Asiel en Migratie: 16 of 60 ‘{names['en']}’ edges drawn",
    } in reasons
    assert all(part.count > 0 for part in network.left_out)


def test_a_hub_at_the_start_is_followed_in_full(many: OxigraphStore) -> None:
    network = neighbourhood(many, POST, hops=1, fan=10)

    assert network.graph.in_degree(POST) == 60
    assert network.left_out == ()


def test_the_budget_of_nodes_is_kept_and_what_is_over_is_counted(many: OxigraphStore) -> None:
    network = neighbourhood(many, POST, hops=2, limit=100)
    whole = neighbourhood(many, POST, hops=2, limit=5000)

    assert len(network.graph) == 100
    assert whole.left_out == ()
    assert [part.count for part in network.left_out] == [len(whole.graph) - 100]
    assert network.left_out[0].reason["nl"] == f"knopen boven het maximum van 100: {len(whole.graph) - 100}"


def test_a_budget_spent_early_says_that_more_lies_beyond(many: OxigraphStore) -> None:
    network = neighbourhood(many, POST, hops=3, limit=30)

    assert network.left_out[0].reason["en"].endswith("and what lies beyond them")


def test_the_same_question_gives_the_same_network_in_the_same_order(many: OxigraphStore) -> None:
    first, second = (neighbourhood(many, POST, hops=2, limit=150) for _ in range(2))

    assert list(first.graph.nodes(data=True)) == list(second.graph.nodes(data=True))
    assert list(first.graph.edges(keys=True)) == list(second.graph.edges(keys=True))


def test_the_order_of_loading_does_not_matter() -> None:
    records = made.dossier()
    with filled(records) as one, filled(dict(reversed(records.items()))) as other:
        networks = [neighbourhood(store, SET, hops=4) for store in (one, other)]

    assert list(networks[0].graph.nodes(data=True)) == list(networks[1].graph.nodes(data=True))


@pytest.mark.parametrize("iri", ["no iri", "https://example.org/> } #", "", "kv-tk-2030Z00001"])
def test_what_is_no_iri_is_refused(dossier: OxigraphStore, iri: str) -> None:
    with pytest.raises(QueryError, match="is no IRI"):
        neighbourhood(dossier, iri)


def test_a_node_that_is_not_there_is_named(dossier: OxigraphStore) -> None:
    with pytest.raises(QueryError, match=r"no node https://example\.org/x in this store"):
        neighbourhood(dossier, "https://example.org/x")


@pytest.mark.parametrize(("limit", "fan"), [(0, 5), (5, 0)])
def test_a_network_without_room_is_refused(dossier: OxigraphStore, limit: int, fan: int) -> None:
    with pytest.raises(QueryError, match="room for a node"):
        neighbourhood(dossier, SET, limit=limit, fan=fan)


def test_the_nodes_of_a_select_come_with_the_edges_between_them(dossier: OxigraphStore) -> None:
    network = from_query(dossier, f"SELECT ?q ?d WHERE {{ ?q <{Kg.CITES}> ?d }} ORDER BY ?q")

    assert ("Vraag 2", "cites", "Kamerstuk 99999 nr. 12") in edges(network)
    assert set(network.start) == set(network.graph)
    assert network.left_out == ()


def test_a_query_can_be_followed_further_and_takes_parameters(dossier: OxigraphStore) -> None:
    network = from_query(
        dossier,
        f"SELECT ?q WHERE {{ ?q <{Kg.CITES}> ?paper }}",
        hops=1,
        parameters={"paper": NamedNode(PAPER)},
    )

    assert "Vraag 2" in labels(network)
    assert "Vragen 2030Z00001" in labels(network)
    assert PAPER in network.graph
    assert PAPER not in network.start


def test_what_names_no_thing_is_left_out_and_counted(dossier: OxigraphStore) -> None:
    network = from_query(dossier, f"SELECT ?p ?o WHERE {{ <{SET}> ?p ?o FILTER(?p = <{Kg.ASKED_BY}>) }}")

    assert labels(network) == {"Van Vlieland (ABC)", "De Waard (XYZ)"}
    assert [(part.count, part.reason["en"]) for part in network.left_out] == [
        (1, "IRIs of the answer that name no thing with a class: 1")
    ]


def test_the_triples_of_a_construct_are_edges(dossier: OxigraphStore) -> None:
    network = from_query(
        dossier,
        f"CONSTRUCT {{ ?doc <https://example.org/samenMet> ?paper }} WHERE {{ ?q <{Kg.CITES}> ?paper . "
        f"?q <http://data.europa.eu/eli/ontology#is_part_of> ?doc . ?paper a <{Kg.PARLIAMENTARY_PAPER}> }}",
    )

    assert ("Vragen 2030Z00001", "samenMet", "Kamerstuk 99999 nr. 12") in edges(network)


def test_a_triple_of_a_construct_with_an_end_that_is_no_thing_is_no_edge(dossier: OxigraphStore) -> None:
    network = from_query(
        dossier,
        f"CONSTRUCT {{ <https://example.org/x> <urn:p:q> ?q }} WHERE {{ ?q a <{Kg.QUESTION}> }}",
    )

    assert network.graph.number_of_edges() == 0
    assert {kind for _, kind in network.graph.nodes(data="kind")} == {Kg.QUESTION}


def test_an_ask_has_nothing_to_draw(dossier: OxigraphStore) -> None:
    with pytest.raises(QueryError, match="ASK query has no nodes"):
        from_query(dossier, "ASK { ?s ?p ?o }")


def test_an_answer_without_rows_is_an_empty_network(dossier: OxigraphStore) -> None:
    network = from_query(dossier, f"SELECT ?s WHERE {{ ?s a <{Kg.MOTION}> }}")

    assert len(network.graph) == 0


def test_a_long_run_of_answers_is_named_as_a_range() -> None:
    record = made.answer()
    block = replace(record.answers[1], numbers=(2, 3, 4), refers_to=())
    with filled({"a": replace(record, answers=(record.answers[0], block))}) as store:
        network = neighbourhood(store, ANSWER, hops=1)

    assert "Antwoord 2–4" in labels(network)


def test_measures_decisions_and_reports_are_drawn_and_what_states_them_is_not(tmp_path: Path) -> None:
    with open_store(fill(tmp_path / "store"), read_only=True) as store:
        measure = f"{iris.ID}measure/nl/besluitmoratorium/SDN/2031-01-02"
        network = neighbourhood(store, measure, hops=3)
        around = neighbourhood(store, f"{iris.COUNTRY}SDN", hops=1)

    found = edges(network)
    decided = ("verlenging: besluitmoratorium Sudan", "instelling: besluitmoratorium Sudan")
    named = "besluitmoratorium Sudan (dienstplichtigen)"
    assert {(decided[0], "decides", named), (decided[0], "continues", decided[1])} <= found
    assert [edge for edge in found if edge[1] == "instrument"] == [(named, "instrument", "besluitmoratorium")]
    assert ("algemeen ambtsbericht Sudan, 6 mei 2031", "concernsCountry", "Sudan") in found
    assert not [iri for net in (network, around) for iri in net.graph if "/statement/" in iri]
    assert len(around.graph) == 4  # the country, a measure on it, a question set and a report
