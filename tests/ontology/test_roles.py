from __future__ import annotations

import pytest

from ontology.roles import PLURALS, ROLES, Sphere, post_named, sphere


@pytest.mark.parametrize(
    ("role", "where"),
    [
        ("lid", Sphere.HOUSE),
        ("SP-Kamerlid", Sphere.HOUSE),
        ("Tweede Kamerlid", Sphere.HOUSE),
        ("Eerste Kamerlid", Sphere.ELSEWHERE),
        ("oud-Tweede Kamerlid", Sphere.ELSEWHERE),
        ("voormalig lid", Sphere.ELSEWHERE),
        ("Minister van Financiën", Sphere.GOVERNMENT),
        ("Nederlandse minister", Sphere.GOVERNMENT),
        ("Belgische minister", Sphere.ELSEWHERE),
        ("oud-minister", Sphere.ELSEWHERE),
        ("mevrouw", Sphere.EITHER),
        ("migratiehoogleraar", Sphere.ELSEWHERE),
        ("Commissaris van de Koning", Sphere.ELSEWHERE),
    ],
)
def test_a_role_tells_where_to_look(role: str, where: Sphere) -> None:
    assert sphere(role) is where


@pytest.mark.parametrize(
    ("role", "post"),
    [
        ("minister", "Minister"),
        ("Staatssecretaris van Financiën", "Staatssecretaris van Financiën"),
        ("premier", "Minister-President"),
        ("Nederlandse premier", "Minister-President"),
        ("vicepremier", "Minister"),
        ("bewindspersoon", ""),
    ],
)
def test_a_role_of_the_government_names_a_post_or_a_rank(role: str, post: str) -> None:
    assert post_named(role) == post


def test_plurals_stand_for_words_of_the_table() -> None:
    assert set(PLURALS.values()) <= ROLES.keys()
    assert not PLURALS.keys() & ROLES.keys()
