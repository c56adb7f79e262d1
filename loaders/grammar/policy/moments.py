"""Dates and periods in running Dutch text, read against the day on which the text was written.

A moment keeps the words that lead to it ("met ingang van", "tot en met", "op"), since these say what it
is. A day without a year is the one that "jl." or "a.s." says, else the one of a fuller date that follows it
in a range, else the nearest on the side that `lean` gives. Words that bound nothing ("binnenkort", "de
komende weken") give no moment.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from loaders.grammar.dates import MONTHS, find_dates, month_number
from loaders.grammar.policy.seasons import relative_period
from ontology.records import Period

__all__ = ["Moment", "find_moments", "months_later", "to_come"]

_MONTH = "|".join(sorted((name for name in MONTHS if name[-1] != "y"), key=len, reverse=True))
_LEAD = re.compile(
    r"(?P<lead>met\s+(?:onmiddellijke\s+)?ingang\s+(?:van|per|op)|m\.i\.v\.|ingaande(?:\s+op)?"
    r"|in\s+ieder\s+geval\s+tot(?:\s+en\s+met)?"
    r"|tot\s+en\s+met|t\s?/\s?m|tot\s+uiterlijk|tot(?:dat)?|uiterlijk(?:\s+(?:per|op))?|vanaf|per|sinds"
    r"|sedert|vóór|voor|na|tussen"
    r"|d\.?d\.?|op|van|in|binnen|rond|omstreeks|naar\s+verwachting|en)"
    r"(?:\s+(?:de|het|dit|in\s+ieder\s+geval|ongeveer|circa|uiterlijk|voorlopig|en\s+met|dag\s+van"
    r"|(?:maan|dins|woens|donder|vrij|zater|zon)dag,?))*\s+$",
    re.IGNORECASE,
)
_LEAD_REACH = 48
_YEAR = re.compile(r"(?:19|20)\d{2}")
_PAST = r"(?:jl|jongstleden|j\.l|ll)\b\.?"
_NEXT = r"(?:a\.\s?s\.|aanstaande\b|eerstkomende\b|e\.k\.)"
_DAY_MONTH = re.compile(
    rf"(?<![\d.,/-])(?P<day>[0-3]?\d)(?:e|ste|de)?\s+(?P<month>{_MONTH})\b\.?(?!\s*(?:19|20)\d{{2}})"
    rf"(?:\s*,?\s*(?:(?P<past>{_PAST}|(?:van\s+)?(?:het\s+)?(?:vorige?|afgelopen)\s+jaar)|(?P<next>{_NEXT}|(?:van\s+)?volgend\s+jaar)"
    r"|(?P<same>dezer|(?:van\s+)?dit\s+jaar)))?",
    re.IGNORECASE,
)
_TODAY = re.compile(
    r"\b(?:(?:per|vanaf|van)\s+)?heden\b|\bvandaag\b|\bmet\s+onmiddellijke\s+ingang(?!\s+van)"
    r"|\bper\s+(?:direct|ommegaande)\b",
    re.IGNORECASE,
)
_OF_THAT_MONTH = re.compile(
    r"\b(?P<day>[0-3]?\d)(?:e|ste|de)?\s+(?:van\s+)?(?:die|dezelfde|deze|diezelfde)\s+maand\b", re.IGNORECASE
)
"""A day of the month that was named before: "de 11e van die maand"."""
_RANGE = re.compile(r"\s*(?:tot(?:\s+en\s+met)?|t\s?/\s?m|en|–|-)\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Moment:
    """A day or a period, its place in the searched text, and the words that lead to it, in lower case."""

    period: Period
    start: int
    end: int
    lead: str = ""
    floating: bool = False
    """Whether the year was chosen, since the text gives neither a year nor a side."""

    @property
    def day(self) -> date | None:
        """The day, where it is one."""
        return self.period.first if self.period.first == self.period.last else None


def months_later(day: date, months: int) -> date:
    """The same day of a later month, or the last one of that month where it is shorter.

    >>> months_later(date(2022, 12, 29), 6), months_later(date(2023, 8, 31), 6)
    (datetime.date(2023, 6, 29), datetime.date(2024, 2, 29))
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def to_come(moment: Moment, text: str, written: date | None) -> Period | None:
    """A period that is not over: in the year after where the text names no year and this year's is over."""
    period = moment.period
    if written is None or period.last >= written:
        return period
    if _YEAR.search(text, moment.start, moment.end) or written.year - period.last.year > 1:
        return None
    first, last = (months_later(day, 12) for day in (period.first, period.last))
    return Period(first, last, _YEAR.sub(lambda year: str(int(year[0]) + 1), period.label))


