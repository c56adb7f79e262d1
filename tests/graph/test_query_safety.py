from __future__ import annotations

import pytest
from pyoxigraph import Literal, NamedNode

from graph.errors import QueryError
from graph.store import Limits, open_store
from graph.store.guard import check
from graph.store.terms import bind

OUT = "<http://127.0.0.1:9/sparql>"


@pytest.mark.parametrize(
    "sparql",
    [
        f"SELECT * {{ SERVICE {OUT} {{ ?s ?p ?o }} }}",
        f"SELECT * {{ service silent {OUT} {{ ?s ?p ?o }} }}",
        f"ASK {{ OPTIONAL {{ {{ SELECT * {{ sErViCe {OUT} {{ ?s ?p ?o }} }} }} }} }}",
        f"SELECT * {{ \\u0053ERVICE {OUT} {{ ?s ?p ?o }} }}",
        f"SELECT * {{ ?s ?p ?o FILTER NOT EXISTS {{ SERVICE {OUT} {{ ?s ?p ?o }} }} }}",
        f"SELECT * {{ ?s ?p ?o BIND(EXISTS {{ SERVICE {OUT} {{ ?s ?p ?o }} }} AS ?x) }}",
        "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o MINUS { SERVICE ?s { ?s ?p ?o } } }",
        f"SELECT * {{ # }}\nSERVICE#x\n{OUT}{{ ?s ?p ?o }} }}",
        f"SELECT * {{ ?s ?a ?x . FILTER(?a<?b)SERVICE#>\n{OUT}{{ ?s ?p ?o }} }}",
        f"SELECT (EXISTS {{ SERVICE {OUT} {{ ?s ?p ?o }} }} AS ?x) {{ }}",
        f"DESCRIBE ?s {{ SERVICE {OUT} {{ ?s ?p ?o }} }}",
        f"SELECT * {{ ?s ?p ?o }} ORDER BY EXISTS {{ SERVICE {OUT} {{ ?s ?p ?o }} }}",
        f"SELECT ?s {{ ?s ?p ?o }} GROUP BY ?s HAVING (EXISTS {{ SERVICE {OUT} {{ ?s ?p ?o }} }})",
    ],
)
def test_service_is_refused_wherever_it_stands(sparql: str) -> None:
    with pytest.raises(QueryError, match="SERVICE"):
        check(sparql)
    check(sparql, service=True)


@pytest.mark.parametrize(
    "sparql",
    [
        'SELECT ?s { ?s ?p "SERVICE <http://a> { ?s ?p ?o }" }',
        "SELECT ?s { ?s ?p <https://service.example/x> }",
        "SELECT ?service { ?service ?p ?o } # SERVICE <http://a> { }",
        "PREFIX service: <https://x.example/> SELECT ?s { ?s service:load ?o }",
        'SELECT ?s { ?s ?p ?o FILTER(CONTAINS(?o, """LOAD "service" """)) }',
        "ASK { ?s ?p 'DROP ALL' }",
        "# INSERT nothing\nASK { ?s ?p ?o }",
    ],
)
def test_words_in_text_are_no_calls(sparql: str) -> None:
    check(sparql)
    open_store().query(sparql)


@pytest.mark.parametrize(
    "sparql",
    [
        "INSERT DATA { <https://x.example/s> <https://x.example/p> 1 }",
        "LOAD <http://127.0.0.1:9/x>",
        "PREFIX x: <https://x.example/> DELETE WHERE { ?s ?p ?o }",
        "DROP ALL",
        "WITH <https://x.example/g> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }",
    ],
)
def test_updates_are_refused(sparql: str) -> None:
    store = open_store()
    with pytest.raises(QueryError, match="would change the store"):
        store.query(sparql)


def test_an_update_after_a_query_does_not_run() -> None:
    store = open_store()
    with pytest.raises(QueryError):
        store.query("ASK { ?s ?p ?o } ; INSERT DATA { <https://x.example/s> <https://x.example/p> 1 }")
    assert store.graphs() == []


def test_a_call_is_not_made() -> None:
    with pytest.raises(QueryError, match="not allowed"):
        open_store().query(f"SELECT * {{ SERVICE {OUT} {{ ?s ?p ?o }} }}", limits=Limits(seconds=10))


def test_parameters_take_the_place_of_variables_only() -> None:
    sparql = 'SELECT ?x { ?x <https://x.example/?name> "?name" ; ?p ?name . FILTER(?x<?name) } # ?name'

    assert bind(sparql, {"name": Literal("a")}) == (
        'SELECT ?x { ?x <https://x.example/?name> "?name" ; ?p "a" . FILTER(?x<"a") } # ?name'
    )


def test_parameters_cannot_break_out() -> None:
    store = open_store()
    store.add(b'<https://x.example/s> <https://x.example/p> "a" <https://x.example/g> .\n')
    for text in ('a" } #', '") || (true', "\\", '"""', "a\n}"):
        result = store.query("SELECT ?s { ?s ?p ?o FILTER(STR(?o) = ?name) }", {"name": Literal(text)})
        assert result.rows == ()
    found = store.query("SELECT ?o { ?it ?p ?o }", {"it": NamedNode("https://x.example/s")})
    assert found.values() == [("a",)]


def test_an_unknown_parameter_is_refused() -> None:
    with pytest.raises(QueryError, match="no variable \\?nam:"):
        open_store().query("ASK { ?s ?p ?name }", {"nam": Literal("a")})
