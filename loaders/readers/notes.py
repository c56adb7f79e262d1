"""Footnotes in a text without type sizes: found by their place, their sequence and their form.

Four layouts occur: notes at a page's foot (`1De Telegraaf, …` up to the footer), notes under a
table, notes in a list at the document's end (`1) …`, `[1] …`), and notes set off by blank lines.
"""

from __future__ import annotations

import re
import sys
from bisect import bisect
from functools import lru_cache
from itertools import islice, pairwise
from typing import TYPE_CHECKING

from ontology.records import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["end_notes", "foot_notes", "set_off_notes", "table_notes"]

_HEADING = re.compile(
    r"\n[ \t]*(?:(?:Vra(?:ag|gen)|Antwoord(?:en)?)(?: op (?:de )?vra(?:ag|gen))?(?:[ \t:\d,]|en|t/m|tot)*"
    r"|(?:Mededeling|Toelichting:?)[ \t]*)$",
    re.MULTILINE,
)
"""Looked for from the line end before it, which is fast; no note stands before a heading on a first line."""
_STOP = re.compile(r"^[ \t]*(?:Toelichting\b|Vraag \d|Antwoord \d|Deze vragen dienen)", re.MULTILINE)
_NOT_A_NOTE = r"(?![ \t]*(?:[.,;:)%/\-–+]|$)|(?:e|ste|x|G|D)\b)"
"""After its number no note opens so: `2-afbouw` of CO2, `1, is`, `2. In 2023`, a number alone, `3e`, `5G`."""
_OWN_FIGURES = r"(?:(?:19|20)\d\dZ|\d[A-Z][a-z]{2}|\d+(?:[.,]\d+)?[ \t]?(?:%|miljoen|miljard|procent))"
"""How a note opens whose own text begins with digits: `32024Z15585`, `31Zuidland, 3 mei`, `31,92% van …`."""
_NOT_A_MONTH = r"(?:https?:|www\.|[^\W_a-zß-ÿ]|[«“‘(\"'])"
"""How a note opens in the middle of a line, other than `11 mei 2031` goes on."""
_LISTS = (r"\[{0}\][ \t\u00a0]*", r"\({0}\)[ \t\u00a0]*", r"{0}\)[ \t\u00a0]*")
_BLANK_LINE = re.compile(r"\n[ \t\u00a0]*\n")
_GLUED_TO = re.compile(r"(?:[^\W\d_]{3}|(?:19|20)\d\d[.,;:]?|(?<!\d)[.,;:]|[?!»”’\"')\]])$")
_BEFORE = 6
"""As many characters before a figure tell what it is glued to."""
_UNDER_ROW = re.compile(r"\n(?P<note>\d (?=[A-ZÀ-Þ])[^\n]*[a-z]{2})")
_FIGURE = re.compile(r"\d[\d.,]*")
_FEWEST_FIGURES, _LONGEST_LABEL = 3, 30
_TWO_FIGURES = 10
_MOST = 999
"""No document has more notes in one row; with the next, a bound on what odd files may cost."""
_LONGEST = 8000


@lru_cache(maxsize=4096)
def _pattern(pattern: str, *, lines: bool = True) -> re.Pattern[str]:
    """A pattern with a number in it; `re` itself keeps too few for documents with many notes."""
    return re.compile(pattern, re.MULTILINE if lines else re.NOFLAG)


def foot_notes(content: str, pages: Iterable[Span], *, sure: bool = False) -> Iterator[Span]:
    """Find notes at the feet of `pages`, which are given without their furniture.

    A page's notes are its last lines, from the last line on that can open the note that is due:
    earlier lines that begin with that number are markers in running text. Where a number was
    skipped, or the count begins anew, the next ones and 1 are tried. `sure` asks of the first note
    of a page that a figure before it can be its marker.
    """
    due = 1
    for page in pages:
        if due > _MOST:
            return
        headings = [match.end() for match in _HEADING.finditer(content, max(0, page.start - 1), page.end)]
        begin = headings[-1] if headings else page.start
        for number in dict.fromkeys((due, due + 1, due + 2, 1)):
            openings = _openings(content, number, page, begin, sure=sure or number != due)
            openings = openings or _openings_with_figures(content, number, page, begin)
            if openings:
                edges = [openings[-1]]
                while (
                    len(edges) < _MOST
                    and (at := _next_opening(content, number + len(edges), page, edges[-1])) is not None
                ):
                    edges.append(at)
                yield from (_trimmed(content, start, end) for start, end in pairwise([*edges, page.end]))
                due = number + len(edges)
                break


def _openings(content: str, number: int, page: Span, after: int, *, sure: bool = False) -> list[int]:
    """Lines that can open a note: its number glued to a word, or before a capital, or pointed to before.

    Where `sure` is asked, being pointed to is a must.
    """
    opening = _pattern(rf"^[ \t]*{number}{_NOT_A_NOTE}(?P<gap>[ \t]?)(?P<first>[^\s\d])[^\n]*[^\W\d]")
    found = list(opening.finditer(content, after, page.end))
    if not found:
        return []
    marker = _first_marker(content, number, page)
    return [
        match.start()
        for match in found
        if (not sure and (not match["gap"] or not match["first"].islower())) or marker <= match.start()
    ]


