"""Dutch dates as documents print them: `18 januari 2023`, `21 oktber 2024`, `30-09-2024`, `6 november jl.`.

One table of month names serves all; a misspelt month is read when it is within one slip of a
name (difflib ratio 0.8). No clock is read: a date without a year is resolved against a date
that the document itself gives.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from functools import lru_cache

__all__ = ["DATE", "FoundDate", "find_dates", "first_date", "recent"]

_NAMES = {
    1: "januari jan january",
    2: "februari febr feb february",
    3: "maart mrt march mar",
    4: "april apr",
    5: "mei may",
    6: "juni jun june",
    7: "juli jul july",
    8: "augustus aug august",
    9: "september sept sep",
    10: "oktober okt october oct",
    11: "november nov",
    12: "december dec",
}
MONTHS = {name: month for month, names in _NAMES.items() for name in names.split()}
_LONG = [name for name in MONTHS if len(name) > 4]  # noqa: PLR2004 - short names are too alike for slips

# White space is optional throughout: text layers glue words ("18 november2024").
DATE = (
    r"(?:(?P<day>\d{1,2})(?:e|ste|de)?\s*(?P<month>[A-Za-z]{3,10})\.?\s*(?P<year>(?:19|20)\d{2})(?!\d)"
    r"|(?P<month2>[A-Z][a-z]{2,9})\s+(?P<day2>\d{1,2}),\s*(?P<year2>(?:19|20)\d{2})(?!\d)"
    r"|(?P<day3>\d{1,2})[-/.](?P<month3>\d{1,2})[-/.](?P<year3>(?:19|20)\d{2})(?!\d)"
    r"|(?P<year4>(?:19|20)\d{2})-(?P<month4>\d{2})-(?P<day4>\d{2})(?!\d))"
)
_DATE = re.compile(r"(?<!\d)" + DATE)
_DAY_MONTH = re.compile(r"(?<!\d)(\d{1,2})\s*([A-Za-z]{3,10})\.?\s*(?:jl|jongstleden|j\.l|ll)\b")


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date and where it stands in the string that was searched."""

    value: date
    start: int
    end: int


@lru_cache(maxsize=1024)
def month_number(word: str) -> int | None:
    """Number of the month that a word names, slips allowed; None where it names none."""
    word = word.casefold()
    if word in MONTHS:
        return MONTHS[word]
    close = get_close_matches(word, _LONG, n=1, cutoff=0.8)
    return MONTHS[close[0]] if close else None


def _from_match(match: re.Match[str]) -> date | None:
    parts = match.groupdict()
    for suffix in ("", "2", "3", "4"):
        if parts[f"year{suffix}"]:
            word = parts[f"month{suffix}"]
            month = int(word) if word.isdigit() else month_number(word)
            try:
                return date(int(parts[f"year{suffix}"]), month or 0, int(parts[f"day{suffix}"]))
            except ValueError:
                return None
    return None


def find_dates(text: str) -> Iterator[FoundDate]:
    """Every full date (day, month and year) in a string, in order."""
    for match in _DATE.finditer(text):
        value = _from_match(match)
        if value is not None:
            yield FoundDate(value, match.start(), match.end())


def first_date(text: str) -> FoundDate | None:
    """The first full date in a string."""
    return next(find_dates(text), None)


def recent(text: str, on: date) -> FoundDate | None:
    """The first date without a year that is marked as past (`6 november jl.`), last before `on`."""
    for match in _DAY_MONTH.finditer(text):
        month = month_number(match[2])
        for year in (on.year, on.year - 1):
            try:
                value = date(year, month or 0, int(match[1]))
            except ValueError:
                break
            if value <= on:
                return FoundDate(value, match.start(), match.end())
    return None
