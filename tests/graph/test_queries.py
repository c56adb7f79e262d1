from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from graph.authority import load_authority
from graph.errors import QueryError
from graph.join import join
from graph.load import load
from graph.queries import all_queries, get, parse, term
from graph.resolve import resolve
from graph.store import open_store
from graph.store.terms import bind
from ontology.authority import Edition
from ontology.records import Failure
from tests.graph import made
from tests.graph.test_policy_queries import ANSWERS
from tests.ontology.authorities import GUID, government, house

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.store.oxigraph import OxigraphStore

BASE = "https://w3id.org/kamergraaf/"
SET, DIKES = f"{BASE}id/doc/nl/kv-tk-2030Z00001", f"{BASE}id/doc/nl/kv-tk-2030Z00042"
REPLY, NOTICE = f"{BASE}id/doc/nl/ah-tk-20292030-901", f"{BASE}id/doc/nl/ah-tk-20292030-801"
LETTER = f"{BASE}id/doc/nl/kst-99999-12"
ANSWER_1 = f"{BASE}id/answer/nl/ah-tk-20292030-901/1"
ANSWER_23 = f"{BASE}id/answer/nl/ah-tk-20292030-901/2-3"
QUESTION = f"{BASE}id/question/nl/2030Z00001/"
DIKES_QUESTION = f"{BASE}id/question/nl/2030Z00042/1"
PRESS = f"{BASE}id/source/76022b7cd2633377"
TOOI = "https://identifier.overheid.nl/tooi/id/ministerie/"
SUBJECT, DIKES_SUBJECT = "het moratorium voor Verwegië", "=1+1 en de dijken"
WORDS = "Kamerstuk 99999, nr. 12"
PRESS_WORDS = "De Kustbode, 3 januari 2030, https://kustbode.example/verwegie"
NOW = datetime(2030, 5, 1, 12, tzinfo=UTC)

