"""What a row is of: told by its annotations, by its page, or by the names of its fields."""

from __future__ import annotations

import re
from typing import Any

__all__ = ["CASE", "DOCUMENT", "Row", "entity", "entity_of_page", "name"]

Row = dict[str, Any]
CASE, DOCUMENT = "Zaak", "Document"

_CONTEXT = re.compile(r"#(?:.*\.)?([A-Za-z]+)")
_FIELDS = (
    (CASE, {"GestartOp", "Nummer"}),
    (DOCUMENT, {"DocumentNummer"}),
    ("ZaakActor", {"ActorNaam", "Relatie"}),
    ("Stemming", {"ActorNaam", "FractieGrootte"}),
    ("Persoon", {"Achternaam"}),
    ("Fractie", {"NaamNL"}),
    ("Besluit", {"BesluitSoort"}),
    ("Vergadering", {"VergaderingNummer"}),
    ("Agendapunt", {"Rubriek", "Aanvangstijd"}),
)
"""Fields that an entity has and those above it have not."""


def entity_of_page(page: Row) -> str | None:
    """Entity of all rows of a page, from its `@odata.context`: `…$metadata#Zaak` gives `Zaak`."""
    found = _CONTEXT.search(str(page.get("@odata.context") or ""))
    return found.group(1) if found else None


def entity(row: Row, page: str | None = None) -> str | None:
    """Entity of a row; None where nothing tells."""
    told = _CONTEXT.search(str(row.get("@odata.type") or "")) or _CONTEXT.search(
        str(row.get("@odata.context") or "")
    )
    if told:
        return told.group(1)
    return page or next((kind for kind, fields in _FIELDS if fields <= row.keys()), None)


def name(row: Row) -> str:
    """What people call a row: its number, else its id; with the time of its last change where it has one."""
    called = row.get("Nummer") or row.get("DocumentNummer") or row.get("Id") or "row"
    changed = row.get("GewijzigdOp")
    return f"{called}@{changed}" if changed else str(called)
