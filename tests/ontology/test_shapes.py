from __future__ import annotations

from collections.abc import Iterable

import pyshacl
import pytest
import rdflib
from pyoxigraph import RdfFormat, Store

from graph.policies import settle
from graph.rules import hierarchy
from graph.store.oxigraph import OxigraphStore
from graph.validate import Violation, validate
from ontology.lexicon import CONCEPTS
from ontology.records import Record
from ontology.terms import PREFIXES
from ontology.triples import graphs
from tests.ontology.samples import order, story
from tests.ontology.seeds import PAPER, SEEDS, Seed, add

SHAPES = CONCEPTS.parent / "shapes.ttl"
HEAD = "".join(f"PREFIX {name}: <{iri}>\n" for name, iri in PREFIXES.items())
HEAD += "PREFIX commitment-status: <https://w3id.org/kamergraaf/concept/commitment-status/>\n"


def sample(records: Iterable[Record] = (*story(), order())) -> Store:
    best = {}
    for record in records:
        for content in graphs(record):
            if content.graph not in best or content.rank < best[content.graph].rank:
                best[content.graph] = content
    store = Store()
    for content in best.values():
        store.load(content.nquads, format=RdfFormat.N_QUADS)
    settle(OxigraphStore(store, None))
    return store


def broken(*seeds: Seed) -> Store:
    store = sample()
    for seed in seeds:
        before = set(store)
        store.update(HEAD + seed.update)
        assert set(store) != before, "the seed changes nothing"
    return store


def found(store: Store) -> list[Violation]:
    return validate(OxigraphStore(store, None))


def names() -> set[str]:
    shapes = rdflib.Graph().parse(SHAPES)
    sh = rdflib.Namespace("http://www.w3.org/ns/shacl#")
    return {str(shape).rpartition("#")[2] for shape in shapes.subjects(rdflib.RDF.type, sh.NodeShape)}


def test_the_clean_sample_conforms() -> None:
    [extension] = found(sample())

    assert (extension.shape, extension.warning) == ("DecisionOrder", True)
    assert extension.focus.endswith("/besluitmoratorium/SDN/2025-03-03/extend")


@pytest.mark.parametrize("seed", SEEDS, ids=lambda seed: seed.shape)
def test_a_seeded_error_is_found(seed: Seed) -> None:
    assert (seed.shape, seed.warning) in {(one.shape, one.warning) for one in found(broken(seed))}


@pytest.mark.parametrize(("number", "shapes"), [("kst-1259252", []), ("kst-19637", ["PaperIdentifier"])])
def test_a_running_number_from_before_editing_is_no_error(number: str, shapes: list[str]) -> None:
    store = broken(Seed("", add(f'{PAPER} dcterms:identifier "{number}"')))

    assert [one.shape for one in found(store) if not one.warning] == shapes


def test_every_shape_can_fail() -> None:
    assert {seed.shape for seed in SEEDS} == names() | {"NoBlankNodes"}


def test_violations_name_node_and_reason_in_words() -> None:
    broke = found(broken(Seed("", "DELETE WHERE { GRAPH ?g { ?s kg:onBehalfOf ?o } }")))
    (one,) = (each for each in broke if not each.warning)

    assert one.focus == "https://w3id.org/kamergraaf/id/doc/nl/ah-tk-20242025-9000"
    assert one.value == "https://w3id.org/kamergraaf/id/post/nl/minister-van-buitenlandse-zaken"
    assert one.message == "kg:onBehalfOf and the participations with role on-behalf-of are out of step."
    assert not one.warning


def test_wrong_comes_before_odd() -> None:
    marks = [
        one.warning for one in found(broken(*(s for s in SEEDS if s.shape in {"Coverage", "CaseNumber"})))
    ]

    assert marks == sorted(marks)
    assert set(marks) == {False, True}


def test_pyshacl_alone_finds_the_same() -> None:
    chosen = {"Numbering", "AskerPath", "CitesPath", "Alignment", "PaperIdentifier", "Actor", "Reply"}
    store = broken(*(seed for seed in SEEDS if seed.shape in chosen))
    data = rdflib.Graph()
    data.parse(
        data=b"\n".join(f"{q.subject} {q.predicate} {q.object} .".encode() for q in store), format="nt"
    )
    _, report, _ = pyshacl.validate(data, shacl_graph=str(SHAPES), ont_graph=hierarchy())
    sh = rdflib.Namespace("http://www.w3.org/ns/shacl#")
    told = {
        (str(report.value(result, sh.focusNode)), str(report.value(result, sh.resultMessage)))
        for result in report.subjects(rdflib.RDF.type, sh.ValidationResult)
    }

    assert told == {(one.focus, one.message) for one in found(store)}
    assert len(told) >= len(chosen)
