from __future__ import annotations

from datetime import date

import pytest

from graph.people.parts import NAMED, parts, parts_in
from graph.store import open_store
from ontology import iris
from ontology.nquads import Block
from ontology.terms import Dcterms, Eli, EliDl, Foaf, Kg, Org

DOC = "kv-tk-2024Z18566"
NODE, ACTOR = iris.participation(DOC, "asker", 1), iris.actor(DOC, "asker", 1)
SET = iris.document(DOC)


def asked(name: str = "Ype Okkema") -> Block:
    block = Block(iris.doc_graph(DOC))
    block.words(SET, Dcterms.TITLE, f"<{Kg.HAS_PARTICIPATION}> is no property here")
    block.day(SET, Dcterms.DATE_SUBMITTED, date(2024, 11, 12))
    block.day(SET, Kg.RECEIVED_ON, date(2024, 12, 3))
    block.link(SET, Kg.HAS_PARTICIPATION, NODE)
    block.link(NODE, EliDl.PERSON, ACTOR)
    block.link(NODE, EliDl.IN_NAME_OF, iris.group("SP"))
    block.string(ACTOR, Foaf.NAME, name)
    return block


@pytest.mark.parametrize(
    "name",
    [
        'Ype "de Schipper" Okkema',
        "Ype \\ Okkema",
        "Ype\nOkkema",
        "Ype\x85Okkema",
        "Ype\u2028Okkema",
        "Ype <http://x> . Okkema",
        "Ĳpe Øk\u0301kema 🙂",
    ],
)
def test_a_name_is_read_whole_whatever_characters_it_has(name: str) -> None:
    [part] = parts_in(DOC, [asked(name).content("doc").nquads])
    assert part.name == name


def test_content_as_it_comes_and_content_as_the_store_gives_it_tell_the_same() -> None:
    block = asked("Ype 'O' \\ \"Okkema\"")
    post, signer = iris.post("Minister van Kaas"), iris.participation(DOC, "answerer", 1)
    block.link(SET, Kg.HAS_PARTICIPATION, signer)
    block.link(signer, Kg.IN_CAPACITY_OF, post)
    named = iris.actor(DOC, "named", 1)
    block.string(named, Kg.NAMED_AS, "mevrouw")
    block.string(named, Foaf.NAME, "Van Vlieland")
    block.link(named, Org.MEMBER_OF, iris.group("SP"))
    content, store = block.content("doc").nquads, open_store()
    store.add(content)
    found = list(parts_in(DOC, [content]))
    assert [(part.role, part.day) for part in found] == [
        ("answerer", date(2024, 12, 3)),
        ("asker", date(2024, 11, 12)),
        (NAMED, date(2024, 12, 3)),
    ]
    assert found == list(parts(store, None)) == list(parts(store, [DOC]))


def test_what_dates_a_role_first_counts_before_whose_day_it_is() -> None:
    case, started = iris.case("2024Z18566"), date(2024, 11, 14)
    block = asked()
    block.link(case, Kg.HAS_PARTICIPATION, NODE)
    block.day(case, Kg.STARTED_ON, started)
    [part] = parts_in(DOC, [block.content("doc").nquads])
    assert part.day == date(2024, 11, 12)
    block.without(dated := asked_on())
    assert dated
    [part] = parts_in(DOC, [block.content("doc").nquads])
    assert part.day == started


def asked_on() -> Block:
    block = Block(iris.doc_graph(DOC))
    block.day(SET, Dcterms.DATE_SUBMITTED, date(2024, 11, 12))
    return block


def test_people_of_another_document_are_its_own() -> None:
    other = Block(iris.doc_graph("ah-tk-20242025-9"))
    other.link(iris.document("ah-tk-20242025-9"), Kg.HAS_PARTICIPATION, NODE)
    other.day(SET, Eli.DATE_DOCUMENT, date(2024, 12, 3))
    assert list(parts_in("ah-tk-20242025-9", [other.content("doc").nquads])) == []
    assert list(parts_in(f"{DOC}1", [asked().content("doc").nquads])) == []


@pytest.mark.parametrize("contents", [[], [b""], [b"", b""]])
def test_nothing_tells_of_nobody(contents: list[bytes]) -> None:
    assert list(parts_in(DOC, contents)) == []


def test_an_empty_graph_beside_another_tells_nothing_more() -> None:
    content = asked().content("doc").nquads
    assert list(parts_in(DOC, [b"", content, b""])) == list(parts_in(DOC, [content]))