EXPECTED: list[tuple[str, dict[str, str], list[tuple[str | None, ...]]]] = [
    ("who-cites", {"paper": "kst-99999-12"}, [
        (REPLY, ANSWER_23, None, WORDS),
        (SET, f"{QUESTION}2", "2", WORDS),
    ]),
    ("who-cites", {"paper": "kst-1-1"}, []),
    ("paper-links", {"paper": "kst-99999-12"}, [
        ("cited by", REPLY, "ah-tk-20292030-901", WORDS),
        ("cited by", SET, "kv-tk-2030Z00001", WORDS),
    ]),
    ("most-cited", {}, [
        ("Kamerstuk", "", "2", "1"),
        ("Aanhangsel", "", "1", "1"),
        ("Kamervragen", "", "1", "1"),
        ("source", "De Kustbode", "1", "1"),
    ]),
    ("news-lag", {}, [(SET, "2030-01-07", "2030-01-03", "4", "Verwegië", PRESS)]),
    ("news-lag", {"from": "2030-01-08"}, []),
    ("reply-time", {}, [
        (f"{TOOI}mnre1162", "ministerie van Asiel en Migratie", "1", "38", "0", "1"),
        (f"{TOOI}mnre1013", "ministerie van Buitenlandse Zaken", "1", "38", "0", "1"),
    ]),
    ("reply-time-by-party", {}, [
        (f"{BASE}id/group/nl/abc", "ABC", "1", "38", "0", "1"),
        (f"{BASE}id/group/nl/xyz", "XYZ", "1", "38", "0", "1"),
    ]),
    ("reply-time-by-year", {}, [("2030", "1", "38", "0", "1")]),
    ("joins", {"relation": "followsUp"}, []),
    ("overdue", {"on": "2030-01-28"}, []),
    ("overdue", {"on": "2030-01-29"}, [(SET, SUBJECT, "2030-01-28", "delayed", "2030-02-18")]),
    ("overdue", {"on": "2030-02-14"}, []),
    ("overdue", {"on": "2030-03-26"}, [(DIKES, DIKES_SUBJECT, "2030-03-25", "overdue", None)]),
    ("grouped-answers", {}, [(REPLY, ANSWER_23, "2", "2, 3")]),
    ("addressed-answered", {}, [
        (SET, "Minister van Asiel en Migratie", REPLY, "Zandstra", "Minister van Asiel en Migratie"),
        (SET, "Minister van Buitenlandse Zaken", REPLY, "Zandstra", "Minister van Asiel en Migratie"),
    ]),
    ("unanswered", {}, [
        (SET, f"{QUESTION}4", "4", "Wat kost dat?", "true"),
        (DIKES, DIKES_QUESTION, "1", "Hoe hoog zijn de dijken?", "false"),
    ]),
    ("referral-answers", {}, [
        (REPLY, ANSWER_23, "Ik stuur een brief, zie Kamerstuk 99999, nr. 12.", ANSWER_1, "Ja."),
    ]),
    ("asked-by", {"name": "vlieland"}, [(SET, "2030-01-07", SUBJECT, "Van Vlieland", "ABC")]),
    ("asked-by", {"party": "xyz"}, [
        (SET, "2030-01-07", SUBJECT, "De Waard", "XYZ"),
        (DIKES, "2030-03-04", DIKES_SUBJECT, "Terpstra", "XYZ"),
    ]),
    ("asked-of-post", {"post": "Waterstaat"}, [
        (DIKES, "2030-03-04", "Minister van Infrastructuur en Waterstaat", DIKES_SUBJECT),
    ]),
    ("asked-of-post", {"post": "waterstaat", "until": "2030-03-03"}, []),
    ("sources-of", {"case": "2030Z00001"}, [
        ("1", "1", PRESS, "https://kustbode.example/verwegie", PRESS_WORDS),
        ("2", "2", LETTER, "https://zoek.officielebekendmakingen.nl/kst-99999-12.html", WORDS),
    ]),
    ("dossier", {"dossier": "99999"}, [("12", LETTER, "Brief over Verwegië", "2029-12-13", "2")]),
    ("text-contains", {"words": "STUUR"}, [
        (REPLY, ANSWER_23, "answer", "Ik stuur een brief, zie Kamerstuk 99999, nr. 12."),
        (SET, f"{QUESTION}3", "question", "Wanneer stuurt u de brief?"),
    ]),
    ("delays", {}, [
        (NOTICE, "2030-01-25", SET, SUBJECT, "Afstemming met de kustprovincies kost meer tijd.",
         "2030-02-14", "38"),
    ]),
    ("notes-without-source", {}, [
        (f"{BASE}id/note/kv-tk-2030Z00042/1", "1", DIKES_QUESTION, "Gemeten bij laagwater."),
    ]),
    ("failures", {}, [("leeg.pdf", "empty", "Er staat niets in.", "1", "f" * 64)]),
    ("proof", {"thing": f"{QUESTION}2"}, [
        (f"{BASE}graph/doc/kv-tk-2030Z00001", "167", "196", "Wordt het moratorium verlengd?",
         made.question_set().snapshot.sha256, "vragen.pdf", "2030-05-01T12:00:00Z"),
    ]),
    ("holder-of-post", {"post": "VEILIGHEID EN JUSTITIE", "on": "2022-01-09"}, [
        ("Minister van Justitie en Veiligheid", "Ine Zandstra-van de Hoek", f"{BASE}id/person/tk/{GUID}4",
         "2017-10-26", "2022-01-09", None),
    ]),
    ("holder-of-post", {"post": "financiën", "on": "2022-01-09"}, []),
    ("posts-of-person", {"name": "vlieland"}, [
        (f"{BASE}id/person/nl/bo-van-vlieland", "Bo van Vlieland", "Staatssecretaris van Financiën",
         "2022-01-10", None, "2025-01-01"),
    ]),
    ("members-of-group", {"group": "cda", "on": "2022-08-31"}, [
        ("Otto van Waard", f"{BASE}id/person/tk/{GUID}2", "2021-03-31", "2022-08-31", None),
    ]),
    ("members-of-group", {"group": "cda", "on": "2022-09-01"}, []),
    ("askers-who-changed-group", {}, []),
    ("unresolved", {"reason": "no-seat-data"}, [
        ("Van Vlieland", "asker", "ABC", "1",
         "no-seat-data-for-that-day: seats are known up to 2023-06-01; Bo van Vlieland"),
    ]),
    ("unresolved-in-documents", {"whose": "Van Vlieland"}, [
        (SET, "asker", "ABC", "2030-01-07",
         "no-seat-data-for-that-day: seats are known up to 2023-06-01; Bo van Vlieland"),
    ]),
]  # fmt: skip


