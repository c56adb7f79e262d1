from __future__ import annotations

import csv
from collections import Counter, defaultdict
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from graph.authority import load_authority
from graph.load import load
from graph.people.findings import CODES, Resolver
from graph.people.known import People
from graph.people.parts import NAMED, Part
from graph.resolve import resolve
from graph.store import open_store
from loaders.authority import Gathering, packaged
from ontology import iris, vocabulary
from ontology.authority import Edition
from ontology.records import Kind, NamedPerson, Question, Responder, Unit
from tests.graph import made
from tests.ontology.authorities import GUID, day, government, house

if TYPE_CHECKING:
    from graph.store.oxigraph import OxigraphStore
    from ontology.records import Record

JETTE, OTTO, PIM, INE = (iris.person_tk(f"{GUID}{number}") for number in range(1, 5))
YPE = iris.person("Ype Okkema", 1960)
BO = iris.person("Bo van Vlieland", None)
JUSTICE, FINANCE = "Minister van Justitie en Veiligheid", "Staatssecretaris van Financiën"
SAMPLE = Path(__file__).parents[1] / "cases" / "resolution" / "sample.csv"


@pytest.fixture(scope="module")
def registers() -> OxigraphStore:
    store = open_store()
    load_authority(store, [Edition(house(), "1", ()), Edition(government(), "1", ())])
    return store


def part(name: str, role: str, of: str, on: str | None) -> Part:
    asks = role in {"asker", "proposer", "speaker"} and not of.startswith(("Minister", "Staatssecretaris"))
    group = vocabulary.group(of).iri if asks and of else ""
    post = vocabulary.post(of).iri if not asks and of else ""
    return Part("", "", role, "x", name, group, post, date.fromisoformat(on) if on else None)


@pytest.mark.parametrize(
    ("name", "group", "on", "person"),
    [
        ("Van Waard", "SP", "2022-01-01", JETTE),
        ("Van Waard", "CDA", "2022-08-31", OTTO),
        ("Van Waard", "Lid Waard", "2022-09-01", OTTO),
        ("Waard", "SP", "2022-01-01", PIM),
        ("vanWaard", "SP", "2022-01-01", JETTE),
        ("Jette van Waard", "", "2022-01-01", JETTE),
        ("J.K. van Waard", "", "2022-01-01", JETTE),
        ("Van de Hoek-Zandstra", "PvdA", "2022-01-01", INE),
        ("Zandstra – Van de Hoek", "GroenLinks-PvdA", "2022-01-01", INE),
        ("Zandstra", "GL-PvdA", "2022-01-01", INE),
    ],
)
def test_an_asker_is_who_sat_for_the_group_that_day(
    registers: OxigraphStore, name: str, group: str, on: str, person: str
) -> None:
    found = Resolver(People(registers)).find(part(name, "asker", group, on))

    assert (found.person, found.sure) == (person, True)


@pytest.mark.parametrize("role", ["proposer", "speaker"])
def test_who_proposes_or_speaks_is_a_member(registers: OxigraphStore, role: str) -> None:
    found = Resolver(People(registers)).find(part("Zandstra", role, "PvdA", "2022-01-01"))

    assert (found.person, found.sure) == (INE, True)


def test_a_speaker_with_a_post_is_of_the_government(registers: OxigraphStore) -> None:
    found = Resolver(People(registers)).find(part("Okkema", "speaker", JUSTICE, "2023-01-01"))

    assert (found.person, found.sure) == (YPE, True)


@pytest.mark.parametrize(
    ("name", "group", "person"),
    [("Jette van Waard", "SP", JETTE), ("Zandstra-van de Hoek", "PvdA", INE), ("Van Waard", "SP", "")],
)
def test_without_a_day_a_name_that_one_member_alone_bears_is_less_sure(
    registers: OxigraphStore, name: str, group: str, person: str
) -> None:
    resolver = Resolver(People(registers))
    found = resolver.find(part(name, "asker", group, None))

    assert (found.person, found.sure) == (person, False)
    assert resolver.find(part(name, "asker", "", None)).code == "no-date"
    assert resolver.find(part(name, "asker", "VVD", None)).code == "no-date"


def called(name: str, role: str, group: str, on: str | None) -> Part:
    """Somebody whom running text names."""
    of = vocabulary.group(group).iri if group else ""
    return Part("", "", NAMED, "x", name, of, "", date.fromisoformat(on) if on else None, called=role)


