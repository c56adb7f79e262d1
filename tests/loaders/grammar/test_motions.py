from __future__ import annotations

import pytest

from loaders import read_document
from loaders.grammar.motions import read_motion
from ontology.records import Kind, Record

MOTION = """Nr. 15  {title}
{proposed}

De Kamer,
gehoord de beraadslaging,
verzoekt de regering het tarief te melden,
en gaat over tot de orde van de dag{stop}

{names}
"""


def motion(title: str, names: str, proposed: str = "Voorgesteld 3 maart 2032", stop: str = ".") -> str:
    return MOTION.format(title=title, names=names, proposed=proposed, stop=stop)


@pytest.mark.parametrize(
    ("names", "read"),
    [
        ("Lindeboom", ["Lindeboom"]),
        ("Van der Zilverduin\nKluut-Ganzenveer", ["Van der Zilverduin", "Kluut-Ganzenveer"]),
        ("Flap,\nÇelik.\nTjeerd de Kluut____", ["Flap", "Çelik", "Tjeerd de Kluut"]),
        ("Lindeboom\n\nDeze motie is nog niet rondgedeeld aan de leden.", ["Lindeboom"]),
        ("Lindeboom\nkst-36999-VI-15", ["Lindeboom"]),
    ],
)
def test_those_who_sign_propose(names: str, read: list[str]) -> None:
    found = read_motion(motion("MOTIE VAN HET LID LINDEBOOM C.S.", names))

    assert [member.name for member in found.proposers] == read


def test_places_are_those_of_the_names() -> None:
    text = motion("MOTIE VAN HET LID LINDEBOOM C.S.", "Flap,\nKluut____")

    found = read_motion(text).proposers

    assert [text[member.start : member.end] for member in found] == ["Flap", "Kluut"]


def test_a_motion_that_nobody_signs_is_proposed_by_those_in_its_title() -> None:
    found = read_motion(motion("MOTIE VAN DE LEDEN LINDEBOOM EN VAN MEERKOET", ""))

    assert [member.name for member in found.proposers] == ["LINDEBOOM", "VAN MEERKOET"]


@pytest.mark.parametrize("stop", [".", ",", ""])
def test_the_words_end_with_the_order_of_the_day(stop: str) -> None:
    text = motion("MOTIE VAN HET LID LINDEBOOM", "Lindeboom", stop=stop)
    found = read_motion(text)
    words = found.words

    assert [member.name for member in found.proposers] == ["Lindeboom"]
    assert words
    assert text[slice(*words)].startswith("De Kamer,")
    assert text[slice(*words)].rstrip(".").endswith("orde van de dag")


@pytest.mark.parametrize(
    ("proposed", "day"),
    [
        ("Voorgesteld 3 maart 2032", "2032-03-03"),
        ("Voorgesteld tijdens het Notaoverleg van 3 MAART 2032", "2032-03-03"),
        ("Voorgesteld 3maart 2032", "2032-03-03"),
    ],
)
def test_the_day_is_read(proposed: str, day: str) -> None:
    found = read_motion(motion("MOTIE VAN HET LID LINDEBOOM", "Lindeboom", proposed)).dated

    assert found
    assert found.value.isoformat() == day


def test_a_changed_motion_names_the_one_it_replaces() -> None:
    title = "GEWIJZIGDE MOTIE VAN HET LID LINDEBOOM C.S. TER VERVANGING\nVAN DIE GEDRUKT ONDER NR. 12"
    found = read_document(f"36 999 VI  Begroting\n\n{motion(title, 'Lindeboom')}".encode(), "-")

    assert isinstance(found, Record)
    assert found.kind is Kind.MOTION
    assert [(paper.dossier, paper.number) for paper in found.papers] == [("36999-VI", "12")]


def test_a_letter_that_quotes_a_motion_is_a_letter() -> None:
    letter = "19 637  Beleid\nNr. 3\nBRIEF VAN DE MINISTER VAN FINANCIËN\nDen Haag, 3 maart 2032\n\n"

    found = read_document((letter + motion("MOTIE VAN HET LID LINDEBOOM", "Lindeboom")).encode(), "-")

    assert isinstance(found, Record)
    assert found.kind is Kind.LETTER
