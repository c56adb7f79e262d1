"""Page furniture of the official publications: which lines are letterhead, running title or footer.

The patterns are the printed forms of the Tweede Kamer's papers since 1995. Extractors glue the
parts of a footer together in any way, so a line is furniture when it is a row of such parts.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ontology.records import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["FOOT", "furniture"]

_YEARS = r"\d{4}\s?[-–—]\s?\d{2,4}"
_KAMER = rf"(?:Tweede|Eerste) Kamer, vergaderjaar {_YEARS}, "
_SERIES = r"(?:Aanhangsel(?: van de Handelingen)?|Vragen(?: gesteld door de leden der Kamer)?)"
_ISSN = r"ISSN[ \t]*\d{4}[ \t]*[-–][ \t]*\d{4}"
_PLACE = r"['’‘`]s-Gravenhage,? \d{4}"
_PARTS = (
    r"(?:Tweede|Eerste) Kamer der Staten[-–]Generaal(?:[ \t]*[12](?!\d))?",
    rf"Vergaderjaar {_YEARS}(?:,?[ \t]*{_SERIES})?",
    r"Aanhangsel van de Handelingen",
    r"Vragen gesteld door de leden der Kamer(?:,[ \t]*met de daarop door de)?",
    r"regering gegeven antwoorden",
    rf"{_KAMER}{_SERIES}(?:[ \t]*\d{{1,3}})?(?!\d)",
    rf"{_KAMER}[\d \-–A-Z()]{{5,24}}, nr\. ?[A-Z\d]{{1,5}} \d{{1,3}}",
    r"(?:ah|kv)-tk-(?:\d{4}Z\d{5}|\d{8}-\d+(?:-[hn]\d)?)",
    r"(?:ah|kv|kst|h|nds)-(?:tk-|ek-)?[\dA-Z]+(?:-[\dA-Z]+)*",
    _ISSN,
    _PLACE,
)
_LINE = re.compile(rf"\n[ \t\f]*+(?:(?=({'|'.join(_PARTS)}))\1[ \t.]*+)+$", re.MULTILINE)
"""A part is seen ahead and then taken whole, so that a long line of such parts that ends in other words
costs no more than its length. Early releases of Python 3.11 err in atomic and possessive groups."""
_WHOLE = re.compile(rf"{_ISSN}[ \t]*{_PLACE}[ \t]*{_KAMER}{_SERIES}(?: \d{{1,3}})?")
"""A first page's whole footer, wherever it stands: it can be glued to the sentence it cuts through."""
_IDENTIFIER = re.compile(r"(?:ah|kv)-tk-[\dA-Z]+(?:-\d+)?[ \t]*\Z")
"""What may stand before that footer in its line."""
FOOT = re.compile(rf"Kamer, vergaderjaar {_YEARS}|ISSN|^[ \t]*(?:ah|kv|kst)-", re.MULTILINE)
"""Found in a block of furniture that stands at a page's foot; the letterhead has none of these."""


def furniture(content: str) -> list[Span]:
    """Find blocks of furniture in a text layer, in order; lines with blanks between them are one block."""
    blocks: list[Span] = []
    for low, high in sorted({*_lines(content), *_footers(content)}):
        text = content[low:high]
        start = low + len(text) - len(text.lstrip())
        end = low + len(text.rstrip())
        if blocks and (start < blocks[-1].end or content[blocks[-1].end : start].isspace()):
            blocks[-1] = Span(blocks[-1].start, max(end, blocks[-1].end))
        else:
            blocks.append(Span(start, end))
    return blocks


def _lines(content: str) -> Iterator[tuple[int, int]]:
    """Lines that are furniture as a whole; a line end at their head makes the search for them fast."""
    for match in _LINE.finditer(f"\n{content}"):
        yield match.start(), match.end() - 1


def _footers(content: str) -> Iterator[tuple[int, int]]:
    """First pages' footers, looked for by the number that each has."""
    at = 0
    for match in _WHOLE.finditer(content):
        line = max(at, content.rfind("\n", at, match.start()) + 1)
        identifier = _IDENTIFIER.search(content, line, match.start())
        at = match.end()
        yield (identifier or match).start(), at
