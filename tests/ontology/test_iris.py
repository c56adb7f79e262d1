from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import NamedNode

from ontology import iris
from ontology.slugs import digest

TEXT = st.text(max_size=40)
MINTERS: dict[str, Callable[[str], str]] = {
    "document": iris.document,
    "case": iris.case,
    "case_graph": lambda text: iris.case_graph(text, text),
    "register_entry": lambda text: iris.register_entry("Zaak", text),
    "removal_graph": lambda text: iris.removal_graph(iris.register_entry("Zaak", text)),
    "dossier": iris.dossier,
    "dossier_page": iris.dossier_page,
    "question": lambda text: iris.question(text, 3, 2),
    "answer": lambda text: iris.answer(text, (2, 3)),
    "note": lambda text: iris.note(text, 1),
    "citation_in_note": lambda text: iris.citation_in_note(text, 1, 2, 3),
    "citation_in_text": lambda text: iris.citation_in_text(text, 12),
    "participation": lambda text: iris.participation(text, text, 1),
    "actor": lambda text: iris.actor(text, text, 1),
    "post": iris.post,
    "group": iris.group,
    "publisher": iris.publisher,
    "ministry": iris.ministry,
    "source by url": iris.source,
    "source by title": lambda text: iris.source(None, text, "2025-01-03", text),
    "unresolved": lambda text: iris.unresolved(text, text),
    "snapshot": lambda text: iris.span(iris.snapshot(text, text), 1, 2),
    "concept": lambda text: iris.concept(text, text),
    "load": iris.load,
    "row": iris.row,
    "failure": lambda text: iris.failure(text, None),
    "file": iris.file,
    "doc_graph": iris.doc_graph,
    "auth_graph": iris.auth_graph,
    "persons_graph": iris.persons_graph,
    "joins_graph": iris.joins_graph,
    "join": lambda text: iris.join(text, text, text, text),
    "person_tk": iris.person_tk,
    "person_wikidata": iris.person_wikidata,
    "person": lambda text: iris.person(text, 1970),
    "membership": lambda text: iris.membership(iris.group(text), iris.person(text, None), text),
    "incumbency": lambda text: iris.incumbency(iris.post(text), iris.person(text, None), text),
    "cabinet": iris.cabinet,
    "ref_graph": lambda text: iris.ref_graph(iris.document(text)),
    "policy_graph": iris.policy_graph,
    "mention": lambda text: iris.mention(text, text, text),
    "statement": lambda text: iris.statement(text, text),
    "commitment": lambda text: iris.commitment(text, text),
    "claim": lambda text: iris.claim(text, text),
    "period": lambda text: iris.period(text, text),
    "measures_graph": lambda text: iris.measures_graph(iris.concept("instrument", text), text),
    "measure": lambda text: iris.measure(iris.concept("instrument", text), text, text, text),
    "decision": lambda text: iris.decision(iris.concept("instrument", text), text, text, text, text),
    "reports_graph": iris.reports_graph,
    "report": lambda text: iris.report(text, text, text),
    "chains_graph": iris.chains_graph,
    "fulfilments_graph": iris.fulfilments_graph,
    "curated_graph": iris.curated_graph,
    "curation": iris.curation,
    "paper": lambda text: iris.document(iris.paper_id(text, text)),
    "appendix": lambda text: iris.document(iris.appendix_id(text, text)),
}


@pytest.mark.parametrize("name", sorted(MINTERS))
@given(text=TEXT)
def test_whatever_is_printed_gives_a_valid_iri(name: str, text: str) -> None:
    made = MINTERS[name](text)

    assert NamedNode(made).value == made
    assert made.startswith(
        (
            "https://w3id.org/kamergraaf/",
            "https://identifier.overheid.nl/",
            "https://zoek.",
            "https://gegevensmagazijn.",
        )
    )


def test_every_minter_is_tried() -> None:
    not_minters = {
        "appendix_id",
        "case_of",
        "doc_id",
        "heading_key",
        "number_id",
        "page",
        "paper_id",
        "removal_id",
    }
    not_minters |= {"set_doc_id", "set_key", "source", "span", "snapshot"}
    functions = {name for name in iris.__all__ if name.islower()} - not_minters

    assert functions <= MINTERS.keys()


