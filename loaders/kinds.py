"""The kinds of document, one row each: how the text of one is recognised.

Rows are tried in order; the first whose `shows` is found and whose `unless` is not decides.
The patterns look at words that the House and the ministries print by rule, never at a file name.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ontology.records import Kind

__all__ = ["ROWS", "Row", "recognise"]

_ROLE = r"(?:minister|staatssecretaris)"
_ANSWER_HEADING = (
    r"^[^\S\n]*Antwoord(?:en)?"
    r"(?:[^\S\n]+(?:op[^\S\n]+)?(?:de[^\S\n]+)?(?:vra(?:ag|gen)[^\S\n]+)?\d[^\n]*|[^\S\n]*:?)[^\S\n]*$"
)
_ON_TIME = (
    r"niet\s+binnen\s+(?:de|het)\s*(?:\w+\s+){0,3}(?:termijn|tijd)"
    r"|uitstel\s+(?:van\s+)?(?:de\s+)?beantwoording"
)


@dataclass(frozen=True, slots=True)
class Row:
    """How one kind shows itself. `within` bounds the search to the first characters of the text.

    `words` are words in lower case without one of which it cannot show: most rows are done with by them,
    as a pattern that leaves capitals out of account costs more to search for than all words together.
    """

    kind: Kind
    words: tuple[str, ...]
    shows: re.Pattern[str]
    unless: re.Pattern[str] | None = None
    within: int | None = None


def _row(kind: Kind, words: str, shows: str, unless: str | None = None, within: int | None = None) -> Row:
    flags = re.MULTILINE | re.IGNORECASE
    known = re.compile(unless, flags) if unless else None
    return Row(kind, tuple(words.split()), re.compile(shows, flags), known, within)


ROWS: tuple[Row, ...] = (
    _row(Kind.ORAL_QUESTIONS, "mondelinge", r"^\W*Mondelinge\s+vragen\s*van\b", within=2_000),
    _row(
        Kind.LETTER,
        "brief",
        rf"^[^\S\n]*Nr\.?\s*\w{{1,5}}\b(?:[^\n]*\n){{0,6}}?[^\n]*\bBRIEF\s+VAN\s+(?:DE|HET)\s+{_ROLE}",
        within=4_000,
    ),
    _row(
        Kind.MOTION,
        "motie",
        r"\bMOTIE\s+VAN\s+(?:HET\s+LID|DE\s+LEDEN)\b(?:[^\n]*\n){1,8}?\s*De\s+Kamer,\s+gehoord\s+de\s+beraadslaging",
        within=4_000,
    ),
    _row(
        Kind.DELAY_NOTICE,
        "mededeling",
        rf"(?:^|[.)]\s*)Mededeling\s*van\s+(?:de\s+)?{_ROLE}|^\s*Mededeling\s*:?\s*$",
    ),
    _row(
        Kind.ANSWER,
        "antwoord",
        rf"(?:^|[.)]\s*)Antwoord(?:en)?\s*van\s+(?:de\s+)?{_ROLE}|{_ANSWER_HEADING}",
    ),
    _row(
        Kind.DELAY_NOTICE,
        "binnen uitstel",
        rf"vragen(?:[^.]|\.(?!\s)){{0,600}}?(?:{_ON_TIME})",
        unless=r"^\s*Vragen\s+van\b",
    ),
    _row(
        Kind.WRITTEN_QUESTIONS,
        "vragen",
        r"(?:^|\.\s)\s*(?:Schriftelijke\s+)?(?:Kamer)?Vragen\s*van\s+(?:het|de|den)?\s*[A-Zl]",
        within=4_000,
    ),
    _row(
        Kind.LETTER,
        "voorzitter leden",
        r"Aan\s+de\s+(?:Voorzitters?|leden)\s+van\s+(?:de\s+(?:Tweede|Eerste)\s+Kamer|(?:de\s+)?vaste\s+commissie)"
        r"|^\s*Geachte\s+(?:heer/mevrouw\s+|mevrouw\s+)?(?:voorzitter|leden\b)",
        within=6_000,
    ),
)


def recognise(text: str) -> Kind | None:
    """The kind of a document by its running text (furniture and notes left out); None for any other text."""
    words = text.lower()
    for row in ROWS:
        if not any(word in words for word in row.words):
            continue
        zone = text[: row.within] if row.within else text
        if row.shows.search(zone) and not (row.unless and row.unless.search(text)):
            return row.kind
    return None
