"""Letters, answers, questions and motions on policy, made by hand, with what a reader finds in them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ontology import iris
from ontology.records import (
    Answer,
    CountryReport,
    Decision,
    DecisionType,
    Kind,
    Mention,
    PaperRef,
    Period,
    Read,
    Record,
    Unit,
)
from tests.graph import made

__all__ = [
    "BOTH",
    "ERITREA",
    "KIND",
    "MORATORIUM",
    "RUSSIA",
    "Act",
    "day",
    "letter",
    "motion",
    "questions",
    "reply",
    "report",
    "russian_letters",
    "russian_story",
]

BOTH = ("besluitmoratorium", "vertrekmoratorium")
MORATORIUM = f"{iris.CONCEPT}instrument/besluitmoratorium"
RUSSIA, ERITREA = f"{iris.COUNTRY}RUS", f"{iris.COUNTRY}ERI"
KIND = f"{iris.CONCEPT}report-kind/"
_DOSSIER = "19637"


def day(text: str) -> date:
    return date.fromisoformat(text)


@dataclass(frozen=True)
class Act:
    """One decision as a passage tells it; days in ISO form."""

    type: str
    words: str
    decided: str = ""
    since: str = ""
    until: str = ""
    group: str = ""
    country: str | None = "RUS"
    instruments: tuple[str, ...] = BOTH
    cites: tuple[str, ...] = ()

    def on(self, paper: made.Paper, unit: Unit = Unit.DOCUMENT, place: int = 0) -> Decision:
        span = paper.say(self.words)
        decided, since, until = (
            day(text) if text else None for text in (self.decided, self.since, self.until)
        )
        cites = tuple(PaperRef(_DOSSIER, number, span) for number in self.cites)
        kind = DecisionType(self.type)
        named = self.instruments, self.country, span, unit, place, self.group or None
        return Decision(kind, *named, decided, since, until, cites)


def report(paper: made.Paper, words: str, dated: str = "", expected: Period | None = None) -> CountryReport:
    when = day(dated) if dated else None
    return CountryReport("ambtsbericht", "RUS", paper.say(words), dated=when, expected=expected)


def letter(number: str, dated: str, *acts: Act, told: tuple[tuple[str, str], ...] = ()) -> Record:
    """A Kamerstuk that tells of decisions, and of reports by their words and day."""
    paper = made.Paper()
    return Record(
        Kind.LETTER,
        identifier=Read(f"kst-{_DOSSIER}-{number}", paper.say(f"kst-{_DOSSIER}-{number}")),
        paper=PaperRef(_DOSSIER, number, paper.say(f"19 637 Nr. {number}")),
        dated=Read(day(dated), paper.say(dated)),
        title=Read("Landenbeleid", paper.say("Landenbeleid")),
        decisions=tuple(act.on(paper) for act in acts),
        reports=tuple(report(paper, words, when) for words, when in told),
        snapshot=paper.snapshot(),
    )


def reply(number: int, received: str, *acts: Act) -> Record:
    """An answer that restates decisions."""
    paper = made.Paper()
    text = "Zie hierna."
    return Record(
        Kind.ANSWER,
        identifier=Read(f"ah-tk-20222023-{number}", paper.say(f"ah-tk-20222023-{number}")),
        received=Read(day(received), paper.say(received)),
        answers=(Answer((1,), text, paper.say(text)),),
        decisions=tuple(act.on(paper, Unit.ANSWER, 1) for act in acts),
        snapshot=paper.snapshot(),
    )


def questions(case: str, submitted: str, subject: str, *asked: tuple[str, tuple[str, ...]]) -> Record:
    """A set on Russia, each question with the concepts that it names; the subject ends in "Rusland"."""
    paper = made.Paper()
    heading = made.Heading(case, day(submitted), subject, made.ASKERS[:1], made.POSTS[:1])
    head = heading.on(paper, Kind.WRITTEN_QUESTIONS)
    items, mentions = [], []
    assert head.subject
    if subject.endswith("Rusland"):
        mentions.append(Mention(RUSSIA, Unit.DOCUMENT, 0, head.subject.span, title=True))
    for number, (text, concepts) in enumerate(asked, 1):
        span = paper.say(text)
        items.append(made.Question(number, text, span))
        mentions += [Mention(concept, Unit.QUESTION, number, span) for concept in concepts]
    identifier = Read(f"kv-tk-{case}", paper.say(f"kv-tk-{case}"))
    return made.replace(
        head,
        identifier=identifier,
        questions=tuple(items),
        mentions=tuple(mentions),
        snapshot=paper.snapshot(),
    )


def motion(number: str, dated: str, words: str, concepts: tuple[str, ...]) -> Record:
    """A motion that names concepts in its text."""
    paper = made.Paper()
    wording = paper.say(words)
    return Record(
        Kind.MOTION,
        identifier=Read(f"kst-{_DOSSIER}-{number}", paper.say(f"kst-{_DOSSIER}-{number}")),
        paper=PaperRef(_DOSSIER, number, paper.say(f"Nr. {number}")),
        dated=Read(day(dated), paper.say(dated)),
        wording=Read(words, wording),
        mentions=tuple(Mention(concept, Unit.DOCUMENT, 0, wording) for concept in concepts),
        snapshot=paper.snapshot(),
    )


def russian_letters() -> dict[str, Record]:
    """Made up in words: the letters by which a moratorium began, was extended and made way for a policy."""
    conscripts = "dienstplichtigen"
    first = Act("introduce", "Ik stel een moratorium in.", "2022-06-29", until="2022-12-29", group=conscripts)
    second = Act("extend", "Ik verleng het.", "2022-12-13", until="2023-06-29", group=conscripts)
    recalled = Act(
        "introduce", "Op 28 juni stelde ik het in.", "2022-06-28", group=conscripts, cites=("2909",)
    )
    ended = Act("end", "Het moratorium eindigt.", "2023-06-08")
    policy = Act("amend", "Er komt nieuw beleid.", "2023-06-08", instruments=("landgebonden-asielbeleid",))
    return {
        "2909": letter("2909", "2022-06-29", first),
        "3018": letter("3018", "2022-12-13", second, recalled),
        "3118": letter("3118", "2023-06-08", ended, policy, told=(("Het bericht verscheen.", "2023-03-31"),)),
    }


def russian_story() -> list[Record]:
    """The letters, with a motion and questions between them."""
    asked = (
        ("Loopt het moratorium af?", (MORATORIUM,)),
        ("Kent u het ambtsbericht?", (f"{KIND}ambtsbericht", RUSSIA)),
    )
    moved = "verzoekt de regering het moratorium voor Russen te verlengen"
    return [
        *russian_letters().values(),
        questions("2023Z00001", "2023-01-18", "dienstweigeraars uit Rusland", *asked),
        questions("2023Z00009", "2023-04-20", "het beleid voor Rusland", ("Komt er nieuw beleid?", ())),
        motion("3001", "2022-11-01", moved, (MORATORIUM, RUSSIA)),
    ]
