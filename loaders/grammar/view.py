"""A text as the grammar sees it: one readable string, raised ranges and notes in its terms."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, replace

from loaders.readers.text import Flow, MarkKind, Text
from ontology.records import Span

__all__ = ["NoteText", "View"]

_MOST_FIGURES = 2
"""No document here has a hundred notes."""
_MOST_SKIPPED = 2
"""As many numbers may be missing between one note and the next."""
_NUMBER = re.compile(r"\s*[\[(]?(?P<number>\d+)[\])]?\s?[.)]?\s*")


@dataclass(frozen=True, slots=True)
class NoteText:
    """A note: its number, its text on one line, the span of its words, its whole span.

    `bracketed` tells a note that is numbered "1)" or "[1]"; its marker is written the same way.
    """

    number: int
    text: str
    span: Span
    whole: Span
    bracketed: bool = False


class View:
    """The running text of a document, with the way from and to its text layer."""

    def __init__(self, text: Text) -> None:
        self.layer = text
        self.flow: Flow = text.flow()
        self.text: str = self.flow.text
        self._sources = [piece[1] for piece in self.flow.pieces]
        self.raised = self._raised() if text.raised_known else None
        self.notes = self._notes()

    def position(self, offset: int) -> int:
        """Place in the running text of an offset in the text layer, or of what comes after it."""
        index = bisect_right(self._sources, offset) - 1
        if index < 0:
            return 0
        begin, source, length = self.flow.pieces[index]
        return begin + min(offset - source, length)

    def span(self, start: int, end: int) -> Span:
        """Span in the text layer of a range of the running text."""
        return self.flow.span(start, end)

    def page_range(self, offset: int) -> tuple[int, int]:
        """Range of the running text in which a note at an offset can have its marker.

        That is its page and the one before, from which a long note may have been carried over.
        """
        starts = self.layer.snapshot.page_starts
        index = max(0, bisect_right(starts, offset) - 1)
        end = starts[index + 1] if index + 1 < len(starts) else len(self.layer.content)
        return self.position(starts[max(0, index - 1)]), self.position(end) + 1

    def _raised(self) -> list[tuple[int, int]]:
        ranges = [
            (self.position(span.start), self.position(span.end))
            for span in self.layer.marked(MarkKind.SUPERSCRIPT)
        ]
        return [(start, end) for start, end in ranges if end > start]

    def _notes(self) -> list[NoteText]:
        notes: list[NoteText] = []
        for whole in self.layer.marked(MarkKind.NOTE):
            flow = self.layer.flow(whole, (MarkKind.FURNITURE,))
            match = _NUMBER.match(flow.text)
            if match is None:
                notes = _carried_over(notes, flow.text)
                continue
            due = max((note.number for note in notes), default=0) + 1
            number, after = _note_number(flow.text, match, due)
            body = flow.text[after:].rstrip()
            if body:
                bracketed = bool(re.search(r"[\])]", match[0]))
                span = flow.span(after, after + len(body))
                notes.append(NoteText(number, _one_line(body), span, whole, bracketed))
        return notes


def _note_number(text: str, match: re.Match[str], due: int) -> tuple[int, int]:
    """A note's number and where its words begin; these may open with figures ("32024Z15585", "31Oost")."""
    digits = match["number"]
    if digits != str(due) and digits.startswith(str(due)):
        after = text[match.end("number") : match.end("number") + 2]
        leaps = int(digits) > due + _MOST_SKIPPED and re.match(r"[A-Z][a-z]", after)
        if len(digits) > _MOST_FIGURES or leaps or re.match(r"[.,]\d|%", after):
            return due, match.start("number") + len(str(due))
    return int(digits), match.end()


def _carried_over(notes: list[NoteText], text: str) -> list[NoteText]:
    """Notes of which the last goes on at the foot of the next page."""
    if not notes or not text.strip():
        return notes
    last = notes[-1]
    return [*notes[:-1], replace(last, text=f"{last.text} {_one_line(text.strip())}")]


def _one_line(text: str) -> str:
    """Note lines as one; a web address that a line end cut is whole again."""
    joined = text.split("\n", maxsplit=1)[0].rstrip()
    for line in text.split("\n")[1:]:
        line = line.strip()  # noqa: PLW2901 - the stripped line is the line
        if not line:
            continue
        joined += line if _address_goes_on(joined, line) else f" {line}"
    return joined


_OPEN_ADDRESS = re.compile(r"(?:https?:/{0,2}|www\.|(?:[\w-]+\.)+[a-z]{2,6}/)\S*$")
_CLOSED = re.compile(r"[).,;»”]$")
_ADDRESS_TOKEN = re.compile(r"[\w\-./?=&%#~+:@!$'*,]+")


def _address_goes_on(before: str, line: str) -> bool:
    """Whether the address that ends one line continues on the next."""
    tail = _OPEN_ADDRESS.search(before)
    if tail is None or (_CLOSED.search(before) and not before.endswith("www.")):
        return False
    if before.endswith(("/", "-", "_", "=", "&", "?", ".", "%", "#", "~", ":")):
        return True
    token = re.match(r"\S+", line)
    word = token[0] if token else ""
    return bool(_ADDRESS_TOKEN.match(word)) and (any(c in word for c in "-/_=%&") or len(line.split()) == 1)
