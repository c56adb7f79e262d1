from __future__ import annotations

import re

import pytest

from graph.describe import KINDS, describe
from graph.edges import EDGES
from graph.names import names_of
from graph.store import open_store
from ontology.terms import PREFIXES, Kg

X = "https://example.org/"


def described(turtle: str, iri: str = f"{X}x") -> dict[str, str]:
    """Describe a node of a store that holds nothing but these triples about <x>."""
    prefixes = "".join(f"PREFIX {prefix}: <{base}> " for prefix, base in PREFIXES.items())
    with open_store() as store:
        built = open_store()
        built._engine.update(f"{prefixes} INSERT DATA {{ GRAPH <{X}g> {{ {turtle} }} }}")
        store.add(b"".join(built.lines()))
        return describe(store, [iri])[iri]


@pytest.mark.parametrize("term", [*KINDS, *EDGES])
def test_every_class_and_edge_has_a_name_in_both_languages(term: str) -> None:
    names = names_of(term)
    last = term.replace("#", "/").rsplit("/", 1)[-1]

    assert all(names.values())
    assert names["nl"] != last or last.islower()


@pytest.mark.parametrize(
    ("facts", "label"),
    [
        ("a kg:QuestionDocument ; dcterms:dateSubmitted '2030-01-07'^^xsd:date", "Vragen van 7 januari 2030"),
        ("a kg:QuestionDocument ; dcterms:title 'Over dijken'@nl", "Over dijken"),
        ("a kg:AnswerDocument ; kg:receivedOn '2030-02-14'^^xsd:date", "Antwoord van 14 februari 2030"),
        (
            "a kg:Document , kg:DelayNotice ; kg:appendixNumber 8 ; kg:parliamentaryYear '2029-2030'",
            "Aanhangsel 2029-2030, nr. 8",
        ),
        ("a kg:Document ; foaf:page <https://www.kustbode.example/a>", "kustbode.example"),
        (
            "a kg:Document ; foaf:page <https://kustbode.example> ; eli:date_document '2030-01-03'^^xsd:date",
            "kustbode.example, 3 januari 2030",
        ),
        ("a kg:Dossier ; kg:dossierNumber '36600' ; kg:dossierSuffix 'VII'", "Dossier 36600-VII"),
        ("a kg:Actor ; foaf:name 'Van Vlieland'", "Van Vlieland"),
        ("a kg:Ministry ; skos:prefLabel 'Ministry'@en , 'ministerie'@nl", "ministerie"),
        (
            "a kg:PolicyMeasure ; kg:instrument <i> ; kg:concernsCountry <c> ; kg:targetGroup 'deserteurs'",
            "besluitmoratorium Verwegië (deserteurs)",
        ),
        ("a kg:PolicyMeasure ; kg:instrument <i>", "besluitmoratorium"),
        (
            "a kg:PolicyDecision ; kg:decisionType decision-type:extend ; kg:decides <m>",
            "verlenging: besluitmoratorium Verwegië",
        ),
        (
            "a kg:CountryReport ; dcterms:type <r> ; kg:concernsCountry <c> ; kg:receivedOn '2031-03-31'",
            "ambtsbericht Verwegië, 31 maart 2031",
        ),
        ("a kg:Document ; eli:date_document '2030'", "x"),
        ("a kg:Answer", "Antwoord"),
    ],
)
def test_a_label_is_the_first_of_which_all_parts_are_known(facts: str, label: str) -> None:
    concepts = (
        "<i> skos:prefLabel 'besluitmoratorium'@nl . <c> skos:prefLabel 'Verwegië'@nl , 'Farawayland'@en . "
        "<r> skos:prefLabel 'ambtsbericht'@nl . <m> kg:instrument <i> ; kg:concernsCountry <c> ."
    )
    turtle = re.sub(r"<(\w)>", rf"<{X}\1>", f"<x> {facts} . {concepts}")

    assert described(turtle)["label"] == label


def test_a_country_is_of_the_class_of_countries() -> None:
    iri = "http://publications.europa.eu/resource/authority/country/SDN"
    facts = described(f"<{iri}> a skos:Concept ; skos:prefLabel 'Sudan'@nl", iri)

    assert (facts["label"], facts["kind_nl"], facts["kind_en"]) == ("Sudan", "land", "country")


def test_a_decision_shows_the_sentence_that_states_it() -> None:
    facts = described(
        f"<{X}x> a kg:PolicyDecision ; kg:statedBy <{X}s> . <{X}s> kg:evidence <{X}v> . "
        f"<{X}v> oa:hasSelector <{X}e> . <{X}e> oa:exact 'Ik stel een moratorium in.'"
    )

    assert facts["title"] == "Ik stel een moratorium in."


def test_names_come_in_the_language_asked_for() -> None:
    facts = described(f"<{X}x> a kg:Ministry ; skos:prefLabel 'Ministry'@en , 'ministerie'@nl")

    assert (facts["label"], facts["label_en"]) == ("ministerie", "Ministry")


def test_the_telling_class_of_several_is_taken() -> None:
    facts = described(f"<{X}x> a kg:Document , kg:ParliamentaryPaper , kg:Motion")

    assert facts["kind"] == Kg.MOTION


def test_a_class_of_another_vocabulary_is_called_by_its_last_part() -> None:
    facts = described(f"<{X}x> a <{X}Zeppelin> ; skos:prefLabel 'LZ 1'")

    assert (facts["kind"], facts["kind_nl"], facts["label"]) == (f"{X}Zeppelin", "Zeppelin", "LZ 1")


def test_a_node_of_which_nothing_is_known_is_called_by_its_last_part() -> None:
    assert described("", f"{X}a/b#c") == {
        "iri": f"{X}a/b#c",
        "label": "c",
        "label_en": "c",
        "kind": "",
        "kind_nl": "onbekende soort",
        "kind_en": "unknown class",
    }


def test_a_long_text_is_cut_at_a_word() -> None:
    text = described(f"<{X}x> a kg:Question ; kg:text '{'woord ' * 300}'@nl")["title"]

    assert len(text) <= 602
    assert text.endswith("woord …")