@pytest.mark.parametrize(
    ("name", "role", "group", "person", "sure"),
    [
        ("Van Waard", "lid", "SP", JETTE, True),
        ("Waard", "Kamerlid", "", PIM, True),
        ("Waard", "motie", "", PIM, False),
        ("Zandstra-van de Hoek", "mevrouw", "", INE, True),
        ("J.K. van Waard", "mevrouw", "", JETTE, True),
        ("Waard", "mevrouw", "SP", PIM, True),
        ("Okkema", "Minister van Justitie en Veiligheid", "", YPE, True),
        ("Okkema", "minister", "", YPE, False),
        ("Ype Okkema", "heer", "", YPE, True),
    ],
)
def test_who_is_named_in_running_text(  # noqa: PLR0913, PLR0917 - a row of the table above
    registers: OxigraphStore, name: str, role: str, group: str, person: str, sure: bool
) -> None:
    found = Resolver(People(registers)).find(called(name, role, group, "2022-02-01"))

    assert (found.person, found.sure) == (person, sure)


@pytest.mark.parametrize(
    ("name", "role", "group", "on"),
    [
        ("Van Waard", "lid", "", "2022-02-01"),
        ("Waard", "lid", "CDA", "2022-02-01"),
        ("Waard", "lid", "SP", None),
        ("Waard", "mevrouw", "", "2022-02-01"),
        ("Zandstra", "lid", "", "2022-02-01"),
        ("Okkema", "staatssecretaris", "", "2022-02-01"),
        ("Okkema", "premier", "", "2022-02-01"),
        ("Okkema", "oud-minister", "", "2022-02-01"),
        ("Okkema", "Belgische minister", "", "2022-02-01"),
        ("Waard", "president", "", "2022-02-01"),
        ("Pim Waard", "hoogleraar", "", "2022-02-01"),
    ],
)
def test_who_is_named_is_nobody_where_more_fit_or_the_role_is_another(
    registers: OxigraphStore, name: str, role: str, group: str, on: str | None
) -> None:
    assert Resolver(People(registers)).find(called(name, role, group, on)).person == ""


def test_without_a_register_of_seats_no_day_is_made_up() -> None:
    store = open_store()
    load_authority(store, [Edition(government(), "1", ())])
    found = Resolver(People(store)).find(part("Bo van Vlieland", "asker", "ABC", "2022-02-01"))

    assert (found.code, found.words) == (
        "no-seat-data-for-that-day", "no register tells of seats; Bo van Vlieland",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("name", "group", "on", "code"),
    [
        ("Van Waard", "SP", None, "no-date"),
        ("Terpstra", "SP", "2022-01-01", "no-person-of-that-name"),
        ("Van Waard", "", "2022-01-01", "several-fit"),
        ("Van Waard", "CDA", "2022-09-01", "party-differs"),
        ("Karel van Waard", "SP", "2022-01-01", "no-person-of-that-name"),
        ("P. van Waard", "SP", "2022-01-01", "no-person-of-that-name"),
        ("Van Waard", "SP", "2020-01-01", "not-a-member-that-day"),
        ("Van Waard", "SP", "2024-01-01", "no-seat-data-for-that-day"),
        ("Zandstra", "GroenLinks", "2022-01-01", "party-differs"),
    ],
)
def test_what_does_not_fit_one_person_says_why(
    registers: OxigraphStore, name: str, group: str, on: str | None, code: str
) -> None:
    found = Resolver(People(registers)).find(part(name, "asker", group, on))

    assert (found.person, found.code) == ("", code)
    assert found.words
    assert code in CODES


def test_a_seat_that_was_open_holds_to_the_end_of_the_term_and_is_less_sure(registers: OxigraphStore) -> None:
    found = Resolver(People(registers)).find(part("Van Waard", "asker", "SP", "2023-11-01"))

    assert (found.person, found.sure) == (JETTE, False)


