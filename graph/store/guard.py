"""What a query may not do: call other servers, or change the store.

The engine itself fetches what SERVICE names, so that a query of a stranger could reach servers
that only this machine can see. Updates cannot run as queries; they are named here for the message.
"""

from __future__ import annotations

import re
from typing import Any

from graph.errors import QueryError
from graph.store.terms import tokens
from ontology.terms import PREFIXES

__all__ = ["check"]

_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")
_UPDATES = frozenset({"add", "clear", "copy", "create", "delete", "drop", "insert", "load", "move", "with"})
_FORMS = frozenset({"ask", "construct", "describe", "select"})


def check(sparql: str, *, service: bool = False) -> None:
    """Raise `QueryError` for an update, and for SERVICE unless `service` allows it."""
    text = _ESCAPE.sub(_character, sparql)
    form = _form(text)
    if form in _UPDATES:
        raise QueryError(
            f"{form.upper()} would change the store; only SELECT, ASK, CONSTRUCT and DESCRIBE can be asked."
        )
    if not service and "service" in text.lower() and _calls_out(text):
        raise QueryError(
            "SERVICE would send the query to another server, which is not allowed here: leave it out."
        )


def _character(match: re.Match[str]) -> str:
    code = int(match.group(1) or match.group(2), 16)
    return chr(code) if code <= 0x10FFFF else match.group()  # noqa: PLR2004 - the last code point


def _form(text: str) -> str:
    """Find the first keyword after the prologue, in lower case; empty when there is none."""
    for kind, word in tokens(text):
        if kind == "name" and word.lower() in _UPDATES | _FORMS:
            return word.lower()
    return ""


def _calls_out(text: str) -> bool:
    """Whether a query that has the letters of SERVICE somewhere does call: read by a real parser.

    The word is common in titles and addresses, so its place in the grammar decides. A query that
    this parser cannot read is taken to call.
    """
    from rdflib.plugins.sparql.algebra import translateQuery  # noqa: PLC0415 - slow to import, rarely needed
    from rdflib.plugins.sparql.parser import parseQuery  # noqa: PLC0415 - likewise

    try:
        algebra = translateQuery(parseQuery(text), initNs=PREFIXES).algebra
    except Exception:  # noqa: BLE001 - pyparsing and rdflib raise many kinds; none of them says "harmless"
        return True
    return _has_service(algebra, set())


def _has_service(node: Any, seen: set[int]) -> bool:
    """Walk rdflib's algebra: CompValue is a dict with a name; lists and tuples hold more of them."""
    if id(node) in seen:
        return False
    seen.add(id(node))
    if getattr(node, "name", None) == "ServiceGraphPattern":
        return True
    if isinstance(node, dict):
        return any(_has_service(part, seen) for part in node.values())
    if isinstance(node, (list, tuple, set)):
        return any(_has_service(part, seen) for part in node)
    return False
