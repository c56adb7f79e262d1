"""A note read as a source: publisher, day, title and address, where it states them.

Forms that drafters use, each a row of `_FORMS` tried in order:

    NOS, 15 januari 2023, Titel (nos.nl/…)             publisher, day, title
    De Telegraaf, «Titel», 27 september 2014           publisher, title, day
    Titel (KPMG, 20 oktober 2023)                      title, publisher, day
    Titel | Rubriek | Telegraaf.nl                     the title of a web page
    «Titel», NRC, 3 mei 2024                           title, publisher, day
    Titel – EenVandaag (avrotros.nl)                   title, publisher
    Advies van bureau op https://…                     title, address
    PBL, Klimaat- en Energieverkenning 2023            publisher, title

A note that only explains, or that cites an official paper, has none of these; nothing is guessed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from loaders.grammar.addresses import before_site, find_url, without_addresses, without_site
from loaders.grammar.dates import FoundDate, find_dates
from loaders.grammar.titles import LONGEST, QUOTES, TRIM, read_title
from ontology import vocabulary

__all__ = ["SourceParts", "read_source"]

_OFFICIAL = re.compile(
    r"^\s*(?:zie(?:\s+ook)?[:,]?\s+|bijlage\s+\d*\s*(?:van|bij)\s+)?(?:kamer-?\s?stuk|aanhangsel|handelingen|kamervragen\s*\("
    r"|tweede kamer|eerste kamer|tk\b|ek\b|stb\b|staatsblad|stcrt\b|staatscourant|ah-tk|kst"
    r"|(?:19|20)\d\dZ\d{5}|\d{2}\s?\d{3},)",
    re.IGNORECASE,
)
_MONTH_YEAR = re.compile(r"^\s*(?:d\.?\s?d\.?\s*)?(?:[a-z]{3,9}\s+)?(?:19|20)\d{2}\s*[,.:]\s*", re.IGNORECASE)
_DATED = re.compile(r"[\s,(]*(?:\b(?:d\.?\s?d\.?|op|van|van\s+de)\s*)?$", re.IGNORECASE)
_YEAR_ONLY = re.compile(r"\s*\((?:19|20)\d{2}\)\s*[,.]?")
_BY = re.compile(r"\s*\((?P<publisher>[^()]{2,60}?),\s*(?:d\.?d\.?\s*)?$")
_EXPLAINS = re.compile(
    r"^(?:zie|voor|dat|dit|deze|het\s+(?:betreft|gaat)|hierbij|overigens|samengevat|bijlage|volgens|mede|ook|in|bij|artikel|paragraaf"
    r"|met|om|als|er|de\s+(?:andere|cijfers)|niet|vanaf|sinds|conform|peildatum|bron|o\.a\.|onder|naar)\b",
    re.IGNORECASE,
)
# Kinds of papers and meetings: words that open a note as a name would, but name no publisher.
_PAPERS = re.compile(
    r"^(?:de\s+|het\s+|een\s+|mijn\s+|uw\s+)?(?:\w*brief|\w*nota|motie|amendement|besluit|uitspraak|rapport"
    r"|advies|verslag|antwoord|antwoorden|beantwoording|uitzending|persbericht|interview|artikel|bericht|wet|regeling"
    r"|vonnis|verordening|richtlijn|\w*debat|\w*overleg|vragenuur|stemmingen|toezegging|convenant|bijlage)\b",
    re.IGNORECASE,
)
_LEADING = re.compile(r"^(?:zie(?:\s+(?:ook|bijvoorbeeld|onder\s+meer|o\.a\.))?|bron)\s*:?\s+", re.IGNORECASE)
_DASH = re.compile(r"^(?P<title>.{8,}?)\s+[-–—]\s+(?P<publisher>[^–—|]{2,60}?)\s*(?:\(.*)?$")
_WHERE = re.compile(
    r"[\s,(]*(?:te\s+(?:raadplegen|vinden)\s+(?:via|op)|beschikbaar\s+(?:via|op)|geraadpleegd\s+(?:op|via)|via|op|zie)?[\s:(]*$",
    re.IGNORECASE,
)
_ON_SITE_OF = re.compile(
    r"\bte\s+(?:raadplegen|vinden)\s+op\s+de\s+(?:web)?site\s+van\s+(?P<publisher>[^:]{2,40}):\s*(?P<title>.+)$"
)
_STATUTE_PAGE = re.compile(
    r"^(?P<publisher>wetten\.nl)\s+[–-]\s+[^–]+?\s+[–-]\s+(?P<title>.+?)\s+[–-]\s+BWB[A-Z]\d+"
)
_SENTENCE = re.compile(r"[.?!]\s+[A-Z]")
_NAME_WORDS, _NAME_LENGTH = 7, 60
"""The longest names of outlets and bodies in use."""
_TITLE_WORDS = (4, 20)


@dataclass(frozen=True, slots=True)
class SourceParts:
    """What a note states of its source; None for what it does not state."""

    publisher: str | None = None
    date: date | None = None
    title: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class _Words:
    """A note as the forms see it: its words without addresses, its first full date, its address."""

    text: str
    day: FoundDate | None
    url: str | None


def read_source(text: str) -> SourceParts:
    """Read one note; where it holds two sources, the first."""
    text = " ".join(text.split())
    first = re.split(r"(?<=\));\s+(?=[A-Z])", text, maxsplit=1)[0]
    url = find_url(first)
    official = _OFFICIAL.match(first) is not None
    words = without_addresses(first)
    day = next(find_dates(words), None)
    if official:
        return SourceParts(None, day.value if day else None, _after_official(words), url)
    parts = next((parts for form in _FORMS if (parts := form(_Words(words, day, url))) is not None), None)
    if parts is None:  # an explanation: only a day spelled out is the day of something
        spelled = day is not None and any(character.isalpha() for character in words[day.start : day.end])
        return SourceParts(None, day.value if day and spelled else None, None, url)
    return replace(parts, url=url, date=day.value if day else None, publisher=_name(parts.publisher))


def _name(publisher: str | None) -> str | None:
    name = (publisher or "").strip(TRIM)
    return name or None


def _is_name(text: str) -> bool:
    """Whether words can be the name of an outlet or body: few, and no sentence."""
    words = text.strip(TRIM).split()
    if not 0 < len(words) <= _NAME_WORDS or len(text) > _NAME_LENGTH:
        return False
    opening = next((word for word in words if word.casefold() not in {"de", "het", "the"}), "")
    return vocabulary.publisher_named(text) is not None or (
        not opening[:1].islower()
        and not _EXPLAINS.match(text)
        and not _PAPERS.match(text)
        and not any(character in text for character in "«»?;:")
        and not words[0].isdigit()
    )


@cache
def _publishers() -> re.Pattern[str]:
    """Known names of outlets and bodies, longest first, as the opening words of a note."""
    return re.compile(rf"(?:{'|'.join(map(re.escape, vocabulary.publisher_names()))})(?![\w.])")


def _known_opening(words: str) -> str | None:
    match = _publishers().match(words)
    return match[0] if match else None


def _statute_page(note: _Words) -> SourceParts | None:
    match = _STATUTE_PAGE.match(note.text)
    return SourceParts(match["publisher"], None, match["title"]) if match else None


def _page_title(note: _Words) -> SourceParts | None:
    """Read "Title | Section | Publisher", as browsers show a page, unless a name and a day lead it."""
    if " | " not in note.text:
        return None
    if note.day is not None and _is_name(_YEAR_ONLY.split(_DATED.sub("", note.text[: note.day.start]))[0]):
        return None
    lead = re.match(r"(?P<name>[^«(]{2,40}?)\s*\((?:19|20)\d{2}\)\.?\s*(?P<rest>.+)", note.text)
    if lead:
        return SourceParts(lead["name"], None, read_title(lead["rest"]))
    segments = [segment.strip() for segment in note.text.split(" | ")]
    return SourceParts(without_site(segments[-1]), None, read_title(segments[0]))


def _publisher_day_title(note: _Words) -> SourceParts | None:
    if note.day is None:
        return None
    before = _LEADING.sub("", _YEAR_ONLY.sub("", _DATED.sub("", note.text[: note.day.start])))
    title, comma, name = before.strip(TRIM).rpartition(", ")
    if comma and vocabulary.publisher_named(name):  # "Titel, NRC, 3 mei 2024"
        return SourceParts(name, None, read_title(title))
    if not _is_name(before):
        return None
    return SourceParts(before, None, read_title(note.text[note.day.end :]))


def _title_dash_publisher(note: _Words) -> SourceParts | None:
    match = _DASH.match(note.text)
    if match is None or note.day is not None or not vocabulary.publisher_named(match["publisher"]):
        return None
    return SourceParts(match["publisher"], None, read_title(match["title"]))


def _publisher_quote_day(note: _Words) -> SourceParts | None:
    match = re.match(r"(?P<name>[^«‘“'\"]{2,60}?)[,:.]?\s*(?P<rest>[«‘“'\"].+)", note.text)
    name = _YEAR_ONLY.sub("", match["name"]) if match else ""
    if match is None or not _is_name(name):
        return None
    end = note.day.start if note.day and note.day.start > match.start("rest") else len(note.text)
    return SourceParts(name, None, read_title(note.text[match.start("rest") : end]))


def _title_publisher_day(note: _Words) -> SourceParts | None:
    if note.day is None or not note.text[note.day.end :].startswith(")"):
        return None
    match = _BY.search(note.text[: note.day.start])
    if match is None or not _is_name(match["publisher"]):
        return None
    return SourceParts(match["publisher"], None, read_title(note.text[: match.start()]))


def _on_site_of(note: _Words) -> SourceParts | None:
    match = _ON_SITE_OF.search(note.text)
    return SourceParts(match["publisher"], None, read_title(match["title"])) if match else None


def _publisher_title(note: _Words) -> SourceParts | None:
    """Read "PBL, Verkenning 2023": a name before the first comma, or a known name that opens the note."""
    known = _known_opening(note.text)
    head, comma, rest = note.text.partition(", ")
    if known and len(note.text) > len(known):
        rest = note.text[len(known) :].lstrip(TRIM)
    elif (
        not comma
        or note.day is not None
        or not _is_name(head)
        or not (note.url or head.isupper() or _MONTH_YEAR.match(rest))
    ):
        return None
    else:
        known = head
    rest = _MONTH_YEAR.sub("", rest)
    title = rest if rest.startswith(tuple(QUOTES)) else _SENTENCE.split(rest)[0]
    return SourceParts(known, None, read_title(_YEAR_ONLY.sub("", title)))


def _title_address(note: _Words) -> SourceParts | None:
    """A title before an address or a site name: "Advies van bureau op https://…", "Titel (site.nl)"."""
    site = before_site(note.text)
    if note.day is not None or (note.url is None and site is None):
        return None
    head = site if site is not None else note.text
    head = _WHERE.sub("", head.rstrip(" .,:;()")).strip(TRIM)
    head = re.sub(r"\.\s+(?:Te\s+raadplegen|Zie|Beschikbaar|Geraadpleegd)\b.*$", "", head)
    if not head or _EXPLAINS.match(head) or len(head) > LONGEST:
        return None
    return SourceParts(None, None, read_title(head))


def _bare_title(note: _Words) -> SourceParts | None:
    """A note that is a title and nothing else: it does not end as a sentence, nor begin as one."""
    if note.day is not None or note.url is not None or _EXPLAINS.match(note.text):
        return None
    shortest, longest = _TITLE_WORDS
    plain = note.text[:1].isupper() and not note.text.endswith((".", "?", "!"))
    fits = shortest <= len(note.text.split()) <= longest
    return SourceParts(None, None, read_title(note.text)) if plain and fits else None


def _after_official(words: str) -> str | None:
    """The title that some drafters put behind the number: "Kamerstuk 31 793 nr. 274. Verwachtingen …"."""
    match = re.search(r"nr\.?\s*\d{1,4}\.\s+(?P<title>[A-Z«][^.]{8,200})\.?$", words)
    return read_title(match["title"]) if match else None


_FORMS = (
    _statute_page,
    _page_title,
    _title_publisher_day,
    _publisher_day_title,
    _publisher_quote_day,
    _on_site_of,
    _title_dash_publisher,
    _publisher_title,
    _title_address,
    _bare_title,
)
