"""One document met in several forms: one node, the richest text, all forms kept as snapshots."""

from __future__ import annotations

import hashlib
from itertools import permutations
from pathlib import Path

import pytest

from graph.load import load
from graph.loading.reading import Arrival
from graph.loading.winners import format_rank
from graph.results import plain
from graph.store.open import open_store
from graph.store.oxigraph import OxigraphStore
from graph.validate import validate
from loaders import read_document
from ontology import iris
from ontology.records import Record
from ontology.terms import Kg

CASES = Path(__file__).parents[1] / "cases"
DOC = "ah-tk-20312032-411"
METADATA = f"""<metadata_gegevens>
  <metadata name="DC.identifier" content="{DOC}"/>
  <metadata name="DC.type" scheme="OVERHEIDop.AanhangselTypen" content="Antwoord"/>
  <metadata name="DC.title" content="Antwoord op vragen over Noorderland"/>
  <metadata name="OVERHEIDop.indiener" content="E. van Zilverduin"/>
  <metadata name="OVERHEIDop.vraagnummer" content="2031Z04417"/>
  <metadata name="OVERHEIDop.datumOntvangst" content="2031-10-23"/>
</metadata_gegevens>"""
PRINT = """AH 411
2031Z04417
Vergaderjaar 2031–2032

Antwoord van Minister Kwartelhof (Buitenlandse Zaken) (ontvangen 23 oktober 2031).

Antwoord op vraag 1
Ja.
"""
FORMS = {
    "xml": (CASES / "xml-answer" / "input.xml").read_bytes(),
    "metadata": METADATA.encode(),
    "print": PRINT.encode(),
}


def arrival(name: str) -> Arrival:
    data = FORMS[name]
    return Arrival(name, hashlib.sha256(data).hexdigest(), lambda: read_document(data, name))


def loaded(*runs: tuple[str, ...]) -> OxigraphStore:
    store = open_store()
    for run in runs:
        load(store, [arrival(name) for name in run], version="1")
    return store


def content(store: OxigraphStore) -> set[str]:
    """All quads but those of the ledger."""
    return {str(quad) for graph in store.graphs() if graph != iris.PROV_GRAPH for quad in store.quads(graph)}


def values(store: OxigraphStore, query: str) -> set[str]:
    return {plain(row[0]) or "" for row in store.select(query)}


@pytest.mark.parametrize("name", FORMS)
def test_all_forms_are_of_one_document(name: str) -> None:
    record = read_document(FORMS[name], name)

    assert isinstance(record, Record)
    assert iris.doc_id(record) == DOC


@pytest.mark.parametrize("order", list(permutations(FORMS)), ids="-".join)
def test_the_richest_form_holds_whatever_the_order(order: tuple[str, ...]) -> None:
    at_once = loaded(order)

    assert content(at_once) == content(loaded(*((name,) for name in order))) == content(loaded(tuple(FORMS)))
    assert values(at_once, f"SELECT ?t {{ ?q a <{Kg.QUESTION}> ; <{Kg.TEXT}> ?t }}") >= {
        "Wanneer komt er een nieuw ambtsbericht? Zo nee, waarom niet?"
    }


def test_all_forms_stay_as_snapshots_of_it() -> None:
    store = loaded(tuple(FORMS))
    query = f"SELECT ?h {{ ?s <{Kg.SNAPSHOT_OF}> <{iris.document(DOC)}> ; <{Kg.SHA256}> ?h }}"

    assert values(store, query) == {hashlib.sha256(data).hexdigest() for data in FORMS.values()}


def test_a_catalogue_alone_says_what_it_knows() -> None:
    store = loaded(("metadata",))
    me, asked = iris.document(DOC), iris.document("kv-tk-2031Z04417")

    assert values(store, f"SELECT ?s {{ <{me}> <{Kg.REPLIES_TO}> ?s }}") == {asked}
    assert values(
        store, f"SELECT ?n {{ <{asked}> <{Kg.ASKED_BY}>/<http://xmlns.com/foaf/0.1/name> ?n }}"
    ) == {"E. van Zilverduin"}
    assert not values(store, f"SELECT ?k {{ ?s <{Kg.HEADING_KEY}> ?k }}")
    assert validate(store) == []


@pytest.mark.parametrize("case", ["xml-answer", "xml-older", "xml-delay", "xml-motion", "xml-proceedings"])
def test_what_xml_gives_conforms(case: str) -> None:
    data = (CASES / case / "input.xml").read_bytes()
    store = open_store()

    load(store, [Arrival(case, "0" * 64, lambda: read_document(data, case))], version="1")

    assert validate(store) == []


def test_a_motion_is_a_paper_with_proposers_and_dossiers() -> None:
    data = (CASES / "xml-motion" / "input.xml").read_bytes()
    store = open_store()
    load(store, [Arrival("m", "0" * 64, lambda: read_document(data, "m"))], version="1")
    me = iris.document("kst-36999-VI-14")

    assert values(store, f"SELECT ?c {{ <{me}> a ?c }}") == {Kg.DOCUMENT, Kg.MOTION, Kg.PARLIAMENTARY_PAPER}
    assert values(
        store, f"SELECT ?n {{ <{me}> <{Kg.PROPOSED_BY}>/<http://xmlns.com/foaf/0.1/name> ?n }}"
    ) == {
        "Lindeboom",
        "Van der Zilverduin",
        "Kluut-Ganzenveer",
    }
    assert values(
        store, f"SELECT ?d {{ <{me}> (<{Kg.IN_DOSSIER}>|<{Kg.ALSO_IN_DOSSIER}>)/<{Kg.DOSSIER_NUMBER}> ?d }}"
    ) == {
        "36999",
        "36997",
    }


def test_formats_rank_by_how_much_they_state() -> None:
    docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    kinds = ["application/xml", "application/pdf", docx, "text/plain", "application/json"]

    assert sorted(kinds, key=format_rank) == kinds
