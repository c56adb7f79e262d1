"""A walk through the parts of a DOCX that writes the text layer and keeps its marks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx.oxml.ns import qn

from loaders.readers.docx_numbering import Numbering
from loaders.readers.docx_package import root_of
from loaders.readers.text import Mark, MarkKind
from ontology.records import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docx.document import Document
    from lxml import etree

__all__ = ["Walk"]

_P, _R, _T, _TBL, _TC, _BR = (qn(f"w:{name}") for name in ("p", "r", "t", "tbl", "tc", "br"))
_ID, _TYPE, _VAL = (qn(f"w:{name}") for name in ("id", "type", "val"))
_PAGE_WAS_HERE, _BOX = qn("w:lastRenderedPageBreak"), qn("w:txbxContent")
_ALIGNED = f"{qn('w:rPr')}/{qn('w:vertAlign')}"
_LETTERS = {
    qn(f"w:{name}"): letter
    for name, letter in (
        ("tab", "\t"),
        ("cr", "\n"),
        ("noBreakHyphen", "-"),
        ("softHyphen", "\u00ad"),
    )
}
_NOTES = {"footnotes": qn("w:footnote"), "endnotes": qn("w:endnote")}
_REFERENCES = {qn(f"w:{name}Reference"): qn(f"w:{name}") for name in ("footnote", "endnote")}
_OWN_NUMBERS = (qn("w:footnoteRef"), qn("w:endnoteRef"))
_LEAVES = {_T, _BR, _PAGE_WAS_HERE, *_LETTERS, *_REFERENCES, *_OWN_NUMBERS}
_NOT_SHOWN = {qn(f"w:{name}") for name in ("del", "moveFrom", "instrText", "pPr", "rPr", "tblPr", "sectPr")}
_NOT_SHOWN.add("{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback")
"""A Fallback says again what the Choice before it says."""


class Walk:
    """Writes parts in the order in which its methods are called."""

    def __init__(self, document: Document) -> None:
        self.length = 0
        self.marks: list[Mark] = []
        self.pages: list[int] = []
        """Offsets at which pages start, the first one left out."""
        self._parts: list[str] = []
        self._body = document.element.body
        self._relations = document.part.rels
        self._numbering = Numbering(self._root("numbering"), self._root("styles"))
        self._numbers: dict[tuple[str, str], int] = {}
        self._own_number = ""

    def text(self) -> str:
        """Give the text layer as far as it is written."""
        return "".join(self._parts)

    def body(self) -> None:
        """Write the paragraphs and tables of the body."""
        self._blocks(self._body)

    def notes(self) -> None:
        """Write the footnotes and endnotes that were referred to, in the order of their numbers."""
        for part, tag in _NOTES.items():
            root = self._root(part)
            notes = {} if root is None else {note.get(_ID, ""): note for note in root.iter(tag)}
            for (kind, key), number in list(self._numbers.items()):
                if kind == tag and key in notes:
                    self._note(notes[key], number)

    def furniture(self, kind: str) -> None:
        """Write all different headers (`kind` "header") or footers ("footer"), first pages' first."""
        start = self.length
        seen: set[str] = set()
        for root in self._sections(kind):
            words = "".join(root.itertext(_T))
            if words.strip() and words not in seen:
                seen.add(words)
                self._blocks(root)
        if self.length > start:
            self.marks.append(Mark(MarkKind.FURNITURE, Span(start, self.length)))

    def _sections(self, kind: str) -> Iterator[etree._Element]:
        references = list(self._body.iter(qn(f"w:{kind}Reference")))
        references.sort(key=lambda reference: reference.get(_TYPE) != "first")
        for reference in references:
            relation = self._relations.get(reference.get(qn("r:id"), ""))
            if relation is not None and not relation.is_external:
                yield root_of(relation.target_part)

    def _root(self, name: str) -> etree._Element | None:
        for relation in self._relations.values():
            if not relation.is_external and relation.reltype.endswith(f"/{name}"):
                return root_of(relation.target_part)
        return None

    def _write(self, text: str) -> None:
        self._parts.append(text)
        self.length += len(text)

    def _blocks(self, element: etree._Element) -> None:
        for child in element:
            if child.tag == _P:
                self._paragraph(child)
            elif child.tag == _TBL:
                self._table(child)
            elif isinstance(child.tag, str) and child.tag not in _NOT_SHOWN:
                self._blocks(child)

    def _table(self, table: etree._Element) -> None:
        start = self.length
        for child in table:
            if isinstance(child.tag, str) and child.tag not in _NOT_SHOWN:
                self._blocks(child)
        if self.length > start and next(table.iterancestors(_TBL), None) is None:
            self.marks.append(Mark(MarkKind.TABLE, Span(start, self.length)))

    def _paragraph(self, paragraph: etree._Element) -> None:
        self._write(self._numbering.label(paragraph))
        boxes: list[etree._Element] = []
        self._inline(paragraph, boxes, raised=False)
        self._write("\n")
        for box in boxes:
            self._blocks(box)

    def _inline(self, element: etree._Element, boxes: list[etree._Element], *, raised: bool) -> None:
        for child in element:
            tag = child.tag
            if tag in _LEAVES:
                self._leaf(child, raised=raised)
            elif tag == _R:
                self._inline(child, boxes, raised=_is_raised(child))
            elif tag == _BOX:
                boxes.append(child)
            elif isinstance(tag, str) and tag not in _NOT_SHOWN:
                self._inline(child, boxes, raised=raised)

    def _leaf(self, element: etree._Element, *, raised: bool) -> None:
        tag = element.tag
        if tag == _T:
            self._characters(element.text or "", raised=raised)
        elif tag in _LETTERS:
            self._write(_LETTERS[tag])
        elif tag in _REFERENCES:
            self._characters(self._number(_REFERENCES[tag], element.get(_ID, "")), raised=True)
        elif tag in _OWN_NUMBERS:
            self._write(self._own_number)
        elif tag == _BR:
            self._write("\n")
        if tag == _PAGE_WAS_HERE or element.get(_TYPE) == "page":
            self.pages.append(self.length)

    def _characters(self, text: str, *, raised: bool) -> None:
        if raised and text.strip():
            start = self.length + len(text) - len(text.lstrip())
            self.marks.append(Mark(MarkKind.SUPERSCRIPT, Span(start, start + len(text.strip()))))
        self._write(text)

    def _number(self, kind: str, key: str) -> str:
        count = sum(1 for other, _ in self._numbers if other == kind)
        return str(self._numbers.setdefault((kind, key), count + 1))

    def _note(self, note: etree._Element, number: int) -> None:
        start, first = self.length, len(self._parts)
        self._own_number = str(number)
        if next(note.iter(*_OWN_NUMBERS), None) is None:
            self._write(f"{number} ")
        self._blocks(note)
        words = "".join(self._parts[first:])
        self.marks.append(Mark(MarkKind.NOTE, Span(start, start + len(words.rstrip()))))


def _is_raised(run: etree._Element) -> bool:
    aligned = run.find(_ALIGNED)
    return aligned is not None and aligned.get(_VAL) == "superscript"