def find_moments(
    text: str, written: date | None, start: int = 0, end: int | None = None, *, lean: int = 0
) -> list[Moment]:
    """Every day and period in a stretch of text, in order.

    `written` is the day to count from; without it only what stands for itself is found. `lean` tells on
    which side of it a day without a year lies: -1 before, 1 after, 0 the nearest.
    """
    end = len(text) if end is None else end
    stretch = text[start:end]
    found = [(_day(date_.value), start + date_.start, start + date_.end) for date_ in find_dates(stretch)]
    taken = [(opens, closes) for _, opens, closes in found]
    for period, opens, closes in _others(stretch, written, [(a - start, b - start) for a, b in taken], lean):
        if not any(opens + start < b and a < closes + start for a, b in taken):
            found.append((period, opens + start, closes + start))
            taken.append((opens + start, closes + start))
    found.sort(key=lambda moment: moment[1])
    found += list(_of_that_month(text, start, end, found))
    return [
        Moment(period, opens, closes, _lead(text, start, opens), _floats(text[opens:closes]))
        for period, opens, closes in sorted(found, key=lambda moment: moment[1])
    ]


def _of_that_month(
    text: str, start: int, end: int, found: list[tuple[Period, int, int]]
) -> Iterator[tuple[Period, int, int]]:
    """Days of a month that is named before them."""
    if "maand" not in text[start:end]:
        return
    for match in _OF_THAT_MONTH.finditer(text, start, end):
        months = [period.first for period, _, closes in found if closes <= match.start()]
        day = _made(months[-1].year, months[-1].month, int(match["day"])) if months else None
        if day:
            yield _day(day), match.start(), match.end()


def _floats(words: str) -> bool:
    match = _DAY_MONTH.fullmatch(words)
    return bool(match and not (match["past"] or match["next"] or match["same"]))


def _day(day: date) -> Period:
    return Period(day, day, day.isoformat())


def _lead(text: str, floor: int, at: int) -> str:
    match = _LEAD.search(text[max(floor, at - _LEAD_REACH) : at])
    return " ".join(match["lead"].casefold().split()) if match and _whole(text, floor, at, match) else ""


def _whole(text: str, floor: int, at: int, match: re.Match[str]) -> bool:
    """Whether the lead begins at the beginning of a word."""
    begin = max(floor, at - _LEAD_REACH) + match.start()
    return begin == floor or not text[begin - 1].isalnum()


def _others(
    text: str, written: date | None, full: list[tuple[int, int]], lean: int
) -> Iterator[tuple[Period, int, int]]:
    """Moments that are not full dates; those that need no day to count from first."""
    for match in _DAY_MONTH.finditer(text):
        day = _without_year(text, match, written, full, lean)
        if day:
            yield _day(day), match.start(), match.end()
    if written:
        for match in _TODAY.finditer(text):
            yield _day(written), match.start(), match.end()
    yield from relative_period(text, written)


def _without_year(
    text: str, match: re.Match[str], written: date | None, full: list[tuple[int, int]], lean: int
) -> date | None:
    """The day that a day and a month mean here."""
    month = month_number(match["month"])
    gap = _RANGE.match(text, match.end())
    closing = next((spot for spot in full if gap and spot[0] == gap.end()), None)
    if closing:  # "van 1 juli tot en met 31 december 2023"
        written, lean = next(find_dates(text[closing[0] : closing[1]])).value, -1
    elif match["past"] or match["next"]:
        lean = -1 if match["past"] else 1
    if written is None or month is None:
        return None
    days = [day for year in (-1, 0, 1) if (day := _made(written.year + year, month, int(match["day"])))]
    if match["same"]:
        days = [day for day in days if day.year == written.year]
    elif re.search(r"(?:vorig|afgelopen|volgend)", match[0]):
        days = [day for day in days if day.year == written.year + (-1 if match["past"] else 1)]
    elif lean:
        days = [day for day in days if (day - written).days * lean >= 0]
    return min(days, key=lambda day: abs(day - written), default=None)


def _made(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
