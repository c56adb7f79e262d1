"""The graph as CSV files with a Frictionless data package that describes them."""

from __future__ import annotations

import csv
import json
from contextlib import contextmanager
from typing import TYPE_CHECKING, TextIO

from graph.cells import guard
from graph.errors import StoreError
from graph.export.tables import TABLES
from graph.results import plain

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from graph.export.tables import Column, Table
    from graph.store.protocol import Store

__all__ = ["export_csv"]


def export_csv(store: Store, folder: Path) -> dict[str, int]:
    """Write one CSV file a table and `datapackage.json`; gives the number of rows by table.

    Files are UTF-8 with CR LF (RFC 4180); rows are sorted by IRI. Text that a spreadsheet would
    run as a formula begins with an apostrophe (see `graph.cells`). Each file is put in place
    whole. Raises `StoreError` when the folder cannot be written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        counts = {table.name: _write(store, table, folder / f"{table.name}.csv") for table in TABLES}
        with _whole(folder / "datapackage.json") as out:
            json.dump(_package(), out, ensure_ascii=False, indent=2)
            out.write("\n")
    except OSError as error:
        raise StoreError(
            f"{folder}: the tables cannot be written: {error.strerror or error}. Give another folder."
        ) from error
    return counts


@contextmanager
def _whole(file: Path) -> Iterator[TextIO]:
    """A file that appears under its name only when it is complete."""
    part = file.with_name(f"{file.name}.part")
    try:
        with part.open("w", encoding="utf-8", newline="") as out:
            yield out
        part.replace(file)
    finally:
        part.unlink(missing_ok=True)


def _write(store: Store, table: Table, file: Path) -> int:
    rows = 0
    with _whole(file) as out:
        writer = csv.writer(out)
        writer.writerow(table.head)
        for row in store.select(table.sparql):
            cells = zip(row, table.columns, strict=True)
            writer.writerow(_cell(plain(term) or "", column) for term, column in cells)
            rows += 1
    return rows


def _cell(text: str, column: Column) -> str:
    if column.many:
        return " ".join(sorted(text.split()))
    return guard(text) if column.type == "string" else text


def _package() -> dict[str, object]:
    return {
        "profile": "tabular-data-package",
        "name": "kamergraaf",
        "title": "Kamergraaf: parliamentary questions, answers and what they cite",
        "description": "A cell that begins with =, +, -, @, a tab or a carriage return has an apostrophe "
        "in front, so that no spreadsheet takes it for a formula.",
        "resources": [_resource(table) for table in TABLES],
    }


def _resource(table: Table) -> dict[str, object]:
    keys = [
        {"fields": [column], "reference": {"resource": target, "fields": ["iri"]}}
        for column, target in table.within
    ]
    fields = [{"name": c.name, "type": c.type, "description": c.help} for c in table.columns]
    schema: dict[str, object] = {"fields": fields, "primaryKey": ["iri"], "missingValues": [""]}
    if keys:
        schema["foreignKeys"] = keys
    return {
        "name": table.name,
        "title": table.title,
        "description": table.help,
        "path": f"{table.name}.csv",
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": schema,
    }
