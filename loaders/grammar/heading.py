"""The opening of a question document: who asks whom about what, who answers, and when.

    Vragen van de leden A (P) en B (Q) aan de Ministers van X en voor Y over … (ingezonden d).
    Antwoord van Minister C (X), mede namens de Minister voor Y (ontvangen d). Zie ook …

Answer letters open otherwise ("Antwoorden van de minister van X op Kamervragen van …"), as do
notices ("De vragen van het lid A (P) over … kunnen niet binnen …"); all give the same fields.
Positions are those of the string that is read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TypeVar

from loaders.grammar.dates import FoundDate, find_dates, recent
from loaders.grammar.people import FoundMember, FoundResponder, find_members, find_responders
from loaders.grammar.posts import ROLE, FoundPost, find_posts

__all__ = ["Heading", "read_heading"]

_NAMES = r"(?=(?:het|de|den)\s*(?:kamer)?(?:lid|leden)\b|[A-ZÀ-Þ])"
# The surest wording first: "Vragen van" that opens a line, "… op Kamervragen van", "de vragen van"
# inside a sentence, "heeft het lid X vragen gesteld".
_OPENS_LINE = re.compile(
    rf"(?:^|(?<=\n)|(?<=[.)]\s))[^\S\n]*(?P<oral>Mondelinge\s+)?(?:Schriftelijke\s+)?(?:Kamerv|[Vv])ragen\s*van\s+{_NAMES}"
)
_ON_QUESTIONS_OF = re.compile(rf"\bop\s+(?:de\s+)?(?:schriftelijke\s+)?(?:[Kk]amer)?vragen\s+van\s+{_NAMES}")
_IN_SENTENCE = re.compile(rf"(?:schriftelijke\s+|[Kk]amer)?vragen\s+van\s+{_NAMES}")
_HAS_ASKED = re.compile(r"(?:heeft|hebben)\s+(?=(?:het\s+(?:kamer)?lid|de\s+(?:kamer)?leden)\b)")
_WORDINGS = ((_OPENS_LINE,), (_ON_QUESTIONS_OF,), (_IN_SENTENCE, _HAS_ASKED))
"""Of wordings that are equally sure the first in the text counts."""
_SENTENCES = ((_OPENS_LINE, _ON_QUESTIONS_OF, _IN_SENTENCE, _HAS_ASKED),)
_PUT = re.compile(
    r"\s+(?:mij\s+)?(?:schriftelijke\s+)?(?:kamer)?vragen\s+(?:gesteld|ingediend|ingezonden|gericht|toegezonden|gestuurd)"
)
_VERDICT = re.compile(
    r"\s*(?:,\s*)?(?:\b(?:worden|zijn)\s+(?:\w+\s+){0,2}beantwoord\b|\b(?:kan|kunnen|zal|zullen)\s+(?:\w+\s+){0,5}?niet\b"
    r"|\b(?:zend|treft|bied)\s+(?:ik|u)\b|\((?:kenmerk|ingezonden|ons|uw|nr|(?:19|20)\d\dZ))"
)
_SENTENCE_END = re.compile(r"\n[^\S\n]*\n|(?<=[\w»’\")])\.(?=\s+[A-Z]|\s*$|\s*\n)")
_TO = re.compile(rf"\s+aan\s+(?=(?:(?:de|het|den)\s*)?(?:{ROLE}|kabinet\b|regering\b))")
_ABOUT = re.compile(r"\s+over\s+")
_SUBMITTED = re.compile(r"\(?\s*ingezonden(?:\s*d\.?d\.?|\s*op)?\s*:?\s*", re.IGNORECASE)
_RECEIVED = re.compile(r"\(\s*(?:\(?\s*ontvangen\s*(?:op\s*)?:?\s*)+", re.IGNORECASE)
_SIGNED = re.compile(
    rf"(?:(?<=\n)|^|(?<=[.)\s]))(?P<what>Antwoord(?:en)?|Mededeling|Nader\s+antwoord)\s*van\s+(?:de\s+)?(?=(?:{ROLE})|heer|mevrouw)",
    re.IGNORECASE,
)
_ON_BEHALF = re.compile(r"mede\s*namens\s+", re.IGNORECASE)
_ON_QUESTIONS = re.compile(r"\s+op\s+(?:de\s+)?(?:schriftelijke\s+)?(?:kamer)?vragen\b", re.IGNORECASE)
_ASKED_ON = re.compile(
    r"\b[Oo]p\s+(?P<day>\d{1,2}\s*[a-z]{3,9}\.?\s*(?:(?:19|20)\d{2}|jl|j\.l|jongstleden)\b\.?)[^.?!]{0,160}?"
    r"\b(?:gesteld|ingezonden|ingediend|toegezonden|voorgelegd|gestuurd)\b"
)
_TRAILING = re.compile(r"[\s.]+$")


@dataclass(frozen=True, slots=True)
class Heading:
    """What an opening says; spans are `(start, end)` in the string that was read."""

    span: tuple[int, int]
    oral: bool = False
    signed: str | None = None
    """`antwoord` or `mededeling` where a line says who signs."""
    askers: tuple[FoundMember, ...] = ()
    addressees: tuple[FoundPost, ...] = ()
    subject: tuple[int, int] | None = None
    submitted: FoundDate | None = None
    received: FoundDate | None = None
    responders: tuple[FoundResponder, ...] = ()
    on_behalf_of: tuple[FoundPost, ...] = field(default=())


def _dated(pattern: re.Pattern[str], text: str, on: date | None = None) -> FoundDate | None:
    """The date right after a word such as "(ingezonden"."""
    for match in pattern.finditer(text):
        window = text[match.end() : match.end() + 40]
        found = next(find_dates(window), None) or (recent(window, on) if on else None)
        if found is not None and found.start == 0:
            return FoundDate(found.value, match.end() + found.start, match.end() + found.end)
    return None


Found = TypeVar("Found", FoundMember, FoundPost, FoundResponder)


def _moved(found: Sequence[Found], by: int) -> tuple[Found, ...]:
    """Readings of a stretch with their places counted from the start of the whole."""
    return tuple(replace(one, start=one.start + by, end=one.end + by) for one in found)


def read_heading(
    text: str, end: int, body: int, written: date | None = None, *, running: bool = False
) -> Heading:
    """Read the opening in `text[:end]`; `body` bounds what running text may add (a notice's own words).

    `written` is the day a letter bears; "6 november jl." counts back from it, or from the receipt.
    `running` is for sentences without a heading: the first who are named there count.
    """
    zone = text[:end]
    heading = _signers(text, zone, _asking(zone, _SENTENCES if running else _WORDINGS))
    received = _dated(_RECEIVED, zone)
    day = received.value if received else written
    submitted = _dated(_SUBMITTED, text[:body], day) or _asked_on(text[:body], day)
    return replace(heading, submitted=submitted, received=received)


def _asked_on(text: str, on: date | None) -> FoundDate | None:
    """From running text: "Op 6 november jl. hebben de leden … vragen gesteld"."""
    for match in _ASKED_ON.finditer(text):
        if not re.search(r"vragen", match[0]):
            continue
        found = next(find_dates(match["day"]), None) or (recent(match["day"], on) if on else None)
        if found is not None:
            return FoundDate(found.value, match.start("day"), match.end("day"))
    return None


def _asking(zone: str, wordings: Sequence[Sequence[re.Pattern[str]]]) -> Heading:
    """Askers, addressees and subject, from the wording that is most like a heading."""
    headings = [
        heading for equal in wordings for heading in sorted(_asked_in(zone, equal), key=lambda one: one.span)
    ]
    if not headings:
        return Heading((0, len(zone.rstrip())))
    best = headings[0]
    # A letter may name the post in one sentence and head its annex without it.
    return replace(best, addressees=next((one.addressees for one in headings if one.addressees), ()))


def _asked_in(zone: str, wordings: Sequence[re.Pattern[str]]) -> Iterator[Heading]:
    """What each use of these wordings says, where it names somebody."""
    for wording in wordings:
        for opening in wording.finditer(zone):
            heading = _asked(zone, opening, wording)
            if heading.askers:
                yield heading


def _asked(zone: str, opening: re.Match[str], wording: re.Pattern[str]) -> Heading:
    """What one wording says; in running text it ends with its sentence."""
    formal = wording is _OPENS_LINE
    limit = len(zone) if formal else _sentence_end(zone, opening.end())
    put = _PUT.search(zone, opening.end(), limit) if wording is _HAS_ASKED else None
    if wording is _HAS_ASKED and put is None:
        return Heading((0, 0))
    after = put.end() if put else opening.end()
    about = _ABOUT.search(zone, after, limit)
    stop = min(_subject_end(zone, about.end()), limit) if about else limit
    to = _TO.search(zone, after, about.start() if about else limit)
    names_end = put.start() if put else to.start() if to else about.start() if about else stop
    askers = _moved(find_members(zone[opening.end() : names_end]), opening.end())
    posts = _moved(find_posts(zone[to.end() : about.start() if about else stop]), to.end()) if to else ()
    subject = None
    if about:
        clause = None if formal else _VERDICT.search(zone, about.end(), stop)
        text = zone[about.end() : clause.start() if clause else stop]
        subject = (about.end(), about.end() + len(_TRAILING.sub("", text)))
    span = (opening.start(), len(zone.rstrip()))
    return Heading(span, formal and bool(opening["oral"]), None, askers, posts, subject)


def _sentence_end(zone: str, start: int) -> int:
    """End of the sentence or paragraph that goes on at `start`."""
    match = _SENTENCE_END.search(zone, start)
    return match.start() if match else len(zone)


def _subject_end(zone: str, start: int) -> int:
    """Where the subject stops: at "(ingezonden", at the signer's line, at a blank line, at the end."""
    ends = [len(zone)]
    for pattern in (_SUBMITTED, _SIGNED):
        match = pattern.search(zone, start)
        if match and (pattern is _SUBMITTED or zone[: match.start()].rstrip(" ").endswith(("\n", ".", ")"))):
            ends.append(match.start())
    blank = re.search(r"\n[^\S\n]*\n", zone[start:])
    if blank and len(ends) == 1:
        ends.append(start + blank.start())
    return min(ends)


def _signers(text: str, zone: str, heading: Heading) -> Heading:
    """Who signs the answer or notice, and in whose name too."""
    match = _SIGNED.search(zone)
    if match is None:
        return heading
    received = _RECEIVED.search(zone, match.end())
    questions = _ON_QUESTIONS.search(zone, match.end())
    stops = [found.start() for found in (received, questions) if found]
    stop = min(stops) if stops else min(len(zone), match.end() + 400)
    behalf = _ON_BEHALF.search(zone, match.end(), stop)
    signing = zone[match.end() : behalf.start() if behalf else stop]
    start = min(heading.span[0], match.start()) if heading.askers else match.start()
    return replace(
        heading,
        span=(start, heading.span[1]),
        signed="mededeling" if match["what"].casefold() == "mededeling" else "antwoord",
        responders=_moved(find_responders(signing), match.end()),
        on_behalf_of=_moved(find_posts(text[behalf.end() : stop]), behalf.end()) if behalf else (),
    )
