"""Readers of registers of people: which set a file belongs to is told from its content.

Files of one set refer to each other, so they are gathered first and read together.
"""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from collections.abc import Callable

from loaders.authority.lists import read_dutchparl, read_fractieleden, read_kamerleden
from loaders.authority.openkamer import read as read_openkamer
from loaders.authority.packaged import packaged
from loaders.authority.perioden import read as read_perioden
from loaders.authority.rows import Rows, csv_rows, json_rows
from loaders.authority.tweedekamer import read as read_tweedekamer
from ontology.authority import AuthoritySet, Edition

__all__ = ["Gathering", "packaged", "recognise"]

_WINDOW = 4096
_KINDS: tuple[tuple[str, re.Pattern[bytes]], ...] = (
    ("openkamer", re.compile(rb'"model"\s*:\s*"(?:person|government|parliament)\.\w+"')),
    ("perioden", re.compile(rb'"Persoon_id"\s*:[^}]*"Beginjaar"\s*:')),
    ("kamerleden", re.compile(rb'"naam"\s*:[^}]*"partij"\s*:')),
    ("tweedekamer", re.compile(rb'"Id"\s*:[^}]*"(?:Achternaam|AantalZetels|TotEnMet)"\s*:')),
    ("fractieleden", re.compile(rb"\A\s*Naam\s*,\s*Fractie\s*\r?\n")),
    ("dutchparl", re.compile(rb"\A\s*(?:cabinet_name|party,parlgov_party_id),")),
)
_READERS: dict[str, tuple[Callable[[bytes], Rows], Callable[[list[tuple[str, Rows]]], AuthoritySet]]] = {
    "openkamer": (json_rows, read_openkamer),
    "perioden": (json_rows, read_perioden),
    "kamerleden": (json_rows, read_kamerleden),
    "tweedekamer": (json_rows, read_tweedekamer),
    "fractieleden": (csv_rows, read_fractieleden),
    "dutchparl": (csv_rows, read_dutchparl),
}


def recognise(data: bytes) -> str | None:
    """Name of the set that a file belongs to; None for anything that is no register of people."""
    head = data[:_WINDOW].removeprefix(b"\xef\xbb\xbf")
    if b'"Soort"' in head:
        return None  # cases and documents, with people expanded in them
    return next((name for name, shows in _KINDS if shows.search(head)), None)


class Gathering:
    """Collects the files of a load that are registers of people."""

    def __init__(self) -> None:
        self._rows: defaultdict[str, list[tuple[str, Rows]]] = defaultdict(list)
        self._hashes: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)

    def take(self, source: str, data: bytes) -> bool:
        """Keep a file if it is one of these; gives whether it is."""
        name = recognise(data)
        if name is None:
            return False
        self._rows[name].append((source, _READERS[name][0](data)))
        self._hashes[name].append((source, hashlib.sha256(data).hexdigest()))
        return True

    def sets(self) -> list[Edition]:
        """Read what was kept, a set at a time, in order of name."""
        found = []
        for name in sorted(self._rows):
            hashes = sorted(self._hashes[name])
            whole = hashlib.sha256("".join(sha for _, sha in hashes).encode()).hexdigest()
            files = sorted(self._rows[name], key=lambda file: file[0])
            sources = tuple(source for source, _ in hashes)
            found.append(Edition(_READERS[name][1](files), whole, sources))
        return found
