"""Records made by hand: a dossier of invented members, posts and papers, and ways to make many more."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from graph.loading.reading import Arrival
from ontology.records import (
    Answer,
    AnswerKind,
    AppendixRef,
    CaseRef,
    Citation,
    Failure,
    Kind,
    Member,
    Note,
    PaperRef,
    Post,
    Question,
    Read,
    Record,
    Responder,
    Snapshot,
    Source,
    Span,
    Unit,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

PDF, TEXT = "application/pdf", "text/plain"


class Paper:
    """Writes a text and tells where each piece of it stands."""

    def __init__(self) -> None:
        self.text = ""

    def say(self, piece: str) -> Span:
        start = len(self.text)
        self.text += piece + "\n"
        return Span(start, start + len(piece))

    def snapshot(self, media_type: str = PDF, extra: str = "") -> Snapshot:
        sha = hashlib.sha256((self.text + media_type + extra).encode()).hexdigest()
        return Snapshot(sha, media_type, "made by hand", self.text)


@dataclass(frozen=True, slots=True)
class Heading:
    """What heads a question set and is repeated by each reply to it."""

    case: str
    day: date
    subject: str
    askers: tuple[tuple[str, str | None], ...]
    posts: tuple[str, ...]

    def on(self, paper: Paper, kind: Kind) -> Record:
        """A record of the heading alone, to be filled."""
        return Record(
            kind=kind,
            case_number=Read(self.case, paper.say(self.case)),
            subject=Read(self.subject, paper.say(self.subject)),
            submitted=Read(self.day, paper.say(self.day.isoformat())),
            askers=tuple(Member(name, party, paper.say(f"{name} ({party})")) for name, party in self.askers),
            addressees=tuple(Post(label, paper.say(label)) for label in self.posts),
            snapshot=paper.snapshot(),
        )


def _questions(paper: Paper, texts: Iterable[str], notes: dict[int, tuple[int, ...]]) -> tuple[Question, ...]:
    return tuple(Question(n, text, paper.say(text), notes.get(n, ())) for n, text in enumerate(texts, 1))


ASKERS = (("Van Vlieland", "ABC"), ("De Waard", "XYZ"))
POSTS = ("Minister van Asiel en Migratie", "Minister van Buitenlandse Zaken")
CASE = "2030Z00001"
SUBMITTED = date(2030, 1, 7)
MORATORIUM = Heading(CASE, SUBMITTED, "het moratorium voor Verwegië", ASKERS, POSTS)
ASKED = (
    "Kent u het bericht?",
    "Wordt het moratorium verlengd?",
    "Wanneer stuurt u de brief?",
    "Wat kost dat?",
)


def question_set(media_type: str = PDF, extra: str = "") -> Record:
    """Four questions; two notes, one a press source and one a Kamerstuk, and a case in running text."""
    paper = Paper()
    head = MORATORIUM.on(paper, Kind.WRITTEN_QUESTIONS)
    questions = _questions(paper, ASKED, {1: (1,), 2: (2,)})
    first, second = (
        "De Kustbode, 3 januari 2030, https://kustbode.example/verwegie",
        "Kamerstuk 99999, nr. 12",
    )
    notes = (
        Note(
            1,
            first,
            paper.say(first),
            "De Kustbode",
            date(2030, 1, 3),
            "Verwegië",
            "https://kustbode.example/verwegie",
        ),
        Note(2, second, paper.say(second)),
    )
    source = Source(
        "De Kustbode", date(2030, 1, 3), "Verwegië", "https://kustbode.example/verwegie", notes[0].span
    )
    cited = PaperRef("99999", "12", notes[1].span)
    return replace(
        head,
        identifier=Read(f"kv-tk-{CASE}", paper.say(f"kv-tk-{CASE}")),
        questions=questions,
        notes=notes,
        papers=(cited,),
        citations=(
            Citation(Unit.QUESTION, 1, source, first, questions[0].span, 0),
            Citation(Unit.QUESTION, 2, cited, second, questions[1].span, 1),
        ),
        snapshot=paper.snapshot(media_type, extra),
    )


def delay_notice(media_type: str = PDF) -> Record:
    """The notice that the answers to the set will be late."""
    paper = Paper()
    head = MORATORIUM.on(paper, Kind.DELAY_NOTICE)
    reason = "Afstemming met de kustprovincies kost meer tijd."
    return replace(
        head,
        identifier=Read("ah-tk-20292030-801", paper.say("ah-tk-20292030-801")),
        appendix_number=Read(801, paper.say("801")),
        received=Read(date(2030, 1, 25), paper.say("25 januari 2030")),
        responders=(Responder("Zandstra", "Minister", "Asiel en Migratie", paper.say("Minister Zandstra")),),
        delay_reason=Read(reason, paper.say(reason)),
        snapshot=paper.snapshot(media_type),
    )


def answer(media_type: str = PDF, extra: str = "") -> Record:
    """Answers to questions 1, 2 and 3 together; the last points to the first; question 4 stays open."""
    paper = Paper()
    head = MORATORIUM.on(paper, Kind.ANSWER)
    questions = _questions(paper, ASKED, {1: (1,), 2: (2,)})
    texts = ("Ja.", "Ik stuur een brief, zie Kamerstuk 99999, nr. 12.")
    answers = (
        Answer((1,), texts[0], paper.say(texts[0])),
        Answer((2, 3), texts[1], paper.say(texts[1]), (), AnswerKind.REFERRAL, (1,)),
    )
    cited = PaperRef("99999", "12", answers[1].span)
    earlier = AppendixRef("2028-2029", "77", answers[1].span)
    case = CaseRef("2029Z00009", answers[0].span)
    return replace(
        head,
        identifier=Read("ah-tk-20292030-901", paper.say("ah-tk-20292030-901")),
        appendix_number=Read(901, paper.say("901")),
        received=Read(date(2030, 2, 14), paper.say("14 februari 2030")),
        responders=(Responder("Zandstra", "Minister", "Asiel en Migratie", paper.say("Zandstra")),),
        on_behalf_of=(Post("Minister van Buitenlandse Zaken", paper.say("mede namens BZ")),),
        questions=questions,
        answers=answers,
        papers=(cited,),
        appendix_refs=(earlier,),
        case_refs=(case,),
        citations=(
            Citation(Unit.ANSWER, 2, cited, "Kamerstuk 99999, nr. 12", cited.span),
            Citation(Unit.ANSWER, 2, earlier, "Aanhangsel 77", earlier.span),
            Citation(Unit.ANSWER, 1, case, "2029Z00009", case.span),
        ),
        snapshot=paper.snapshot(media_type, extra),
    )


def letter(media_type: str = PDF) -> Record:
    """The letter that both cite: Kamerstuk 99999, nr. 12."""
    paper = Paper()
    title = "Brief over Verwegië"
    return Record(
        kind=Kind.LETTER,
        identifier=Read("kst-99999-12", paper.say("kst-99999-12")),
        paper=PaperRef("99999", "12", paper.say("99999 Nr. 12")),
        dated=Read(date(2029, 12, 13), paper.say("13 december 2029")),
        sender=Post("Minister van Asiel en Migratie", paper.say("De Minister van Asiel en Migratie")),
        title=Read(title, paper.say(title)),
        snapshot=paper.snapshot(media_type),
    )


def other_set() -> Record:
    """A second set, to another post, unanswered, with a note that is no source and a formula for subject."""
    paper = Paper()
    head = Heading(
        "2030Z00042",
        date(2030, 3, 4),
        "=1+1 en de dijken",
        (("Terpstra", "XYZ"),),
        ("Minister van Infrastructuur en Waterstaat",),
    ).on(paper, Kind.WRITTEN_QUESTIONS)
    questions = _questions(paper, ("Hoe hoog zijn de dijken?",), {1: (1,)})
    text = "Gemeten bij laagwater."
    return replace(
        head,
        questions=questions,
        notes=(Note(1, text, paper.say(text)),),
        snapshot=paper.snapshot(),
    )


def dossier() -> dict[str, Record]:
    """All of the above by file name."""
    return {
        "vragen.pdf": question_set(),
        "uitstel.pdf": delay_notice(),
        "antwoord.pdf": answer(),
        "brief.pdf": letter(),
        "dijken.pdf": other_set(),
    }


def numbered(number: int, questions: int = 5) -> Record:
    """One of many sets: its own members' question about its own source, and one paper that several cite."""
    paper = Paper()
    case = f"2031Z{number:05}"
    day = date(2031, 1, 6) + timedelta(days=number % 300)
    head = Heading(case, day, f"zaak {number}", ((f"Lid {number % 50}", f"P{number % 9}"),), POSTS[:1]).on(
        paper, Kind.WRITTEN_QUESTIONS
    )
    asked = _questions(paper, (f"Vraag {n} over zaak {number}?" for n in range(1, questions + 1)), {1: (1,)})
    text = f"De Kustbode, https://kustbode.example/{number}"
    note = Note(1, text, paper.say(text), "De Kustbode", day, None, f"https://kustbode.example/{number}")
    source = Source(note.publisher, note.date, None, note.url, note.span)
    cited = PaperRef("88888", str(number % 20 + 1), asked[-1].span)
    return replace(
        head,
        questions=asked,
        notes=(note,),
        papers=(cited,),
        citations=(
            Citation(Unit.QUESTION, 1, source, text, asked[0].span, 0),
            Citation(Unit.QUESTION, questions, cited, "Kamerstuk", cited.span),
        ),
        snapshot=paper.snapshot(),
    )


def arrive(source: str, record: Record | Failure) -> Arrival:
    """A file with a record, or one that cannot be read."""
    sha = record.sha256 or "" if isinstance(record, Failure) else record.snapshot.sha256
    return Arrival(source, sha, lambda: record)


def arrivals(records: dict[str, Record]) -> list[Arrival]:
    return [arrive(source, record) for source, record in records.items()]


def changed(record: Record, subject: str) -> Record:
    """The same document with another subject, hence other bytes."""
    assert record.subject
    sha = hashlib.sha256((record.snapshot.sha256 + subject).encode()).hexdigest()
    snapshot = replace(record.snapshot, sha256=sha)
    return replace(record, snapshot=snapshot, subject=replace(record.subject, value=subject))
