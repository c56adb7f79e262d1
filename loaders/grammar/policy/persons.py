"""Persons whom running text names, each introduced by the word for what they are.

"het lid Van Waard (SP)", "de leden Vos en Waard", "minister Okkema", "de Minister van Financiën, de heer
Okkema", "migratiehoogleraar Jet Vos", "de motie-Vos/Waard c.s.". A name without such a word is not taken for
one, and of words that can stand before an institution too ("directeur", "voorzitter") only a name of two
words counts.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Container, Iterator, Sequence

from loaders.grammar.policy.finding import Found
from loaders.grammar.policy.naming import FoundName, names_at, party_like
from loaders.grammar.policy.rolewords import RoleWord, role_words
from loaders.grammar.policy.zones import Zone
from loaders.grammar.posts import find_posts
from loaders.grammar.view import View
from ontology import vocabulary
from ontology.records import NamedPerson, Unit
from ontology.roles import PROPOSALS, ROLES, Sphere

__all__ = ["persons"]

_GAP = re.compile(r",\s+(?=(?:de\s+heer|mevrouw)\s)|\s+")
_TO_PROPOSER = re.compile(r"(?:-|\s+)?(?:van\s+(?:het\s+lid|de\s+leden)\s+)?")
"""Between "motie" and the name of who proposes it."""
_OFFICE = re.compile(
    r"\s+(?:van|voor)\s+[^.,;:?!()]{3,80}?(?P<comma>,?)\s+(?=(?:de\s+heer|mevrouw|dhr\.|mw\.|mevr\.)\s)"
)
"""The rest of a post, up to who holds it."""
_FIELD = re.compile(
    r"\s+(?:in\s+(?:de|het)\s+)?(?:[a-z]+(?:recht|kunde|logie|nomie|wetenschap|wetenschappen|beleid|techniek|studies))"
    r"(?:\s+en\s+[a-z]+(?:recht|kunde|logie|nomie|wetenschap|wetenschappen|beleid))?,?\s+"
)
"""What somebody is a professor of."""
_BY_SURNAME = frozenset(
    (
        "advocaat-generaal", "bondskanselier", "burgemeester", "eurocommissaris", "generaal", "gedeputeerde",
        "commissaris van de koning", "kanselier", "koning", "koningin", "paus", "president", "prins",
        "prinses", "prof.", "professor",
        "senator", "wethouder",
    )
)  # fmt: skip
"""Words of those who are in no register that stand before a surname alone."""


def persons(
    view: View,
    zones: Sequence[Zone],
    named: Sequence[Found],
    known: Sequence[tuple[int, int]],
    own: Container[str] = (),
) -> Iterator[NamedPerson]:
    """Everyone whom the text names, once for each part of the document, in order.

    `named` is what the text is found to name beside people: a country or an organisation is nobody.
    `known` are ranges of those who ask, sign or propose, who are left out; so are those of the names `own`
    outside questions and answers: "De vragen van het lid Vos kunnen niet …" of a notice repeats its heading.
    """
    text, seen = view.text, set()
    starts = [zone.start for zone in zones]
    taken = sorted((one.start, one.end) for one in named)
    for role in role_words(text):
        last = bisect_right(starts, role.start) - 1
        if last < 0 or role.start >= zones[last].end:
            continue
        zone, printed = zones[last], ""
        for found in _after(text, role):
            if found.end > zone.end or not _is_person(role, found, taken):
                break
            if any(start <= found.start < end for start, end in known):
                continue
            if zone.unit is Unit.DOCUMENT and found.name in own:
                continue
            key = (found.name, zone.unit, zone.place)
            if key in seen:
                continue
            seen.add(key)
            printed = printed or _printed(text, role, found)
            party = found.party or _party_before(role.printed(text))
            if party is None and ROLES[role.word] is Sphere.HOUSE and party_like(found.bracket):
                party = found.bracket
            span = view.span(found.start, found.end)
            yield NamedPerson(found.name, printed, party, span, zone.unit, zone.place)


def _after(text: str, role: RoleWord) -> list[FoundName]:
    """Names that follow a role word."""
    proposed, governs = role.word in PROPOSALS, ROLES[role.word] is Sphere.GOVERNMENT
    gap = (_TO_PROPOSER if proposed else _GAP).match(text, role.end)
    if gap is None or gap.end() == role.end or text.count("\n", *gap.span()) > 1:
        return []
    position = gap.end()
    if governs and text.startswith(("van ", "voor "), position):
        office = _OFFICE.match(text, role.end)
        return names_at(text, office.end(), several=False, surname=True) if office else []
    if role.word == "hoogleraar" and (field := _FIELD.match(text, role.end)):
        position = field.end()
    surname = governs or role.word in _BY_SURNAME
    return names_at(text, position, several=role.several or proposed, surname=surname)


def _is_person(role: RoleWord, found: FoundName, taken: Sequence[tuple[int, int]]) -> bool:
    where = ROLES[role.word]
    if found.name[0].islower() and not found.party and role.word not in PROPOSALS:
        return False
    if where is Sphere.HOUSE and role.word not in PROPOSALS:
        return True
    index = bisect_right(taken, (found.end, 0)) - 1
    if index >= 0 and taken[index][1] > found.start and where is not Sphere.EITHER:
        return False
    if where is Sphere.GOVERNMENT:
        return vocabulary.portfolio(found.name) is None
    words = found.name.split()
    return where in {Sphere.EITHER, Sphere.HOUSE} or role.word in _BY_SURNAME or len(words) > 1


def _printed(text: str, role: RoleWord, found: FoundName) -> str:
    """The role as printed; a post in full where it is."""
    printed = role.printed(text)
    if ROLES[role.word] is not Sphere.GOVERNMENT or "-" in printed:
        return printed
    if found.bracket and vocabulary.portfolio(found.bracket):
        post = vocabulary.post_of(role.word.capitalize(), found.bracket)
        return post.label if post else printed
    between = text[role.start : found.start].rstrip(" ,\n")
    posts = find_posts(
        re.sub(r",?\s*(?:de\s+heer|mevrouw|dhr\.|mw\.|mevr\.).*$", "", between, flags=re.DOTALL)
    )
    return posts[0].label if posts and printed.casefold() == role.word else printed


def _party_before(printed: str) -> str | None:
    """The party written onto a role: `SP` of "SP-Kamerlid"."""
    head, hyphen, _ = printed.partition("-")
    return head if hyphen and vocabulary.party(head) else None
