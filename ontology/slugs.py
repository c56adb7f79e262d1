"""Text to keys: slugs, squashed forms for comparing, and URLs in one normal form."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from functools import lru_cache
from urllib.parse import quote

__all__ = ["digest", "host", "normal_url", "slug", "squash", "web_iri"]

_NOT_SLUG = re.compile(r"[^a-z0-9]+")
_SCHEME = re.compile(r"^[a-zA-Z][a-zA-Z0-9+.-]*://")
_HOST = re.compile(r"^[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:\d{1,5})?$")
_LONE_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")
_URL_SAFE = "%/?:@!$&'()*+,;=~-._"
# What NFKD leaves alone and a reader of Dutch would still write with plain letters.
_FOLDED = str.maketrans(
    {"ß": "ss", "æ": "ae", "Æ": "ae", "ø": "o", "Ø": "o", "ł": "l", "Ł": "l", "đ": "d", "ı": "i"},
)


def _fold(text: str) -> str:
    if text.isascii():
        return text.lower()
    folded = unicodedata.normalize("NFKD", text.translate(_FOLDED))
    return folded.encode("ascii", "ignore").decode("ascii").lower()


@lru_cache(maxsize=4096)
def slug(text: str) -> str:
    """Lower-case ASCII words joined by hyphens; `x-` and a digest where no letter or digit is left.

    >>> slug("Minister van Asiel en Migratie")
    'minister-van-asiel-en-migratie'
    """
    return _NOT_SLUG.sub("-", _fold(text)).strip("-") or f"x-{digest(text)[:8]}"


def squash(text: str) -> str:
    """Lower-case ASCII letters and digits alone: two prints of one text compare equal.

    Text without any ASCII letter or digit (Greek, Arabic) is kept, lower-cased, without white space.
    """
    return _NOT_SLUG.sub("", _fold(text)) or "".join(text.lower().split())


def digest(text: str) -> str:
    """The first 16 hex digits of the SHA-256 of a text in UTF-8."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def normal_url(url: str) -> str | None:
    """One form for all prints of a web address, without scheme: the key of a source.

    The scheme, `www.`, the fragment and trailing slashes are dropped and the host is
    lower-cased; path, query and percent-encoding stay as they are, apart from characters
    that no IRI may hold, which are percent-encoded. None for what is no web address.

    >>> normal_url("https://www.Example.nl/a%20b/#top")
    'example.nl/a%20b'
    """
    rest = _SCHEME.sub("", url.strip()).split("#", 1)[0]
    cut = min((at for at in (rest.find("/"), rest.find("?")) if at >= 0), default=len(rest))
    name, path = rest[:cut].lower(), rest[cut:]
    name = name.removeprefix("www.")
    if "." not in name or not _HOST.match(name):
        return None
    if "?" not in path:
        path = path.rstrip("/")
    return name + quote(_LONE_PERCENT.sub("%25", path).encode("utf-8", "replace"), safe=_URL_SAFE)


def host(url: str) -> str | None:
    """Host of a web address, lower-cased, without `www.` and port; None for what is no web address."""
    normal = normal_url(url)
    return re.split(r"[/?:]", normal, maxsplit=1)[0] if normal else None


def web_iri(url: str) -> str | None:
    """An address that can be clicked, the same for all prints that `normal_url` holds to be one."""
    normal = normal_url(url)
    return f"https://{normal}" if normal else None