@pytest.mark.parametrize(
    ("name", "post", "on", "person", "sure"),
    [
        ("Zandstra", JUSTICE, "2018-01-01", INE, True),
        ("I. Zandstra-van de Hoek", JUSTICE, "2022-01-09", INE, True),
        ("Okkema", "Minister van Veiligheid en Justitie", "2023-01-01", YPE, True),
        ("Okkema", JUSTICE, "2016-01-01", YPE, True),
        ("Zandstra", JUSTICE, "2022-01-20", INE, False),
        ("Zandstra", FINANCE, "2022-02-01", INE, True),
        ("Van Vlieland", FINANCE, "2022-02-01", BO, True),
        ("Van Vlieland", "Staatssecretaris van Defensie", "2022-02-01", BO, False),
        ("Okkema", JUSTICE, "2026-01-01", YPE, False),
    ],
)
def test_an_answerer_is_who_held_the_post(  # noqa: PLR0913, PLR0917 - a row of the table above
    registers: OxigraphStore, name: str, post: str, on: str, person: str, sure: bool
) -> None:
    found = Resolver(People(registers)).find(part(name, "answerer", post, on))

    assert (found.person, found.sure) == (person, sure)


@pytest.mark.parametrize(
    ("name", "post", "on"),
    [
        ("Zandstra", JUSTICE, "2023-01-01"),
        ("Okkema", FINANCE, "2022-02-01"),
        ("Okkema", JUSTICE, "2019-01-01"),
    ],
)
def test_who_held_no_such_post_is_not_the_answerer(
    registers: OxigraphStore, name: str, post: str, on: str
) -> None:
    assert Resolver(People(registers)).find(part(name, "answerer", post, on)).code == "not-in-office-that-day"


def test_the_holder_of_a_post_is_given_only_where_there_is_one(registers: OxigraphStore) -> None:
    holder = Resolver(People(registers)).holder
    post, old = iris.post(JUSTICE), iris.post("Minister van Veiligheid en Justitie")

    assert holder(post, day("2017-10-25")) == holder(old, day("2022-01-10")) == YPE
    assert holder(post, day("2017-10-26")) == INE
    assert holder(iris.post(FINANCE), day("2022-02-01")) is None
    assert holder(post, day("2025-06-01")) is None


def documents() -> dict[str, Record]:
    paper = made.Paper()
    head = made.Heading("2022Z00001", date(2022, 2, 1), "x", (("Van Waard", "SP"), ("Vos", "SP")), (JUSTICE,))
    asked = head.on(paper, Kind.WRITTEN_QUESTIONS)
    reply = replace(
        head.on(paper, Kind.ANSWER),
        identifier=made.Read("ah-tk-20212022-1", paper.say("ah-tk-20212022-1")),
        received=made.Read(date(2022, 2, 20), paper.say("20 februari 2022")),
        responders=(Responder("Okkema", "Minister", "Justitie en Veiligheid", paper.say("Okkema")),),
    )
    return {"vraag": asked, "antwoord": reply}


def loaded() -> OxigraphStore:
    store = open_store()
    load(store, [made.arrive(name, record) for name, record in documents().items()], version="1")
    load_authority(store, [Edition(house(), "1", ()), Edition(government(), "1", ())])
    return store


def test_findings_stand_in_a_graph_of_their_own_for_each_document() -> None:
    store = loaded()
    report = resolve(store)
    found = store.query(
        """SELECT ?g ?s ?p ?o { GRAPH ?g { ?s ?p ?o } FILTER(CONTAINS(STR(?g), "/extract/persons/"))
        } ORDER BY ?g ?s ?p"""
    ).values()
    case, reply = "kv-tk-2022Z00001", "ah-tk-20212022-1"

    assert (report.identified, report.unresolved, report.held) == (2, {"no-person-of-that-name": 1}, 1)
    assert [tuple((cell or "").rpartition("/extract/persons/")[2] for cell in row[:1]) for row in found] == [
        (reply,), (reply,), (case,), (case,), (case,), (case,),
    ]  # fmt: skip
    assert found[0][3] == "1"
    assert found[1][3] == YPE
    assert {row[3] for row in found[2:]} >= {JETTE, YPE, "1"}


def test_a_second_run_writes_nothing_and_one_document_gives_the_same() -> None:
    store, piecewise = loaded(), loaded()
    resolve(store)
    before = b"".join(store.lines())
    again = resolve(store)
    for doc in ("kv-tk-2022Z00001", "ah-tk-20212022-1"):
        assert resolve(piecewise, [doc]).graphs == 1

    assert (again.graphs, again.removed) == (0, 0)
    assert b"".join(store.lines()) == before
    extract = [name for name in store.graphs() if "/extract/" in name]
    assert list(piecewise.lines(extract)) == list(store.lines(extract))


