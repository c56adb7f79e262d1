"""Official references in running text and notes: Kamerstuk, Aanhangsel, case numbers.

Forms follow the citation practice of the House: "Kamerstuk 19 637, nr. 3018", "Kamerstukken II
2021–2022, 29 279, nr. 339", "Tweede Kamer, vergaderjaar 2023–2024, 19 637, nr. 3198",
"Kamerstuk 36 410 VIII, nr. 112", "21 501-20, nr. 2128", "(36 471-64)"; chains such as
"Kamerstukken 23 645, nr. 811 en 29 984, nr. 1207". Words may be broken by a hyphen that the
text layer left in ("Kamerstuk-ken").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

__all__ = ["CASE", "Appendix", "Case", "Paper", "find_appendices", "find_cases", "find_papers", "long_year"]

_YEAR = r"(?:19|20)\d{2}\s*[-–—/]?\s*(?:(?:19|20)\d{2}|\d{2})(?!\d)"
_NR = r"(?:nrs?|nummers?|no)\b\.?"
# A suffix is a budget chapter (roman), a letter, or a two-digit series number ("21 501-20").
_SUFFIX = r"(?:\s?-\s?(?:[IVXLC]{1,6}|[A-Z]|\d{2})|\s?\(?(?:[IVX]{1,6}|[A-Z])\)?)(?![A-Za-z\d])"
_DOSSIER = rf"(?P<dossier>\d{{2}}[ .\u00a0\u2009\n]?\d{{3}})(?!\d)(?P<suffix>{_SUFFIX})?"
_SEQUENCE = r"(?:\d{1,4}(?!\d)|[A-Z]{1,3}(?![A-Za-z]))"
_ITEM = re.compile(
    rf"{_DOSSIER}\s*(?:(?P<nr>[,;]?\s*{_NR})\s*|,\s*(?=[A-Z]\b)|\s?[-–,]\s?(?=\d))"
    rf"(?P<numbers>{_SEQUENCE}"
    rf"(?:(?:\s*,\s*(?:en\s+)?|\s+en\s+)(?:{_NR}\s*)?(?!\d{{2}}[ \u00a0]\d{{3}}){_SEQUENCE}(?!\s\d{{3}}))*)"
)
_LEAD = re.compile(
    r"(?<![A-Za-z])(?:[Kk]amer-?\s?stuk-?\s?(?:ken)?(?:nr|nummer|dossier)?\b|[Kk]st\.?|TK\b|EK\b"
    r"|Tweede\s+Kamer(?=,)|Eerste\s+Kamer(?=,)|KS\b|[Dd]ossier(?=\s\d))"
    r"|(?<![A-Za-z])[Kk]amer-?\s?stuk-?\s?(?:ken)?(?=\d)"
)
_AND = r"(?:\s*[,;/]\s*(?:en\s+)?|\s+en\s+)"
_OTHER = r"\d{2}[ .\u00a0\u2009]?\d{3}(?!\d)"
_JOINT = re.compile(
    # In `36 576-14 en …` the figures behind the hyphen are a paper's, but in dossier 21 501 a series'.
    r"(?!(?!21[ .\u00a0]?501)\d\d[ .\u00a0]?\d{3}-\d)"
    rf"{_DOSSIER}(?:{_AND}{_OTHER}(?:{_SUFFIX})?)*{_AND}(?={_OTHER})"
)
"""`28 807 en 29 683, nr. 299`: one paper in several dossiers, which is published under the first."""
_BETWEEN = re.compile(
    rf"(?:[\s,;:(]|\b(?:en|I{{1,3}}|der|Staten-Generaal|vergaderjaar|verga-?\s?derjaar|vj\.?|nr\.?|met|kenmerk)\b"
    rf"|{_YEAR})*"
)
_BARE = re.compile(
    r"(?<![\d.,-])(?=(?:\d{2}[ \u00a0]\d{3}(?:[- ][A-Z\d]{1,6})?(?:,\s|/|\sen\s)){0,3}"
    r"\d{2}[ \u00a0]\d{3}(?:[- ][A-Z\d]{1,6})?,?\s*nrs?\.?\s*\d)"
    r"|(?<=\()(?=\d{2} ?\d{3}-\d{1,4}\))"
    r"|(?<=[a-z] )(?=\d{2}[ \u00a0]\d{3}-\d{1,4}(?![ .]?\d))"
)
_DIGITS = re.compile(r"\d\d[ .\u00a0\u2009\n]?\d{3}(?!\d)")
_REACH = 90
"""Characters between a lead word and its dossier, parliamentary year included."""
_NUMBER_SPLIT = re.compile(rf"(?:\s*,\s*(?:en\s+)?|\s+en\s+)(?:{_NR}\s*)?")

_APPENDIX_LEAD = (
    r"(?:Aanhangsel(?:\s*(?:van\s+de|der|bij\s+de))?\s*(?:Handelingen)?|Aanh\.\s*Hand\.|Handelingen,?\s+Aanhangsel"
    r"|Kamervragen\s*\(Aanhang-?\s?sel\)|Aanhang-?\s?sel(?:\s+Handelingen)?)"
)
_APPENDIX = re.compile(
    rf"{_APPENDIX_LEAD}[\s,]*(?:(?:der|van\s+de)\s+)?(?:I{{1,2}}\b|T\.?K\.?|Tweede\s+Kamer)?[\s,]*"
    rf"(?:verga-?\s?derjaar|vj\.?)?\s*(?P<year>{_YEAR})[\s,]*"
    rf"(?:aanhangsel(?:nummer)?[\s,]*)?(?P<nr>{_NR})?\s*(?P<numbers>\d{{1,4}}(?!\d)"
    rf"(?:(?:\s*,\s*(?:en\s+)?|\s+en\s+)(?:{_NR}\s*)?\d{{1,4}}(?!\d))*)"
)
_APPENDIX_ID = re.compile(
    r"ah-tk-(?<!\wah-tk-)\s?(?P<from>(?:19|20)\d{2})\s?[-–]?\s?(?P<to>(?:19|20)\d{2})\s*[-–,]\s*(?:nr\.?\s*)?(?P<number>\d{1,4})"
)

CASE = re.compile(r"((?:19|20)\d{2})\s?Z\s?(\d{5})(?!\d)")
_CASE_SIGN = re.compile(r"Z\s?\d{5}")
"""What a text without case numbers lacks; the letter at its head makes the search fast."""


@dataclass(frozen=True, slots=True)
class Paper:
    """A Kamerstuk cited at [start, end): dossier with suffix, sequence number."""

    dossier: str
    number: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Appendix:
    """An Aanhangsel cited at [start, end)."""

    year: str
    number: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Case:
    """A case number at [start, end)."""

    number: str
    start: int
    end: int


def long_year(year: str) -> str:
    """A parliamentary year in full: `2023/24`, `20232024` and `2023–2024` give `2023-2024`."""
    digits = re.sub(r"\D", "", year)
    start, rest = digits[:4], digits[4:]
    return f"{start}-{rest if len(rest) > 2 else start[:2] + rest}"  # noqa: PLR2004 - two digits stand for four


def dossier_id(digits: str, suffix: str | None) -> str:
    """`36 600` and ` (VII)` as the publications write it: `36600-VII`."""
    number = re.sub(r"\D", "", digits)
    tail = re.sub(r"[^A-Z\d]", "", suffix or "")
    return f"{number}-{tail}" if tail else number


def _chain(text: str, position: int, lead: int) -> Iterator[Paper]:
    """All papers of a chain that begins at `position`; the first one's place includes its lead word."""
    start = lead
    while True:
        gap = _BETWEEN.match(text, position)
        opens = gap.end() if gap else position
        first = _JOINT.match(text, opens)
        item = _ITEM.match(text, first.end() if first else opens)
        if first and (item is None or item["nr"] is None):
            first, item = None, _ITEM.match(text, opens)
        if item is None:
            return
        dossier = dossier_id((first or item)["dossier"], (first or item)["suffix"])
        for number in _NUMBER_SPLIT.split(item["numbers"]):
            yield Paper(dossier, number, start, item.end())
        position = start = item.end()