def test_patterns() -> None:
    base = "https://w3id.org/kamergraaf/id/"

    assert iris.document("ah-tk-20242025-546") == f"{base}doc/nl/ah-tk-20242025-546"
    assert iris.question("2025Z00001", 3) == f"{base}question/nl/2025Z00001/3"
    assert iris.question("2025Z00001", 3, 2) == f"{base}question/nl/2025Z00001/3.2"
    assert iris.answer("ah-tk-20242025-546", (2, 3, 4)) == f"{base}answer/nl/ah-tk-20242025-546/2-3-4"
    assert iris.note("x", 1, 2) == f"{base}note/x/1.2"
    assert iris.citation_in_note("x", 1, 1, 2) == f"{base}citation/x/fn/1/2"
    assert iris.citation_in_text("x", 1200) == f"{base}citation/x/inline/1200"
    assert iris.document(iris.paper_id("36 600-VII", "42")) == f"{base}doc/nl/kst-36600-VII-42"
    assert iris.document(iris.appendix_id("2024–2025", "393")) == f"{base}doc/nl/ah-tk-20242025-393"
    assert iris.span(iris.snapshot("x", "ab12"), 120, 168) == f"{base}snapshot/x/ab12#char=120,168"
    assert iris.ministry("mnre1058") == "https://identifier.overheid.nl/tooi/id/ministerie/mnre1058"
    assert iris.ref_graph(f"{base}post/nl/a") == "https://w3id.org/kamergraaf/graph/ref/post/nl/a"


def test_van_and_voor_are_two_posts() -> None:
    assert iris.post("Minister van Rechtsbescherming") != iris.post("Minister voor Rechtsbescherming")


def test_a_source_is_known_by_its_address_else_by_its_title() -> None:
    by_url = iris.source("https://www.x.example/a/", "NOS", "2025-01-03", "Titel")

    assert by_url == iris.source("x.example/a", "NRC", None, "Anders")
    assert iris.source(None, "NOS", "2025-01-03", "Een titel") == iris.source(
        None, "nos", "2025-01-03", "«Een Titel»"
    )
    assert iris.source(None, "NOS", "2025-01-03", "Titel") != iris.source(None, "NOS", "2025-01-04", "Titel")


def test_pages_are_those_of_official_ids_alone() -> None:
    assert iris.page("kst-36600-VII-42") == "https://zoek.officielebekendmakingen.nl/kst-36600-VII-42.html"
    assert iris.page("set-0123456789abcdef") is None


def test_concepts_and_countries_have_reference_graphs_of_their_own() -> None:
    graph = f"{iris.GRAPH}ref/"

    assert iris.ref_graph(f"{iris.CONCEPT}instrument/opvang") == f"{graph}concept/instrument/opvang"
    assert iris.ref_graph(f"{iris.COUNTRY}SYR") == f"{graph}country/SYR"
    assert iris.ref_graph("https://x.example/a") == f"{graph}concept/{digest('https://x.example/a')}"


def test_a_measure_is_known_by_what_for_whom_and_since_when() -> None:
    instrument = f"{iris.CONCEPT}instrument/opvang"
    base = f"{iris.ID}measure/nl/opvang"

    assert iris.measure(instrument, "SYR", "2024-12-13") == f"{base}/SYR/2024-12-13"
    assert iris.measure(instrument, "SYR", "2024-12-13", "Druzen") == f"{base}/SYR/druzen/2024-12-13"
    assert iris.measure(instrument, None, "") == f"{base}/all/open"
    assert iris.decision(instrument, "SYR", "", "end") == f"{iris.ID}decision/nl/opvang/SYR/open/end"
    assert iris.report("ambtsbericht", "SYR", "2023-Q1") == f"{iris.ID}report/nl/ambtsbericht/SYR/2023-q1"
    assert iris.period("2023-01-01", "") == f"{iris.ID}period/2023-01-01/open"
