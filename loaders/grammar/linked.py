"""References that the format marks as such: they win over what was read from the words.

"31 293 en 31 289, nr. 653" reads as one paper or two; a link on it says which is meant. A link
in a note gives the note's address in full, where the words show a site's name alone.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace

from loaders.grammar.citing import Place, Reference, place_of, reference_key
from loaders.grammar.view import View
from loaders.readers.stated import Link, LinkKind
from ontology.records import AppendixRef, CaseRef, Citation, Note, PaperRef, Source, Span

__all__ = ["linked", "with_addresses"]

_PAPER = re.compile(r"kst-(?P<dossier>\d{5}(?:-[A-Za-z0-9]+)*)-(?P<number>[A-Za-z0-9]+)")
_APPENDIX = re.compile(r"ah-tk-(?P<first>\d{4})(?P<second>\d{4})-(?P<number>\d{1,4})(?:-[hn]\d)?")
_CASE = re.compile(r"kv-tk-(?:\d{8}-)?(?P<case>\d{4}Z\d{5})")
_DOSSIER = re.compile(r"\d{5}(?:-[A-Za-z0-9]+)*")
_REACH = 250
"""Longest reference, in characters, whose words end in a link."""
_ADDRESS = re.compile(r"https?://[^\s<>\"]+\.[^\s<>\"]+")


def with_addresses(view: View, notes: tuple[Note, ...]) -> tuple[Note, ...]:
    """Notes with the address that their first link gives."""
    links = [
        link for link in _links(view) if link.kind is LinkKind.ADDRESS and _ADDRESS.fullmatch(link.target)
    ]
    if not links or not notes:
        return notes
    return tuple(replace(note, url=_address(note, links) or note.url) for note in notes)


def _address(note: Note, links: Iterable[Link]) -> str | None:
    return next((link.target for link in links if _within(link.span, note.span)), None)


def linked(
    view: View, made: tuple[Citation, ...], places: Sequence[Place], own: set[str]
) -> tuple[Citation, ...]:
    """Citations with the targets that links give: put right where they differ, added where they lack."""
    found = _Made(made)
    note_starts = [text.whole.start for text in view.notes]
    for link in _links(view):
        target = _target(link)
        if target is None or reference_key(target) in own:
            continue
        note = bisect_right(note_starts, link.span.start) - 1
        if note >= 0 and _within(link.span, view.notes[note].whole):
            _settle_note(found, note, target)
        elif not _settle_read(found, link, target):
            place = place_of(places, view.position(link.span.start))
            words = " ".join(view.layer.snapshot.quote(link.span).split())
            found.citations.append(Citation(*place, target, words, link.span))
    return tuple(found.citations)


class _Made:
    """Citations as they were read, to be found by their place or by their note."""

    def __init__(self, made: Sequence[Citation]) -> None:
        self.citations = list(made)
        self.by_note: dict[int, list[int]] = {}
        self._inline: list[tuple[Span, int]] = []
        for index, citation in enumerate(made):
            if citation.note is None:
                self._inline.append((citation.target.span, index))
            else:
                self.by_note.setdefault(citation.note, []).append(index)
        self._inline.sort()

    def read_from(self, span: Span) -> list[int]:
        """References in running text that were read from the words of a span."""
        first = bisect_left(self._inline, (Span(max(0, span.start - _REACH), span.start), 0))
        last = bisect_left(self._inline, (Span(span.end, span.end), 0))
        return [index for other, index in self._inline[first:last] if span.start < other.end]

    def cites(self, indices: Iterable[int], target: Reference | Source) -> bool:
        """Whether one of some citations has a target already."""
        key = reference_key(target)
        return any(reference_key(self.citations[index].target) == key for index in indices)


def _settle_read(found: _Made, link: Link, target: Reference | Source) -> bool:
    """Put right what was read from a link's words; whether anything was."""
    here = found.read_from(link.span)
    if found.cites(here, target):
        return True
    same = [index for index in here if type(found.citations[index].target) is type(target)]
    if same and link.kind is not LinkKind.DOSSIER:  # a dossier's words may go on: "36 410, nr. 3"
        found.citations[same[0]] = replace(found.citations[same[0]], target=target)
    return bool(same)


def _settle_note(found: _Made, note: int, target: Reference | Source) -> None:
    """Add what a note's link names, in the place of the source that the note was taken for."""
    cited = found.by_note.get(note, [])
    if isinstance(target, Source) or found.cites(cited, target):
        return  # an address is that of the note, which has it already
    for index in cited:
        if isinstance(found.citations[index].target, Source):
            found.citations[index] = replace(found.citations[index], target=target)
            return
    if cited:
        found.by_note[note].append(len(found.citations))
        found.citations.append(replace(found.citations[cited[0]], target=target))


def _within(inner: Span, outer: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _links(view: View) -> tuple[Link, ...]:
    return view.layer.stated.links if view.layer.stated else ()


def _target(link: Link) -> Reference | Source | None:
    """What a link points to, as a record has it; None for publications of another kind."""
    if link.kind is LinkKind.ADDRESS:
        return Source(None, None, None, link.target, link.span) if _ADDRESS.fullmatch(link.target) else None
    if link.kind is LinkKind.DOSSIER:
        return PaperRef(link.target, None, link.span) if _DOSSIER.fullmatch(link.target) else None
    if paper := _PAPER.fullmatch(link.target):
        return PaperRef(paper["dossier"], paper["number"], link.span)
    if appendix := _APPENDIX.fullmatch(link.target):
        return AppendixRef(f"{appendix['first']}-{appendix['second']}", appendix["number"], link.span)
    if case := _CASE.fullmatch(link.target):
        return CaseRef(case["case"], link.span)
    return None
