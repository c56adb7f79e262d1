from __future__ import annotations

from dataclasses import replace

import pytest

from graph.authority import load_authority
from graph.load import load
from graph.store import open_store
from graph.store.oxigraph import OxigraphStore
from ontology import iris
from ontology.authority import AuthoritySet, Edition, Incumbency
from tests.graph import made
from tests.ontology.authorities import day, government, house


def edition(one: AuthoritySet, sha: str = "1") -> Edition:
    return Edition(one, sha, ())


def dump(store: OxigraphStore) -> bytes:
    return b"".join(store.lines(name for name in store.graphs() if name != iris.PROV_GRAPH))


def test_order_of_loading_does_not_matter() -> None:
    both, one, other = open_store(), open_store(), open_store()
    load_authority(both, [edition(house()), edition(government())])
    for store, sets in ((one, (house(), government())), (other, (government(), house()))):
        for content in sets:
            load_authority(store, [edition(content)])

    assert dump(both) == dump(one) == dump(other)


def test_loading_again_writes_nothing() -> None:
    store = open_store()
    load_authority(store, [edition(house()), edition(government())])
    before = b"".join(store.lines())
    report = load_authority(store, [edition(house()), edition(government())])

    assert (report.wrote, report.unchanged) == (False, ["tweedekamer", "packaged"])
    assert b"".join(store.lines()) == before


def test_a_newer_edition_replaces_the_graph_of_its_set() -> None:
    store = open_store()
    load_authority(store, [edition(house()), edition(government())])
    newer = replace(house(), seats=house().seats[:2], as_of=day("2023-07-01"))
    load_authority(store, [edition(newer, "2")])
    fresh = open_store()
    load_authority(fresh, [edition(newer), edition(government())])

    assert dump(store) == dump(fresh)


def test_posts_stay_described_when_their_document_goes() -> None:
    store = open_store()
    load(store, [made.arrive("vragen.pdf", made.question_set())], version="1")
    post = "Minister van Buitenlandse Zaken"
    holds = replace(
        government(), incumbencies=[Incumbency("okkema", post, day("2022-01-10"))], successions=[]
    )
    load_authority(store, [edition(holds)])
    load(store, [made.arrive("vragen.pdf", made.other_set())], version="1")

    assert store.has(iris.ref_graph(iris.post(post)))
    assert not store.has(iris.ref_graph(iris.post("Minister van Asiel en Migratie")))


@pytest.mark.parametrize("form", ["memory", "disk"])
def test_no_triple_is_stated_twice(form: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    store = open_store(None if form == "memory" else tmp_path_factory.mktemp("auth") / "store")
    load_authority(store, [edition(house()), edition(government())])
    doubled = "SELECT ?s { GRAPH ?g { ?s ?p ?o } GRAPH ?h { ?s ?p ?o } FILTER(STR(?g) < STR(?h)) }"

    assert store.query(doubled).values() == []