def test_findings_go_with_their_document_and_follow_the_registers() -> None:
    store = loaded()
    resolve(store)
    fewer = replace(house(), persons=house().persons[1:], seats=house().seats[1:])
    load_authority(store, [Edition(fewer, "2", ())])
    changed = resolve(store)
    store.replace({iris.doc_graph("kv-tk-2022Z00001"): b""})
    gone = resolve(store)

    assert (changed.graphs, changed.unresolved["no-person-of-that-name"]) == (1, 1)
    assert changed.unresolved["party-differs"] == 1
    assert gone.removed == 1


def rows(store: OxigraphStore, asked: str, **parameters: str) -> list[tuple[str | None, ...]]:
    from graph.queries import get  # noqa: PLC0415 - few tests need it

    query = get(asked)
    return store.query(query.sparql, query.bind(parameters)).values()


@pytest.fixture(scope="module")
def shipped() -> OxigraphStore:
    store = open_store()
    load_authority(store, [packaged()])
    return store


@pytest.mark.parametrize(
    ("post", "on", "name"),
    [
        ("staatssecretaris van justitie en veiligheid", "2023-01-23", "Eric van der Burg"),
        ("minister van asiel en migratie", "2024-07-03", "Marjolein Faber-van de Klashorst"),
        ("minister van veiligheid en justitie", "2018-06-01", "Ferdinand Grapperhaus"),
        ("minister van justitie en veiligheid", "2015-03-19", "Stef Blok"),
        ("minister van justitie en veiligheid", "2015-03-20", "Ard van der Steur"),
        ("minister van economische zaken en klimaat", "2011-06-01", "Maxime Verhagen"),
        ("minister van infrastructuur en waterstaat", "2014-06-01", "Melanie Schultz van Haegen"),
        ("minister van landbouw, natuur en voedselkwaliteit", "2024-08-01", "Femke Wiersma"),
        ("minister voor rechtsbescherming", "2023-02-01", "Franc Weerwind"),
        ("minister-president", "2024-07-01", "Mark Rutte"),
        ("minister-president", "2024-07-02", "Dick Schoof"),
    ],
)
def test_one_query_tells_who_held_a_post_on_any_day(
    shipped: OxigraphStore, post: str, on: str, name: str
) -> None:
    assert [row[1] for row in rows(shipped, "holder-of-post", post=post, on=on)] == [name]


def test_the_queries_on_people(registers: OxigraphStore) -> None:
    members = rows(registers, "members-of-group", group="sp", on="2022-01-01")
    posts = rows(registers, "posts-of-person", name="okkema")

    assert [row[0] for row in members] == ["Jette van Waard", "Pim Waard"]
    assert [(row[2], row[3]) for row in posts] == [
        ("Minister van Veiligheid en Justitie", "2015-03-20"),
        (JUSTICE, "2022-01-10"),
    ]


def test_askers_who_changed_group_are_one_person() -> None:
    store, sets = open_store(), []
    for number, (party, on) in enumerate((("CDA", "2022-03-01"), ("Lid Waard", "2022-10-01")), 1):
        head = made.Heading(f"2022Z0000{number}", day(on), "x", (("Van Waard", party),), (JUSTICE,))
        sets.append(made.arrive(f"{number}", head.on(made.Paper(), Kind.WRITTEN_QUESTIONS)))
    load(store, sets, version="1")
    load_authority(store, [Edition(house(), "1", ())])
    resolve(store)

    assert [(row[0], row[2], row[5]) for row in rows(store, "askers-who-changed-group")] == [
        ("Otto van Waard", "CDA", "1"),
        ("Otto van Waard", "Lid Waard", "1"),
    ]


def test_unresolved_names_are_listed_with_their_reason() -> None:
    store = loaded()
    resolve(store)

    [row] = rows(store, "unresolved")
    assert row[:4] == ("Vos", "asker", "SP", "1")
    assert (row[4] or "").startswith("no-person-of-that-name: ")
    assert rows(store, "unresolved", reason="no-date") == []


