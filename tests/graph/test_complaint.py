from __future__ import annotations

import pytest

from graph.errors import QueryError
from graph.store import open_store


@pytest.mark.parametrize(
    ("sparql", "words"),
    [
        ("SELEC ?s {?s ?p ?o}", "line 1, column 10, “SELEC ?s {?s ?p ?o}”"),
        ("SELECT ?s {\n  ?s ?p }", "line 2, column 10, “?s ?p }”"),
        ("SELECT ?s { ?s foo:bar ?o }", "Prefix not found"),
        ("SELECT (COUNT(?x) AS ?n) ?y {?x ?p ?y}", "The SELECT contains a variable that is unbound"),
        ("", "line 1, column 1"),
    ],
)
def test_a_wrong_query_is_told_by_place_and_reason(sparql: str, words: str) -> None:
    with open_store() as store, pytest.raises(QueryError) as caught:
        store.query(sparql)

    assert words in str(caught.value)
    assert len(str(caught.value)) < 200
