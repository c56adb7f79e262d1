"""Words that introduce a person in running text, and where such a person can be looked up.

One table: a word is what is printed before a name, in the singular, in small letters. The word alone
decides in which registers somebody may be looked up; with "oud-" before it, or the adjective of another
country, nobody is (see `sphere`).
"""

from __future__ import annotations

import re
from enum import StrEnum

__all__ = ["PLURALS", "PROPOSALS", "ROLES", "Sphere", "post_named", "sphere"]


class Sphere(StrEnum):
    """Where a person of a role is found."""

    HOUSE = "house"
    """Among members of the House of Representatives."""
    GOVERNMENT = "government"
    """Among those who hold a post in government."""
    EITHER = "either"
    """Among both: the word says no more than that it is a person."""
    ELSEWHERE = "elsewhere"
    """In no register at hand."""


def _in(sphere: Sphere, words: str) -> dict[str, Sphere]:
    return dict.fromkeys(words.split(), sphere)


ROLES: dict[str, Sphere] = {
    **_in(Sphere.HOUSE, "lid kamerlid fractievoorzitter fractieleider motie amendement"),
    **_in(
        Sphere.GOVERNMENT,
        """minister staatssecretaris minister-president premier vicepremier vice-minister-president
        bewindspersoon""",
    ),
    **_in(Sphere.EITHER, "heer mevrouw dhr. mevr. mw. collega"),
    **_in(
        Sphere.ELSEWHERE,
        """activist advocaat advocaat-generaal ambassadeur auteur bondskanselier burgemeester commissaris
        criminoloog dictator econoom ecoloog eurocommissaris europarlementariër filosoof gedeputeerde generaal
        historicus hoogleraar huisarts inspecteur-generaal journalist jurist kanselier kapitein kolonel koning
        koningin korpschef leider luitenant majoor onderzoeker oppositieleider partijleider paus politicoloog
        president prins prinses prof. professor programmamaker psychiater psycholoog raadsheer raadslid
        rapporteur secretaris-generaal senator socioloog topman topvrouw wethouder""",
    ),
    "commissaris van de koning": Sphere.ELSEWHERE,
}
"""Role words in the singular."""

PLURALS: dict[str, str] = {
    "leden": "lid",
    "kamerleden": "kamerlid",
    "moties": "motie",
    "amendementen": "amendement",
    "ministers": "minister",
    "staatssecretarissen": "staatssecretaris",
    "heren": "heer",
    "collega’s": "collega",
    "collega's": "collega",
    "hoogleraren": "hoogleraar",
    "onderzoekers": "onderzoeker",
    "journalisten": "journalist",
    "burgemeesters": "burgemeester",
    "wethouders": "wethouder",
}
"""Words that may introduce several, by the word that each of them has."""

PROPOSALS = frozenset({"motie", "amendement"})
"""Words for what members propose, which are called after them."""

_OWN_OFFICE = {
    "bewindspersoon": "",
    "minister-president": "Minister-President",
    "premier": "Minister-President",
    "vice-minister-president": "Minister",
    "vicepremier": "Minister",
}
"""What an office of the own government is called in full; nothing for what may be any."""

_FORMER = re.compile(r"(?:oud|ex|voormalige?|toenmalige?|gewezen|wijlen|kandidaat|eerste)\b", re.IGNORECASE)
_HOME = "Nederlandse "
_ABROAD = re.compile(r"[^\W\d_a-z]\w*(?:se|sche)\s")


def sphere(role: str) -> Sphere:
    """Where somebody with a printed role is found; a post in full counts by its first word.

    >>> [sphere(role).value for role in ("Minister van Defensie", "oud-minister", "Belgische premier")]
    ['government', 'elsewhere', 'elsewhere']
    """
    if _FORMER.match(role) or (_ABROAD.match(role) and not role.startswith(_HOME)):
        return Sphere.ELSEWHERE
    first, *rest = role.removeprefix(_HOME).casefold().split()
    named = (first, *rest[-1:], first.rpartition("-")[2])
    return next((ROLES[word] for word in named if word in ROLES), Sphere.ELSEWHERE)


def post_named(role: str) -> str:
    """The post that a printed role of the government names: in full where it is, else no more than its rank.

    >>> [post_named(role) for role in ("premier", "Minister voor Klimaat", "demissionair staatssecretaris")]
    ['Minister-President', 'Minister voor Klimaat', 'Staatssecretaris']
    """
    words = role.split()
    at = next((n for n, word in enumerate(words) if word.casefold() in ROLES), 0)
    first = words[at].casefold()
    return " ".join((_OWN_OFFICE.get(first, words[at].capitalize()), *words[at + 1 :])).strip()
