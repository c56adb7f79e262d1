"""The answer to a query, and the forms in which it can be written."""

from __future__ import annotations

import csv
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, TextIO

from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, Triple, serialize

from graph.cells import guard
from graph.errors import QueryError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

__all__ = ["WRITERS", "Result", "Row", "Term", "Value", "plain", "write"]

Term = NamedNode | BlankNode | Literal | Triple
Row = tuple[Term | None, ...]
Value = NamedNode | Literal
"""What can stand for a parameter: an IRI or a literal."""

_XSD_STRING = "http://www.w3.org/2001/XMLSchema#string"


@dataclass(frozen=True, slots=True)
class Result:
    """One answer: rows of a SELECT, the truth of an ASK, or the triples of a CONSTRUCT or DESCRIBE."""

    variables: tuple[str, ...] = ()
    rows: tuple[Row, ...] = ()
    boolean: bool | None = None
    triples: tuple[Triple, ...] | None = None
    cut: bool = False
    """Whether a limit left out the rest."""

    def values(self) -> list[tuple[str | None, ...]]:
        """Rows as plain strings: IRIs and lexical forms, None where a variable is unbound."""
        return [tuple(plain(term) for term in row) for row in self.rows]

    def table(self) -> tuple[tuple[str, ...], list[tuple[str | None, ...]]]:
        """Head and rows for any form of answer, so that each can be shown as a table."""
        if self.boolean is not None:
            return ("boolean",), [(str(self.boolean).lower(),)]
        if self.triples is not None:
            rows = [(plain(t.subject), plain(t.predicate), plain(t.object)) for t in self.triples]
            return ("subject", "predicate", "object"), [tuple(row) for row in rows]
        return self.variables, self.values()


def plain(term: Term | None) -> str | None:
    """Give an IRI or the lexical form of a literal, without marks."""
    if term is None:
        return None
    return str(term) if isinstance(term, Triple) else term.value


def _separated(result: Result, out: TextIO, prefixes: Mapping[str, str], delimiter: str) -> None:
    del prefixes
    head, rows = result.table()
    writer = csv.writer(out, delimiter=delimiter, lineterminator="\n")
    writer.writerow(head)
    writer.writerows([guard(cell or "") for cell in row] for row in rows)


def _csv(result: Result, out: TextIO, prefixes: Mapping[str, str]) -> None:
    _separated(result, out, prefixes, ",")


def _tsv(result: Result, out: TextIO, prefixes: Mapping[str, str]) -> None:
    _separated(result, out, prefixes, "\t")


def _json_term(term: Term) -> dict[str, object]:
    match term:
        case NamedNode():
            return {"type": "uri", "value": term.value}
        case BlankNode():
            return {"type": "bnode", "value": term.value}
        case Literal():
            form: dict[str, object] = {"type": "literal", "value": term.value}
            if term.language:
                form["xml:lang"] = term.language
            elif term.datatype.value != _XSD_STRING:
                form["datatype"] = term.datatype.value
            return form
        case _:
            parts = {"subject": term.subject, "predicate": term.predicate, "object": term.object}
            return {"type": "triple", "value": {name: _json_term(part) for name, part in parts.items()}}


def _json(result: Result, out: TextIO, prefixes: Mapping[str, str]) -> None:
    """SPARQL 1.1 Query Results JSON; triples are given as rows of subject, predicate and object."""
    del prefixes
    if result.boolean is not None:
        form: dict[str, object] = {"head": {}, "boolean": result.boolean}
    else:
        head, rows = result.variables, result.rows
        if result.triples is not None:
            head = ("subject", "predicate", "object")
            rows = tuple((t.subject, t.predicate, t.object) for t in result.triples)
        bindings = [
            {name: _json_term(term) for name, term in zip(head, row, strict=True) if term is not None}
            for row in rows
        ]
        form = {"head": {"vars": list(head)}, "results": {"bindings": bindings}}
    json.dump(form, out, ensure_ascii=False, indent=1)
    out.write("\n")


def _turtle(result: Result, out: TextIO, prefixes: Mapping[str, str]) -> None:
    if result.triples is None:
        raise QueryError(
            "Turtle holds triples: write the query as CONSTRUCT or DESCRIBE, or ask for csv or json."
        )
    ordered: Iterable[Triple] = sorted(result.triples, key=str)
    out.write((serialize(ordered, format=RdfFormat.TURTLE, prefixes=dict(prefixes)) or b"").decode())


WRITERS: dict[str, Callable[[Result, TextIO, Mapping[str, str]], None]] = {
    "csv": _csv,
    "tsv": _tsv,
    "json": _json,
    "ttl": _turtle,
}
"""Writers by the name of their format."""


def write(result: Result, form: str, out: TextIO, prefixes: Mapping[str, str] | None = None) -> None:
    """Write an answer in one of `WRITERS`; cells of csv and tsv are guarded as `graph.cells` tells.

    Raises `QueryError` for an unknown format and for Turtle of an answer that is no graph.
    """
    if form not in WRITERS:
        raise QueryError(f"No such format: {form}. Known are {', '.join(WRITERS)}.")
    WRITERS[form](result, out, prefixes or {})
