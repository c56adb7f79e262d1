from __future__ import annotations

import importlib.util
import re
from pathlib import Path
from types import ModuleType

import pytest
from pyoxigraph import BlankNode, RdfFormat, Store

from graph.store.oxigraph import OxigraphStore
from graph.validate import validate
from ontology.terms import DEF, Kg

DOCS = Path(__file__).parents[2] / "docs"
FENCE = re.compile(r"^```(turtle|trig|sparql)\n(.*?)^```", re.MULTILINE | re.DOTALL)
WITH_TURTLE = [
    p for p in sorted(DOCS.rglob("*.md")) if re.search(r"^```(turtle|trig)$", p.read_text(), re.MULTILINE)
]


def blocks(path: Path, *languages: str) -> list[str]:
    found = FENCE.findall(path.read_text(encoding="utf-8"))
    return [text for language, text in found if language in languages]


def example(path: Path) -> Store:
    store = Store()
    store.load("\n".join(blocks(path, "turtle", "trig")).encode(), format=RdfFormat.TRIG)
    return store


@pytest.mark.parametrize("path", WITH_TURTLE, ids=lambda path: path.stem)
def test_turtle_in_the_docs_parses_and_conforms(path: Path) -> None:
    store = example(path)

    assert len(store)
    assert validate(OxigraphStore(store, None)) == []


@pytest.mark.parametrize("path", WITH_TURTLE, ids=lambda path: path.stem)
def test_turtle_in_the_docs_keeps_the_house_rules(path: Path) -> None:
    quads = list(example(path))
    triples = [quad.triple for quad in quads]
    terms = {node.value for q in quads for node in (q.predicate, q.object) if str(node).startswith(f"<{DEF}")}

    assert not [q for q in quads if isinstance(q.subject, BlankNode) or isinstance(q.object, BlankNode)]
    assert len(triples) == len(set(triples)), "a triple stands in two graphs"
    assert terms <= {value for name, value in vars(Kg).items() if not name.startswith("_")}


@pytest.mark.parametrize("path", WITH_TURTLE, ids=lambda path: path.stem)
def test_sparql_in_the_docs_parses(path: Path) -> None:
    for text in blocks(path, "sparql"):
        Store().query(text)


def builder() -> ModuleType:
    spec = importlib.util.spec_from_file_location("build_ontology", DOCS / "build_ontology.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_reference_is_up_to_date() -> None:
    assert builder().is_current(), "run make ontology-docs"


def test_the_reference_has_every_term() -> None:
    html = builder().PAGE.read_text(encoding="utf-8")

    for name, value in vars(Kg).items():
        if not name.startswith("_"):
            assert f"<code>{value}</code>" in html


def test_there_are_examples_to_check() -> None:
    assert DOCS / "ontology.md" in WITH_TURTLE