def find_papers(text: str) -> list[Paper]:
    """Every Kamerstuk cited with a sequence number, in order of print."""
    found: list[Paper] = []
    covered = 0
    starts: set[tuple[int, int]] = set()
    for digits in _DIGITS.finditer(text):  # figures are rare: look for the words that lead to them from there
        leads = _LEAD.finditer(text, max(0, digits.start() - _REACH), digits.end())
        starts.update((match.end(), match.start()) for match in leads)
        if _BARE.match(text, digits.start()):
            starts.add((digits.start(), digits.start()))
    for position, lead in sorted(starts, key=lambda pair: pair[1]):
        if lead < covered:
            continue
        for paper in _chain(text, position, lead):
            found.append(paper)
            covered = paper.end
    return found


def find_appendices(text: str) -> list[Appendix]:
    """Every Aanhangsel cited with its parliamentary year, in order of print."""
    found: list[Appendix] = []
    if "anhang" in text or "Aanh." in text:  # nearly all texts are done with here
        found += (
            Appendix(long_year(match["year"]), number, match.start(), match.end())
            for match in _APPENDIX.finditer(text)
            for number in _NUMBER_SPLIT.split(match["numbers"])
        )
    if "ah-tk-" in text:
        found += (
            Appendix(f"{match['from']}-{match['to']}", match["number"], match.start(), match.end())
            for match in _APPENDIX_ID.finditer(text)
        )
    return sorted(found, key=lambda reference: (reference.start, reference.end))


def find_cases(text: str) -> list[Case]:
    """Every case number, in order of print."""
    if _CASE_SIGN.search(text) is None:
        return []
    return [
        Case(f"{match[1]}Z{match[2]}", match.start(), match.end())
        for match in CASE.finditer(text)
        if not text[max(0, match.start() - 1) : match.start()].isalnum()
    ]
