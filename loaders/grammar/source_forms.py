"""The forms in which notes name a source, one function a form: a note's words in, what they state out.

A form that does not fit gives None and the next of `FORMS` is tried; `sources` says what each looks like.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache

from loaders.grammar import source_words as wording
from loaders.grammar.addresses import before_site, without_site
from loaders.grammar.dates import FoundDate
from loaders.grammar.titles import LONGEST, QUOTES, TRIM, read_title
from ontology import vocabulary

__all__ = ["FORMS", "SourceParts", "Words"]

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
class Words:
    """A note as the forms see it: its words without addresses, its first full date, its address."""

    text: str
    day: FoundDate | None
    url: str | None


def _is_name(text: str) -> bool:
    """Whether words can be the name of an outlet or body: few, and no sentence."""
    words = text.strip(TRIM).split()
    if not 0 < len(words) <= _NAME_WORDS or len(text) > _NAME_LENGTH:
        return False
    opening = next((word for word in words if word.casefold() not in {"de", "het", "the"}), "")
    return vocabulary.publisher_named(text) is not None or (
        not opening[:1].islower()
        and not wording.EXPLAINS.match(text)
        and not wording.PAPERS.match(text)
        and not any(character in text for character in "«»?;:|")
        and not wording.OPEN_QUOTE.search(text)
        and not words[0].isdigit()
    )


@cache
def _publishers() -> re.Pattern[str]:
    """Known names of outlets and bodies, longest first, as the opening words of a note."""
    return re.compile(rf"(?:{'|'.join(map(re.escape, vocabulary.publisher_names()))})(?![\w.])")


def _known_opening(words: str) -> str | None:
    match = _publishers().match(words)
    return match[0] if match else None


def _statute_page(note: Words) -> SourceParts | None:
    match = wording.STATUTE_PAGE.match(note.text)
    return SourceParts(match["publisher"], None, match["title"]) if match else None


def _page_title(note: Words) -> SourceParts | None:
    """Read "Title | Section | Publisher", as browsers show a page, unless a name and a day lead it."""
    if " | " not in note.text:
        return None
    if note.day is not None and _is_name(
        wording.YEAR_ONLY.split(wording.DATED.sub("", note.text[: note.day.start]))[0]
    ):
        return None
    lead = re.match(r"(?P<name>[^«(]{2,40}?)\s*\((?:19|20)\d{2}\)\.?\s*(?P<rest>.+)", note.text)
    if lead:
        return SourceParts(lead["name"], None, read_title(lead["rest"]))
    segments = [segment.strip() for segment in note.text.split(" | ")]
    if note.day is not None:  # "Titel | Rijksoverheid.nl, 3 mei 2024"
        segments[-1] = wording.DATED.sub("", segments[-1].split(note.text[note.day.start : note.day.end])[0])
    if _is_name(segments[0]) and not _is_name(without_site(segments[-1])):  # "Publisher | Title"
        segments.reverse()
    return SourceParts(without_site(segments[-1]), None, read_title(segments[0]))


def _publisher_day_title(note: Words) -> SourceParts | None:
    if note.day is None:
        return None
    before = wording.LEADING.sub(
        "", wording.YEAR_ONLY.sub("", wording.DATED.sub("", note.text[: note.day.start]))
    )
    after = note.text[note.day.end :].lstrip(")")
    title, comma, name = before.strip(TRIM).rpartition(", ")
    quoted = title.startswith(tuple(QUOTES)) and title.endswith(tuple(QUOTES.values())) and _is_name(name)
    if comma and (quoted or vocabulary.publisher_named(name)):  # "Titel, NRC, 3 mei 2024"
        return SourceParts(name, None, read_title(title))
    behind = read_title(after)
    before = wording.PAPER_OF.sub("", before) if behind else before
    name, comma, work = before.partition(", ")
    if comma and _is_name(name) and (wording.WORKS.match(work) or (not behind and _is_title(name, work))):
        return SourceParts(name, None, read_title(work))  # "Rekenkamer, Rapport van 3 mei 2024"
    if not _is_name(before):
        return None
    if not behind and wording.WORKS.match(before):  # "Ketenmonitor, editie 3, 3 mei 2024"
        return SourceParts(None, None, read_title(before))
    return SourceParts(before, None, behind)


def _is_title(name: str, words: str) -> bool:
    """Whether words between a name and a day are a title, and not the rest of a name that has commas."""
    if name.casefold().startswith("ministerie") or not words[:1].isupper():
        return False
    return vocabulary.publisher_named(name) is not None or " " in words.strip(TRIM)


def _writers_title(note: Words) -> SourceParts | None:
    """Read "Jansen, P. e.a. (2024). «Titel», Tijdschrift": a journal follows the title."""
    if "(19" not in note.text and "(20" not in note.text:
        return None
    lead = re.match(r"(?P<writers>[^«“(]{3,160}?)\s*\((?:19|20)\d{2}[a-z]?\)[.,:]?\s*(?P<rest>.+)", note.text)
    if lead is None or not wording.WRITERS.search(lead["writers"]):
        return None
    title = read_title(lead["rest"])
    _, _, after = lead["rest"].partition(title or "\n")
    outlet = re.split(r",\s|\.\s|\s\(|\s\d", after.lstrip("»”’'\"., "), maxsplit=1)[0]
    return SourceParts(outlet if _is_name(outlet) else None, None, title)


def _title_dash_publisher(note: Words) -> SourceParts | None:
    match = wording.DASH.match(note.text)
    if match is None or note.day is not None or not vocabulary.publisher_named(match["publisher"]):
        return None
    return SourceParts(match["publisher"], None, read_title(match["title"]))


def _publisher_quote_day(note: Words) -> SourceParts | None:
    match = re.match(r"(?P<name>[^«‘“'\"]{2,60}?)[,:.]?\s*(?P<rest>[«‘“'\"].+)", note.text)
    name = wording.YEAR_LAST.sub("", wording.SERIES_LAST.sub("", match["name"])) if match else ""
    name = wording.PAPER_OF.sub("", wording.LEADING.sub("", name))
    if match is None or not _is_name(name):
        return None
    end = note.day.start if note.day and note.day.start > match.start("rest") else len(note.text)
    return SourceParts(name, None, read_title(note.text[match.start("rest") : end]))


def _title_publisher_day(note: Words) -> SourceParts | None:
    if note.day is None or not note.text[note.day.end :].startswith(")"):
        return None
    match = wording.BY.search(note.text[: note.day.start])
    if match is None or not _is_name(match["publisher"]):
        return None
    return SourceParts(match["publisher"], None, read_title(note.text[: match.start()]))


def _on_site_of(note: Words) -> SourceParts | None:
    match = wording.ON_SITE_OF.search(note.text)
    return SourceParts(match["publisher"], None, read_title(match["title"])) if match else None


def _publisher_title(note: Words) -> SourceParts | None:
    """Read "PBL, Verkenning 2023": a name before the first comma, or a known name that opens the note."""
    known = _known_opening(note.text)
    dated = wording.NAME_YEAR.match(note.text)
    head, comma, rest = dated.groups() if dated else note.text.partition(", ")
    if known and wording.NOT_THE_NAME.match(note.text, len(known)):
        known = None
    if known and len(note.text) > len(known):
        rest = wording.YEAR_FIRST.sub("", note.text[len(known) :].lstrip(TRIM))
    elif (
        not comma
        or (dated and wording.EXPLAINS.match(rest))
        or note.day is not None
        or not _is_name(head)
        or not (
            dated or note.url or head.isupper() or wording.MONTH_YEAR.match(rest) or wording.WORKS.match(rest)
        )
    ):
        return None
    else:
        known = head
    rest = wording.MONTH_YEAR.sub("", wording.SERIES.sub("", rest))
    title = rest if rest.startswith(tuple(QUOTES)) else wording.SENTENCE.split(rest)[0]
    return SourceParts(known, None, read_title(wording.YEAR_ONLY.sub("", title)))


def _title_address(note: Words) -> SourceParts | None:
    """A title before an address or a site name: "Advies van bureau op https://…", "Titel (site.nl)"."""
    site = before_site(note.text)
    if note.day is not None or (note.url is None and site is None):
        return None
    head = site if site is not None else note.text
    name, found = wording.SITE_OF.subn("", head.strip(TRIM), count=1)
    if found and note.url and _is_name(name):
        return SourceParts(name, None, None)
    head = wording.WHERE.sub("", head.rstrip(" .,:;()")).strip(TRIM)
    head = re.sub(r"\.\s+(?:Te\s+raadplegen|Zie|Beschikbaar|Geraadpleegd)\b.*$", "", head)
    if not head or wording.EXPLAINS.match(head) or len(head) > LONGEST:
        return None
    return SourceParts(None, None, read_title(head))


def _bare_title(note: Words) -> SourceParts | None:
    """A note that is a title and nothing else: it does not end as a sentence, nor begin as one."""
    if (
        note.day is not None
        or note.url is not None
        or wording.EXPLAINS.match(note.text)
        or wording.CITES.search(note.text)
    ):
        return None
    shortest, longest = _TITLE_WORDS
    plain = note.text[:1].isupper() and not note.text.endswith((".", "?", "!"))
    fits = shortest <= len(note.text.split()) <= longest
    return SourceParts(None, None, read_title(note.text)) if plain and fits else None


FORMS = (
    _statute_page,
    _writers_title,
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
