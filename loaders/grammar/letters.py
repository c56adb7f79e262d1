"""Letters: a Kamerstuk's dossier, number, date, sender and title, and who signs a letter of any kind.

    19 637        Vreemdelingenbeleid
    Nr. 3018      BRIEF VAN DE STAATSSECRETARIS VAN JUSTITIE EN VEILIGHEID
                  Aan de Voorzitter van de Tweede Kamer der Staten-Generaal
                  Den Haag, 13 december 2022

Letters as ministries send them print a table instead ("Datum", "Onderwerp") and no number.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from loaders.grammar.dates import FoundDate, find_dates
from loaders.grammar.people import mend_name
from loaders.grammar.posts import ROLE, FoundPost, find_posts
from loaders.grammar.references import dossier_id

__all__ = ["LetterParts", "Signature", "find_signature", "letter_date", "read_letter"]

_DOSSIER = re.compile(
    r"^[^\S\n]*(?P<dossier>\d{2}[ \u00a0]\d{3})"
    r"(?P<suffix>(?:\s?-\s?(?:\d{2}|[A-Z]+)|[ \u00a0]\(?[IVX]+\)?|[ \u00a0][A-Z])(?![a-z\w]))?"
    r"(?=[^\S\n]+[A-Z]|[^\S\n]*$)",
    re.MULTILINE,
)
_NUMBER = re.compile(r"^[^\S\n]*Nr\.?\s*(?P<number>\d{1,4}|[A-Z]{1,3})\b[^\S\n]*", re.MULTILINE)
_NEAR = 600
_TITLE = re.compile(
    r"(?:^|(?<=\s))(?P<title>[A-ZÀ-Þ]{4}[A-ZÀ-Þ ,()’'/\d\n-]{5,300}?)(?=\n\s*[A-ZÀ-Þ’'][a-zà-ÿ’-]|\Z)"
)
_PLACE_DATE = re.compile(r"(?:Den\s+Haag|Gravenhage|Datum)[,:\s]+(?=\d)")
_ABOUT = re.compile(
    r"^[^\S\n]*(?:Onderwerp|Betreft)\b[^\S\n]*:?\s*(?P<title>[^\n]+(?:\n(?!\s*\n|Geachte|Datum|Aan\b)[^\n]+){0,3})",
    re.MULTILINE,
)
_SIGNATURE = re.compile(
    rf"(?:^|\n)\s*(?i:de)\s+(?P<post>(?i:{ROLE})(?:\s+(?i:van|voor)\s+[^\n]{{3,110}}?(?:\n[a-z][^\n]{{2,60}}?)?)?)"
    r"\s*,?\s*\n\s*(?P<name>(?:(?:mr|dr|drs|ir|ing|prof)\.\s?)*(?:(?:[A-Z]\.\s?){1,6}[^\n]{2,40}"
    r"|(?:(?:[A-ZÀ-Þ][\w’'-]+|van|de|den|der|ten|ter|’t|'t)[^\S\n]+){0,5}[A-ZÀ-Þ][\w’'-]+))[^\S\n]*(?=\n|$)"
)


@dataclass(frozen=True, slots=True)
class Signature:
    """The post and name under a letter; places in the searched string."""

    post: FoundPost
    name: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class LetterParts:
    """What a letter's head and foot say; spans are `(start, end)`."""

    paper: tuple[str, str, int, int] | None
    dated: FoundDate | None
    title: tuple[int, int] | None
    sender: FoundPost | None


def find_signature(text: str) -> Signature | None:
    """The first signature of an office holder: "De Minister van X,", then a name on the next line."""
    for match in _SIGNATURE.finditer(text):
        printed = " ".join(match["post"].split())
        posts = find_posts(printed.lower() if printed.isupper() else printed)
        if posts:
            start, end = match.span("post")
            return Signature(
                FoundPost(posts[0].label, start, end), mend_name(match["name"]), start, match.end("name")
            )
    return None


def read_letter(text: str) -> LetterParts:
    """Read the head and the signature of a letter."""
    number = _NUMBER.search(text)
    dossier = _DOSSIER.search(text, 0, number.start()) if number else None
    paper = None
    if number and dossier:
        paper = (
            dossier_id(dossier["dossier"], dossier["suffix"]),
            number["number"],
            dossier.start(),
            number.end(),
        )
    # Where columns were read one after the other, the dossier's title stands between number and title.
    heading = _TITLE.search(text, number.end(), number.end() + _NEAR) if number else None
    about = _ABOUT.search(text)
    title = about.span("title") if about else heading.span("title") if heading else None
    signature = find_signature(text)
    sender = signature.post if signature else _titled(text, heading)
    return LetterParts(paper, letter_date(text), _trim(text, title), sender)


def letter_date(text: str) -> FoundDate | None:
    """The date after the place or after "Datum"."""
    for match in _PLACE_DATE.finditer(text):
        found = next(find_dates(text[match.end() : match.end() + 30]), None)
        if found and found.start == 0:
            return FoundDate(found.value, match.end(), match.end() + found.end)
    return None


def _trim(text: str, span: tuple[int, int] | None) -> tuple[int, int] | None:
    if span is None:
        return None
    return span[0], span[0] + len(text[span[0] : span[1]].rstrip())


def _titled(text: str, heading: re.Match[str] | None) -> FoundPost | None:
    """The sender from a title in capitals, where nobody signs."""
    if heading is None:
        return None
    posts = find_posts(" ".join(text[heading.start("title") : heading.end("title")].lower().split()))
    return FoundPost(posts[0].label, *heading.span("title")) if posts else None
