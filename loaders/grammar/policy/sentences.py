"""Sentences of running Dutch text, as ranges: abbreviations, initials, list items and headings allowed for.

A line end within a sentence is a space. It ends a sentence where the paragraph ends: before a blank
line or a list item, or where the first word of the next line would have fitted on this one, as after
a heading. A note marker that is glued to a full stop ("ingesteld.1") belongs to the sentence it follows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

__all__ = ["sentences"]


def _words(table: str) -> frozenset[str]:
    return frozenset(table.split())


_NEVER_LAST = _words(
    """
    nr nrs art artt bijv bv m.b.t t.a.v i.v.m n.a.v o.a m.n d.w.z i.c c.q resp incl excl ca vgl blz p pp mr
    drs dr prof ir ing mw dhr jhr o.g.v i.h.k.v t.b.v t.o.v o.b.v m.i.v a.h.w i.p.v z.g zgn st stb stcrt trb
    kst h.m jan feb febr mrt apr aug sept okt nov dec max min gem tel vs u
    """
)
"""Abbreviations that stand before what they belong to, without their last full stop."""
_MAYBE_LAST = _words("jl ll a.s d.d etc enz e.d e.v c.s e.a t/m jo b.d n.v.t j.l")
"""Abbreviations after which a sentence may end: it does before a word that opens one."""
_OPENERS = _words(
    """
    aan al alle als andere bij bovendien conform daar daarbij daarmee daarnaast daarom daarop daarover dat de
    derhalve deze die dit door echter een eén één eerder er gelet gelijktijdig gezien hierbij hiermee hierna
    hierop hierover het hij ik in indien inmiddels intussen mede met mijn momenteel mocht na naar nu om omdat
    ondanks onder ook op over sinds te tegelijkertijd ten tenzij tevens thans toen tot tussen u uit uw van
    vanaf vanwege vanuit vervolgens volgens voor vóór voorts wanneer wat we wegens wel wij ze zij zo zoals
    zodra zowel
    """
)
# The class stands there twice, as a pattern is searched for faster where it opens with just one character.
_STOP = re.compile(
    r"[.?!…][.?!…]*[\"'”’»)\]]*(?P<note>\d{1,2}(?:,\s?\d{1,2})*"
    r"|\s?\[\d{1,2}\])?(?=(?P<gap>\s+)[\"'“‘„«(\[•–-]*(?P<next>\w+)"
    r"|(?<=[a-z]{3}\.)(?P<glued>[A-Z][a-z]+\s))"
)
_LAST_WORD = re.compile(r"[\w./’-]++$")
_ITEM = re.compile(r"[^\S\n]*(?:[•▪◦●*·–—-]\s|(?:\d{1,2}|[a-zA-Z]|[ivx]{1,4})[.)]\s|\(\d{1,2}\)\s)")
_LINE = re.compile(r"[^\n]*(?:\n|$)")
_WIDEST = 160
"""Longer lines are whole paragraphs: the text is not broken into lines."""
_FITS = 0.85
"""Letters differ in width; a line is short when it leaves this part of the widest unused."""


def sentences(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """Ranges `(start, end)` of the sentences in a stretch of text, without white space around them.

    >>> text = "Op 26 juni jl. is het ingesteld.1 Zie nr. 12. Het loopt af."
    >>> [text[start:end] for start, end in sentences(text)]
    ['Op 26 juni jl. is het ingesteld.1', 'Zie nr. 12.', 'Het loopt af.']
    """
    found = []
    for opens, closes in _blocks(text, start, len(text) if end is None else end):
        at = opens
        for stop in _stops(text, opens, closes):
            found.append(_trimmed(text, at, stop))
            at = stop
        found.append(_trimmed(text, at, closes))
    return [(opens, closes) for opens, closes in found if opens < closes]


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    words = text[start:end]
    return start + len(words) - len(words.lstrip()), start + len(words.rstrip())


def _stops(text: str, start: int, end: int) -> Iterator[int]:
    """Where sentences end within a paragraph, its own end not counted."""
    for match in _STOP.finditer(text, start, end):
        word = match["next"] or match["glued"].strip()
        if not (word[0].isupper() or word[0].isdigit()):
            continue
        if text.startswith(".", match.start()):
            before = _LAST_WORD.search(text, max(start, match.start() - 24), match.start())
            if before and not _ends(before, word, start):
                continue
        yield match.end()


def _ends(before: re.Match[str], word: str, start: int) -> bool:
    """Whether a full stop after one word and before another ends a sentence."""
    last = before[0].casefold()
    if last in _MAYBE_LAST:
        return word.casefold() in _OPENERS
    if last in _NEVER_LAST or (before[0][-1].isupper() and (len(last) == 1 or last[-2] == ".")):
        return False
    return not (before.start() <= start + 1 and (last.isdigit() or len(last) == 1))  # "2. Het …": an item


def _blocks(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Paragraphs, list items and headings."""
    lines = [match.span() for match in _LINE.finditer(text, start, end) if match[0]]
    lengths = sorted(len(text[opens:closes].strip()) for opens, closes in lines)
    width = lengths[int(0.95 * (len(lengths) - 1))] if lengths else 0
    opened = start
    for (opens, closes), (following, until) in pairwise(lines):
        if _parted(text[opens:closes].strip(), text[following:until], width):
            yield opened, closes
            opened = following
    yield opened, end


def _parted(line: str, following: str, width: int) -> bool:
    """Whether a paragraph ends between two lines of a text whose lines are about `width` wide."""
    words = following.strip()
    if not line or not words:
        return True
    if _ITEM.match(following) and not line.endswith(("artikel", "lid", "nr.", "nrs.")):
        return True
    if not (words[0].isupper() or words[0].isdigit() or words[0] in "“‘„«("):
        return False
    return width > _WIDEST or len(line) + 1 + len(words.split(maxsplit=1)[0]) < _FITS * width