def naming() -> OxigraphStore:
    """A question and its answer that name four, with the registers."""
    paper = made.Paper()
    head = made.Heading("2022Z00001", date(2022, 2, 1), "x", (("Vos", "SP"),), (JUSTICE,))
    asked = head.on(paper, Kind.WRITTEN_QUESTIONS)
    words = paper.say("Zeiden het lid Waard en president Waard dat?")
    asked = replace(
        asked,
        questions=(Question(1, "Zeiden het lid Waard en president Waard dat?", words),),
        persons=(
            NamedPerson("Waard", "lid", None, words, Unit.QUESTION, 1),
            NamedPerson("Waard", "president", None, words, Unit.QUESTION, 1),
        ),
        snapshot=paper.snapshot(),
    )
    store = open_store()
    load_authority(store, [Edition(house(), "1", ()), Edition(government(), "1", ())])
    load(store, [made.arrive("vraag", asked)], version="1")
    return store


def test_whom_text_names_is_found_and_who_is_unknown_is_not_listed() -> None:
    store = naming()
    report = resolve(store)
    actors = f"{iris.ID}actor/kv-tk-2022Z00001/named/"
    found = store.query("SELECT ?a ?p { ?a kg:namedAs ?as ; kg:identifiedAs ?p }").values()

    assert found == [(f"{actors}1", PIM)]
    assert (report.named, report.identified, sum(report.unresolved.values())) == (1, 0, 1)
    assert [row[0] for row in rows(store, "unresolved")] == ["Vos"]
    assert [(row[3], row[4], row[7]) for row in rows(store, "persons-named", called="waard")] == [
        ("Waard", "lid", "Pim Waard"),
        ("Waard", "president", None),
    ]
    assert rows(store, "persons-named", called="Okkema") == []


def test_whom_text_names_is_found_in_one_document_as_in_all() -> None:
    whole, piecewise = naming(), naming()
    resolve(whole)
    resolve(piecewise, ["kv-tk-2022Z00001"])

    extract = [iris.persons_graph("kv-tk-2022Z00001")]
    assert list(whole.lines(extract)) == list(piecewise.lines(extract))


def sample() -> list[dict[str, str]]:
    with SAMPLE.open(encoding="utf-8", newline="") as table:
        return list(csv.DictReader(table))


@pytest.fixture(scope="module")
def real(corpus: Path) -> OxigraphStore:
    gathering = Gathering()
    for folder in (corpus / "people", corpus / "odata" / "pages"):
        for path in sorted(folder.iterdir()):
            gathering.take(path.name, path.read_bytes())
    store = open_store()
    load_authority(store, [packaged(), *gathering.sets()])
    return store


@pytest.mark.corpus
def test_no_name_of_the_hand_checked_sample_is_given_another_person(real: OxigraphStore) -> None:
    resolver = Resolver(People(real))
    found: defaultdict[str, Counter[bool]] = defaultdict(Counter)
    wrong = []
    for row in sample():
        given = resolver.find(part(row["name"], row["role"], row["group_or_post"], row["day"])).person
        given = given.removeprefix(f"{iris.ID}person/")
        if given not in {"", row["person"]}:
            wrong.append((row, given))
        if row["person"]:
            found[row["drawn"]][given == row["person"]] += 1
    recall = {drawn: counts[True] / counts.total() for drawn, counts in found.items()}
    print(f"{sum(counts.total() for counts in found.values())} names that a reader can tell; found:")  # noqa: T201 - shown by -rP
    print({drawn: f"{share:.3f} of {found[drawn].total()}" for drawn, share in recall.items()})  # noqa: T201 - likewise

    assert wrong == []
    # Members of whom no register at hand tells a seat, and documents without a day, are what is missing.
    assert recall["register"] >= 0.98
    assert recall["printed"] >= 0.72
    assert recall["chosen"] >= 0.97


def test_the_sample_is_drawn_at_random_for_the_larger_part() -> None:
    drawn = Counter(row["drawn"] for row in sample())

    assert drawn["printed"] + drawn["register"] >= 50
    assert drawn["chosen"] >= 100


@pytest.mark.corpus
def test_real_registers_give_one_person_one_iri(real: OxigraphStore) -> None:
    doubled = "SELECT ?s { GRAPH ?g { ?s ?p ?o } GRAPH ?h { ?s ?p ?o } FILTER(STR(?g) < STR(?h)) } LIMIT 3"
    nameless = "SELECT ?p { ?p a foaf:Person MINUS { ?p foaf:name ?n } } LIMIT 3"
    names = "SELECT ?p { ?p foaf:name ?a , ?b FILTER(STR(?a) < STR(?b)) } LIMIT 3"

    assert [real.query(asked).values() for asked in (doubled, nameless, names)] == [[], [], []]
