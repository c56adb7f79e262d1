"""A text as a record: the one function that puts the readings together."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from loaders.errors import ReadError
from loaders.grammar.body import Block, BlockKind, first_heading, split_body
from loaders.grammar.citing import Place, distinct, note_citations, read_notes, running_citations
from loaders.grammar.dates import FoundDate
from loaders.grammar.grouped import split_group
from loaders.grammar.heading import Heading, read_heading
from loaders.grammar.imprint import Imprint, read_imprint
from loaders.grammar.letters import find_signature, letter_date, read_letter
from loaders.grammar.markers import Marker, find_markers
from loaders.grammar.notices import delay_reason
from loaders.grammar.people import FoundResponder
from loaders.grammar.posts import FoundPost
from loaders.grammar.remarks import remarks_on
from loaders.grammar.view import View
from loaders.kinds import recognise
from loaders.readers.text import Text
from ontology.records import (
    Answer,
    AnswerKind,
    Kind,
    Member,
    PaperRef,
    Post,
    Question,
    Read,
    Record,
    Responder,
    Unit,
)

__all__ = ["read_record"]

_REFERRAL = re.compile(
    r"^(?:Zie|Ik\s+verwijs|Verwezen\s+wordt|Hiervoor\s+verwijs\s+ik|Kortheidshalve)\b[^.]{0,80}?\bantwoord(?:en)?\b[^.]{0,40}?"
    r"\bvra(?:ag|gen)\s+(?P<group>[\d,\s]+(?:(?:en|t/m|tot\s+en\s+met|[-–])\s*\d+)?)",
)
_REFERRAL_LENGTH = 240
_PARAGRAPH_END = re.compile(r"\n[^\S\n]*\n")


@dataclass(frozen=True, slots=True)
class _Part:
    """A question or answer before its words are cleaned: numbers and range in the running text."""

    numbers: tuple[int, ...]
    start: int
    end: int


def read_record(text: Text) -> Record:
    """Read a document. Raises `ReadError` where the text is of no kind that is read."""
    view = View(text)
    kind = recognise(view.text)
    if kind is None:
        raise ReadError(
            "unrecognised",
            "no heading of questions, an answer, a delay notice or a letter was found "
            "(expected words such as “Vragen van het lid …”, “Antwoord van Minister …” or “BRIEF VAN DE MINISTER …”)",
        )
    return _letter(view) if kind is Kind.LETTER else _question_document(view, kind)


def _letter(view: View) -> Record:
    parts = read_letter(view.text)
    imprint = read_imprint(view.layer.content, Kind.LETTER, view.flow.offset(0), None)
    own = {f"kst-{parts.paper[0]}-{parts.paper[1]}"} if parts.paper else set()
    notes = read_notes(view.notes)
    markers = _markers(view)
    made = (*note_citations(view, notes, markers, (), own), *running_citations(view, (), own))
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
    head_end = first_heading(view.text)
    if head_end is None or kind is Kind.ORAL_QUESTIONS:
        head_end = len(view.text) if kind is Kind.ORAL_QUESTIONS else _heading_end(view.text)
    heading = read_heading(view.text, head_end, len(view.text) if kind is Kind.DELAY_NOTICE else head_end)
    body_start = len(view.text) if kind is Kind.ORAL_QUESTIONS else head_end
    blocks = split_body(view.text, body_start, notice=kind is Kind.DELAY_NOTICE)
    notice = _notice_range(view, kind, blocks, head_end)
    if kind is Kind.DELAY_NOTICE and not heading.askers and notice:
        heading = _asked_in_notice(view.text, heading, notice)
    imprint = _imprint(view, kind, heading, notice)
    questions, answers, unsplit = _parts(view.text, blocks)
    markers = _markers(view)
    marked = [marker for found in markers.values() for marker in found]
    return _assemble(view, kind, heading, imprint, (questions, answers, unsplit), (markers, marked), notice)


def _heading_end(text: str) -> int:
    """End of the paragraph that holds the heading, in a document without numbered parts."""
    opening = re.search(r"(?:^|\n)[^\S\n]*(?:Schriftelijke\s+)?(?:Kamer)?[Vv]ragen\s+van\b|(?:Mededeling|Antwoord)\s+van\b", text)
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


def _asked_in_notice(text: str, heading: Heading, notice: tuple[int, int]) -> Heading:
    """Askers that only the notice's own sentence names ("De vragen van het lid Flach (SGP) over …")."""
    from dataclasses import replace  # noqa: PLC0415

    named = read_heading(text[notice[0] : notice[1]], notice[1] - notice[0], 0)
    askers = tuple(
        replace(member, start=member.start + notice[0], end=member.end + notice[0]) for member in named.askers
    )
    return replace(heading, askers=askers)


def _imprint(view: View, kind: Kind, heading: Heading, notice: tuple[int, int] | None) -> Imprint:
    spots = [heading.span[0], *([notice[0]] if notice and heading.signed is None else [])]
    opening = view.flow.offset(min(spots)) if kind is not Kind.ANSWER or heading.askers or heading.signed else 0
    layer = (view.flow.offset(notice[0]), view.flow.offset(notice[1])) if notice else None
    return read_imprint(view.layer.content, kind, opening, layer)


def _markers(view: View) -> dict[int, list[Marker]]:
    """Markers by the index of their note; markers without a note under keys from -1 down."""
    whole = (0, len(view.text) + 1)
    paged = [(note.number, *view.page_range(note.whole.start)) for note in view.notes]
    found = find_markers(view.text, paged, view.raised)
    if 2 * len(found) < len(paged):
        loose = find_markers(view.text, [(number, *whole) for number, _, _ in paged], view.raised)
        found = loose if len(loose) > len(found) else found
    markers: dict[int, list[Marker]] = {}
    for spare, marker in enumerate(found, 1):
        index = next(
            (i for i, (number, low, high) in enumerate(paged) if number == marker.number and low <= marker.start < high),
            next((i for i, (number, _, _) in enumerate(paged) if number == marker.number), -spare),
        )
        markers.setdefault(index, []).append(marker)
    return markers


