"""Where sentences end in running Dutch text."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.grammar.policy.sentences import sentences

TEXTS = {
    "abbreviations": [
        "Op 26 juni jl. is het ingesteld (Kamerstuk 99 637, nr. 12).",
        "Zie art. 43 Vw en bijv. de brief van mr. A.J. de Wit.",
    ],
    "an abbreviation that ends one": [
        "Het verloopt op 29 december a.s.",
        "Ik heb besloten het te verlengen.",
    ],
    "note markers": ["Het is ingesteld.1", "Daarna is het verlengd.[2]", "Het loopt af."],
    "questions and quotes": ["Is dat zo?", "«Nee.»", "Dat is niet zo!"],
    "numbers": ["Het zijn er 2.909.", "In 2022 waren het er 3.000."],
}


@pytest.mark.parametrize("name", TEXTS)
def test_sentences(name: str) -> None:
    text = " ".join(TEXTS[name])

    assert [text[start:end] for start, end in sentences(text)] == TEXTS[name]


def test_headings_items_and_broken_lines() -> None:
    text = (
        "Besluitmoratorium\nDe situatie in het land is zeer onzeker en verandert met de\n"
        "dag. Daarom heb ik een besluit genomen dat voor iedereen uit\nZeelandië geldt.\n\n1. Eerste "
        "punt.\n2. Tweede punt\n– derde"
    )

    assert [text[start:end].replace("\n", " ") for start, end in sentences(text)] == [
        "Besluitmoratorium",
        "De situatie in het land is zeer onzeker en verandert met de dag.",
        "Daarom heb ik een besluit genomen dat voor iedereen uit Zeelandië geldt.",
        "1. Eerste punt.",
        "2. Tweede punt",
        "– derde",
    ]


@given(st.text(alphabet="aB .\n1?jl(", max_size=80))
def test_sentences_are_ordered_trimmed_and_cover_all_words(text: str) -> None:
    found = sentences(text)

    assert all(start < end for start, end in found)
    assert all(one[1] <= other[0] for one, other in itertools.pairwise(found))
    assert "".join(text[start:end] for start, end in found).split() == text.split() or "".join(
        "".join(text[start:end] for start, end in found).split()
    ) == "".join(text.split())
