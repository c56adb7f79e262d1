"""The text layer of a row: one line a field, so that each value has a place that says it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from loaders.odata.days import as_day
from ontology.records import Read, Remark, Snapshot, Span

if TYPE_CHECKING:
    from loaders.odata.entities import Row

__all__ = ["MEDIA_TYPE", "Sheet"]

MEDIA_TYPE = "application/json"


class Sheet:
    """Writes the fields of a row that are read, and gathers what is odd about them."""

    def __init__(self, row: Row) -> None:
        self._row = row
        self._lines: list[str] = []
        self._end = 0
        self.remarks: list[Remark] = []

    def say(self, field: str, value: str) -> Span:
        """Write a field; gives the place of its value."""
        line = f"{field}: {value}\n"
        start = self._end + len(field) + 2
        self._lines.append(line)
        self._end += len(line)
        return Span(start, start + len(value))

    def remark(self, code: str, message: str, span: Span | None = None) -> None:
        """Note something odd."""
        self.remarks.append(Remark(code, message, span))

    def words(self, field: str) -> Read[str] | None:
        """Give a field of text with its white space mended; None where it is empty or no text."""
        value = self._row.get(field)
        text = " ".join(value.split()) if isinstance(value, str) else ""
        return Read(text, self.say(field, text)) if text else None

    def day(self, field: str) -> Read[date] | None:
        """Give a field that holds a day, with a remark where its midnight had been moved or is no time."""
        text = self._row.get(field)
        if not text:
            return None
        span = self.say(field, str(text))
        found = as_day(str(text))
        if found is None:
            self.remark("no-date", f"{field} is no date: {str(text)[:40]}", span)
            return None
        day, moved = found
        if moved:
            self.remark(
                "date-moved", f"{field} {text} is read as {day}, the midnight it was moved from", span
            )
        return Read(day, span)

    def snapshot(self, sha256: str, source: str) -> Snapshot:
        """Give all that was written as the text of the row."""
        return Snapshot(sha256, MEDIA_TYPE, source, "".join(self._lines))
