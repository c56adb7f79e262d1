"""A note read as a source: publisher, day, title and address, where it states them.

Forms that drafters use, each a row of `_FORMS` tried in order:

    NOS, 15 januari 2023, Titel (nos.nl/…)             publisher, day, title
    De Telegraaf, «Titel», 27 september 2014           publisher, title, day
    Titel (KPMG, 20 oktober 2023)                      title, publisher, day
    Titel | Rubriek | Telegraaf.nl                     the title of a web page
    Advies van bureau op https://…                     title, address
    PBL, Klimaat- en Energieverkenning 2023            publisher, title

A note that only explains, or that cites an official paper, has none of these; nothing is guessed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from loaders.grammar.dates import FoundDate, find_dates
from ontology import vocabulary

__all__ = ["SourceParts", "find_url", "find_urls", "read_source"]

_URL = re.compile(
    r"(?:h?ttps?:?//|www\.)[^\s<>«»\"]+"
    r"|(?<![\w@.-])(?:[A-Za-z0-9-]+\.)+(?:nl|com|org|eu|net|be|de|uk|info|gov|edu|int|tv|fm|io|co|ch|fr|mv|ua)/[^\s<>«»\"]*"
)
_SITE = re.compile(r"\(\s*(?:https?://)?(?:[A-Za-z0-9-]+\.)+[a-z]{2,6}/?\s*\)?")
_TRIM = " \t\n,;:.|–—-"
_QUOTES = {"«": "»", "“": "”", "„": "”", "‘": "’", "'": "'", '"': '"', "’": "’"}
_OFFICIAL = re.compile(
    r"^\s*(?:zie(?:\s+ook)?[:,]?\s+|bijlage\s+\d*\s*(?:van|bij)\s+)?(?:kamer-?\s?stuk|aanhangsel|handelingen|kamervragen\s*\("
    r"|tweede kamer|eerste kamer|tk\b|ek\b|stb\b|staatsblad|stcrt\b|staatscourant|ah-tk|kst|(?:19|20)\d\dZ\d{5}|\d{2}\s?\d{3},)",
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
_WHERE = re.compile(
    r"[\s,(]*(?:te\s+(?:raadplegen|vinden)\s+(?:via|op)|beschikbaar\s+(?:via|op)|geraadpleegd\s+(?:op|via)|via|op|zie)?[\s:(]*$",
    re.IGNORECASE,
)
_ON_SITE_OF = re.compile(r"\bte\s+(?:raadplegen|vinden)\s+op\s+de\s+(?:web)?site\s+van\s+(?P<publisher>[^:]{2,40}):\s*(?P<title>.+)$")
_STATUTE_PAGE = re.compile(r"^(?P<publisher>wetten\.nl)\s+[–-]\s+[^–]+?\s+[–-]\s+(?P<title>.+?)\s+[–-]\s+BWB[A-Z]\d+")
_SENTENCE = re.compile(r"[.?!]\s+[A-Z]")
_CLOSED_EARLY = re.compile(r"»\s*[,.;]?\s*(?=\()")
_NAME_WORDS, _TITLE_CHARS = 7, 300
_TITLE_WORDS = (4, 20)


@dataclass(frozen=True, slots=True)
class SourceParts:
    """What a note states of its source; None for what it does not state."""

    publisher: str | None = None
    date: date | None = None
    title: str | None = None
    url: str | None = None


def find_urls(text: str) -> list[tuple[str, int, int]]:
    """Web addresses without final punctuation, with their places; a bare site name is none."""
    found = []
    for match in _URL.finditer(text):
        url = match[0].rstrip(".,;:!?'’”»")
        while url.endswith((")", "]")) and url.count("(") < url.count(")") + url.endswith("]"):
            url = url[:-1].rstrip(".,;:")
        found.append((url, match.start(), match.start() + len(url)))
    return found


def find_url(text: str) -> str | None:
    """The first web address of a note.

    >>> find_url("NOS, 1 mei 2024 (https://nos.nl/artikel/1).")
    'https://nos.nl/artikel/1'
    """
    return next((url for url, _, _ in find_urls(text)), None)


def read_source(text: str) -> SourceParts:
    """Read one note; where it holds two sources, the first."""
    text = " ".join(text.split())
    first = re.split(r"(?<=\));\s+(?=[A-Z])", text, maxsplit=1)[0]
    url = find_url(first)
    official = _OFFICIAL.match(first) is not None
    words = _without_addresses(first)
    day = next(find_dates(words), None)
    if official:
        return SourceParts(None, day.value if day else None, _after_official(words), url)
    parts = next((parts for form in _FORMS if (parts := form(words, day, url)) is not None), None)
    if parts is None:  # an explanation: only a day spelled out is the day of something
        spelled = day is not None and any(character.isalpha() for character in words[day.start : day.end])
        return SourceParts(None, day.value if day and spelled else None, None, url)
    return replace(parts, url=url, date=day.value if day else None, publisher=_name(parts.publisher))


def _without_addresses(text: str) -> str:
    """The note without web addresses and site names in brackets."""
    text = _URL.sub(" ", text)
    return " ".join(re.sub(r"\(\s*[).]|\(\s*$", " ", text).split())


def _name(publisher: str | None) -> str | None:
    name = (publisher or "").strip(_TRIM)
    return name or None


def _title(text: str) -> str | None:
    """A title from the words that hold it: what stands in quotes, else all up to the site name."""
    text = _SITE.sub("", text).strip(_TRIM + "(")
    quoted = _quoted(text)
    if quoted is not None:
        text = quoted
    if " | " in text:
        text = text.split(" | ")[0]
    text = _once(text.strip(_TRIM + "("))
    return text if 0 < len(text) <= _TITLE_CHARS else None


def _quoted(text: str) -> str | None:
    """The content of the quotes that a text opens with, nested ones kept."""
    closing = _QUOTES.get(text[:1])
    if closing is None:
        return None
    if closing == "»":
        depth = 0
        for index, character in enumerate(text):
            depth += (character == "«") - (character == "»")
            if depth == 0:
                return text[1:index].strip()
        closed = _CLOSED_EARLY.search(text)  # a nested quote was left open
        return (text[1 : closed.start()] if closed else text[1:]).strip(" »,;")
    end = max(text.rfind(f"{closing}{mark}") for mark in (",", ".", " (", ";"))
    if end <= 0:
        end = text.rfind(closing)
    return text[1:end].strip() if end > 0 else None


def _once(text: str) -> str:
    """A title that a drafter pasted twice ("X, X") once."""
    half = len(text) // 2
    squashed = [re.sub(r"\W+", "", part).casefold() for part in (text[:half], text[half:])]
    if half > 10 and squashed[0] and squashed[1].startswith(squashed[0][:12]):  # noqa: PLR2004 - shorter halves are chance
        for match in re.finditer(r"[,.]\s+", text):
            left, right = text[: match.start()], text[match.end() :]
            if re.sub(r"\W+", "", left).casefold() == re.sub(r"\W+", "", right).casefold():
                return left
    return text


def _is_name(text: str) -> bool:
    """Whether words can be the name of an outlet or body: few, and no sentence."""
    words = text.strip(_TRIM).split()
    if not 0 < len(words) <= _NAME_WORDS or len(text) > 60:  # noqa: PLR2004 - the longest names in use
        return False
    return vocabulary.publisher_named(text) is not None or (
        not _EXPLAINS.match(text) and not any(character in text for character in "«»?;:") and not words[0].isdigit()
    )


@cache
def _publishers() -> re.Pattern[str]:
    """Known names of outlets and bodies, longest first, as the opening words of a note."""
    return re.compile(rf"(?:{'|'.join(map(re.escape, vocabulary.publisher_names()))})(?![\w.])")


def _known_opening(words: str) -> str | None:
    match = _publishers().match(words)
    return match[0] if match else None


def _statute_page(words: str, day: FoundDate | None, url: str | None) -> SourceParts | None:  # noqa: ARG001 - one signature for all forms
    match = _STATUTE_PAGE.match(words)
    return SourceParts(match["publisher"], None, match["title"]) if match else None


def _page_title(words: str, day: FoundDate | None, url: str | None) -> SourceParts | None:  # noqa: ARG001 - one signature for all forms
    """"Title | Section | Publisher": the way browsers show a page, unless a name and a day lead it."""
    if " | " not in words:
        return None
    if day is not None and _is_name(_YEAR_ONLY.split(_DATED.sub("", words[: day.start]))[0]):
        return None
    lead = re.match(r"(?P<name>[^«(]{2,40}?)\s*\((?:19|20)\d{2}\)\.?\s*(?P<rest>.+)", words)
    if lead:
        return SourceParts(lead["name"], None, _title(lead["rest"]))
    segments = [segment.strip() for segment in words.split(" | ")]
    return SourceParts(_SITE.sub("", segments[-1]), None, _title(segments[0]))


def _publisher_day_title(words: str, day: FoundDate | None, url: str | None) -> SourceParts | None:  # noqa: ARG001 - one signature for all forms
    if day is None:
        return None
    before = _YEAR_ONLY.sub("", _DATED.sub("", words[: day.start]))
    if not _is_name(before):
        return None
    return SourceParts(before, None, _title(words[day.end :]))


def _publisher_quote_day(words: str, day: FoundDate | None, url: str | None) -> SourceParts | None:  # noqa: ARG001 - one signature for all forms
    match = re.match(r"(?P<name>[^«‘“'\"]{2,60}?)[,:.]?\s*(?P<rest>[«‘“'\"].+)", words)
    name = _YEAR_ONLY.sub("", match["name"]) if match else ""
    if match is None or not _is_name(name):
        return None
    end = day.start if day and day.start > match.start("rest") else len(words)
    return SourceParts(name, None, _title(words[match.start("rest") : end]))


def _title_publisher_day(words: str, day: FoundDate | None, url: str | None) -> SourceParts | None:  # noqa: ARG001 - one signature for all forms
    if day is None or not words[day.end :].startswith(")"):
        return None
    match = _BY.search(words[: day.start])
    if match is None or not _is_name(match["publisher"]):
        return None
    return SourceParts(match["publisher"], None, _title(words[: match.start()]))


def _on_site_of(words: str, day: FoundDate | None, url: str | None) -> SourceParts | None:  # noqa: ARG001 - one signature for all forms
    match = _ON_SITE_OF.search(words)
    return SourceParts(match["publisher"], None, _title(match["title"])) if match else None


def _publisher_title(words: str, day: FoundDate | None, url: str | None) -> SourceParts | None:
    """"PBL, Verkenning 2023": a name before the first comma, or a known name that opens the note."""
    known = _known_opening(words)
    head, comma, rest = words.partition(", ")
    if known and len(words) > len(known):
        rest = words[len(known) :].lstrip(_TRIM)
    elif not comma or day is not None or not _is_name(head) or not (url or head.isupper() or _MONTH_YEAR.match(rest)):
        return None
    else:
        known = head
    rest = _MONTH_YEAR.sub("", rest)
    title = _SENTENCE.split(_YEAR_ONLY.sub("", rest))[0] if not rest.startswith(tuple(_QUOTES)) else rest
    return SourceParts(known, None, _title(_YEAR_ONLY.sub("", title)))


def _title_address(words: str, day: FoundDate | None, url: str | None) -> SourceParts | None:
    """A title before an address or a site name: "Advies van bureau op https://…", "Titel (site.nl)"."""
    site = _SITE.search(words)
    if day is not None or (url is None and site is None):
        return None
    head = words[: site.start()] if site else words
    head = _WHERE.sub("", head.rstrip(" .,:;()")).strip(_TRIM)
    head = re.sub(r"\.\s+(?:Te\s+raadplegen|Zie|Beschikbaar|Geraadpleegd)\b.*$", "", head)
    if not head or _EXPLAINS.match(head) or len(head) > _TITLE_CHARS:
        return None
    return SourceParts(None, None, _title(head))


def _bare_title(words: str, day: FoundDate | None, url: str | None) -> SourceParts | None:
    """A note that is a title and nothing else: it does not end as a sentence, nor begin as one."""
    if day is not None or url is not None or words.endswith((".", "?", "!")) or _EXPLAINS.match(words):
        return None
    plain = words[:1].isupper() and _TITLE_WORDS[0] <= len(words.split()) <= _TITLE_WORDS[1]
    return SourceParts(None, None, _title(words)) if plain else None


def _after_official(words: str) -> str | None:
    """The title that some drafters put behind the number: "Kamerstuk 31 793 nr. 274. Verwachtingen …"."""
    match = re.search(r"nr\.?\s*\d{1,4}\.\s+(?P<title>[A-Z«][^.]{8,200})\.?$", words)
    return _title(match["title"]) if match else None


_FORMS = (
    _statute_page,
    _page_title,
    _title_publisher_day,
    _publisher_day_title,
    _publisher_quote_day,
    _on_site_of,
    _publisher_title,
    _title_address,
    _bare_title,
)
