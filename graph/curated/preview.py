"""What taking a table in would change, without changing it."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

from graph.curated.checking import Checker
from graph.curated.export import export
from graph.curated.held import decided_on, held
from graph.curated.table import CurationError, Row

if TYPE_CHECKING:
    from collections.abc import Iterable

    from graph.store.oxigraph import OxigraphStore

__all__ = ["Change", "preview"]

_STATED = tuple(field.name for field in fields(Row) if field.name not in {"id", "what", "status", "note"})


@dataclass(frozen=True, slots=True)
class Change:
    """One row on which something else would be decided than before."""

    number: int
    """Of the row in the table, the head being row 1."""
    row: Row
    former: Row | None
    """What the graph holds of it now; None for what is new."""

    @property
    def cells(self) -> list[tuple[str, str, str]]:
        """Columns that say something else, with what they say now and would say."""
        if self.row.status == "reject":
            return []
        former = self.former or Row()
        pairs = [(name, getattr(former, name), getattr(self.row, name)) for name in _STATED]
        return [(name, before, after) for name, before, after in pairs if before != after]


def preview(store: OxigraphStore, rows: Iterable[Row]) -> list[Change]:
    """Rows that `take` would act on, in order of the table.

    Raises `CurationError`, as `take` does, for a table with anything wrong in it.
    """
    checker = Checker(store, held(store), decided_on(store))
    listed = list(rows)
    acted = [number for number, row in enumerate(listed, 2) if checker.check(number, row)]
    if checker.problems:
        raise CurationError(checker.problems)
    former = {(row.what, row.id): row for row in export(store)}
    found = []
    for number in acted:
        row = listed[number - 2]
        found.append(Change(number, row, former.get((row.what, row.id)) if row.id else None))
    return found
