"""What a person asks: the name of a query, a file, or SPARQL itself, with parameters as typed."""

from __future__ import annotations

import difflib
import re
from pathlib import Path
from typing import TYPE_CHECKING

from graph.queries import all_queries, parse, term
from kamergraaf.errors import UsageError
from kamergraaf.names import expand
from ontology.terms import PREFIXES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from graph.results import Value

__all__ = ["declare", "guess", "prepare", "resolve"]

_SHAPES = {
    "date": re.compile(r"\d{4}-\d{2}-\d{2}"),
    "number": re.compile(r"[+-]?\d+"),
    "iri": re.compile(r"https?://\S+"),
}
"""Types of values that show by their form."""
_HEADER = "# title: "


def resolve(asked: str) -> str:
    """Give the name of a named query, or SPARQL text: as it stands, or from a file.

    What has white space or a brace is SPARQL. Raises `UsageError` when there is no such query or file.
    """
    if asked in all_queries() or re.search(r"[\s{]", asked):
        return asked
    if not asked:
        raise UsageError("The query is empty: give the name of a query, a file, or SPARQL.")
    try:
        return Path(asked).read_text("utf-8")
    except FileNotFoundError:
        close = difflib.get_close_matches(asked, all_queries(), n=1)
        hint = f"did you mean {close[0]}? " if close else ""
        raise UsageError(
            f"{asked}: neither a named query nor a file: {hint}`kamergraaf queries` lists the names."
        ) from None
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(
            f"{asked}: the file of the query cannot be read: {getattr(error, 'strerror', None) or error}."
        ) from error


def prepare(asked: str, given: Mapping[str, str]) -> tuple[str, dict[str, Value]]:
    """Give SPARQL and its bound parameters, for a named query or for SPARQL text.

    Text may leave out the prefixes of `ontology.terms.PREFIXES`. Where it has no header that states the
    types of its parameters, a value that looks like a day, a whole number or a web address is one. The
    short form `id:doc/nl/…` stands for an IRI.
    """
    given = {name: expand(text) if text.startswith("id:") else text for name, text in given.items()}
    named = all_queries().get(asked)
    if named is None and asked.startswith(_HEADER):
        named = parse("the query", asked)
    if named:
        return declare(named.sparql), named.bind(given)
    return declare(asked), {name: term(guess(text), text, name) for name, text in given.items()}


def guess(text: str) -> str:
    """Tell the type of a parameter's value by its form.

    >>> guess("2031-01-22"), guess("12"), guess("https://example.org/x"), guess("Okkema")
    ('date', 'number', 'iri', 'text')
    """
    return next((kind for kind, shape in _SHAPES.items() if shape.fullmatch(text)), "text")


def declare(sparql: str) -> str:
    """Declare known prefixes that are used bare; on the first line, so that lines keep their number."""
    declared = set(re.findall(r"(?i)\bprefix\s+([\w-]*):", sparql))
    used = set(re.findall(r"(?<![\w/<-])([a-z][\w-]*):(?=[\w])", sparql))
    missing = sorted((used - declared) & set(PREFIXES))
    return "".join(f"PREFIX {name}: <{PREFIXES[name]}> " for name in missing) + sparql
