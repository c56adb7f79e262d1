from __future__ import annotations

from dataclasses import replace

from ontology import iris
from ontology.records import NamedPerson, Record, Unit
from tests.ontology.samples import answer, question_set
from tests.ontology.test_policies import ask

WHO = """?m kg:mentionedIn ?part ; kg:names ?actor ; kg:evidence ?at . ?part kg:mentions ?actor .
    ?actor a kg:Actor ; foaf:name ?name"""
QUESTION, ACTOR = f"{iris.ID}question/nl/2025Z00001/", f"{iris.ID}actor/kv-tk-2025Z00001/named/"


def naming(record: Record, *persons: tuple[str, str | None, str | None, Unit, int]) -> Record:
    span = record.questions[0].span
    return replace(
        record,
        persons=tuple(NamedPerson(name, role, party, span, *at) for name, role, party, *at in persons),
    )


ASKED = (
    ("Vos", "lid", "SP", Unit.QUESTION, 1),
    ("Okkema", None, None, Unit.QUESTION, 1),
    ("Vos", "lid", "SP", Unit.QUESTION, 2),
    ("Vos", "minister", None, Unit.QUESTION, 2),
)


def test_one_name_in_one_role_is_one_actor_of_its_side() -> None:
    rows = [(part, actor, name) for _, part, actor, _, name in ask(naming(question_set(), *ASKED), WHO)]

    assert sorted(rows) == [
        (f"{QUESTION}1", f"{ACTOR}1", "Vos"),
        (f"{QUESTION}1", f"{ACTOR}2", "Okkema"),
        (f"{QUESTION}2", f"{ACTOR}1", "Vos"),
        (f"{QUESTION}2", f"{ACTOR}3", "Vos"),
    ]


def test_role_and_party_stand_on_the_actor_where_they_are_printed() -> None:
    record = naming(question_set(), *ASKED)

    assert ask(record, "?actor kg:namedAs ?as") == [(f"{ACTOR}1", "lid"), (f"{ACTOR}3", "minister")]
    assert ask(record, "?actor org:memberOf ?group") == [(f"{ACTOR}1", iris.group("SP"))]


def test_a_reprint_names_them_as_the_set_does_and_a_reply_its_own() -> None:
    own = ("Waard", "lid", None, Unit.ANSWER, 1)
    asked = ask(naming(question_set(), *ASKED), "?q kg:mentions ?actor")
    told = ask(naming(answer(), *ASKED, own), "?q kg:mentions ?actor")
    reprinted = [row for row in told if "/question/" in row[0]]

    assert [short(row) for row in reprinted] == [short(row) for row in asked]
    assert [row[1] for row in told if row not in reprinted] == [f"{iris.ID}actor/ah-tk-20242025-9001/named/1"]


def short(row: tuple[str, ...]) -> list[str]:
    """Ends of a passage and an actor: the sample prints the set without its number in a reply."""
    return [iri.rpartition("/")[2] for iri in row]
