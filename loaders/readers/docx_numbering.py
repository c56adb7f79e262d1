"""Numbers that Word prints before paragraphs of a list, counted as Word counts them."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from docx.oxml.ns import qn

if TYPE_CHECKING:
    from lxml import etree

__all__ = ["Numbering"]

_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
          (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip
_LONGEST_LIST = 3999
"""Above it letters and Roman figures are written as figures: a package can claim any number."""
_name = cache(qn)
_PLACE = re.compile(r"%(\d)")


@dataclass(frozen=True, slots=True)
class _Level:
    start: int
    style: str
    text: str


class Numbering:
    """Counts through the lists of one document, paragraph by paragraph."""

    def __init__(self, numbering: etree._Element | None, styles: etree._Element | None) -> None:
        self._levels: dict[str, dict[int, _Level]] = {}
        self._abstract: dict[str, str] = {}
        self._overrides: dict[str, dict[int, int]] = defaultdict(dict)
        self._counts: dict[str, dict[int, int]] = defaultdict(dict)
        self._started: set[str] = set()
        self._by_style: dict[str, tuple[str, int]] = {}
        if numbering is not None:
            self._read(numbering)
        if styles is not None:
            self._by_style = _styles(styles)

    def _read(self, numbering: etree._Element) -> None:
        for abstract in numbering.iter(_name("w:abstractNum")):
            self._levels[abstract.get(_name("w:abstractNumId"), "")] = {
                int(level.get(_name("w:ilvl"), "0")): _Level(
                    int(_value(level, "w:start") or "1"),
                    _value(level, "w:numFmt") or "decimal",
                    _value(level, "w:lvlText") or "",
                )
                for level in abstract.iter(_name("w:lvl"))
            }
        for num in numbering.iter(_name("w:num")):
            key = num.get(_name("w:numId"), "")
            self._abstract[key] = _value(num, "w:abstractNumId") or ""
            for override in num.iter(_name("w:lvlOverride")):
                start = _value(override, "w:startOverride")
                if start:
                    self._overrides[key][int(override.get(_name("w:ilvl"), "0"))] = int(start)

    def label(self, paragraph: etree._Element) -> str:
        """Give what Word prints before a paragraph (`2)`, `•`) and a space; empty outside lists."""
        place = self._place(paragraph)
        if place is None:
            return ""
        key, depth = place
        abstract = self._abstract.get(key)
        levels = self._levels.get(abstract or "", {})
        if abstract is None or depth not in levels:
            return ""
        counts = self._counts[abstract]
        if key not in self._started:
            self._started.add(key)
            for level, start in self._overrides[key].items():
                counts[level] = start - 1
        counts[depth] = counts.get(depth, levels[depth].start - 1) + 1
        for deeper in [level for level in counts if level > depth]:
            del counts[deeper]
        if levels[depth].style == "bullet":
            return "• "
        text = _PLACE.sub(lambda match: _shown(counts, levels, int(match[1]) - 1), levels[depth].text)
        return f"{text} " if text.strip() else ""

    def _place(self, paragraph: etree._Element) -> tuple[str, int] | None:
        properties = paragraph.find(_name("w:pPr"))
        if properties is None:
            return None
        inherited = self._by_style.get(_value(properties, "w:pStyle") or "")
        own = properties.find(_name("w:numPr"))
        if own is None:
            return inherited
        key = _value(own, "w:numId") or (inherited[0] if inherited else "")
        depth = int(_value(own, "w:ilvl") or "0")
        return None if key in {"", "0"} else (key, depth)


def _shown(counts: dict[int, int], levels: dict[int, _Level], depth: int) -> str:
    level = levels.get(depth)
    if level is None:
        return ""
    return _written(counts.get(depth, level.start), level.style)


def _written(number: int, style: str) -> str:
    if style == "none":
        return ""
    if style == "decimalZero":
        return f"{number:02d}"
    if not 0 < number <= _LONGEST_LIST:
        return str(number)
    if style in {"lowerLetter", "upperLetter"}:
        letters = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
        return letters.upper() if style == "upperLetter" else letters
    if style in {"lowerRoman", "upperRoman"}:
        return _roman(number).upper() if style == "upperRoman" else _roman(number)
    return str(number)


def _roman(number: int) -> str:
    signs = ""
    for value, sign in _ROMAN:
        signs += sign * (number // value)
        number %= value
    return signs


def _styles(styles: etree._Element) -> dict[str, tuple[str, int]]:
    """List and level of each paragraph style that has one, its own or inherited."""
    own: dict[str, tuple[str, int]] = {}
    parent: dict[str, str] = {}
    for style in styles.iter(_name("w:style")):
        name = style.get(_name("w:styleId"), "")
        parent[name] = _value(style, "w:basedOn") or ""
        for properties in style.iter(_name("w:numPr")):
            own[name] = (_value(properties, "w:numId") or "", int(_value(properties, "w:ilvl") or "0"))
    found: dict[str, tuple[str, int]] = {}
    for name in parent:
        ancestor, steps = name, 0
        while ancestor and ancestor not in own and steps < len(parent):
            ancestor, steps = parent.get(ancestor, ""), steps + 1
        if ancestor in own and own[ancestor][0] not in {"", "0"}:
            found[name] = own[ancestor]
    return found


def _value(element: etree._Element, name: str) -> str | None:
    child = element.find(_name(name))
    return None if child is None else child.get(_name("w:val"))
