from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.grammar.numbers import GROUP, expand, spell


@pytest.mark.parametrize(
    ("printed", "numbers"),
    [
        ("1", (1,)),
        ("2, 3 en 4", (2, 3, 4)),
        ("3 t/m 5", (3, 4, 5)),
        ("5 tot en met 7", (5, 6, 7)),
        ("4–6", (4, 5, 6)),
        ("7, 8, 9 10 en 11", (7, 8, 9, 10, 11)),
        ("7, 8, en 9", (7, 8, 9)),
        ("2 3", (2, 3)),
        ("6 & 7", (6, 7)),
        ("1a", (1,)),
        ("1 en 4", (1, 4)),
        ("1 en 3 t/m 5", (1, 3, 4, 5)),
        ("2 en vraag 3", (2, 3)),
        ("4 t/m 4", (4,)),
        ("9 t/m 7", (9, 7)),
    ],
)
def test_groups_as_printed(printed: str, numbers: tuple[int, ...]) -> None:
    assert expand(printed) == numbers
    assert re.fullmatch(GROUP, printed)


@pytest.mark.parametrize("text", ["", "vraag", "5%", "een", "3abc"])
def test_other_text_is_no_group(text: str) -> None:
    assert re.fullmatch(GROUP, text) is None


@given(st.lists(st.integers(1, 150), min_size=1, max_size=12, unique=True).map(tuple))
def test_spelling_and_expanding_are_inverse(numbers: tuple[int, ...]) -> None:
    assert expand(spell(numbers)) == numbers


@given(st.integers(1, 100), st.integers(1, 30))
def test_a_range_covers_all_between_its_ends(first: int, more: int) -> None:
    assert expand(f"{first} t/m {first + more}") == tuple(range(first, first + more + 1))
