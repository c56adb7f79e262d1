"""Named queries: one `.rq` file each, with a header that says what it answers and what it wants to know.

    # title: Overdue or delayed on a date
    # answers: Sets whose term was over …
    #   and more lines of that.
    # param on: date — the day to look from (example 2030-02-01)
    # param top: number = 50 — with a default (example 10)

A parameter is a variable of the query. Types are `text`, `date`, `number` and `iri`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode

from graph.errors import QueryError
from ontology.terms import XSD

if TYPE_CHECKING:
    from collections.abc import Mapping

    from graph.results import Value

__all__ = ["NamedQuery", "Parameter", "all_queries", "get", "parse", "term"]

_PARAM = re.compile(
    r"(?P<name>\w+): (?P<type>text|date|number|iri)(?: = (?P<default>\"\"|\S+))?"
    r" — (?P<help>.+?) \(example (?P<example>.+)\)"
)
_INTEGER = re.compile(r"[+-]?\d+\Z")


@dataclass(frozen=True, slots=True)
class Parameter:
    """One thing a query wants to know."""

    name: str
    type: str
    help: str
    example: str
    default: str | None = None
    """Used when nothing is given; None where something must be given."""


@dataclass(frozen=True, slots=True)
class NamedQuery:
    """A query with its name, what it answers, and its parameters."""

    name: str
    title: str
    answers: str
    sparql: str = field(repr=False)
    parameters: tuple[Parameter, ...] = ()

    def bind(self, given: Mapping[str, str]) -> dict[str, Value]:
        """Turn what a person typed into terms, by parameter; defaults fill what was left out.

        Raises `QueryError` for an unknown name, a missing value and a value of another type.
        """
        known = {parameter.name: parameter for parameter in self.parameters}
        for name in given:
            if name not in known:
                listed = ", ".join(known) or "none"
                raise QueryError(f"{self.name}: there is no parameter {name}; this query has {listed}.")
        bound: dict[str, Value] = {}
        for name, parameter in known.items():
            text = given.get(name, parameter.default)
            if text is None:
                raise QueryError(
                    f"{self.name}: give {name}, {parameter.help}: --param {name}={parameter.example}."
                )
            bound[name] = term(parameter.type, text, f"{self.name}: {name}")
        return bound


def term(kind: str, text: str, where: str) -> Value:
    """Make a term of a type from text.

    >>> term("number", "12", "somewhere").value
    '12'

    Raises `QueryError` when the text is no value of the type; `where` begins its message.
    """
    if kind == "text":
        return Literal(text)
    if kind == "date":
        try:
            return Literal(date.fromisoformat(text).isoformat(), datatype=NamedNode(f"{XSD}date"))
        except ValueError as error:
            raise QueryError(f"{where} is a day such as 2030-02-01, not {text!r}.") from error
    if kind == "number":
        if not _INTEGER.match(text):
            raise QueryError(f"{where} is a whole number, not {text!r}.")
        return Literal(text, datatype=NamedNode(f"{XSD}integer"))
    try:
        return NamedNode(text)
    except ValueError as error:
        raise QueryError(f"{where} is an IRI such as https://…, not {text!r}.") from error


def parse(name: str, source: str) -> NamedQuery:
    """Read a query file; raises `QueryError` for a header that does not follow the form."""
    title, answers, parameters = "", [], []
    for line in source.splitlines():
        if not line.startswith("#"):
            break
        key, _, rest = line.removeprefix("# ").partition(": ")
        if key == "title":
            title = rest
        elif key == "answers":
            answers.append(rest)
        elif line.startswith("#   ") and answers:
            answers.append(line[4:])
        else:
            parameters.append(_parameter(name, line))
    if not title or not answers:
        raise QueryError(f"{name}.rq: the header must give a title and what the query answers.")
    return NamedQuery(name, title, " ".join(answers), source, tuple(parameters))


def _parameter(name: str, line: str) -> Parameter:
    found = _PARAM.fullmatch(line.removeprefix("# param "))
    if not found:
        raise QueryError(f"{name}.rq: cannot read the header line {line!r}.")
    default = found["default"]
    return Parameter(
        found["name"], found["type"], found["help"], found["example"], "" if default == '""' else default
    )


@cache
def all_queries() -> Mapping[str, NamedQuery]:
    """All named queries that ship with the package, by name, sorted."""
    folder = sorted(files(__name__).iterdir(), key=lambda file: file.name)
    return {
        file.name.removesuffix(".rq"): parse(file.name.removesuffix(".rq"), file.read_text(encoding="utf-8"))
        for file in folder
        if file.name.endswith(".rq")
    }


def get(name: str) -> NamedQuery:
    """A named query; raises `QueryError` that lists the names when there is none of this name."""
    found = all_queries().get(name)
    if found is None:
        raise QueryError(f"There is no query named {name}. There are: {', '.join(all_queries())}.")
    return found
