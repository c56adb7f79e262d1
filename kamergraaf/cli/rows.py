"""Rows as comma-separated values and as JSON: what a program or a spreadsheet takes further."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING, Any

from graph.cells import guard

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

__all__ = ["WRITERS", "as_csv", "as_json", "as_jsonl"]


def as_csv(head: Sequence[str], rows: Iterable[dict[str, Any]]) -> str:
    """Give a header and a line a row; lists are parted by a semicolon, cells are safe in a spreadsheet."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(head)
    writer.writerows([guard(_cell(row[name])) for name in head] for row in rows)
    return out.getvalue()


def as_json(head: Sequence[str], rows: Iterable[dict[str, Any]]) -> str:
    """Give one list of objects."""
    return json.dumps([_plain(head, row) for row in rows], ensure_ascii=False, indent=1) + "\n"


def as_jsonl(head: Sequence[str], rows: Iterable[dict[str, Any]]) -> str:
    """Give one object a line."""
    return "".join(json.dumps(_plain(head, row), ensure_ascii=False) + "\n" for row in rows)


def _plain(head: Sequence[str], row: dict[str, Any]) -> dict[str, Any]:
    kept = (bool, int, float, list, tuple, type(None))
    return {name: row[name] if isinstance(row[name], kept) else str(row[name]) for name in head}


def _cell(value: Any) -> str:
    if isinstance(value, (list, tuple)):
        return "; ".join(map(str, value))
    return "" if value is None else str(value)


WRITERS = {"csv": as_csv, "json": as_json, "jsonl": as_jsonl}
"""Writers by format: from the names of columns and rows by these names to text."""
