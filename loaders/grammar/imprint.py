"""What a document prints of itself: identifier, case number, appendix number, parliamentary year.

These stand in page furniture and in lines of their own, so the whole text layer is searched, and
only forms that a citation cannot take are read.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from loaders.grammar.references import CASE, long_year
from ontology.records import Kind, Read, Span

__all__ = ["Imprint", "read_imprint"]

_IDENTIFIER = re.compile(
    r"^[^\S\n]*(?P<id>ah-tk-\d{8}-\d{1,4}(?:-[hn]\d)?|kv-tk-(?:19|20)\d{2}Z\d{5}|kv-tk-\d{8}-\w+|ah-\d{5,7}|kv-\d{4,7}|kst-\d{5}(?:-[A-Z0-9]+)*)"
    r"(?=[^\S\n]*(?:$|ISSN))",
    re.MULTILINE,
)
_YEAR = re.compile(
    r"^[^\S\n]*Vergaderjaar\s+(?P<year>\d{4}\s*[-–]\s*\d{4})|Tweede\s+Kamer,\s+vergaderjaar\s+(?P<year2>\d{4}\s*[-–]\s*\d{4}),\s+(?:Aanhangsel|Vragen)\b",
    re.MULTILINE,
)
_APPENDIX_LINE = re.compile(r"^[^\S\n]*AH\s?(?P<number>\d{1,4})[^\S\n]*$", re.MULTILINE)
_NUMBER_LINE = re.compile(r"^[^\S\n]*(?P<number>\d{1,4})[^\S\n]*$", re.MULTILINE)
_CASE_LINE = re.compile(r"^[^\S\n]*((?:19|20)\d{2})\s?Z\s?(\d{5})[^\S\n]*$", re.MULTILINE)
_CASE_KEY = re.compile(
    r"(?:uw\s+brief\s+van[^.]{0,60}?|kenmerk|vraagnummer|zaaknummer|nr\.?|nummer|onder\s+nummer)[\s:,(]*((?:19|20)\d{2})\s?Z\s?(\d{5})",
    re.IGNORECASE,
)
_CASE_BESIDE = re.compile(r"\s*\([^()]{0,60}?((?:19|20)\d{2})\s?Z\s?(\d{5})(?!\d)")
"""A number in the brackets that follow the subject: `… over X (2024Z01234, ingezonden 3 mei 2024)`."""
_EXPLANATION = re.compile(r"^\s*Toelichting\b", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Imprint:
    """The numbers a document prints of itself, each with its place in the text layer."""

    identifier: Read[str] | None = None
    case_number: Read[str] | None = None
    appendix_number: Read[int] | None = None
    parliamentary_year: Read[str] | None = None


def read_imprint(
    content: str, kind: Kind, opening: int, notice: tuple[int, int] | None, subject: int | None = None
) -> Imprint:
    """Read the imprint from a text layer.

    `opening` is the offset at which the heading begins; number lines stand before it. `notice` is
    the range of a delay notice's own words, which name the set they are about. `subject` is the
    offset at which the subject ends; its brackets may hold the case number.
    """
    identifier = _IDENTIFIER.search(content)
    year = _YEAR.search(content) if "ergaderjaar" in content else None
    group = "year" if year and year["year"] else "year2"
    return Imprint(
        Read(identifier["id"], Span(*identifier.span("id"))) if identifier else None,
        _case(content, identifier, opening, notice, subject),
        _appendix(content, kind, identifier, opening, dated=year is not None),
        Read(long_year(year[group]), Span(*year.span(group))) if year else None,
    )


def _case(
    content: str,
    identifier: re.Match[str] | None,
    opening: int,
    notice: tuple[int, int] | None,
    subject: int | None,
) -> Read[str] | None:
    line = _CASE_LINE.search(content, 0, max(opening, 0))
    if line is None and identifier and (printed := CASE.search(identifier["id"].replace("kv-tk-", ""))):
        start = identifier.start("id") + len("kv-tk-")
        return Read(f"{printed[1]}Z{printed[2]}", Span(start, identifier.end("id")))
    explanation = _EXPLANATION.search(content) if "Toelichting" in content else None
    stop = explanation.start() if explanation else len(content)
    if line is None and opening:
        line = _CASE_KEY.search(content, 0, min(opening, stop))
    if line is None and notice:
        line = CASE.search(content, notice[0], min(notice[1], stop))
    if line is None and subject is not None:
        line = _CASE_BESIDE.match(content, subject)
    return Read(f"{line[1]}Z{line[2]}", Span(line.start(1), line.end(2))) if line else None


def _appendix(
    content: str, kind: Kind, identifier: re.Match[str] | None, opening: int, *, dated: bool
) -> Read[int] | None:
    if kind.asks or kind is Kind.LETTER:
        return None
    line = _APPENDIX_LINE.search(content, 0, max(opening, 0))
    printed = (
        int(identifier["id"].split("-")[3]) if identifier and identifier["id"].startswith("ah-tk-") else None
    )
    if line is None and dated:
        # Letterheads print other figures too (the House's own "2"): the last, or the identifier's, counts.
        lines = list(_NUMBER_LINE.finditer(content, 0, opening))
        same = [match for match in lines if int(match["number"]) == printed]
        line = next(iter(same or ([] if printed else lines[-1:])), None)
    if line is not None:
        return Read(int(line["number"]), Span(*line.span("number")))
    if identifier and printed:
        start = identifier.start("id") + identifier["id"].index("-", len("ah-tk-")) + 1
        return Read(printed, Span(start, start + len(str(printed))))
    return None
