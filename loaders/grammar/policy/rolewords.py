"""Words in a text that may introduce a person: one automaton over the table of roles.

A hit is a role word on the bounds of a word with what is written onto it: "migratiehoogleraar",
"oud-minister", "SP-Kamerlid". Whether a name follows is not looked at here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from ontology.roles import PLURALS, ROLES

__all__ = ["RoleWord", "role_words"]

_WRITTEN_ON = re.compile(r"[\w’'-]*\Z")
_LONGEST = 32
_BEFORE = re.compile(
    r"(?<!\w)(?:[Vv]oormalige?|[Tt]oenmalige?|[Gg]ewezen|[Ww]ijlen|(?:[Oo]ud-|[Ee]x-)?(?:Eerste|Tweede)"
    r"|[A-Z][a-zëïü]+(?:se|sche))\s+\Z"
)
"""What tells that somebody is no longer what the role says, or is it in another country or house."""
_JOINED_BEFORE = ("hoogleraar", "kamerlid", "leider", "rapporteur", "advocaat", "commissaris")
"""Words onto which others are written without a hyphen."""


@dataclass(frozen=True, slots=True)
class RoleWord:
    """A role word at [start, end) of a text."""

    word: str
    """As in the table, in the singular."""
    start: int
    end: int
    several: bool
    """Whether it stands in the plural, so that several names may follow."""

    def printed(self, text: str) -> str:
        """The word in the singular, with all that is written onto it and an adjective of time or place."""
        head = _WRITTEN_ON.search(text, max(0, self.start - _LONGEST), self.start)
        opens = head.start() if head else self.start
        told = _BEFORE.search(text, max(0, opens - _LONGEST), opens)
        word = self.word if self.several else text[self.start : self.end]
        return " ".join(f"{text[told.start() if told else opens : self.start]}{word}".split())


@cache
def _automaton() -> tuple[AhoCorasick, tuple[str, ...]]:
    words = tuple(dict.fromkeys((*ROLES, *PLURALS)))
    capital = [f"{word[0].upper()}{word[1:]}" for word in words]
    extra = [
        "Minister-President",
        "Vice-Minister-President",
        "Secretaris-Generaal",
        "Commissaris van de Koning",
        "commissaris van de Koning",
    ]
    known = tuple(dict.fromkeys((*words, *capital, *extra)))
    automaton = AhoCorasick(
        known, matchkind=MatchKind.LeftmostLongest, implementation=Implementation.DFA
    )  # thrice as fast
    return automaton, known


def role_words(text: str) -> Iterator[RoleWord]:
    """Role words of a text, in order."""
    automaton, known = _automaton()
    for index, start, end in automaton.find_matches_as_indexes(text):
        if end >= len(text) or text[end].isalnum():
            continue
        word = known[index].casefold()
        if start and text[start - 1].isalnum() and not word.endswith(_JOINED_BEFORE):
            continue
        yield RoleWord(PLURALS.get(word, word), start, end, word in PLURALS)
