"""Rows of JSON and CSV files, whatever wraps them, read with bounds and without an exception."""

from __future__ import annotations

import csv
import io
import json
from datetime import date, datetime
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

__all__ = ["Rows", "csv_rows", "day", "json_rows", "text", "whole"]

MAX_ROWS = 500_000
_MAX_TEXT = 300
_AMSTERDAM = ZoneInfo("Europe/Amsterdam")


class Rows(NamedTuple):
    """Rows that were read, and what could not be: a place and a reason each."""

    rows: list[dict[str, Any]]
    faults: list[tuple[str, str]]


def _decode(data: bytes) -> str:
    return data.removeprefix(b"\xef\xbb\xbf").decode("utf-8", "replace").replace("\x00", "")


def _unwrap(found: Any) -> Any:
    """Rows of an OData answer, also where a tool has put it in an envelope with `data`."""
    for name in ("value", "data", "value"):
        if isinstance(found, dict) and isinstance(found.get(name), (list, dict)):
            found = found[name]
    return found if isinstance(found, list) else [found]


def json_rows(data: bytes) -> Rows:
    """Objects of a JSON list, an OData page or a file of one object a line."""
    content = _decode(data)
    try:
        found = _unwrap(json.loads(content))
    except (ValueError, RecursionError):
        return _json_lines(content)
    return _objects(found)


def _json_lines(content: str) -> Rows:
    found: list[Any] = []
    faults = []
    for number, line in enumerate(content.splitlines(), 1):
        if not line.strip():
            continue
        try:
            found += _unwrap(json.loads(line))
        except (ValueError, RecursionError) as error:
            faults.append((f"line {number}", f"no JSON: {error}"))
            if len(faults) > len(found) + 20:
                faults.append(("file", "hardly any JSON in it; the rest is left out"))
                break
    rows, more = _objects(found)
    return Rows(rows, faults + more)


def _objects(found: list[Any]) -> Rows:
    faults = [
        (f"row {at}", "no object") for at, row in enumerate(found[:MAX_ROWS], 1) if not isinstance(row, dict)
    ]
    if len(found) > MAX_ROWS:
        faults.append(("file", f"over {MAX_ROWS} rows; the rest is left out"))
    return Rows([row for row in found[:MAX_ROWS] if isinstance(row, dict)], faults)


def csv_rows(data: bytes) -> Rows:
    """Rows of a CSV file with a head; names and values without white space around them."""
    rows, faults = [], []
    reader = csv.DictReader(io.StringIO(_decode(data), newline=""), skipinitialspace=True)
    try:
        for number, row in enumerate(reader, 2):
            if None in row or None in row.values():
                faults.append((f"line {number}", "another number of fields than the head"))
            if number > MAX_ROWS:
                faults.append(("file", f"over {MAX_ROWS} rows; the rest is left out"))
                break
            rows.append({(key or "").strip(): value for key, value in row.items() if isinstance(value, str)})
    except csv.Error as error:
        faults.append((f"line {reader.line_num}", f"no CSV: {error}; the rest is left out"))
    return Rows(rows, faults)


def text(row: dict[str, Any], name: str) -> str:
    """A field as one line of text; empty for what is missing or no text."""
    value = row.get(name)
    if isinstance(value, bool) or not isinstance(value, (str, int)):
        return ""
    return " ".join(str(value).split())[:_MAX_TEXT]


def whole(row: dict[str, Any], name: str) -> int | None:
    """A field as a whole number; None for anything else."""
    value = text(row, name)
    return int(value) if value.isascii() and value.isdigit() and len(value) <= 9 else None  # noqa: PLR2004 - more digits are no number of anything here


def day(value: str) -> date | None:
    """Day of an ISO date or time.

    A time at midnight is the day it prints, whatever its offset; any other time is the day it is
    in the Netherlands then, so that `2023-12-05T23:00:00Z` is 6 December.
    """
    try:
        if len(value) <= len("2023-12-05"):
            return date.fromisoformat(value)
        moment = datetime.fromisoformat(value)
    except ValueError:
        return None
    if moment.tzinfo is None or (moment.utcoffset() and moment.hour == moment.minute == 0):
        return moment.date()
    return moment.astimezone(_AMSTERDAM).date()
