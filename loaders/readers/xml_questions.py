"""What Kamervragen in OP-XML state, in both dialects.

The frame (`kamervraagkop`, `kamervraagnummer`, `kamervraagomschrijving`) and the whole older
dialect (`vraagdoc`) are known from other programs alone: no complete file was at hand, so they
are untested against a live one. What is missing or spelled otherwise is read from the text.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from loaders.readers.stated import Part, PartKind, Stated
from loaders.readers.xml_marks import dates
from loaders.readers.xml_parse import children, local, words
from ontology.records import Kind, Member, Read, Span

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from lxml import etree

    from loaders.readers.xml_layer import Layer

__all__ = ["heading_first", "of_questions"]

_PARTS = {
    "vraag": PartKind.QUESTION,
    "antwoord": PartKind.ANSWER,
    "kamervraagopmerking": PartKind.NOTICE,
    "toelicht": PartKind.EXPLANATION,
}
"""Both dialects: `kamervraagopmerking` holds a Mededeling or a Toelichting, `toelicht` the latter."""
_NUMBERS = ("nr", "nummer")
_DESCRIPTIONS = ("kamervraagomschrijving", "omschr")
_NUMBER_LINES = ("kamervraagnummer", "vraagnummer")
_REPLY = "reactie"
_SUBJECT = "kamervraagonderwerp"
_PIECES = ("al", "al-groep")
_EXPLANATION = re.compile(r"\s*Toelichting\b", re.IGNORECASE)
_CASE = re.compile(r"(?:\d{4}\s?[ZD]\s?\d{4,6}|KVR\d{3,6})", re.IGNORECASE)
_ABOUT = re.compile(r"^over\s+", re.IGNORECASE)


def heading_first(root: etree._Element) -> None:
    """Move the description of a reply to that of the questions, where prints have it."""
    asked = next(children(root, "omschr"), None)
    for description in list(children(root, "omschr")):
        if asked is not None and any(local(above) == _REPLY for above in description.iterancestors()):
            description.set("type", "antwoord")
            asked.addnext(description)


def of_questions(root: etree._Element, layer: Layer, known: Stated) -> Stated:
    """Add what questions, answers and their frame state."""
    parts = tuple(_parts(root, layer))
    numbers = _number_lines(root, layer)
    case = next((read for read in numbers if _CASE.fullmatch(read.value)), None)
    appendix = next((read for read in numbers if read.value.isdecimal() and len(read.value) <= 4), None)  # noqa: PLR2004 - longer ones are no place in the Aanhangsel
    asked, replied = _described(root, layer)
    return replace(
        known,
        kind=_question_kind(root, known),
        case_number=case or known.case_number,
        appendix_number=Read(int(appendix.value), appendix.span) if appendix else known.appendix_number,
        subject=_subject(root, layer),
        submitted=asked or known.submitted,
        received=replied or known.received,
        members=tuple(_asking(root, layer)) or known.members,
        title=None,
        parts=parts,
    )


def _question_kind(root: etree._Element, known: Stated) -> Kind | None:
    if next(children(root, "antwoord"), None) is not None:
        return Kind.ANSWER
    replies = known.kind in {Kind.ANSWER, Kind.DELAY_NOTICE}
    return known.kind if replies else None


def _number_lines(root: etree._Element, layer: Layer) -> list[Read[str]]:
    found = []
    for element in children(root, *_NUMBER_LINES):
        span = layer.spans.get(element)
        if span:
            found.append(Read("".join(words(element).split()), span))
    return found


def _described(root: etree._Element, layer: Layer) -> tuple[Read[date] | None, Read[date] | None]:
    """Dates in the descriptions of the questions and of the reply."""
    asked = replied = None
    for place, description in enumerate(children(root, *_DESCRIPTIONS)):
        day = next(dates(description, layer), None)
        kind = description.get("type", "antwoord" if place else "vraag")
        if kind in {"antwoord", "mededeling"}:
            replied = replied or day
        else:
            asked = asked or day
    return asked, replied


def _subject(root: etree._Element, layer: Layer) -> Read[str] | None:
    element = next(children(root, _SUBJECT), None)
    span = layer.spans.get(element) if element is not None else None
    if span is None:
        return None
    printed = words(element)
    lead = _ABOUT.match(printed)
    start = span.start + (lead.end() if lead else 0)
    subject = printed[lead.end() if lead else 0 :].rstrip(" .")
    return Read(subject, Span(start, start + len(subject))) if subject else None


def _asking(root: etree._Element, layer: Layer) -> Iterator[Member]:
    """Names in the description of the questions, each with the party that is named next."""
    for description in children(root, *_DESCRIPTIONS):
        if description.get("type", "vraag") != "vraag":
            continue
        waiting: list[tuple[str, Span]] = []
        for element in children(description, "naam", "organisatie"):
            span = layer.spans.get(element)
            if span and local(element) == "naam":
                waiting.append((words(element), span))
            elif span:
                yield from (Member(name, words(element), place) for name, place in waiting)
                waiting.clear()
        yield from (Member(name, None, place) for name, place in waiting)
        return


def _parts(root: etree._Element, layer: Layer) -> Iterator[Part]:
    for element in children(root, *_PARTS):
        whole = layer.spans.get(element)
        if whole is None or any(local(above) in _PARTS for above in element.iterancestors()):
            continue
        kind = _PARTS[local(element)]
        if kind is PartKind.NOTICE and _EXPLANATION.match(words(element)):
            kind = PartKind.EXPLANATION
        heading = next((child for child in element if local(child) in _NUMBERS), None)
        label = layer.spans.get(heading) if heading is not None else None
        after = (child for child in element if child is not heading and child in layer.spans)
        first = next((layer.spans[child].start for child in after), label.end if label else whole.start)
        yield Part(
            kind,
            words(heading),
            whole.start,
            Span(min(first, whole.end), whole.end),
            tuple(_pieces(element, layer, whole.end)),
        )


def _pieces(element: etree._Element, layer: Layer, end: int) -> Iterator[Span]:
    starts = [
        layer.spans[child].start for child in element if local(child) in _PIECES and child in layer.spans
    ]
    for start, stop in zip(starts, [*starts[1:], end], strict=True) if starts else ():
        yield Span(start, stop)
