"""The table of what can be curated: decisions, reports, names that stand for nobody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.curated.conflicts import conflicts
from graph.curated.held import STATEMENT, decided_on, held, persons
from graph.curated.table import Row
from ontology.terms import Kg

if TYPE_CHECKING:
    from graph.store.oxigraph import OxigraphStore

__all__ = ["export"]

_ORDER = ("decision", "report")


def export(store: OxigraphStore) -> list[Row]:
    """Rows in a fixed order: decisions and reports by country, instrument and day, then names.

    What people decided comes with its status, in the place of what was extracted; conflicts stand in
    the note.
    """
    decided = decided_on(store)
    told = held(store)
    notes: dict[str, str] = {}
    for conflict in conflicts(store):
        notes[conflict.id] = "; ".join(filter(None, (notes.get(conflict.id), conflict.words)))
    replaced = {iri for one in decided.values() for iri in one.facts[Kg.CURATES]}
    found = []
    for iri, one in told.items():
        if iri not in replaced or iri in decided:
            status = decided[iri].one(Kg.CURATION_STATUS) if iri in decided else ""
            found.append(one.row(status, notes.get(iri.removeprefix(STATEMENT), "")))
    for iri, one in decided.items():
        if one.one(Kg.CURATION_STATUS) == "reject":
            former = told.get(one.one(Kg.CURATES))
            row = former.row("reject") if former else Row(id=iri.removeprefix(STATEMENT), status="reject")
            found.append(row)
    found.sort(key=_place)
    return [*found, *persons(store)]


def _place(row: Row) -> tuple[int, str, str, str, str]:
    return _ORDER.index(row.what), row.country, row.instruments, row.decided_on, row.id
