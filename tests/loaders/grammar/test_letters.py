from __future__ import annotations

from datetime import date

import pytest

from loaders.errors import ReadError
from loaders.grammar.document import read_record
from loaders.grammar.heading import read_heading
from loaders.grammar.letters import find_signature, read_letter
from loaders.kinds import recognise
from loaders.readers import read_text
from ontology.records import Kind, Record


def read(text: str) -> Record:
    return read_record(read_text(text.encode(), "made up"))


@pytest.mark.parametrize(
    ("signed", "post", "name"),
    [
        ("De Minister van Defensie,\nA.B. Jansen\n", "Minister van Defensie", "A.B. Jansen"),
        (
            "de staatssecretaris van Financiën\n\n\nD. Yılmaz-De Wit\n",
            "Staatssecretaris van Financiën",
            "D. Yılmaz-De Wit",
        ),
        ("DE MINISTER VAN DEFENSIE,\n\nir. A.B. Jansen\n", "Minister van Defensie", "ir. A.B. Jansen"),
        (
            "De Minister voor Rechtsbescherming,\nPieter van Loon\n",
            "Minister voor Rechtsbescherming",
            "Pieter van Loon",
        ),
    ],
)
def test_signatures(signed: str, post: str, name: str) -> None:
    signature = find_signature(f"Slotzin van de brief.\n{signed}")

    assert signature is not None
    assert (signature.post.label, signature.name) == (post, name)


def test_a_post_in_running_text_is_no_signature() -> None:
    assert find_signature("Dat heeft\nde Minister van Defensie,\ndie daarover gaat, gezegd.\n") is None


@pytest.mark.parametrize(
    ("head", "paper"),
    [
        ("99 637 Vreemdelingenbeleid\nNr. 12 BRIEF VAN DE MINISTER VAN DEFENSIE\n", ("99637", "12")),
        ("99 501-02 Raad\nNr. 7 BRIEF VAN DE MINISTER VAN DEFENSIE\n", ("99501-02", "7")),
        ("99 600 VI Begroting\nNr. 88 BRIEF VAN DE MINISTER VAN DEFENSIE\n", ("99600-VI", "88")),
        ("99 637 A Wet\nB BRIEF\nNr. C BRIEF VAN DE MINISTER VAN DEFENSIE\n", ("99637-A", "C")),
        ("99 637\nNr. 12\nVreemdelingenbeleid\nBRIEF VAN DE MINISTER VAN DEFENSIE\n", ("99637", "12")),
    ],
)
def test_numbers_of_papers(head: str, paper: tuple[str, str]) -> None:
    parts = read_letter(f"{head}Aan de Voorzitter\nDen Haag, 3 mei 2031\nTekst.\n")

    assert parts.paper is not None
    assert parts.paper[:2] == paper
    assert parts.dated is not None
    assert parts.dated.value == date(2031, 5, 3)
    assert parts.sender is not None
    assert parts.sender.label == "Minister van Defensie"


def test_a_letter_does_not_cite_itself() -> None:
    record = read(
        "99 637 Beleid\nNr. 12 BRIEF VAN DE MINISTER VAN DEFENSIE\nAan de Voorzitter\nDen Haag, 3 mei 2031\n"
        "Zie Kamerstuk 99 637, nr. 12 en Kamerstuk 99 637, nr. 11.\nDe Minister van Defensie,\nA. Jansen\n"
    )

    assert [(paper.dossier, paper.number) for paper in record.papers] == [("99637", "11")]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Vragen van het lid Bos (P) aan de Minister van Defensie over X", Kind.WRITTEN_QUESTIONS),
        ("Mondelinge vragen van het lid Bos (P) aan de Minister van Defensie over X", Kind.ORAL_QUESTIONS),
        ("AH 4\nAntwoord van minister Jansen (Defensie)\nVraag 1\nWat?\nAntwoord 1\nJa.", Kind.ANSWER),
        ("AH 4\nMededeling van minister Jansen (Defensie)\nDe vragen kunnen niet", Kind.DELAY_NOTICE),
        (
            "De vragen van het lid Bos (P) kunnen niet binnen de gebruikelijke termijn worden beantwoord.",
            Kind.DELAY_NOTICE,
        ),
        ("Nr. 12 BRIEF VAN DE MINISTER VAN DEFENSIE\nAntwoord van de minister volgt.", Kind.LETTER),
        ("Aan de Voorzitter van de Tweede Kamer\nGeachte voorzitter, hierbij het rapport.", Kind.LETTER),
        ("MEDEDELING VAN DE MINISTER VAN DEFENSIE", Kind.DELAY_NOTICE),
        ("ANTWOORDEN VAN DE MINISTER VAN DEFENSIE", Kind.ANSWER),
        ("Voor de vragen van het lid Bos (P) vraag ik uitstel van beantwoording.", Kind.DELAY_NOTICE),
        (
            "MOTIE VAN HET LID BOS\nVoorgesteld 3 mei 2031\nDe Kamer, gehoord de beraadslaging",
            Kind.MOTION,
        ),
        ("GEACHTE LEDEN, hierbij het rapport.", Kind.LETTER),
        ("Factuur 2031-12\nTotaal te betalen 100 euro", None),
        ("Verslag van een vergadering waarin vragen van bewoners zijn beantwoord.", None),
    ],
)
def test_kinds(text: str, kind: Kind | None) -> None:
    assert recognise(text) is kind


def test_any_other_text_is_refused_with_a_code() -> None:
    with pytest.raises(ReadError) as caught:
        read("Factuur 2031-12. Te betalen: 100 euro voor vlaggen en wimpels.")

    assert caught.value.code == "unrecognised"


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        (
            "Vragen van het lid Bos (P) aan de Minister van Defensie over de dijk (ingezonden 3 mei 2031).",
            "de dijk",
        ),
        ("Vragen van het lid Bos (P) over de dijk (ingezonden 3 mei 2031).", "de dijk"),
        (
            "Vragen van het lid Bos (P) aan de Minister van Defensie over overlast over water.\n\nX",
            "overlast over water",
        ),
        (
            "Vragen van het lid Bos (P) over «Dijk (nr. 3)» (Krant.nl, 2 mei 2031)\n(ingezonden 3 mei 2031)",
            "«Dijk (nr. 3)» (Krant.nl, 2 mei 2031)",
        ),
        (
            "Ik deel mede dat de vragen van het lid Bos (P) over zijn post die niet kwam worden beantwoord.",
            "zijn post die niet kwam",
        ),
    ],
)
def test_subjects(text: str, subject: str) -> None:
    heading = read_heading(text, len(text), len(text))

    assert heading.subject is not None
    assert " ".join(text[slice(*heading.subject)].split()) == subject
    assert [member.name for member in heading.askers] == ["Bos"]


def test_the_day_of_asking_in_running_text() -> None:
    text = "Op 6 november jl. heeft het lid Bos (P) vragen gesteld aan de Minister van Defensie over de dijk."
    heading = read_heading(text, len(text), len(text), date(2031, 11, 27))

    assert heading.submitted is not None
    assert heading.submitted.value == date(2031, 11, 6)
    assert [post.label for post in heading.addressees] == ["Minister van Defensie"]
