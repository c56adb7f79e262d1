"""Periods coarser than a day: months, quarters, seasons, halves, years, and the House's recesses.

"Medio maart 2023", "het eerste kwartaal van 2023", "dit kwartaal", "eind volgend jaar", "vóór het
zomerreces", "binnen zes weken". What a word such as "begin" or "medio" means in days is a table here, since
no text defines it; the label stays as coarse as the month, quarter or year that is named, or that holds it.
A term that ends within weeks goes by its last day.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta

from loaders.grammar.dates import MONTHS, month_number
from ontology.records import Period

__all__ = ["relative_period"]

_MONTH = "|".join(sorted((name for name in MONTHS if name[-1] != "y"), key=len, reverse=True))
_ORDINALS = {"eerste": 1, "1e": 1, "tweede": 2, "2e": 2, "derde": 3, "3e": 3, "vierde": 4, "4e": 4}
_ORDINAL = "|".join(_ORDINALS)
_PARTS = {
    "begin": (0.0, 1 / 3),
    "medio": (1 / 3, 2 / 3),
    "halverwege": (1 / 3, 2 / 3),
    "midden": (1 / 3, 2 / 3),
    "eind": (2 / 3, 1.0),
    "einde": (2 / 3, 1.0),
    "ultimo": (2 / 3, 1.0),
}
"""Stretch of a month or a year that a word means, as parts of its length."""
_SEASONS = {"voorjaar": (3, 5), "lente": (3, 5), "zomer": (6, 8), "najaar": (9, 11), "herfst": (9, 11)}
"""Months of a season; a winter lies in two years and is left."""
_HALVES_AND_SEASONS = {**_SEASONS, "eerste": (1, 6), "tweede": (7, 12)}
_WHICH = {
    "vorig": -1,
    "vorige": -1,
    "afgelopen": -1,
    "dit": 0,
    "deze": 0,
    "lopende": 0,
    "huidige": 0,
    "volgend": 1,
    "volgende": 1,
    "komend": 1,
    "komende": 1,
    "aankomend": 1,
    "aankomende": 1,
}
_NEAR = "|".join(_WHICH)
_COUNTS = {
    "een": 1,
    "één": 1,
    "twee": 2,
    "drie": 3,
    "vier": 4,
    "vijf": 5,
    "zes": 6,
    "acht": 8,
    "tien": 10,
    "twaalf": 12,
}
_WEEKDAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
_YEAR = r"(?P<year>(?:19|20)\d{2})(?!\d)"
_ABOUT = rf"(?:\b(?P<part>{'|'.join(_PARTS)})\s+(?:van\s+)?)?"
_PERIOD = re.compile(
    rf"{_ABOUT}\b(?P<month>{_MONTH})\b\.?(?:\s+(?:van\s+)?(?:{_YEAR}|(?P<of>{_NEAR})\s+jaar))?"
    rf"|\b(?P<quarter>{_ORDINAL})\s+kwartaal(?:\s+(?:van\s+|in\s+)?(?:{_YEAR.replace('year', 'year2')}"
    rf"|(?P<of2>{_NEAR})\s+jaar))?"
    rf"|\b[QK](?P<quarter2>[1-4])[\s-]*{_YEAR.replace('year', 'year3')}"
    rf"|\b(?P<half>eerste|tweede)\s+(?:half\s?jaar"
    rf"|helft)\s+(?:van\s+)?(?:{_YEAR.replace('year', 'year4')}|(?P<of4>{_NEAR})\s+jaar)"
    rf"|\b(?P<season>{'|'.join(_SEASONS)})(?:\s+(?:van\s+)?(?:{_YEAR.replace('year', 'year5')}"
    rf"|(?P<of5>{_NEAR})\s+jaar))?"
    rf"|{_ABOUT.replace('part', 'part6')}\b(?P<of6>{_NEAR})\s+(?P<unit>week|maand|kwartaal|jaar)\b"
    rf"|\b(?P<part7>{'|'.join(_PARTS)})\s+(?:van\s+)?{_YEAR.replace('year', 'year7')}"
    rf"|\b(?:in|van|jaar)\s+{_YEAR.replace('year', 'year8')}(?!\s*[-–/]\s*\d)"
    r"|\b(?P<recess>zomerreces|kerstreces)\b"
    rf"|\bbinnen\s+(?:de\s+)?(?:nu\s+en\s+)?(?P<count>{'|'.join(_COUNTS)}|\d{{1,2}})\s+(?P<length>weken"
    rf"|week|maanden|maand)\b"
    rf"|\b(?:(?P<past>afgelopen|vorige\s+week)|(?P<next>komende|aanstaande"
    rf"|volgende\s+week))\s+(?P<weekday>{'|'.join(_WEEKDAYS)})\b"
    rf"|\b(?P<weekday2>{'|'.join(_WEEKDAYS)})\s+(?:(?P<past2>jl|jongstleden|ll)\b|(?P<next2>a\.\s?s\."
    rf"|aanstaande))"
    r"|\b(?P<beside>(?:eer)?gisteren|morgen)\b(?!\s?(?:ochtend|avond)s)",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    r"\b(?:v[oó][oó]r|uiterlijk|tot)\s+(?:(?:aan\s+)?(?:de|het|aankomende|komende|begin|start|aanvang"
    r"|van)\s+)*$",
    re.IGNORECASE,
)
_IN_SEASON = re.compile(r"\b(?:in\s+de|deze|na\s+de|komende|aankomende|afgelopen)\s+$", re.IGNORECASE)
_SHORT = re.compile(r"(?:jan|febr?|mrt|mar|apr|jun|jul|aug|sept?|okt|nov|dec|may|march|june)")
"""Short and English names, which alone may be something else."""


def relative_period(text: str, written: date | None) -> Iterator[tuple[Period, int, int]]:
    """Every period coarser than a day, and days named by their relation to `written`, with their places."""
    for match in _PERIOD.finditer(text):
        period = _period(match, text, written)
        if period:
            yield period, match.start(), match.end()


def _period(match: re.Match[str], text: str, written: date | None) -> Period | None:
    got = {name.rstrip("2345678"): value.casefold() for name, value in match.groupdict().items() if value}
    if "weekday" in got or "beside" in got:
        return _near_day(got, written)
    if "count" in got:
        return _within(got, written)
    year = int(got["year"]) if "year" in got else written.year if written else None
    if year is None:
        return None
    if "year" not in got and got.get("of") and got.get("unit", "jaar") == "jaar":
        year += _WHICH[got["of"]]
    if "recess" in got or (got.get("season") == "zomer" and _BEFORE.search(text[: match.start()])):
        return _until_recess(got, year, written)
    if got.get("unit", "jaar") != "jaar" and written:
        return _neighbour(got, written)
    return _named(got, text[max(0, match.start() - 20) : match.start()], year, written)


def _named(got: dict[str, str], before: str, year: int, written: date | None) -> Period | None:
    """A month, quarter, half, season or year that is named."""
    if "month" in got:
        if not {"year", "of", "part"} & {*got} and _SHORT.fullmatch(got["month"]):
            return None
        month = month_number(got["month"]) or 1
        if "year" not in got and "of" not in got and written:
            year = min((year - 1, year, year + 1), key=lambda y: abs(date(y, month, 15) - written))
        return _part(got, _months(year, month, month, f"{year}-{month:02d}"))
    if "quarter" in got:
        quarter = int(got["quarter"]) if got["quarter"].isdigit() else _ORDINALS[got["quarter"]]
        return _months(year, 3 * quarter - 2, 3 * quarter, f"{year}-Q{quarter}")
    if "half" in got or "season" in got:
        bare = not {"year", "of"} & {*got} and got.get("season") == "zomer" and not _IN_SEASON.search(before)
        return (
            None if bare else _months(year, *_HALVES_AND_SEASONS[got.get("half") or got["season"]], str(year))
        )
    return _part(got, _months(year, 1, 12, str(year)))


def _months(year: int, first: int, last: int, label: str) -> Period:
    return Period(date(year, first, 1), date(year, last, monthrange(year, last)[1]), label)


def _part(got: dict[str, str], whole: Period) -> Period:
    """The beginning, middle or end of a month or a year."""
    if "part" not in got:
        return whole
    low, high = _PARTS[got["part"]]
    days = (whole.last - whole.first).days + 1
    return Period(
        whole.first + timedelta(round(low * days)),
        whole.first + timedelta(round(high * days) - 1),
        whole.label,
    )


def _neighbour(got: dict[str, str], written: date) -> Period:
    """The week, month or quarter beside that of writing: "deze maand", "volgend kwartaal"."""
    step = _WHICH[got["of"]]
    if got["unit"] == "week":
        monday = written - timedelta(written.weekday()) + timedelta(7 * step)
        return Period(monday, monday + timedelta(6), f"{monday:%Y-%m}")
    size = 1 if got["unit"] == "maand" else 3
    index = (written.year * 12 + written.month - 1) // size + step
    year, place = divmod(index * size, 12)
    label = f"{year}-{place + 1:02d}" if size == 1 else f"{year}-Q{place // 3 + 1}"
    return _part(got, _months(year, place + 1, place + size, label))


def _until_recess(got: dict[str, str], year: int, written: date | None) -> Period | None:
    """The days left until a recess."""
    if written is None and "year" not in got:
        return None
    last = _eve(got, year)
    if "year" not in got and written and last < written:
        last = _eve(got, year + 1)
    first = min(written or date(year, 1, 1), last)
    return Period(first, last, str(last.year))


def _eve(got: dict[str, str], year: int) -> date:
    """The day on which the House rises: in summer the first Friday of July, give or take a week."""
    july = date(year, 7, 1)
    return (
        date(year, 12, 23)
        if got.get("recess") == "kerstreces"
        else july + timedelta((4 - july.weekday()) % 7)
    )


def _within(got: dict[str, str], written: date | None) -> Period | None:
    """The days from that of writing on: "binnen zes weken"."""
    if written is None:
        return None
    count = int(got["count"]) if got["count"].isdigit() else _COUNTS[got["count"]]
    days = 7 * count if got["length"].startswith("we") else round(365.25 / 12 * count)
    last = written + timedelta(days)
    return Period(written, last, last.isoformat())


def _near_day(got: dict[str, str], written: date | None) -> Period | None:
    """A day told by that of writing: "afgelopen vrijdag", "gisteren"."""
    if written is None:
        return None
    if "beside" in got:
        day = written + timedelta({"gisteren": -1, "eergisteren": -2, "morgen": 1}[got["beside"]])
    else:
        ahead = (_WEEKDAYS.index(got["weekday"]) - written.weekday()) % 7
        if "past" in got:
            ahead = (
                ahead - 7
                if got["past"] != "vorige week"
                else _WEEKDAYS.index(got["weekday"]) - written.weekday() - 7
            )
        elif got["next"] == "volgende week":
            ahead = _WEEKDAYS.index(got["weekday"]) - written.weekday() + 7
        day = written + timedelta(ahead or 7)
    return Period(day, day, day.isoformat())
