"""Elements in reading order as a text layer: a paragraph a line, notes last, each element's place kept."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from loaders.readers.text import Mark, MarkKind
from loaders.readers.xml_parse import BLANK, local, words
from ontology.records import Span

if TYPE_CHECKING:
    from lxml import etree

__all__ = ["Layer"]

_OPENS_LINE = frozenset(
    {
        *(
            "al",
            "entry",
            "kop",
            "li",
            "ltrlabel",
            "nr",
            "nummer",
            "tekstregel",
            "titel",
            "tuskop",
            "tussenkop",
        ),
        *("kamervraagnummer", "kamervraagomschrijving", "omschr", "vraagnummer"),
        *("datumtekst", "dossiernummer", "functie", "naamfunctie", "ondertekening", "stuknr"),
        *("item-titel", "spreker", "vergaderdatum", "vergadering-nummer", "vergadertijd"),
    }
)
"""Elements that are lines of their own; one without any of them below it is a line as a whole."""
_CLOSE = frozenset(
    ("datumtekst", "dossiernummer", "entry", "kop", "li", "nr", "nummer", "spreker", "stuknr", "tekstregel")
)
"""Lines that the next one follows without a blank line between."""
_LEFT_OUT = frozenset({"metadata", "meta", "plaatje", "illustratie"})
_LETTERHEAD = frozenset({"kamerstukkop", "kamervraagkop"})
"""What the House prints above every paper: furniture."""
_NOTE, _NOTE_REFERENCE, _ITEM, _TABLE = "noot", "nootref", "li", "table"
_NOTE_NUMBER = frozenset({"noot.nr", "noot.lbl"})
_ITEM_NUMBER = "li.nr"
_GAPS = re.compile(f"[{BLANK}]+")
_DIGITS = re.compile(r"\d{1,3}")


class Layer:
    """Writes elements in the order in which `write` is given them; `notes` and `labelled` come last."""

    def __init__(self, root: etree._Element) -> None:
        self.length = 0
        self.marks: list[Mark] = []
        self.spans: dict[etree._Element, Span] = {}
        """Place of the words of each element that was written and has any."""
        self.markers: list[tuple[Span, Span]] = []
        self._parts: list[str] = []
        self._owed = 0
        self._gap = False
        self._waiting: list[etree._Element] = []
        self._starts: dict[etree._Element, int] = {}
        self._containers = _containers(root)
        self._numbers: dict[etree._Element, int] = {}
        self._by_key: dict[str, etree._Element] = {}
        for nth, note in enumerate(root.iter("{*}" + _NOTE), 1):
            number = self._numbers[note] = _note_number(note) or nth
            for key in (note.get("id"), str(number)):
                self._by_key.setdefault(key or str(number), note)
        self._pointed = {self._pointed_at(reference) for reference in root.iter("{*}" + _NOTE_REFERENCE)}
        self._pointers: dict[etree._Element, list[Span]] = {}

    def text(self) -> str:
        """The text layer as far as it is written."""
        return "".join(self._parts)

    def write(self, element: etree._Element) -> None:
        """Write an element with all below it."""
        name = local(element)
        if name in _LEFT_OUT or name == _NOTE:
            return
        self._waiting.append(element)
        if element in self._containers:
            self._container(element, name)
        else:
            self._inline(element)
        self._close(element)
        if name in _LETTERHEAD and element in self.spans:
            self.marks.append(Mark(MarkKind.FURNITURE, self.spans[element]))
        within_item = next(element.iterancestors("{*}" + _ITEM), None) is not None
        self._owed = max(self._owed, 1 if name in _CLOSE or within_item else 2)

    def notes(self) -> None:
        """Write the notes, each as a line that opens with its number."""
        for note, number in self._numbers.items():
            parts = [part for part in _note_parts(note) if words(part)]
            if not parts:
                continue
            self._owed = 2
            start = self._put(str(number))
            self.marks.append(Mark(MarkKind.SUPERSCRIPT, Span(start, self.length)))
            for part in parts:
                self._gap = True
                self._waiting.append(part)
                self._inline(part)
                self._close(part)
            whole = Span(start, self.length)
            self.marks.append(Mark(MarkKind.NOTE, whole))
            self.markers += [(whole, marker) for marker in self._pointers.get(note, ())]
        self.markers.sort(key=lambda pair: pair[1])

    def labelled(self, label: str, value: str) -> Span:
        """Write a line `label: value` and mark it as furniture; gives the place of the value."""
        self._owed = max(self._owed, 1)
        start = self._put(f"{label}:")
        self._raw(" ")
        at = self.length
        self._parts.append(value)
        self.length += len(value)
        self.marks.append(Mark(MarkKind.FURNITURE, Span(start, self.length)))
        self._owed = 1
        return Span(at, self.length)

    def _container(self, element: etree._Element, name: str) -> None:
        start = self.length
        self._stray(element.text)
        for child in element:
            if local(child) == _ITEM_NUMBER:
                self._owed = max(self._owed, 1)
                self._inline(child)
                self._gap = True
            else:
                self.write(child)
            self._stray(child.tail)
        if name == _TABLE and self.length > start:
            self.marks.append(Mark(MarkKind.TABLE, Span(start, self.length)))

    def _stray(self, text: str | None) -> None:
        """Words between lines, such as the colon after a speaker."""
        if text and text.strip(BLANK):
            self._put(text)

    def _inline(self, element: etree._Element) -> None:
        self._put(element.text or "")
        for child in element:
            name = local(child)
            if name == _NOTE:
                if child not in self._pointed:
                    self._point(child)
            elif name == _NOTE_REFERENCE:
                self._point(self._pointed_at(child))
            elif name not in _LEFT_OUT:
                self._waiting.append(child)
                self._inline(child)
                self._close(child)
            self._put(child.tail or "")

    def _pointed_at(self, reference: etree._Element) -> etree._Element | None:
        """The note that a reference names, by its id or by its number."""
        keys = (reference.get("refid"), reference.get("nr"), words(reference))
        return next((self._by_key[key] for key in keys if key in self._by_key), None)

    def _point(self, note: etree._Element | None) -> None:
        """Write the marker of a note."""
        if note is None:
            return
        label = str(self._numbers[note])
        self._put(label)
        marker = Span(self.length - len(label), self.length)
        self.marks.append(Mark(MarkKind.SUPERSCRIPT, marker))
        self._pointers.setdefault(note, []).append(marker)

    def _put(self, text: str) -> int:
        """Write words, white space as one space, line ends that are owed first; gives where they begin."""
        start = -1
        for nth, token in enumerate(_GAPS.split(text)):
            self._gap |= nth > 0
            if not token:
                continue
            if self._owed and self.length:
                self._raw("\n" * self._owed)
            elif self._gap and self.length:
                self._raw(" ")
            self._owed, self._gap = 0, False
            start = self.length if start < 0 else start
            for element in self._waiting:
                self._starts[element] = self.length
            self._waiting.clear()
            self._raw(token)
        return start if start >= 0 else self.length

    def _raw(self, text: str) -> None:
        self._parts.append(text)
        self.length += len(text)

    def _close(self, element: etree._Element) -> None:
        start = self._starts.pop(element, None)
        if start is None:
            self._waiting.remove(element)
        else:
            self.spans[element] = Span(start, self.length)


def _containers(root: etree._Element) -> set[etree._Element]:
    """Elements with lines below them, notes left out."""
    found: set[etree._Element] = set()
    for element in root.iter("*"):
        if local(element) in _OPENS_LINE:
            above = list(element.iterancestors())
            if not any(local(one) == _NOTE for one in above):
                found.update(above)
    return found


def _note_parts(note: etree._Element) -> list[etree._Element]:
    """What a note says: its paragraphs, or itself where it has none."""
    parts = [child for child in note if local(child) not in _NOTE_NUMBER]
    return parts if len(note) else [note]


def _note_number(note: etree._Element) -> int | None:
    printed = next((words(child) for child in note if local(child) in _NOTE_NUMBER), note.get("nr") or "")
    digits = _DIGITS.search(printed)
    return int(digits[0]) if digits else None
