"""Kamerstukken other than letters, and items of the Handelingen: text and stated facts as a record."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from loaders.grammar.citing import distinct, note_citations, read_notes, running_citations
from loaders.grammar.dates import FoundDate, first_date
from loaders.grammar.imprint import read_imprint
from loaders.grammar.letters import read_letter
from loaders.grammar.linked import linked, with_addresses
from loaders.grammar.markers import Marker
from loaders.grammar.motions import MotionParts, read_motion
from loaders.grammar.view import View
from loaders.readers.stated import Stated
from ontology.records import Citation, Kind, Member, PaperRef, Read, Record, Unit

__all__ = ["read_paper", "read_proceedings"]


def read_paper(view: View, kind: Kind, markers: dict[int, list[Marker]]) -> Record:
    """Read a motion or another Kamerstuk."""
    imprint = read_imprint(view.layer.content, kind, view.flow.offset(0), None)
    head = read_letter(view.text)
    paper = PaperRef(head.paper[0], head.paper[1], view.span(*head.paper[2:])) if head.paper else None
    stated = view.layer.stated or Stated()
    known = Record(
        kind,
        view.layer.snapshot,
        identifier=imprint.identifier,
        parliamentary_year=imprint.parliamentary_year,
        paper=stated.paper or paper,
        dated=_day(view, head.dated),
    )
    motion = read_motion(view.text) if kind is Kind.MOTION else None
    return _cited(view, _with_motion(view, known, motion) if motion else known, markers, motion)


def read_proceedings(view: View, markers: dict[int, list[Marker]]) -> Record:
    """Read an item of the Handelingen, of which the format states who speaks and about what."""
    stated = view.layer.stated or Stated()
    day = first_date(view.text[:400].lower()) if "vergadering" in view.text[:400] else None
    known = Record(
        Kind.PROCEEDINGS,
        view.layer.snapshot,
        subject=stated.subject,
        dated=_day(view, day),
        meeting=stated.meeting,
        speakers=stated.members,
        responders=stated.officials,
    )
    return _cited(view, known, markers, None)


def _with_motion(view: View, known: Record, motion: MotionParts) -> Record:
    title, words = motion.title, motion.words
    return replace(
        known,
        title=Read(" ".join(view.text[title[0] : title[1]].split()), view.span(*title)) if title else None,
        dated=_day(view, motion.dated),
        proposers=tuple(Member(m.name, m.party, view.span(m.start, m.end)) for m in motion.proposers),
        wording=Read(" ".join(view.text[words[0] : words[1]].split()), view.span(*words)) if words else None,
    )


def _cited(view: View, known: Record, markers: dict[int, list[Marker]], motion: MotionParts | None) -> Record:
    own = {f"kst-{known.paper.dossier}-{known.paper.number}"} if known.paper else set()
    notes = with_addresses(view, read_notes(view.notes))
    made = (*note_citations(view, notes, markers, (), own), *running_citations(view, (), own))
    if motion and motion.replaces and known.paper:
        number, start, end = motion.replaces
        span = view.span(start, end)
        target = PaperRef(known.paper.dossier, number, span)
        made = (Citation(Unit.DOCUMENT, 0, target, " ".join(view.text[start:end].split()), span), *made)
    made = linked(view, made, (), own)
    papers, appendices, cases = distinct(made)
    return replace(
        known, notes=notes, papers=papers, appendix_refs=appendices, case_refs=cases, citations=made
    )


def _day(view: View, found: FoundDate | None) -> Read[date] | None:
    return Read(found.value, view.span(found.start, found.end)) if found else None
