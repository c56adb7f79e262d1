"""From what a person types to nodes of the graph: an IRI, an id, a number, an address or a name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode

from kamergraaf.asking import declare
from kamergraaf.errors import UsageError
from kamergraaf.names import expand
from ontology import iris

if TYPE_CHECKING:
    from graph.store.protocol import Store

__all__ = ["find"]

_ADDRESS = re.compile(r"https?://[^\s<>\"{}|^`\\]+")
_KNOWN = "ASK { ?node ?p ?o }"
_BY_PAGE = "SELECT DISTINCT ?node { ?node foaf:page ?page FILTER(STR(?page) = ?what) } ORDER BY ?node"
_BY_NUMBER = """
    SELECT DISTINCT ?node {
      ?node dcterms:identifier|kg:caseNumber ?number FILTER(LCASE(?number) = LCASE(?what))
    } ORDER BY ?node"""
_BY_NAME = """
    SELECT DISTINCT ?name ?node {
      ?node foaf:name|skos:prefLabel ?name FILTER(CONTAINS(LCASE(?name), LCASE(?what)))
      MINUS { ?node kg:namedAs ?text }
      MINUS { ?twice kg:sameSetAs ?better ; kg:askedBy ?node }
    } ORDER BY ?name ?node"""
_SHOWN = 5


def find(store: Store, what: str) -> list[str]:
    """Give the IRIs of the nodes that `what` stands for; several where documents print one name.

    It can be an IRI, also in short form (`id:doc/nl/kst-99001-14`), an id (`kst-99001-14`), a case number,
    the address of a source, or the name of a person, post or party, in full or in part. Raises
    `UsageError` where nothing fits, or where a part of a name fits several names.
    """
    iri = expand(what) if what.startswith("id:") else what
    if _ADDRESS.fullmatch(iri):
        known = [node for node in (iri, iris.source(iri)) if _ask(store, node)]
        found = known[:1] or _nodes(store, _BY_PAGE, what)
    else:
        document = iris.document(what) if re.fullmatch(r"[\w.-]+", what) else ""
        found = [document] if document and _ask(store, document) else _nodes(store, _BY_NUMBER, what)
        found = found or _named(store, what)
    if not found:
        raise UsageError(
            f"{what}: nothing in this store has this IRI, id, number, address or name. "
            "Load its document first, or look it up with `kamergraaf query`."
        )
    return found


def _ask(store: Store, iri: str) -> bool:
    return bool(store.query(_KNOWN, {"node": NamedNode(iri)}).boolean)


def _nodes(store: Store, sparql: str, what: str) -> list[str]:
    return [row[-1] or "" for row in store.query(declare(sparql), {"what": Literal(what)}).values()]


def _named(store: Store, what: str) -> list[str]:
    rows = store.query(declare(_BY_NAME), {"what": Literal(what)}).values()
    exact = [row for row in rows if (row[0] or "").casefold() == what.casefold()]
    names = list(dict.fromkeys(row[0] or "" for row in exact or rows))
    if len({name.casefold() for name in names}) > 1:
        more = f" and {len(names) - _SHOWN} more" if len(names) > _SHOWN else ""
        raise UsageError(f"{what}: several names fit: {', '.join(names[:_SHOWN])}{more}. Write one in full.")
    return [row[1] or "" for row in exact or rows]
