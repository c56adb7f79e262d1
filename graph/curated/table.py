"""The table that people edit: its columns, and its form as CSV."""

from __future__ import annotations

import csv
import io
from dataclasses import asdict, dataclass, fields
from typing import TYPE_CHECKING, TextIO

from graph.cells import guard, unguard
from ontology.errors import KamergraafError

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["COLUMNS", "STATUSES", "CurationError", "Problem", "Row", "read", "write"]

STATUSES = ("keep", "correct", "reject", "new")
_SHOWN = 20


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong in a cell."""

    row: int
    """Number of the row in the table, the head being row 1."""
    column: str
    words: str

    def __str__(self) -> str:
        return f"row {self.row}, column {self.column}: {self.words}"


class CurationError(KamergraafError):
    """A table of corrections that cannot be taken in; nothing of it was."""

    exit_code = 6

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        shown = [str(problem) for problem in self.problems[:_SHOWN]]
        if len(self.problems) > _SHOWN:
            shown.append(f"and {len(self.problems) - _SHOWN} more")
        super().__init__("\n".join((*shown, "Nothing was written; correct the table and give it again.")))


@dataclass(frozen=True, slots=True)
class Row:
    """One row: what the graph holds of a decision, a report or a name. All cells are text."""

    id: str = ""
    """Of the statement or the name; empty for a row that a person adds."""
    what: str = "decision"
    """`decision`, `report` or `person`."""
    status: str = ""
    """Empty: as the program has it, or has again. Else one of `STATUSES`."""
    type: str = ""
    """Of a decision what it does; of a report its kind."""
    instruments: str = ""
    """Names of concepts, with spaces between them."""
    country: str = ""
    """ISO 3166-1 alpha-3."""
    group: str = ""
    """Target group in the words of the text; of a name its parliamentary group."""
    decided_on: str = ""
    """Day of the decision or of the report."""
    effective_from: str = ""
    """First day of effect; of a report, of the period that it covers."""
    effective_until: str = ""
    """Last day of effect; of a report, of the period that it covers."""
    expected: str = ""
    """Of a report that is still to come: first and last day with a slash between them."""
    documents: str = ""
    """Ids of the documents that record it, as `kst-19637-3018`, with spaces between them."""
    quote: str = ""
    """The sentence that says so."""
    name: str = ""
    """Name as printed."""
    person: str = ""
    """Last parts of the IRI of a person: `tk/…`, `wd/Q…`."""
    note: str = ""
    """For the reader; not taken in."""


COLUMNS = tuple(field.name for field in fields(Row))


def write(rows: Iterable[Row], out: TextIO) -> None:
    """Write rows as CSV; cells that a spreadsheet would run are guarded (`graph.cells`)."""
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for row in rows:
        writer.writerow([guard(cell) for cell in asdict(row).values()])


def read(text: str) -> list[Row]:
    """Read rows from CSV with commas or semicolons; columns may lack or stand in another order.

    Raises `CurationError` for a head without `status` or with a column that is not known, and for a row that
    is longer than the head.
    """
    text = text.removeprefix("\ufeff")
    head = text.partition("\n")[0]
    reader = csv.DictReader(
        io.StringIO(text, newline=""), delimiter=";" if head.count(";") > head.count(",") else ","
    )
    names = [name.strip() for name in reader.fieldnames or ()]
    unknown = [name for name in names if name not in COLUMNS]
    if unknown or "status" not in names:
        wrong = f"there is no column {unknown[0]!r}" if unknown else "the column status is missing"
        raise CurationError(
            [Problem(1, unknown[0] if unknown else "status", f"{wrong}; known are {', '.join(COLUMNS)}")]
        )
    reader.fieldnames = names
    rows = []
    for number, cells in enumerate(reader, 2):
        if None in cells:
            raise CurationError([Problem(number, names[-1], "the row has more cells than the head")])
        given = {name: unguard((cell or "").strip()) for name, cell in cells.items()}
        rows.append(Row(**given))
    return rows
