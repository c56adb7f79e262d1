"""The opening of a question document: who asks whom about what, who answers, and when.

    Vragen van de leden A (P) en B (Q) aan de Ministers van X en voor Y over … (ingezonden d).
    Antwoord van Minister C (X), mede namens de Minister voor Y (ontvangen d). Zie ook …

Answer letters open otherwise ("Antwoorden van de minister van X op Kamervragen van …"), as do
notices ("De vragen van het lid A (P) over … kunnen niet binnen …"); all give the same fields.
Positions are those of the string that is read.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import date

from loaders.grammar.dates import FoundDate, find_dates, recent
from loaders.grammar.people import FoundMember, FoundResponder, find_members, find_responders
from loaders.grammar.posts import ROLE, FoundPost, find_posts

__all__ = ["Heading", "read_heading"]

_ASKING = re.compile(
    r"(?:(?P<oral>Mondelinge)\s+)?(?:Schriftelijke\s+|[Kk]amer)?[Vv]ragen\s*van\s+"
    r"(?=(?:het|de|den)\s*(?:kamer)?(?:lid|leden)\b|[A-ZÀ-Þ])"
)
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


def read_heading(text: str, end: int, body: int) -> Heading:
    """Read the opening in `text[:end]`; `body` bounds what running text may add (a notice's own words)."""
    zone = text[:end]
    heading = _signers(text, zone, _asking(zone))
    received = _dated(_RECEIVED, zone)
    submitted = _dated(_SUBMITTED, text[:body], received.value if received else None)
    if submitted is None:
        submitted = _asked_on(text[:body], received.value if received else None)
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


def _asking(zone: str) -> Heading:
    """Askers, addressees and subject."""
    opening = _ASKING.search(zone)
    if opening is None:
        return Heading((0, len(zone.rstrip())))
    about = _ABOUT.search(zone, opening.end())
    stop = _subject_end(zone, about.end()) if about else len(zone)
    to = _TO.search(zone, opening.end(), about.start() if about else len(zone))
    names_end = to.start() if to else about.start() if about else _subject_end(zone, opening.end())
    askers = [
        replace(member, start=member.start + opening.end(), end=member.end + opening.end())
        for member in find_members(zone[opening.end() : names_end])
    ]
    posts = [
        replace(post, start=post.start + to.end(), end=post.end + to.end())
        for post in (find_posts(zone[to.end() : about.start() if about else stop]) if to else ())
    ]
    subject = (about.end(), about.end() + len(_TRAILING.sub("", zone[about.end() : stop]))) if about else None
    return Heading(
        (opening.start(), len(zone.rstrip())), bool(opening["oral"]), None, tuple(askers), tuple(posts), subject
    )


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
    posts = find_posts(text[behalf.end() : stop]) if behalf else []
    start = min(heading.span[0], match.start()) if heading.askers else match.start()
    return replace(
        heading,
        span=(start, heading.span[1]),
        signed="mededeling" if match["what"].casefold() == "mededeling" else "antwoord",
        responders=tuple(
            replace(person, start=person.start + match.end(), end=person.end + match.end())
            for person in find_responders(signing)
        ),
        on_behalf_of=tuple(
            replace(post, start=post.start + behalf.end(), end=post.end + behalf.end()) for post in posts
        )
        if behalf
        else (),
    )