def _parts(text: str, blocks: Sequence[Block]) -> tuple[list[_Part], list[_Part], list[tuple[int, ...]]]:
    """Questions one by one, answers block by block, and the groups that could not be told apart."""
    questions: list[_Part] = []
    answers: list[_Part] = []
    unsplit: list[tuple[int, ...]] = []
    for block in blocks:
        if block.kind is BlockKind.ANSWER:
            answers.append(_Part(block.numbers, block.start, block.end))
        elif block.kind is BlockKind.QUESTION:
            pieces = split_group(text[block.start : block.end], len(block.numbers))
            if pieces is None:
                unsplit.append(block.numbers)
                pieces = [(0, block.end - block.start)] * len(block.numbers)
            questions += [
                _Part((number,), block.start + start, block.start + end)
                for number, (start, end) in zip(block.numbers, pieces, strict=True)
            ]
    return sorted(questions, key=lambda part: part.numbers), answers, unsplit


def _clean(text: str, part: _Part, markers: Sequence[Marker]) -> str:
    """The words of a part on one line, without note markers."""
    words, at = [], part.start
    for marker in sorted(markers, key=lambda marker: marker.start):
        if part.start <= marker.start and marker.end <= part.end:
            words.append(text[at : marker.start])
            at = marker.end
    words.append(text[at : part.end])
    return " ".join("".join(words).split())


def _numbers_in(part: _Part, markers: Sequence[Marker]) -> tuple[int, ...]:
    return tuple(m.number for m in sorted(markers, key=lambda m: m.start) if part.start <= m.start < part.end)


def _answer(view: View, part: _Part, marked: Sequence[Marker]) -> Answer:
    words = _clean(view.text, part, marked)
    referral = _REFERRAL.match(words) if len(words) <= _REFERRAL_LENGTH else None
    from loaders.grammar.numbers import expand  # noqa: PLC0415

    return Answer(
        part.numbers,
        words,
        view.span(part.start, part.end),
        _numbers_in(part, marked),
        AnswerKind.REFERRAL if referral else AnswerKind.SUBSTANTIVE,
        expand(referral["group"]) if referral else (),
    )


def _assemble(
    view: View,
    kind: Kind,
    heading: Heading,
    imprint: Imprint,
    parts: tuple[list[_Part], list[_Part], list[tuple[int, ...]]],
    markers: tuple[dict[int, list[Marker]], list[Marker]],
    notice: tuple[int, int] | None,
) -> Record:
    by_note, marked = markers
    questions, answers, unsplit = parts
    places = [Place(Unit.QUESTION, part.numbers[0], part.start, part.end) for part in questions]
    places += [Place(Unit.ANSWER, nth, part.start, part.end) for nth, part in enumerate(answers, 1)]
    own = {imprint.case_number.value} if imprint.case_number else set()
    if imprint.appendix_number and imprint.parliamentary_year:
        own.add(f"ah-{imprint.parliamentary_year.value}-{imprint.appendix_number.value}")
    notes = read_notes(view.notes)
    made = (*note_citations(view, notes, by_note, places, own), *running_citations(view, places, own))
    papers, appendices, cases = distinct(made)
    signature = find_signature(view.text) if not heading.responders and kind is not Kind.WRITTEN_QUESTIONS else None
    dated = letter_date(view.text[: heading.span[1]]) if signature else None
    responders = heading.responders
    if signature and not kind.asks:
        role, _, ministry = signature.post.label.partition(" van " if " van " in signature.post.label else " voor ")
        responders = (FoundResponder(signature.name, role, ministry or None, signature.start, signature.end),)
    record = Record(
        kind,
        view.layer.snapshot,
        identifier=imprint.identifier,
        case_number=imprint.case_number,
        appendix_number=imprint.appendix_number,
        parliamentary_year=imprint.parliamentary_year,
        subject=_string(view, heading.subject),
        submitted=_date(view, heading.submitted),
        received=_date(view, heading.received),
        heading=view.span(*heading.span),
        askers=tuple(Member(m.name, m.party, view.span(m.start, m.end)) for m in heading.askers),
        addressees=tuple(_post(view, post) for post in heading.addressees),
        on_behalf_of=tuple(_post(view, post) for post in heading.on_behalf_of),
        responders=tuple(Responder(p.name, p.role, p.ministry, view.span(p.start, p.end)) for p in responders),
        questions=tuple(
            Question(p.numbers[0], _clean(view.text, p, marked), view.span(p.start, p.end), _numbers_in(p, marked))
            for p in questions
        ),
        answers=tuple(_answer(view, part, marked) for part in answers),
        notes=notes,
        papers=papers,
        appendix_refs=appendices,
        case_refs=cases,
        citations=made,
        delay_reason=delay_reason(view, notice) if notice else None,
        dated=_date(view, dated),
    )
    return remarks_on(record, unsplit)


def _string(view: View, span: tuple[int, int] | None) -> Read[str] | None:
    return Read(" ".join(view.text[span[0] : span[1]].split()), view.span(*span)) if span else None


def _date(view: View, found: FoundDate | None) -> Read[date] | None:
    return Read(found.value, view.span(found.start, found.end)) if found else None


def _post(view: View, found: FoundPost) -> Post:
    return Post(found.label, view.span(found.start, found.end))