@pytest.fixture(scope="module", params=["memory", "disk"])
def store(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[OxigraphStore]:
    folder = tmp_path_factory.mktemp("queries") / "store" if request.param == "disk" else None
    unreadable = made.arrive("leeg.pdf", Failure("leeg.pdf", "empty", "Er staat niets in.", "f" * 64))
    with open_store(folder) as opened:
        load(opened, [unreadable, *made.arrivals(made.dossier())], version="1", clock=lambda: NOW)
        join(opened)
        load_authority(opened, [Edition(one, "1", ()) for one in (house(), government())], clock=lambda: NOW)
        resolve(opened)
        yield opened


@pytest.mark.parametrize(("name", "given", "rows"), EXPECTED)
def test_answers(
    store: OxigraphStore, name: str, given: dict[str, str], rows: list[tuple[str | None, ...]]
) -> None:
    query = get(name)

    found = store.query(query.sparql, query.bind(given)).values()
    if name == "proof":
        start = made.question_set().questions[1].span
        rows = [(row[0], str(start.start), str(start.end), *row[3:]) for row in rows]
    assert found == rows


def test_every_query_is_tested() -> None:
    assert {name for name, _, _ in (*EXPECTED, *ANSWERS)} == set(all_queries())


@pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")
@pytest.mark.parametrize("name", all_queries())
def test_rdflib_agrees(store: OxigraphStore, name: str) -> None:
    """The queries keep to the standard: another engine gives the same rows."""
    import rdflib  # noqa: PLC0415 - slow to import

    query = get(name)
    given = query.bind({p.name: p.example for p in query.parameters})
    plain = rdflib.Dataset(default_union=True)
    plain.parse(data=b"".join(store.lines()), format="nquads")
    found = plain.query(bind(query.sparql, given))
    rows = [
        tuple(str(row[v]).replace("+00:00", "Z") if v in row else None for v in found.vars or ())
        for row in found.bindings
        if row  # rdflib gives one row of nothing where a GROUP BY finds no row; the standard gives none
    ]
    expected = store.query(query.sparql, given).values()
    assert found.type == "SELECT"
    assert sorted(map(repr, rows)) == sorted(map(repr, expected))


@pytest.mark.parametrize("name", all_queries())
def test_header_tells_what_a_person_must_know(name: str) -> None:
    query = get(name)

    assert query.title
    assert len(query.answers) > 20
    assert "ORDER BY" in query.sparql
    query.bind({p.name: p.example for p in query.parameters})


def test_wrong_parameters_say_what_is_wrong() -> None:
    overdue = get("overdue")
    with pytest.raises(QueryError, match="give on, the day to look from: --param on=2030-02-01"):
        overdue.bind({})
    with pytest.raises(QueryError, match="no parameter day; this query has on"):
        overdue.bind({"day": "2030-01-01"})
    with pytest.raises(QueryError, match="on is a day such as 2030-02-01, not 'vandaag'"):
        overdue.bind({"on": "vandaag"})
    with pytest.raises(QueryError, match="whole number"):
        term("number", "1 UNION", "x: n")
    with pytest.raises(QueryError, match="IRI"):
        term("iri", "geen iri", "x: thing")
    with pytest.raises(QueryError, match="There are: addressed-answered,"):
        get("nope")


@pytest.mark.parametrize(
    "head", ["", "# title: x\n", "# title: x\n# answers: y\n# param a: thing — z (example q)\n"]
)
def test_a_bad_header_is_refused(head: str) -> None:
    with pytest.raises(QueryError, match=r"made\.rq"):
        parse("made", head + "SELECT * { ?s ?p ?o }")
