"""The page of the official publications, drawn with ReportLab.

A page has a letterhead (the first only), one text column, notes at its foot and a running footer. Sizes
are those of the printed papers: text of 8.5 pt on 9.6 pt, raised note markers of 6.5 pt, notes of 7 pt.
The fonts are the standard Helvetica faces, which every PDF reader has.

A paragraph with note markers is never broken over two pages, so that its notes stand at the foot of its
own page; other paragraphs break where the page ends, as the official ones do.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

__all__ = ["Block", "Letterhead", "write_pdf"]

WIDTH, HEIGHT = 558.425, 771.024
LEFT, COLUMN, RIGHT = 37.0, 203.0, 522.5
TOP, TOP_FIRST, BOTTOM, FOOT = 748.0, 642.0, 96.0, 34.0
ABOVE_NOTES = 12.0

BODY = ParagraphStyle("body", fontName="Helvetica", fontSize=8.5, leading=9.6, embeddedHyphenation=1)
HEAD = ParagraphStyle("head", parent=BODY, fontName="Helvetica-Bold", fontSize=9.1, leading=10.4)
NUMBER = ParagraphStyle("number", parent=HEAD, fontSize=12.8, leading=14)
NOTE = ParagraphStyle("note", parent=BODY, fontSize=6.9, leading=8.6, leftIndent=6)
STYLES = {style.name: style for style in (BODY, HEAD, NUMBER)}


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph in ReportLab's markup, `<note>3</note>` in it being the raised marker of note 3.

    `above` is the space before it, in points; `label` stands in the left margin.
    """

    text: str
    style: str = "body"
    above: float = 9.6
    label: str = ""

    @property
    def notes(self) -> tuple[int, ...]:
        """Numbers of the notes it marks, in order."""
        return tuple(int(number) for number in re.findall(r"<note>(\d+)</note>", self.text))

    def paragraph(self) -> Paragraph:
        """Give what ReportLab draws."""
        raised = self.text.replace("<note>", '<super size="6.5" rise="3.2">').replace("</note>", "</super>")
        return Paragraph(raised, STYLES[self.style])


@dataclass(frozen=True, slots=True)
class Letterhead:
    """What the first page says around the text, and the footer that runs over all pages."""

    year: str
    series: str
    identifier: str
    issn: str
    running: str
    remark: str


def write_pdf(path: Path, head: Letterhead, notes: Mapping[int, str], blocks: Sequence[Block]) -> None:
    """Write the document to `path`; the same input gives the same bytes."""
    canvas = Canvas(str(path), pagesize=(WIDTH, HEIGHT), invariant=1, lang="nl-NL")
    canvas.setTitle(head.identifier)
    canvas.setAuthor("Kamergraaf")
    canvas.setSubject(head.remark)
    _letterhead(canvas, head)
    sheet = _Sheet(canvas, head, {number: Paragraph(text, NOTE) for number, text in notes.items()})
    for block in blocks:
        sheet.add(block)
    sheet.close()
    canvas.save()


class _Sheet:
    """The page that is being filled: how far the text has come, which notes belong at its foot."""

    def __init__(self, canvas: Canvas, head: Letterhead, notes: Mapping[int, Paragraph]) -> None:
        self.canvas, self.head, self.notes = canvas, head, notes
        self.number, self.y, self.placed = 1, TOP_FIRST, list[int]()

    def add(self, block: Block) -> None:
        """Set a block, on a new page where it or its notes do not fit."""
        above, paragraph = block.above, block.paragraph()
        while paragraph is not None:
            _, height = paragraph.wrap(RIGHT - COLUMN, HEIGHT)
            room = self.y - above - BOTTOM - self._height((*self.placed, *block.notes))
            rest = None
            if height > room:
                pieces = [] if block.notes else paragraph.split(RIGHT - COLUMN, room)
                if not pieces:
                    self._turn()
                    above = 0
                    continue
                paragraph, rest = pieces
                _, height = paragraph.wrap(RIGHT - COLUMN, room)
            self.y -= above
            if block.label:
                style = STYLES[block.style]
                _say(self.canvas, (LEFT, self.y - style.fontSize), style.fontSize, block.label, "bold")
            self.y -= height
            paragraph.drawOn(self.canvas, COLUMN, self.y)
            if rest is not None:
                self._turn()
            paragraph, above = rest, 0
        self.placed += block.notes

    def close(self) -> None:
        """Set the notes and the footer, and end the page."""
        y = BOTTOM + self._height(tuple(self.placed)) - ABOVE_NOTES
        for number in self.placed:
            _say(self.canvas, (COLUMN, y - 4.6), 5, str(number))
            y -= self.notes[number].height
            self.notes[number].drawOn(self.canvas, COLUMN, y)
        if self.number == 1:
            imprint = (self.head.identifier, self.head.issn, f"’s-Gravenhage {self.head.year[-4:]}")
            for line, text in enumerate(imprint):
                _say(self.canvas, (LEFT, FOOT + 13 - 6.5 * line), 5.9, text)
        _say(self.canvas, (COLUMN, FOOT), 9.1, self.head.running)
        _say(self.canvas, (RIGHT, FOOT), 9.1, str(self.number), "right")
        self.canvas.showPage()

    def _turn(self) -> None:
        self.close()
        self.number, self.y, self.placed = self.number + 1, TOP, []

    def _height(self, numbers: tuple[int, ...]) -> float:
        """Room that notes take at the foot, in points."""
        heights = [self.notes[number].wrap(RIGHT - COLUMN, HEIGHT)[1] for number in numbers]
        return sum(heights) + (ABOVE_NOTES if heights else 0)


def _letterhead(canvas: Canvas, head: Letterhead) -> None:
    _say(canvas, (LEFT, 731), 18, "Tweede Kamer der Staten-Generaal", "bold")
    _say(canvas, (RIGHT, 706), 50, "2", "bold right")
    canvas.setLineWidth(0.6)
    canvas.line(LEFT, 689, RIGHT, 689)
    _say(canvas, (LEFT, 675), 9.6, f"Vergaderjaar {head.year}")
    _say(canvas, (COLUMN, 675), 9.6, head.series, "bold")
    canvas.line(LEFT, 654, RIGHT, 654)
    _say(canvas, (LEFT, 661), 6.5, head.remark)


def _say(canvas: Canvas, at: tuple[float, float], size: float, text: str, look: str = "") -> None:
    """Write one line; `look` may hold the words `bold` and `right` (ends at the point, not begins)."""
    canvas.setFont("Helvetica-Bold" if "bold" in look else "Helvetica", size)
    (canvas.drawRightString if "right" in look else canvas.drawString)(*at, text)
