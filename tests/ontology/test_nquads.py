from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, parse

from ontology.nquads import Block

S, P, G = "https://x.example/s", "https://x.example/p", "https://x.example/g"
XSD = "http://www.w3.org/2001/XMLSchema#"


def one(block: Block) -> Quad:
    (quad,) = parse(block.content("doc").nquads, format=RdfFormat.N_QUADS)
    return quad


@given(st.text())
def test_any_text_comes_back_as_it_went_in(text: str) -> None:
    block = Block(G)
    block.words(S, P, text)
    quad = one(block)

    assert quad == Quad(NamedNode(S), NamedNode(P), Literal(text, language="nl"), NamedNode(G))


@given(st.text(alphabet=st.characters(categories=["Cc", "Zl", "Zp", "Po"])))
def test_a_triple_is_one_line(text: str) -> None:
    block = Block(G)
    block.string(S, P, text)
    nquads = block.content("doc").nquads

    assert nquads.count(b"\n") == 1
    assert nquads.endswith(b" .\n")
    assert one(block).object == Literal(text)


def test_half_a_surrogate_pair_keeps_its_place() -> None:
    block = Block(G)
    block.string(S, P, "a\ud83db")

    assert one(block).object == Literal("a�b")


def test_datatypes() -> None:
    kinds = {}
    for name, put in {
        "number": lambda block: block.number(S, P, 3),
        "day": lambda block: block.day(S, P, date(2025, 1, 6)),
        "typed": lambda block: block.typed(S, P, "x.example/a b", f"{XSD}anyURI"),
    }.items():
        block = Block(G)
        put(block)
        kinds[name] = one(block).object

    assert kinds == {
        "number": Literal("3", datatype=NamedNode(f"{XSD}integer")),
        "day": Literal("2025-01-06", datatype=NamedNode(f"{XSD}date")),
        "typed": Literal("x.example/a b", datatype=NamedNode(f"{XSD}anyURI")),
    }


def test_content_is_sorted_and_distinct() -> None:
    there, back = Block(G), Block(G)
    for number in (3, 1, 2, 1):
        there.number(S, P, number)
    for number in (2, 1, 3):
        back.number(S, P, number)

    assert there.content("doc") == back.content("doc")
    assert there.content("doc").nquads.count(b"\n") == 3


def test_what_another_graph_states_is_left_out() -> None:
    own, other = Block(G), Block(f"{G}2")
    own.link(S, P, S)
    own.number(S, P, 1)
    other.link(S, P, S)
    own.without(other)

    assert one(own).object == Literal("1", datatype=NamedNode(f"{XSD}integer"))
    own.without(own)
    assert not own
