from __future__ import annotations

import pytest

from ontology.names import key, keys, readings, split_name


@pytest.mark.parametrize(
    ("printed", "given", "initials", "particle", "family"),
    [
        ("Van Vlieland", "", "", "van", ("vlieland",)),
        ("Jette van der Waard", "Jette", "", "vander", ("waard",)),
        ("J.K. van Waard", "", "JK", "van", ("waard",)),
        ("Jette van Waard (J.K.)", "Jette", "JK", "van", ("waard",)),
        ("Hirsch Terpstra (EMH)", "", "EMH", "", ("hirschterpstra",)),
        ("Waard, J.", "", "J", "", ("waard",)),
        ("vanWaard", "", "", "van", ("waard",)),
        ("drs. Zandstra", "", "", "", ("zandstra",)),
        ("Zandstra - Van de Waard", "", "", "", ("zandstra", "waard")),
        ("Bas van ’t Hek", "Bas", "", "vant", ("hek",)),
        ("Yes¸ilgo¨z", "", "", "", ("yesilgoz",)),
    ],
)
def test_a_printed_name_can_be_read(
    printed: str, given: str, initials: str, particle: str, family: tuple[str, ...]
) -> None:
    found = [(one.given, one.initials, one.particle, one.family) for one in readings(printed)]

    assert (given, initials, particle, family) in found


def test_a_call_name_holds_no_particle() -> None:
    assert all("van" not in one.given for one in readings("Cora van Waard Zandstra"))


def test_a_double_name_has_one_key_in_either_order() -> None:
    assert key("Zandstra-van de Waard") == key("Van de Waard – Zandstra")
    assert keys("Zandstra-van de Waard") == ("waard|zandstra", "zandstra", "waard")


def test_words_before_a_surname_come_to_stand_where_they_belong() -> None:
    assert split_name("Zohra El", "", "Waard") == ("Zohra", "El", "Waard")
    assert split_name("Zohra", "van der", "Waard") == ("Zohra", "van der", "Waard")
    assert split_name("", None, "Waard") == ("", None, "Waard")
