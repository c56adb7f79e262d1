"""Web addresses in prose: where they stand, where they end, and the text without them."""

from __future__ import annotations

import re
from collections.abc import Iterator

__all__ = ["before_site", "find_url", "find_urls", "without_addresses", "without_site"]

# With a scheme or "www.", or a host with a path; a bare site name in brackets is no address.
_URL = re.compile(
    r"(?:h?ttps?:?//|www\.)[^\s<>«»\"]+|(?<![\w@.-])(?:[A-Za-z0-9-]{2,}\.)+[a-z]{2,10}/[^\s<>«»\"]*"
)
_BLANK = re.compile(r"\s")
_SITE = re.compile(r"\(\s*(?:https?://)?(?:[A-Za-z0-9-]+\.)+[a-z]{2,6}/?\s*\)?")


def find_urls(text: str) -> list[tuple[str, int, int]]:
    """Web addresses without final punctuation, with their places; a bare site name is none."""
    found = []
    covered = 0
    for start, end in _tokens(text):
        match = _URL.search(text, max(start, covered), end)
        if match is None:
            continue
        url = match[0].rstrip(".,;:!?'’”»")
        while url.endswith((")", "]")) and url.count("(") < url.count(")") + url.endswith("]"):
            url = url[:-1].rstrip(".,;:")
        covered = match.end()
        found.append((url, match.start(), match.start() + len(url)))
    return found


def _tokens(text: str) -> Iterator[tuple[int, int]]:
    """Ranges without white space that hold what every address has: a slash or "www."."""
    position = 0
    while (at := min(_find(text, "/", position), _find(text, "www.", position))) < len(text):
        start = max(text.rfind(blank, position, at) + 1 for blank in " \n\t\u00a0")
        match = _BLANK.search(text, at)
        end = match.start() if match else len(text)
        yield max(start, position), end
        position = end


def _find(text: str, what: str, position: int) -> int:
    at = text.find(what, position)
    return at if at >= 0 else len(text)


def find_url(text: str) -> str | None:
    """The first web address of a note.

    >>> find_url("NOS, 1 mei 2024 (https://nos.nl/artikel/1).")
    'https://nos.nl/artikel/1'
    """
    return next((url for url, _, _ in find_urls(text)), None)


def without_addresses(text: str) -> str:
    """The note without web addresses and site names in brackets."""
    text = _URL.sub(" ", text)
    return " ".join(re.sub(r"\(\s*[).]|\(\s*$", " ", text).split())


def without_site(text: str) -> str:
    """The text without site names in brackets: "Titel (nos.nl)" gives "Titel "."""
    return _SITE.sub("", text)


def before_site(text: str) -> str | None:
    """The text before a site name in brackets, None where there is none."""
    match = _SITE.search(text)
    return text[: match.start()] if match else None
