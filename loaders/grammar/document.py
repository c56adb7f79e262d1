"""A text as a record: the one function that puts the readings together."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from loaders.errors import ReadError
from loaders.grammar.agreed import with_stated
from loaders.grammar.body import Block, BlockKind, first_heading, split_body, stated_body
from loaders.grammar.catalogue import read_catalogue
from loaders.grammar.citing import distinct, note_citations, read_notes, running_citations
from loaders.grammar.dates import FoundDate
from loaders.grammar.heading import Heading, read_heading
from loaders.grammar.imprint import Imprint, read_imprint
from loaders.grammar.letters import Signature, find_signature, letter_date, read_letter
from loaders.grammar.linked import linked, with_addresses
from loaders.grammar.markers import Marker, find_bracketed, find_markers
from loaders.grammar.notices import delay_reason
from loaders.grammar.papers import read_paper, read_proceedings
from loaders.grammar.parts import Parts, divide
from loaders.grammar.people import FoundResponder
from loaders.grammar.policy.mentions import with_mentions, with_title_mentions
from loaders.grammar.policy.statements import with_statements
from loaders.grammar.posts import FoundPost
from loaders.grammar.remarks import remarks_on
from loaders.grammar.view import View
from loaders.kinds import recognise
from loaders.readers.stated import Stated
from loaders.readers.text import Text
from ontology.records import Kind, Member, PaperRef, Post, Read, Record, Responder

__all__ = ["read_record"]

_PARAGRAPH_END = re.compile(r"\n[^\S\n]*\n")


def read_record(text: Text) -> Record:
    """Read a document. Raises `ReadError` where the text is of no kind that is read."""
    if text.stated and text.stated.catalogue:
        return with_title_mentions(read_catalogue(text, text.stated))
    view = View(text)
    kind = (text.stated.kind if text.stated else None) or recognise(view.text)
    if kind is None and text.stated and text.stated.parts:
        kind = Kind.WRITTEN_QUESTIONS
    if kind is None:
        raise ReadError(
            "unrecognised",
            "no heading of questions, an answer, a delay notice, a letter or a motion was found (expected "
            "words such as “Vragen van het lid …”, “Antwoord van Minister …” or “BRIEF VAN DE MINISTER …”)",
        )
    return with_statements(view, with_mentions(view, with_stated(_read(view, kind), text.stated)))


def _read(view: View, kind: Kind) -> Record:
    if kind is Kind.LETTER:
        return _letter(view)
    if kind is Kind.PROCEEDINGS:
        return read_proceedings(view, _markers(view))
    if kind in {Kind.MOTION, Kind.PAPER}:
        return read_paper(view, kind, _markers(view))
    return _question_document(view, kind)


def _letter(view: View) -> Record:
    parts = read_letter(view.text)
    imprint = read_imprint(view.layer.content, Kind.LETTER, view.flow.offset(0), None)
    own = {f"kst-{parts.paper[0]}-{parts.paper[1]}"} if parts.paper else set()
    notes = with_addresses(view, read_notes(view.notes))
    markers = _markers(view)
    made = (*note_citations(view, notes, markers, (), own), *running_citations(view, (), own))
    made = linked(view, made, (), own)
    papers, appendices, cases = distinct(made)
    return Record(
        Kind.LETTER,
        view.layer.snapshot,
        identifier=imprint.identifier,
        parliamentary_year=imprint.parliamentary_year,
        notes=notes,
        papers=papers,
        appendix_refs=appendices,
        case_refs=cases,
        citations=made,
        paper=PaperRef(parts.paper[0], parts.paper[1], view.span(*parts.paper[2:])) if parts.paper else None,
        dated=_date(view, parts.dated),
        sender=_post(view, parts.sender) if parts.sender else None,
        title=_string(view, parts.title),
    )


def _question_document(view: View, kind: Kind) -> Record:
    stated = view.layer.stated or Stated()
    numbered = view.position(stated.parts[0].opens) if stated.parts else first_heading(view.text)
    written = letter_date(view.text[:numbered])
    if kind is Kind.ORAL_QUESTIONS:
        head_end = len(view.text)
    else:
        head_end = numbered if numbered is not None else _heading_end(view.text)
    reach = len(view.text) if kind is Kind.DELAY_NOTICE else head_end
    heading = read_heading(view.text, head_end, reach, written.value if written else None)
    body_start = len(view.text) if kind is Kind.ORAL_QUESTIONS else head_end
    if stated.parts:
        blocks = stated_body(view, stated.parts)
    else:
        blocks = split_body(view.text, body_start, notice=kind is Kind.DELAY_NOTICE)
    notice = _notice_range(view, kind, blocks, head_end)
    if notice:
        heading = _asked_in_notice(view.text, heading, notice, written.value if written else None)
    imprint = _imprint(view, kind, heading, notice)
    markers = _markers(view)
    parts = divide(view, blocks, [marker for found in markers.values() for marker in found])
    known = Record(
        kind,
        view.layer.snapshot,
        stated.identifier or imprint.identifier,
        stated.case_number or imprint.case_number,
        stated.appendix_number or imprint.appendix_number,
        stated.parliamentary_year or imprint.parliamentary_year,
    )
    return _assemble(parts, heading, markers, notice, known)


def _heading_end(text: str) -> int:
    """End of the paragraph that holds the heading, in a document without numbered parts."""
    opening = re.search(
        r"(?:^|\n)[^\S\n]*(?:Schriftelijke\s+)?(?:Kamer)?[Vv]ragen\s+van\b|(?:Mededeling|Antwoord)\s+van\b",
        text,
    )
    start = opening.end() if opening else 0
    blank = _PARAGRAPH_END.search(text, start)
    return blank.end() if blank else len(text)


def _notice_range(view: View, kind: Kind, blocks: Sequence[Block], head_end: int) -> tuple[int, int] | None:
    """Where the words of a delay notice stand in the running text."""
    if kind is not Kind.DELAY_NOTICE:
        return None
    for block in blocks:
        if block.kind is BlockKind.NOTICE:
            return block.start, block.end
    first = next((block for block in blocks if block.kind is BlockKind.QUESTION), None)
    return (head_end, len(view.text)) if first is None else None


def _asked_in_notice(text: str, heading: Heading, notice: tuple[int, int], written: date | None) -> Heading:
    """Askers, addressees and day that only the notice's own sentence names.

    "De vragen van het lid X (P) over …": its words about the subject are no heading and are left.
    """
    start, end = notice
    named = read_heading(text[start:end], end - start, end - start, written, running=True)
    if heading.askers or not named.askers:
        return heading
    day = named.submitted
    return replace(
        heading,
        askers=tuple(replace(m, start=m.start + start, end=m.end + start) for m in named.askers),
        addressees=tuple(replace(p, start=p.start + start, end=p.end + start) for p in named.addressees),
        submitted=heading.submitted
        or (FoundDate(day.value, day.start + start, day.end + start) if day else None),
    )


def _imprint(view: View, kind: Kind, heading: Heading, notice: tuple[int, int] | None) -> Imprint:
    spots = [heading.span[0], *([notice[0]] if notice and heading.signed is None else [])]
    opening = (
        view.flow.offset(min(spots)) if kind is not Kind.ANSWER or heading.askers or heading.signed else 0
    )
    layer = (view.flow.offset(notice[0]), view.flow.offset(notice[1])) if notice else None
    subject = view.span(*heading.subject).end if heading.subject else None
    return read_imprint(view.layer.content, kind, opening, layer, subject)


def _markers(view: View) -> dict[int, list[Marker]]:
    """Markers by the index of their note; markers without a note under keys from -1 down.

    A letter may have both kinds of notes, each numbered from 1: Word's own, and a typed list.
    """
    if view.layer.stated and view.layer.stated.markers:
        return _stated_markers(view, view.layer.stated)
    typed = [index for index, note in enumerate(view.notes) if note.bracketed]
    set_off = [index for index, note in enumerate(view.notes) if not note.bracketed]
    markers: dict[int, list[Marker]] = {}
    if typed or not set_off:
        by_number = {view.notes[index].number: index for index in reversed(typed)}
        for spare, marker in enumerate(find_bracketed(view.text), 1):
            markers.setdefault(by_number.get(marker.number, -spare), []).append(marker)
    pages = [(view.notes[index].number, *view.page_range(view.notes[index].whole.start)) for index in set_off]
    for marker in _set_off_markers(view, pages):
        here = [
            index
            for index, (number, low, high) in zip(set_off, pages, strict=True)
            if number == marker.number and low <= marker.start < high
        ]
        same = [index for index in set_off if view.notes[index].number == marker.number]
        markers.setdefault((here or same)[0], []).append(marker)
    return markers


def _stated_markers(view: View, stated: Stated) -> dict[int, list[Marker]]:
    """Markers that the format ties to their notes."""
    by_span = {note.whole: index for index, note in enumerate(view.notes)}
    markers: dict[int, list[Marker]] = {}
    for note, marker in stated.markers:
        index = by_span.get(note)
        if index is not None:
            place = view.position(marker.start), view.position(marker.end)
            markers.setdefault(index, []).append(Marker(view.notes[index].number, *place))
    return markers


def _set_off_markers(view: View, pages: list[tuple[int, int, int]]) -> list[Marker]:
    """Raised or bare markers; where most are not on the pages of their notes, anywhere."""
    found = find_markers(view.text, pages, view.raised)
    if 2 * len(found) >= len(pages):
        return found
    loose = find_markers(view.text, [(number, 0, len(view.text) + 1) for number, _, _ in pages], view.raised)
    return loose if len(loose) > len(found) else found


def _assemble(
    parts: Parts,
    heading: Heading,
    by_note: dict[int, list[Marker]],
    notice: tuple[int, int] | None,
    known: Record,
) -> Record:
    """Complete a record that knows its kind and numbers with all that the readings give."""
    view = parts.view
    own = {known.case_number.value} if known.case_number else set()
    if known.appendix_number and known.parliamentary_year:
        own.add(f"ah-{known.parliamentary_year.value}-{known.appendix_number.value}")
    notes, places = with_addresses(view, read_notes(view.notes)), parts.places()
    made = (*note_citations(view, notes, by_note, places, own), *running_citations(view, places, own))
    made = linked(view, made, places, own)
    papers, appendices, cases = distinct(made)
    signed = find_signature(view.text) if not heading.responders and not known.kind.asks else None
    responders = (_signer(signed),) if signed else heading.responders
    record = replace(
        known,
        subject=_string(view, heading.subject),
        submitted=_date(view, heading.submitted),
        received=_date(view, heading.received),
        heading=view.span(*heading.span),
        askers=tuple(Member(m.name, m.party, view.span(m.start, m.end)) for m in heading.askers),
        addressees=tuple(_post(view, post) for post in heading.addressees),
        on_behalf_of=tuple(_post(view, post) for post in heading.on_behalf_of),
        responders=tuple(
            Responder(p.name, p.role, p.ministry, view.span(p.start, p.end)) for p in responders
        ),
        questions=parts.questions(),
        answers=parts.answers(),
        notes=notes,
        papers=papers,
        appendix_refs=appendices,
        case_refs=cases,
        citations=made,
        delay_reason=delay_reason(view, notice) if notice else None,
        wording=_string(view, _within(view.text, notice)) if notice else None,
        dated=_date(view, letter_date(view.text[: heading.span[1]])) if signed else None,
    )
    return remarks_on(record, parts.unsplit)


def _within(text: str, zone: tuple[int, int]) -> tuple[int, int] | None:
    """A stretch of text without the white space at its ends; None where nothing else is in it."""
    words = text[zone[0] : zone[1]]
    start = zone[0] + len(words) - len(words.lstrip())
    return (start, start + len(words.strip())) if words.strip() else None


def _signer(signature: Signature) -> FoundResponder:
    """Who signs a letter, as a heading would name them: name, role, ministry."""
    role, *ministry = re.split(r" (?:van|voor) ", signature.post.label, maxsplit=1)
    return FoundResponder(
        signature.name, role, ministry[0] if ministry else None, signature.start, signature.end
    )


def _string(view: View, span: tuple[int, int] | None) -> Read[str] | None:
    return Read(" ".join(view.text[span[0] : span[1]].split()), view.span(*span)) if span else None


def _date(view: View, found: FoundDate | None) -> Read[date] | None:
    return Read(found.value, view.span(found.start, found.end)) if found else None


def _post(view: View, found: FoundPost) -> Post:
    return Post(found.label, view.span(found.start, found.end))
