"""Parameters of queries: values take the place of variables as whole terms, never as pasted text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from graph.errors import QueryError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pyoxigraph import Literal, NamedNode

__all__ = ["bind", "tokens"]

_TOKEN = re.compile(
    r"""
      (?P<comment>\#[^\n\r]*)
    | (?P<string>\"\"\"(?:\"{0,2}(?:[^\"\\]|\\.))*\"\"\" | '''(?:'{0,2}(?:[^'\\]|\\.))*'''
               | \"(?:[^\"\\\n\r]|\\.)*\" | '(?:[^'\\\n\r]|\\.)*')
    | (?P<iri><(?!\?)[^<>\"{}|^`\\\x00-\x20]*>)
    | (?P<variable>[?$]\w+)
    | (?P<name>[^\W\d][\w.\-]*)
    """,
    re.VERBOSE | re.DOTALL,
)
"""The tokens of SPARQL 1.1 (section 19.8) that can hide a variable or a keyword, and bare words.

`<` before a variable is read as "less than": an IRI that begins with a question mark is relative,
and no query here has a base.
"""


def tokens(sparql: str) -> list[tuple[str, str]]:
    """Kind and text of each comment, string, IRI, variable and bare word, in order."""
    return [(match.lastgroup or "", match.group()) for match in _TOKEN.finditer(sparql)]


def bind(sparql: str, parameters: Mapping[str, NamedNode | Literal]) -> str:
    """Put terms in the place of the variables that `parameters` names.

    Variables within strings, IRIs and comments stay. Raises `QueryError` when a parameter does not
    occur in the query, so that a slip in its name is no silent change of meaning.
    """
    if not parameters:
        return sparql
    seen: set[str] = set()

    def put(match: re.Match[str]) -> str:
        name = match.group()[1:]
        if match.lastgroup != "variable" or name not in parameters:
            return match.group()
        seen.add(name)
        return str(parameters[name])

    bound = _TOKEN.sub(put, sparql)
    if missing := sorted(set(parameters) - seen):
        raise QueryError(f"The query has no variable ?{missing[0]}: check the name of the parameter.")
    return bound