def _openings_with_figures(content: str, number: int, page: Span, after: int) -> list[int]:
    """Lines that open a note whose own words begin with figures, which only its marker can tell."""
    opening = _pattern(rf"^{number}[ \t]?{_OWN_FIGURES}")
    found = [match.start() for match in opening.finditer(content, after, page.end)]
    if not found:
        return []
    marker = _first_marker(content, number, page)
    return [start for start in found if marker <= start]


def _first_marker(content: str, number: int, stretch: Span) -> int:
    """Where the first figure ends that can be a note's marker, which raised stands glued to a word.

    Without one: past every offset.
    """
    for match in _pattern(rf"{number}(?![\d%])").finditer(content, stretch.start, stretch.end):
        before = content[max(stretch.start, match.start() - _BEFORE) : match.start()]
        alone = before[-1:] in {"", "\n"} and content[match.end() : match.end() + 1] in set(" .,;\n")
        if alone or _GLUED_TO.search(before):
            return match.end()
    return sys.maxsize


def _next_opening(content: str, number: int, page: Span, after: int) -> int | None:
    """Where the note after the one at `after` opens: on a line of its own, or on the line of another.

    Extractors that go by the height of characters take a raised number of two figures for the end
    of the line before it.
    """
    line = content.find("\n", after, page.end)
    if line >= 0:
        openings = _openings(content, number, page, line) or _openings_with_figures(
            content, number, page, line
        )
        if openings:
            return openings[0]
    if number < _TWO_FIGURES or _first_marker(content, number, page) > after:
        return None
    following = _pattern(rf"(?<=\S)(?<!nr\.) (?={number} {_NOT_A_MONTH})")
    match = following.search(content, after + len(f"{number} "), page.end)
    return match.end() if match else None


def table_notes(content: str, taken: Iterable[Span]) -> Iterator[Span]:
    """Find notes right under a row of figures, outside the stretches already `taken`."""
    busy = sorted(taken)
    for match in islice(_UNDER_ROW.finditer(content), _MOST):
        start = match.start("note")
        row = content[content.rfind("\n", 0, match.start()) + 1 : match.start()]
        following = bisect(busy, start, key=lambda span: span.start)
        if not _is_row(row) or (following and busy[following - 1].end > start):
            continue
        limit = min(
            [start + _LONGEST, len(content), *(span.start for span in busy[following : following + 1])]
        )
        heading = _HEADING.search(content, start, limit)
        yield _first_paragraph(content, Span(start, heading.start() if heading else limit))


def end_notes(content: str, stretch: Span) -> list[Span]:
    """Find notes in a list at the end, `1) …` or `[1] …`; empty where no such list closes the text."""
    for form in _LISTS:
        first = _pattern(rf"^[ \t]*{form.format(1)}(?=\S)")
        edges = [match.start() for match in first.finditer(content, stretch.start, stretch.end)][-1:]
        if not edges:
            continue
        while len(edges) < _MOST:
            pattern = _pattern(rf"^[ \t]*{form.format(len(edges) + 1)}(?=\S)")
            following = pattern.search(content, edges[-1] + 1, stretch.end)
            if following is None:
                break
            edges.append(following.start())
        stop = _STOP.search(content, edges[-1], stretch.end)
        edges.append(stop.start() if stop else stretch.end)
        notes = [_first_paragraph(content, Span(start, end)) for start, end in pairwise(edges)]
        if not any(_asks(content, note) for note in notes):
            return notes
    return []


def set_off_notes(content: str, stretch: Span) -> list[Span]:
    """Find notes between blank lines (`1 The Guardian, …`), each with its marker in the text before it."""
    notes: list[Span] = []
    at = stretch.start
    while len(notes) < _MOST:
        number = len(notes) + 1
        pattern = _pattern(
            rf"(?:\A|\n[ \t\u00a0]*\n)(?P<note>[ \t]*{number}\.?{_NOT_A_NOTE}\s?(?=[^\s\d]))", lines=False
        )
        opening = pattern.search(content, at, stretch.end)
        if opening is None or _first_marker(content, number, stretch) > opening.start():
            return notes
        stop = _STOP.search(content, opening.end(), stretch.end)
        note = _first_paragraph(content, Span(opening.start("note"), stop.start() if stop else stretch.end))
        if _asks(content, note):
            return notes
        notes.append(note)
        at = note.end
    return notes


def _is_row(line: str) -> bool:
    """Whether a line is a table's row: a few figures, letters for no more than a label, no sentence end."""
    if len(_FIGURE.findall(line)) < _FEWEST_FIGURES or line.rstrip().endswith((".", "?", "!", ":", ";")):
        return False
    return sum(map(str.isalpha, line)) <= _LONGEST_LABEL


def _asks(content: str, note: Span) -> bool:
    """Whether a stretch is a numbered question rather than a note."""
    return content[note.start : note.end].endswith("?")


def _first_paragraph(content: str, span: Span) -> Span:
    blank = _BLANK_LINE.search(content, span.start, span.end)
    return _trimmed(content, span.start, blank.start() if blank else span.end)


def _trimmed(content: str, start: int, end: int) -> Span:
    text = content[start:end]
    start += len(text) - len(text.lstrip())
    return Span(start, start + len(text.strip()))
