"""Motions: what the House is asked to say, who proposes it, and which motion it replaces.

Nr. 55   GEWIJZIGDE MOTIE VAN HET LID X C.S. TER VERVANGING VAN DIE GEDRUKT ONDER NR. 52
         Voorgesteld 3 maart 2025
De Kamer,
gehoord de beraadslaging,
…
en gaat over tot de orde van de dag.
X
Y
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from loaders.grammar.dates import FoundDate, find_dates
from loaders.grammar.people import FoundMember, mend_name

__all__ = ["MotionParts", "read_motion"]

_TITLE = re.compile(
    r"^[^\S\n]*(?:Nr\.?\s*\w{1,5}\s+)?(?P<title>(?:NADER\s+)?(?:GEWIJZIGDE\s+)?MOTIE\s+VAN\s+(?:HET\s+LID|DE\s+LEDEN)\s"
    r"(?:[^\n]+\n){0,4}?[^\n]*)(?=\n\s*(?:Voorgesteld|De\s+Kamer,))",
    re.MULTILINE | re.IGNORECASE,
)
_NAMED = re.compile(
    r"MOTIE\s+VAN\s+(?:HET\s+LID|DE\s+LEDEN)\s+(?P<names>.+?)(?=\s+C\.?S\.|\s+TER\s+VERVANGING|\s*$)",
    re.IGNORECASE | re.DOTALL,
)
_REPLACES = re.compile(r"GEDRUKT\s+ONDER\s+NR\.?\s*(?P<number>\d{1,4})", re.IGNORECASE)
_PROPOSED = re.compile(r"^[^\S\n]*(?P<word>Voorgesteld)\b[^\n]{0,80}", re.MULTILINE)
_BEGINS = re.compile(r"^[^\S\n]*De\s+Kamer,", re.MULTILINE)
_ENDS = re.compile(r"(?:en\s+)?gaat\s+over\s+tot\s+de\s+orde\s+van\s+de\s+dag\.?")
_STOP = re.compile(r"[.,;:\s]*")
"""What may stand between the order of the day and the first name."""
_LINE = re.compile(r"[^\n]+")
_NAME = re.compile(
    r"\s*(?:(?:van|de|den|der|ten|ter|te|el|’t|'t|in)\s+|(?:[A-ZÀ-Þ]\.)+\s?)*[A-ZÀ-Þ][\w’'-]*(?:\s[\w’'-]+){0,4}[\s,._]*"
)
_BETWEEN = re.compile(r"\s*,\s*|\s+EN\s+", re.IGNORECASE)
_LONGEST_NAME = 48


@dataclass(frozen=True, slots=True)
class MotionParts:
    """What a motion's head, words and foot say; spans are `(start, end)` in the string that was read."""

    title: tuple[int, int] | None
    dated: FoundDate | None
    words: tuple[int, int] | None
    proposers: tuple[FoundMember, ...]
    replaces: tuple[str, int, int] | None
    """Number, in the same dossier, of the motion that this one replaces."""


def read_motion(text: str) -> MotionParts:
    """Read a motion from the text of a Kamerstuk."""
    title = _TITLE.search(text)
    begin = _BEGINS.search(text, title.end() if title else 0)
    end = _ENDS.search(text, begin.end()) if begin else None
    heading = title.span("title") if title else None
    replaces = _REPLACES.search(text, *heading) if heading else None
    signed = tuple(_signed(text, end.end())) if end else ()
    return MotionParts(
        heading,
        _proposed(text, begin.start() if begin else len(text)),
        (begin.start() + len(begin[0]) - len(begin[0].lstrip()), end.end()) if begin and end else None,
        signed or (tuple(_named(text, heading)) if heading else ()),
        (replaces["number"], *replaces.span()) if replaces else None,
    )


def _proposed(text: str, stop: int) -> FoundDate | None:
    """The day on which it was proposed: "Voorgesteld tijdens het Notaoverleg van 17 juni 2024"."""
    line = _PROPOSED.search(text, 0, stop)
    found = next(find_dates(line[0].lower()), None) if line else None
    if line is None or found is None:
        return None
    return FoundDate(found.value, line.start() + found.start, line.start() + found.end)


def _signed(text: str, start: int) -> Iterator[FoundMember]:
    """The names under a motion, a line each, up to the first line that is no name."""
    stop = _STOP.match(text, start)
    for line in _LINE.finditer(text, stop.end() if stop else start):
        if not line[0].strip():
            continue
        if len(line[0].strip()) > _LONGEST_NAME or not _NAME.fullmatch(line[0]):
            return
        yield _member(text, line.start(), line.end())


def _named(text: str, heading: tuple[int, int]) -> Iterator[FoundMember]:
    """The names in the title, where nobody signs; in capitals as printed there."""
    match = _NAMED.search(text, *heading)
    if match is None:
        return
    start, end = match.span("names")
    for gap in _BETWEEN.finditer(text, start, end):
        yield _member(text, start, gap.start())
        start = gap.end()
    yield _member(text, start, end)


def _member(text: str, start: int, end: int) -> FoundMember:
    printed = text[start:end]
    start += len(printed) - len(printed.lstrip())
    return FoundMember(
        mend_name(printed.strip().strip("_ ")), None, start, start + len(printed.strip().strip("_ ,."))
    )
